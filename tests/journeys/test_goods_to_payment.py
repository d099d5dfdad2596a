"""From an issued order to the bank: goods with a damaged part, an invoice that is dearer, four eyes, a file."""

import re
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.test_purchase import serious_faults

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

SUPPLIER = "Aurobindo"
IBAN = "DE89370400440532013000"


def choose(page: Page, box: str, text: str) -> None:
    """This will choose the first option that has the text."""
    page.get_by_label(box).first.click()
    page.get_by_label(box).first.fill(text)
    page.locator(".ant-select-item-option", has_text=text).first.click()


def issued_order(signed_in: OpenPage) -> tuple[Page, str]:
    """A direct order of 10 × 25.00, approved and issued; gives the buyer's page and its number."""
    buyer = signed_in("buyer", "shanghai", path="/u/shanghai/orders/new")
    choose(buyer, "Supplier", SUPPLIER)
    line = buyer.get_by_role("group", name="Line 1")
    line.get_by_label("Description").fill("Test kits")
    line.get_by_label("Quantity").fill("10")
    line.get_by_label("Unit price").fill("25")
    buyer.get_by_role("button", name="Save as draft").click()
    expect(buyer).to_have_url(re.compile(r"/orders/PurchaseOrder_"))
    number = buyer.get_by_text(re.compile(r"^PO-\d{4}-\d{6}$")).first.inner_text()
    buyer.get_by_role("button", name="Submit for approval").click()
    expect(buyer.get_by_text("In approval").first).to_be_visible()
    approve(signed_in, number)
    buyer.reload()
    buyer.get_by_role("button", name="Issue", exact=True).click()
    expect(buyer.get_by_text("Issued to the supplier")).to_be_visible()
    return buyer, number


def approve(signed_in: OpenPage, number: str) -> None:
    phone = signed_in("approver", "shanghai", path="/u/shanghai/approvals", viewport=PHONE)
    phone.get_by_text(number).first.click()
    phone.get_by_role("button", name="Approve", exact=True).click()
    expect(phone.get_by_role("group", name="Your decision")).to_have_count(0)


def set_account(page: Page, holder: str, supplier: str | None = None) -> None:
    page.goto("/u/shanghai/bank-accounts")
    page.get_by_role("button", name="Set account").click()
    dialog = page.get_by_role("dialog")
    if supplier:
        choose(page, "Supplier", supplier)
    dialog.get_by_label("Account holder").fill(holder)
    dialog.get_by_label("Account number or IBAN").fill(IBAN)
    dialog.get_by_label("Currency").fill("CNY")
    dialog.get_by_label("Country").fill("DE")
    dialog.get_by_role("button", name="Set account").click()
    expect(page.get_by_text("The account is in force")).to_be_visible()


def test_goods_come_are_invoiced_and_paid(signed_in: OpenPage) -> None:
    buyer, number = issued_order(signed_in)
    order_path = "/u/" + buyer.url.split("/u/")[1]

    receiver = signed_in("receiver", "shanghai", path=order_path, viewport=PHONE)
    receiver.get_by_role("link", name="Receive goods").click()
    line = receiver.get_by_role("group", name=re.compile("Test kits"))
    line.get_by_label(re.compile("^Came")).fill("8")
    line.get_by_role("button", name="Reject a part").click()
    line.get_by_label(re.compile("^Rejected")).fill("2")
    line.get_by_label("Reason").click()
    receiver.locator(".ant-select-item-option", has_text="Damaged").click()
    assert serious_faults(receiver) == []
    receiver.get_by_role("button", name="Post receipt").click()
    expect(receiver).to_have_url(re.compile(r"/receipts/GoodsReceipt_"))
    expect(receiver.get_by_text("Posted").first).to_be_visible()
    assert serious_faults(receiver) == []

    finance = signed_in("finance", "shanghai", path=order_path + "/invoice")
    finance.get_by_label("Supplier's number").fill(f"R-{number}")
    line = finance.get_by_role("group", name=re.compile("Test kits"))
    expect(line.get_by_label(re.compile("^Quantity"))).to_have_value("6")
    line.get_by_label(re.compile("^Invoice price")).fill("26")
    finance.get_by_label(re.compile("^Amount due")).fill("156.00")
    assert serious_faults(finance) == []
    finance.get_by_role("button", name="Enter invoice").click()
    expect(finance).to_have_url(re.compile(r"/invoices/SupplierInvoice_"))
    expect(finance.get_by_text("Differs").first).to_be_visible()
    expect(finance.get_by_text("Unit price")).to_be_visible()
    assert serious_faults(finance) == []
    finance.get_by_role("button", name="Accept", exact=True).click()
    dialog = finance.get_by_role("dialog")
    dialog.get_by_label("Reason").fill("New price list")
    dialog.get_by_role("button", name="Accept", exact=True).click()
    expect(finance.get_by_text("Matches").first).to_be_visible()
    invoice = finance.get_by_text(re.compile(r"^SI-\d{4}-\d{6}$")).first.inner_text()
    finance.get_by_role("button", name="Submit for approval").click()
    approve(signed_in, invoice)

    admin = signed_in("unit_admin", "shanghai")
    set_account(admin, "Unit account")
    set_account(admin, "Aurobindo account", SUPPLIER)
    finance.goto("/u/shanghai/payments")
    finance.get_by_role("button", name="Propose a run").first.click()
    dialog = finance.get_by_role("dialog")
    until = dialog.get_by_label("Due until")
    until.fill(f"{datetime.now(UTC).year + 1}-12-31")
    until.press("Enter")
    dialog.get_by_role("button", name="Propose a run").click()
    expect(finance).to_have_url(re.compile(r"/payments/PaymentRun_"))
    paid = finance.get_by_role("region", name="What is paid")
    expect(paid.get_by_role("link", name=invoice)).to_be_visible()
    assert serious_faults(finance) == []

    admin.goto("/u/" + finance.url.split("/u/")[1])
    admin.get_by_role("button", name="Release").click()
    expect(admin.get_by_text("Released; the file for the bank is ready")).to_be_visible()
    with admin.expect_download() as saved:
        admin.get_by_role("button", name="Payment file").click()
    root = ElementTree.fromstring(Path(saved.value.path()).read_bytes())
    space = {"p": "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"}
    assert "156.00" in [entry.text for entry in root.findall(".//p:InstdAmt", space)]
    admin.get_by_role("button", name="The bank has paid").click()
    expect(admin.get_by_text("Noted as paid")).to_be_visible()

    buyer.goto(order_path)
    chain = buyer.get_by_role("region", name="Document chain")
    for text in (number, invoice, "GR-", "PAY-"):
        expect(chain.get_by_text(re.compile(text)).first).to_be_visible(timeout=20_000)
    assert serious_faults(buyer) == []

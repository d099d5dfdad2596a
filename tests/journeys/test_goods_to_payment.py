"""From an issued order to the bank: goods with a damaged part, an invoice that is dearer, four eyes, a file."""

import re
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.path import in_days
from tests.journeys.screen import SOON, choose, dialog, number_of, pick, stands

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

SUPPLIER = "Aurobindo"
IBAN = "DE89370400440532013000"


def issued_order(signed_in: OpenPage) -> tuple[Page, str]:
    """A direct order of 10 × 25.00, approved and issued; gives the buyer's page and its number."""
    buyer = signed_in("buyer", "shanghai", path="/u/shanghai/orders/new")
    choose(buyer.get_by_role("combobox", name="Supplier"), SUPPLIER, any_case=True)
    line = buyer.get_by_role("group", name="Line 1")
    line.get_by_label("Description").fill("Test kits")
    line.get_by_label("Quantity").fill("10")
    line.get_by_label("Unit price").fill("25")
    buyer.get_by_role("button", name="Save as draft").click()
    number = number_of(buyer, "PO")
    buyer.get_by_role("button", name="Submit for approval").click()
    stands(buyer, "In approval")
    approve(signed_in, number)
    stands(buyer, "Approved")
    buyer.get_by_role("button", name="Issue", exact=True).click()
    stands(buyer, "Issued")
    return buyer, number


def approve(signed_in: OpenPage, number: str) -> None:
    phone = signed_in("approver", "shanghai", path="/u/shanghai/approvals", viewport=PHONE)
    phone.get_by_role("link", name=re.compile(number)).click()
    phone.get_by_role("group", name="Your decision").get_by_role("button", name="Approve").click()
    expect(phone.get_by_role("group", name="Your decision")).to_have_count(0)
    stands(phone, "Approved")


def set_account(page: Page, holder: str, supplier: str | None = None) -> None:
    page.goto("/u/shanghai/bank-accounts")
    page.get_by_role("button", name="Set account").click()
    asked = dialog(page, "Set account")
    if supplier:
        choose(asked.get_by_role("combobox", name="Supplier"), supplier, any_case=True)
    asked.get_by_label("Account holder").fill(holder)
    asked.get_by_label("Account number or IBAN").fill(IBAN)
    choose(asked.get_by_role("combobox", name="Currency"), "CNY")
    choose(asked.get_by_role("combobox", name="Country"), "Germany")
    asked.get_by_role("button", name="Set account").click()
    expect(asked).to_have_count(0)
    expect(page.get_by_role("row").filter(has_text=holder).first).to_be_visible()


def test_goods_come_are_invoiced_and_paid(signed_in: OpenPage) -> None:
    buyer, number = issued_order(signed_in)
    order_path = "/u/" + buyer.url.split("/u/")[1]

    receiver = signed_in("receiver", "shanghai", path=order_path, viewport=PHONE)
    receiver.get_by_role("link", name="Receive goods").click()
    line = receiver.get_by_role("group", name=re.compile("Test kits"))
    line.get_by_label(re.compile("^Came")).fill("8")
    line.get_by_role("button", name="Reject a part").click()
    line.get_by_label(re.compile("^Rejected")).fill("2")
    pick(line.get_by_role("combobox", name="Reason"), "Damaged")
    assert grave_findings(receiver) == []
    receiver.get_by_role("button", name="Post receipt").click()
    number_of(receiver, "GR")
    stands(receiver, "Posted")
    assert grave_findings(receiver) == []

    finance = signed_in("finance", "shanghai", path=order_path + "/invoice")
    finance.get_by_label("Supplier's number").fill(f"R-{number}")
    line = finance.get_by_role("group", name=re.compile("Test kits"))
    expect(line.get_by_label(re.compile("^Quantity"))).to_have_value("6")
    line.get_by_label(re.compile("^Invoice price")).fill("26")
    finance.get_by_label(re.compile("^Amount due")).fill("156.00")
    assert grave_findings(finance) == []
    finance.get_by_role("button", name="Enter invoice").click()
    invoice = number_of(finance, "SI")
    stands(finance, "Differs")
    differences = finance.get_by_role("region", name="Differences")
    expect(differences.get_by_role("cell", name="Unit price")).to_be_visible()
    assert grave_findings(finance) == []
    differences.get_by_role("button", name="Accept", exact=True).click()
    asked = finance.get_by_role("dialog")
    asked.get_by_label("Reason").fill("New price list")
    asked.get_by_role("button", name="Accept", exact=True).click()
    stands(finance, "Matches")
    finance.get_by_role("button", name="Submit for approval").click()
    approve(signed_in, invoice)
    stands(finance, "Approved")

    admin = signed_in("unit_admin", "shanghai")
    set_account(admin, "Unit account")
    set_account(admin, "Aurobindo account", SUPPLIER)
    finance.goto("/u/shanghai/payments")
    finance.get_by_role("button", name="Propose a run").first.click()
    asked = dialog(finance, "Propose a run")
    for label, day in (("Due until", f"{datetime.now(UTC).year + 1}-12-31"), ("To be paid on", in_days(1))):
        asked.get_by_label(label).fill(day)
        asked.get_by_label(label).press("Tab")
        expect(asked.get_by_label(label)).to_have_value(day)
    asked.get_by_role("button", name="Propose a run").click()
    number_of(finance, "PAY")
    paid = finance.get_by_role("region", name="What is paid")
    expect(paid.get_by_role("link", name=invoice)).to_be_visible()
    assert grave_findings(finance) == []

    admin.goto("/u/" + finance.url.split("/u/")[1])
    admin.get_by_role("button", name="Release", exact=True).click()
    stands(admin, "Released")
    with admin.expect_download(timeout=SOON) as saved:
        admin.get_by_role("button", name="Payment file").click()
    root = ElementTree.fromstring(Path(saved.value.path()).read_bytes())
    space = {"p": "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"}
    assert "156.00" in [entry.text for entry in root.findall(".//p:InstdAmt", space)]
    admin.get_by_role("button", name="The bank has paid").click()
    stands(admin, "Paid")

    buyer.goto(order_path)
    chain = buyer.get_by_role("region", name="Document chain")
    for text in (number, invoice, "GR-", "PAY-"):
        expect(chain.get_by_text(re.compile(text)).first).to_be_visible()
    assert grave_findings(buyer) == []

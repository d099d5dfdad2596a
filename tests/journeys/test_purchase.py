"""From a need to an order: a requester asks, an approver agrees on a phone, a buyer orders and issues."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.journeys.conftest import PHONE, OpenPage
from tests.support.platform import ROOT

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

AXE = Path(ROOT / "frontend/node_modules/axe-core/axe.min.js")
TITLE = "Gloves for the journey"
QUOTATION: FilePayload = {"name": "quotation.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
BLACKLISTED = "Demo supplier on the blacklist"


def serious_faults(page: Page) -> list[str]:
    """The serious accessibility faults that axe finds on the page."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run({runOnly: ['wcag2a', 'wcag2aa']})")
    return [
        f"{v['id']}: {v['nodes'][0]['html']}"
        for v in found["violations"]
        if v["impact"] in ("serious", "critical")
    ]


def test_a_need_becomes_an_issued_order(signed_in: OpenPage) -> None:
    page = signed_in("requester", "shanghai", path="/u/shanghai/requisitions/new")
    page.get_by_label("Title").fill(TITLE)
    line = page.get_by_role("group", name="Line 1")
    line.get_by_label("Description").fill("Nitrile gloves")
    line.get_by_label("Quantity").fill("40")
    line.get_by_label("Unit price").fill("12.345678")
    expect(page.get_by_text("493.83")).to_be_visible()
    assert serious_faults(page) == []
    page.get_by_role("button", name="Save as draft").click()
    expect(page).to_have_url(re.compile(r"/requisitions/Requisition_"))
    address = page.url
    number = page.get_by_text(re.compile(r"^PR-\d{4}-\d{6}$")).first.inner_text()
    page.locator("input[type=file]").set_input_files(QUOTATION)
    expect(page.get_by_text("quotation.pdf", exact=True)).to_be_visible()
    page.get_by_role("button", name="Submit for approval").click()
    expect(page.get_by_text("In approval").first).to_be_visible()
    assert serious_faults(page) == []

    phone = signed_in("approver", "shanghai", path="/u/shanghai/approvals", viewport=PHONE)
    phone.get_by_text(number).first.click()
    phone.get_by_role("button", name="Approve", exact=True).click()
    expect(phone.get_by_role("group", name="Your decision")).to_have_count(0)
    expect(phone.get_by_text("Approved").first).to_be_visible()
    assert serious_faults(phone) == []

    buyer = signed_in("buyer", "shanghai", path="/u/" + address.split("/u/")[1])
    buyer.get_by_role("button", name="Make orders").click()
    dialog = buyer.get_by_role("dialog")
    dialog.get_by_label("Supplier").click()
    dialog.get_by_label("Supplier").fill("Aurobindo")
    buyer.locator(".ant-select-item-option", has_text="Aurobindo").first.click()
    dialog.get_by_role("button", name="Make draft orders").click()
    expect(buyer).to_have_url(re.compile(r"/u/shanghai/orders"))
    buyer.get_by_role("row").filter(has_text="Draft").filter(has_text="493.83").first.click()
    expect(buyer).to_have_url(re.compile(r"/orders/PurchaseOrder_"))
    buyer.get_by_role("button", name="Submit for approval").click()
    buyer.get_by_role("button", name="Issue", exact=True).click()
    expect(buyer.get_by_text("Issued to the supplier")).to_be_visible()
    assert serious_faults(buyer) == []
    with buyer.expect_download() as printed:
        buyer.get_by_role("button", name="PDF").click()
    assert Path(printed.value.path()).read_bytes().startswith(b"%PDF-")


def test_a_blacklisted_supplier_cannot_be_chosen(signed_in: OpenPage) -> None:
    page = signed_in("buyer", "shanghai", path="/u/shanghai/orders/new")
    supplier = page.get_by_role("combobox", name="Supplier")
    supplier.click()
    supplier.fill("Demo supplier")
    option = page.locator(".ant-select-item-option", has_text=BLACKLISTED)
    expect(option).to_have_class(re.compile("ant-select-item-option-disabled"))

"""From a need to an order: a requester asks, an approver agrees on a phone, a buyer orders and issues."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.screen import SOON, choose, dialog, number_of, stands

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

TITLE = "Gloves for the journey"
QUOTATION: FilePayload = {"name": "quotation.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
BLACKLISTED = "Demo supplier on the blacklist"


def test_a_need_becomes_an_issued_order(signed_in: OpenPage) -> None:
    page = signed_in("requester", "shanghai", path="/u/shanghai/requisitions/new")
    page.get_by_label("Title").fill(TITLE)
    line = page.get_by_role("group", name="Line 1")
    line.get_by_label("Description").fill("Nitrile gloves")
    line.get_by_label("Quantity").fill("40")
    line.get_by_label("Unit price").fill("12.345678")
    expect(page.get_by_role("region", name="Lines").get_by_text("493.83")).to_be_visible()
    assert grave_findings(page) == []
    page.get_by_role("button", name="Save as draft").click()
    number = number_of(page, "PR")
    address = page.url
    page.locator("input[type=file]").set_input_files(QUOTATION)
    expect(page.get_by_text("quotation.pdf", exact=True)).to_be_visible()
    page.get_by_role("button", name="Submit for approval").click()
    stands(page, "In approval")
    assert grave_findings(page) == []

    phone = signed_in("approver", "shanghai", path="/u/shanghai/approvals", viewport=PHONE)
    phone.get_by_role("link", name=re.compile(number)).click()
    phone.get_by_role("group", name="Your decision").get_by_role("button", name="Approve").click()
    expect(phone.get_by_role("group", name="Your decision")).to_have_count(0)
    stands(phone, "Approved")
    assert grave_findings(phone) == []

    buyer = signed_in("buyer", "shanghai", path="/u/" + address.split("/u/")[1])
    buyer.get_by_role("button", name="Make orders").click()
    asked = dialog(buyer, f"Order {number}")
    choose(asked.get_by_role("combobox", name="Supplier"), "Aurobindo", any_case=True)
    asked.get_by_role("button", name="Make draft orders").click()
    expect(buyer).to_have_url(re.compile(r"/u/shanghai/orders"))
    made = buyer.get_by_role("row").filter(has_text="Draft").filter(has_text="493.83").first
    made.get_by_role("link", name=re.compile("^PO-")).click()
    number_of(buyer, "PO")
    buyer.get_by_role("button", name="Submit for approval").click()
    stands(buyer, "Approved")
    buyer.get_by_role("button", name="Issue", exact=True).click()
    stands(buyer, "Issued")
    assert grave_findings(buyer) == []
    with buyer.expect_download(timeout=SOON) as printed:
        buyer.get_by_role("button", name="PDF", exact=True).click()
    assert Path(printed.value.path()).read_bytes().startswith(b"%PDF-")


def test_a_blacklisted_supplier_cannot_be_chosen(signed_in: OpenPage) -> None:
    page = signed_in("buyer", "shanghai", path="/u/shanghai/orders/new")
    supplier = page.get_by_role("combobox", name="Supplier")
    supplier.click()
    supplier.fill("Demo supplier")
    option = page.locator(".ant-select-item-option", has_text=BLACKLISTED)
    expect(option).to_have_class(re.compile("ant-select-item-option-disabled"))

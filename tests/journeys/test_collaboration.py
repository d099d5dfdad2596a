"""An order is negotiated: the buyer moves a date, the supplier answers on a phone, goods are announced."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, OpenPage

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

PLACE = "washington"
LIVE = 15_000  # milliseconds, on a busy machine; how soon an event comes is measured in tests/load


def ordered(signed_in: OpenPage) -> Page:
    """The buyer orders two lines from the demo's supplier; so small an order needs no approver."""
    supplier = signed_in("supplier_contact", PLACE)
    supplier.get_by_role("link", name="Purchase orders").click()
    supplier.locator("tbody tr.ant-table-row, [role=row] a").first.click()
    expect(supplier).to_have_url(re.compile("/orders/PurchaseOrder_"))
    name = supplier.locator("header p").first.inner_text()
    buyer = signed_in("buyer", PLACE, path=f"/u/{PLACE}/orders/new")
    box = buyer.get_by_role("combobox", name="Supplier")
    box.click()
    box.fill(name)
    buyer.locator(".ant-select-item-option", has_text=name).first.click()
    fill_line(buyer, 1, "Gloves for the negotiation", "10")
    buyer.get_by_role("button", name="Add line").click()
    fill_line(buyer, 2, "Masks for the negotiation", "4")
    buyer.get_by_role("button", name="Save as draft").click()
    expect(buyer).to_have_url(re.compile("/orders/PurchaseOrder_"))
    buyer.get_by_role("button", name="Submit for approval").click()
    buyer.get_by_role("button", name="Issue", exact=True).click()
    expect(buyer.get_by_text("Issued to the supplier")).to_be_visible()
    return buyer


def fill_line(page: Page, number: int, description: str, quantity: str) -> None:
    line = page.get_by_role("group", name=f"Line {number}")
    line.get_by_label("Description").fill(description)
    line.get_by_label("Quantity").fill(quantity)
    line.get_by_label("Unit price").fill("2.5")
    pick_day(page, line.get_by_label("Needed by"), "2030-12-01")


def pick_day(page: Page, field: object, day: str) -> None:
    field.click()  # type: ignore[attr-defined]
    field.fill(day)  # type: ignore[attr-defined]
    page.keyboard.press("Tab")


def test_a_date_is_renegotiated_on_both_screens_and_the_goods_are_announced(signed_in: OpenPage) -> None:
    buyer = ordered(signed_in)
    number = buyer.locator("h1").inner_text()
    phone = signed_in("supplier_contact", PLACE, viewport=PHONE)
    phone.get_by_role("link").filter(has_text=number).first.click()
    expect(phone.get_by_text("The buyer waits for your answer.")).to_be_visible()

    buyer.get_by_role("button", name="Propose a change").click()
    dialog = buyer.get_by_role("dialog")
    dialog.get_by_label("Quantity").first.fill("10")
    dialog.get_by_label("Reason").fill("Ward opens later")
    first = dialog.get_by_role("group").first
    choose_day(buyer, first.get_by_label(re.compile("^Date")))
    dialog.get_by_role("button", name="Send proposal").click()
    expect(phone.get_by_text("The buyer proposes")).to_be_visible(timeout=LIVE)

    phone.get_by_role("button", name="Answer line by line").first.click()
    sheet = phone.get_by_role("dialog")
    choose(phone, sheet.get_by_role("group").nth(0), "Another date or price")
    choose(phone, sheet.get_by_role("group").nth(1), "Split")
    second = sheet.get_by_role("group").nth(1)
    second.get_by_label("Quantity").nth(0).fill("1")
    second.get_by_role("button", name="Add a date").click()
    second.get_by_label("Quantity").nth(1).fill("3")
    choose_day(phone, second.get_by_label(re.compile("^Date")).nth(1))
    choose_day(phone, sheet.get_by_role("group").nth(0).get_by_label(re.compile("^Date")).first)
    sheet.get_by_role("button", name="Send answer").click()
    expect(buyer.get_by_text("The supplier answered with changes")).to_be_visible(timeout=LIVE)

    buyer.get_by_role("button", name="Accept", exact=True).click()
    expect(phone.get_by_text("Nothing is waiting for an answer.")).to_be_visible(timeout=LIVE)
    phone.get_by_role("button", name="Ship notice").click()
    notice = phone.get_by_role("dialog")
    notice.get_by_label("Carrier").fill("Road Ltd")
    notice.get_by_role("button", name="Send to the buyer").click()
    expect(phone).to_have_url(re.compile("/ship-notices/ShipNotice_"))
    expect(phone.get_by_text("Announced").first).to_be_visible()
    expect(buyer.get_by_text(re.compile("Ship notice SN-")).first).to_be_visible(timeout=LIVE)


def choose(page: Page, line: object, word: str) -> None:
    line.get_by_role("combobox").first.click()  # type: ignore[attr-defined]
    page.locator(".ant-select-item-option", has_text=word).last.click()


def choose_day(page: Page, field: object) -> None:
    """Takes the last day that the open calendar shows."""
    field.click()  # type: ignore[attr-defined]
    shown = page.locator(".ant-picker-dropdown:visible")
    shown.locator("td.ant-picker-cell").last.click()
    expect(shown).to_have_count(0)

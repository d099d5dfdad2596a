"""An order is negotiated: the buyer moves a date, the supplier answers on a phone, goods are announced."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.screen import SOON, choose, dialog, number_of, pick, stands

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

PLACE = "washington"


def portal(signed_in: OpenPage, **options: Any) -> Page:
    """The demo's supplier trades with all units; it enters at one of them."""
    page = signed_in("supplier_contact", PLACE, **options)
    page.get_by_role("main").get_by_role("link", name=re.compile("^Washington")).click()
    return page


def ordered(signed_in: OpenPage) -> Page:
    """The buyer orders two lines from the demo's supplier; so small an order needs no approver."""
    supplier = portal(signed_in)
    supplier.get_by_role("link", name="Purchase orders").click()
    supplier.get_by_role("row").get_by_role("link", name=re.compile("^PO-")).first.click()
    number_of(supplier, "PO")
    name = supplier.locator("header:has(h1) p").inner_text()
    buyer = signed_in("buyer", PLACE, path=f"/u/{PLACE}/orders/new")
    choose(buyer.get_by_role("combobox", name="Supplier"), name)
    fill_line(buyer, 1, "Gloves for the negotiation", "10")
    buyer.get_by_role("button", name="Add line").click()
    fill_line(buyer, 2, "Masks for the negotiation", "4")
    buyer.get_by_role("button", name="Save as draft").click()
    number_of(buyer, "PO")
    buyer.get_by_role("button", name="Submit for approval").click()
    stands(buyer, "Approved")
    buyer.get_by_role("button", name="Issue", exact=True).click()
    stands(buyer, "Issued")
    return buyer


def fill_line(page: Page, number: int, description: str, quantity: str) -> None:
    line = page.get_by_role("group", name=f"Line {number}")
    line.get_by_label("Description").fill(description)
    line.get_by_label("Quantity").fill(quantity)
    line.get_by_label("Unit price").fill("2.5")
    pick_day(page, line.get_by_label("Needed by"), "2030-12-01")


def pick_day(page: Page, field: Locator, day: str) -> None:
    field.click()
    field.fill(day)
    field.press("Tab")
    expect(page.locator(".ant-picker-dropdown:visible")).to_have_count(0)
    expect(field).to_have_value(day)


def test_a_date_is_renegotiated_on_both_screens_and_the_goods_are_announced(signed_in: OpenPage) -> None:
    buyer = ordered(signed_in)
    number = number_of(buyer, "PO")
    phone = portal(signed_in, viewport=PHONE)
    announced = phone.get_by_role("main").get_by_role("link").filter(has_text=number).first
    expect(announced).to_be_visible(timeout=SOON)
    announced.click()
    expect(phone.get_by_text("The buyer waits for your answer.")).to_be_visible()

    buyer.get_by_role("button", name="Propose a change").click()
    asked = dialog(buyer, re.compile("^Propose a change of"))
    first = asked.get_by_role("group").first
    first.get_by_label("Quantity").fill("10")
    asked.get_by_label("Reason").fill("Ward opens later")
    choose_day(buyer, first.get_by_label(re.compile("^Date")))
    asked.get_by_role("button", name="Send proposal").click()
    proposed = phone.get_by_role("article").filter(has_text="The buyer proposes")
    expect(proposed).to_be_visible(timeout=SOON)

    proposed.get_by_role("button", name="Answer line by line").click()
    sheet = dialog(phone, re.compile("^Answer"))
    pick(sheet.get_by_role("group").nth(0).get_by_role("combobox").first, "Another date or price")
    pick(sheet.get_by_role("group").nth(1).get_by_role("combobox").first, "Split")
    second = sheet.get_by_role("group").nth(1)
    second.get_by_label("Quantity").nth(0).fill("1")
    second.get_by_role("button", name="Add a date").click()
    second.get_by_label("Quantity").nth(1).fill("3")
    choose_day(phone, second.get_by_label(re.compile("^Date")).nth(1))
    choose_day(phone, sheet.get_by_role("group").nth(0).get_by_label(re.compile("^Date")).first)
    sheet.get_by_role("button", name="Send answer").click()
    answered = buyer.get_by_role("article").filter(has_text="The supplier answered with changes")
    expect(answered).to_be_visible(timeout=SOON)

    answered.get_by_role("button", name="Accept", exact=True).click()
    expect(phone.get_by_text("Nothing is waiting for an answer.")).to_be_visible(timeout=SOON)
    phone.get_by_role("button", name="Ship notice", exact=True).click()
    notice = dialog(phone, re.compile("^Ship notice for"))
    notice.get_by_label("Carrier").fill("Road Ltd")
    notice.get_by_role("button", name="Send to the buyer").click()
    expect(phone).to_have_url(re.compile("/ship-notices/ShipNotice_"))
    stands(phone, "Announced")
    history = buyer.get_by_role("list", name="History")
    expect(history.get_by_text(re.compile("^Ship notice SN-"))).to_be_visible(timeout=SOON)


def choose_day(page: Page, field: Locator) -> None:
    """Takes the last day that the open calendar shows."""
    field.click()
    shown = page.locator(".ant-picker-dropdown:visible")
    shown.locator("td.ant-picker-cell").last.click()
    expect(shown).to_have_count(0)

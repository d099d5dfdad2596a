"""A visitor signs up, opens a group in the base edition, and issues a first order: reloading anywhere goes on."""

import time

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.mailbox import link_to
from tests.journeys.screen import SOON, choose, fits, number_of, stands
from tests.journeys.test_accounts import PASSWORD, sign_in
from tests.support.platform import Platform

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

EMAIL = "newcomer@journey.example"
MOST_SECONDS = 60


@pytest.mark.parametrize(("locale", "start"), [("en", "Open an account"), ("zh-CN", "注册开通")])
def test_the_welcome_page_shows_the_product_in_both_languages(
    open_page: OpenPage, locale: str, start: str
) -> None:
    page = open_page("/welcome", locale=locale, viewport=PHONE)
    expect(page.get_by_role("link", name=start)).to_be_visible()
    expect(page.locator("#editions ~ ul li").first).to_contain_text(
        "390.00" if locale == "zh-CN" else "49.00"
    )
    assert fits(page)
    for picture in page.locator("figure img").all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("naturalWidth", 1440)
    assert grave_findings(page) == []


def test_from_the_welcome_page_to_the_first_order(open_page: OpenPage, platform: Platform) -> None:
    began = time.monotonic()
    page = open_page("/welcome")
    page.get_by_role("link", name="Open an account").click()
    page.get_by_label("Your name").fill("Mei Lan")
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_role("heading", name="Look into your mailbox")).to_be_visible()
    page.goto(link_to(platform.home / "mail", EMAIL, "/account/verify-email/"))
    page.get_by_role("button", name="Confirm").click()
    page.wait_for_url("**/login?next=%2Fstart")
    sign_in(page, EMAIL)

    page.wait_for_url("**/start")
    page.get_by_label("Name of the group").fill("Harbour Holding")
    page.get_by_label("Name of the first unit").fill("Harbour Rotterdam")
    page.reload()
    expect(page.get_by_label("Name of the group")).to_have_value("Harbour Holding")
    for label, words in (("Country", "Netherlands"), ("Currency", "EUR"), ("Time zone", "Europe/Amsterdam")):
        choose(page.get_by_role("combobox", name=label), words)
    page.get_by_label("Short name of the unit").focus()
    expect(page.get_by_label("Short name of the unit")).to_have_value("harbour-rotterdam")
    assert grave_findings(page) == []

    clicked = time.monotonic()
    page.get_by_role("button", name="Open the group").click()
    page.wait_for_url("**/g/*/start")
    page.reload()
    enter = page.get_by_role("link", name="Enter Harbour Rotterdam")
    expect(enter).to_be_visible(timeout=MOST_SECONDS * 1_000)
    assert grave_findings(page) == []
    guide = page.url
    enter.click()
    expect(page.get_by_role("heading", name="Harbour Rotterdam", level=1)).to_be_visible()
    ready = time.monotonic() - clicked
    assert ready <= MOST_SECONDS
    menu = page.get_by_role("navigation", name="Main navigation")
    expect(menu.get_by_role("link", name="Purchase orders")).to_be_visible()
    expect(menu.get_by_role("link", name="Requisitions")).to_have_count(0)
    expect(menu.get_by_role("link", name="Approvals")).to_have_count(0)

    page.goto(guide)
    page.get_by_role("button", name="Load the sample").click()
    expect(page.locator(".ant-btn-loading")).to_have_count(0, timeout=SOON)
    page.get_by_role("link", name="New purchase order").click()
    page.wait_for_url("**/u/harbour-rotterdam/orders/new")
    number = first_order(page)
    page.goto(guide)
    expect(page.get_by_role("link", name="New purchase order")).to_be_visible()
    print(
        f"\nsign-up: {ready:.1f} s from the last click to the first login, {time.monotonic() - began:.0f} s from the "
        f"first page to the first order ({number})"
    )


def first_order(page: Page) -> str:
    """Writes, submits and issues an order of the sample; in the base edition nobody has to be asked."""
    choose(page.get_by_role("combobox", name="Supplier"), "Sample supplier 1")
    line = page.get_by_role("group", name="Line 1")
    line.get_by_label("Description").fill("Copy paper A4")
    line.get_by_label("Quantity").fill("10")
    line.get_by_label("Unit price").fill("4.5")
    page.get_by_role("button", name="Save as draft").click()
    number = number_of(page, "PO")
    page.get_by_role("button", name="Submit for approval").click()
    stands(page, "Approved")
    page.get_by_role("button", name="Issue", exact=True).click()
    stands(page, "Issued")
    return number

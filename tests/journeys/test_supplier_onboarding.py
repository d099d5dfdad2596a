"""A unit invites a supplier: it registers itself, hands in a certificate, is admitted, and sees the answer."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.mailbox import link_to
from tests.journeys.screen import SOON, choose, dialog, head_office, pick
from tests.journeys.test_accounts import PASSWORD, sign_in
from tests.support.platform import Platform

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

PLACE = "rotterdam"
EMAIL = "sales@onboarding.example"
COMPANY = "Onboarding Instruments Ltd"


def _invite(signed_in: OpenPage) -> Page:
    buyer = signed_in("buyer", PLACE, path=f"/u/{PLACE}/qualifications")
    buyer.get_by_role("button", name="Invite by mail").click()
    asked = buyer.get_by_role("dialog")
    asked.get_by_label("E-mail").fill(EMAIL)
    asked.get_by_role("button", name="Invite by mail").click()
    expect(asked).to_have_count(0)
    return buyer


def _sign_up(page: Page, platform: Platform) -> None:
    page.get_by_role("link", name="Sign up").click()
    page.get_by_label("Your name").fill("A. Person")
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_role("heading", name="Look into your mailbox")).to_be_visible()
    page.goto(link_to(platform.home / "mail", EMAIL, "/account/verify-email/"))
    page.get_by_role("button", name="Confirm").click()
    page.wait_for_url("**/login?next=*")
    sign_in(page, EMAIL)


def _apply(page: Page) -> None:
    page.get_by_label("Legal name").fill(COMPANY)
    choose(page.get_by_role("combobox", name="Country"), "Germany")
    for label, value in (
        ("Tax number", "DE987654321"), ("Address", "Hafen 1"), ("City", "Kiel"), ("Contact person", "A. Person"),
    ):  # fmt: skip
        page.get_by_label(label).fill(value)
    page.get_by_role("button", name="Add a certificate").click()
    asked = dialog(page, "Add a certificate")
    pick(asked.get_by_role("combobox", name="Kind"), "ISO 9001")
    asked.get_by_label("Number").fill("Q-2031")
    expires = asked.get_by_label("Expires")
    expires.fill("2031-12-31")
    expires.press("Tab")
    expect(expires).to_have_value("2031-12-31")
    asked.locator("input[type=file]").set_input_files(
        {"name": "iso-9001.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 certificate"}
    )
    asked.get_by_role("button", name="Add a certificate").click()
    expect(asked).to_have_count(0)
    expect(page.get_by_text("iso-9001.pdf")).to_be_visible()
    assert grave_findings(page) == []
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_text("You will see the decision here.").first).to_be_visible()


def _admit(signed_in: OpenPage) -> Page:
    hq = signed_in("hq_admin")
    head_office(hq)
    menu = hq.get_by_role("navigation", name="Main navigation")
    menu.get_by_role("link", name="Applications").click()
    hq.get_by_role("row").get_by_role("link", name=COMPANY).click()
    expect(hq.get_by_text("Every required certificate is there.")).to_be_visible(timeout=SOON)
    expect(hq.get_by_text("Everything needed is filled in.")).to_be_visible()
    assert grave_findings(hq) == []
    hq.get_by_role("button", name="Accept", exact=True).click()
    hq.get_by_role("link", name="Open the supplier").click()
    hq.get_by_role("button", name="Verify").click()
    expect(hq.get_by_text("Verified", exact=True)).to_be_visible()
    return hq


def test_a_supplier_registers_itself_is_admitted_and_sees_the_answer(
    signed_in: OpenPage, open_page: OpenPage, platform: Platform
) -> None:
    buyer = _invite(signed_in)
    link = link_to(platform.home / "mail", EMAIL, "/register/")
    supplier = open_page(link, viewport=PHONE)
    _sign_up(supplier, platform)
    expect(supplier.get_by_role("heading", level=1)).to_contain_text("Register as a supplier of")
    _apply(supplier)
    hq = _admit(signed_in)

    buyer.goto(hq.url.replace(re.search(r"/g/[^/]+", hq.url)[0], f"/u/{PLACE}"))  # type: ignore[index]
    expect(buyer.get_by_text("Not decided yet.")).to_be_visible()
    buyer.get_by_role("button", name="Decide", exact=True).click()
    asked = buyer.get_by_role("dialog")
    asked.get_by_label("Reason").fill("Samples were good")
    asked.get_by_role("button", name="Save the decision").click()
    expect(asked).to_have_count(0)
    expect(buyer.get_by_text("Used here", exact=True).first).to_be_visible()
    assert grave_findings(buyer) == []

    supplier.reload()
    expect(supplier.get_by_text("Your company is in the register.")).to_be_visible()

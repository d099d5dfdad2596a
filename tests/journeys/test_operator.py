"""The operator sees its customers, and acts for one of their people only while the customer consents."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import PHONE, OpenPage, log_in
from tests.journeys.screen import choose, dialog, head_office
from tests.journeys.test_accounts import prove_it, shown_code
from tests.journeys.totp import totp
from tests.support.platform import Platform

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

WHY = "They cannot find one of their orders."


def set_up_second_factor(page: Page, password: str) -> str:
    """Sets up an authenticator app, which the console asks for, and gives a recovery code."""
    page.goto("/operator")
    page.get_by_role("link", name="Security settings").click()
    page.get_by_role("button", name="Set up").click()
    secret = page.locator("code").first.inner_text().replace(" ", "")
    page.get_by_label("The code the app shows now").fill(totp(secret))
    page.get_by_role("button", name="Turn on").click()
    prove_it(page, password)
    page.get_by_role("button", name="Show codes").click()
    return shown_code(page)


def open_console(open_page: OpenPage, platform: Platform, code: str) -> Page:
    """Logs in with the second factor, which leads straight to the console."""
    page = open_page("/login")
    log_in(page, *platform.login_of("operator_admin", "console"))
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", name="Customers")).to_be_visible()
    return page


def test_the_operator_acts_for_a_customer_only_while_it_consents(
    signed_in: OpenPage, open_page: OpenPage, platform: Platform
) -> None:
    _, password = platform.login_of("operator_admin", "console")
    code = set_up_second_factor(signed_in("operator_admin", "console"), password)
    operator = open_console(open_page, platform, code)
    assert grave_findings(operator) == []
    operator.get_by_role("link", name="Demo Group").click()
    expect(operator.get_by_role("heading", name="Demo Group", level=1)).to_be_visible()
    expect(operator.get_by_text(re.compile("^/u/shanghai"))).to_be_visible()
    operator.goto("/operator/support")
    expect(operator.get_by_text("No customer has consented at present.")).to_be_visible()

    hq = signed_in("hq_admin")
    head_office(hq)
    menu = hq.get_by_role("navigation", name="Main navigation")
    menu.get_by_role("link", name="Support access").click()
    hq.get_by_role("button", name="Let support act").click()
    asked = dialog(hq, "Let support act")
    choose(asked.get_by_role("combobox", name="As whom"), "Buyer, Shanghai")
    asked.get_by_label("What for").fill(WHY)
    asked.get_by_role("button", name="Let support act").click()
    consents = hq.get_by_role("region", name="Consents")
    expect(consents.get_by_role("button", name="Take back")).to_be_visible()

    operator.reload()
    operator.get_by_role("button", name="Act as this person").click()
    asked = dialog(operator, "Act as Buyer, Shanghai: why?")
    asked.get_by_role("textbox").fill(WHY)
    asked.get_by_role("button", name="Act as this person").click()
    expect(operator.get_by_text("You act as Buyer, Shanghai and can only read")).to_be_visible()
    hq.reload()
    expect(hq.get_by_text("Operator of support acts as Buyer, Shanghai")).to_be_visible()
    consents.get_by_role("button", name="Take back").click()
    expect(consents.get_by_text("Taken back", exact=True)).to_be_visible()
    operator.goto("/u/shanghai/orders")
    expect(operator.get_by_role("heading", name="Support")).to_be_visible()
    console = operator.get_by_role("navigation", name="Main navigation")
    console.get_by_role("link", name="Trail").click()
    expect(operator.get_by_role("row", name="Support access: started")).to_contain_text("Demo Group")

    public = open_page("/status", viewport=PHONE, locale="zh-CN")
    expect(public.get_by_role("heading", name="服务状态")).to_be_visible()
    assert grave_findings(public) == []

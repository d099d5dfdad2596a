"""The operator sets up a second factor, sees a customer, and acts for one of its people only with its consent."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import PHONE, OpenPage, loaded
from tests.journeys.totp import totp
from tests.support.platform import Platform

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]

WHY = "They cannot find an order."


def open_console(page: Page) -> None:
    """Sets up a second factor, which the console asks for, and opens it."""
    page.goto("/operator")
    page.get_by_role("link", name="Security settings").click()
    page.get_by_role("button", name="Set up").click()
    secret = page.locator("code").first.inner_text().replace(" ", "")
    page.get_by_label("Code").fill(totp(secret))
    page.get_by_role("button", name=re.compile("Confirm|Activate|Done|Switch on")).first.click()


def test_the_operator_acts_for_a_customer_only_while_it_consents(
    signed_in: OpenPage, open_page: OpenPage, platform: Platform
) -> None:
    page = signed_in("operator_admin", "console")
    open_console(page)

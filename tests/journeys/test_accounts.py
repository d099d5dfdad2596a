"""People sign up, prove who they are by a second factor and a passkey, and invite each other."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage, log_in
from tests.journeys.mailbox import link_to
from tests.journeys.screen import dialog, pick
from tests.journeys.totp import totp
from tests.support.platform import Platform

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

PASSWORD = "a calm harbour at dawn"
PASSKEY_DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def sign_up(page: Page, platform: Platform, email: str, name: str) -> None:
    """Signs up with an address and confirms it by the mail's link."""
    page.goto("/signup")
    page.get_by_label("Your name").fill(name)
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    expect(page.get_by_role("heading", name="Look into your mailbox")).to_be_visible()
    page.goto(link_to(platform.home / "mail", email, "/account/verify-email/"))
    page.get_by_role("button", name="Confirm").click()
    page.wait_for_url("**/login")


def sign_in(page: Page, email: str) -> None:
    """Signs in with the password."""
    log_in(page, email, PASSWORD)


def shown_code(page: Page) -> str:
    """The first of the recovery codes that are shown."""
    return page.get_by_role("list", name="Recovery codes").get_by_role("listitem").first.inner_text()


def sign_out(page: Page) -> None:
    """Signs out by the person's menu."""
    page.get_by_role("button", name=re.compile("@")).click()
    page.get_by_role("menuitem", name="Sign out").click()
    page.wait_for_url("**/login")


def prove_it(page: Page, password: str) -> None:
    """Gives the password once more, which changes of the log-in ask for."""
    asked = dialog(page, "Is it you?")
    asked.get_by_label("Password").fill(password)
    asked.get_by_role("button", name="Continue").click()
    expect(asked).to_have_count(0)


def test_a_second_factor_is_set_up_and_asked_for(open_page: OpenPage, platform: Platform) -> None:
    page = open_page("/signup")
    sign_up(page, platform, "careful@journey.example", "Careful Person")
    sign_in(page, "careful@journey.example")
    page.wait_for_url(lambda url: not url.endswith("/login"))
    page.goto("/settings/security")
    page.get_by_role("button", name="Set up").click()
    secret = page.locator("code").first.inner_text().replace(" ", "")
    page.get_by_label("The code the app shows now").fill(totp(secret))
    page.get_by_role("button", name="Turn on").click()
    prove_it(page, PASSWORD)
    expect(page.get_by_role("button", name="Turn off")).to_be_visible()
    page.get_by_role("button", name="Show codes").click()
    recovery = shown_code(page)

    sign_out(page)
    sign_in(page, "careful@journey.example")
    page.get_by_label("Code").fill("000000")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("The code is not correct, or it has expired.")).to_be_visible()
    page.get_by_label("Code").fill(recovery)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("You are not a member of a workspace yet")).to_be_visible()


def test_a_passkey_replaces_the_password(open_page: OpenPage, platform: Platform) -> None:
    page = open_page("/signup")
    sign_up(page, platform, "passkey@journey.example", "Passkey Person")
    sign_in(page, "passkey@journey.example")
    page.wait_for_url(lambda url: not url.endswith("/login"))
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": PASSKEY_DEVICE})
    page.goto("/settings/security")
    page.get_by_label("Name, e.g. of the device").fill("Laptop")
    page.get_by_role("button", name="Add passkey").click()
    prove_it(page, PASSWORD)
    expect(page.get_by_role("listitem").filter(has_text="Laptop")).to_be_visible()

    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("You are not a member of a workspace yet")).to_be_visible()


def test_an_invited_colleague_joins_a_unit(
    signed_in: OpenPage, open_page: OpenPage, platform: Platform
) -> None:
    admin = signed_in("unit_admin", "shanghai", path="/u/shanghai/members")
    admin.get_by_role("button", name="Invite").click()
    asked = dialog(admin, "Invite")
    asked.get_by_label("E-mail").fill("colleague@journey.example")
    pick(asked.get_by_role("combobox", name="Role"), "Requester")
    asked.get_by_role("button", name="Send invitation").click()
    expect(asked).to_have_count(0)

    link = link_to(platform.home / "mail", "colleague@journey.example", "/invitation")
    page = open_page("/signup")
    sign_up(page, platform, "colleague@journey.example", "New Colleague")
    page.goto(link)
    page.get_by_role("link", name="Sign in").click()
    sign_in(page, "colleague@journey.example")
    page.get_by_role("button", name="Accept").click()
    expect(page).to_have_url(re.compile(r"/u/shanghai$"))
    admin.reload()
    expect(admin.get_by_role("row").filter(has_text="New Colleague")).to_be_visible()


def test_sessions_are_listed_and_the_others_ended(open_page: OpenPage, platform: Platform) -> None:
    page, other = open_page("/login?next=%2Fsettings%2Fsessions"), open_page("/login")
    for each in (other, page):
        log_in(each, *platform.login_of("finance", "washington"))
    expect(other).to_have_url(re.compile("/u/washington$"))
    page.get_by_role("button", name="End all others").click()
    page.get_by_role("tooltip").get_by_role("button", name="OK").click()
    expect(page.get_by_role("button", name="End session")).to_have_count(0)
    other.goto("/settings")
    other.wait_for_url("**/login?next=*")

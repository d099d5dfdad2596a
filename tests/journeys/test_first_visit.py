"""A newcomer opens the address that `make run` has printed."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PHONE, OpenPage, log_in
from tests.journeys.screen import fits

pytestmark = [pytest.mark.journey, pytest.mark.timeout(400)]


@pytest.mark.parametrize(
    ("locale", "way_in", "email", "password"),
    [("en", "Sign in", "E-mail", "Password"), ("zh-CN", "登录", "邮箱", "密码")],
)
def test_a_visitor_finds_the_way_in_in_their_language(
    open_page: OpenPage, locale: str, way_in: str, email: str, password: str
) -> None:
    page = open_page("/", locale=locale)
    page.get_by_role("banner").get_by_role("link", name=way_in).click()
    expect(page.get_by_label(email)).to_be_visible()
    expect(page.get_by_label(password, exact=True)).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", locale)


def test_wrong_credentials_are_refused_without_telling_whether_the_person_exists(open_page: OpenPage) -> None:
    page = open_page("/login")
    log_in(page, "nobody@example.com", "a wrong password")
    expect(page.get_by_text("The e-mail address or the password is not correct.")).to_be_visible()
    expect(page).to_have_url(re.compile("/login$"))


def test_the_page_fits_a_phone(open_page: OpenPage) -> None:
    page = open_page("/login", viewport=PHONE)
    expect(page.get_by_label("E-mail")).to_be_visible()
    assert fits(page)

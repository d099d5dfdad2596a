"""People of the demo group log in with what `make run` has printed, and find their work."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenPage, log_in
from tests.support.platform import Platform

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]


def test_a_requester_lands_in_their_unit_and_finds_the_requisitions(
    open_page: OpenPage, platform: Platform
) -> None:
    page = open_page("/login")
    log_in(page, *platform.login_of("requester", "shanghai"))
    expect(page).to_have_url(re.compile(r"/u/shanghai$"))
    menu = page.get_by_role("navigation", name="Main navigation")
    menu.get_by_role("link", name="Requisitions", exact=True).click()
    expect(page).to_have_url(re.compile(r"/u/shanghai/requisitions"))
    expect(page.get_by_role("link", name=re.compile(r"^PR-\d{4}-\d{6}$")).first).to_be_visible()


def test_head_office_chooses_among_its_workspaces(open_page: OpenPage, platform: Platform) -> None:
    page = open_page("/login")
    log_in(page, *platform.login_of("hq_admin"))
    expect(page.get_by_role("heading", name="Your workspaces")).to_be_visible()
    for place in ("Head office", "Shanghai", "Rotterdam", "Washington"):
        expect(page.get_by_role("main").get_by_role("link", name=place)).to_be_visible()

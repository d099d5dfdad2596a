"""People of the demo group log in with what `make run` has printed, and find their work."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenPage

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]


def test_a_requester_lands_in_their_unit_and_finds_the_requisitions(signed_in: OpenPage) -> None:
    page = signed_in("requester", "shanghai")
    expect(page).to_have_url(re.compile(r"/u/shanghai$"))
    page.get_by_role("link", name="Requisitions", exact=True).click()
    expect(page).to_have_url(re.compile(r"/u/shanghai/requisitions"))
    expect(page.get_by_role("row").nth(1)).to_be_visible()


def test_head_office_chooses_among_its_workspaces(signed_in: OpenPage) -> None:
    page = signed_in("hq_admin")
    expect(page.get_by_role("heading", name="Your workspaces")).to_be_visible()
    for place in ("Head office", "Shanghai", "Rotterdam", "Washington"):
        expect(page.get_by_role("link", name=place)).to_be_visible()

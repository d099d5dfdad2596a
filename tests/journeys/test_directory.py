"""Head office makes a unit and sees it grow; everybody finds their own menu; no screen shuts people out."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import DESKTOP, PHONE, OpenPage, loaded

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

MENUS = {
    ("hq_auditor", ""): {"Overview", "Business units", "Members", "Roles", "API keys", "Audit trail"},
    ("unit_admin", "rotterdam"): {"Overview", "Requisitions", "Purchase orders", "Members", "API keys"},
    ("buyer", "rotterdam"): {"Overview", "Requisitions", "Purchase orders"},
    ("approver", "rotterdam"): {"Overview", "Approvals"},
    ("requester", "rotterdam"): {"Overview", "Requisitions"},
}
GROUP_SCREENS = (
    "", "/units", "/units/new", "/members", "/members/invitations", "/roles", "/roles/unit/buyer",
    "/roles/new", "/roles/second-factor", "/api-keys", "/audit", "/settings", "/suppliers", "/sanctions", "/screening",
    "/items", "/items/new", "/items/categories", "/items/rates", "/items/uoms", "/developers", "/developers/webhooks",
    "/developers/events", "/developers/examples", "/developers/changes", "/data-requests", "/data-transfers",
    "/leaving",
)  # fmt: skip
UNIT_SCREENS = (
    "", "/members", "/roles", "/api-keys", "/audit", "/items", "/items/categories", "/items/rates", "/items/uoms",
    "/suppliers", "/requisitions", "/orders", "/approvals", "/delegations", "/flows", "/cost-centres",
)  # fmt: skip
OWN_SCREENS = ("/settings", "/settings/security", "/settings/sessions", "/settings/data")
OPEN_SCREENS = ("/calculators", "/login", "/signup", "/account/password/forgot", "/account/verify-email")


@pytest.mark.parametrize(("role", "place"), MENUS)
def test_everybody_finds_their_own_menu(signed_in: OpenPage, role: str, place: str) -> None:
    page = signed_in(role, place)
    menu = page.get_by_role("navigation", name="Main navigation")
    for name in MENUS[role, place]:
        expect(menu.get_by_role("link", name=name, exact=True)).to_be_visible()
    assert role != "requester" or menu.get_by_role("link", name="Members").count() == 0


def test_head_office_makes_a_unit_and_sees_it_grow(signed_in: OpenPage) -> None:
    page = signed_in("hq_admin")
    page.get_by_role("link", name="Head office").click()
    page.get_by_role("link", name="New unit").click()
    page.get_by_label("Name", exact=True).fill("Antwerp")
    choose(page, "Country", "Belgium")
    choose(page, "Time zone", "Europe/Brussels")
    choose(page, "Currency", "EUR · Euro")
    page.get_by_label("Short name").click()
    expect(page.get_by_label("Short name")).to_have_value("antwerp")
    page.get_by_role("button", name="New unit").click()
    expect(page.get_by_role("heading", name="Antwerp")).to_be_visible()
    expect(page.get_by_text("Active", exact=True)).to_be_visible(timeout=90_000)
    page.get_by_role("link", name="Audit trail").click()
    expect(page.get_by_text("Antwerp").first).to_be_visible()


def choose(page: Page, label: str, option: str) -> None:
    """Types into a select and takes the option."""
    field = page.get_by_role("combobox", name=label)
    field.fill(option)
    page.locator(".ant-select-item-option").filter(has_text=option).first.click()


def test_a_list_is_searched_kept_as_a_view_and_exported(signed_in: OpenPage) -> None:
    page = signed_in("unit_admin", "washington", path="/u/washington/members")
    expect(page.get_by_role("row")).not_to_have_count(0)
    page.keyboard.press("/")
    expect(page.get_by_placeholder("Search")).to_be_focused()
    page.keyboard.type("buyer")
    expect(page).to_have_url(re.compile(r"q=buyer"))
    expect(page.get_by_text("1 of 1")).to_be_visible()
    page.get_by_role("button", name="Views").click()
    page.get_by_label("Name of the view").fill("Buyers")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Buyers")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
        page.get_by_role("menuitem", name="CSV file").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == "Name,E-mail,Role,Member since"
    assert len(text.splitlines()) == 2


def test_ctrl_k_leads_to_another_workspace(signed_in: OpenPage) -> None:
    page = signed_in("hq_admin", path="/")
    expect(page.get_by_role("heading", name="Your workspaces")).to_be_visible()
    page.keyboard.press("Control+k")
    page.get_by_role("combobox", name="Search workspaces and pages").fill("rotter")
    expect(page.get_by_role("option", name="Rotterdam").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/u/rotterdam$"))


@pytest.mark.parametrize(("viewport", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")])
def test_no_screen_shuts_people_out(
    signed_in: OpenPage, open_page: OpenPage, viewport: dict[str, int], scheme: str
) -> None:
    visitor = open_page("/login", viewport=viewport)
    page = signed_in("hq_admin", viewport=viewport)
    page.get_by_role("link", name="Head office").click()
    page.wait_for_url("**/g/*")
    group = page.url
    found: list[str] = []
    for shown, paths in (
        (visitor, OPEN_SCREENS),
        (page, [*(f"{group}{path}" for path in GROUP_SCREENS), *OWN_SCREENS]),
        (page, [f"/u/shanghai{path}" for path in UNIT_SCREENS]),
    ):
        shown.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for path in paths:
            shown.goto(path)
            loaded(shown)
            found += grave_findings(shown)
            assert shown.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path
    assert found == []

"""Head office makes a unit and sees it grow; everybody finds their own menu; no screen shuts people out."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import DESKTOP, PHONE, OpenPage
from tests.journeys.screen import choose, fits, head_office, stands

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
    if role == "requester":
        expect(menu.get_by_role("link", name="Members")).to_have_count(0)


def test_head_office_makes_a_unit_and_sees_it_grow(signed_in: OpenPage) -> None:
    page = signed_in("hq_admin")
    head_office(page)
    page.get_by_role("link", name="New unit").click()
    page.get_by_label("Name", exact=True).fill("Antwerp")
    for label, words in (
        ("Country", "Belgium"), ("Time zone", "Europe/Brussels"), ("Currency", "EUR · Euro"),
    ):  # fmt: skip
        choose(page.get_by_role("combobox", name=label), words)
    page.get_by_label("Short name").click()
    expect(page.get_by_label("Short name")).to_have_value("antwerp")
    page.get_by_role("button", name="New unit").click()
    expect(page.get_by_role("heading", name="Antwerp", level=1)).to_be_visible()
    stands(page, "Active", timeout=90_000)
    page.get_by_role("navigation", name="Main navigation").get_by_role("link", name="Audit trail").click()
    expect(page.get_by_role("heading", name="Audit trail", level=1)).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="Antwerp").first).to_be_visible()


def test_a_list_is_searched_kept_as_a_view_and_exported(signed_in: OpenPage) -> None:
    page = signed_in("unit_admin", "washington", path="/u/washington/members")
    expect(page.get_by_role("row").nth(1)).to_be_visible()
    page.keyboard.press("/")
    expect(page.get_by_placeholder("Search")).to_be_focused()
    page.keyboard.type("buyer")
    expect(page).to_have_url(re.compile(r"q=buyer"))
    expect(page.get_by_text("1 of 1", exact=True)).to_be_visible()
    page.get_by_role("button", name="Views", exact=True).click()
    page.get_by_label("Name of the view").fill("Buyers")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Buyers", exact=True, expanded=False)).to_be_visible()
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


GO = """(path) => {
  document.querySelectorAll('main h1').forEach((each) => each.setAttribute('data-left', ''));
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}"""
"""Goes to a screen as the browser's buttons do, without loading the product anew."""


def _go(page: Page, path: str) -> None:
    if path in (*OPEN_SCREENS, *OWN_SCREENS) or page.url.endswith(path):
        page.goto(path)
        return
    page.evaluate(GO, path)
    expect(page.locator("h1[data-left]")).to_have_count(0)


@pytest.mark.parametrize(("viewport", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")])
@pytest.mark.parametrize("whose", ["visitors", "group", "unit"])
def test_no_screen_shuts_people_out(
    signed_in: OpenPage, open_page: OpenPage, viewport: dict[str, int], scheme: str, whose: str
) -> None:
    if whose == "visitors":
        page, paths = open_page("/login", viewport=viewport), [*OPEN_SCREENS]
    elif whose == "group":
        page = signed_in("hq_admin", viewport=viewport)
        head_office(page)
        paths = [*(f"{page.url}{path}" for path in GROUP_SCREENS), *OWN_SCREENS]
    else:
        page = signed_in("hq_admin", path="/u/shanghai/members", viewport=viewport)
        paths = [f"/u/shanghai{path}" for path in UNIT_SCREENS]
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    found: list[str] = []
    for path in paths:
        _go(page, path)
        found += grave_findings(page)
        assert fits(page), path
    assert found == []

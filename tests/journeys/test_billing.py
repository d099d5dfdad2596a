"""A newcomer gets three units, invites five people, buys by test card, is charged right, meets a declined card, mends
it, takes a smaller plan, whose limit then holds, takes everything along and closes the account."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import PHONE, OpenPage
from tests.journeys.leaving import leave
from tests.journeys.screen import SOON, choose, fits, stands
from tests.journeys.test_accounts import sign_in, sign_up
from tests.support.platform import Platform

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

EMAIL = "payer@journey.example"
GOOD, DECLINED, FAILS_LATER = "4242 4242 4242 4242", "4000 0000 0000 0002", "4000 0000 0000 0341"


def pay(page: Page, number: str, button: str = "Subscribe") -> None:
    """Enters a test card at the provider's page."""
    expect(page.get_by_role("button", name=button)).to_be_visible(timeout=SOON)
    page.get_by_label("Card number").fill(number)
    if page.get_by_label("E-mail").count():
        page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_role("button", name=button).click()


def choose_seats(page: Page, seats: int) -> str:
    """Chooses seats on the plan page, waits for their price and gives what is due now."""
    page.get_by_role("link", name="Change plan or seats").click()
    page.get_by_role("spinbutton", name="Seats").fill(str(seats))
    expect(preview(page).get_by_text(f"Rest of the period: {seats} seats")).to_be_visible(timeout=SOON)
    due = (
        preview(page)
        .get_by_text("Paid now, without tax")
        .locator("xpath=following-sibling::dd[1]")
        .inner_text()
    )
    page.get_by_role("button", name="Change now").click()
    return re.findall(r"[\d.,]+", due)[0]


def preview(page: Page) -> Locator:
    """What the choice on the plan page would cost."""
    return page.get_by_role("complementary", name="Preview")


def paid_invoices(page: Page, count: int) -> None:
    """Waits on the page of the plan until so many invoices are paid."""
    expect(page.get_by_role("heading", name="Plan and usage", level=1)).to_be_visible(timeout=SOON)
    rows = page.get_by_role("region", name="Invoices").get_by_role("row")
    expect(rows.filter(has_text="Paid")).to_have_count(count, timeout=SOON)


def test_a_newcomer_tries_buys_grows_mends_and_shrinks_and_leaves(
    open_page: OpenPage, platform: Platform, tmp_path: Path
) -> None:
    page = open_page("/signup?next=%2Fstart")
    sign_up(page, platform, EMAIL, "Paula Payer")
    sign_in(page, EMAIL)
    page.wait_for_url(lambda url: not url.endswith("/login"))
    page.goto("/start")
    page.get_by_label("Name of the group").fill("Paying Holding")
    page.get_by_label("Name of the first unit").fill("Paying Rotterdam")
    for label, words in (("Country", "Netherlands"), ("Currency", "EUR"), ("Time zone", "Europe/Amsterdam")):
        choose(page.get_by_role("combobox", name=label), words)
    page.get_by_label("Short name of the unit").focus()
    page.get_by_role("button", name="Open the group").click()
    page.wait_for_url("**/g/*/start")
    page.goto(page.url.replace("/start", "/billing"))
    stands(page, "Trial", timeout=2 * SOON)
    get_units_and_people(page)
    buy_grow_mend_and_shrink(page)
    expect(page.get_by_text("3 of 3", exact=True)).to_be_visible(timeout=SOON)
    assert order_unit(page, "paying-ghent") == ["PLAN_LIMIT"]
    leave(page, "Paying Holding", {"paying-rotterdam", "paying-antwerp", "paying-liege"}, tmp_path)


ASK = """async ([text, input]) => {
  const group = location.pathname.split('/')[2];
  const token = document.cookie.split('; ').find((part) => part.includes('csrftoken='))?.split('=')[1];
  const json = {'Content-Type': 'application/json', 'X-CSRFToken': token};
  const headers = {...json, 'X-Hanse-Client': 'web', 'X-Hanse-Group': group};
  const body = JSON.stringify({query: text, variables: {input}});
  const answer = await (await fetch('/graphql', {method: 'POST', headers, body})).json();
  return Object.values(answer.data)[0];
}"""
"""Asks as the page's own person; gives the first field's answer."""


def order_unit(page: Page, slug: str) -> list[str]:
    """Orders a unit of the group whose page is open."""
    text = "mutation($input: UnitCreateInput!) { unitCreate(input: $input) { errors { code } } }"
    given = {
        "slug": slug,
        "name": slug.title(),
        "country": "BE",
        "currency": "EUR",
        "timeZone": "Europe/Brussels",
    }
    return [refusal["code"] for refusal in page.evaluate(ASK, [text, given])["errors"]]


def get_units_and_people(page: Page) -> None:
    """Two more units and five people, whose seats the plan's page then counts."""
    for slug in ("paying-antwerp", "paying-liege"):
        assert order_unit(page, slug) == []
    unit = page.evaluate(ASK, ["{ units(first: 1) { nodes { id } } }", None])["nodes"][0]["id"]
    text = "mutation($input: InvitationCreateInput!) { invitationCreate(input: $input) { errors { code } } }"
    for number in range(5):
        given = {
            "email": f"colleague{number}@paying.example",
            "kind": "unit",
            "role": "buyer",
            "unitId": unit,
        }
        assert page.evaluate(ASK, [text, given])["errors"] == []
    page.reload()
    expect(page.get_by_text("3, no limit", exact=True)).to_be_visible(timeout=SOON)


def buy_grow_mend_and_shrink(page: Page) -> None:
    """From the page of a trial to a smaller plan."""
    page.get_by_role("link", name="Choose a plan").click()
    page.get_by_role("radio", name="Procurement").check()
    page.get_by_role("spinbutton", name="Seats").fill("5")
    expect(preview(page).get_by_text("Whole period: 5 seats")).to_be_visible(timeout=SOON)
    page.get_by_role("button", name="Continue to payment").click()
    expect(page.get_by_role("heading", name="Start the subscription")).to_be_visible(timeout=SOON)
    pay(page, DECLINED)
    expect(page.get_by_role("alert")).to_contain_text("declined")
    pay(page, GOOD)
    expect(page.get_by_text("Thank you.")).to_be_visible(timeout=SOON)
    stands(page, "Active")
    paid_invoices(page, 1)
    expect(page.get_by_role("row").filter(has_text="244.00")).to_have_count(1)  # 149 and 5 seats of 19
    expect(page.get_by_role("link", name="PDF")).to_have_count(1)

    due = choose_seats(page, 7)
    paid_invoices(page, 2)
    invoices = page.get_by_role("region", name="Invoices").get_by_role("row")
    expect(invoices.filter(has_text="Paid").filter(has_text=due)).to_have_count(1)  # as the preview said

    page.get_by_role("button", name="Card and receipts").click()
    expect(page.get_by_role("heading", name="Billing portal")).to_be_visible(timeout=SOON)
    pay(page, FAILS_LATER, "Save card")
    choose_seats(page, 9)
    expect(page.get_by_text("The card was declined.")).to_be_visible(timeout=SOON)
    menu = page.get_by_role("navigation", name="Main navigation")
    menu.get_by_role("link", name="Plan and usage", exact=True).click()
    page.get_by_role("button", name="Card and receipts").click()
    pay(page, GOOD, "Save card")
    choose_seats(page, 9)
    paid_invoices(page, 3)

    page.get_by_role("link", name="Change plan or seats").click()
    page.get_by_role("radio", name="Base").check()
    expect(preview(page).get_by_text(re.compile("^Switched off"))).to_be_visible(timeout=SOON)
    expect(preview(page).get_by_text("Credited on the next invoice")).to_be_visible()
    assert grave_findings(page) == []
    page.get_by_role("button", name="Change now").click()
    expect(page.get_by_role("heading", name="Plan and usage", level=1)).to_be_visible(timeout=SOON)
    expect(page.get_by_text("Supplier grading and order collaboration.")).to_be_visible(timeout=SOON)
    assert grave_findings(page) == []
    page.set_viewport_size(PHONE)
    assert fits(page)

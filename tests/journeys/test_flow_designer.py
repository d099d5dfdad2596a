"""A unit's administrator draws an approval flow; the checker has its say; a requisition then follows it."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import OpenPage

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]

UNIT = "rotterdam"
TOO_LONG = re.compile("4 human steps")


def _node(page: Page, key: str) -> Locator:
    return page.locator(f".react-flow__node[data-id={key}]")


def _drag_in(page: Page, kind: str, key: str, x: int, y: int) -> None:
    """Drags a node of a kind from the palette onto the drawing, where it gets its id."""
    canvas = page.locator(".react-flow__pane")
    page.get_by_role("button", name=f"+ {kind}").drag_to(canvas, target_position={"x": x, "y": y})
    expect(_node(page, key)).to_be_visible()


def _join(page: Page, source: str, target: str, outlet: str = "next") -> None:
    """Draws a line from an outlet of one node to another node."""
    handle = _node(page, source).locator(f".react-flow__handle[data-handleid={outlet}]")
    handle.drag_to(_node(page, target).locator(".react-flow__handle.target"))


def _choose(page: Page, label: str, option: str | re.Pattern[str]) -> None:
    page.get_by_role("combobox", name=label, exact=True).click()
    page.locator(".ant-select-item-option:visible", has_text=option).first.click()


def _name_step(page: Page, key: str, name: str) -> None:
    _node(page, key).click()
    page.get_by_label("Name in English").fill(name)
    page.get_by_label("Name in Chinese").fill(name)


def _new_flow(page: Page) -> None:
    page.get_by_role("button", name="New flow").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("Journey flow")
    dialog.get_by_label("Document").click()
    page.locator(".ant-select-item-option", has_text="Requisition").click()
    dialog.get_by_role("button", name="Create").click()
    expect(page).to_have_url(re.compile(r"/flows/"))


def _draw_four_steps(page: Page) -> None:
    """A condition and a step, dragged in and joined by a line; behind the step, by key alone, three more and an end."""
    _drag_in(page, "Condition", "b1", 80, 180)
    _drag_in(page, "Step", "s1", 420, 60)
    _name_step(page, "s1", "Line manager")
    _join(page, "b1", "s1", outlet="row-0")
    _node(page, "b1").click()
    page.get_by_role("button", name="Add condition").click()
    page.get_by_label("Value", exact=True).fill("10000")
    expect(_node(page, "b1")).to_contain_text("Amount < 10,000")
    _node(page, "s1").focus()
    page.keyboard.press("Enter")
    for key in ("s2", "s3", "s4"):
        page.get_by_role("button", name="+ Step").press("Enter")
        expect(_node(page, key)).to_be_visible()
    page.get_by_role("button", name="+ End").press("Enter")
    _node(page, "b1").click()
    _choose(page, "Otherwise", "s1")


def _take_out(page: Page, key: str) -> None:
    _node(page, key).click()
    page.get_by_role("button", name="Remove node").click()
    expect(_node(page, key)).to_have_count(0)


def _save_and_publish(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_disabled()
    page.get_by_role("button", name="Publish", exact=True).click()
    page.get_by_role("tooltip").get_by_role("button", name="OK").click()


def _try_out(page: Page, amount: str) -> Locator:
    page.get_by_role("dialog").get_by_label("Amount in the unit's currency").fill(amount)
    page.get_by_role("dialog").get_by_role("button", name="Show its way").click()
    return page.get_by_role("list", name="The way of the document").get_by_role("listitem")


def test_a_flow_is_drawn_refused_corrected_published_and_followed(signed_in: OpenPage) -> None:
    page = signed_in("unit_admin", UNIT, path=f"/u/{UNIT}/flows")
    _new_flow(page)
    _draw_four_steps(page)
    expect(page.get_by_text(TOO_LONG).first).to_be_visible()
    assert grave_findings(page) == []
    _save_and_publish(page)
    expect(page.locator(".ant-message-error")).to_contain_text("cannot be published")
    expect(page.get_by_text("Draft", exact=True)).to_be_visible()

    # Corrected: one step less, and small amounts go straight to the last one.
    _take_out(page, "s4")
    _name_step(page, "s3", "Small purchases")
    _node(page, "b1").click()
    _choose(page, "Then", "s3")
    expect(page.get_by_text("Sound: every document finds its way")).to_be_visible()
    _save_and_publish(page)
    expect(page.get_by_text("Published", exact=True)).to_be_visible()

    page.get_by_role("button", name="Try out").click()
    expect(_try_out(page, "25000")).to_have_count(3)
    expect(_try_out(page, "120")).to_have_text([re.compile("Small purchases")])
    assert grave_findings(page) == []

    requester = signed_in("requester", UNIT, path=f"/u/{UNIT}/requisitions/new")
    requester.get_by_label("Title").fill("Follows the drawn flow")
    line = requester.get_by_role("group", name="Line 1")
    line.get_by_label("Description").fill("Nitrile gloves")
    line.get_by_label("Quantity").fill("10")
    line.get_by_label("Unit price").fill("12")
    requester.get_by_role("button", name="Save as draft").click()
    requester.get_by_role("button", name="Submit for approval").click()
    expect(requester.get_by_text("In approval").first).to_be_visible()
    number = requester.get_by_text(re.compile(r"^PR-\d{4}-\d{6}$")).first.inner_text()

    approver = signed_in("approver", UNIT, path=f"/u/{UNIT}/approvals")
    waiting = approver.get_by_role("row").filter(has_text=number)
    expect(waiting).to_contain_text("Small purchases (1/1)")
    waiting.get_by_text(number).click()
    steps = approver.get_by_role("region", name="Steps")
    expect(steps.get_by_role("listitem")).to_have_text([re.compile("Small purchases.*Waiting")])

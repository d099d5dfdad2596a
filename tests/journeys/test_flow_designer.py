"""A unit's administrator draws an approval flow; the checker has its say; a requisition then follows it."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import OpenPage
from tests.journeys.screen import dialog, number_of, pick, stands

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
    expect(page.locator(f'.react-flow__edge[data-id="{source}:{outlet}"]')).to_be_attached()


def _edit(page: Page, kind: str, key: str) -> Locator:
    """Chooses a node on the drawing and gives its editor."""
    _node(page, key).click()
    editor = page.get_by_role("region", name=f"{kind} {key}")
    expect(editor).to_be_visible()
    return editor


def _name_step(page: Page, key: str, name: str) -> None:
    editor = _edit(page, "Step", key)
    editor.get_by_label("Name in English").fill(name)
    editor.get_by_label("Name in Chinese").fill(name)
    expect(_node(page, key)).to_contain_text(name)


def _new_flow(page: Page) -> None:
    page.get_by_role("button", name="New flow").click()
    asked = dialog(page, "New flow")
    asked.get_by_label("Name").fill("Journey flow")
    pick(asked.get_by_role("combobox", name="Document"), "Requisition")
    asked.get_by_role("button", name="Create").click()
    expect(page.get_by_role("heading", name="Journey flow", level=1)).to_be_visible()


def _draw_four_steps(page: Page) -> None:
    """A condition and a step, dragged in and joined by a line; behind the step, by key alone, three more and an end."""
    _drag_in(page, "Condition", "b1", 80, 180)
    _drag_in(page, "Step", "s1", 420, 60)
    _name_step(page, "s1", "Line manager")
    _join(page, "b1", "s1", outlet="row-0")
    branch = _edit(page, "Condition", "b1")
    branch.get_by_role("button", name="Add condition").click()
    branch.get_by_label("Value", exact=True).fill("10000")
    expect(_node(page, "b1")).to_contain_text("Amount < 10,000")
    _node(page, "s1").focus()
    page.keyboard.press("Enter")
    for key in ("s2", "s3", "s4"):
        page.get_by_role("button", name="+ Step").press("Enter")
        expect(_node(page, key)).to_be_visible()
    page.get_by_role("button", name="+ End").press("Enter")
    expect(_node(page, "e1")).to_be_visible()
    pick(_edit(page, "Condition", "b1").get_by_role("combobox", name="Otherwise", exact=True), "s1")


def _take_out(page: Page, key: str) -> None:
    _edit(page, "Step", key).get_by_role("button", name="Remove node").click()
    expect(_node(page, key)).to_have_count(0)


def _save_and_publish(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_disabled()
    expect(page.locator(".ant-btn-loading")).to_have_count(0)
    page.get_by_role("button", name="Publish", exact=True).click()
    page.get_by_role("tooltip").get_by_role("button", name="OK").click()


def _try_out(page: Page, amount: str) -> Locator:
    asked = page.get_by_role("dialog")
    asked.get_by_label("Amount in the unit's currency").fill(amount)
    asked.get_by_role("button", name="Show its way").click()
    return page.get_by_role("list", name="The way of the document").get_by_role("listitem")


def test_a_flow_is_drawn_refused_corrected_published_and_followed(signed_in: OpenPage) -> None:
    page = signed_in("unit_admin", UNIT, path=f"/u/{UNIT}/flows")
    _new_flow(page)
    _draw_four_steps(page)
    expect(page.get_by_text(TOO_LONG).first).to_be_visible()
    assert grave_findings(page) == []
    _save_and_publish(page)
    expect(page.locator(".ant-message-error")).to_contain_text("cannot be published")
    stands(page, "Draft")

    # Corrected: one step less, and small amounts go straight to the last one.
    _take_out(page, "s4")
    _name_step(page, "s3", "Small purchases")
    pick(_edit(page, "Condition", "b1").get_by_role("combobox", name="Then", exact=True), "s3")
    expect(page.get_by_text("Sound: every document finds its way")).to_be_visible()
    _save_and_publish(page)
    stands(page, "Published")

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
    number = number_of(requester, "PR")
    requester.get_by_role("button", name="Submit for approval").click()
    stands(requester, "In approval")

    approver = signed_in("approver", UNIT, path=f"/u/{UNIT}/approvals")
    waiting = approver.get_by_role("row").filter(has_text=number)
    expect(waiting).to_contain_text("Small purchases (1/1)")
    waiting.get_by_role("link", name=re.compile(number)).click()
    steps = approver.get_by_role("region", name="Steps")
    expect(steps.get_by_role("listitem")).to_have_text([re.compile("Small purchases.*Waiting")])

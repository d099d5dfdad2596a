"""The end of a newcomer's path: everything is taken along, the account is closed, kept after all, and closed."""

import json
import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.screen import SOON


def leave(page: Page, group: str, units: set[str], to: Path) -> None:
    """Begins on the page of the plan; the subscription ends with a closing and goes on when it is taken back."""
    plan = page.url.partition("?")[0]
    leaving = plan.replace("/billing", "/leaving")
    page.goto(leaving)
    take_along(page, units, to)
    close(page, group)
    page.goto(plan)
    expect(page.get_by_text("Ends on", exact=True)).to_be_visible(timeout=SOON)
    page.goto(leaving)
    ending = page.get_by_role("region", name="Close the account")
    ending.get_by_role("button", name="Keep the account").click()
    expect(ending.get_by_role("button", name="Close the account")).to_be_visible(timeout=SOON)
    page.goto(plan)
    expect(page.get_by_text("Next payment", exact=True)).to_be_visible(timeout=SOON)
    page.goto(leaving)
    close(page, group)


def take_along(page: Page, units: set[str], to: Path) -> None:
    """Exports the group and looks for its units in the archive."""
    page.get_by_role("button", name="Export everything").click()
    page.get_by_role("button", name="Get links").first.click(timeout=2 * SOON)
    with page.expect_download(timeout=SOON) as packed:
        page.get_by_role("link", name="Part 1 of").click()
    packed.value.save_as(to / "group.zip")
    with zipfile.ZipFile(to / "group.zip") as archive:
        told, names = json.loads(archive.read("group.json")), archive.namelist()
    assert "keys.json" in names and f"trails/group-{told['group_id']}.jsonl" in names
    assert {unit["slug"] for unit in told["units"]} == units


def close(page: Page, group: str) -> None:
    """Closes the account by the name of the group."""
    ending = page.get_by_role("region", name="Close the account")
    ending.get_by_role("button", name="Close the account").click()
    asked = page.get_by_role("dialog", name="Close the account?")
    asked.get_by_label("Name of the group, to confirm").fill(group)
    asked.get_by_role("button", name="Close the account").click()
    expect(ending.get_by_text("The account is being closed")).to_be_visible(timeout=SOON)

"""A person takes their data along; the owner takes the whole group along, closes the account and keeps it after all."""

import json
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import OpenPage

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]


def test_everything_can_be_taken_along_and_a_closing_taken_back(signed_in: OpenPage, tmp_path: Path) -> None:
    page = signed_in("hq_admin", path="/settings/data")
    with page.expect_download(
        predicate=lambda download: download.suggested_filename == "my-data.json"
    ) as taken:
        page.get_by_role("button", name="Download my data").click()
    taken.value.save_as(tmp_path / "me.json")
    told = json.loads((tmp_path / "me.json").read_text())
    assert len(told["places"]) > 1 and "accounts.Person" in told["places"][""]
    page.goto("/")
    page.get_by_role("link", name="Head office").click()
    page.get_by_role("link", name="Leaving", exact=True).click()
    page.get_by_role("button", name="Export everything").click()
    page.get_by_role("button", name="Get links").first.click(timeout=90_000)
    with page.expect_download() as packed:
        page.get_by_role("link", name="Part 1 of").click()
    packed.value.save_as(tmp_path / "group.zip")
    with zipfile.ZipFile(tmp_path / "group.zip") as archive:
        names = archive.namelist()
        group_id = json.loads(archive.read("group.json"))["group_id"]
    assert "keys.json" in names and f"trails/group-{group_id}.jsonl" in names
    page.get_by_role("button", name="Close the account").click()
    dialog = page.get_by_role("dialog")
    name = (dialog.locator("p.soft").inner_text().split(" of ", 1)[1]).split(" are deleted")[0]
    dialog.get_by_label("Name of the group, to confirm").fill(name)
    dialog.get_by_role("button", name="Close the account").click()
    expect(page.get_by_text("The account is being closed")).to_be_visible()
    page.get_by_role("button", name="Keep the account").click()
    expect(page.get_by_role("button", name="Close the account")).to_be_visible()

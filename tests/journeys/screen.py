"""What all journeys do on a screen, each waiting for what a person would wait for."""

import re

from playwright.sync_api import Locator, Page, expect

SOON = 120_000  # milliseconds; for what workers and live streams bring, on a busy machine
SELECT = "xpath=ancestor::*[contains(concat(' ', @class, ' '), ' ant-select ')][1]"
LOADING = ".ant-spin-spinning, [role=status][aria-live=polite]"


def loaded(page: Page) -> None:
    """Waits until the page shows its content: no part of it is still loading."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(LOADING)).to_have_count(0)


def fits(page: Page) -> bool:
    """Whether nothing reaches beyond the width of the window."""
    fit: bool = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return fit


def number_of(page: Page, kind: str) -> str:
    """This will wait for the page of a document, e.g. of the kind "PO", and give its number."""
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text(re.compile(rf"^{kind}-\d{{4}}-\d{{6}}$"))
    return title.inner_text()


def stands(page: Page, state: str, *, timeout: float = SOON) -> None:
    """Waits until the page's document has a state, which is told beside its name, and no button of it is busy."""
    expect(page.locator("div:has(> h1)").get_by_text(state, exact=True)).to_be_visible(timeout=timeout)
    expect(page.locator(".ant-btn-loading")).to_have_count(0)


def head_office(page: Page) -> None:
    """Goes from the list of workspaces into head office."""
    page.get_by_role("main").get_by_role("link", name="Head office").click()
    page.wait_for_url("**/g/*")


def options(page: Page, words: str | re.Pattern[str]) -> Locator:
    """The options with these words in the list that is open."""
    opened = page.locator(".ant-select-dropdown:not(.ant-select-dropdown-hidden)")
    return opened.locator(".ant-select-item-option").filter(has_text=words)


def choose(box: Locator, words: str, *, any_case: bool = False) -> None:
    """Types words into a select that can be searched, takes the first option with them, and sees it taken."""
    field = box.locator(SELECT)
    box.click()
    box.fill(words)
    expect(field.locator(".anticon-loading")).to_have_count(0)
    options(box.page, words).first.click()
    expect(field).to_contain_text(words, ignore_case=any_case)


def pick(box: Locator, words: str) -> None:
    """Takes an option of a select that is not searched, and sees it taken."""
    field = box.locator(SELECT)
    box.click()
    options(box.page, words).first.click()
    expect(field).to_contain_text(words)


def dialog(page: Page, title: str | re.Pattern[str]) -> Locator:
    """The dialog with a title, open and in its place."""
    found = page.get_by_role("dialog", name=title)
    expect(found).to_be_visible()
    return found

"""One running platform and one browser for all journeys, and a fresh browser context for each."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from infra.config.settings.env import env
from infra.tools.browser import find_chromium
from tests.support.platform import Platform, running_platform

OpenPage = Callable[..., Page]
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
PATIENCE = 20_000  # milliseconds; what is there sooner is not waited for

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def platform() -> Iterator[Platform]:
    """The platform as `make run` starts it, with the demo group, on a home and ports of its own."""
    home = env("HANSE_HOME") / f"journeys-{os.getpid()}"
    with running_platform(home, EMAIL_URL=f"file://{home}/mail") as running:
        drain = threading.Thread(target=_drain, args=(running,), daemon=True)  # a full pipe would stop it
        drain.start()
        yield running


def loaded(page: Page) -> None:
    """Waits until the page shows its content: no part of it is still loading."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".ant-spin-spinning, [role=status][aria-live=polite]")).to_have_count(0)


def _drain(running: Platform) -> None:
    assert running.process.stdout is not None
    running.said.extend(line.rstrip() for line in running.process.stdout)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or find_chromium(),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(platform: Platform, browser: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Opens pages as new visitors: `open_page("/login", locale="zh-CN", viewport=PHONE)`.

    A journey fails when one of its pages wrote an error to the console or threw one.
    """
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def notice(message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            problems.append(message.text)

    def opened(path: str = "/", *, locale: str = "en", viewport: dict[str, int] | None = None) -> Page:
        context = browser.new_context(
            base_url=platform.url, locale=locale, viewport=viewport or DESKTOP, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", notice)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not problems, "\n".join(problems)


@pytest.fixture
def signed_in(platform: Platform, open_page: OpenPage) -> OpenPage:
    """Opens a page as somebody of the demo group: `signed_in("requester", "shanghai", path="/")`."""

    def opened(role: str, place: str = "", *, path: str = "/", **options: Any) -> Page:
        email, password = platform.login_of(role, place)
        page = open_page("/login", **options)
        page.locator("input[type=email]").fill(email)
        page.locator("input[type=password]").fill(password)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: not url.endswith("/login"))
        if path != "/":
            page.goto(path)
        return page

    return opened

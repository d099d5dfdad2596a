"""One running platform and one browser for all journeys, and a fresh browser context for each.

    pytest tests/journeys --shake 7 [--slow 3]

`--shake SEED` has every answer and every part of a page come late and the journeys run in another order (see
`shake.py`), `--slow FACTOR` slows the browser's processor down: what only works while the machine is quick fails then.
"""

import os
import threading
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    StorageState,
    expect,
    sync_playwright,
)

from infra.tools.browser import find_chromium
from infra.tools.workplace import test_home
from tests.journeys import shake
from tests.journeys.people import Person
from tests.support.platform import Platform, remove_home, running_platform

LONG = (
    "no_screen_shuts_people_out",
    "in_two_units_while_a_third_is_refused",
    "goods_come_are_invoiced_and_paid",
    "tries_buys_grows_mends_and_shrinks",
    "blacklisted_supplier_refused",
    "registers_itself_is_admitted",
    "drawn_refused_corrected",
    "only_while_it_consents",
    "second_factor_is_set_up",
    "becomes_an_issued_order",
)
"""These begin, so that both workers end at about the same time."""

OpenPage = Callable[..., Page]
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
PATIENCE = 30_000  # milliseconds; what is there sooner is not waited for
NAVIGATION = 60_000

expect.set_options(timeout=PATIENCE)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--shake", type=int, metavar="SEED", help="answers come late, journeys in another order")
    parser.addoption("--slow", type=float, metavar="FACTOR", help="slow the processor of the browser down")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    seed = config.getoption("--shake", default=None)
    if seed is None:
        items.sort(
            key=lambda item: next((at for at, name in enumerate(LONG) if name in item.name), len(LONG))
        )
    else:
        shake.shuffle(items, seed)


@pytest.fixture(scope="session")
def platform(testrun_uid: str, worker_id: str) -> Iterator[Platform]:
    """The platform as `make run` starts it, with the demo group, on a home and ports of its own."""
    home, model = (test_home() / f"journeys-{testrun_uid[:8]}-{name}" for name in (worker_id, "model"))
    with running_platform(home, model=model, EMAIL_URL=f"file://{home}/mail") as running:
        drain = threading.Thread(target=_drain, args=(running,), daemon=True)  # a full pipe would stop it
        drain.start()
        yield running
    if worker_id in ("gw0", "master"):
        remove_home(model)


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
def open_page(platform: Platform, browser: Browser, request: pytest.FixtureRequest) -> Iterator[OpenPage]:
    """Opens pages as new visitors: `open_page("/login", locale="zh-CN", viewport=PHONE)`.

    A journey fails when one of its pages wrote an error to the console or threw one.
    """
    contexts: list[BrowserContext] = []
    problems: list[str] = []
    seed = request.config.getoption("--shake", default=None)
    slow = request.config.getoption("--slow", default=None)

    def notice(message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            problems.append(message.text)

    def watch(page: Page) -> None:
        page.on("console", notice)
        page.on("pageerror", lambda error: problems.append(str(error)))
        if slow:
            page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})

    def opened(
        path: str = "/",
        *,
        locale: str = "en",
        viewport: dict[str, int] | None = None,
        known: StorageState | None = None,
    ) -> Page:
        context = browser.new_context(
            base_url=platform.url,
            locale=locale,
            viewport=viewport or DESKTOP,
            reduced_motion="reduce",
            storage_state=known,
        )
        context.set_default_navigation_timeout(NAVIGATION)
        contexts.append(context)
        context.on("page", watch)
        if seed is not None:
            shake.hold_up(context, seed=f"{seed} {request.node.name} {len(contexts)}")
        page = context.new_page()
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.unroute_all(behavior="ignoreErrors")
        context.close()
    assert not problems, "\n".join(problems)


@pytest.fixture(scope="session")
def sessions(platform: Platform, browser: Browser) -> Callable[[str, str], StorageState]:
    """Signs people of the demo group in, each once for all journeys: `sessions("requester", "shanghai")`."""

    @cache
    def session(role: str, place: str) -> StorageState:
        context = browser.new_context(base_url=platform.url)
        Person(context, *platform.login_of(role, place))
        state = context.storage_state()
        context.close()
        return state

    return session


@pytest.fixture
def signed_in(sessions: Callable[[str, str], StorageState], open_page: OpenPage) -> OpenPage:
    """Opens a page as somebody of the demo group: `signed_in("requester", "shanghai", path="/")`."""

    def opened(role: str, place: str = "", *, path: str = "/", **options: Any) -> Page:
        return open_page(path, known=sessions(role, place), **options)

    return opened


def log_in(page: Page, email: str, password: str) -> None:
    """Logs somebody in at the page, as people do."""
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()

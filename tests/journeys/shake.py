"""Late answers and another order: what `--shake SEED` does to the journeys.

Each answer of the platform and each part of the pages is held up by 0 to 1.5 s, so that they arrive in orders in which
they hardly ever do by themselves; the journeys run in another order, too. The seed decides both.
"""

import re
from random import Random
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Error, Route

MOST = 1_500  # milliseconds
ANSWERS = re.compile(r"/graphql$|/_allauth/")
PARTS = re.compile(r"/assets/")


def shuffle(items: list[pytest.Item], seed: int) -> None:
    """This will put the journeys among the tests into another order, the same in each worker."""
    places = [place for place, item in enumerate(items) if item.get_closest_marker("journey")]
    journeys = [items[place] for place in places]
    Random(seed).shuffle(journeys)
    for place, journey in zip(places, journeys, strict=True):
        items[place] = journey


def hold_up(context: BrowserContext, *, seed: str) -> None:
    """This will have all that the pages of a context ask for come late."""
    chance = Random(seed)

    def wait(route: Route) -> None:
        route.request.frame.page.wait_for_timeout(chance.uniform(0, MOST))

    def answer_late(route: Route) -> None:
        fetched: dict[str, Any] = {"response": route.fetch(max_redirects=0)}
        wait(route)
        route.fulfill(**fetched)

    def part_late(route: Route) -> None:
        wait(route)
        route.continue_()

    context.route(ANSWERS, _while_open(answer_late))
    context.route(PARTS, _while_open(part_late))


def _while_open(handler: Any) -> Any:
    """A page that has gone on meanwhile needs no answer."""

    def handled(route: Route) -> None:
        try:
            handler(route)
        except Error as error:
            if not re.search(r"closed|disposed|aborted|No frame|detached|Invalid InterceptionId", str(error)):
                raise

    return handled

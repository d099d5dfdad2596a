"""The stand-in beside a world whose changes are committed."""

from collections.abc import Iterator
from typing import Any

import pytest

from infra.config.wiring import register_reactions
from infra.standins.stripe.server import StandIn
from tests.contexts.billing.support import SECRET, Payer
from tests.support.stripe import running_stand_in
from tests.support.world import World


@pytest.fixture(scope="session", autouse=True)
def reactions() -> None:
    """Handlers are registered as in a worker."""
    register_reactions()


@pytest.fixture
def messages(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What is put on the broker, kept as messages instead."""
    found: list[Any] = []
    monkeypatch.setattr(
        "tenants.runtime.tasks.ScopedTask.apply_async",
        lambda self, kwargs, queue: found.append((self, kwargs)),
    )
    return found


@pytest.fixture
def stripe_server(settings: Any) -> Iterator[StandIn]:
    """A fresh stand-in that the settings name."""
    with running_stand_in() as server:
        settings.STRIPE_API_BASE = server.state.base_url
        settings.STRIPE_SECRET_KEY = "sk_test_of_the_tests"
        settings.STRIPE_WEBHOOK_SECRETS = [SECRET]
        settings.PUBLIC_URL = server.state.base_url
        yield server


@pytest.fixture
def payer(
    live_world: World, stripe_server: StandIn, messages: list[Any], monkeypatch: pytest.MonkeyPatch
) -> Payer:
    """Group A, which has a trial; the clock that the edge reads is the payer's."""
    made = Payer(live_world.a, stripe_server, messages)
    monkeypatch.setattr("tenants.runtime.clock.now", lambda: made.now)
    stripe_server.state.real_time = lambda: made.now.timestamp()
    made.trial()
    return made

"""What it costs to ask, in each request, which modules are on and what the caller may do.

    python -m tests.load.bench_checks [requests]

The smallest typical request is measured, one order of 20 lines, for there the share is largest. The functions
that decide are timed where they are called, in the very process that answers; the part of the actor's look-up
that reads the choices of modules is timed by running that statement with and without it. What a plan limits is
counted where it is made (units, seats, files), so that a request pays for one limit alone: calls of an API key.
"""

# ruff: noqa: E402 Django is set up before anything that needs it

from __future__ import annotations

import io
import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import orjson

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.test")

import django

django.setup()

from django.conf import settings

from api import answering, compiled
from api.reads import guards
from billing.api_calls import api_call_count
from tenants.accounts import authenticate
from tenants.accounts.queries import actor as look_up
from tenants.directory.models import ModuleSwitch
from tenants.kernel.modules import MODULES
from tenants.runtime import guard, rows
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.load.bench_reads import ONE
from tests.load.bench_tenancy import Clock
from tests.load.place import Place, make_place
from tests.load.report import Figure, keep, table

ENTITLEMENT = ((authenticate, "modules_from_text"), (answering, "unit_schema"))
PERMISSION = (
    (authenticate, "rights_of"),
    (authenticate, "needs_second_factor"),
    (guards, "require"),
    (guard, "require"),
    (compiled, "shape_of"),
)
ROUNDS = 5


class Timed:
    """A function with the lengths of its calls, in nanoseconds."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.lengths: list[int] = []

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """This will call the function and note how long it took."""
        began = time.perf_counter_ns()
        try:
            return self.function(*args, **kwargs)
        finally:
            self.lengths.append(time.perf_counter_ns() - began)

    @property
    def total(self) -> float:
        """All calls together, each taken for as long as the typical one: others are pauses of the machine."""
        return statistics.median(self.lengths) * len(self.lengths) if self.lengths else 0.0


def main(requests: int) -> None:
    """This will measure and keep the figures."""
    place = make_place()
    try:
        settings.REDIS_URL = place.valkey.url
        for who in ("CALLER", "GROUP", "STRANGER"):
            setattr(settings, f"API_POINTS_{who}", 10**12)
        _choose_modules(place)
        ask = _asking(place)
        for _ in range(requests // 4):
            ask()
        whole = statistics.median(_cpu(ask, requests // ROUNDS) for _ in range(ROUNDS))
        reading = _reading_choices(place, requests)
        entitlement = _share(ENTITLEMENT, ask, requests)
        permission = _share(PERMISSION, ask, requests)
        counting = _counting_calls(place, requests)
    finally:
        place.close()
    keep("Entitlement and permission checks", told(whole, entitlement, permission, reading, counting))


def told(whole: float, entitlement: float, permission: float, reading: float, counting: float) -> list[str]:
    """This will word the figures, all in milliseconds a request."""
    of_modules = (entitlement + reading) / whole * 100
    of_key = (entitlement + reading + counting) / whole * 100
    of_both = (entitlement + reading + permission) / whole * 100
    return [
        "One order of 20 lines, asked for in one process without HTTP, by a buyer of a unit with choices of modules.",
        "",
        *table(
            [
                Figure("the request, CPU of app and PostgreSQL", f"{whole * 1000:.0f} µs"),
                Figure("deciding which modules are on, and their schema", f"{entitlement * 1000:.2f} µs"),
                Figure("reading the choices of modules with the actor", f"{reading * 1000:.2f} µs"),
                Figure("counting a call of an API key against the plan's limit", f"{counting * 1000:.2f} µs"),
                Figure("deciding what the caller may do", f"{permission * 1000:.2f} µs"),
                Figure("entitlement, share", f"{of_modules:.2f} %", "under 1 %", of_modules < 1),
                Figure("the same for an API key, share", f"{of_key:.2f} %", "under 1 %", of_key < 1),
                Figure("entitlement and permissions, share", f"{of_both:.2f} %", "under 2 %", of_both < 2),
            ]
        ),
    ]


def _choose_modules(place: Place) -> None:
    with place.world.a.scope():
        for module in [m.code for m in MODULES.values() if not m.always_on][:2]:
            ModuleSwitch.objects.create(
                group_id=place.world.a.id, unit_id=place.world.a1.id, module=module, enabled=True
            )


def _asking(place: Place) -> Callable[[], None]:
    from tests.load.apps.ours import application

    body = orjson.dumps({"query": ONE, "variables": {"id": place.product_id}})
    known = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/u/a1/graphql",
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "HTTP_HOST": "localhost",
        "HTTP_X_HANSE_CLIENT": "bench",
        "HTTP_COOKIE": f"session={place.session}",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "REMOTE_ADDR": "127.0.0.1",
        "SCRIPT_NAME": "",
        "QUERY_STRING": "",
        "wsgi.url_scheme": "http",
    }

    def ask() -> None:
        (answer,) = application({**known, "wsgi.input": io.BytesIO(body)}, lambda status, headers: None)
        if not answer.startswith(b'{"data":{"product":{"id"'):
            raise AssertionError(answer[:500])

    return ask


def _cpu(work: Callable[[], None], times: int) -> float:
    with Clock("default") as clock:
        for _ in range(times):
            work()
    return clock.cpu_ms / times


def _reading_choices(place: Place, times: int) -> float:
    """Milliseconds of CPU that the choices of modules add to the look-up of the actor."""
    text = look_up.SESSION_ON_UNIT
    begin, end = text.index("g.module_choices"), text.index("AS switches")
    bare = f"{text[:begin]}NULL {text[end:]}"
    values = ["a1", place.session]

    def run(statement: str) -> float:
        def once() -> None:
            for _ in range(20):
                rows.fetch_rows(statement, values)

        with unit_of_work(ACCOUNTS):
            once()
            return _cpu(once, times // ROUNDS // 20) / 20

    return max(0.0, statistics.median(run(text) - run(bare) for _ in range(ROUNDS)))


def _counting_calls(place: Place, times: int) -> float:
    """Milliseconds of CPU that counting a call takes, with what goes to Valkey every twenty calls."""
    at = datetime.now(UTC)

    def count() -> None:
        api_call_count(group_id=place.world.a.id, at=at)

    with unit_of_work(ACCOUNTS):
        count()
        return statistics.median(_cpu(count, times) for _ in range(ROUNDS))


def _share(checks: tuple[tuple[Any, str], ...], ask: Callable[[], None], requests: int) -> float:
    """Milliseconds a request spends in some functions, without what timing them costs."""
    kept = [(module, name, getattr(owner, name)) for owner, name in checks for module in _users(owner, name)]
    timed = {function: Timed(function) for _, _, function in kept}
    for module, name, function in kept:
        setattr(module, name, timed[function])
    try:
        for _ in range(requests):
            ask()
    finally:
        for module, name, function in kept:
            setattr(module, name, function)
    empty = Timed(lambda: None)
    for _ in range(10_000):
        empty()
    calls = sum(len(one.lengths) for one in timed.values())
    nothing = statistics.median(empty.lengths) * calls
    return max(0.0, sum(one.total for one in timed.values()) - nothing) / requests / 1e6


def _users(owner: Any, name: str) -> list[Any]:
    """The modules that know a function by this name."""
    function = getattr(owner, name)
    return [m for m in list(sys.modules.values()) if getattr(m, "__dict__", {}).get(name) is function]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3_000)

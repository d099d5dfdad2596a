"""Switching a module off and on a hundred times while people elsewhere work: who notices, and how slow it gets.

    python -m tests.load.bench_modules [switches]

Two processes serve HTTP. Somebody in another unit of the group, somebody in another group, and somebody in the very
unit ask without a pause for what does not belong to the module; the same traffic without switching is the comparison.
"""

# ruff: noqa: E402 Django is set up before anything that needs it

from __future__ import annotations

import os
import statistics
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import orjson

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.test")

import django

django.setup()

from tests.factories.people import make_member, make_person, make_session
from tests.load import servers
from tests.load.client import Caller, prepared
from tests.load.place import Place, make_place
from tests.load.report import Figure, keep, table

KEPT = 20
ORDERS = "{ purchaseOrders(first: 20) { totalCount nodes { id number } } }"
WITHIN = "{ viewer { person { email } } purchaseOrders(first: 20) { totalCount } }"
CENTRES = "{ costCentres(first: 1) { totalCount } }"
MAKE = (
    "mutation($input: CostCentreCreateInput!) { costCentreCreate(input: $input) { errors { code field } } }"
)


class Person:
    """Somebody with a session, at one door."""

    def __init__(self, port: int, email: str, place: Any, role: str, path: str, **headers: str) -> None:
        person = make_person(email)
        make_member(person, place, role)
        self.path, self.caller = path, Caller(port)
        self.headers = {"X-Hanse-Client": "bench", "Cookie": f"session={make_session(person)}", **headers}

    def ask(self, text: str, variables: Any = None) -> dict[str, Any]:
        """This will ask and give the answer, with its status."""
        body = orjson.dumps({"query": text, "variables": variables or {}})
        status, answer = self.caller.call(prepared(self.path, body, self.headers))
        return {"status": status, **orjson.loads(answer)}


@dataclass
class Traffic:
    """What those elsewhere saw."""

    answers: int = 0
    failures: list[dict[str, Any]] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)


def during(people: list[tuple[Person, str]], work: Callable[[], None]) -> Traffic:
    """This will let people ask without a pause while the work is done."""
    stop, lock, seen = threading.Event(), threading.Lock(), Traffic()

    def run(person: Person, text: str) -> None:
        while not stop.is_set():
            began = time.perf_counter()
            answer = person.ask(text)
            spent = (time.perf_counter() - began) * 1000
            with lock:
                seen.answers += 1
                seen.milliseconds.append(spent)
                if answer["status"] != 200 or "errors" in answer:
                    seen.failures.append(answer)

    threads = [threading.Thread(target=run, args=each) for each in people]
    for thread in threads:
        thread.start()
    try:
        work()
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    return seen


def switch(hq: Person, unit: Any, *, enable: bool) -> None:
    """This will switch approvals and requisitions of a unit."""
    name = "moduleEnable" if enable else "moduleDisable"
    text = f"mutation($input: {name[0].upper()}{name[1:]}Input!) {{ {name}(input: $input) {{ errors {{ code }} }} }}"
    module, also = ("requisitions", ["approvals"]) if enable else ("approvals", ["requisitions"])
    answer = hq.ask(text, {"input": {"module": module, "unitId": f"Unit_{unit.id}", "also": also}})
    if answer["data"][name]["errors"]:
        raise AssertionError(answer)


def main(switches: int) -> None:
    """This will measure and keep the figures."""
    place = make_place()
    server = servers.start("ours", "infra.config.wsgi:application", place.environment)
    try:
        figures = measure(place, server.port, switches)
    finally:
        server.stop()
        place.close()
    keep("Switching modules under traffic", figures)


def measure(place: Place, port: int, switches: int) -> list[str]:
    """This will switch, watch, and word what was seen."""
    world = place.world
    hq = Person(port, "hq@example.com", world.a, "hq_admin", "/graphql", **{"X-Hanse-Group": str(world.a.id)})
    admin = Person(port, "admin@example.com", world.a1, "unit_admin", "/u/a1/graphql")
    for number in range(KEPT):
        admin.ask(MAKE, {"input": {"code": f"K{number}", "name": "Kept"}})
    elsewhere = [
        (Person(port, "a2@example.com", world.a2, "unit_admin", "/u/a2/graphql"), ORDERS),
        (Person(port, "b1@example.com", world.b1, "unit_admin", "/u/b1/graphql"), ORDERS),
        (Person(port, "a1@example.com", world.a1, "unit_admin", "/u/a1/graphql"), WITHIN),
    ]
    wrong: list[int] = []
    spans: list[float] = []

    def work() -> None:
        for number in range(switches):
            enable = bool(number % 2)
            began = time.perf_counter()
            switch(hq, world.a1, enable=enable)
            spans.append(time.perf_counter() - began)
            there = "errors" not in admin.ask(CENTRES)
            if there is not enable:
                wrong.append(number)

    for person, text in elsewhere:  # each process builds the schema of a set of modules once
        person.ask(text)

    def once() -> None:
        for enable in (False, True):
            switch(hq, world.a1, enable=enable)

    warm = during(elsewhere, once)
    seen = during(elsewhere, work)
    quiet = during(elsewhere, lambda: time.sleep(sum(spans)))
    left = admin.ask(CENTRES)["data"]["costCentres"]["totalCount"]
    return told(switches, seen, quiet, wrong, left, spans, warm)


def told(
    switches: int,
    seen: Traffic,
    quiet: Traffic,
    wrong: list[int],
    left: int,
    spans: list[float],
    warm: Traffic,
) -> list[str]:
    """This will word the figures."""
    failed = len(seen.failures) + len(warm.failures)
    return [
        f"Approvals and requisitions of one unit, {switches} switches over HTTP (2 processes), three people asking "
        "without a pause for what does not belong to them.",
        "",
        *table(
            [
                Figure(f"failed, of {seen.answers:,} requests outside the module", str(failed), "0", failed == 0),
                Figure("answers at the module's own door that did not fit the switch", str(len(wrong)), "0", not wrong),
                Figure("rows of the module afterwards", f"{left} of {KEPT}", "all", left == KEPT),
                Figure("a switch, median / longest", f"{_ms(spans)[0]:.0f} / {_ms(spans)[1]:.0f} ms"),
                Figure("a request elsewhere while switching, median / p95", _spread(seen.milliseconds)),
                Figure("the same without switching, median / p95", _spread(quiet.milliseconds)),
            ]
        ),
    ]  # fmt: skip


def _ms(spans: list[float]) -> tuple[float, float]:
    return statistics.median(spans) * 1000, max(spans) * 1000


def _spread(milliseconds: list[float]) -> str:
    p95 = statistics.quantiles(milliseconds, n=20)[-1]
    return f"{statistics.median(milliseconds):.1f} / {p95:.1f} ms"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)

"""Reads against the floor and stock graphene-django: throughput and CPU time, in one run.

    python -m tests.load.bench_reads [seconds a round]

Every contender answers over HTTP from granian with two workers. Ours does it with log-in, tenant role, field
permissions and the two SET LOCALs of its transaction; the others with none of that. Rounds alternate.
"""

# ruff: noqa: E402 Django is set up before anything that needs it

from __future__ import annotations

import os
import statistics
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import orjson

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.test")

import django

django.setup()

from api.documents import documents_of
from api.execution import RequestContext, execute
from api.reads.cursor import observed_statements
from api.schema import build_schema
from tests.api.shop_types import ShopQuery
from tests.load import servers
from tests.load.client import Caller, load, prepared
from tests.load.place import Place, make_place
from tests.load.report import Figure, keep, table

LIST = """
query List($first: Int) {
  products(first: $first, orderBy: CODE_ASC) {
    nodes {
      id code title status createdAt total { amount currency }
      variants {
        id sku lineNo note
        prices { id channel price { amount currency } }
        stocks { id warehouse quantity updatedAt }
      }
    }
  }
}
"""
ONE = """
query One($id: ID!) {
  product(id: $id) {
    id code title status createdAt total { amount currency } variants { id sku lineNo note }
  }
}
"""
ROUNDS = 5
WORDS = {
    "floor": "floor: bare psycopg and orjson",
    "ours": "ours: log-in, tenant role, permissions",
    "stock": "stock graphene-django with prefetch",
}
CALLERS = 4


@dataclass
class Figures:
    """What was measured of one contender for one question."""

    per_second: list[float] = field(default_factory=list)
    app_ms: list[float] = field(default_factory=list)
    database_ms: list[float] = field(default_factory=list)
    p95_ms: list[float] = field(default_factory=list)

    def summary(self) -> dict[str, float]:
        """The medians of the rounds."""
        names = ("per_second", "app_ms", "database_ms", "p95_ms")
        return {name: round(statistics.median(getattr(self, name)), 2) for name in names}


def run(seconds: float) -> tuple[dict[str, Any], dict[str, int]]:
    """This will measure both questions and give all figures."""
    place = make_place()
    started = [
        servers.start("floor", "tests.load.apps.floor:application", place.floor_environment),
        servers.start("ours", "tests.load.apps.ours:application", place.environment),
        servers.start("stock", "tests.load.apps.stock:application", place.floor_environment),
    ]
    try:
        questions = {
            "list": {"query": LIST, "variables": {"first": 100}},
            "one": {"query": ONE, "variables": {"id": place.product_id}},
        }
        sizes = _check_equal(started, questions, place)
        figures = {name: {s.name: Figures() for s in started} for name in questions}
        for _ in range(ROUNDS):
            for name, question in questions.items():
                for server in started:
                    _round(server, _request(question, place), figures[name][server.name], place, seconds)
        memory = {s.name: round(servers.peak_megabytes(s.process.pid)) for s in started}
        measured = {
            **{name: {who: f.summary() for who, f in found.items()} for name, found in figures.items()},
            "peak_mb": memory,
            "statements": {name: _statements(question, place) for name, question in questions.items()},
        }
        return measured, sizes
    finally:
        for server in started:
            server.stop()
        place.close()


def _request(question: Any, place: Place) -> bytes:
    headers = {"X-Hanse-Client": "bench", "Cookie": f"session={place.session}"}
    return prepared("/u/a1/graphql", orjson.dumps(question), headers)


def _statements(question: dict[str, Any], place: Place) -> int:
    """How many statements our API makes for a question, with the one that finds the actor."""
    schema = build_schema("unit", queries=[ShopQuery], mutations=[], contexts=frozenset())
    actor = place.world.a1.actor("procurement.order.read", "procurement.price.read")
    document = documents_of(schema).get(question["query"], question["variables"])
    context = RequestContext(actor=actor, at=datetime.now(UTC), variables=question["variables"])
    with place.world.a1.scope(), observed_statements() as statements:
        execute(schema, document, context)
    return len(statements) + 1


def _check_equal(started: list[servers.Server], questions: dict[str, Any], place: Place) -> dict[str, int]:
    """Ours and the floor must answer the same; nothing is measured otherwise. Gives the numbers of fields."""
    sizes = {}
    for name, question in questions.items():
        request = _request(question, place)
        answers = {s.name: orjson.loads(Caller(s.port).call(request)[1]) for s in started}
        assert answers["ours"] == answers["floor"], f"{name}: {str(answers)[:2000]}"
        assert "errors" not in answers["stock"], answers["stock"]["errors"]
        sizes[name] = _fields(answers["ours"])
    return sizes


def _fields(value: Any) -> int:
    if isinstance(value, dict):
        return len(value) + sum(map(_fields, value.values()))
    return sum(map(_fields, value)) if isinstance(value, list) else 0


def _round(server: servers.Server, request: bytes, figures: Figures, place: Place, seconds: float) -> None:
    load(server.port, request, callers=CALLERS, seconds=min(1.0, seconds / 3))
    app, database = servers.cpu_seconds(server.process.pid), servers.cpu_seconds(place.postgres_pid)
    done = load(server.port, request, callers=CALLERS, seconds=seconds)
    figures.app_ms.append((servers.cpu_seconds(server.process.pid) - app) / done.answers * 1000)
    figures.database_ms.append((servers.cpu_seconds(place.postgres_pid) - database) / done.answers * 1000)
    figures.per_second.append(done.per_second)
    figures.p95_ms.append(sorted(done.latencies)[int(len(done.latencies) * 0.95)] * 1000)


def told(found: dict[str, Any], fields: dict[str, int]) -> list[str]:
    """This will word the figures: each contender, and ours as a share of the others."""
    lines = []
    for name, title, goals in (
        ("list", "List of 100 products with variants, prices and stock", (60, 10)),
        ("one", "One order of 20 lines", (50, 6)),
    ):
        lines += [
            f"{title}, {fields[name]} fields, over HTTP ({CALLERS} callers, 2 workers):",
            "",
            "| | answers a second | CPU app, ms | CPU PostgreSQL, ms | p95, ms |",
            "|---|---|---|---|---|",
        ]
        for who, words in WORDS.items():
            f = found[name][who]
            lines.append(
                f"| {words} | {f['per_second']} | {f['app_ms']} | {f['database_ms']} | {f['p95_ms']} |"
            )
        ours, floor, stock = (found[name][who] for who in ("ours", "floor", "stock"))
        of_floor, of_stock = (
            ours["per_second"] / floor["per_second"],
            ours["per_second"] / stock["per_second"],
        )
        lines += [
            "",
            *table(
                [
                    Figure("ours, share of the floor's throughput", f"{of_floor:.0%}", f"at least {goals[0]} %",
                           of_floor * 100 >= goals[0]),
                    Figure("ours against stock, throughput", f"{of_stock:.1f}×", f"at least {goals[1]}×",
                           of_stock >= goals[1]),
                    Figure("the same two by CPU time",
                           f"{_cpu(floor) / _cpu(ours):.0%}, {_cpu(stock) / _cpu(ours):.1f}×"),
                    Figure("statements of ours, the look-up of the actor among them",
                           str(found["statements"][name])),
                ]
            ),
            "",
        ]  # fmt: skip
    memory = ", ".join(f"{WORDS[who]} {mb} MB" for who, mb in found["peak_mb"].items())
    return [*lines, f"Peak memory of all processes: {memory}."]


def _cpu(figures: dict[str, float]) -> float:
    return figures["app_ms"] + figures["database_ms"]


if __name__ == "__main__":
    measured, sizes = run(float(sys.argv[1]) if len(sys.argv) > 1 else 4.0)
    keep("Reads", told(measured, sizes))

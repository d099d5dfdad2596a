"""Tenancy in figures: making units, migrating a fleet, what a connection keeps, what role and row security cost.

    python -m tests.load.bench_tenancy [units]

Django's own way of migrating is timed on a sample of the same units and counted up, which flatters it: its loop
grows faster than the number of units. Making a unit by its migrations counts those of the unit's apps alone.
"""

# ruff: noqa: E402 Django is set up before anything that needs it

from __future__ import annotations

import os
import statistics
import sys
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.test")

import django
import psycopg

django.setup()

from django.db import connection, connections, transaction
from django.db.migrations import AddField, Migration
from django.db.migrations.executor import MigrationExecutor
from django.db.models import TextField
from psycopg import sql

from infra.embedded.postgres import Postgres, start_postgres
from tenants.directory.fleet.blueprint import SCRATCH, Blueprint, CompiledMigration, blueprint
from tenants.directory.fleet.owner import owner_in, placed_apps
from tenants.directory.fleet.runner import migrate_units
from tenants.directory.fleet.spares import keep_spares
from tenants.directory.schemas import (
    drop_schema,
    make_empty_schema,
    make_schema_from_template,
    migrate_public,
    new_schema_name,
)
from tenants.runtime.backend import base
from tenants.runtime.scope import Scope, unit_of_work, unit_role, unit_scope
from tenants.runtime.unit.models import NumberSeries
from tests.load.report import Figure, keep, table
from tests.support.database import HOME, clone, drop, point_at
from tests.support.world import fixed_id, make_world, populate

NAME = "hanse_bench_tenancy"
SAMPLE = 10
READS = 250
ROUNDS = 9


class Clock:
    """Wall time, and the CPU time of this process and of the database's backend, in milliseconds."""

    def __init__(self, alias: str = "owner") -> None:
        connections[alias].ensure_connection()
        self._pid = connections[alias].connection.info.backend_pid

    def __enter__(self) -> Clock:
        self._wall, self._cpu = time.perf_counter(), time.process_time() + _cpu_seconds(self._pid)
        return self

    def __exit__(self, *exc: object) -> None:
        self.ms = (time.perf_counter() - self._wall) * 1000
        self.cpu_ms = (time.process_time() + _cpu_seconds(self._pid) - self._cpu) * 1000


def _cpu_seconds(pid: int) -> float:
    """The CPU time of a process of one thread."""
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9


def making(count: int) -> tuple[list[str], list[Figure]]:
    """This will make units by migrations, by the template, and from spares, up to `count` by the template."""
    group = make_world().a.id
    migrations = _median([_by_migrations(group) for _ in range(3)])
    names, made = [], []
    for _ in range(count):
        names.append(new_schema_name())
        with Clock() as clock:
            make_schema_from_template(group_id=group, schema_name=names[-1])
        made.append(clock)
    spared = []
    keep_spares(at=datetime.now(UTC), wanted=SAMPLE)
    for _ in range(SAMPLE):
        names.append(new_schema_name())
        with Clock() as clock:
            make_schema_from_template(group_id=group, schema_name=names[-1])
        spared.append(clock)
    template, spare = _median(made), _median(spared)
    some = min(30, count // 3)
    first, last = _median(made[:some])[1], _median(made[-some:])[1]
    return names, [
        Figure("a unit by its migrations, CPU (wall clock)", _both(migrations)),
        Figure(f"a unit by the template, median of {count}", _both(template)),
        Figure("a unit from a spare schema: what an order waits for", _both(spare)),
        _times("template against migrations, CPU", migrations[1] / template[1], 10),
        _times("spare against migrations, CPU", migrations[1] / spare[1], 10),
        Figure(
            f"growth: units 1 to {some} ({first:.0f} ms CPU) against the last {some} of {count} ({last:.0f} ms)",
            f"{last / first:.2f}×", "less than 1.5×", last < first * 1.5,
        ),
    ]  # fmt: skip


def _by_migrations(group: uuid.UUID) -> Clock:
    name = new_schema_name()
    make_empty_schema(schema_name=name)
    with owner_in(name) as owner, Clock() as clock:
        executor = MigrationExecutor(owner)
        labels = placed_apps("unit")
        executor.migrate([leaf for leaf in executor.loader.graph.leaf_nodes() if leaf[0] in labels])
    drop_schema(group_id=group, schema_name=name)
    return clock


def _median(clocks: list[Clock]) -> tuple[float, float]:
    """Wall and CPU."""
    return statistics.median(c.ms for c in clocks), statistics.median(c.cpu_ms for c in clocks)


def _both(median: tuple[float, float]) -> str:
    return f"{median[1]:,.0f} ms ({median[0]:,.0f} ms)"


def _times(what: str, ratio: float, least: float) -> Figure:
    return Figure(what, f"{ratio:.1f}×", f"at least {least:g}×", ratio >= least)


def migrating(names: list[str]) -> list[Figure]:
    """This will add a column to every unit: by the runner, and by Django's own executor on a sample."""
    with owner_in("public") as owner:
        known = blueprint(owner)
    extra = CompiledMigration(
        "runtime_unit.9001_note", True, "",
        (f'ALTER TABLE "{SCRATCH}"."runtime_number_series" ADD COLUMN "note" text NULL',),
    )  # fmt: skip
    plan = Blueprint(digest="bench", migrations=(*known.migrations, extra), fingerprint="")
    report = migrate_units(plan=plan)
    units = report.applied[extra.key]
    each = statistics.median(_by_django(name) for name in names[:SAMPLE])
    whole = each * units / 1000
    return [
        Figure(f"one additive migration of {units} units by the set-based runner", f"{report.seconds:.2f} s"),
        Figure(f"by Django's own loop, extrapolated from {SAMPLE} units", f"{whole:,.0f} s"),
        _times("runner against Django's loop", whole / report.seconds, 20),
        Figure("longest lock of the runner on one unit", f"{report.longest_lock_ms:.1f} ms"),
    ]


def _by_django(name: str) -> float:
    """One unit's share of Django's own loop: the loader, the plan, one migration, its record."""
    with owner_in(name) as owner:
        before = MigrationExecutor(owner)
        before.recorder.ensure_schema()
        for node in before.loader.graph.nodes:
            before.recorder.record_applied(*node)
        with Clock() as clock:
            executor = MigrationExecutor(owner)
            leaf = next(n for n in executor.loader.graph.leaf_nodes() if n[0] == "runtime_unit")
            further = Migration("9002_more", "runtime_unit")
            further.dependencies = [leaf]
            further.operations = [AddField("numberseries", "more", TextField(null=True))]
            key = ("runtime_unit", "9002_more")
            executor.loader.graph.add_node(key, further)
            executor.loader.graph.add_dependency(further, key, leaf)
            executor.migrate([key])
    return clock.ms


def keeping(names: list[str]) -> list[Figure]:
    """This will serve every unit on one connection, with and without retiring it."""
    group = make_world().a.id

    def served(limit: int, names: list[str]) -> float:
        base.MAX_SCOPES_PER_CONNECTION = limit
        connection.close()
        most = 0.0
        for number, name in enumerate(names):
            with unit_of_work(unit_scope(group_id=group, unit_id=fixed_id(number), schema_name=name)):
                for model in _unit_models():
                    list(model._default_manager.all()[:1])
                most = max(most, _private_megabytes(connection.connection.info.backend_pid))
        return most

    kept = base.MAX_SCOPES_PER_CONNECTION
    early, bounded = served(kept, names[: 2 * kept]), served(kept, names)
    unbounded = served(10**9, names)
    base.MAX_SCOPES_PER_CONNECTION = kept
    return [
        Figure(
            f"private memory of a backend, retired after {kept} units, most while {len(names)} were served",
            f"{bounded:.0f} MB", f"that of {2 * kept} units ({early:.0f} MB)", bounded < early * 1.2,
        ),
        Figure("the same, never retired", f"{unbounded:.0f} MB"),
    ]  # fmt: skip


def _unit_models() -> list[type]:
    from tests.isolation.marks import UNIT_MODELS

    return UNIT_MODELS


def _private_megabytes(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


def costing() -> list[Figure]:
    """This will read a list of 100 rows in a unit of work, under role and row security and without them."""
    world = make_world()
    with world.a1.scope():
        NumberSeries.objects.bulk_create(NumberSeries(kind=f"K{n}", year=2026, last=n) for n in range(100))

    def read() -> None:
        list(NumberSeries.objects.order_by("kind")[:100])
        list(_directory())

    def guarded() -> None:
        with world.a1.scope():
            read()

    plain_scope = Scope("unit", "app_owner", schema_name=world.a1.schema_name)

    def plain() -> None:
        """The same backend as the owner of the tables: no change of role, no row security, the path set before."""
        with transaction.atomic():
            read()

    pairs = []
    for number in range(ROUNDS):
        ours = _timed(guarded) if number % 2 else 0.0
        with _as_owner(plain_scope):
            bare = _timed(plain)
        pairs.append((ours or _timed(guarded), bare))
    ours, bare = (statistics.median(side) for side in zip(*pairs, strict=True))
    overhead = statistics.median(ours / bare - 1 for ours, bare in pairs) * 100
    return [
        Figure("a read of 100 rows and of the group's units, with role and row security, CPU", f"{ours:.2f} ms"),
        Figure("the same by the owner's login: no role, no row security, search_path set once", f"{bare:.2f} ms"),
        Figure(
            f"overhead, median of {ROUNDS} pairs", f"{overhead:.0f} %", "under 15 %", overhead < 15
        ),
    ]  # fmt: skip


def _directory() -> list[object]:
    from tenants.directory.models import BusinessUnit

    return list(BusinessUnit.objects.order_by("slug")[:100])


def _timed(work: Callable[[], None]) -> float:
    """CPU milliseconds of one call, of this process and its backend, over many."""
    for _ in range(20):
        work()
    with Clock("default") as clock:
        for _ in range(READS):
            work()
    return clock.cpu_ms / READS


class _as_owner:  # noqa: N801 used as a with-statement
    """The default alias logged in as the owner, without guards: the floor of the comparison."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    def __enter__(self) -> None:
        self.before = dict(connection.settings_dict)
        self.check = base.DatabaseWrapper._handle_search_path
        connection.close()
        owner = connections["owner"].settings_dict
        connection.settings_dict.update({k: owner[k] for k in ("USER", "PASSWORD")})
        base.DatabaseWrapper._handle_search_path = lambda self, cursor=None: None  # type: ignore[method-assign]
        connection.ensure_connection()
        with connections["owner"].cursor() as cursor:
            cursor.execute("ALTER TABLE directory_business_unit NO FORCE ROW LEVEL SECURITY")
        with connection.raw_cursor() as cursor:
            cursor.execute(f"SET search_path TO {self.scope.search_path}")

    def __exit__(self, *exc: object) -> None:
        connection.close()
        connection.settings_dict.clear()
        connection.settings_dict.update(self.before)
        base.DatabaseWrapper._handle_search_path = self.check  # type: ignore[method-assign]


def _drop_roles(server: Postgres, names: list[str]) -> None:
    group = make_world().a.id
    with psycopg.connect(server.superuser_url, autocommit=True) as superuser:
        for name in names:
            role = sql.Identifier(unit_role(group_id=group, schema_name=name))
            superuser.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(role))


def main() -> None:
    """This will measure, print and keep the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    server = start_postgres(HOME / "postgres", fsync=False)
    clone(server, "template1", NAME)
    point_at(server, NAME)
    names: list[str] = []
    try:
        migrate_public()
        populate(make_world())
        cost = costing()
        names, made = making(count)
        figures = [*made, *migrating(names), *keeping(names), *cost]
    finally:
        connections.close_all()
        drop(server, NAME)
        _drop_roles(server, names)
    words = f"{count} units of {len(_unit_models())} tables each, on one server without fsync."
    keep("Tenancy", [words, "", *table(figures)])


if __name__ == "__main__":
    main()

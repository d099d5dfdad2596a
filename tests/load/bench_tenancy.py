"""Tenancy in figures: making units, migrating a fleet, what a connection keeps, what role and row security cost.

    python -m tests.load.bench_tenancy [units]

Django's own way of migrating is timed on a sample of the same units and counted up, which flatters it: its loop
grows faster than the number of units.
"""

# ruff: noqa: E402 Django is set up before anything that needs it

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
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
from tenants.directory.fleet.owner import owner_in
from tenants.directory.fleet.runner import migrate_units
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
from tests.load.report import keep
from tests.support.database import HOME, clone, drop, point_at
from tests.support.world import fixed_id, make_world, populate

NAME = "hanse_bench_tenancy"
SAMPLE = 10
READS = 400


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
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def making(count: int) -> tuple[list[str], list[str]]:
    """This will make units by migrations and by the template, up to `count`."""
    group = make_world().a.id
    slow = []
    for _ in range(3):
        name = new_schema_name()
        make_empty_schema(schema_name=name)
        with owner_in(name) as owner, Clock() as clock:
            executor = MigrationExecutor(owner)
            executor.migrate(executor.loader.graph.leaf_nodes())
        slow.append(clock)
        drop_schema(group_id=group, schema_name=name)
    names, made = [], []
    for _ in range(count):
        names.append(new_schema_name())
        with Clock() as clock:
            make_schema_from_template(group_id=group, schema_name=names[-1])
        made.append(clock)
    migrations, template = _median(slow), _median(made)
    first, last = _median(made[5:15])[1], _median(made[-10:])[1]
    return names, [
        f"| a unit by its migrations, as Django runs them | {migrations[1]:,.0f} ms CPU, {migrations[0]:,.0f} ms |",
        f"| a unit by the template, median of {count} | {template[1]:,.0f} ms CPU, {template[0]:,.0f} ms |",
        f"| **ratio** (at least 10) | **{migrations[1] / template[1]:.1f}×** CPU, {migrations[0] / template[0]:.1f}× |",
        f"| units 6 to 15, units {count - 9} to {count} | {first:,.0f} ms, {last:,.0f} ms CPU |",
        f"| **growth** (less than 1.5) | **{last / first:.2f}×** |",
    ]


def _median(clocks: list[Clock]) -> tuple[float, float]:
    """Wall and CPU."""
    return statistics.median(c.ms for c in clocks), statistics.median(c.cpu_ms for c in clocks)


def migrating(names: list[str]) -> list[str]:
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
        f"| one additive migration of {units} units by the runner | {report.seconds:.2f} s |",
        f"| longest lock on one unit | {report.longest_lock_ms:.1f} ms |",
        f"| by Django's executor, median of {SAMPLE} units × {units} | {whole:,.0f} s |",
        f"| **ratio** (at least 20) | **{whole / report.seconds:.0f}×** |",
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


def keeping(names: list[str]) -> list[str]:
    """This will serve every unit on one connection, with and without retiring it."""
    group = make_world().a.id

    def served(limit: int) -> float:
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
    bounded, unbounded = served(kept), served(10**9)
    base.MAX_SCOPES_PER_CONNECTION = kept
    return [
        f"| private memory of a backend that serves {len(names)} units, retired after {kept} | {bounded:.0f} MB |",
        f"| the same, never retired | {unbounded:.0f} MB |",
    ]


def _unit_models() -> list[type]:
    from tests.isolation.marks import UNIT_MODELS

    return UNIT_MODELS


def _private_megabytes(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024


def costing() -> list[str]:
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

    rounds: dict[str, list[float]] = {"guarded": [], "plain": []}
    for _ in range(5):
        rounds["guarded"].append(_timed(guarded))
        with _as_owner(plain_scope):
            rounds["plain"].append(_timed(plain))
    ours, bare = statistics.median(rounds["guarded"]), statistics.median(rounds["plain"])
    return [
        f"| a read of 100 rows and the group's units, with role and row security | {ours:.2f} ms CPU |",
        f"| the same by the owner's login: no role, no row security, search_path set once | {bare:.2f} ms |",
        f"| **overhead** (under 15 %) | **{(ours / bare - 1) * 100:.0f} %** |",
    ]


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
        for table in ("directory_business_unit",):
            with connections["owner"].cursor() as cursor:
                cursor.execute(
                    sql.SQL("ALTER TABLE {} NO FORCE ROW LEVEL SECURITY").format(sql.Identifier(table))
                )
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
        lines = ["| what | figure |", "|---|---|", *costing()]
        names, made = making(count)
        lines += [*made, *migrating(names), *keeping(names)]
    finally:
        connections.close_all()
        drop(server, NAME)
        _drop_roles(server, names)
    keep("Tenancy", lines)


if __name__ == "__main__":
    main()

"""The set-based runner: every unit once, in waves, resumable, and only what may run beside the old code."""

import os
import signal
import threading

import psycopg
import pytest
from django.db import connections

from tenants.directory.fleet.blueprint import SCRATCH, Blueprint, CompiledMigration, blueprint
from tenants.directory.fleet.linter import UnsafeMigration, lint
from tenants.directory.fleet.runner import AnotherRun, migrate_units
from tenants.directory.models import UnitSchema
from tenants.runtime.unit.models import NumberSeries
from tests.support.database import in_child


def plan_with(*statements: str, key: str = "runtime_unit.9001_note", **options: object) -> Blueprint:
    known = blueprint(connections["owner"])
    extra = CompiledMigration(key=key, statements=statements, **{"atomic": True, "contracts": "", **options})
    return Blueprint(digest="with-extra", migrations=(*known.migrations, extra), fingerprint="")


ADD_NOTE = f'ALTER TABLE "{SCRATCH}"."runtime_number_series" ADD COLUMN "note" text NULL'


def columns(schema_name: str) -> set[str]:
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns "
            "WHERE table_schema = %s AND table_name = 'runtime_number_series'",
            [schema_name],
        )
        return {row[0] for row in cursor.fetchall()}


def applied_to(schema_name: str) -> list[str]:
    return UnitSchema.objects.using("owner").get(schema_name=schema_name).applied


def test_a_new_migration_reaches_every_unit_once(live_world):
    report = migrate_units(plan=plan_with(ADD_NOTE))
    assert (report.applied, report.failures, report.granted) == ({"runtime_unit.9001_note": 3}, {}, 0)
    assert report.longest_lock_ms > 0
    for unit in live_world.units:
        assert "note" in columns(unit.schema_name)
        assert applied_to(unit.schema_name)[-1] == "runtime_unit.9001_note"
    assert migrate_units(plan=plan_with(ADD_NOTE)).applied == {}


def test_unqualified_names_meet_the_units_own_tables(live_world):
    migrate_units(plan=plan_with('ALTER TABLE "runtime_number_series" ADD COLUMN "note" text NULL'))
    assert all("note" in columns(unit.schema_name) for unit in live_world.units)


def test_old_code_serves_beside_a_half_migrated_fleet(live_world):
    with live_world.a1.scope():
        NumberSeries.objects.create(kind="PR", year=2026, last=1)
    UnitSchema.objects.using("owner").filter(schema_name=live_world.a2.schema_name).update(
        applied=[*applied_to(live_world.a2.schema_name), "runtime_unit.9001_note"]
    )
    migrate_units(plan=plan_with(ADD_NOTE))
    assert "note" in columns(live_world.a1.schema_name)
    assert "note" not in columns(live_world.a2.schema_name)
    for unit, expected in ((live_world.a1, 2), (live_world.a2, 1)):
        with unit.scope():
            NumberSeries.objects.create(kind="PO", year=2026, last=1)
            assert NumberSeries.objects.count() == expected


def test_a_bad_migration_stops_at_the_first_unit_and_changes_nothing(live_world):
    report = migrate_units(plan=plan_with(ADD_NOTE, "SELECT 1/0"))
    assert sorted(report.failures.values()) == [
        "not tried",
        "not tried",
        "runtime_unit.9001_note: division by zero",
    ]
    assert not report.is_complete
    for unit in live_world.units:
        assert "note" not in columns(unit.schema_name)
        assert "runtime_unit.9001_note" not in applied_to(unit.schema_name)


def test_one_unit_that_fails_does_not_hold_the_others(live_world):
    last = max(live_world.units, key=lambda unit: unit.schema_name)
    with connections["owner"].cursor() as cursor:
        cursor.execute(f'ALTER TABLE "{last.schema_name}".runtime_number_series ADD COLUMN note text')
    report = migrate_units(plan=plan_with(ADD_NOTE))
    assert list(report.failures) == [last.schema_name]
    assert "already exists" in report.failures[last.schema_name]
    assert report.applied == {"runtime_unit.9001_note": 2}


def test_a_busy_unit_is_put_back_and_tried_again(live_world, postgres):
    busy = live_world.a2.schema_name
    tried_again = threading.Event()
    lines: list[str] = []

    def say(line: str) -> None:
        lines.append(line)
        if "busy" in line:
            blocker.rollback()
            tried_again.set()

    name = connections["owner"].settings_dict["NAME"]
    with psycopg.connect(postgres.url_for("superuser", name)) as blocker:
        blocker.execute(f'LOCK TABLE "{busy}".runtime_number_series IN ACCESS SHARE MODE')
        report = migrate_units(plan=plan_with(ADD_NOTE), say=say)
    assert tried_again.is_set()
    assert lines[0].startswith("runtime_unit.9001_note: 1 units are busy")
    assert (report.applied, report.failures) == ({"runtime_unit.9001_note": 3}, {})


def test_a_killed_run_goes_on_where_it_stood(live_world):
    second = live_world.a2.schema_name
    hang = f"DO $$ BEGIN IF '{SCRATCH}' = '{second}' THEN PERFORM pg_sleep(60); END IF; END $$"
    plan = plan_with(ADD_NOTE, hang)
    child = in_child(lambda: migrate_units(plan=plan))
    with connections["owner"].cursor() as cursor:
        while "note" not in columns(live_world.a1.schema_name):
            child.join(0.05)
            assert child.is_alive()
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        cursor.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
            "WHERE datname = current_database() AND query LIKE '%hanse_wave%' AND pid <> pg_backend_pid()"
        )
    assert "runtime_unit.9001_note" not in applied_to(live_world.a2.schema_name)
    report = migrate_units(plan=plan_with(ADD_NOTE))
    assert report.applied == {"runtime_unit.9001_note": 2}
    assert all("note" in columns(unit.schema_name) for unit in live_world.units)


def test_two_runs_at_once_are_refused(live_world):
    connection = connections["owner"]
    other = connection.copy()
    try:
        from tenants.directory.fleet.runner import _only_run

        with _only_run(other), pytest.raises(AnotherRun):
            migrate_units()
    finally:
        other.close()


def test_an_index_is_built_concurrently_and_anew_after_an_interruption(live_world):
    build = f'CREATE INDEX CONCURRENTLY "series_by_year" ON "{SCRATCH}"."runtime_number_series" ("year")'
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            f'CREATE INDEX series_by_year ON "{live_world.a1.schema_name}".runtime_number_series (kind)'
        )
        report = migrate_units(plan=plan_with(build, atomic=False))
        assert report.applied == {"runtime_unit.9001_note": 3}
        cursor.execute(
            "SELECT count(*) FROM pg_indexes WHERE indexname = 'series_by_year' AND indexdef LIKE '%(year)'"
        )
        assert cursor.fetchone() == (3,)


def test_grants_are_renewed_where_they_are_not_those_declared(live_world):
    schema = live_world.a1.schema_name
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            f'REVOKE SELECT ON "{schema}".runtime_number_series FROM "{live_world.a1.unit_scope.role}"'
        )
    UnitSchema.objects.using("owner").filter(schema_name=schema).update(grants="older")
    assert migrate_units().granted == 1
    with live_world.a1.scope():
        assert NumberSeries.objects.count() == 0


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ('ALTER TABLE "{s}"."t" DROP COLUMN "a" CASCADE', "drops a column"),
        ('DROP TABLE "{s}"."t" CASCADE', "drops a table"),
        ('ALTER TABLE "t" RENAME COLUMN "a" TO "b"', "renames"),
        ('ALTER TABLE "t" RENAME TO "u"', "renames"),
        ('ALTER TABLE "t" ALTER COLUMN "a" TYPE bigint USING "a"::bigint', "type"),
        ('ALTER TABLE "t" ALTER COLUMN "a" SET NOT NULL', "NOT NULL"),
        ('ALTER TABLE "t" ADD COLUMN "a" integer NOT NULL', "without a default"),
        ('ALTER TABLE "t" ALTER COLUMN "a" DROP DEFAULT', "default"),
        ('CREATE INDEX "i" ON "t" ("a")', "waiting"),
        ('CREATE UNIQUE INDEX "i" ON "{s}"."t" ("a") WHERE "b"', "waiting"),
        ('ALTER TABLE "t" ADD CONSTRAINT "c" CHECK ("a" > 0)', "NOT VALID"),
        ("/* hidden */ DROP TABLE t", "drops a table"),
    ],
)
def test_the_linter_refuses(statement, why):
    migration = CompiledMigration("app.0002", True, "", (statement.format(s=SCRATCH),))
    (finding,) = lint([migration])
    assert why in str(finding)


@pytest.mark.parametrize(
    "statements",
    [
        ('CREATE TABLE "t" ("a" integer NOT NULL)', 'CREATE INDEX "i" ON "t" ("a")'),
        ('CREATE TABLE "{s}"."t" ("a" integer)', 'ALTER TABLE "t" ADD CONSTRAINT "c" CHECK ("a" > 0)'),
        ('ALTER TABLE "t" ADD COLUMN "a" integer NULL',),
        ('ALTER TABLE "t" ADD COLUMN "a" integer DEFAULT 0 NOT NULL',),
        ('CREATE INDEX CONCURRENTLY "i" ON "t" ("a")',),
        ('ALTER TABLE "t" ADD CONSTRAINT "c" CHECK ("a" > 0) NOT VALID',),
        ('CREATE VIEW "inv_x" AS SELECT 1 AS one',),
    ],
)
def test_the_linter_lets_expansion_through(statements):
    formatted = tuple(statement.format(s=SCRATCH) for statement in statements)
    assert lint([CompiledMigration("app.0002", True, "", formatted)]) == []


def test_a_removal_needs_its_reason(live_world):
    drop = f'ALTER TABLE "{SCRATCH}"."runtime_number_series" DROP COLUMN "last"'
    with pytest.raises(UnsafeMigration, match="drops a column"):
        migrate_units(plan=plan_with(drop))
    assert all("last" in columns(unit.schema_name) for unit in live_world.units)
    report = migrate_units(plan=plan_with(drop, contracts="unused since release 1"))
    assert report.applied == {"runtime_unit.9001_note": 3}

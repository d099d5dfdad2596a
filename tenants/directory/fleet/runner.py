"""The set-based runner: applies compiled migrations to all units in waves, each wave in one round trip.

Every unit has a transaction of its own inside the wave, in which its statements run and its migration is noted:
a run that is killed goes on where it stood. A unit whose tables are busy is put back and tried again; one that
fails for another reason is left at its version, which serves beside the new one, and reported. The first wave
is one unit, so that a bad migration stops there.
"""

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from psycopg import sql

from tenants.directory.fleet.blueprint import SCRATCH, Blueprint, CompiledMigration, blueprint
from tenants.directory.fleet.linter import UnsafeMigration, lint
from tenants.directory.fleet.owner import NO_GROUP, OWNER_ALIAS, owner_in
from tenants.directory.models import UnitSchema
from tenants.directory.schemas import grants_digest, grants_text
from tenants.runtime.locks import LockSpace, advisory_key
from tenants.runtime.scope import unit_role

WAVE = 50
LOCK_TIMEOUT = "2s"
ROUNDS = 8
PAUSE = 0.25  # seconds before busy units are tried again; doubles with each round

_WAVE = """
DO $hanse_wave$
DECLARE
  unit text; statement text; began timestamptz; outcome text;
BEGIN
  FOREACH unit IN ARRAY {units} LOOP
    began := clock_timestamp();
    outcome := 'done';
    BEGIN
      PERFORM 1 FROM public.directory_unit_schema
        WHERE schema_name = unit AND NOT applied @> {key}::jsonb FOR NO KEY UPDATE;
      IF FOUND THEN
        EXECUTE format('SET LOCAL search_path TO %I, public', unit);
        FOREACH statement IN ARRAY {statements} LOOP
          EXECUTE replace(statement, {scratch}, unit);
        END LOOP;
        UPDATE public.directory_unit_schema SET applied = applied || {key}::jsonb, changed_at = clock_timestamp()
          WHERE schema_name = unit;
      END IF;
    EXCEPTION
      WHEN lock_not_available OR deadlock_detected THEN outcome := 'busy';
      WHEN OTHERS THEN outcome := 'failed ' || SQLERRM;
    END;
    COMMIT;
    RAISE NOTICE 'hanse % % %', unit,
      round(extract(epoch FROM clock_timestamp() - began) * 1000, 2), outcome;
  END LOOP;
END $hanse_wave$
"""

_NOTICE = re.compile(r"hanse (?P<unit>\S+) (?P<ms>[\d.]+) (?P<outcome>.*)", re.DOTALL)
_CONCURRENT_NAME = re.compile(r'\ACREATE (?:UNIQUE )?INDEX CONCURRENTLY "?(\w+)"?')


@dataclass(slots=True)
class Report:
    """What a run did. `longest_lock_ms` is the longest time one unit's tables were locked by one migration."""

    applied: dict[str, int] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)
    granted: int = 0
    longest_lock_ms: float = 0.0
    longest_lock: str = ""
    seconds: float = 0.0

    @property
    def is_complete(self) -> bool:
        """Whether every unit has every migration."""
        return not self.failures


class AnotherRun(RuntimeError):
    """Another process migrates the units at this moment."""


Say = Callable[[str], None]


def migrate_units(
    *, say: Say = lambda line: None, plan: Blueprint | None = None, only: Sequence[str] | None = None
) -> Report:
    """This will bring every unit to the present migrations and grants.

    `only` names schemas that nobody uses yet, such as a restored one: on these every migration may run.
    Raises UnsafeMigration before anything ran, and AnotherRun.
    """
    began = time.monotonic()
    report = Report()
    with owner_in("public") as connection, _only_run(connection):
        plan = plan or blueprint(connection)
        if only is None:
            refuse_unsafe(plan)
        for migration in plan.migrations:
            waiting = _units_without(migration.key, excluding=report.failures)
            waiting = waiting if only is None else [name for name in waiting if name in only]
            if waiting:
                _apply(connection, migration, waiting, report, say)
        report.granted = _refresh_grants(connection)
    report.seconds = time.monotonic() - began
    return report


def refuse_unsafe(plan: Blueprint) -> None:
    """This will lint what the unit that lags most has before it; raises UnsafeMigration."""
    lags = [
        set(applied) for applied in UnitSchema.objects.using(OWNER_ALIAS).values_list("applied", flat=True)
    ]
    had_by_all = set.intersection(*lags) if lags else set(plan.keys)
    findings = lint(m for m in plan.migrations if m.key not in had_by_all)
    if findings:
        raise UnsafeMigration("\n".join(str(finding) for finding in findings))


def _units_without(key: str, *, excluding: dict[str, str]) -> list[str]:
    rows = UnitSchema.objects.using(OWNER_ALIAS).exclude(applied__contains=[key]).order_by("schema_name")
    return [name for name in rows.values_list("schema_name", flat=True) if name not in excluding]


def _apply(
    connection: Any, migration: CompiledMigration, waiting: list[str], report: Report, say: Say
) -> None:
    run = _run_wave if migration.atomic else _run_concurrently
    pause = PAUSE
    for _ in range(ROUNDS):
        busy: list[str] = []
        for wave in _waves(waiting):
            for unit, milliseconds, outcome in run(connection, migration, wave):
                _note(report, migration.key, unit, milliseconds, outcome, busy)
            if report.failures and len(wave) == 1:
                say(f"{migration.key}: {report.failures.get(wave[0], 'failed')}")
                report.failures.update(dict.fromkeys(set(waiting) - set(wave) - set(busy), "not tried"))
                return
        if not busy:
            break
        say(f"{migration.key}: {len(busy)} units are busy, tried again in {pause:.2f} s")
        time.sleep(pause)
        waiting, pause = busy, pause * 2
    else:
        report.failures.update(dict.fromkeys(waiting, "busy"))
    say(f"{migration.key}: {report.applied.get(migration.key, 0)} units")


def _waves(units: list[str]) -> Iterator[list[str]]:
    yield units[:1]
    for start in range(1, len(units), WAVE):
        yield units[start : start + WAVE]


def _note(report: Report, key: str, unit: str, milliseconds: float, outcome: str, busy: list[str]) -> None:
    if outcome == "busy":
        busy.append(unit)
    elif outcome == "done":
        report.applied[key] = report.applied.get(key, 0) + 1
        if milliseconds > report.longest_lock_ms:
            report.longest_lock_ms, report.longest_lock = milliseconds, f"{key} in {unit}"
    else:
        report.failures[unit] = f"{key}: {outcome.removeprefix('failed ')}"


Outcome = tuple[str, float, str]


def _run_wave(connection: Any, migration: CompiledMigration, units: Sequence[str]) -> list[Outcome]:
    statement = sql.SQL(_WAVE).format(
        units=sql.SQL("{}::text[]").format(sql.Literal(list(units))),
        statements=sql.SQL("{}::text[]").format(sql.Literal(list(migration.statements))),
        key=sql.Literal(f'["{migration.key}"]'),
        scratch=sql.Literal(SCRATCH),
    )
    outcomes: list[Outcome] = []

    def hear(diagnostic: Any) -> None:
        found = _NOTICE.match(diagnostic.message_primary or "")
        if found:
            outcomes.append((found["unit"], float(found["ms"]), found["outcome"]))

    with connection.cursor() as cursor:
        raw = cursor.connection
        raw.add_notice_handler(hear)
        try:
            cursor.execute(statement)
        finally:
            raw.remove_notice_handler(hear)
    return outcomes


def _run_concurrently(connection: Any, migration: CompiledMigration, units: Sequence[str]) -> list[Outcome]:
    """Migrations outside transactions (concurrent indexes) go unit by unit; an invalid index is made anew."""
    outcomes: list[Outcome] = []
    for unit in units:
        began = time.monotonic()
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL("SET search_path TO {}, public").format(sql.Identifier(unit)))
            try:
                for statement in migration.statements:
                    _drop_leftover_index(cursor, unit, statement)
                    cursor.execute(statement.replace(SCRATCH, unit))
                UnitSchema.objects.using(OWNER_ALIAS).filter(schema_name=unit).update(
                    applied=_with(unit, migration.key)
                )
                outcome = "done"
            except Exception as error:
                outcome = _outcome_of(error)
            finally:
                cursor.execute("SET search_path TO public")
        # A concurrent build lets readers and writers through: its length is no lock.
        outcomes.append((unit, 0.0 if outcome == "done" else (time.monotonic() - began) * 1000, outcome))
    return outcomes


def _with(unit: str, key: str) -> list[str]:
    return [*UnitSchema.objects.using(OWNER_ALIAS).get(schema_name=unit).applied, key]


def _outcome_of(error: Exception) -> str:
    state = getattr(error.__cause__, "sqlstate", None)
    return "busy" if state in ("55P03", "40P01") else f"failed {error}".strip()


def _drop_leftover_index(cursor: Any, unit: str, statement: str) -> None:
    """This will drop the index an interrupted earlier build left behind, finished or not."""
    found = _CONCURRENT_NAME.match(statement)
    if found:
        name = sql.Identifier(unit, found.group(1))
        cursor.execute(sql.SQL("DROP INDEX CONCURRENTLY IF EXISTS {}").format(name))


def _refresh_grants(connection: Any) -> int:
    """This will grant anew in every unit whose grants are not those the models declare."""
    wanted = grants_digest()
    stale = list(
        UnitSchema.objects.using(OWNER_ALIAS).exclude(grants=wanted).values_list("schema_name", "group_id")
    )
    for schema_name, group_id in stale:
        role = unit_role(group_id=group_id, schema_name=schema_name)
        with transaction.atomic(using=OWNER_ALIAS), connection.cursor() as cursor:
            cursor.execute(grants_text(schema_name=schema_name, role=role))
            UnitSchema.objects.using(OWNER_ALIAS).filter(schema_name=schema_name).update(grants=wanted)
    return len(stale)


@contextmanager
def _only_run(connection: Any) -> Iterator[None]:
    """This will hold the session lock of migration runs, and the lock_timeout that lets readers go first."""
    key = advisory_key(LockSpace.PROVISIONING, NO_GROUP, "migrate_units")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [key])
        if not cursor.fetchone()[0]:
            raise AnotherRun("units are being migrated by another process")
        try:
            cursor.execute(sql.SQL("SET lock_timeout TO {}").format(sql.Literal(LOCK_TIMEOUT)))
            yield
        finally:
            cursor.execute("RESET lock_timeout")
            cursor.execute("SELECT pg_advisory_unlock(%s)", [key])

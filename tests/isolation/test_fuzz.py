"""Random work in random units with random faults: no row of another unit or group, nothing written elsewhere.

HANSE_FUZZ_OPERATIONS sets the number of operations (R1, A07), HANSE_FUZZ_PROCESSES how many processes share them;
the seed is printed when it fails.
"""

import multiprocessing
import os
import random
import threading
from collections import Counter
from functools import partial

import psycopg
import pytest
from django.db import connection, transaction
from django.db.models import F
from django.db.utils import DatabaseError
from psycopg import sql

from tenants.directory.models import BusinessUnit
from tenants.runtime.models import GroupAuditEntry
from tenants.runtime.scope import _current, group_scope, switched_scope, unit_of_work
from tenants.runtime.unit.models import NumberSeries
from tests.support.database import in_child
from tests.support.world import NOW

OPERATIONS = int(os.environ.get("HANSE_FUZZ_OPERATIONS", "24000"))
PROCESSES = int(os.environ.get("HANSE_FUZZ_PROCESSES", "2"))
THREADS = 2  # of each process


class Leak(AssertionError):
    """A row of another unit or group was reached."""


class Fuzzer:
    """One worker's random walk through units, on its own connection."""

    def __init__(self, world, seed, budget, kill):
        self.world, self.random, self.budget, self.kill = world, random.Random(seed), budget, kill
        self.done: Counter[str] = Counter()
        self.written: Counter[str] = Counter()

    def run(self):
        while self.budget > 0:
            try:
                self.one_unit_of_work(self.random.choice(self.world.units))
            except (DatabaseError, ZeroDivisionError, KeyError):
                self.done["faults"] += 1
                if self.random.random() < 0.5:
                    connection.close_if_unusable_or_obsolete()

    def one_unit_of_work(self, unit):
        steps, wrote = self.random.randint(1, 8), 0
        with unit.scope():
            for _ in range(steps):
                self.budget -= 1
                action = self.random.choices(list(ACTIONS), weights=list(ACTIONS.values()))[0]
                self.done[action] += 1
                wrote += getattr(self, action)(unit) or 0
        self.written[unit.slug] += wrote

    def read(self, unit):
        self.own(NumberSeries.objects.values_list("kind", flat=True), unit)

    def read_raw(self, unit):
        with connection.cursor() as cursor:
            cursor.execute("SELECT kind FROM runtime_number_series")
            self.own([row[0] for row in cursor.fetchall()], unit)

    def read_public(self, unit):
        groups = set(BusinessUnit.objects.values_list("group_id", flat=True))
        if groups != {unit.group.id}:
            raise Leak(f"{unit.slug} sees groups {groups}")

    def write(self, unit):
        return NumberSeries.objects.filter(kind=unit.slug).update(last=F("last") + 1)

    def write_and_roll_back(self, unit):
        try:
            with transaction.atomic():
                NumberSeries.objects.filter(kind=unit.slug).update(last=F("last") + 1)
                raise ZeroDivisionError
        except ZeroDivisionError:
            self.read(unit)

    def fail_in_a_savepoint(self, unit):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute("SELECT 1/0")
        except DatabaseError:
            self.read(unit)

    def reach_for_another(self, unit):
        other = self.random.choice([u for u in self.world.units if u != unit])
        verb = self.random.choice(
            ["SELECT kind FROM {}", "UPDATE {} SET last = -1", "DELETE FROM {}", "TRUNCATE {}"]
        )
        table = sql.Identifier(other.schema_name, "runtime_number_series")
        self.refused(sql.SQL(verb).format(table), unit)

    def turn_the_search_path(self, unit):
        other = self.random.choice([u for u in self.world.units if u != unit])
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(
                    sql.SQL("SET LOCAL search_path TO {}").format(sql.Identifier(other.schema_name))
                )
                cursor.execute("SELECT kind FROM runtime_number_series")
                self.own([row[0] for row in cursor.fetchall()], unit)
        except DatabaseError:
            self.read(unit)

    def update_the_other_group(self, unit):
        other = self.world.b if unit.group == self.world.a else self.world.a
        changed = GroupAuditEntry.objects.filter(group_id=other.id).count()
        if changed:
            raise Leak(f"{unit.slug} sees the trail of {other.name}")

    def confuse_the_scope(self, unit):
        other = self.random.choice([u for u in self.world.units if u != unit])
        token = _current.set(other.unit_scope)
        try:
            list(NumberSeries.objects.all())
        except DatabaseError:
            pass
        else:
            raise Leak(f"{unit.slug} answered for {other.slug}")
        finally:
            _current.reset(token)

    def switch_to_the_group(self, unit):
        with switched_scope(group_scope(unit.group.id)):
            self.read_public(unit)
            self.refused(sql.SQL("SELECT kind FROM runtime_number_series"), unit)
        self.read(unit)

    def raise_an_error(self, unit):
        raise KeyError(unit.slug)

    def break_the_transaction(self, unit):
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1/0")

    def lose_the_connection(self, unit):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            self.kill(cursor.fetchone()[0])
        self.read(unit)

    def refused(self, statement, unit):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
                raise Leak(f"{unit.slug} ran {statement}")
        except DatabaseError:
            self.read(unit)

    def own(self, kinds, unit):
        strangers = set(kinds) - {unit.slug}
        if strangers:
            raise Leak(f"{unit.slug} sees {strangers}")


ACTIONS = {
    "read": 30, "read_raw": 20, "read_public": 10, "write": 20, "write_and_roll_back": 8, "fail_in_a_savepoint": 6,
    "reach_for_another": 12, "turn_the_search_path": 8, "update_the_other_group": 6, "confuse_the_scope": 6,
    "switch_to_the_group": 4, "raise_an_error": 3, "break_the_transaction": 3, "lose_the_connection": 0.2,
}  # fmt: skip


@pytest.fixture
def named(live_world):
    for unit in live_world.units:
        with unit.scope():
            NumberSeries.objects.create(kind=unit.slug, year=2026, last=0)
        with unit_of_work(group_scope(unit.group.id)):
            GroupAuditEntry.objects.create(
                group_id=unit.group.id,
                at=NOW,
                actor_key="x",
                action="x",
                subject_type="x",
                subject_id=unit.id,
            )
    return live_world


def walk(world, superuser_url, seed, budget, answer):
    """This will run one process's fuzzers and send back what they did, or what went wrong."""
    killers = threading.local()

    def kill(pid):
        if not hasattr(killers, "connection"):
            killers.connection = psycopg.connect(superuser_url, autocommit=True)
        killers.connection.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])

    fuzzers = [Fuzzer(world, seed + n, budget // THREADS, kill) for n in range(THREADS)]
    failures: list[str] = []

    def work(fuzzer):
        try:
            fuzzer.run()
        except BaseException as error:
            failures.append(repr(error))
        finally:
            connection.close()
            if hasattr(killers, "connection"):
                killers.connection.close()

    threads = [threading.Thread(target=work, args=[fuzzer]) for fuzzer in fuzzers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    answer.send((failures, [(fuzzer.done, fuzzer.written) for fuzzer in fuzzers]))
    answer.close()


@pytest.mark.timeout(0)
def test_random_work_with_random_faults_never_leaves_its_unit(named, postgres):
    seed = random.randrange(2**32)
    answers, children = [], []
    for number in range(PROCESSES):
        here, there = multiprocessing.Pipe(duplex=False)
        given = (named, postgres.superuser_url, seed + number * THREADS, OPERATIONS // PROCESSES, there)
        children.append(in_child(partial(walk, *given)))
        there.close()
        answers.append(here)
    told = [answer.recv() for answer in answers]
    for child in children:
        child.join()
    failures = [failure for found, _ in told for failure in found]
    walks = [each for _, walked in told for each in walked]
    done = sum((did for did, _ in walks), Counter())
    print(f"seed {seed}: {len(failures)} leaks in {sum(done[a] for a in ACTIONS)} operations,",
          f"{done['lose_the_connection']} backends killed", dict(done))  # fmt: skip
    assert failures == [], f"seed {seed}"
    assert all(done[action] for action in ACTIONS), f"seed {seed}"
    for unit in named.units:
        with unit.scope():
            (series,) = NumberSeries.objects.all()
        assert (series.kind, series.last) == (unit.slug, sum(written[unit.slug] for _, written in walks)), (
            f"seed {seed}"
        )


@pytest.mark.parametrize(
    "guard",
    [
        'GRANT USAGE ON SCHEMA "{schema}" TO "{role}"; GRANT ALL ON ALL TABLES IN SCHEMA "{schema}" TO "{role}"',
        "ALTER TABLE public.directory_business_unit DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE public.runtime_group_audit_entry DISABLE ROW LEVEL SECURITY; "
        "GRANT SELECT ON public.runtime_group_audit_entry TO app_unit",
    ],
)
def test_with_a_guard_taken_away_the_walk_finds_the_leak(named, postgres, guard):
    statements = guard.format(schema=named.b1.schema_name, role=named.a1.unit_scope.role)
    name = connection.settings_dict["NAME"]
    with psycopg.connect(postgres.url_for("superuser", name), autocommit=True) as superuser:
        superuser.execute(statements)
    with pytest.raises(Leak):
        Fuzzer(named, seed=1, budget=2000, kill=lambda pid: None).run()

"""Work that leaves the straight path: reused connections, failures, threads, async code, generators, hooks.

Each ends in its own unit or is refused; never in another's.
"""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from asgiref.sync import sync_to_async
from django.db import connection, transaction
from django.db.utils import DataError, InterfaceError, OperationalError, ProgrammingError

from tenants.runtime.backend import base
from tenants.runtime.scope import (
    ACCOUNTS,
    PLATFORM,
    OutsideUnitOfWork,
    ScopeMismatch,
    current_scope_or_none,
    switched_scope,
    unit_of_work,
)
from tenants.runtime.unit.models import NumberSeries


@pytest.fixture
def named(live_world):
    """Each unit holds one row that says whose it is."""
    for unit in live_world.units:
        with unit.scope():
            NumberSeries.objects.create(kind=unit.slug, year=2026, last=1)
    return live_world


def kinds():
    return list(NumberSeries.objects.values_list("kind", flat=True))


def backend_pid():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def test_one_connection_serves_units_in_turn_and_keeps_nothing_of_them(named):
    pids = set()
    for unit in (named.a1, named.b1, named.a2, named.b1, named.a1):
        with unit.scope():
            assert kinds() == [unit.slug]
            pids.add(backend_pid())
        with pytest.raises(OutsideUnitOfWork):
            kinds()
        with connection.raw_cursor() as cursor:
            cursor.execute("SELECT current_user::text, current_setting('search_path')")
            assert cursor.fetchone() == ("app_rt", '"$user", public')
    assert len(pids) == 1


@pytest.mark.parametrize("failure", ["exception", "sql", "rollback", "killed"])
def test_after_a_failure_the_connection_serves_the_next_unit(named, postgres, failure):
    try:
        with named.a1.scope():
            NumberSeries.objects.create(kind="lost", year=2027)
            if failure == "exception":
                raise ValueError
            if failure == "sql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT 1/0")
            if failure == "killed":
                with psycopg.connect(postgres.superuser_url, autocommit=True) as superuser:
                    superuser.execute("SELECT pg_terminate_backend(%s, 5000)", [backend_pid()])
                kinds()
            transaction.set_rollback(True)
    except (ValueError, DataError, OperationalError, InterfaceError):
        pass
    for unit in (named.b1, named.a1):
        connection.close_if_unusable_or_obsolete()
        with unit.scope():
            assert kinds() == [unit.slug]


def test_a_savepoint_that_is_rolled_back_keeps_the_scope(named):
    with named.a1.scope():
        with pytest.raises(DataError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT 1/0")
        assert kinds() == ["a1"]
        with pytest.raises(ValueError), transaction.atomic(), switched_scope(PLATFORM):
            raise ValueError
        assert kinds() == ["a1"]
    with named.b1.scope():
        assert kinds() == ["b1"]


def test_a_scope_switched_inside_a_savepoint_ends_with_it(named):
    with unit_of_work(ACCOUNTS):
        with transaction.atomic():
            with switched_scope(named.a1.unit_scope):
                assert kinds() == ["a1"]
            with switched_scope(named.b1.unit_scope):
                assert kinds() == ["b1"]
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user::text")
            assert cursor.fetchone() == ("app_accounts",)


def test_threads_work_in_their_own_units_at_the_same_time(named):
    together = threading.Barrier(6)

    def work(unit):
        try:
            seen = set()
            together.wait()
            for _ in range(30):
                with unit.scope():
                    seen.update(kinds())
            return unit.slug, seen
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        results = list(pool.map(work, [*named.units, *named.units]))
    assert all(seen == {slug} for slug, seen in results)


def test_a_thread_started_inside_a_unit_of_work_has_none(named):
    outcome = {}

    def stray():
        try:
            outcome["rows"] = kinds()
        except OutsideUnitOfWork:
            outcome["refused"] = True
        finally:
            connection.close()

    with named.a1.scope():
        thread = threading.Thread(target=stray)
        thread.start()
        thread.join()
    assert outcome == {"refused": True}


def test_async_code_works_in_its_own_units_interleaved(named):
    def work(unit):
        with unit.scope():
            return unit.slug, kinds()

    async def many():
        calls = [
            sync_to_async(work, thread_sensitive=n % 2 == 0)(u) for n, u in enumerate([*named.units] * 10)
        ]
        return await asyncio.gather(*calls)

    for slug, seen in asyncio.run(many()):
        assert seen == [slug]


def test_a_unit_of_work_held_over_an_await_is_refused_elsewhere(named):
    """The context variable travels into the thread of `sync_to_async`, its connection does not: refused."""

    async def stray():
        with pytest.raises(OutsideUnitOfWork):
            await sync_to_async(kinds, thread_sensitive=False)()

    with named.a1.scope():
        context_scope = current_scope_or_none()
        assert context_scope == named.a1.unit_scope
        asyncio.run(stray())
        assert kinds() == ["a1"]


def test_a_generator_read_after_its_unit_of_work_is_refused(named):
    def rows():
        yield from NumberSeries.objects.values_list("kind", flat=True)

    with named.a1.scope():
        late = rows()
    with pytest.raises(OutsideUnitOfWork):
        list(late)
    with named.a1.scope():
        late = rows()
    with named.b1.scope():
        assert list(late) == ["b1"]


def test_a_server_side_cursor_ends_with_its_unit_of_work(named):
    with named.a1.scope():
        NumberSeries.objects.bulk_create([NumberSeries(kind=f"a1-{n}", year=2027) for n in range(50)])
    with named.a1.scope():
        stream = NumberSeries.objects.order_by("id").values_list("kind", flat=True).iterator(chunk_size=10)
        assert next(stream) == "a1"
    with pytest.raises(ProgrammingError, match=r"cursor .* does not exist"), named.b1.scope():
        list(stream)


def test_work_after_the_commit_has_no_scope_of_the_unit(named):
    seen = {}

    def late():
        try:
            seen["rows"] = kinds()
        except OutsideUnitOfWork:
            seen["refused"] = True

    with named.a1.scope():
        transaction.on_commit(late)
    assert seen == {"refused": True}


def test_a_unit_of_work_never_opens_inside_anothers(named):
    for inner in (named.a2.unit_scope, named.b1.unit_scope, PLATFORM, ACCOUNTS):
        with named.a1.scope(), pytest.raises(ScopeMismatch), unit_of_work(inner):
            pass
    with named.a1.scope(), named.a1.scope():
        assert kinds() == ["a1"]


def test_a_connection_is_closed_after_serving_its_share_of_units(named, monkeypatch):
    monkeypatch.setattr(base, "MAX_SCOPES_PER_CONNECTION", 2)
    connection.close()
    pids = []
    for unit in (named.a1, named.a1, named.a2, named.b1, named.b1):
        with unit.scope():
            pids.append(backend_pid())
    assert pids[0] == pids[1] == pids[2] != pids[3] == pids[4]


def test_a_connection_is_closed_at_its_age(named, monkeypatch):
    with named.a1.scope():
        first = backend_pid()
        connection.close_at = 0.0
        assert backend_pid() == first
    with named.a1.scope():
        assert backend_pid() != first

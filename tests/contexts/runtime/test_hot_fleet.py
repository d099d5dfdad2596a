"""Hot queries on one connection that serves many units, some of them migrated further than others."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, connections, transaction
from psycopg import sql

from tenants.runtime.bulk import insert_rows
from tenants.runtime.hot import hot
from tenants.runtime.rows import PREPARED_AT_USE, execute, fetch_rows
from tenants.runtime.unit.models import NumberSeries

last_of = hot(lambda kind: NumberSeries.objects.filter(kind=kind).values_list("last", flat=True))


def add(kind, more):
    """This will add to a series of the unit at hand, by a statement that is prepared when it comes back."""
    return execute("UPDATE runtime_number_series SET last = last + %s WHERE kind = %s", [more, kind])


def alter(unit, change):
    """This will change the table of one unit, as a migration does."""
    statement = sql.SQL("ALTER TABLE {} {}").format(
        sql.Identifier(unit.schema_name, NumberSeries._meta.db_table), sql.SQL(change)
    )
    with connections["owner"].cursor() as cursor:
        cursor.execute(statement)


def prepared():
    """The names of the statements that this connection has prepared for our readers."""
    found = fetch_rows("SELECT name FROM pg_prepared_statements WHERE name LIKE 'hanse\\_%%'", [])
    return {name for (name,) in found}


@pytest.fixture
def units(live_world):
    """Three units with one number series each, and a connection that knows none of them yet."""
    connection.close()
    units = live_world.a1, live_world.a2, live_world.b1
    for number, unit in enumerate(units, 1):
        with unit.scope():
            insert_rows(NumberSeries, ["kind", "year", "last"], [["PR", 2026, number * 100]])
    return units


def test_a_statement_never_runs_on_another_units_table(units):
    pid = connection.connection.info.backend_pid
    for turn in range(PREPARED_AT_USE + 2):
        for number, unit in enumerate(units, 1):
            with unit.scope():
                assert last_of.all("PR") == [number * 100 + turn]
                assert add("PR", 1) == 1
    assert connection.connection.info.backend_pid == pid
    for number, unit in enumerate(units, 1):
        with unit.scope():
            assert list(NumberSeries.objects.values_list("last", flat=True)) == [
                number * 100 + PREPARED_AT_USE + 2
            ]


def test_units_migrated_further_than_others_are_served_by_the_same_connection(units):
    first, second, _ = units
    for _ in range(PREPARED_AT_USE + 1):
        for unit in units:
            with unit.scope():
                last_of.all("PR")
                add("PR", 0)
    alter(first, "ADD COLUMN extra text, ALTER COLUMN kind SET DEFAULT 'x'")
    for unit, last in zip(units, (100, 200, 300), strict=True):
        with unit.scope():
            assert (last_of.all("PR"), add("PR", 0)) == ([last], 1)
    alter(first, "ALTER COLUMN last TYPE numeric")
    with second.scope():
        assert last_of.all("PR") == [200]
    with pytest.raises(DatabaseError) as refused, first.scope():
        last_of.all("PR")
    assert refused.value.__cause__.sqlstate == "0A000", "which the doors answer by running the request again"
    for _ in range(PREPARED_AT_USE + 1):
        for unit, last in zip(units, (100, 200, 300), strict=True):
            with unit.scope():
                assert last_of.all("PR") == [last]
    with first.scope():
        generations = {tuple(name.split("_")[-2:]) for name in prepared()}
        readers = {reader for reader, _ in generations}
        assert len(generations) == len(readers), "outdated statements are closed"


def test_an_ordinary_refusal_keeps_what_is_prepared(units):
    unit = units[0]
    for _ in range(PREPARED_AT_USE + 1):
        with unit.scope():
            last_of.all("PR")
    with unit.scope():
        before = prepared()
        for _ in range(3):
            with pytest.raises(IntegrityError), transaction.atomic():
                insert_rows(NumberSeries, ["kind", "year", "last"], [["PR", 2026, 1]])
            assert last_of.all("PR") == [100]
    with unit.scope():
        assert before <= prepared()
        assert len(prepared()) <= len(before) + 2

"""Rights and policies of `public` are brought up to date while the server's own vacuum works on a table."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from psycopg import sql

from tenants.directory.models import BusinessUnit
from tenants.runtime.rls import public_statements

TABLE = BusinessUnit._meta.db_table


def bring_up(server, name: str, statements: Sequence[sql.Composed]) -> None:
    """Runs the statements; after the first right is given, an analysis of the table begins elsewhere and waits."""
    first = next(at for at, text in enumerate(statements) if text.as_string().startswith("GRANT")) + 1
    owner = server.url_for("owner", name)
    analyse = sql.SQL("ANALYZE public.{}").format(sql.Identifier(TABLE))
    with (
        ThreadPoolExecutor(1) as pool,
        psycopg.connect(owner, autocommit=True) as analysing,
        psycopg.connect(owner) as changing,
    ):
        for statement in statements[:first]:
            changing.execute(statement)
        analysis = pool.submit(analysing.execute, analyse)
        _wait_until_blocked(server, analysing.info.backend_pid)
        for statement in statements[first:]:
            changing.execute(statement)
        changing.commit()
        analysis.result()


def _wait_until_blocked(server, pid: int) -> None:
    with psycopg.connect(server.superuser_url, autocommit=True) as watching:
        while not watching.execute("SELECT cardinality(pg_blocking_pids(%s)) > 0", [pid]).fetchone()[0]:
            pass


@pytest.fixture
def name(live_world):
    from django.db import connection

    return connection.settings_dict["NAME"]


@pytest.fixture
def statements():
    return list(public_statements(BusinessUnit, BusinessUnit.access))


def test_an_analysis_under_way_is_no_deadlock(postgres, name, statements):
    bring_up(postgres, name, statements)


def test_without_the_lock_it_is_one(postgres, name, statements):
    unlocked = [text for text in statements if not text.as_string().startswith("LOCK")]
    assert len(unlocked) == len(statements) - 1
    with pytest.raises(psycopg.errors.DeadlockDetected):
        bring_up(postgres, name, unlocked)

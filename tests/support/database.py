"""Servers and databases of the tests.

One embedded PostgreSQL and one Valkey serve all workers of a run, unless TEST_SUPERUSER_URL names a server.
The template database is made once for the present migrations and models and kept while the server's data is.
"""

import fcntl
import hashlib
import multiprocessing
import os
import uuid
from collections.abc import Callable, Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from infra.embedded.bootstrap import bootstrap_database
from infra.embedded.postgres import Postgres, start_postgres
from infra.embedded.valkey import Valkey, start_valkey
from infra.tools.workplace import test_home
from tests.support.world import World, make_world, populate

ROOT = Path(__file__).resolve().parents[2]
HOME = test_home()


def _sources_digest() -> str:
    """A digest of everything that shapes the schema, so that a changed model makes a new template."""
    digest = hashlib.sha256()
    patterns = ["tenants/**/*.py", "commerce/**/*.py", "billing/**/*.py", "infra/embedded/bootstrap.py"]
    for path in sorted(p for pattern in patterns for p in ROOT.glob(pattern)):
        if {"models", "migrations", "runtime", "directory", "embedded"} & set(
            path.parts
        ) or path.stem == "models":
            digest.update(path.read_bytes())
    digest.update((ROOT / "tests/support/world.py").read_bytes())
    return digest.hexdigest()[:16]


def _point(alias: str, url: str) -> None:
    from django.db import connections

    from infra.config.settings.base import database

    connections[alias].close()
    settings = database(url, engine="")
    for key in ("NAME", "USER", "PASSWORD", "HOST", "PORT"):
        connections[alias].settings_dict[key] = settings[key]
        connections.settings[alias][key] = settings[key]


def point_at(server: Postgres, name: str) -> None:
    """This will make Django's two aliases talk to the named database."""
    _point("default", server.url_for("runtime", name))
    _point("owner", server.url_for("owner", name))


def clone(server: Postgres, template: str, name: str) -> None:
    """This will make a database out of a template, replacing one of the same name."""
    with psycopg.connect(server.superuser_url, autocommit=True) as connection:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        connection.execute(drop)
    bootstrap_database(server.superuser_url, name, template=template)


def drop(server: Postgres, name: str) -> None:
    """This will drop a database, whoever is still connected."""
    with psycopg.connect(server.superuser_url, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The PostgreSQL server of this run; the first worker to come starts it, the machine keeps it warm."""
    HOME.mkdir(parents=True, exist_ok=True)
    with open(HOME / "postgres.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        server = start_postgres(HOME / "postgres", fsync=False)
    yield server


@pytest.fixture(scope="session")
def valkey() -> Iterator[Valkey]:
    """The Valkey server of this run."""
    HOME.mkdir(parents=True, exist_ok=True)
    with open(HOME / "valkey.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        server = start_valkey(HOME / "valkey", durable=False)
    yield server


@pytest.fixture(scope="session")
def template(postgres: Postgres, django_db_blocker: Any) -> str:
    """The name of the template database: migrated, with the world in it."""
    name = f"hanse_template_{_sources_digest()}"
    with open(HOME / "template.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with psycopg.connect(postgres.superuser_url, autocommit=True) as connection:
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if known is None:
            _make_template(postgres, name, django_db_blocker)
    return name


def _make_template(server: Postgres, name: str, blocker: Any) -> None:
    from django.db import connections

    from tenants.directory.schemas import migrate_public

    building = f"{name}_building"
    clone(server, "template1", building)
    point_at(server, building)
    with blocker.unblock():
        migrate_public()
        populate(make_world())
    connections.close_all()
    with psycopg.connect(server.superuser_url, autocommit=True) as connection:
        connection.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(building), sql.Identifier(name))
        )


@pytest.fixture(scope="session")
def django_db_setup() -> None:
    """pytest-django makes no database of its own here."""


@pytest.fixture(scope="session")
def worker_database(postgres: Postgres, template: str, worker_id: str) -> Iterator[str]:
    """The database of this worker, cloned from the template."""
    name = f"hanse_test_{worker_id}_{os.getpid()}"
    clone(postgres, template, name)
    yield name
    drop(postgres, name)


@pytest.fixture
def world(postgres: Postgres, worker_database: str, django_db_blocker: Any) -> Iterator[World]:
    """Two groups and three units; everything a test does is rolled back."""
    from django.db import connection, transaction

    point_at_once(postgres, worker_database)
    with django_db_blocker.unblock():
        with transaction.atomic():
            yield make_world()
            if not connection.needs_rollback:
                with connection.raw_cursor() as cursor:
                    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            transaction.set_rollback(True)


@pytest.fixture
def live_world(postgres: Postgres, template: str, django_db_blocker: Any) -> Iterator[World]:
    """A world in a database of its own, whose changes are committed and which is dropped afterwards."""
    from django.db import connections

    name = f"hanse_live_{uuid.uuid4().hex[:12]}"
    clone(postgres, template, name)
    point_at(postgres, name)
    with django_db_blocker.unblock():
        yield make_world()
    connections.close_all()
    _pointed.clear()
    drop(postgres, name)


_pointed: set[str] = set()


def point_at_once(server: Postgres, name: str) -> None:
    """This will point Django at the worker's database, keeping the connection between tests."""
    if name not in _pointed:
        _pointed.clear()
        point_at(server, name)
        _pointed.add(name)


def in_child(work: Callable[[], object]) -> BaseProcess:
    """This will run the work in a forked process of its own, which a test may kill; connections stay here."""
    from django.db import connections

    connections.close_all()

    def run() -> None:
        work()
        os._exit(0)

    child = multiprocessing.get_context("fork").Process(target=run)
    child.start()
    return child

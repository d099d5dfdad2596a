"""A database in which every unit and group has a row in every table, shared by the tests of a file."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connections, transaction

from tests.isolation.marks import plant
from tests.support import database
from tests.support.database import clone, drop, point_at, point_at_once
from tests.support.world import World, make_world


@pytest.fixture(scope="session")
def marked_template(postgres: Any, template: str, worker_id: str) -> Iterator[str]:
    """The template database with everybody's rows in it."""
    name = f"{template}_marked_{worker_id}"
    clone(postgres, template, name)
    plant(postgres.url_for("superuser", name), make_world())
    yield name
    drop(postgres, name)


@pytest.fixture(scope="session")
def marked_shared(postgres: Any, marked_template: str, worker_id: str) -> Iterator[str]:
    """A database of the same, for tests that leave nothing in it."""
    name = f"hanse_marks_{worker_id}"
    clone(postgres, marked_template, name)
    yield name
    connections.close_all()
    database._pointed.clear()
    drop(postgres, name)


@pytest.fixture
def marks(postgres: Any, marked_shared: str, django_db_blocker: Any) -> Iterator[World]:
    """A world whose tables all hold rows of everybody; what a test does is rolled back."""
    point_at_once(postgres, marked_shared)
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture
def marked(postgres: Any, marked_template: str, django_db_blocker: Any, worker_id: str) -> Iterator[World]:
    """A world whose tables all hold rows of everybody; changes are committed and thrown away."""
    name = f"hanse_marked_{worker_id}"
    clone(postgres, marked_template, name)
    point_at(postgres, name)
    with django_db_blocker.unblock():
        yield make_world()
    connections.close_all()
    database._pointed.clear()
    drop(postgres, name)

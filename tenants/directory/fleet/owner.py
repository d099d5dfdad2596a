"""The owner connection: the only one that runs DDL."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import connections
from django.utils.connection import ConnectionDoesNotExist

OWNER_ALIAS = "owner"

NO_GROUP = uuid.UUID(int=0)
"""The namespace of advisory locks that belong to the platform itself."""


class NoOwnerConnection(RuntimeError):
    """This process was started without DATABASE_OWNER_URL, so it cannot run DDL."""


def owner_connection() -> Any:
    """This will give the owner connection; raises NoOwnerConnection in a process that has none."""
    try:
        return connections[OWNER_ALIAS]
    except ConnectionDoesNotExist:
        raise NoOwnerConnection("set DATABASE_OWNER_URL for migrations and provisioning") from None


@contextmanager
def owner_in(schema_name: str) -> Iterator[Any]:
    """This will lend the owner connection with the search_path of the schema."""
    connection = owner_connection()
    before = connection.schema_name
    connection.set_schema(schema_name)
    try:
        yield connection
    finally:
        connection.set_schema(before)


@contextmanager
def every_name_qualified(cursor: Any) -> Iterator[None]:
    """This will run the block with an empty search_path, so that PostgreSQL spells names with their schema."""
    cursor.execute("SELECT current_setting('search_path')")
    (path,) = cursor.fetchone()
    cursor.execute("SELECT set_config('search_path', '', false)")
    try:
        yield
    finally:
        cursor.execute("SELECT set_config('search_path', %s, false)", [path])


def placed_apps(placement: str) -> set[str]:
    """This will give the labels of the apps whose tables stand in `public` or in a `unit`'s schema."""
    from django.apps import apps

    entries = settings.SHARED_APPS if placement == "public" else settings.TENANT_APPS
    names = {entry.split(".apps.")[0] for entry in entries}
    return {config.label for config in apps.get_app_configs() if config.name in names}

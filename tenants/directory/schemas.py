"""DDL on schemas, as the owner login: migrating `public`, making and migrating a unit's schema."""

import secrets
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql

from tenants.runtime.rls import apply_public_access, make_base_roles, make_role, unit_statements
from tenants.runtime.scope import group_role, unit_role

OWNER_ALIAS = "owner"
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_schema_name() -> str:
    """This will draw a schema name that tells nothing: `t_` and 26 characters of Crockford base 32."""
    return "t_" + "".join(secrets.choice(_ALPHABET) for _ in range(26))


@contextmanager
def owner_in(schema_name: str) -> Iterator[Any]:
    """This will lend the owner connection with the search_path of the schema."""
    connection = connections[OWNER_ALIAS]
    connection.set_schema(schema_name)  # type: ignore[attr-defined]
    try:
        yield connection
    finally:
        connection.set_schema_to_public()  # type: ignore[attr-defined]


def migrate_schema(schema_name: str) -> None:
    """This will run all of Django's migrations that belong to the schema's placement."""
    with owner_in(schema_name) as connection:
        executor = MigrationExecutor(connection)
        executor.migrate(executor.loader.graph.leaf_nodes())


def migrate_public() -> None:
    """This will migrate `public` and bring its grants and policies to what the models declare."""
    with owner_in("public") as connection:
        with connection.cursor() as cursor:
            make_base_roles(cursor)
        migrate_schema("public")
        with transaction.atomic(using=OWNER_ALIAS), connection.cursor() as cursor:
            apply_public_access(cursor)


def make_group_role(group_id: uuid.UUID) -> None:
    """This will make the database role of a group."""
    with owner_in("public") as connection, connection.cursor() as cursor:
        make_role(cursor, group_role(group_id), inside="app_group")


def make_unit_role(*, group_id: uuid.UUID, schema_name: str) -> None:
    """This will make the database role of a unit."""
    with owner_in("public") as connection, connection.cursor() as cursor:
        make_role(cursor, unit_role(group_id=group_id, schema_name=schema_name), inside="app_unit")


def make_schema_by_migrations(*, group_id: uuid.UUID, schema_name: str) -> None:
    """This will make a unit's schema the slow way, by every migration, with its role and grants."""
    make_unit_role(group_id=group_id, schema_name=schema_name)
    with owner_in("public") as connection, connection.cursor() as cursor:
        cursor.execute(sql.SQL("CREATE SCHEMA IF NOT EXISTS {}").format(sql.Identifier(schema_name)))
    migrate_schema(schema_name)
    grant_unit(group_id=group_id, schema_name=schema_name)


def grant_unit(*, group_id: uuid.UUID, schema_name: str) -> None:
    """This will bring the grants of a unit's role to what the models declare."""
    role = unit_role(group_id=group_id, schema_name=schema_name)
    with (
        owner_in("public") as connection,
        transaction.atomic(using=OWNER_ALIAS),
        connection.cursor() as cursor,
    ):
        for statement in unit_statements(schema_name=schema_name, role=role):
            cursor.execute(statement)

"""One row of everybody in every table, written past all rules, so that a leak of any table shows.

The rows are written by the superuser with foreign keys and triggers off and CHECKs dropped, in a database made
for these tests alone. Every uuid of a row is its owner's mark, every text begins with the owner's name.
"""

import uuid
from dataclasses import dataclass
from typing import Any

import psycopg
from django.apps import apps
from django.db.models import Model
from psycopg import sql

from tenants.runtime.access import PublicAccess, UnitAccess, access_of
from tenants.runtime.scope import group_role
from tests.support.world import GroupInWorld, UnitInWorld, World

_COLUMNS = """
SELECT a.attname, t.typname, t.typcategory, a.attnotnull, a.atttypmod
FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped
  AND a.attgenerated = '' AND a.attidentity = ''
"""

_CHECKS = """
SELECT conrelid::regclass::text, conname FROM pg_constraint
WHERE contype = 'c' AND connamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
"""


@dataclass(frozen=True)
class Owner:
    """Whose row it is: a unit's, or a group's own."""

    name: str
    mark: uuid.UUID
    group_id: uuid.UUID
    role: str


def owner_of(place: UnitInWorld | GroupInWorld) -> Owner:
    """This will name the owner of a place's rows."""
    if isinstance(place, UnitInWorld):
        return Owner(place.slug, _mark(place.slug), place.group.id, place.unit_scope.role)
    return Owner(place.name, _mark(place.name), place.id, group_role(place.id))


def _mark(name: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"isolation:{name}")


def managed_models(kind: type[PublicAccess] | type[UnitAccess]) -> list[type[Model]]:
    """This will give every model whose table stands in `public`, or in each unit."""
    found = [m for m in apps.get_models(include_auto_created=True) if m._meta.managed and not m._meta.proxy]
    placed = [m for m in found if hasattr(m, "access") or access_is_known(m)]
    return sorted((m for m in placed if isinstance(access_of(m), kind)), key=lambda m: m._meta.label)


def access_is_known(model: type[Model]) -> bool:
    """Whether access is declared for a model of an installed package."""
    from tenants.runtime.access import THIRD_PARTY

    return model._meta.label_lower in THIRD_PARTY


UNIT_MODELS = managed_models(UnitAccess)
PUBLIC_MODELS = managed_models(PublicAccess)
GROUP_MODELS = [m for m in PUBLIC_MODELS if access_of(m).group_column is not None]


def plant(superuser_url: str, world: World) -> None:
    """This will write one row of every unit and every group into every table that can hold it."""
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        for table, name in connection.execute(_CHECKS).fetchall():
            statement = sql.SQL("ALTER TABLE {} DROP CONSTRAINT IF EXISTS {} CASCADE")
            connection.execute(statement.format(sql.SQL(table), sql.Identifier(name)))
        connection.execute("SET session_replication_role TO replica")
        for model in UNIT_MODELS:
            for unit in world.units:
                _insert(connection, unit.schema_name, model, owner_of(unit))
        for model in GROUP_MODELS:
            for place in (*world.groups, *world.units):
                _insert(connection, "public", model, owner_of(place))


def _insert(connection: psycopg.Connection, schema: str, model: type[Model], owner: Owner) -> None:
    table = sql.Identifier(schema, model._meta.db_table)
    described = connection.execute(_COLUMNS, [table.as_string(connection)]).fetchall()
    access = access_of(model)
    group_column = None
    if isinstance(access, PublicAccess) and access.group_column:
        group_column = model._meta.get_field(access.group_column).column
    values = {}
    for name, type_name, category, not_null, length in described:
        if name == group_column:
            values[name] = owner.group_id
        elif name == "unit_role":
            values[name] = owner.role
        elif not_null or category in ("S", "U"):
            values[name] = value_of(type_name, category, length, owner)
    statement = sql.SQL("INSERT INTO {} ({}) VALUES ({}) ON CONFLICT DO NOTHING").format(
        table,
        sql.SQL(", ").join(map(sql.Identifier, values)),
        sql.SQL(", ").join(sql.Placeholder() for _ in values),
    )
    connection.execute(statement, list(values.values()))


def value_of(type_name: str, category: str, length: int, owner: Owner) -> Any:
    """This will make a value of a PostgreSQL type that carries its owner's mark where it can."""
    if type_name == "uuid":
        return owner.mark
    if category == "S":
        return owner.name[: length - 4] if length > 4 else owner.name
    if category == "N":
        return 1
    if category == "B":
        return False
    if type_name == "time":
        return "09:00"
    if category == "D":
        return "09:00" if type_name in ("time", "timetz") else "2026-03-02"
    if category == "A":
        return "{}"
    if category == "R":
        return "empty"
    if category == "I":
        return "192.0.2.1"
    if category == "T":
        return "1 day"
    return {"jsonb": "{}", "json": "{}", "bytea": b"x", "tsvector": "x"}.get(type_name)

"""How many rows of others a scope can reach in a table, by each way: 0 when isolation holds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.db.utils import DatabaseError
from psycopg import sql

from tenants.runtime.access import access_of
from tests.isolation.marks import owner_of
from tests.support.world import GroupInWorld, UnitInWorld

Place = UnitInWorld | GroupInWorld


@contextmanager
def savepoint() -> Iterator[None]:
    """A block that may fail without ending the unit of work."""
    with transaction.atomic():
        yield


def counted(statement: sql.Composed, *, write: bool = False) -> int:
    """This will run a statement and count the rows it gave or changed; a refusal counts 0."""
    try:
        with savepoint(), connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.rowcount if write else len(cursor.fetchall())
    except DatabaseError:
        return 0


def in_schema_of(other: UnitInWorld, model: type[Model]) -> int:
    """Rows of another unit that are read or changed by naming its schema."""
    table = sql.Identifier(other.schema_name, model._meta.db_table)
    key = sql.Identifier(model._meta.pk.column)
    return sum(
        (
            counted(sql.SQL("SELECT 1 FROM {}").format(table)),
            counted(sql.SQL("SELECT * FROM {}").format(table)),
            counted(sql.SQL("UPDATE {} SET {} = {}").format(table, key, key), write=True),
            counted(sql.SQL("DELETE FROM {}").format(table), write=True),
            abs(counted(sql.SQL("TRUNCATE {} CASCADE").format(table), write=True) or 0),
            counted(sql.SQL("INSERT INTO {t} SELECT * FROM {t}").format(t=table), write=True),
        )
    )


def by_search_path_of(other: UnitInWorld, model: type[Model]) -> int:
    """Rows of another unit that are read after the search_path was turned to its schema."""
    try:
        with savepoint(), connection.cursor() as cursor:
            cursor.execute(
                sql.SQL("SET LOCAL search_path TO {}, public").format(sql.Identifier(other.schema_name))
            )
            cursor.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(model._meta.db_table)))
            return len(cursor.fetchall())
    except DatabaseError:
        return 0


def foreign_in_public(place: Place, model: type[Model]) -> int:
    """Rows of other groups (and, where the table is narrowed to units, of siblings) seen or changed in `public`."""
    access: Any = access_of(model)
    table = sql.Identifier("public", model._meta.db_table)
    column = sql.Identifier(model._meta.get_field(access.group_column).column)
    owner = owner_of(place)
    foreign = sql.SQL("{} IS DISTINCT FROM {}").format(column, sql.Literal(owner.group_id))
    if isinstance(place, UnitInWorld) and access.unit_rows == "own_unit":
        foreign = sql.SQL("({} OR unit_role <> {})").format(foreign, sql.Literal(owner.role))
    same = sql.SQL("{} = {}").format(column, column)
    return sum(
        (
            counted(sql.SQL("SELECT 1 FROM {} WHERE {}").format(table, foreign)),
            counted(sql.SQL("SELECT {} FROM {} WHERE {}").format(column, table, foreign)),
            counted(sql.SQL("UPDATE {} SET {} WHERE {}").format(table, same, foreign), write=True),
            counted(sql.SQL("DELETE FROM {} WHERE {}").format(table, foreign), write=True),
            counted(sql.SQL("SELECT 1 FROM {} WHERE {} FOR UPDATE").format(table, foreign)),
        )
    )


def strangers_seen_by_orm(place: Place, model: type[Model]) -> int:
    """Rows of others among those the ORM gives in this place."""
    access: Any = access_of(model)
    owner = owner_of(place)
    try:
        with savepoint():
            rows = list(model._default_manager.all())
    except DatabaseError:
        return 0
    column = getattr(access, "group_column", None)
    if column is None:
        return sum(mark_of(row) not in (None, owner.mark) for row in rows)
    attribute = model._meta.get_field(column).attname
    return sum(getattr(row, attribute) != owner.group_id for row in rows)


def mark_of(row: Model) -> Any:
    """The mark of a unit's row, when its primary key is one."""
    return row.pk if hasattr(row.pk, "hex") else None


def moved_into(place: Place, other: Place, model: type[Model]) -> int:
    """Rows that this place could write under another group's name, by INSERT or by changing its own rows."""
    access: Any = access_of(model)
    table = sql.Identifier("public", model._meta.db_table)
    field = model._meta.get_field(access.group_column)
    target = sql.Literal(owner_of(other).group_id)
    give_away = sql.SQL("UPDATE {} SET {} = {}").format(table, sql.Identifier(field.column), target)
    columns = [f.column for f in model._meta.concrete_fields if f.column != field.column]
    listed = sql.SQL(", ").join(map(sql.Identifier, columns))
    copy = sql.SQL("INSERT INTO {t} ({c}, {own}) SELECT {c}, {g} FROM {t}").format(
        t=table, c=listed, own=sql.Identifier(field.column), g=target
    )
    return counted(give_away, write=True) + counted(copy, write=True)


Check = Callable[[], int]

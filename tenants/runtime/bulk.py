"""Set-based writes: many rows of one table in one statement, columns as arrays.

The ORM's `bulk_create` binds one parameter per cell and builds its SQL anew each time; a document of 20
lines costs it several milliseconds. Here the statement is built once per table and list of columns.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import JSONField, Model
from psycopg import sql
from psycopg.types.json import Jsonb

from tenants.runtime.rows import fetch_rows


def insert_rows(model: type[Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """This will insert rows whose values stand in the order of `columns` (attribute names of the model).

    Columns left out take the database's default. Values are those that psycopg adapts: UUID, Decimal, date,
    aware datetime, str, int, bool, None, and whatever JSON holds for JSON columns.
    """
    if not rows:
        return
    statement, json_columns = _insert_statement(model, tuple(columns))
    arrays = [list(values) for values in zip(*rows, strict=True)]
    for index in json_columns:
        arrays[index] = [Jsonb(value) for value in arrays[index]]
    fetch_rows(statement, arrays)


def update_rows(model: type[Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """This will set columns of many rows in one statement; the first of `columns` is the primary key."""
    if not rows:
        return
    statement, json_columns = _update_statement(model, tuple(columns))
    arrays = [list(values) for values in zip(*rows, strict=True)]
    for index in json_columns:
        arrays[index] = [Jsonb(value) for value in arrays[index]]
    fetch_rows(statement, arrays)


@cache
def _update_statement(model: type[Model], columns: tuple[str, ...]) -> tuple[str, tuple[int, ...]]:
    fields = [_field(model, name) for name in columns]
    names = [sql.Identifier(field.column) for field in fields]
    statement = sql.SQL("UPDATE {} AS t SET {} FROM unnest({}) AS v ({}) WHERE t.{} = v.{}").format(
        sql.Identifier(model._meta.db_table),
        sql.SQL(", ").join(sql.SQL("{0} = v.{0}").format(name) for name in names[1:]),
        sql.SQL(", ").join(sql.SQL("%s::{}[]").format(sql.SQL(_type_of(field))) for field in fields),
        sql.SQL(", ").join(names),
        names[0],
        names[0],
    )
    json_columns = tuple(i for i, field in enumerate(fields) if isinstance(field, JSONField))
    return statement.as_string(None), json_columns


@cache
def _insert_statement(model: type[Model], columns: tuple[str, ...]) -> tuple[str, tuple[int, ...]]:
    fields = [_field(model, name) for name in columns]
    statement = sql.SQL("INSERT INTO {} ({}) SELECT * FROM unnest({})").format(
        sql.Identifier(model._meta.db_table),
        sql.SQL(", ").join(sql.Identifier(field.column) for field in fields),
        sql.SQL(", ").join(sql.SQL("%s::{}[]").format(sql.SQL(_type_of(field))) for field in fields),
    )
    json_columns = tuple(i for i, field in enumerate(fields) if isinstance(field, JSONField))
    return statement.as_string(None), json_columns


def _field(model: type[Model], name: str) -> Any:
    for field in model._meta.concrete_fields:
        if name in (field.name, field.attname):
            return field
    raise ValueError(f"{model._meta.label} has no column {name}")


def _type_of(field: Any) -> str:
    """The bare type of a column, without its length or precision: the column itself enforces those."""
    target = field.target_field if field.is_relation else field
    return str(target.db_type(connection)).split("(")[0]

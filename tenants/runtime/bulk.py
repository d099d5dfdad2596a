"""Set-based writes: many rows of one table in one statement, all values in one JSON text.

The ORM's `bulk_create` binds one parameter per cell and builds its SQL anew each time; a document of 20
lines costs it several milliseconds. Here the statement is built once per table and list of columns, and
PostgreSQL reads the values from JSON into the columns' own types.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any

import orjson
from django.db import connection
from django.db.models import Model
from psycopg import sql

from tenants.runtime.rows import execute

_LENGTH = re.compile(r"\([\d, ]+\)")


def insert_rows(model: type[Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """This will insert rows whose values stand in the order of `columns` (attribute names of the model).

    Columns left out take the database's default, or NULL; ValueError when only Python knows their default.
    Values are what JSON writes exactly: UUID, Decimal, date, aware datetime, str, int, bool, None, and for JSON
    columns whatever JSON holds.
    """
    if rows:
        names = tuple(columns)
        execute(_insert_statement(model, names), [_as_json(names, rows)])


def update_rows(model: type[Model], columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> int:
    """This will set columns of many rows in one statement and give how many were there.

    The first of `columns` is the primary key, which stands in one row only.
    """
    if not rows:
        return 0
    names = tuple(columns)
    return execute(_update_statement(model, names), [_as_json(names, rows)])


def _as_json(columns: tuple[str, ...], rows: Sequence[Sequence[Any]]) -> str:
    return orjson.dumps([dict(zip(columns, row, strict=True)) for row in rows], default=_exactly).decode()


def _exactly(value: Any) -> Any:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, set | frozenset):
        return list(value)
    raise TypeError(f"{type(value).__name__} is not written as JSON exactly")


@cache
def _update_statement(model: type[Model], columns: tuple[str, ...]) -> str:
    fields = [_field(model, name) for name in columns]
    names = [sql.Identifier(field.column) for field in fields]
    statement = sql.SQL("UPDATE {} AS t SET {} FROM {} WHERE t.{} = v.{}").format(
        sql.Identifier(model._meta.db_table),
        sql.SQL(", ").join(
            sql.SQL("{} = v.{}").format(name, sql.Identifier(column))
            for name, column in zip(names[1:], columns[1:], strict=True)
        ),
        _values(fields, columns),
        names[0],
        sql.Identifier(columns[0]),
    )
    return statement.as_string(None)


@cache
def _insert_statement(model: type[Model], columns: tuple[str, ...]) -> str:
    fields = [_field(model, name) for name in columns]
    forgotten = [field.attname for field in model._meta.concrete_fields if _is_missed(field, fields)]
    if forgotten:
        raise ValueError(f"{model._meta.label}: name {', '.join(forgotten)}, whose default is Python's alone")
    statement = sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {}").format(
        sql.Identifier(model._meta.db_table),
        sql.SQL(", ").join(sql.Identifier(field.column) for field in fields),
        sql.SQL(", ").join(sql.Identifier("v", column) for column in columns),
        _values(fields, columns),
    )
    return statement.as_string(None)


def _values(fields: Sequence[Any], columns: Sequence[str]) -> sql.Composable:
    """The rows of the one JSON value, in the columns' types."""
    typed = (
        sql.SQL("{} {}").format(sql.Identifier(column), sql.SQL(_type_of(field)))
        for column, field in zip(columns, fields, strict=True)
    )
    return sql.SQL("json_to_recordset(%s::json) AS v ({})").format(sql.SQL(", ").join(typed))


def _field(model: type[Model], name: str) -> Any:
    for field in model._meta.concrete_fields:
        if name in (field.name, field.attname):
            return field
    raise ValueError(f"{model._meta.label} has no column {name}")


def _is_missed(field: Any, named: Sequence[Any]) -> bool:
    """Whether a column that is left out would not get what the model gives it."""
    return field not in named and field.has_default() and not field.has_db_default()


def _type_of(field: Any) -> str:
    """The bare type of a column, without its length or precision: the column itself enforces those."""
    target = field.target_field if field.is_relation else field
    return _LENGTH.sub("", str(target.db_type(connection)))

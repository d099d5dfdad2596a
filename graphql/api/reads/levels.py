"""Rows for the plain executor: each level fetches its children once for all of its rows.

This is the way of every operation that the compiler does not take, and the reference it is compared with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from api.errors import TooComplex
from api.ids import to_global_id
from api.reads.cursor import fetch
from api.reads.fields import Children, Column, Computed, Declaration, Loaded, MoneyField, Reference
from api.reads.guards import require_field, require_type
from api.reads.keyset import Order
from api.reads.kinds import DOCUMENT, UUID, Kind
from api.reads.statements import Part, identifier, read_column, select
from api.reads.texts import money_text
from api.reads.types import ReadMeta, read_type

MAX_ROWS = 50_000
"""The most rows one level may hold; beyond it the operation is refused."""


class Row:
    """One row of a level."""

    __slots__ = ("level", "values")

    def __init__(self, level: Level, values: tuple[Any, ...]) -> None:
        self.level = level
        self.values = values

    @property
    def read(self) -> ReadMeta:
        """The type of the row."""
        return self.level.read

    def raw(self, column: str) -> Any:
        """The value of a column as the cursor gave it."""
        return self.values[self.level.positions[self.level.read.attname(column)]]

    def value_of(self, declaration: Declaration, context: Any) -> Any:
        """This will give the value of a declared field; raises Forbidden."""
        require_field(declaration, context.actor)
        if isinstance(declaration, Column):
            return _column_value(declaration, self.raw(declaration.source))
        if isinstance(declaration, MoneyField):
            amount, currency = self.raw(declaration.amount), self.raw(declaration.currency)
            return None if amount is None else {"amount": money_text(amount, currency), "currency": currency}
        if isinstance(declaration, Computed):
            return self._computed(declaration, context)
        if isinstance(declaration, Loaded):
            return self.level.loaded(declaration, context).get(
                python_value(declaration.kind, self.raw(declaration.by))
            )
        if isinstance(declaration, Children):
            return self.level.children(declaration, context).get(self.raw(declaration.to), [])
        if isinstance(declaration, Reference):
            return self.level.references(declaration, context).get(self.raw(declaration.by))
        raise TypeError(f"no value for {declaration.where}")

    def _computed(self, declaration: Computed, context: Any) -> Any:
        pairs = zip(declaration.kinds, declaration.needs, strict=True)
        values = [python_value(kind, self.raw(name)) for kind, name in pairs]
        return declaration.resolve(*values, **{name: getattr(context, name) for name in declaration.extras})


def python_value(kind: Kind, raw: Any) -> Any:
    """This will turn a cursor's value into its Python object."""
    return raw if raw is None or kind.python is None else kind.python(raw)


def _column_value(declaration: Column, raw: Any) -> Any:
    if raw is None:
        return None
    if declaration.kind is UUID and declaration.of is not None:
        return to_global_id(declaration.of, raw)
    return python_value(DOCUMENT, raw) if declaration.kind is DOCUMENT else raw


class Level:
    """All rows of one place in the answer, with every column of the type."""

    def __init__(self, read: ReadMeta) -> None:
        self.read = read
        self.columns = all_columns(read)
        self.positions = {name: index for index, name in enumerate(self.columns)}
        self.rows: list[Row] = []
        self._links: dict[str, dict[Any, Any]] = {}

    def fill(self, rows: Iterable[tuple[Any, ...]]) -> Level:
        """This will take over fetched rows."""
        self.rows = [Row(self, values) for values in rows]
        if len(self.rows) > MAX_ROWS:
            raise too_many_rows()
        return self

    def children(self, declaration: Children, context: Any) -> dict[Any, list[Row]]:
        """This will give the children of all rows of the level, by parent."""
        if declaration.name not in self._links:
            target = read_type(declaration.type_name).read
            keys = self._keys(declaration.to)
            level = fetch_by(target, context.actor, declaration.by, keys, declaration.order_by)
            grouped: dict[Any, list[Row]] = {}
            for row in level.rows:
                grouped.setdefault(row.raw(declaration.by), []).append(row)
            self._links[declaration.name] = grouped
        return self._links[declaration.name]

    def references(self, declaration: Reference, context: Any) -> dict[Any, Row]:
        """This will give the rows that all rows of the level refer to, by the referring value."""
        if declaration.name not in self._links:
            target = read_type(declaration.type_name).read
            level = fetch_by(target, context.actor, declaration.to, self._keys(declaration.by))
            self._links[declaration.name] = {row.raw(declaration.to): row for row in level.rows}
        return self._links[declaration.name]

    def loaded(self, declaration: Loaded, context: Any) -> dict[Any, Any]:
        """This will ask another context once for all rows of the level."""
        if declaration.name not in self._links:
            keys = [python_value(declaration.kind, key) for key in self._keys(declaration.by)]
            self._links[declaration.name] = (
                dict(declaration.load(actor=context.actor, keys=keys)) if keys else {}
            )
        return self._links[declaration.name]

    def _keys(self, column: str) -> list[Any]:
        return list(dict.fromkeys(value for row in self.rows if (value := row.raw(column)) is not None))


def too_many_rows() -> TooComplex:
    """This will make the refusal of a level with too many rows."""
    return TooComplex(what=f"more than {MAX_ROWS} rows in one list")


@cache
def all_columns(read: ReadMeta) -> tuple[str, ...]:
    """Every column that a field of the type or a list of it needs."""
    names = dict.fromkeys(("id", *read.order_by))
    for declaration in read.fields.values():
        names.update(dict.fromkeys(declaration.columns()))
    return tuple(dict.fromkeys(read.attname(name) for name in names))


def order_sql(target: ReadMeta, order_by: Sequence[str]) -> str:
    """This will write the ORDER BY of a list of children: some columns (`-` for descending), then the id."""
    parts = []
    for name in order_by:
        direction = " DESC" if name.startswith("-") else ""
        parts.append(identifier(read_column(target, name.lstrip("-"))) + direction)
    return ", ".join((*parts, identifier("id")))


def keys_part(target: ReadMeta, column: str, keys: Sequence[Any], order_by: Sequence[str] = ()) -> Part:
    """This will write the condition that a column is one of some keys."""
    kind = target.kind_of_column(column, where=target.name)
    name = identifier(read_column(target, column))
    ordered = ("id", *(name.lstrip("-") for name in order_by))
    return Part(f"{name} = ANY(%s::{kind.sql_type}[])", (list(keys),), (column, *ordered))


def fetch_by(
    target: ReadMeta, actor: Any, column: str, keys: Sequence[Any], order_by: Sequence[str] = ()
) -> Level:
    """This will fetch the visible rows of a type whose column is one of some keys."""
    require_type(target, actor)
    level = Level(target)
    if not keys:
        return level
    columns = tuple(dict.fromkeys((*level.columns, target.attname(column))))
    level.columns = columns
    level.positions = {name: index for index, name in enumerate(columns)}
    statement = select(
        target,
        actor,
        columns=columns,
        where=(keys_part(target, column, keys, order_by),),
        order_by=order_sql(target, order_by),
        limit=MAX_ROWS + 1,
    )
    return level if statement is None else level.fill(fetch(*statement))


def fetch_page(read: ReadMeta, actor: Any, where: Sequence[Part], order: Order, limit: int) -> Level:
    """This will fetch one page of a list."""
    level = Level(read)
    level.columns = tuple(dict.fromkeys((*level.columns, read.attname(order.column))))
    level.positions = {name: index for index, name in enumerate(level.columns)}
    statement = select(
        read, actor, columns=level.columns, where=where, order_by=order.sql(read), limit=limit, also=("id",)
    )
    return level if statement is None else level.fill(fetch(*statement))

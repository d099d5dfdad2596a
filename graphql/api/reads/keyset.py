"""Keyset pagination: a cursor is the order's value and the id of a row, never an offset."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import orjson

from api.errors import bad_argument
from api.reads.kinds import BOOLEAN, DAY, DECIMAL, INSTANT, INTEGER, TEXT, UUID, Kind
from api.reads.statements import Part, identifier, read_column
from api.reads.types import ReadMeta
from tenants.kernel.ids import parse_id

MAX_CURSOR = 4_096


@dataclass(frozen=True, slots=True)
class Order:
    """An order of rows: a column and a direction, always followed by the id in the same direction."""

    column: str
    descending: bool
    kind: Kind
    nullable: bool

    @property
    def name(self) -> str:
        """The order's name inside cursors, which are refused under another order."""
        return f"{'-' if self.descending else ''}{self.column}"

    def sql(self, read: ReadMeta) -> str:
        """This will write the ORDER BY; nulls come last either way."""
        direction = "DESC" if self.descending else "ASC"
        identity = f"{identifier('id')} {direction}"
        if self.column == "id":
            return identity
        nulls = " NULLS LAST" if self.nullable else ""
        return f"{identifier(read_column(read, self.column))} {direction}{nulls}, {identity}"


def order_of(read: ReadMeta, column: str, *, descending: bool) -> Order:
    """This will make an order over a column of a type."""
    return Order(
        column=column,
        descending=descending,
        kind=read.kind_of_column(column, where=f"{read.name} order"),
        nullable=read.nullable(column),
    )


def default_order(read: ReadMeta) -> Order:
    """This will give a type's own order: as declared, otherwise the newest first."""
    column, descending = read.default_order or ("id", True)
    return order_of(read, column, descending=descending)


def encode_cursor(order: Order, value: Any, key: str) -> str:
    """This will make the cursor of a row from its order column's value and its id."""
    if isinstance(value, date):
        value = value.isoformat()
    return base64.urlsafe_b64encode(orjson.dumps([order.name, value, key])).rstrip(b"=").decode()


def after_cursor(read: ReadMeta, order: Order, cursor: str) -> Part:
    """This will write the condition for rows behind a cursor; raises Invalid when it is not one of this order."""
    value, key = _decode(order, cursor)
    compare = "<" if order.descending else ">"
    identity = identifier("id")
    if order.column == "id":
        return Part(f"{identity} {compare} %s::uuid", (key,), ("id",))
    column = identifier(read_column(read, order.column))
    columns = ("id", order.column)
    if not order.nullable:
        bound = f"({column}, {identity}) {compare} (%s::{order.kind.sql_type}, %s::uuid)"
        return Part(bound, (value, key), columns)
    if value is None:
        return Part(f"{column} IS NULL AND {identity} {compare} %s::uuid", (key,), columns)
    typed = f"%s::{order.kind.sql_type}"
    later = f"{column} {compare} {typed} OR ({column} = {typed} AND {identity} {compare} %s::uuid)"
    return Part(f"{later} OR {column} IS NULL", (value, value, key), columns)


def _decode(order: Order, cursor: str) -> tuple[Any, str]:
    refused = bad_argument("after", en="This cursor does not belong to this list.", zh="该游标不属于此列表。")
    if len(cursor) > MAX_CURSOR:
        raise refused
    try:
        name, value, key = orjson.loads(base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
    except (ValueError, TypeError, binascii.Error):
        raise refused from None
    if name != order.name or parse_id(key) is None or not _fits(order, value):
        raise refused
    return value, key


def _fits(order: Order, value: Any) -> bool:
    if value is None:
        return order.nullable
    if order.kind in (INTEGER,):
        return type(value) is int and abs(value) < 2**63
    if order.kind is BOOLEAN:
        return type(value) is bool
    if not isinstance(value, str) or "\x00" in value:
        return False
    try:
        return _reads_as(order.kind, value)
    except (ValueError, InvalidOperation):
        return False


def _reads_as(kind: Kind, value: str) -> bool:
    if kind is DECIMAL:
        return Decimal(value).is_finite()
    if kind is INSTANT:
        return datetime.fromisoformat(value).tzinfo is not None
    if kind is DAY:
        return bool(date.fromisoformat(value))
    if kind is UUID:
        return parse_id(value) is not None
    return kind is TEXT

"""Arguments of lists: typed filters, orders and search, each guarded by the permission of its field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import graphene
from graphene.utils.str_converters import to_camel_case

from api import permissions, scalars
from api.errors import bad_argument
from api.ids import key_of
from api.reads.fields import Column
from api.reads.keyset import Order, after_cursor, default_order, order_of
from api.reads.kinds import BOOLEAN, DAY, DECIMAL, INSTANT, INTEGER, UUID, Kind
from api.reads.statements import Part, identifier, read_column
from api.reads.types import ReadMeta
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Forbidden
from tenants.kernel.folding import folded
from tenants.kernel.ids import parse_id

MAX_FIRST = 500
DEFAULT_FIRST = 50
MAX_IN = 500
MAX_SEARCH = 200
MAX_SEARCH_WORDS = 8

FOLDED = "search_text"
"""The name of columns that hold folded text: there LIKE finds what ILIKE would, forty times faster."""

COMPARISONS = {"eq": "=", "gt": ">", "gte": ">=", "lt": "<", "lte": "<="}
MEANINGS = {
    "eq": "equals this value",
    "in": "equals one of these values",
    "gt": "is greater than this value",
    "gte": "is this value or greater",
    "lt": "is less than this value",
    "lte": "is this value or less",
    "contains": "contains this text, in any case",
    "is_null": "has no value (true) or has one (false)",
}


@dataclass(frozen=True, slots=True)
class ListRequest:
    """One page of a list: conditions without and with the cursor, order and length."""

    conditions: tuple[Part, ...]
    position: Part | None
    order: Order
    first: int

    @property
    def where(self) -> tuple[Part, ...]:
        """All conditions of the page."""
        return self.conditions if self.position is None else (*self.conditions, self.position)


def list_request(
    read: ReadMeta,
    actor: Actor,
    *,
    first: int | None = None,
    after: str | None = None,
    filter: Mapping[str, Any] | None = None,
    order_by: Any = None,
    search: str | None = None,
) -> ListRequest:
    """This will turn the arguments of a list into conditions; raises Invalid or Forbidden."""
    length = DEFAULT_FIRST if first is None else first
    if not 1 <= length <= MAX_FIRST:
        raise bad_argument(
            "first", en=f"Ask for 1 to {MAX_FIRST} rows.", zh=f"每次请求 1 至 {MAX_FIRST} 行。"
        )
    order = _order(read, actor, order_by)
    conditions = [*_filters(read, actor, filter or {}), *_search(read, actor, search)]
    position = after_cursor(read, order, after) if after is not None else None
    return ListRequest(tuple(conditions), position, order, length)


def _order(read: ReadMeta, actor: Actor, order_by: Any) -> Order:
    if order_by is None:
        return default_order(read)
    chosen = getattr(order_by, "value", order_by)
    column, _, direction = str(chosen).partition(":")
    _guard(read, actor, column)
    return order_of(read, column, descending=direction == "desc")


def _guard(read: ReadMeta, actor: Actor, column: str) -> None:
    """This will refuse a column that none of the fields the actor may see shows."""
    guards = read.guards_of(column)
    if not any(permissions.allows(actor, guard.permission) for guard in guards):
        raise Forbidden(field=to_camel_case(column), permission=guards[0].permission)


def _filters(read: ReadMeta, actor: Actor, given: Mapping[str, Any]) -> list[Part]:
    parts = []
    for column, conditions in given.items():
        if conditions is None:
            continue
        _guard(read, actor, column)
        parts.extend(_condition(read, column, op, value) for op, value in conditions.items())
    return parts


def _condition(read: ReadMeta, column: str, operator: str, value: Any) -> Part:
    name = identifier(read_column(read, column))
    if operator == "is_null":
        return Part(f"{name} IS {'NULL' if value else 'NOT NULL'}", (), (column,))
    if value is None:
        raise bad_argument(
            to_camel_case(column), en="Use isNull to ask for missing values.", zh="请使用 isNull 查询空值。"
        )
    kind = read.kind_of_column(column, where=read.name)
    if operator == "contains":
        return Part(f"{name} ILIKE %s", (_like(_plain(column, value)),), (column,))
    if operator == "in":
        if len(value) > MAX_IN:
            raise bad_argument(
                to_camel_case(column), en=f"Give at most {MAX_IN} values.", zh=f"最多 {MAX_IN} 个值。"
            )
        values = [_bound(read, column, kind, item) for item in value]
        return Part(
            f"{name} = ANY(%s::{kind.sql_type}[])", ([v for v in values if v is not None],), (column,)
        )
    bound = _bound(read, column, kind, value)
    if bound is None:
        return Part("FALSE")
    return Part(f"{name} {COMPARISONS[operator]} %s::{kind.sql_type}", (bound,), (column,))


def _bound(read: ReadMeta, column: str, kind: Kind, value: Any) -> Any:
    """This will turn an input value into one to bind; None for an id that cannot exist."""
    if kind is UUID:
        type_name = read.shown_as_id_of(column)
        return key_of(value, type_name) if type_name else parse_id(value)
    value = getattr(value, "value", value)
    return _plain(column, value) if isinstance(value, str) else value


def _plain(column: str, value: Any) -> str:
    text = str(value)
    if "\x00" in text:
        raise bad_argument(to_camel_case(column), en="The text has a NUL character.", zh="文本包含空字符。")
    return text


def _like(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def _search(read: ReadMeta, actor: Actor, search: str | None) -> list[Part]:
    """Every word must be found in one of the columns that the actor may see."""
    if search is None or not search.strip():
        return []
    if len(search) > MAX_SEARCH:
        raise bad_argument(
            "search",
            en=f"Search for at most {MAX_SEARCH} characters.",
            zh=f"搜索内容最多 {MAX_SEARCH} 个字符。",
        )
    columns = tuple(
        c for c in read.search if any(permissions.allows(actor, g.permission) for g in read.guards_of(c))
    )
    if not columns:
        return [Part("FALSE")]
    matched = " OR ".join(
        f"{identifier(read_column(read, c))} {'LIKE' if c == FOLDED else 'ILIKE'} %s" for c in columns
    )
    words = _plain("search", search).split()[:MAX_SEARCH_WORDS]
    return [
        Part(
            matched,
            tuple(_like(folded(word) if c == FOLDED else word) for c in columns),
            columns,
            gathers=FOLDED in columns,
        )
        for word in words
    ]


@cache
def list_arguments(read: ReadMeta) -> dict[str, graphene.Argument]:
    """This will make the arguments of a list of a type."""
    arguments = {
        "first": graphene.Argument(
            graphene.Int, description=f"How many rows, 1 to {MAX_FIRST}; {DEFAULT_FIRST} when not given."
        ),
        "after": graphene.Argument(graphene.String, description="The cursor of the row to go on behind."),
    }
    if read.filters:
        arguments["filter"] = graphene.Argument(
            _filter_type(read), description="Conditions that every row must meet."
        )
    if read.order_by:
        arguments["order_by"] = graphene.Argument(
            _order_type(read), description="The order of the rows; equal rows are ordered by id."
        )
    if read.search:
        fields = ", ".join(to_camel_case(c) for c in read.search)
        arguments["search"] = graphene.Argument(
            graphene.String, description=f"Words that must all be found in {fields}."
        )
    return arguments


def _filter_type(read: ReadMeta) -> type:
    attributes: dict[str, Any] = {
        column: graphene.InputField(
            _operators_type(read, column, operators), description=f"Conditions on {to_camel_case(column)}."
        )
        for column, operators in read.filters.items()
    }
    attributes["__doc__"] = f"Conditions on {read.name}; a row must meet all that are given."
    return type(f"{read.name}Filter", (graphene.InputObjectType,), attributes)


def _operators_type(read: ReadMeta, column: str, operators: tuple[str, ...]) -> type:
    scalar = _input_type(read, column)
    attributes: dict[str, Any] = {"__doc__": f"Conditions on {to_camel_case(column)} of {read.name}."}
    for operator in operators:
        type_: Any = scalar
        if operator == "in":
            type_ = graphene.List(graphene.NonNull(scalar))
        elif operator == "is_null":
            type_ = graphene.Boolean
        elif operator == "contains":
            type_ = graphene.String
        attributes[operator] = graphene.InputField(type_, description=f"The value {MEANINGS[operator]}.")
    pascal = to_camel_case(column)
    return type(f"{read.name}{pascal[0].upper()}{pascal[1:]}Filter", (graphene.InputObjectType,), attributes)


def _input_type(read: ReadMeta, column: str) -> Any:
    for guard in read.guards_of(column):
        if isinstance(guard, Column) and not isinstance(guard.type, graphene.List):
            return guard.type
    kind = read.kind_of_column(column, where=read.name)
    by_kind = {
        INTEGER: graphene.Int,
        BOOLEAN: graphene.Boolean,
        DECIMAL: scalars.Decimal,
        INSTANT: scalars.DateTime,
        DAY: scalars.Date,
        UUID: graphene.ID,
    }
    return by_kind.get(kind, graphene.String)


def _order_type(read: ReadMeta) -> type:
    values = {}
    for column in read.order_by:
        values[f"{column.upper()}_ASC"] = f"{column}:asc"
        values[f"{column.upper()}_DESC"] = f"{column}:desc"

    def describe(value: Any) -> str:
        if value is None:
            return f"Orders of {read.name}."
        column, _, direction = value.value.partition(":")
        return f"By {to_camel_case(column)}, {'descending' if direction == 'desc' else 'ascending'}."

    return graphene.Enum(f"{read.name}Order", list(values.items()), description=describe)

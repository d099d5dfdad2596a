"""Expressions of the generated completion: how one field of a row `r` is written.

Only numbers, GraphQL names (letters, digits, underscores, through `repr`) and names made here go into the text
of the generated function; everything else is bound as an object in its namespace.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import orjson
from graphql import GraphQLEnumType, get_named_type

from api.reads.fields import Column, Computed, MoneyField
from api.reads.kinds import DOCUMENT, UUID, Kind
from api.reads.texts import money_text
from api.reads.types import ReadMeta
from api.reads.values import not_null


class Names:
    """Names and objects of a generated function."""

    def __init__(self) -> None:
        self.bound: dict[str, Any] = {
            "Fragment": orjson.Fragment,
            "money_text": money_text,
            "not_null": not_null,
            "NONE": [],
        }
        self._count = 0

    def new(self, stem: str) -> str:
        """This will give a new local name."""
        self._count += 1
        return f"{stem}{self._count}"

    def bind(self, stem: str, value: Any) -> str:
        """This will make an object known under a new name."""
        name = self.new(stem)
        self.bound[name] = value
        return name


def column_expression(names: Names, declaration: Column, type_: Any, place: int) -> str:
    """This will write the value of a column."""
    raw = f"r[{place}]"
    if declaration.nullable:
        shown = _shown(names, declaration, type_, "x")
        expression = raw if shown == "x" else f"(None if (x := {raw}) is None else {shown})"
    else:
        expression = _shown(names, declaration, type_, raw)
    return f"not_null({expression})" if declaration.required and declaration.nullable else expression


def _shown(names: Names, declaration: Column, type_: Any, raw: str) -> str:
    """The expression of a value that is there."""
    named = get_named_type(type_)
    if isinstance(named, GraphQLEnumType):
        table = {getattr(v.value, "value", v.value): key for key, v in named.values.items()}
        return f"{names.bind('e', table)}[{raw}]"
    if declaration.kind is UUID and declaration.prefix is not None:
        return f"{declaration.prefix!r} + {raw}"
    if declaration.kind is DOCUMENT:
        return f"Fragment({raw})"
    if declaration.is_annotation and named.name in ("Int", "Boolean", "String"):
        return f"{names.bind('s', named.serialize)}({raw})"
    return raw


def money_expression(
    names: Names, declaration: MoneyField, read: ReadMeta, amount: int, currency: int, fields: dict[str, Any]
) -> str:
    """This will write a Money object."""
    code = f"r[{currency}]"
    if read.nullable(declaration.currency):
        code = f"not_null({code})"
    values = {
        "amount": f"money_text(r[{amount}], {code})",
        "currency": code,
        "__typename": repr("Money"),
    }
    parts = ", ".join(f"{key!r}: {values[nodes[0].name.value]}" for key, nodes in fields.items())
    if not read.nullable(declaration.amount):
        return f"{{{parts}}}"
    expression = f"(None if r[{amount}] is None else {{{parts}}})"
    return f"not_null({expression})" if declaration.required else expression


def computed_expression(
    names: Names, declaration: Computed, complete: Callable[[Any], Any], places: Sequence[int]
) -> str:
    """This will write the call of a computed field's function and the completion of its value."""
    function = names.bind("f", declaration.resolve)
    values = [
        _as_python(names, kind, f"r[{place}]") for kind, place in zip(declaration.kinds, places, strict=True)
    ]
    values += [f"{extra}={extra}" for extra in declaration.extras]
    return f"{names.bind('c', complete)}({function}({', '.join(values)}))"


def _as_python(names: Names, kind: Kind, raw: str) -> str:
    if kind.python is None:
        return raw
    return f"(None if {raw} is None else {names.bind('p', kind.python)}({raw}))"

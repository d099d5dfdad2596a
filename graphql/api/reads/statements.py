"""Composes the statements of the read path around the SQL of a type's door.

Reviewed module: the only raw SQL of the API. Identifiers come from models and declarations through
`psycopg.sql`; values are always bound. The door's queryset (`visible`) is compiled by the ORM once for each
set of columns and each kind of actor; an actor's own ids are then bound in their places.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from psycopg import sql as psql

from api.reads.types import ReadMeta
from tenants.kernel.actor import Actor

ID_SLOTS = tuple(f.name for f in fields(Actor) if f.name.endswith("_id") and f.name != "request_id")
TEXT_SLOTS = ("display_name", "email", "ip_address", "request_id", "fingerprint")
MAX_CACHED = 5_000


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of SQL with its bound values and the columns it reads."""

    sql: str
    params: tuple[Any, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Recipe:
    """Compiled SQL of a door; `slots` names the actor's attribute for each value, or None for a constant."""

    sql: str | None
    params: tuple[Any, ...] = ()
    slots: tuple[str | None, ...] = ()

    def bind(self, actor: Actor) -> tuple[Any, ...]:
        """This will give the values for one actor."""
        if not any(self.slots):
            return self.params
        pairs = zip(self.params, self.slots, strict=True)
        return tuple(value if slot is None else getattr(actor, slot) for value, slot in pairs)


_recipes: dict[Any, _Recipe | None] = {}
_lock = threading.Lock()


class _Looked(Exception):
    """A door asked the database while it was being compiled."""


@lru_cache(maxsize=10_000)
def identifier(name: str) -> str:
    """This will quote a column of the door's rows."""
    return psql.Identifier("v", name).as_string()


def select(
    read: ReadMeta,
    actor: Actor,
    *,
    columns: Sequence[str],
    where: Sequence[Part] = (),
    order_by: str = "",
    limit: int | None = None,
    also: Sequence[str] = (),
) -> tuple[str, list[Any]] | None:
    """This will compose the SELECT of some columns of the rows an actor may see; None when there are none.

    `also` names columns that the order uses.
    """
    door = door_sql(read, actor, _needed(read, (*columns, *also), where))
    if door is None:
        return None
    names = ", ".join(identifier(read_column(read, name)) for name in columns)
    return _compose(names, door, where, order_by, limit)


def prepared(
    read: ReadMeta, actor: Actor, *, columns: Sequence[str], where: Part, order_by: str, limit: int
) -> Callable[[Actor, Any], tuple[str, list[Any]] | None]:
    """This will compose such a SELECT once for all actors of this one's shape; `where` has one value.

    What it gives takes the actor and the value. Where the door computes from the actor, it composes anew.
    """
    needed = _needed(read, columns, (where,))
    recipe = _recipe(read, actor, needed)
    if recipe is None:
        return lambda who, value: select(
            read,
            who,
            columns=columns,
            where=(replace(where, params=(value,)),),
            order_by=order_by,
            limit=limit,
        )
    if recipe.sql is None:
        return lambda who, value: None
    names = ", ".join(identifier(read_column(read, name)) for name in columns)
    text, _ = _compose(names, (recipe.sql, ()), (where,), order_by, limit)
    return lambda who, value: (text, [*recipe.bind(who), value])


def count(read: ReadMeta, actor: Actor, *, where: Sequence[Part] = ()) -> tuple[str, list[Any]] | None:
    """This will compose the count of the rows an actor may see under some conditions."""
    door = door_sql(read, actor, _needed(read, ("id",), where))
    return None if door is None else _compose("count(*)", door, where, "", None)


def _needed(read: ReadMeta, columns: Sequence[str], where: Sequence[Part]) -> tuple[str, ...]:
    names = dict.fromkeys(read.attname(name) for name in columns)
    for part in where:
        names.update(dict.fromkeys(read.attname(name) for name in part.columns))
    return tuple(names)


def _compose(
    selected: str, door: tuple[str, tuple[Any, ...]], where: Sequence[Part], order_by: str, limit: int | None
) -> tuple[str, list[Any]]:
    text = f"SELECT {selected} FROM ({door[0]}) AS v"  # noqa: S608 - see the module's docstring
    params = list(door[1])
    if where:
        text += " WHERE " + " AND ".join(f"({part.sql})" for part in where)
        for part in where:
            params.extend(part.params)
    if order_by:
        text += f" ORDER BY {order_by}"
    if limit is not None:
        text += f" LIMIT {int(limit)}"
    return text, params


def read_column(read: ReadMeta, name: str) -> str:
    """This will give the database column of a model field, or the name of an annotation."""
    field = read.model_field(name)
    return field.column if field is not None else name


def door_sql(read: ReadMeta, actor: Actor, columns: tuple[str, ...]) -> tuple[str, tuple[Any, ...]] | None:
    """This will give the SQL of the rows an actor may see, with its values; None when it may see none."""
    recipe = _recipe(read, actor, columns) or _compile(read, actor, columns)
    return None if recipe.sql is None else (recipe.sql, recipe.bind(actor))


def _recipe(read: ReadMeta, actor: Actor, columns: tuple[str, ...]) -> _Recipe | None:
    """The door's recipe for actors of this shape, learnt once; None when it must be compiled each time."""
    key = (read, columns, shape_of(actor))
    try:
        return _recipes[key]
    except KeyError:
        recipe = _learn(read, actor, columns)
        with _lock:
            if len(_recipes) >= MAX_CACHED:
                _recipes.clear()
            _recipes[key] = recipe
        return recipe


def shape_of(actor: Actor) -> tuple[Any, ...]:
    """Everything about an actor that may change the form of a door's SQL, and not only its values."""
    present = tuple(getattr(actor, slot) is not None for slot in ID_SLOTS)
    return (actor.kind, actor.permissions, actor.roles, actor.locale, actor.ip_address is None, *present)


def _compile(read: ReadMeta, actor: Actor, columns: tuple[str, ...]) -> _Recipe:
    queryset = read.visible(actor).order_by().values_list(*columns)
    try:
        text, params = queryset.query.sql_with_params()
    except EmptyResultSet:
        return _Recipe(None)
    return _Recipe(text, tuple(params), (None,) * len(params))


def _learn(read: ReadMeta, actor: Actor, columns: tuple[str, ...]) -> _Recipe | None:
    """This will find out which values of the door's SQL are the actor's own.

    The door is compiled for the actor and for two made-up actors of the same shape. Where the three
    differ in anything but the actors' own attributes, the door computes from the actor: None, and it
    is then compiled for every request.
    """
    first, second = _stand_in(actor), _stand_in(actor)
    try:
        with connection.execute_wrapper(_refuse):
            ours, one, two = (_compile(read, a, columns) for a in (actor, first, second))
    except _Looked:
        return None
    if not (ours.sql == one.sql == two.sql and len(ours.params) == len(one.params) == len(two.params)):
        return None
    slots: list[str | None] = []
    for mine, a, b in zip(ours.params, one.params, two.params, strict=True):
        slot = _slot_of(a, first)
        if slot is None and not (_same(mine, a) and _same(mine, b)):
            return None
        if slot is not None and not (_same(b, getattr(second, slot)) and _same(mine, getattr(actor, slot))):
            return None
        slots.append(slot)
    return _Recipe(ours.sql, ours.params, tuple(slots))


def _same(a: Any, b: Any) -> bool:
    return type(a) is type(b) and bool(a == b)


def _slot_of(value: Any, stand_in: Actor) -> str | None:
    for slot in (*ID_SLOTS, *TEXT_SLOTS):
        if value is not None and _same(value, getattr(stand_in, slot)):
            return slot
    return None


def _stand_in(actor: Actor) -> Actor:
    ids: dict[str, Any] = {s: uuid.uuid4() for s in ID_SLOTS if getattr(actor, s) is not None}
    texts: dict[str, Any] = {s: uuid.uuid4().hex for s in TEXT_SLOTS if getattr(actor, s) is not None}
    return replace(actor, **ids, **texts)


def _refuse(*_args: Any) -> Any:
    raise _Looked

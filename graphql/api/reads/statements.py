"""Composes the statements of the read path around the SQL of a type's door.

Reviewed module: the only raw SQL of the API. Identifiers come from models and declarations through
`psycopg.sql`; values are always bound. The door's queryset (`visible`) is compiled by the ORM once for each
set of columns and each kind of actor; an actor's own ids are then bound in their places.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet
from psycopg import sql as psql

from api.reads.recipes import Recipe, learn
from api.reads.types import ReadMeta
from tenants.kernel.actor import Actor
from tenants.runtime.shapes import shape_of

MAX_CACHED = 5_000


Door = Callable[[Actor], QuerySet[Any]]
"""Gives the rows that an actor may see."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of SQL with its bound values and the columns it reads.

    `gathers` has all rows that meet the conditions found before they are put in order: where few of many do, walking
    an index in the list's order until the page is full would fetch nearly every row one by one.
    """

    sql: str
    params: tuple[Any, ...] = ()
    columns: tuple[str, ...] = ()
    gathers: bool = False


_recipes: dict[Any, Recipe | None] = {}
_lock = threading.Lock()


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
    read: ReadMeta,
    actor: Actor,
    *,
    columns: Sequence[str],
    where: Part,
    order_by: str = "",
    limit: int | None = None,
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


def counts(actor: Actor, doors: Sequence[Door]) -> tuple[str, list[Any]]:
    """This will compose one SELECT that counts the rows of each door.

    Doors are functions that live as long as the process: their SQL is learnt once for all actors of a shape.
    """
    parts: list[str] = []
    params: list[Any] = []
    for door in doors:
        recipe = _learnt((door, shape_of(actor)), actor, partial(_compiled, door)) or _compiled(door, actor)
        parts.append("0" if recipe.sql is None else f"(SELECT count(*) FROM ({recipe.sql}) AS v)")  # noqa: S608
        params.extend(recipe.bind(actor))
    return f"SELECT {', '.join(parts)}", params


def _compiled(door: Door, actor: Actor) -> Recipe:
    return _as_recipe(door(actor).order_by().values_list("pk"))


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
    if order_by and any(part.gathers for part in where):
        # OFFSET keeps PostgreSQL from taking order and limit into account for how it finds the rows.
        text = text.replace(f"SELECT {selected} FROM", "SELECT * FROM", 1)
        text = f"SELECT {selected} FROM ({text} OFFSET 0) AS v"  # noqa: S608 - see the module's docstring
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
    recipe = _recipe(read, actor, columns) or compile_door(read, actor, columns)
    return None if recipe.sql is None else (recipe.sql, recipe.bind(actor))


def _recipe(read: ReadMeta, actor: Actor, columns: tuple[str, ...]) -> Recipe | None:
    """The door's recipe for actors of this shape, learnt once; None when it must be compiled each time."""
    key = (read, columns, shape_of(actor))
    return _learnt(key, actor, lambda who: compile_door(read, who, columns))


def _learnt(key: Any, actor: Actor, compile_for: Callable[[Actor], Recipe]) -> Recipe | None:
    try:
        return _recipes[key]
    except KeyError:
        recipe = learn(actor, compile_for)
        with _lock:
            if len(_recipes) >= MAX_CACHED:
                _recipes.clear()
            _recipes[key] = recipe
        return recipe


def compile_door(read: ReadMeta, actor: Actor, columns: tuple[str, ...]) -> Recipe:
    """This will have the ORM compile a door's queryset for one actor."""
    return _as_recipe(read.visible(actor).order_by().values_list(*columns))


def _as_recipe(queryset: QuerySet[Any, Any]) -> Recipe:
    try:
        text, params = queryset.query.sql_with_params()
    except EmptyResultSet:
        return Recipe(None)
    return Recipe(text, tuple(params), (None,) * len(params))

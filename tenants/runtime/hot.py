"""Hot queries: the ORM builds and compiles them once, then they run with other values.

    @hot
    def _published_flow(document_type: str) -> QuerySet[FlowDefinition]:
        return FlowDefinition.objects.filter(document_type=document_type, status="published")

    flow = _published_flow.first("procurement.order")
    rows = _lines_of.all(order_id)                      # what the queryset would give: instances, dicts or tuples

Which of the values in the SQL came from the arguments is found out by building the query with made-up
arguments of the same types, twice. A query that works on its arguments, compares a text or an id, or asks the
database is found out too: it is built anew each time, as if it were not hot. True, False and None are part of
the query's form; so is the length of a list and what an actor may do. The function must not branch on the
content of a number or an instant, which nobody would notice: it is not asked again.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import QuerySet
from django.db.models.query import FlatValuesListIterable, ModelIterable, ValuesIterable, ValuesListIterable

from tenants.kernel.actor import Actor
from tenants.runtime import rows, shapes

MAX_FORMS = 200
"""Forms that one query keeps: lengths of lists and permissions of actors have no end."""

IDENTICAL = (shapes.SealedId, shapes.SealedWord, bool)

_numbers = count()
_START = datetime(1900, 1, 1, tzinfo=UTC)


def _number() -> int:
    """A number that fits every whole number's column and was not given lately."""
    return 10_000 + next(_numbers) % 20_000


MADE_UP: dict[type, Callable[[], Any]] = {
    uuid.UUID: shapes.SealedId,
    str: lambda: shapes.SealedWord(f" Made up %_\\ {_number()} "),
    int: _number,
    Decimal: lambda: Decimal(_number()) * 1_000 + Decimal("0.25"),
    datetime: lambda: _START + timedelta(days=_number(), seconds=1),
    date: lambda: (_START + timedelta(days=_number())).date(),
}


@dataclass(frozen=True, slots=True)
class _Compiled:
    """SQL with the place of each value: the number of an argument, or a constant."""

    sql: str
    slots: tuple[int | None, ...] = ()
    constants: tuple[Any, ...] = ()
    build: Callable[[list[tuple[Any, ...]]], list[Any]] = list

    def values(self, flat: Sequence[Any]) -> list[Any]:
        """The values to bind for some arguments."""
        pairs = zip(self.slots, self.constants, strict=True)
        return [constant if slot is None else flat[slot] for slot, constant in pairs]


class hot:  # noqa: N801 reads as the decorator it is
    """A function that builds a queryset from plain values: one compiled form for each form of arguments."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.__doc__ = function.__doc__
        self._known: dict[Any, _Compiled | None] = {}

    def _form(self, arguments: Sequence[Any], *more: Any, compiled: Callable[..., Any]) -> _Compiled | None:
        key = (*map(_form_of, arguments), *more)
        try:
            return self._known[key]
        except KeyError:
            learnt = _learn(arguments, compiled)
            if len(self._known) >= MAX_FORMS:
                self._known.clear()
            self._known[key] = learnt
            return learnt

    def all(self, *arguments: Any) -> list[Any]:
        """This will give what the queryset would."""
        form = self._form(arguments, compiled=lambda *a: _select(self.function(*a)))
        return list(self.function(*arguments)) if form is None else _fetch(form, arguments)

    def first(self, *arguments: Any) -> Any:
        """This will give the first of it, or None."""
        form = self._form(arguments, "first", compiled=lambda *a: _select(_first(self.function(*a))))
        found = list(_first(self.function(*arguments))) if form is None else _fetch(form, arguments)
        return found[0] if found else None


def _fetch(form: _Compiled, arguments: Sequence[Any]) -> list[Any]:
    return form.build(rows.fetch_rows(form.sql, form.values(_flat(arguments)), adapters=None))


def _first(queryset: QuerySet) -> QuerySet:
    return (queryset if queryset.ordered else queryset.order_by("pk"))[:1]


def _select(queryset: QuerySet) -> tuple[str, tuple[Any, ...], Callable[..., Any]]:
    compiler = queryset.query.get_compiler(connection=connection)
    text, values = compiler.as_sql()
    return text, tuple(values), _builder(queryset, compiler)


def _builder(queryset: QuerySet, compiler: Any) -> Callable[[list[tuple[Any, ...]]], list[Any]]:
    """How rows become what the queryset gives; raises TypeError when that is more than the rows tell."""
    asked: Any = queryset
    if asked.db != DEFAULT_DB_ALIAS or asked._prefetch_related_lookups or asked._known_related_objects:
        raise TypeError("this kind of queryset cannot be hot")
    converters = compiler.get_converters([expression for expression, _, _ in compiler.select])

    def converted(found: list[tuple[Any, ...]]) -> Any:
        return map(tuple, compiler.apply_converters(found, converters)) if converters else found

    kind = queryset._iterable_class
    if kind is ValuesListIterable:
        return lambda found: list(converted(found))
    if kind is FlatValuesListIterable:
        return lambda found: [row[0] for row in converted(found)]
    if kind is ValuesIterable:
        query = queryset.query
        names = tuple(query.selected or (*query.extra_select, *query.values_select, *query.annotation_select))
        return lambda found: [dict(zip(names, row, strict=True)) for row in converted(found)]
    if kind is not ModelIterable or queryset.query.select_related:
        raise TypeError("this kind of queryset cannot be hot")
    return _models(queryset, compiler, converted)


def _models(queryset: QuerySet, compiler: Any, converted: Callable[..., Any]) -> Callable[..., list[Any]]:
    places = compiler.klass_info["select_fields"]
    names = [compiler.select[place][0].target.attname for place in places]
    annotations = list((compiler.annotation_col_map or {}).items())
    model, start, end = compiler.klass_info["model"], places[0], places[-1] + 1

    def build(found: list[tuple[Any, ...]]) -> list[Any]:
        instances = []
        for row in converted(found):
            instance = model.from_db("default", names, row[start:end])
            for name, place in annotations:
                setattr(instance, name, row[place])
            instances.append(instance)
        return instances

    return build


def _learn(arguments: Sequence[Any], compiled: Callable[..., Any]) -> _Compiled | None:
    """The form of a query for arguments of this kind; None when it has to be built each time."""
    first, second = _made_up(arguments), _made_up(arguments)
    if first is None or second is None:
        return None
    try:
        with connection.execute_wrapper(shapes.looked_into):
            one, two = compiled(*first), compiled(*second)
        return _compared(one, two, _flat(first), _flat(second))
    except Exception:  # whatever it is: building the query with its real arguments will tell
        return None


def _compared(one: Any, two: Any, given_one: list[Any], given_two: list[Any]) -> _Compiled | None:
    """The form of one query that was built twice, with other arguments."""
    (text, values, build), (other_text, other_values, _) = one, two
    if text != other_text or len(values) != len(other_values):
        return None
    slots: list[int | None] = []
    constants: list[Any] = []
    for a, b in zip(values, other_values, strict=True):
        slot = next((n for n, value in enumerate(given_one) if _same(a, value)), None)
        if not _same(b, a if slot is None else given_two[slot]):
            return None
        slots.append(slot)
        constants.append(None if slot is not None else int(a) if _is_whole(a) else a)
    return _Compiled(text, tuple(slots), tuple(constants), build)


def _is_whole(value: Any) -> bool:
    """Whether it is a number, be it of an enumeration."""
    return isinstance(value, int) and not isinstance(value, bool)


def _same(a: Any, b: Any) -> bool:
    """Whether two values are one and the same to PostgreSQL; sealed ones and truths only when they are identical."""
    if isinstance(a, IDENTICAL) or isinstance(b, IDENTICAL):
        return a is b
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return len(a) == len(b) and all(map(_same, a, b))
    kinds = isinstance(a, type(b)) or isinstance(b, type(a))
    return kinds and bool(a == b)


def _made_up(arguments: Sequence[Any]) -> list[Any] | None:
    found: list[Any] = []
    for value in arguments:
        if value is None or isinstance(value, bool):
            found.append(value)
        elif isinstance(value, list | tuple):
            inner = _made_up(value)
            if inner is None:
                return None
            found.append(inner)
        elif isinstance(value, Actor):
            found.append(shapes.made_up(value))
        elif type(value) in MADE_UP:
            found.append(MADE_UP[type(value)]())
        else:
            return None
    return found


def _form_of(value: Any) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, list | tuple):
        return (list, *map(_form_of, value))
    return shapes.shape_of(value) if isinstance(value, Actor) else type(value)


def _flat(arguments: Sequence[Any]) -> list[Any]:
    """All values that may stand in the SQL: a list's entries and the list itself, an actor's ids.

    Without those that are part of the query's form.
    """
    found: list[Any] = []
    for value in arguments:
        if isinstance(value, list | tuple):
            found += _flat(value)
            found.append(list(value))
        elif isinstance(value, Actor):
            found += shapes.ids_of(value)
        elif value is not None and not isinstance(value, bool):
            found.append(value)
    return found

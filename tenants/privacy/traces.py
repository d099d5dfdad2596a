"""Where a person's traces are: columns that name the person by id, the name beside, and names that stand alone."""

import uuid
from functools import cache
from typing import Any, NamedTuple

from django.db.models import Model, Q, QuerySet, UUIDField

from tenants.kernel.personal import NOT_DOERS, kind_of
from tenants.runtime import access as declared

_ACTORS = frozenset({"actor_key", "buyer_key", "requester_key", "sender_key", "receiver_key", "creator_key",
    "releaser_key", "proposer_key", "added_by_key", "uploaded_by_key", "owner_key"})  # fmt: skip
_ENDINGS = ("_gid", "_by_id", "_by", "_id")


class Trace(NamedTuple):
    """One table with the columns that hold a person's id, and the names that belong to each of them.

    `alone` are names of people without an id beside them: only the name itself can be looked for.
    """

    model: type[Model]
    ids: tuple[str, ...]
    keys: tuple[str, ...]
    names: dict[str, str]
    may_change: bool
    alone: tuple[str, ...] = ()


@cache
def traces_in_units() -> tuple[Trace, ...]:
    """This will give the tables of a unit that know people."""
    return tuple(
        trace
        for model, access in declared.models_with_access()
        if isinstance(access, declared.UnitAccess)
        and (trace := _trace(model, may_change="U" in access.unit)) is not None
    )


@cache
def traces_in_group() -> tuple[Trace, ...]:
    """This will give the tables of a group in `public` that know people, as far as the group itself may read them."""
    return tuple(
        trace
        for model, access in declared.models_with_access()
        if isinstance(access, declared.PublicAccess)
        and access.group_column is not None
        and "S" in access.group
        and (trace := _trace(model, may_change="U" in access.group)) is not None
    )


def rows_of(trace: Trace, person_id: uuid.UUID) -> QuerySet[Any]:
    """This will give the rows of the surrounding scope that name a person."""
    found = Q(pk__isnull=True)
    for name in trace.ids:
        found |= Q((name, person_id))
    for name in trace.keys:
        found |= Q((name, f"person:{person_id}"))
    return trace.model._default_manager.filter(found)


def told_of(trace: Trace, person_id: uuid.UUID) -> list[dict[str, object]]:
    """This will tell what the rows say of the person: ids, instants, numbers, and whatever is personal in them."""
    label = trace.model._meta.label
    columns = [
        field.attname
        for field in trace.model._meta.concrete_fields
        if kind_of(field.name, table=label) not in (None, "credential", "account")
        or field.name in ("id", "number", "status", "action", "subject_type", "at")
        or field.name.endswith(("_at", "_date"))
    ]
    rows = rows_of(trace, person_id).order_by("pk").values(*columns)
    return [{name: _plain(value) for name, value in row.items()} for row in rows]


def pseudonymise(trace: Trace, person_id: uuid.UUID, pseudonym: str) -> int:
    """This will put the pseudonym in the place of the person's names in the rows of the surrounding scope."""
    changed = 0
    for column, name in trace.names.items():
        value: object = f"person:{person_id}" if column in trace.keys else person_id
        rows = trace.model._default_manager.filter(Q((column, value))).exclude(Q((name, pseudonym)))
        changed += rows.update(**{name: pseudonym})  # reviewed: names of columns
    return changed


def rows_naming(trace: Trace, name: str) -> QuerySet[Any]:
    """This will give the rows in which the name stands without an id beside it."""
    found = Q(pk__isnull=True)
    for column in trace.alone if name else ():
        found |= Q((column, name))
    return trace.model._default_manager.filter(found)


def pseudonymise_alone(trace: Trace, name: str, pseudonym: str) -> int:
    """This will put the pseudonym in the place of a name that stands without an id; the name must be one person's."""
    rows = trace.model._default_manager
    return sum(
        rows.filter(Q((column, name))).update(**{column: pseudonym})  # reviewed: names of columns
        for column in (trace.alone if name else ())
    )


def _trace(model: type[Model], *, may_change: bool) -> Trace | None:
    fields = {field.name: field for field in model._meta.concrete_fields}
    ids = tuple(name for name, field in fields.items() if isinstance(field, UUIDField) and _is_person(name))
    keys = tuple(name for name in fields if name in _ACTORS)
    names = {}
    for column in (*ids, *keys):
        stem = _stem(column)
        name = next((n for n in (f"{stem}_name", f"{stem}_by_name") if n in fields), None)
        if name is not None:
            names[column] = name
    if model._meta.label == "accounts.Membership":
        ids = ("person_id",)
    alone = tuple(
        name
        for name in fields
        if name.endswith("_name") and name not in NOT_DOERS and name not in names.values()
        and kind_of(name, table=model._meta.label) == "name"
    )  # fmt: skip
    if not ids and not keys and not alone:
        return None
    return Trace(model, ids, keys, names, may_change, alone)


def _is_person(name: str) -> bool:
    stem = _stem(name)
    people = ("person", "actor", "requester", "assignee", "owner", "from", "to", "on_behalf_of", "uploaded", "created",
              "decided", "started", "opened", "edited", "granted", "invited", "seen", "closed",
              "approved", "ended")  # fmt: skip
    return name.endswith(_ENDINGS) and stem in people


def _stem(name: str) -> str:
    for ending in ("_by_key", "_key", *_ENDINGS):
        if name.endswith(ending):
            return name.removesuffix(ending)
    return name


def _plain(value: Any) -> object:
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if value is None or isinstance(value, str | int | bool | list | dict):
        return value
    return str(value)

"""Actors as arguments of queries that are compiled once: what may change a query's form, and what only its values.

A made-up actor has ids that can be bound as values and not looked into, so that a query that does look into
them is found out (and then compiled every time).
"""

from __future__ import annotations

import uuid
from dataclasses import fields
from operator import attrgetter
from typing import Any

from tenants.kernel.actor import Actor

ID_SLOTS = tuple(f.name for f in fields(Actor) if f.name.endswith("_id") and f.name != "request_id")
_ids = attrgetter(*ID_SLOTS)

TEXT_SLOTS = ("display_name", "email", "ip_address", "request_id", "fingerprint")


def shape_of(actor: Actor) -> tuple[Any, ...]:
    """Everything about an actor that may change the form of a query's SQL, and not only its values."""
    present = tuple([key is not None for key in _ids(actor)])
    return (actor.kind, actor.permissions, actor.roles, actor.locale, actor.ip_address is None, *present)


def ids_of(actor: Actor) -> list[Any]:
    """The actor's own ids, in the order of their slots, and its key."""
    return [*(key for key in _ids(actor) if key is not None), actor.key]


class LookedInto(Exception):
    """A query looked into a made-up actor's id or text, or asked the database."""


def looked_into(*_: Any, **__: Any) -> Any:
    """This will raise LookedInto."""
    raise LookedInto


class SealedId(uuid.UUID):
    """An id that can be bound as a value, and not read, printed or compared with another."""

    int = property(looked_into)  # type: ignore[assignment, misc]

    def __init__(self) -> None:
        """Has no number."""

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if isinstance(other, uuid.UUID) and not isinstance(other, SealedId):
            raise LookedInto
        return False

    def __hash__(self) -> Any:
        return id(self)

    __lt__ = __le__ = __gt__ = __ge__ = __str__ = __repr__ = looked_into  # type: ignore[assignment, misc]


class SealedText:
    """A text that cannot be used at all."""

    __eq__ = __hash__ = __str__ = __repr__ = __format__ = __bool__ = __len__ = looked_into  # type: ignore[assignment, misc]
    __getattr__ = looked_into


class MadeUp(Actor):
    """An actor whose key is its own, so that it is recognised where it is bound."""

    __slots__ = ()

    @property
    def key(self) -> str:
        """A text that no other living actor has."""
        return f"made up {id(self)}"


def made_up(actor: Actor) -> Actor:
    """This will make an actor of the same shape with sealed ids and texts."""
    values: dict[str, Any] = {f.name: getattr(actor, f.name) for f in fields(Actor)}
    values |= {slot: SealedId() for slot in ID_SLOTS if values[slot] is not None}
    values |= {slot: SealedText() for slot in TEXT_SLOTS if values[slot] is not None}
    return MadeUp(**values)

"""Learns a door's SQL once for all actors of one shape.

A door is a function from an actor to a queryset. Which of the values in its SQL are the actor's own ids is
found out by compiling it for made-up actors, whose ids can be passed on but not looked into. A door that
looks into them, asks the database, or gives other SQL for them, is compiled for every request instead.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any

from django.db import connection

from tenants.kernel.actor import Actor

ID_SLOTS = tuple(f.name for f in fields(Actor) if f.name.endswith("_id") and f.name != "request_id")
TEXT_SLOTS = ("display_name", "email", "ip_address", "request_id", "fingerprint")


@dataclass(frozen=True, slots=True)
class Recipe:
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


def shape_of(actor: Actor) -> tuple[Any, ...]:
    """Everything about an actor that may change the form of a door's SQL, and not only its values."""
    present = tuple(getattr(actor, slot) is not None for slot in ID_SLOTS)
    return (actor.kind, actor.permissions, actor.roles, actor.locale, actor.ip_address is None, *present)


class LookedInto(Exception):
    """A door looked into a made-up actor's id or text, or asked the database."""


def _looked_into(*_: Any, **__: Any) -> Any:
    raise LookedInto


class SealedId(uuid.UUID):
    """An id that can be bound as a value, and not read, printed or compared with another."""

    int = property(_looked_into)  # type: ignore[assignment]

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

    __lt__ = __le__ = __gt__ = __ge__ = __str__ = __repr__ = _looked_into  # type: ignore[assignment]


class SealedText:
    """A text that cannot be used at all."""

    __eq__ = __hash__ = __str__ = __repr__ = __format__ = __bool__ = __len__ = _looked_into  # type: ignore[assignment]
    __getattr__ = _looked_into


def learn(actor: Actor, compile_for: Callable[[Actor], Recipe]) -> Recipe | None:
    """This will find out which values of the door's SQL are the actor's own; None when it cannot."""
    ours = compile_for(actor)
    first, second = _made_up(actor), _made_up(actor)
    try:
        with connection.execute_wrapper(_looked_into):
            one, two = compile_for(first), compile_for(second)
    except Exception:
        return None
    if not (ours.sql == one.sql == two.sql and len(ours.params) == len(one.params) == len(two.params)):
        return None
    slots: list[str | None] = []
    for mine, a, b in zip(ours.params, one.params, two.params, strict=True):
        if isinstance(a, SealedId):
            slot = next((s for s in ID_SLOTS if getattr(first, s) is a), None)
            if slot is None or getattr(second, slot) is not b or mine != getattr(actor, slot):
                return None
            slots.append(slot)
        elif type(mine) is type(a) is type(b) and mine == a == b:
            slots.append(None)
        else:
            return None
    return Recipe(ours.sql, ours.params, tuple(slots))


def _made_up(actor: Actor) -> Actor:
    ids: dict[str, Any] = {slot: SealedId() for slot in ID_SLOTS if getattr(actor, slot) is not None}
    texts: dict[str, Any] = {slot: SealedText() for slot in TEXT_SLOTS if getattr(actor, slot) is not None}
    return replace(actor, **ids, **texts)

"""Learns a door's SQL once for all actors of one shape.

A door is a function from an actor to a queryset. Which of the values in its SQL are the actor's own ids is
found out by compiling it for made-up actors, whose ids can be passed on but not looked into. A door that
looks into them, asks the database, or gives other SQL for them, is compiled for every request instead.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection

from tenants.kernel.actor import Actor
from tenants.runtime.shapes import ID_SLOTS, SealedId, looked_into, made_up


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


def learn(actor: Actor, compile_for: Callable[[Actor], Recipe]) -> Recipe | None:
    """This will find out which values of the door's SQL are the actor's own; None when it cannot."""
    ours = compile_for(actor)
    first, second = made_up(actor), made_up(actor)
    try:
        with connection.execute_wrapper(looked_into):
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
        elif a == first.key:
            if b != second.key or mine != actor.key:
                return None
            slots.append("key")
        elif type(mine) is type(a) is type(b) and mine == a == b:
            slots.append(None)
        else:
            return None
    return Recipe(ours.sql, ours.params, tuple(slots))

"""Arguments of queries that are compiled once: what may change a query's form, and what only its values.

Made-up ids and texts can be bound as values and not looked into, so that a query that does look into them is
found out (and then compiled every time). Everything else an actor carries is part of its shape.
"""

from __future__ import annotations

import uuid
from dataclasses import fields
from operator import attrgetter
from typing import Any

from tenants.kernel.actor import Actor

ID_SLOTS = tuple(f.name for f in fields(Actor) if f.name.endswith("_id") and f.name != "request_id")
SEALED_SLOTS = ("display_name", "email", "ip_address", "request_id", "proved_at", "fingerprint")
FORM_SLOTS = tuple(f.name for f in fields(Actor) if f.name not in (*ID_SLOTS, *SEALED_SLOTS))

_ids = attrgetter(*ID_SLOTS)
_forms = attrgetter(*FORM_SLOTS)
_optional = attrgetter(*(f.name for f in fields(Actor) if f.name in SEALED_SLOTS and f.default is None))


def shape_of(actor: Actor) -> tuple[Any, ...]:
    """Everything about an actor that may change the form of a query's SQL, and not only its values."""
    present = tuple([key is not None for key in (*_ids(actor), *_optional(actor))])
    return (_forms(actor), present)


def ids_of(actor: Actor) -> list[Any]:
    """The actor's own ids, in the order of their slots, and its key."""
    return [*(key for key in _ids(actor) if key is not None), actor.key]


class LookedInto(Exception):
    """A query looked into a made-up id or text, or asked the database."""


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


class SealedWord(str):
    """A text that can be bound as a value, and not compared with another or asked for its length.

    Its content shows whatever works on it: changing case, trimming, escaping patterns.
    """

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if isinstance(other, str) and not isinstance(other, SealedWord) and str.__len__(other):
            raise LookedInto
        return False  # the ORM itself asks whether a text is empty

    def __hash__(self) -> Any:
        return id(self)

    __ne__ = object.__ne__
    __lt__ = __le__ = __gt__ = __ge__ = looked_into
    __len__ = __bool__ = __contains__ = __str__ = __repr__ = __format__ = looked_into  # type: ignore[assignment, misc]


class SealedText:
    """A text or instant that cannot be used at all."""

    __eq__ = __hash__ = __str__ = __repr__ = __format__ = __bool__ = __len__ = looked_into  # type: ignore[assignment, misc]
    __lt__ = __le__ = __gt__ = __ge__ = __sub__ = __rsub__ = looked_into
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
    values |= {slot: SealedText() for slot in SEALED_SLOTS if values[slot] is not None}
    return MadeUp(**values)

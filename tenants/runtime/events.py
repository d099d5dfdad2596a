"""Reactions to events: registered in one place, run once each in their own transaction."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Event:
    """An event as a handler sees it; the handler runs in the event's own scope."""

    id: uuid.UUID
    event_type: str
    subject_type: str
    subject_id: uuid.UUID
    subject_version: int | None
    payload: dict[str, object]
    actor_key: str
    occurred_at: datetime
    group_id: uuid.UUID | None
    unit_id: uuid.UUID | None


Handler = Callable[..., None]
_HANDLERS: dict[str, dict[str, Handler]] = {}


def on_event(event_type: str) -> Callable[[Handler], Handler]:
    """This will register `handler(event=…, at=…)` for one type of event, from the context's `handlers.py`.

    The handler runs in a task, in one unit of work of the event's group or unit, once: its delivery row is
    written in the same transaction. It must not reach the network.
    """

    def register(handler: Handler) -> Handler:
        name = f"{handler.__module__}.{handler.__qualname__}"
        known = _HANDLERS.setdefault(event_type, {})
        if name in known:
            raise ValueError(f"{name} is registered twice for {event_type}")
        known[name] = handler
        return handler

    return register


def handlers_of(event_type: str) -> dict[str, Handler]:
    """This will give the handlers of an event type by name."""
    return _HANDLERS.get(event_type, {})

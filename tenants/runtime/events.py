"""Reactions to events: registered in one place, run once each in their own transaction."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tenants.kernel.modules import module_of


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


@dataclass(frozen=True, slots=True)
class Handler:
    """One registered reaction. `resumable` ones open their own units of work. None stands for no module."""

    name: str
    function: Callable[..., None]
    resumable: bool
    every_unit: bool
    queue: str
    module: str | None = None


URGENT = "urgent"
"""The queue of what a person waits for (a mail, a new unit, a payment): workers empty it before the other one."""

_HANDLERS: dict[str, dict[str, Handler]] = {}


def on_event(
    event_type: str,
    *,
    resumable: bool = False,
    every_unit: bool = False,
    queue: str = "default",
    when_off: bool = False,
    module: str | None = None,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """This will register a reaction to one type of event, from the context's `handlers.py`.

    Ordinary: `handler(event=…, at=…)` runs in one unit of work of the event's group or unit, exactly once:
    its delivery row is written in the same transaction, so it must not reach the network.

    `resumable`: `handler(event=…, scope=…, at=…)` opens units of work itself, for long work with progress or
    for calls to outside systems; it may be run again after a crash and must go on from its own records.

    `every_unit`: an event of the group is handled once in each active unit's scope.

    `queue`: URGENT for what a person waits for in front of the screen; such work overtakes a long backlog.

    Where the context's module is off (or `module`, when it is a finer one), the handler is not run. `when_off` is
    for those that keep the module's data true while nobody sees it, e.g. orders of a supplier that is sanctioned.
    """

    def register(function: Callable[..., None]) -> Callable[..., None]:
        name = f"{function.__module__}.{function.__qualname__}"
        known = _HANDLERS.setdefault(event_type, {})
        if name in known:
            raise ValueError(f"{name} is registered twice for {event_type}")
        belongs_to = None if when_off else module or module_of(f"{_context_of(function.__module__)}.")
        known[name] = Handler(name, function, resumable, every_unit, queue, belongs_to)
        return function

    return register


def _context_of(python_module: str) -> str:
    """`commerce.approvals.handlers` is of approvals."""
    return python_module.split(".")[1] if "." in python_module else ""


def handlers_of(event_type: str) -> dict[str, Handler]:
    """This will give the handlers of an event type by name."""
    return _HANDLERS.get(event_type, {})

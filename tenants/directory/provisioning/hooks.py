"""What other contexts do when a unit is made or purged, registered in their `provision.py`.

    @on_provision("approvals.default_flow")
    def default_flow(*, unit: NewUnit, at: datetime) -> None: ...

A hook runs exactly once for a unit: a key of it is written in the hook's own transaction.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit as its hooks see it. `requested_by` is the person who ordered it."""

    id: uuid.UUID
    group_id: uuid.UUID
    slug: str
    name: str
    schema_name: str
    country: str
    region: str
    currency: str
    time_zone: str
    locale: str
    requested_by: uuid.UUID | None
    first_admin_email: str


class Hook(Protocol):
    """A function of one unit and the instant."""

    def __call__(self, *, unit: NewUnit, at: datetime) -> None: ...


class Guard(Protocol):
    """A function of one unit's ids that raises a refusal when the unit has to stay."""

    def __call__(self, *, group_id: uuid.UUID, unit_id: uuid.UUID) -> None: ...


_DEFAULTS: dict[str, Hook] = {}
_FIRST_ADMIN: dict[str, Hook] = {}
_PURGE: dict[str, Hook] = {}
_BEFORE_PURGE: dict[str, Guard] = {}


def on_provision(name: str) -> Callable[[Hook], Hook]:
    """This will register what a context puts into every new unit; it runs in the unit's scope."""
    return _registered(_DEFAULTS, name)


def on_first_admin(name: str) -> Callable[[Hook], Hook]:
    """This will register who gives the new unit its first administrator; it runs in the accounts scope."""
    return _registered(_FIRST_ADMIN, name)


def on_purge(name: str) -> Callable[[Hook], Hook]:
    """This will register what a context deletes in `public` when a unit ends; it runs in the group's scope.

    It may run again after a crash: deleting twice must be the same as deleting once.
    """
    return _registered(_PURGE, name)


def before_purge(name: str) -> Callable[[Guard], Guard]:
    """This will register who may refuse that a unit's data is deleted; it runs in the group's scope."""

    def register(guard: Guard) -> Guard:
        _BEFORE_PURGE[name] = guard
        return guard

    return register


def check_purge(*, group_id: uuid.UUID, unit_id: uuid.UUID) -> None:
    """This will pass unless a context refuses that a unit's data is deleted; raises what it raises."""
    for _, guard in sorted(_BEFORE_PURGE.items()):
        guard(group_id=group_id, unit_id=unit_id)


def provision_hooks() -> dict[str, Hook]:
    """This will give the hooks of new units by name, in order of name."""
    return dict(sorted(_DEFAULTS.items()))


def first_admin_hooks() -> dict[str, Hook]:
    """This will give the hooks that make the first administrator."""
    return dict(sorted(_FIRST_ADMIN.items()))


def purge_hooks() -> dict[str, Hook]:
    """This will give the hooks of ending units."""
    return dict(sorted(_PURGE.items()))


def _registered(registry: dict[str, Hook], name: str) -> Callable[[Hook], Hook]:
    def register(hook: Hook) -> Hook:
        if name in registry:
            raise ValueError(f"{name} is registered already")
        registry[name] = hook
        return hook

    return register

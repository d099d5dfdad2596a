"""Under which scope changes to people and access are written, and where they are recorded.

Memberships, invitations, keys and roles belong to the group's tables, which a unit's role cannot write. A
service called at a unit's door therefore writes them under its group's scope, inside the same transaction,
narrowed to the actor's own unit by the service (docs/decisions/0010-writes-of-unit-administrators.md).
"""

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from tenants.directory.queries import Place, place_of
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.runtime import audit, outbox
from tenants.runtime.scope import ACCOUNTS, Scope, current_scope, group_scope, switched_scope


@contextmanager
def in_scope(scope: Scope) -> Iterator[None]:
    """This will run the block under the scope, within the surrounding unit of work."""
    if current_scope() == scope:
        yield
        return
    with switched_scope(scope):
        yield


@contextmanager
def in_group_of(actor: Actor) -> Iterator[None]:
    """This will run the block under the scope of the actor's group; the actor must be at its door or a unit's."""
    here = current_scope()
    if actor.group_id is None or here.group_id != actor.group_id:
        raise ValueError("the actor is not at a door of a group")
    with in_scope(group_scope(actor.group_id)):
        yield


@contextmanager
def in_accounts() -> Iterator[None]:
    """This will run the block under the accounts role, which alone sees people."""
    with in_scope(ACCOUNTS):
        yield


def place_for(actor: Actor, *, kind: str, unit_id: uuid.UUID | None) -> Place:
    """This will find the group or unit that something is granted in; runs under the group's scope.

    At a unit's door it is that unit. Raises NotFound for a unit of others, one that is closed, or a kind of
    context that has none there.
    """
    if actor.unit_id is not None:
        unit_id = unit_id or actor.unit_id
        if kind == "group" or unit_id != actor.unit_id:
            raise NotFound(field="unitId")
    if actor.group_id is None or (kind == "group") != (unit_id is None):
        raise NotFound(field="unitId")
    place = place_of(group_id=actor.group_id, unit_id=unit_id)
    if place is None or place.status in ("closing", "closed", "purged"):
        raise NotFound(field="unitId")
    return place


def recorded(
    *,
    actor: Actor,
    action: str,
    event: str,
    subject_type: str,
    subject_id: uuid.UUID,
    subject_label: str,
    at: datetime,
    old: Mapping[str, object] | None = None,
    new: Mapping[str, object] | None = None,
    payload: Mapping[str, object] | None = None,
) -> None:
    """This will write the audit row and the event of a change made at a group's or a unit's door.

    The group's trail always has it; at a unit's door the unit's own trail has it too.
    """

    def row() -> None:
        audit.record(
            actor=actor,
            action=action,
            subject_type=subject_type,
            subject_id=subject_id,
            subject_label=subject_label,
            at=at,
            old=old,
            new=new,
        )

    row()
    if current_scope().kind == "unit":
        with in_group_of(actor):
            row()
    outbox.publish(
        event_type=event,
        subject_type=subject_type,
        subject_id=subject_id,
        at=at,
        actor=actor,
        payload=payload,
    )

"""The audit row and the event of a change to a unit, written together with it."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from tenants.directory.models import BusinessUnit
from tenants.kernel.actor import Actor
from tenants.runtime import audit, outbox


def unit_changed(
    *,
    actor: Actor,
    unit: BusinessUnit,
    action: str,
    event: str,
    at: datetime,
    old: Mapping[str, object] | None = None,
    new: Mapping[str, object] | None = None,
    reason: str = "",
    payload: Mapping[str, object] | None = None,
) -> None:
    """This will record the change and publish its event; `action` and `event` follow `directory.unit.`."""
    audit.record(
        actor=actor,
        action=f"directory.unit.{action}",
        subject_type="unit",
        subject_id=unit.id,
        subject_label=unit.name,
        at=at,
        old=old,
        new=new,
        reason=reason,
        group_id=unit.group_id,
    )
    publish_unit_event(actor=actor, unit=unit, event=event, at=at, payload=payload)


def publish_unit_event(
    *,
    actor: Actor,
    unit: BusinessUnit,
    event: str,
    at: datetime,
    payload: Mapping[str, object] | None = None,
) -> uuid.UUID:
    """This will publish an event of the group about one of its units."""
    return outbox.publish(
        event_type=f"directory.unit.{event}",
        subject_type="unit",
        subject_id=unit.id,
        at=at,
        actor=actor,
        version=unit.version,
        payload=payload,
        group_id=unit.group_id,
    )

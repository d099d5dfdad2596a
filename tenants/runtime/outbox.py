"""Publishes events: rows written with the change, handed over by the relay after commit."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from tenants.kernel.actor import Actor
from tenants.kernel.ids import new_id
from tenants.runtime.gathering import notify, write_rows
from tenants.runtime.models import OutboxEvent
from tenants.runtime.scope import current_scope

CHANNEL = "hanse_outbox"
"""The NOTIFY channel that wakes the relay."""


def publish(
    *,
    event_type: str,
    subject_type: str,
    subject_id: uuid.UUID,
    at: datetime,
    actor: Actor,
    version: int | None = None,
    payload: Mapping[str, object] | None = None,
    group_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """This will write one event of the surrounding change and give its id.

    The payload carries ids, states and names of fields: never a price, a bank account or a document body,
    for the outbox is shared by the group. `group_id` is for platform and accounts work alone.
    """
    scope = current_scope()
    event_id = new_id()
    fields = {
        "id": event_id,
        "group_id": scope.group_id or group_id,
        "unit_id": scope.unit_id,
        "event_type": event_type,
        "subject_type": subject_type,
        "subject_id": subject_id,
        "subject_version": version,
        "payload": dict(payload or {}),
        "actor_key": actor.key,
        "attempts": 0,
        "last_error": "",
        "occurred_at": at,
    }
    write_rows(OutboxEvent, list(fields), [list(fields.values())])
    notify(CHANNEL)
    return event_id

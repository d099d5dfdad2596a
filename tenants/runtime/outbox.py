"""Publishes events: rows written with the change, handed over by the relay after commit."""

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db.models import F
from django.db.models.functions import Coalesce, Least, Now

from tenants.kernel.actor import Actor
from tenants.kernel.ids import new_id
from tenants.runtime.gathering import notify, write_rows
from tenants.runtime.models import OutboxEvent
from tenants.runtime.scope import current_scope

CHANNEL = "hanse_outbox"
"""The NOTIFY channel that wakes the relay."""

MAX_ATTEMPTS = 12
"""Tries after which an event is parked."""

PATIENCE = timedelta(days=3)
"""How long after an event tries that met nobody do not count."""

AWAY_PAUSE = timedelta(minutes=5)


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


def forgive_try(event_id: uuid.UUID, *, at: datetime) -> None:
    """This will keep an event from being parked for a try that met nobody, while it is young; the platform's."""
    rows = OutboxEvent.objects.filter(id=event_id, closed_at=None, occurred_at__gt=at - PATIENCE)
    rows.update(
        attempts=Least(F("attempts"), MAX_ATTEMPTS - 2),
        next_attempt_at=Coalesce("next_attempt_at", Now() + AWAY_PAUSE),
    )


def parked_events() -> list[OutboxEvent]:
    """This will give the events that were tried in vain to the end, the oldest first; the platform's."""
    rows = OutboxEvent.objects.filter(closed_at=None, next_attempt_at=None)
    return list(rows.order_by("position"))


def unpark(event_ids: list[uuid.UUID]) -> int:
    """This will have parked events tried anew, and give their number; the platform's."""
    rows = OutboxEvent.objects.filter(id__in=event_ids, closed_at=None, next_attempt_at=None)
    count = rows.update(attempts=0, next_attempt_at=Now())
    notify(CHANNEL)
    return count

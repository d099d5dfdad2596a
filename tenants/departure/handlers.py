"""What the worker and the clock do for a departure."""

import uuid
from datetime import datetime

from tenants.departure.models import Closure
from tenants.departure.services.group_close import DUE
from tenants.departure.services.group_delete import group_delete
from tenants.departure.services.group_export import EXPIRES, REQUESTED, export_expire, run_export
from tenants.kernel.actor import system_actor
from tenants.runtime import outbox
from tenants.runtime.clock import on_alarm
from tenants.runtime.events import Event, on_event
from tenants.runtime.scope import Scope


@on_event(REQUESTED, resumable=True)
def make_export(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will make the archive that was ordered."""
    run_export(scope=scope, group_export_id=event.subject_id, at=at)


@on_alarm(EXPIRES)
def forget_export(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will delete an archive that has lain for a week."""
    export_expire(group_export_id=subject_id, at=at)


@on_alarm(DUE)
def begin_deletion(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will hand a closure whose grace period is over to the worker."""
    if Closure.objects.filter(id=subject_id, status="closing").exists():
        outbox.publish(
            event_type="departure.group.due", subject_type="closure", subject_id=subject_id, at=at,
            actor=system_actor(name="Closing"),
        )  # fmt: skip


@on_event("departure.group.due", resumable=True)
def delete_group(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will delete the group and sign the proof."""
    group_delete(scope=scope, closure_id=event.subject_id, at=at)

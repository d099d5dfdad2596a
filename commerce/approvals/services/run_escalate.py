"""Opens a step that nobody decides to those it escalates to."""

import uuid
from datetime import datetime, timedelta

from commerce.approvals.models import FlowRun
from commerce.approvals.services.run_end import ESCALATE
from commerce.approvals.services.run_refresh import run_refresh
from tenants.kernel.actor import Actor
from tenants.runtime import audit, outbox
from tenants.runtime.clock import set_alarm
from tenants.runtime.locks import lock_free_rows

BUSY_RETRY = timedelta(minutes=1)


def run_escalate(*, actor: Actor, run_id: uuid.UUID, at: datetime) -> bool:
    """This will ask the people that the open step escalates to, beside those who have it; tells whether it did.

    A run that somebody is deciding at this instant is tried again in a minute; one that has ended or whose
    step has escalated already is left alone.
    """
    rows = lock_free_rows(FlowRun.objects.filter(id=run_id))
    if not rows:
        set_alarm(kind=ESCALATE, subject_id=run_id, due_at=at + BUSY_RETRY)
        return False
    run = rows[0]
    if run.status != "pending" or run.escalated_at is not None:
        return False
    run.escalated_at, run.version = at, run.version + 1
    run.save(update_fields=["escalated_at", "version"])
    run_refresh(run, actor=actor, at=at)
    audit.record(
        actor=actor,
        action="approvals.run.escalate",
        subject_type="approvals.run",
        subject_id=run.id,
        subject_label=run.document_number,
        new={"step_index": run.step_index},
        at=at,
    )
    outbox.publish(
        event_type="approvals.run.escalated",
        subject_type="approvals.run",
        subject_id=run.id,
        version=run.version,
        payload={"document_id": str(run.document_id), "step_index": run.step_index},
        actor=actor,
        at=at,
    )
    return True

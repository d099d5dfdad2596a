"""The end of a run: its state, what is left open, the trail and the event. Used by the services."""

import uuid
from datetime import datetime

from django.db.models import QuerySet

from commerce.approvals.models import FlowRun, StepTask
from commerce.approvals.states import RUN
from tenants.kernel.actor import Actor
from tenants.runtime import audit, outbox
from tenants.runtime.clock import clear_alarms
from tenants.runtime.hot import hot

REMIND = "approvals.run.remind"
"""The kind of alarm that reminds a run's assignees."""
ESCALATE = "approvals.run.escalate"
"""The kind of alarm that opens a step to those it escalates to."""
EXPIRE = "approvals.run.expire"
"""The kind of alarm that ends a run which nobody decides."""

ACTIONS = {
    "approved": "approve",
    "rejected": "reject",
    "returned": "return",
    "withdrawn": "withdraw",
    "expired": "expire",
    "invalidated": "invalidate",
}


@hot
def _asked(run_id: uuid.UUID) -> QuerySet:
    return StepTask.objects.filter(run_id=run_id, status="active").values_list("assignee_gid", flat=True)


def run_end(run: FlowRun, *, status: str, actor: Actor, at: datetime, reason: str = "") -> None:
    """This will move a run to an end state, close its open tasks and publish `approvals.run.<status>`.

    The caller holds the run's row lock. Raises IllegalTransition.
    """
    RUN.check(run.status, status)
    old = run.status
    run.status, run.ended_at, run.is_blocked, run.version = status, at, False, run.version + 1
    if status == "approved":
        run.approved_hash = run.content_hash
    run.save(update_fields=["status", "ended_at", "is_blocked", "version", "approved_hash", "step_index"])
    told = sorted({str(person) for person in _asked.all(run.id)})
    if told:
        StepTask.objects.filter(run=run, status="active").update(status="skipped", ended_at=at)
    if run.plan:
        clear_alarms(kinds=[REMIND, ESCALATE, EXPIRE], subject_id=run.id)
    audit.record(
        actor=actor,
        action=f"approvals.run.{ACTIONS[status]}",
        subject_type="approvals.run",
        subject_id=run.id,
        subject_label=run.document_number,
        old={"status": old},
        new={"status": status, "content_hash": run.content_hash},
        reason=reason,
        at=at,
    )
    outbox.publish(
        event_type=f"approvals.run.{status}",
        subject_type="approvals.run",
        subject_id=run.id,
        version=run.version,
        payload={
            "document_type": run.document_type,
            "document_id": str(run.document_id),
            "requester_id": str(run.requester_gid),
            "person_ids": told,
        },
        actor=actor,
        at=at,
    )

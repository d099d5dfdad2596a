"""Reminds those who have not decided."""

import uuid
from datetime import datetime, timedelta

from django.db.models import F

from commerce.approvals.models import FlowRun, StepTask
from commerce.approvals.services.run_end import REMIND
from commerce.approvals.services.run_refresh import run_refresh
from commerce.approvals.services.step_open import set_reminder
from tenants.kernel.actor import Actor
from tenants.runtime import outbox
from tenants.runtime.clock import set_alarm
from tenants.runtime.locks import lock_free_rows

BUSY_RETRY = timedelta(minutes=1)


def run_remind(*, actor: Actor, run_id: uuid.UUID, at: datetime) -> int:
    """This will remind everybody whose task in the run's open step is still open, and give their number.

    First the tasks are brought in line with present people and delegations; those opened just now are not
    reminded. It sets the next reminder. A run that somebody is deciding at this instant is tried again in a
    minute, one that has ended is left alone.
    """
    rows = lock_free_rows(FlowRun.objects.filter(id=run_id))
    if not rows:
        set_alarm(kind=REMIND, subject_id=run_id, due_at=at + BUSY_RETRY)
        return 0
    run = rows[0]
    if run.status != "pending":
        return 0
    run_refresh(run, actor=actor, at=at)
    due = StepTask.objects.filter(run=run, status="active", opened_at__lt=at)
    told = {str(person): str(task) for person, task in due.values_list("assignee_gid", "id")}
    if told:
        due.update(reminders=F("reminders") + 1, reminded_at=at)
        outbox.publish(
            event_type="approvals.task.reminded",
            subject_type="approvals.run",
            subject_id=run.id,
            version=run.version,
            payload={
                "document_type": run.document_type,
                "document_id": str(run.document_id),
                "step_index": run.step_index,
                "tasks": told,
            },
            actor=actor,
            at=at,
        )
    set_reminder(run, at=at)
    return len(told)

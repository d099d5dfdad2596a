"""Ends a run that nobody decides in the time its flow gives."""

import uuid
from datetime import datetime, timedelta

from commerce.approvals.models import FlowRun
from commerce.approvals.ports import Outcome, document_type_or_none
from commerce.approvals.services.run_end import EXPIRE, run_end
from tenants.kernel.actor import Actor
from tenants.runtime.clock import set_alarm
from tenants.runtime.locks import lock_rows

REASON = "Expired: nobody decided in time. 已过期：未在期限内处理。"


def set_expiry(run: FlowRun, days: int | None, *, at: datetime) -> None:
    """This will set the alarm at which the run expires, if its flow says so."""
    if days is not None and run.plan:
        set_alarm(kind=EXPIRE, subject_id=run.id, due_at=at + timedelta(days=days))


def run_expire(*, actor: Actor, run_id: uuid.UUID, at: datetime) -> bool:
    """This will end a pending run as expired and give its document back to the requester; tells whether it did."""
    found = FlowRun.objects.filter(id=run_id).values_list("document_type", "document_id").first()
    kind = document_type_or_none(found[0]) if found else None
    if found is None or kind is None:
        return False
    kind.lock_content(found[1])
    (run,) = lock_rows(FlowRun.objects.filter(id=run_id))
    if run.status != "pending":
        return False
    run_end(run, status="expired", actor=actor, at=at, reason=REASON)
    outcome = Outcome(run.id, run.document_id, run.requester_gid, run.content_hash, REASON)
    kind.on_returned(outcome=outcome, actor=actor, at=at)
    return True

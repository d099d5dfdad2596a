"""Takes a document out of approval."""

import uuid
from datetime import datetime

from commerce.approvals.models import FlowRun
from commerce.approvals.ports import Outcome, document_type_or_none
from commerce.approvals.services.run_end import run_end
from commerce.approvals.services.task_decide import RunEnded
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows


def run_withdraw(*, actor: Actor, run_id: uuid.UUID, comment: str = "", at: datetime) -> uuid.UUID:
    """This will withdraw the requester's own pending run and tell its document.

    Raises Forbidden, NotFound for another's run and RunEnded when a decision came first.
    """
    require(actor, "approvals.run.withdraw")
    run = FlowRun.objects.filter(id=run_id).first()
    kind = document_type_or_none(run.document_type) if run else None
    if run is None or kind is None or run.requester_gid != actor.person_id:
        raise NotFound(field="runId")
    kind.lock_content(run.document_id)
    (run,) = lock_rows(FlowRun.objects.filter(id=run_id))
    if run.status != "pending":
        raise RunEnded(status=run.status)
    run_end(run, status="withdrawn", actor=actor, reason=comment, at=at)
    outcome = Outcome(run.id, run.document_id, run.requester_gid, run.content_hash, comment)
    kind.on_withdrawn(outcome=outcome, actor=actor, at=at)
    return run.id


def run_withdraw_document(
    *, actor: Actor, document_type: str, document_id: uuid.UUID, reason: str, at: datetime
) -> bool:
    """This will withdraw the pending run of a document on behalf of the document's own service.

    The caller holds the document's row lock and changes the document itself. Tells whether a run was
    pending.
    """
    pending = FlowRun.objects.filter(document_type=document_type, document_id=document_id, status="pending")
    runs = lock_rows(pending)
    for run in runs:
        run_end(run, status="withdrawn", actor=actor, reason=reason, at=at)
    return bool(runs)

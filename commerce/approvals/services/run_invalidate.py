"""Ends an approval whose document changed materially."""

import uuid
from datetime import datetime

from commerce.approvals.models import FlowRun
from commerce.approvals.services.run_end import run_end
from tenants.kernel.actor import Actor
from tenants.runtime.locks import lock_rows

CHANGED = "content changed"


def run_invalidate(
    *, actor: Actor, document_type: str, document_id: uuid.UUID, content_hash: str, at: datetime
) -> bool:
    """This will end the approval of a document whose content hash is no longer the approved one.

    The document's service calls it after each edit, holding the document's row lock; an approval of the
    same content stands. A run that is still pending is withdrawn. Tells whether anything ended.
    """
    runs = FlowRun.objects.filter(
        document_type=document_type, document_id=document_id, status__in=["pending", "approved"]
    )
    ended = False
    for run in lock_rows(runs.exclude(content_hash=content_hash)):
        invalidate(run, actor=actor, reason=CHANGED, at=at)
        ended = True
    return ended


def invalidate(run: FlowRun, *, actor: Actor, reason: str, at: datetime) -> None:
    """This will invalidate an approved run or withdraw a pending one; the caller holds the locks."""
    status = "invalidated" if run.status == "approved" else "withdrawn"
    run_end(run, status=status, actor=actor, reason=reason, at=at)

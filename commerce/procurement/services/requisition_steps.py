"""Moving requisitions: submit, withdraw, cancel."""

import uuid
from datetime import datetime

from django.db.models.functions import Now

from commerce.approvals.services.run_start import run_start
from commerce.approvals.services.run_withdraw import run_withdraw_document
from commerce.procurement.facts import approval_facts
from commerce.procurement.lines import NoLines
from commerce.procurement.models import Requisition, RequisitionLine
from commerce.procurement.queries import locked_requisition
from commerce.procurement.services.requisition_write import (
    NotRequester,
    check_requester,
    refuse_partly_ordered,
)
from commerce.procurement.states import REQUISITION, REQUISITION_TYPE
from commerce.procurement.texts import check_text
from commerce.procurement.trail import leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError
from tenants.runtime.guard import require


class PersonNeeded(DomainError):
    """A requisition must be asked for by a person, whom approvers can refuse."""

    code = "PERSON_NEEDED"
    en = "A requisition is submitted by a person. Log in instead of using an API key."
    zh = "采购申请须由个人提交，请登录后操作，不要使用 API 密钥。"


def requisition_submit(*, actor: Actor, at: datetime, requisition_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will send a draft, or what was returned, into the unit's approval flow.

    It is approved at once when no step applies. Raises Forbidden, NotFound, NotRequester, Conflict,
    IllegalTransition, NoLines, PersonNeeded, and what
    starting an approval raises, e.g. NoPublishedFlow or RateMissing.
    """
    require(actor, "procurement.requisition.submit")
    row = locked_requisition(actor=actor, requisition_id=requisition_id, version=version)
    check_requester(actor, row)
    before = row.status
    if row.status == "returned":
        _move(row, "draft")
    REQUISITION.check(row.status, "submitted")
    if row.requester_gid is None:
        raise PersonNeeded
    about = list(
        RequisitionLine.objects.filter(requisition_id=row.id).values_list("category_gid", "supplier_org_gid")
    )
    if not about:
        raise NoLines
    facts = approval_facts(
        actor=actor,
        amount=row.total_amount,
        currency=row.currency,
        categories=[category for category, _ in about],
        cost_centre=row.cost_centre,
        suppliers=[supplier for _, supplier in about if supplier is not None],
        at=at,
    )
    row.submitted_at = at
    _move(row, "submitted", "submitted_at")
    _move(row, "in_approval")
    leave_trail(
        actor=actor, at=at, action="requisition.submit", event="requisition.submitted",
        subject_type="requisition", subject_id=row.id, number=row.number, version=row.version,
        old={"status": before}, new={"status": "in_approval", "content_hash": row.content_hash},
    )  # fmt: skip
    run = run_start(
        actor=actor,
        document_type=REQUISITION_TYPE,
        document_id=row.id,
        document_number=row.number,
        requester_id=row.requester_gid,
        facts=facts,
        content_hash=row.content_hash,
        at=at,
    )
    Requisition.objects.filter(id=row.id).update(approval_run_gid=run.run_id)
    return row.id


def requisition_withdraw(
    *, actor: Actor, at: datetime, requisition_id: uuid.UUID, version: int, reason: str = ""
) -> uuid.UUID:
    """This will take a requisition out of approval and make it a draft again.

    Raises Forbidden, NotFound, NotRequester, Conflict, IllegalTransition.
    """
    require(actor, "procurement.requisition.withdraw")
    check_text(reason, field="reason", longest=2_000)
    row = locked_requisition(actor=actor, requisition_id=requisition_id, version=version)
    check_requester(actor, row)
    if row.status not in ("submitted", "in_approval"):
        REQUISITION.check(row.status, "returned")
    before = row.status
    run_withdraw_document(
        actor=actor, document_type=REQUISITION_TYPE, document_id=row.id, reason=reason, at=at
    )
    row.approval_run_gid = None
    _move(row, "draft", "approval_run_gid")
    leave_trail(
        actor=actor, at=at, action="requisition.withdraw", event="requisition.withdrawn",
        subject_type="requisition", subject_id=row.id, number=row.number, version=row.version,
        old={"status": before}, new={"status": "draft"}, reason=reason,
    )  # fmt: skip
    return row.id


def requisition_cancel(
    *, actor: Actor, at: datetime, requisition_id: uuid.UUID, version: int, reason: str
) -> uuid.UUID:
    """This will cancel a requisition of which nothing is on orders.

    The requester may, and whoever turns requisitions into orders. Raises Forbidden, NotFound, NotRequester,
    Conflict, IllegalTransition, PartlyOrdered.
    """
    require(actor, "procurement.requisition.cancel")
    check_text(reason, field="reason", longest=2_000)
    row = locked_requisition(actor=actor, requisition_id=requisition_id, version=version)
    if row.requester_key != actor.key and not actor.may("procurement.requisition.order"):
        raise NotRequester(requester=row.requester_name or "—", number=row.number)
    REQUISITION.check(row.status, "cancelled")
    refuse_partly_ordered(row)
    before = row.status
    row.closed_at = at
    _move(row, "cancelled", "closed_at")
    leave_trail(
        actor=actor, at=at, action="requisition.cancel", event="requisition.cancelled",
        subject_type="requisition", subject_id=row.id, number=row.number, version=row.version,
        old={"status": before}, new={"status": "cancelled"}, reason=reason,
    )  # fmt: skip
    return row.id


def _move(row: Requisition, target: str, *changed: str) -> None:
    """Moves the locked row and stores the named fields with it; raises IllegalTransition."""
    REQUISITION.check(row.status, target)
    row.status = target
    row.version += 1
    row.updated_at = Now()
    row.save(update_fields=["status", "version", "updated_at", *changed])

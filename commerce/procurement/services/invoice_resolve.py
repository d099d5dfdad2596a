"""Deciding what matching could not: accept a difference, ask for credit, name the order, reject."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Now

from commerce.procurement.incoming.locks import book_invoiced, settle_invoice_axis
from commerce.procurement.invoicing.queries import invoice_about, locked_invoice, open_exceptions
from commerce.procurement.models import (
    MatchException,
    MatchLine,
    PurchaseOrder,
    SupplierInvoice,
)
from commerce.procurement.queries import locked_order, setting
from commerce.procurement.receiving_states import ANSWERS, INVOICE
from commerce.procurement.services.invoice_create import placed_order
from commerce.procurement.services.invoice_match import (
    BLOCKING,
    match_locked,
    over_invoiced,
    release_booking,
    sign_of,
)
from commerce.procurement.services.receipt_write import check_reason
from commerce.procurement.trail import leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, DomainError, IllegalTransition, Invalid, NotFound
from tenants.runtime.guard import require


class CannotAccept(DomainError):
    """A difference of this kind cannot be accepted as it is."""

    code = "EXCEPTION_NOT_ACCEPTABLE"
    en = (
        "A difference in {subject} cannot be accepted: name the order line's document, or reject the invoice."
    )
    zh = "“{subject}”差异不能直接接受，请指定对应单据或拒收发票。"


def invoice_resolve(
    *,
    actor: Actor,
    at: datetime,
    invoice_id: uuid.UUID,
    version: int,
    exception_ids: Sequence[uuid.UUID],
    resolution: str,
    reason: str,
) -> uuid.UUID:
    """This will accept differences, or ask the supplier for a credit note, with a reason.

    When the last one is accepted the invoice goes on. Raises Forbidden, NotFound, Conflict, IllegalTransition,
    OverInvoiced, CannotAccept, Invalid.
    """
    require(actor, "procurement.invoice.resolve")
    check_reason(reason)
    if resolution not in ("accepted", "credit_asked"):
        raise Invalid(
            field="resolution",
            reason_en="The resolution is accepted or credit_asked.",
            reason_zh="处理方式须为 accepted 或 credit_asked。",
        )
    order, invoice = locked_with_order(actor, invoice_id, version)
    _check_state(invoice, ("exception",))
    chosen = _chosen(invoice.id, exception_ids)
    if resolution == "accepted":
        _accept(invoice, chosen)
    MatchException.objects.filter(id__in=[row.id for row in chosen]).update(
        resolution=resolution, resolution_reason=reason.strip(), resolver_name=actor.display_name,
        resolved_at=at,
    )  # fmt: skip
    target = "exception" if open_exceptions(invoice.id) else "matching"
    _move(invoice, target)
    if order is not None:
        settle_invoice_axis(order_id=order.id, under_percent=setting().under_delivery_percent)
    leave_trail(
        actor=actor, at=at, action="invoice.resolve", event="invoice.resolved", subject_type="invoice",
        subject_id=invoice.id, number=invoice.number, version=invoice.version + 1,
        old={"status": "exception"},
        new={"status": target, "resolution": resolution, "reasons": [row.reason_code for row in chosen]},
        reason=reason, payload={"supplier_org_id": str(invoice.supplier_org_gid)},
    )  # fmt: skip
    return invoice.id


def invoice_assign(
    *, actor: Actor, at: datetime, invoice_id: uuid.UUID, version: int, order_id: uuid.UUID
) -> uuid.UUID:
    """This will say which order an invoice without one is for, and compare them.

    Raises Forbidden, NotFound, Conflict, IllegalTransition, OrderNotPlaced.
    """
    require(actor, "procurement.invoice.assign")
    order = placed_order(actor=actor, order_id=order_id)
    invoice = locked_invoice(actor=actor, invoice_id=invoice_id, version=version)
    if order.supplier_org_gid != invoice.supplier_org_gid:
        raise NotFound(field="orderId")
    if invoice.order_id is not None or invoice.status != "exception":
        raise IllegalTransition(field="status", state=invoice.status)
    SupplierInvoice.objects.filter(id=invoice.id).update(order_id=order.id)
    invoice.order_id = order.id
    leave_trail(
        actor=actor, at=at, action="invoice.assign", event="invoice.assigned", subject_type="invoice",
        subject_id=invoice.id, number=invoice.number, version=invoice.version, new={"order": order.number},
    )  # fmt: skip
    match_locked(invoice, order, actor=actor, at=at)
    return invoice.id


def invoice_reject(
    *, actor: Actor, at: datetime, invoice_id: uuid.UUID, version: int, reason: str
) -> uuid.UUID:
    """This will reject an invoice (RE); what it counted for is open again.

    Raises Forbidden, NotFound, Conflict, IllegalTransition, Invalid.
    """
    require(actor, "procurement.invoice.reject")
    check_reason(reason)
    order, invoice = locked_with_order(actor, invoice_id, version)
    _check_state(invoice, ("received", "matching", "exception"))
    reject_locked(invoice, order, actor=actor, at=at, reason=reason, action="invoice.reject")
    return invoice.id


def reject_locked(
    invoice: SupplierInvoice,
    order: PurchaseOrder | None,
    *,
    actor: Actor,
    at: datetime,
    reason: str,
    action: str,
) -> None:
    """This will reject an invoice whose order and own row the caller holds; raises IllegalTransition."""
    INVOICE.check(invoice.status, "rejected")
    choices = setting()
    release_booking(invoice, choices)
    SupplierInvoice.objects.filter(id=invoice.id).update(
        status="rejected", answer_code=ANSWERS["rejected"], reject_reason=reason.strip(), closed_at=at,
        approval_run_gid=None, version=F("version") + 1, updated_at=Now(),
    )  # fmt: skip
    if order is not None:
        settle_invoice_axis(order_id=order.id, under_percent=choices.under_delivery_percent)
    leave_trail(
        actor=actor, at=at, action=action, event="invoice.rejected", subject_type="invoice",
        subject_id=invoice.id, number=invoice.number, version=invoice.version + 1,
        old={"status": invoice.status}, new={"status": "rejected"}, reason=reason,
        payload={"supplier_org_id": str(invoice.supplier_org_gid)},
    )  # fmt: skip


def locked_with_order(
    actor: Actor, invoice_id: uuid.UUID, version: int
) -> tuple[PurchaseOrder | None, SupplierInvoice]:
    """This will lock an invoice that the actor sees after its order's row, as everywhere; raises NotFound, Conflict."""
    about = invoice_about(actor=actor, invoice_id=invoice_id)
    order = None
    if about.order_id is not None:
        order = locked_order(actor=actor, order_id=about.order_id, version=None)
    invoice = locked_invoice(actor=actor, invoice_id=invoice_id, version=version)
    if invoice.order_id != about.order_id:
        raise Conflict(field="version", current_version=invoice.version)
    return order, invoice


def _check_state(invoice: SupplierInvoice, states: tuple[str, ...]) -> None:
    if invoice.status not in states or invoice.approval_run_gid is not None:
        raise IllegalTransition(field="status", state=invoice.status)


def _chosen(invoice_id: uuid.UUID, ids: Sequence[uuid.UUID]) -> list[MatchException]:
    there = {row.id: row for row in open_exceptions(invoice_id)}
    if not ids or any(key not in there for key in ids):
        raise NotFound(field="exceptionIds")
    return [there[key] for key in dict.fromkeys(ids)]


def _accept(invoice: SupplierInvoice, chosen: Sequence[MatchException]) -> None:
    """Counts the quantities of lines whose differences in quantity are accepted, up to what was ordered."""
    for row in chosen:
        if row.subject in ("line", "currency") or (row.subject == "order" and not row.expected):
            raise CannotAccept(subject=row.subject)
    ids = {r.match_line_id for r in chosen if r.reason_code in BLOCKING and r.match_line_id is not None}
    percent = Decimal(setting().match_quantity_percent)
    for line in MatchLine.objects.filter(id__in=ids, booked_quantity=0, order_line_id__isnull=False):
        quantity = sign_of(invoice) * line.invoice_quantity
        key = line.order_line_id
        if key is not None and not book_invoiced({key: quantity}, over_percent=percent):
            raise over_invoiced(key)
        MatchLine.objects.filter(id=line.id).update(booked_quantity=quantity)


def _move(invoice: SupplierInvoice, target: str) -> None:
    if target != invoice.status:
        INVOICE.check(invoice.status, target)
    SupplierInvoice.objects.filter(id=invoice.id).update(
        status=target, answer_code=ANSWERS[target], version=F("version") + 1, updated_at=Now()
    )

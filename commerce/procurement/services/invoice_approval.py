"""The approval to pay: an invoice goes through the unit's flow once matching has nothing open."""

import uuid
from datetime import datetime

from django.db.models import F
from django.db.models.functions import Now

from commerce.approvals.ports import DocumentSummary, DocumentType, Outcome, register_document_type
from commerce.approvals.services.run_start import run_start
from commerce.approvals.services.run_withdraw import run_withdraw_document
from commerce.masterdata.services.gate import supplier_gate
from commerce.procurement.facts import approval_facts
from commerce.procurement.invoicing.queries import invoice_about, open_exceptions
from commerce.procurement.models import (
    InvoiceLine,
    MatchException,
    PoLine,
    PurchaseOrder,
    SupplierInvoice,
    SupplierReturn,
)
from commerce.procurement.receiving_states import ANSWERS, INVOICE, INVOICE_TYPE, RETURN
from commerce.procurement.services.invoice_resolve import locked_with_order, reject_locked
from commerce.procurement.terms import due_date_of
from commerce.procurement.texts import check_text
from commerce.procurement.trail import leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, IllegalTransition, NotFound
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows

SUMMARY_LINES = 5


class ExceptionsOpen(DomainError):
    """Differences between the invoice and its order are not decided."""

    code = "EXCEPTIONS_OPEN"
    en = "{number} has {count} open differences. Accept them, or reject the invoice."
    zh = "{number} 还有 {count} 项未处理的差异，请先处理或拒收。"


def register() -> None:
    """This will make invoices known to approvals."""
    register_document_type(
        DocumentType(
            code=INVOICE_TYPE,
            name_en="Supplier invoice",
            name_zh="供应商发票",
            submit_permission="procurement.invoice.submit",
            lock_content=lambda document_id: _locked(document_id).content_hash,
            describe=_describe,
            on_approved=_approved,
            on_rejected=_rejected,
            on_returned=_returned,
            on_withdrawn=_withdrawn,
        )
    )


def invoice_submit(*, actor: Actor, at: datetime, invoice_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will ask for the approval to pay an invoice that matches its order.

    A supplier who must not be paid is refused here already. Raises Forbidden, NotFound, Conflict,
    IllegalTransition, ExceptionsOpen, SupplierSanctioned, and what starting an approval raises.
    """
    require(actor, "procurement.invoice.submit")
    about = invoice_about(actor=actor, invoice_id=invoice_id)
    categories = list(
        PoLine.objects.filter(order_id=about.order_id)
        .order_by()
        .values_list("category_gid", flat=True)
        .distinct()
    )
    supplier_gate(
        actor=actor, supplier_org_id=about.supplier_org_gid, action="pay", category_ids=categories, at=at
    )
    _, invoice = locked_with_order(actor, invoice_id, version)
    if invoice.status == "exception":
        raise ExceptionsOpen(number=invoice.number, count=len(open_exceptions(invoice.id)))
    if invoice.status != "matching" or invoice.approval_run_gid is not None:
        raise IllegalTransition(field="status", state=invoice.status)
    _start(invoice, categories, actor=actor, at=at)
    return invoice.id


def invoice_withdraw(
    *, actor: Actor, at: datetime, invoice_id: uuid.UUID, version: int, reason: str = ""
) -> uuid.UUID:
    """This will take an invoice out of approval. Raises Forbidden, NotFound, Conflict, IllegalTransition."""
    require(actor, "procurement.invoice.withdraw")
    check_text(reason, field="reason", longest=2_000)
    _, invoice = locked_with_order(actor, invoice_id, version)
    if invoice.status != "matching" or invoice.approval_run_gid is None:
        raise IllegalTransition(field="status", state=invoice.status)
    run_withdraw_document(
        actor=actor, document_type=INVOICE_TYPE, document_id=invoice.id, reason=reason, at=at
    )
    _leave_run(invoice, "withdrawn", actor=actor, at=at, reason=reason)
    return invoice.id


def _start(
    invoice: SupplierInvoice, categories: list[uuid.UUID | None], *, actor: Actor, at: datetime
) -> None:
    requester_id = actor.person_id or actor.api_key_id
    if requester_id is None:
        raise ValueError("an invoice is submitted by a person or an API key")
    order = _order_of(invoice)
    facts = approval_facts(
        actor=actor,
        amount=abs(invoice.payable_amount),
        currency=invoice.currency,
        categories=categories,
        cost_centre=order.cost_centre if order else "",
        suppliers=[invoice.supplier_org_gid],
        at=at,
    )
    leave_trail(
        actor=actor, at=at, action="invoice.submit", event="invoice.submitted", subject_type="invoice",
        subject_id=invoice.id, number=invoice.number, version=invoice.version + 1,
        new={"content_hash": invoice.content_hash},
        payload={"supplier_org_id": str(invoice.supplier_org_gid)},
    )  # fmt: skip
    SupplierInvoice.objects.filter(id=invoice.id).update(version=F("version") + 1, updated_at=Now())
    run = run_start(
        actor=actor,
        document_type=INVOICE_TYPE,
        document_id=invoice.id,
        document_number=invoice.number,
        requester_id=requester_id,
        facts=facts,
        content_hash=invoice.content_hash,
        at=at,
    )
    SupplierInvoice.objects.filter(id=invoice.id).update(approval_run_gid=run.run_id)


def _locked(document_id: uuid.UUID) -> SupplierInvoice:
    """The order's row before the invoice's, as everywhere."""
    owner = SupplierInvoice.objects.filter(id=document_id).values_list("order_id", flat=True).first()
    if owner is not None:
        lock_rows(PurchaseOrder.objects.filter(id=owner))
    row = SupplierInvoice.objects.filter(id=document_id).select_for_update(no_key=True).first()
    if row is None:
        raise NotFound(field="documentId")
    return row


def _order_of(row: SupplierInvoice) -> PurchaseOrder | None:
    return None if row.order_id is None else PurchaseOrder.objects.get(id=row.order_id)


def _describe(document_id: uuid.UUID) -> DocumentSummary:
    row = SupplierInvoice.objects.get(id=document_id)
    lines = InvoiceLine.objects.filter(invoice_id=row.id).order_by("line_no")[:SUMMARY_LINES]
    texts = tuple(f"{line.description} × {line.quantity.normalize():f} {line.unit}" for line in lines)
    return DocumentSummary(
        f"{row.supplier_name} {row.supplier_number}", row.payable_amount, row.currency, texts
    )


def _approved(*, outcome: Outcome, actor: Actor, at: datetime) -> None:
    row = _locked(outcome.document_id)
    INVOICE.check(row.status, "approved")
    order = _order_of(row)
    accepted = MatchException.objects.filter(
        match_result__invoice_id=row.id, match_result__is_current=True, resolution="accepted"
    )
    answer = "CA" if accepted.exists() else ANSWERS["approved"]
    due = due_date_of(row, order)
    SupplierInvoice.objects.filter(id=row.id).update(
        status="approved", answer_code=answer, approved_hash=outcome.content_hash,
        approval_run_gid=outcome.run_id, approved_at=at, due_date=due, version=F("version") + 1,
        updated_at=Now(),
    )  # fmt: skip
    _credit_return(row, actor=actor, at=at)
    _tell(
        row, "approved", {"status": "approved", "due_date": due}, actor=actor, at=at, reason=outcome.comment
    )


def _credit_return(row: SupplierInvoice, *, actor: Actor, at: datetime) -> None:
    """A credit note that is approved ends the return it credits."""
    if row.credited_return_id is None:
        return
    found = SupplierReturn.objects.filter(id=row.credited_return_id, status="expected")
    back = found.select_for_update(no_key=True).first()
    if back is None:
        return
    RETURN.check(back.status, "credited")
    SupplierReturn.objects.filter(id=back.id).update(
        status="credited", closed_at=at, version=F("version") + 1
    )
    leave_trail(
        actor=actor, at=at, action="return.credit", event="return.credited", subject_type="return",
        subject_id=back.id, number=back.number, version=back.version + 1, old={"status": back.status},
        new={"status": "credited", "credit_note": row.number},
        payload={"order_id": str(back.order_id), "supplier_org_id": str(back.supplier_org_gid)},
    )  # fmt: skip


def _rejected(*, outcome: Outcome, actor: Actor, at: datetime) -> None:
    row = _locked(outcome.document_id)
    order = _order_of(row)
    reason = outcome.comment or "rejected in approval"
    reject_locked(row, order, actor=actor, at=at, reason=reason, action="invoice.rejected")


def _returned(*, outcome: Outcome, actor: Actor, at: datetime) -> None:
    row = _locked(outcome.document_id)
    _leave_run(row, "returned", actor=actor, at=at, reason=outcome.comment)


def _withdrawn(*, outcome: Outcome, actor: Actor, at: datetime) -> None:
    row = _locked(outcome.document_id)
    if row.approval_run_gid is not None and row.status == "matching":
        _leave_run(row, "withdrawn", actor=actor, at=at, reason=outcome.comment)


def _leave_run(row: SupplierInvoice, word: str, *, actor: Actor, at: datetime, reason: str) -> None:
    SupplierInvoice.objects.filter(id=row.id).update(
        approval_run_gid=None, version=F("version") + 1, updated_at=Now()
    )
    _tell(row, word, {"status": row.status}, actor=actor, at=at, reason=reason)


def _tell(
    row: SupplierInvoice, word: str, new: dict[str, object], *, actor: Actor, at: datetime, reason: str
) -> None:
    leave_trail(
        actor=actor, at=at, action=f"invoice.{word}", event=f"invoice.{word}", subject_type="invoice",
        subject_id=row.id, number=row.number, version=row.version + 1, old={"status": row.status}, new=new,
        reason=reason, payload={"supplier_org_id": str(row.supplier_org_gid)},
    )  # fmt: skip

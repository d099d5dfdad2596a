"""How approvals see both documents, and what a document does when its run ends.

The reactions run in the transaction of the decision and do not ask for the decider's permissions.
"""

import uuid
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.functions import Now

from commerce.approvals.ports import DocumentSummary, DocumentType, Outcome, register_document_type
from commerce.procurement.models import PoLine, PurchaseOrder, Requisition, RequisitionLine
from commerce.procurement.states import ORDER, ORDER_TYPE, REQUISITION, REQUISITION_TYPE
from commerce.procurement.trail import leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.kernel.states import Machine
from tenants.runtime.hot import hot

SUMMARY_LINES = 5


def register() -> None:
    """This will make requisitions and orders known to approvals."""
    register_document_type(
        DocumentType(
            code=REQUISITION_TYPE,
            name_en="Requisition",
            name_zh="采购申请",
            submit_permission="procurement.requisition.submit",
            lock_content=lambda document_id: _locked(Requisition, document_id).content_hash,
            describe=_describe_requisition,
            on_approved=_requisition_approved,
            on_rejected=_requisition_rejected,
            on_returned=_requisition_returned,
            on_withdrawn=_requisition_withdrawn,
        )
    )
    register_document_type(
        DocumentType(
            code=ORDER_TYPE,
            name_en="Purchase order",
            name_zh="采购订单",
            submit_permission="procurement.order.submit",
            lock_content=lambda document_id: _locked(PurchaseOrder, document_id).content_hash,
            describe=_describe_order,
            on_approved=_order_approved,
            on_rejected=_order_rejected,
            on_returned=_order_returned,
            on_withdrawn=_order_withdrawn,
        )
    )


@hot
def _requisition_to_lock(document_id: uuid.UUID) -> QuerySet[Requisition]:
    return Requisition.objects.filter(id=document_id).select_for_update(no_key=True)


@hot
def _order_to_lock(document_id: uuid.UUID) -> QuerySet[PurchaseOrder]:
    return PurchaseOrder.objects.filter(id=document_id).select_for_update(no_key=True)


_TO_LOCK: dict[type[Model], hot] = {Requisition: _requisition_to_lock, PurchaseOrder: _order_to_lock}


@hot
def _order_head(document_id: uuid.UUID) -> QuerySet[Any]:
    heads = PurchaseOrder.objects.filter(id=document_id)
    return heads.values_list("supplier_name", "total_amount", "currency")


@hot
def _order_lines(document_id: uuid.UUID) -> QuerySet[Any]:
    return _first_lines(PoLine.objects.filter(order_id=document_id))


def _locked(model: type[Model], document_id: uuid.UUID) -> Any:
    row = _TO_LOCK[model].first(document_id)
    if row is None:
        raise NotFound(field="documentId")
    return row


def _describe_requisition(document_id: uuid.UUID) -> DocumentSummary:
    row = Requisition.objects.get(id=document_id)
    lines = RequisitionLine.objects.filter(requisition_id=document_id)
    return DocumentSummary(row.title, row.total_amount, row.currency, _few(_first_lines(lines)))


def _describe_order(document_id: uuid.UUID) -> DocumentSummary:
    head = _order_head.first(document_id)
    if head is None:
        raise NotFound(field="documentId")
    title, amount, currency = head
    return DocumentSummary(title, amount, currency, _few(_order_lines.all(document_id)))


def _first_lines(lines: QuerySet[Any]) -> QuerySet[Any]:
    return lines.order_by("line_no").values_list("description", "quantity", "unit")[:SUMMARY_LINES]


def _few(rows: Iterable[tuple[str, Decimal, str]]) -> tuple[str, ...]:
    return tuple(f"{description} × {quantity.normalize():f} {unit}" for description, quantity, unit in rows)


def _requisition_approved(*, outcome: Outcome, actor: Actor, at: datetime) -> None:
    fields = {"approved_hash": outcome.content_hash, "approval_run_gid": outcome.run_id, "approved_at": at}
    _move(Requisition, REQUISITION, outcome, "approved", "approved", actor, at, fields)


def _requisition_rejected(*, outcome: Outcome, actor: Actor, at: datetime) -> None:
    _move(Requisition, REQUISITION, outcome, "rejected", "rejected", actor, at, {"closed_at": at})


def _requisition_returned(*, outcome: Outcome, actor: Actor, at: datetime) -> None:
    _move(Requisition, REQUISITION, outcome, "returned", "returned", actor, at, {})


def _requisition_withdrawn(*, outcome: Outcome, actor: Actor, at: datetime) -> None:
    _move(Requisition, REQUISITION, outcome, "draft", "withdrawn", actor, at, {})


def _order_approved(*, outcome: Outcome, actor: Actor, at: datetime) -> None:
    fields = {
        "approved_hash": outcome.content_hash, "approval_run_gid": outcome.run_id, "approval_basis": "run",
    }  # fmt: skip
    _move(PurchaseOrder, ORDER, outcome, "approved", "approved", actor, at, fields)


def _order_rejected(*, outcome: Outcome, actor: Actor, at: datetime) -> None:
    _move(PurchaseOrder, ORDER, outcome, "draft", "rejected", actor, at, {})


def _order_returned(*, outcome: Outcome, actor: Actor, at: datetime) -> None:
    _move(PurchaseOrder, ORDER, outcome, "draft", "returned", actor, at, {})


def _order_withdrawn(*, outcome: Outcome, actor: Actor, at: datetime) -> None:
    _move(PurchaseOrder, ORDER, outcome, "draft", "withdrawn", actor, at, {})


def _move(
    model: type[Requisition] | type[PurchaseOrder],
    machine: Machine,
    outcome: Outcome,
    target: str,
    word: str,
    actor: Actor,
    at: datetime,
    fields: dict[str, object],
) -> None:
    """Moves the document whose run ended, with its trail; raises IllegalTransition."""
    row = _locked(model, outcome.document_id)
    machine.check(row.status, target)
    old = row.status
    changed = {"status": target, "version": row.version + 1, **fields}
    for name, value in changed.items():
        setattr(row, name, value)
    row.updated_at = Now()
    row.save(update_fields=[*changed, "updated_at"])
    thing = "requisition" if model is Requisition else "order"
    leave_trail(
        actor=actor, at=at, action=f"{thing}.{word}", event=f"{thing}.{word}",
        subject_type=thing, subject_id=row.id, number=row.number, version=row.version,
        old={"status": old}, new={"status": target}, reason=outcome.comment,
    )  # fmt: skip

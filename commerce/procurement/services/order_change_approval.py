"""A change of quantity or price is approved again, as the order would then stand."""

import uuid
from datetime import datetime

from commerce.approvals.ports import DocumentSummary, DocumentType, Outcome, register_document_type
from commerce.approvals.services.run_start import run_start
from commerce.procurement.collaboration_queries import locked_change
from commerce.procurement.facts import approval_facts
from commerce.procurement.models import OrderChange, OrderChangeLine, OrderConfirmation, PoLine, PurchaseOrder
from commerce.procurement.services.order_change_apply import (
    apply_change,
    end_change,
    move_change,
    tell_change,
)
from commerce.procurement.services.order_confirmation_apply import take_promises
from commerce.procurement.services.order_sanctions import is_blocked
from commerce.procurement.states import CHANGE, CHANGE_TYPE, ORDER_TYPE
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.runtime.locks import LockSpace, lock_shared
from tenants.runtime.scope import current_scope

SUMMARY_LINES = 5


def register() -> None:
    """This will make changes of orders known to approvals; without a flow of their own they take the orders'."""
    register_document_type(
        DocumentType(
            code=CHANGE_TYPE,
            name_en="Order change",
            name_zh="订单变更",
            submit_permission="procurement.order_change.propose",
            lock_content=lambda document_id: _locked(document_id)[1].content_hash,
            describe=_describe,
            on_approved=_approved,
            on_rejected=_ended,
            on_returned=_ended,
            on_withdrawn=_withdrawn,
            flow_of=ORDER_TYPE,
        )
    )


def ask_for_approval(change: OrderChange, order: PurchaseOrder, *, actor: Actor, at: datetime) -> None:
    """This will send a proposed change into the flow; it may be approved at once when nobody is asked.

    The caller holds both rows. Where the module of approvals is off, nobody is asked. Raises what starting an
    approval raises.
    """
    if not actor.has("approvals"):
        change.approved_hash = change.content_hash
        _go_on(change, order, actor=actor, at=at)
        return
    requester_id = actor.person_id or actor.api_key_id
    if requester_id is None:
        raise ValueError("a change is approved for a person or an API key")
    categories = PoLine.objects.filter(order_id=order.id).values_list("category_gid", flat=True)
    facts = approval_facts(
        actor=actor,
        amount=change.total_amount,
        currency=order.currency,
        categories=set(categories),
        cost_centre=order.cost_centre,
        suppliers=[order.supplier_org_gid],
        at=at,
    )
    CHANGE.check(change.status, "in_approval")
    move_change(change, "in_approval")
    tell_change(change, order, actor=actor, at=at, word="propose", event="submitted")
    run = run_start(
        actor=actor,
        document_type=CHANGE_TYPE,
        document_id=change.id,
        document_number=change.number,
        requester_id=requester_id,
        facts=facts,
        content_hash=change.content_hash,
        at=at,
    )
    OrderChange.objects.filter(id=change.id).update(approval_run_gid=run.run_id)


def share_with_other_side(change: OrderChange, order: PurchaseOrder, *, actor: Actor, at: datetime) -> None:
    """This will show a proposal to the side that has to answer it."""
    change.shared_at = at
    change.version += 1
    change.save()
    tell_change(
        change, order, actor=actor, at=at, word="propose", event="proposed",
        new={"side": change.side, "total_amount": change.total_amount, "reason": change.reason},
    )  # fmt: skip


def apply_with_answer(change: OrderChange, order: PurchaseOrder, *, actor: Actor, at: datetime) -> None:
    """This will put a change into force with the promises of the answer it came with, or its own dates."""
    answer = OrderConfirmation.objects.filter(id__in=[change.confirmation_id], status="pending").first()
    apply_change(change, order, actor=actor, at=at, promises=answer is None)
    if answer is not None:
        take_promises(answer, order, actor=actor, at=at)


def _locked(change_id: uuid.UUID) -> tuple[PurchaseOrder, OrderChange]:
    """The supplier's lock comes before the rows (R6): an approval may put the change into force."""
    found = (
        OrderChange.objects.filter(id=change_id).values_list("order_id", "order__supplier_org_gid").first()
    )
    if found is None:
        raise NotFound(field="documentId")
    order_id, supplier_org_id = found
    lock_shared(LockSpace.SUPPLIER, current_scope().group_id, [supplier_org_id])
    order = PurchaseOrder.objects.select_for_update(no_key=True).get(id=order_id)
    return order, locked_change(change_id, None)


def _describe(change_id: uuid.UUID) -> DocumentSummary:
    change = OrderChange.objects.select_related("order").get(id=change_id)
    rows = (
        OrderChangeLine.objects.filter(change_id=change_id).select_related("line").order_by("line__line_no")
    )
    title = f"{change.order.number} · {change.order.supplier_name}"
    return DocumentSummary(
        title, change.total_amount, change.order.currency, tuple(map(_words, rows[:SUMMARY_LINES]))
    )


def _words(row: OrderChangeLine) -> str:
    old, new = row.old_quantity.normalize(), row.new_quantity.normalize()
    price = f" @ {row.old_unit_price.normalize():f} → {row.new_unit_price.normalize():f}"
    quantity = f"{old:f} → {new:f}" if old != new else f"{new:f}"
    changed = price if row.old_unit_price != row.new_unit_price else ""
    return f"{row.line.description} × {quantity} {row.line.unit}{changed}"


def _approved(*, outcome: Outcome, actor: Actor, at: datetime) -> None:
    """A buyer's change now goes to the supplier; a supplier's, which the buyer agreed to, takes effect."""
    order, change = _locked(outcome.document_id)
    barred = order.sanction_hold or is_blocked(order, actor, at)
    if order.status != "issued" or barred:
        end_change(change, order, "rejected", actor=actor, at=at, reason="held" if barred else order.status)
        return
    change.approved_hash, change.approval_run_gid = outcome.content_hash, outcome.run_id
    if change.side == "buyer":
        move_change(change, "proposed")
    _go_on(change, order, actor=actor, at=at)


def _go_on(change: OrderChange, order: PurchaseOrder, *, actor: Actor, at: datetime) -> None:
    """What follows an approval: the supplier is asked, or what the buyer had agreed to takes effect."""
    if change.side == "buyer":
        share_with_other_side(change, order, actor=actor, at=at)
    else:
        apply_with_answer(change, order, actor=actor, at=at)


def _ended(*, outcome: Outcome, actor: Actor, at: datetime) -> None:
    order, change = _locked(outcome.document_id)
    end_change(change, order, "rejected", actor=actor, at=at, reason=outcome.comment)


def _withdrawn(*, outcome: Outcome, actor: Actor, at: datetime) -> None:
    order, change = _locked(outcome.document_id)
    end_change(change, order, "withdrawn", actor=actor, at=at, reason=outcome.comment)

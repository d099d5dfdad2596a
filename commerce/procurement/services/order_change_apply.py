"""Putting an agreed change into force, and ending one that is not."""

import uuid
from datetime import datetime

from commerce.approvals.services.run_invalidate import run_invalidate
from commerce.approvals.services.run_withdraw import run_withdraw_document
from commerce.procurement.ceilings import recount_call_off
from commerce.procurement.collaboration import (
    confirmation_axis,
    parts_of,
    tell_both,
    touch_order,
    write_parts,
)
from commerce.procurement.models import OrderChange, OrderChangeLine, OrderConfirmation, PurchaseOrder
from commerce.procurement.promises import accepted
from commerce.procurement.restating import LineTerms, check_not_shipped, restated, standing_of, write_terms
from commerce.procurement.states import CHANGE, CHANGE_TYPE, ORDER_TYPE
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict


def apply_change(
    change: OrderChange, order: PurchaseOrder, *, actor: Actor, at: datetime, promises: bool = False
) -> None:
    """This will make an agreed change the order's own content; the caller holds both rows.

    With `promises` the supplier's word stands for the changed lines as they are now asked for; otherwise an
    answer that goes with the change brings its own. Raises Conflict when the order has become another
    meanwhile, AlreadyShipped, OverOrdered, CeilingPassed.
    """
    standing = standing_of(order.id)
    terms = terms_of_change(change.id)
    check_not_shipped(standing, terms)
    before = {"total_amount": order.total_amount, "content_hash": order.content_hash}
    draft = restated(order, standing, terms)
    if order.content_hash != change.content_hash:
        raise Conflict(field="version", current_version=order.version)
    recount_call_off(order, before["total_amount"])
    change.applied_version = order.version + 1
    change.decider_name, change.decided_at = actor.display_name, at
    if not change.is_material:
        change.approved_hash = change.content_hash
    move_change(change, "accepted")
    write_terms(standing, draft, terms)
    if promises:
        write_parts({key: accepted(parts) for key, parts in parts_of(terms).items()})
        order.confirmation = confirmation_axis(order.id, is_pending=False, before=order.confirmation)
    touch_order(
        order, total_amount=order.total_amount, tax_amount=order.tax_amount,
        content_hash=order.content_hash, approved_hash=order.content_hash, confirmation=order.confirmation,
    )  # fmt: skip
    _end_old_approval(change, order, actor=actor, at=at)
    after = {"total_amount": order.total_amount, "content_hash": order.content_hash}
    tell_change(change, order, actor=actor, at=at, word="accept", event="accepted", old=before, new=after)
    tell_both(
        order=order, actor=actor, at=at, action="order.change", event="order.changed", subject_type="order",
        subject_id=order.id, number=order.number, version=order.version, new={"change": change.number},
        state="issued",
    )  # fmt: skip


def end_change(
    change: OrderChange, order: PurchaseOrder, target: str, *, actor: Actor, at: datetime, reason: str = ""
) -> None:
    """This will end a change that does not come into force; the caller holds both rows."""
    CHANGE.check(change.status, target)
    was_in_approval = change.status == "in_approval"
    change.decider_name, change.decided_at = actor.display_name, at
    change.decision_reason = reason
    move_change(change, target)
    words = {"rejected": "reject", "withdrawn": "withdraw", "expired": "expire"}
    tell_change(change, order, actor=actor, at=at, word=words[target], event=target, reason=reason)
    if was_in_approval:
        run_withdraw_document(
            actor=actor, document_type=CHANGE_TYPE, document_id=change.id, reason=target, at=at
        )
    _end_its_confirmation(change, order, actor=actor, at=at)


def move_change(change: OrderChange, target: str) -> None:
    """This will bring a change whose row the caller holds to another state, with its other fields."""
    CHANGE.check(change.status, target)
    change.status = target
    change.version += 1
    change.save()


def terms_of_change(change_id: uuid.UUID) -> dict[uuid.UUID, LineTerms]:
    """This will give what the lines are to become by a change."""
    return {
        row.line_id: LineTerms(row.new_quantity, row.new_unit_price, row.new_requested_date)
        for row in OrderChangeLine.objects.filter(change_id=change_id)
    }


def tell_change(
    change: OrderChange,
    order: PurchaseOrder,
    *,
    actor: Actor,
    at: datetime,
    word: str,
    event: str,
    old: dict[str, object] | None = None,
    new: dict[str, object] | None = None,
    reason: str = "",
) -> None:
    """This will leave the trail of a change; the supplier hears of it once it was shared, or is its own."""
    tell_both(
        order=order, actor=actor, at=at, action=f"order_change.{word}", event=f"order_change.{event}",
        subject_type="order_change", subject_id=change.id, number=change.number, version=change.version,
        old=old, new=new or {"status": change.status}, reason=reason, state=change.status,
        awaits=_who_answers(change),
        is_shared=change.side == "supplier" or change.shared_at is not None,
    )  # fmt: skip


def _who_answers(change: OrderChange) -> str:
    """The side that has to act: the other one, or the buyer while it is in approval."""
    if change.status == "proposed":
        return "buyer" if change.side == "supplier" else "supplier"
    return "buyer" if change.status == "in_approval" else ""


def _end_old_approval(change: OrderChange, order: PurchaseOrder, *, actor: Actor, at: datetime) -> None:
    """The order's first approval answered for the content before; the change's own answers for this one."""
    if change.is_material:
        run_invalidate(
            actor=actor,
            document_type=ORDER_TYPE,
            document_id=order.id,
            content_hash=order.content_hash,
            at=at,
        )


def _end_its_confirmation(change: OrderChange, order: PurchaseOrder, *, actor: Actor, at: datetime) -> None:
    """An answer whose change was not agreed to is declined with it."""
    pending = OrderConfirmation.objects.filter(id__in=[change.confirmation_id], status="pending").first()
    if pending is None:
        return
    pending.status, pending.version = "declined", pending.version + 1
    pending.decider_name, pending.decided_at = actor.display_name, at
    pending.decision_reason = change.decision_reason
    pending.save()
    axis = confirmation_axis(order.id, is_pending=False, before=order.confirmation)
    touch_order(order, confirmation=axis)

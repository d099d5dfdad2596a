"""Ending orders and holding them back: cancel, close, hold, release."""

import uuid
from datetime import datetime
from decimal import Decimal

from django.db.models import Sum
from django.db.models.functions import Now

from commerce.approvals.services.run_withdraw import run_withdraw_document
from commerce.procurement.ceilings import give_back_call_off
from commerce.procurement.models import PoLine, PurchaseOrder
from commerce.procurement.queries import locked_order
from commerce.procurement.requisition_quantities import change_ordered, close_when_done
from commerce.procurement.services.order_confirmation_apply import end_negotiation
from commerce.procurement.states import ORDER, ORDER_TYPE
from commerce.procurement.texts import check_text
from commerce.procurement.trail import leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid
from tenants.runtime.guard import require


class OrderEnded(DomainError):
    """The order is at its end and cannot be held."""

    code = "ORDER_ENDED"
    en = "{number} has ended."
    zh = "{number} 已结束。"


class AlreadyReceived(DomainError):
    """Goods or invoices have come in for the order."""

    code = "ORDER_RECEIVED"
    en = "Goods or invoices have come in for {number}. Close it short instead of cancelling it."
    zh = "{number} 已有收货或发票，请短关闭而不是取消。"


def order_cancel(*, actor: Actor, at: datetime, order_id: uuid.UUID, version: int, reason: str) -> uuid.UUID:
    """This will cancel an order for which nothing has come in; what it ordered of requisitions is open again.

    Raises Forbidden, NotFound, Conflict, IllegalTransition, AlreadyReceived, Invalid without a reason.
    """
    require(actor, "procurement.order.cancel")
    _check_reason(reason)
    order = locked_order(actor=actor, order_id=order_id, version=version)
    cancel_locked(order, actor=actor, at=at, reason=reason)
    return order.id


def cancel_locked(order: PurchaseOrder, *, actor: Actor, at: datetime, reason: str) -> None:
    """This will cancel an order whose row the caller holds; raises IllegalTransition, AlreadyReceived."""
    ORDER.check(order.status, "cancelled")
    if order.receipt != "none" or order.invoice != "none":
        raise AlreadyReceived(number=order.number)
    if order.status == "in_approval":
        run_withdraw_document(
            actor=actor, document_type=ORDER_TYPE, document_id=order.id, reason=reason, at=at
        )
    _end(
        order, "cancelled", actor=actor, at=at, reason=reason, action="order.cancel", event="order.cancelled"
    )
    lines = PoLine.objects.filter(order_id=order.id, requisition_line__isnull=False)
    ordered = lines.values_list("requisition_line_id").annotate(quantity=Sum("quantity"))
    change_ordered({key: Decimal(0) - quantity for key, quantity in ordered})


def order_close(
    *, actor: Actor, at: datetime, order_id: uuid.UUID, version: int, short: bool = False, reason: str = ""
) -> uuid.UUID:
    """This will close an issued order: in full, or short when the rest is no longer expected.

    Raises Forbidden, NotFound, Conflict, IllegalTransition, Invalid for a short close without a reason.
    """
    require(actor, "procurement.order.close")
    if short:
        _check_reason(reason)
    check_text(reason, field="reason", longest=2_000)
    order = locked_order(actor=actor, order_id=order_id, version=version)
    target = "short_closed" if short else "closed"
    ORDER.check(order.status, target)
    _end(order, target, actor=actor, at=at, reason=reason, action="order.close", event="order.closed")
    close_when_done(order.id)
    return order.id


def order_hold(*, actor: Actor, at: datetime, order_id: uuid.UUID, version: int, reason: str) -> uuid.UUID:
    """This will hold an order back from issue. Raises Forbidden, NotFound, Conflict, OrderEnded, Invalid."""
    require(actor, "procurement.order.hold")
    _check_reason(reason)
    order = locked_order(actor=actor, order_id=order_id, version=version)
    if not ORDER.moves[order.status]:
        raise OrderEnded(number=order.number)
    _flag(order, actor=actor, at=at, buyer_hold=True, sanction_hold=order.sanction_hold, reason=reason)
    return order.id


def order_release(*, actor: Actor, at: datetime, order_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will release a buyer's hold; a sanction's hold ends with the sanction alone.

    Raises Forbidden, NotFound, Conflict.
    """
    require(actor, "procurement.order.release")
    order = locked_order(actor=actor, order_id=order_id, version=version)
    _flag(order, actor=actor, at=at, buyer_hold=False, sanction_hold=order.sanction_hold, reason="")
    return order.id


def hold_for_sanction(order: PurchaseOrder, *, held: bool, actor: Actor, at: datetime, reason: str) -> None:
    """This will set or clear the hold of a sanction on an order whose row the caller holds."""
    _flag(order, actor=actor, at=at, buyer_hold=order.buyer_hold, sanction_hold=held, reason=reason)


def _check_reason(reason: str) -> None:
    check_text(reason, field="reason", longest=2_000)
    if not reason.strip():
        raise Invalid(field="reason", reason_en="Give a reason.", reason_zh="请填写原因。")


def _end(
    order: PurchaseOrder,
    target: str,
    *,
    actor: Actor,
    at: datetime,
    reason: str,
    action: str,
    event: str,
) -> None:
    end_negotiation(order, actor=actor, at=at)
    if target == "cancelled":
        give_back_call_off(order)
    before = order.status
    order.status, order.closed_at = target, at
    order.version += 1
    order.save(update_fields=["status", "closed_at", "version"])
    PurchaseOrder.objects.filter(id=order.id).update(updated_at=Now())
    leave_trail(
        actor=actor, at=at, action=action, event=event, subject_type="order", subject_id=order.id,
        number=order.number, version=order.version, old={"status": before}, new={"status": target},
        reason=reason, payload=_told(order),
    )  # fmt: skip


def _told(order: PurchaseOrder) -> dict[str, object]:
    """The supplier hears of the end of an order that it had received."""
    supplier = str(order.supplier_org_gid)
    return {"supplier_org_id": supplier, "audience": [supplier] if order.issued_at else []}


def _flag(
    order: PurchaseOrder,
    *,
    actor: Actor,
    at: datetime,
    buyer_hold: bool,
    sanction_hold: bool,
    reason: str,
) -> None:
    before = {"buyer_hold": order.buyer_hold, "sanction_hold": order.sanction_hold}
    after = {"buyer_hold": buyer_hold, "sanction_hold": sanction_hold}
    if before == after:
        return
    order.buyer_hold, order.sanction_hold = buyer_hold, sanction_hold
    order.version += 1
    order.save(update_fields=["buyer_hold", "sanction_hold", "version"])
    word = "hold" if buyer_hold or sanction_hold else "release"
    leave_trail(
        actor=actor, at=at, action=f"order.{word}", event="order.held" if word == "hold" else "order.released",
        subject_type="order", subject_id=order.id, number=order.number, version=order.version,
        old=before, new=after, reason=reason,
    )  # fmt: skip

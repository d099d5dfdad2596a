"""The buyer's word on an answer that deviates from the order."""

import uuid
from datetime import datetime

from commerce.procurement.collaboration import locked_placed_order, side_of
from commerce.procurement.collaboration_queries import (
    locked_change,
    locked_confirmation,
    order_of_confirmation,
)
from commerce.procurement.models import OrderChange, OrderConfirmation, PurchaseOrder
from commerce.procurement.services.order_change import gate_of_order
from commerce.procurement.services.order_change_apply import apply_change, end_change
from commerce.procurement.services.order_change_approval import ask_for_approval
from commerce.procurement.services.order_confirmation_apply import settle_answer, take_promises
from commerce.procurement.states import CHANGE_OPEN, CONFIRMATION
from commerce.procurement.texts import check_text
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid, NotFound
from tenants.runtime.guard import require


def order_confirmation_accept(
    *, actor: Actor, at: datetime, confirmation_id: uuid.UUID, version: int
) -> uuid.UUID:
    """This will agree to a supplier's deviating answer; its promises take effect.

    Another quantity or price goes to approval first, and takes effect with it. A change of the buyer's that
    the answer goes with comes into force now. Raises Forbidden, NotFound, Conflict, IllegalTransition,
    AlreadyShipped, OverOrdered, CeilingPassed, SupplierSanctioned.
    """
    require(actor, "procurement.order_confirmation.accept")
    order_id = _order_of(actor, confirmation_id)
    gate_of_order(actor, order_id, _version_of(order_id), at)
    order = locked_placed_order(actor=actor, order_id=order_id, version=None)
    answer = locked_confirmation(confirmation_id, version)
    CONFIRMATION.check(answer.status, "accepted")
    change = _its_change(answer)
    if change is not None and change.side == "supplier" and change.is_material:
        if change.status == "proposed":
            ask_for_approval(change, order, actor=actor, at=at)
        return answer.id
    if change is not None:
        apply_change(change, order, actor=actor, at=at)
    take_promises(answer, order, actor=actor, at=at)
    return answer.id


def order_confirmation_decline(
    *, actor: Actor, at: datetime, confirmation_id: uuid.UUID, version: int, reason: str
) -> uuid.UUID:
    """This will decline a supplier's deviating answer; the order and earlier promises stay as they were.

    A change of the buyer's that it answered stays proposed. Raises Forbidden, NotFound, Conflict,
    IllegalTransition, Invalid without a reason.
    """
    require(actor, "procurement.order_confirmation.decline")
    check_text(reason, field="reason", longest=2_000)
    if not reason.strip():
        raise Invalid(field="reason", reason_en="Give a reason.", reason_zh="请填写原因。")
    order_id = _order_of(actor, confirmation_id)
    order = locked_placed_order(actor=actor, order_id=order_id, version=None)
    answer = locked_confirmation(confirmation_id, version)
    settle_answer(answer, order, "declined", actor=actor, at=at, reason=reason.strip())
    change = _its_change(answer)
    if change is not None and change.side == "supplier":
        end_change(change, order, "rejected", actor=actor, at=at, reason=reason.strip())
    return answer.id


def _order_of(actor: Actor, confirmation_id: uuid.UUID) -> uuid.UUID:
    if side_of(actor) == "supplier":
        raise NotFound(field="confirmationId")
    return order_of_confirmation(actor=actor, confirmation_id=confirmation_id)


def _version_of(order_id: uuid.UUID) -> int:
    return PurchaseOrder.objects.values_list("version", flat=True).get(id=order_id)


def _its_change(answer: OrderConfirmation) -> OrderChange | None:
    """The open change that goes with an answer: the supplier's own, or the buyer's that it answers."""
    own = OrderChange.objects.filter(confirmation_id=answer.id, status__in=CHANGE_OPEN).first()
    asked = OrderChange.objects.filter(id__in=[answer.change_id], status__in=CHANGE_OPEN).first()
    found = own or asked
    return None if found is None else locked_change(found.id, None)

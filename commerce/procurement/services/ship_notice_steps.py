"""A delivery's way to the buyer: on the road, arrived, or taken back."""

import uuid
from datetime import datetime

from commerce.procurement.services.ship_notice import locked_for, move_notice
from commerce.procurement.texts import check_text
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid
from tenants.runtime.guard import require


def ship_notice_depart(*, actor: Actor, at: datetime, notice_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will note that the goods have left. Raises Forbidden, NotFound, Conflict, IllegalTransition."""
    require(actor, "procurement.ship_notice.depart")
    order, notice = locked_for(actor, notice_id, version)
    move_notice(notice, order, "in_transit", actor=actor, at=at, word="depart", event="departed")
    return notice.id


def ship_notice_arrive(*, actor: Actor, at: datetime, notice_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will note that the goods have arrived. Raises Forbidden, NotFound, Conflict, IllegalTransition."""
    require(actor, "procurement.ship_notice.arrive")
    order, notice = locked_for(actor, notice_id, version)
    notice.arrived_at = at
    move_notice(notice, order, "arrived", actor=actor, at=at, word="arrive", event="arrived")
    return notice.id


def ship_notice_cancel(
    *, actor: Actor, at: datetime, notice_id: uuid.UUID, version: int, reason: str
) -> uuid.UUID:
    """This will take back a notice whose goods have not arrived; its quantities are open again.

    Raises Forbidden, NotFound, Conflict, IllegalTransition, Invalid without a reason.
    """
    require(actor, "procurement.ship_notice.cancel")
    check_text(reason, field="reason", longest=2_000)
    if not reason.strip():
        raise Invalid(field="reason", reason_en="Give a reason.", reason_zh="请填写原因。")
    order, notice = locked_for(actor, notice_id, version)
    notice.ended_at = at
    move_notice(
        notice,
        order,
        "cancelled",
        actor=actor,
        at=at,
        word="cancel",
        event="cancelled",
        reason=reason.strip(),
    )
    return notice.id

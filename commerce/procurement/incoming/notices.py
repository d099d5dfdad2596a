"""What a receipt does to the ship notice it belongs to."""

import uuid
from datetime import datetime

from commerce.procurement.collaboration import tell_both
from commerce.procurement.models import PurchaseOrder, ShipNotice
from commerce.procurement.states import SHIP_NOTICE
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound

_WAYS = {"sent": ("arrived", "receiving"), "in_transit": ("arrived", "receiving"), "arrived": ("receiving",),
         "exception": ("receiving",), "receiving": ()}  # fmt: skip


def notice_receiving(*, order: PurchaseOrder, ship_notice_id: uuid.UUID, actor: Actor, at: datetime) -> None:
    """This will bring a ship notice of the locked order to `receiving`, with the trail of each step.

    Raises NotFound when it cannot be received.
    """
    rows = ShipNotice.objects.filter(id=ship_notice_id, order_id=order.id, status__in=_WAYS)
    notice = rows.select_for_update(no_key=True).first()
    if notice is None:
        raise NotFound(field="shipNoticeId")
    for target in _WAYS[notice.status]:
        notice.arrived_at = notice.arrived_at or at
        _move(notice, order, target, actor=actor, at=at)


def notice_completed(
    *, order: PurchaseOrder, ship_notice_id: uuid.UUID | None, actor: Actor, at: datetime
) -> None:
    """This will complete the ship notice whose goods were posted, when there is one, with its trail."""
    if ship_notice_id is None:
        return
    rows = ShipNotice.objects.filter(id=ship_notice_id, order_id=order.id, status="receiving")
    notice = rows.select_for_update(no_key=True).first()
    if notice is not None:
        notice.ended_at = at
        _move(notice, order, "completed", actor=actor, at=at)


def _move(notice: ShipNotice, order: PurchaseOrder, target: str, *, actor: Actor, at: datetime) -> None:
    SHIP_NOTICE.check(notice.status, target)
    before, notice.status = notice.status, target
    notice.version += 1
    notice.save(update_fields=["status", "version", "arrived_at", "ended_at"])
    tell_both(
        order=order, actor=actor, at=at, action=f"ship_notice.{target}", event=f"ship_notice.{target}",
        subject_type="ship_notice", subject_id=notice.id, number=notice.number, version=notice.version,
        old={"status": before}, new={"status": target}, state=target,
    )  # fmt: skip

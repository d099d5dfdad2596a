"""What a receipt does to the ship notice it belongs to."""

import uuid
from datetime import datetime

from django.db.models import F

from commerce.procurement.models import ShipNotice
from commerce.procurement.states import SHIP_NOTICE
from tenants.kernel.errors import NotFound

_WAYS = {"sent": ("arrived", "receiving"), "in_transit": ("arrived", "receiving"), "arrived": ("receiving",),
         "exception": ("receiving",), "receiving": ()}  # fmt: skip


def notice_receiving(*, order_id: uuid.UUID, ship_notice_id: uuid.UUID, at: datetime) -> None:
    """This will bring a ship notice of the order to `receiving`; raises NotFound when it cannot be received."""
    rows = ShipNotice.objects.filter(id=ship_notice_id, order_id=order_id, status__in=_WAYS)
    notice = rows.select_for_update(no_key=True).first()
    if notice is None:
        raise NotFound(field="shipNoticeId")
    for target in _WAYS[notice.status]:
        SHIP_NOTICE.check(notice.status, target)
        arrived_at = notice.arrived_at or at
        ShipNotice.objects.filter(id=notice.id).update(
            status=target, version=F("version") + 1, arrived_at=arrived_at
        )
        notice.status = target


def notice_completed(*, ship_notice_id: uuid.UUID | None, at: datetime) -> None:
    """This will complete the ship notice whose goods were posted, when there is one."""
    if ship_notice_id is None:
        return
    ShipNotice.objects.filter(id=ship_notice_id, status="receiving").update(
        status="completed", ended_at=at, version=F("version") + 1
    )

"""How much of a requisition is on orders, and the requisition's state that follows from it."""

import uuid
from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Now

from commerce.masterdata.uoms import unit_words
from commerce.procurement.locks import take_quantities
from commerce.procurement.models import PoLine, Requisition, RequisitionLine
from commerce.procurement.states import REQUISITION
from tenants.kernel.errors import DomainError
from tenants.runtime.locks import lock_rows


class OverOrdered(DomainError):
    """More would be ordered than was asked for, or it is on another order already."""

    code = "OVER_ORDERED"
    en = "Of line {line_no}, {open_quantity} {unit_en} are still to be ordered; {wanted} were asked for."
    zh = "第 {line_no} 行仅剩 {open_quantity} {unit_zh} 可下单，请求数量为 {wanted}。"


def change_ordered(changes: Mapping[uuid.UUID, Decimal]) -> None:
    """This will add to, or below zero take from, the ordered quantities of requisition lines, all or none.

    Locks the requisitions first, then settles their states. Raises OverOrdered.
    """
    moving = {key: value for key, value in changes.items() if value}
    if not moving:
        return
    lines = RequisitionLine.objects.filter(id__in=moving)
    owners = sorted(set(lines.values_list("requisition_id", flat=True)))
    rows = lock_rows(Requisition.objects.filter(id__in=owners))
    moved = take_quantities(moving)
    missing = [key for key in moving if key not in moved]
    if missing:
        line = RequisitionLine.objects.get(id=missing[0])
        raise OverOrdered(
            field="lines",
            line_no=line.line_no,
            open_quantity=f"{(line.quantity - line.ordered_quantity).normalize():f}",
            **unit_words(line.unit),
            wanted=f"{moving[line.id].normalize():f}",
        )
    settle(rows)


def settle(rows: Iterable[Requisition]) -> None:
    """This will bring locked requisitions to the state that their lines' ordered quantities say."""
    for row in rows:
        lines = RequisitionLine.objects.filter(requisition_id=row.id)
        all_ordered = not lines.filter(ordered_quantity__lt=F("quantity")).exists()
        target = "ordered" if all_ordered else "approved"
        if row.status == target or (row.status == "sourcing" and target == "approved"):
            continue
        REQUISITION.check(row.status, target)
        Requisition.objects.filter(id=row.id).update(
            status=target, version=F("version") + 1, updated_at=Now()
        )


def close_when_done(order_id: uuid.UUID) -> None:
    """This will close the requisitions that are ordered in full and whose orders have all ended."""
    lines = PoLine.objects.filter(order_id=order_id, requisition_line__isnull=False)
    owners = set(lines.values_list("requisition_line__requisition_id", flat=True))
    for row in lock_rows(Requisition.objects.filter(id__in=owners, status="ordered")):
        running = PoLine.objects.filter(requisition_line__requisition_id=row.id).exclude(
            order__status__in=["closed", "short_closed", "cancelled"]
        )
        if not running.exists():
            Requisition.objects.filter(id=row.id).update(
                status="closed", version=F("version") + 1, updated_at=Now(), closed_at=Now()
            )

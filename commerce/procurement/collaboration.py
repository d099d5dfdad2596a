"""What every step between buyer and supplier needs: whose side acts, the order's row, schedules, the trail."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db.models import F
from django.db.models.functions import Now

from commerce.procurement.models import PoLine, PoSchedule, PurchaseOrder
from commerce.procurement.promises import Part
from commerce.procurement.queries import locked_order
from commerce.procurement.trail import leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import IllegalTransition
from tenants.kernel.ids import new_id


def side_of(actor: Actor) -> str:
    """This will say for whom the actor works: supplier or buyer."""
    return "supplier" if actor.supplier_org_id is not None else "buyer"


def locked_placed_order(*, actor: Actor, order_id: uuid.UUID, version: int | None) -> PurchaseOrder:
    """This will lock an issued order that the actor sees; raises NotFound, Conflict, IllegalTransition."""
    order = locked_order(actor=actor, order_id=order_id, version=version)
    if order.status != "issued":
        raise IllegalTransition(field="status", state=order.status)
    return order


def lines_by_id(order_id: uuid.UUID) -> dict[uuid.UUID, PoLine]:
    """This will give the lines of an order by their ids, in their order."""
    return {line.id: line for line in PoLine.objects.filter(order_id=order_id).order_by("line_no")}


def parts_of(line_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[Part]]:
    """This will give the schedules of lines as parts, in their order."""
    found: dict[uuid.UUID, list[Part]] = {key: [] for key in line_ids}
    for row in PoSchedule.objects.filter(line_id__in=found).order_by("line_id", "schedule_no"):
        found[row.line_id].append(
            Part(
                row.id, row.quantity, row.requested_date, row.promised_date, row.delivered_quantity,
                row.delivered_date, row.confirmation,
            )
        )  # fmt: skip
    return found


def write_parts(parts: Mapping[uuid.UUID, Sequence[Part]]) -> None:
    """This will store the schedules of lines; a schedule that stays keeps its id, for receipts point to it."""
    known = {row.id: row for row in PoSchedule.objects.filter(line_id__in=parts)}
    kept = {part.id for line in parts.values() for part in line if part.id is not None}
    PoSchedule.objects.filter(id__in=set(known) - kept).delete()
    for line_id in parts:
        highest = max((r.schedule_no for r in known.values() if r.line_id == line_id), default=0)
        PoSchedule.objects.filter(line_id=line_id).update(
            schedule_no=F("schedule_no") + highest + len(parts[line_id])
        )
    rows = [
        PoSchedule(
            id=part.id or new_id(), line_id=line_id, schedule_no=number, quantity=part.quantity,
            requested_date=part.requested_date, promised_date=part.promised_date,
            delivered_date=part.delivered_date, delivered_quantity=part.delivered_quantity,
            confirmation=part.confirmation,
        )
        for line_id, line in parts.items()
        for number, part in enumerate(line, start=1)
    ]  # fmt: skip
    PoSchedule.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["schedule_no", "quantity", "requested_date", "promised_date", "confirmation"],
    )


def confirmation_axis(order_id: uuid.UUID, *, is_pending: bool, before: str) -> str:
    """This will say how far an order is confirmed, from its schedules and an answer that waits for the buyer."""
    rows = PoSchedule.objects.filter(line__order_id=order_id, delivered_quantity__lt=F("quantity"))
    words = set(rows.values_list("confirmation", flat=True))
    if is_pending:
        return "conditional"
    if not words:
        return before
    if words == {"none"}:
        return before if before == "none" else "acknowledged"
    if words == {"rejected"}:
        return "rejected"
    return "accepted" if words <= {"accepted", "changed"} else "conditional"


def touch_order(order: PurchaseOrder, **fields: object) -> None:
    """This will write fields of an order whose row the caller holds, one version on."""
    order.version += 1
    for name, value in fields.items():
        setattr(order, name, value)
    order.updated_at = Now()
    order.save(update_fields=[*fields, "version", "updated_at"])


def tell_both(
    *,
    order: PurchaseOrder,
    actor: Actor,
    at: datetime,
    action: str,
    event: str,
    subject_type: str,
    subject_id: uuid.UUID,
    number: str,
    version: int,
    old: Mapping[str, object] | None = None,
    new: Mapping[str, object] | None = None,
    reason: str = "",
    state: str = "",
    awaits: str = "",
    is_shared: bool = True,
) -> None:
    """This will leave the trail of a step, of which the order's supplier hears too unless it is not shared.

    The event carries ids, number and states: never a price. `awaits` names the side that has to act now.
    """
    payload: dict[str, object] = {"order_id": str(order.id)}
    if is_shared:
        supplier = str(order.supplier_org_gid)
        payload |= {"supplier_org_id": supplier, "state": state, "awaits": awaits, "audience": [supplier]}
        payload |= {"order_number": order.number, "order_version": order.version, **_order_words(order)}
    leave_trail(
        actor=actor, at=at, action=action, event=event, subject_type=subject_type, subject_id=subject_id,
        number=number, version=version, old=old, new=new, reason=reason, payload=payload,
    )  # fmt: skip


def _order_words(order: PurchaseOrder) -> dict[str, str]:
    """An order's state for its supplier, and whether an answer to it is still missing."""
    if order.status != "issued":
        return {"order_state": order.status, "order_awaits": ""}
    state = order.status if order.confirmation == "none" else order.confirmation
    return {
        "order_state": state,
        "order_awaits": "supplier" if order.confirmation in ("none", "acknowledged") else "",
    }

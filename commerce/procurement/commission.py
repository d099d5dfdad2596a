"""What an order is worth to whoever takes commission on it: the value that stands, without tax."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Sum

from commerce.procurement.models import PoLine, PoSchedule, PurchaseOrder, SupplierReturn
from commerce.procurement.states import BLANKET
from tenants.kernel.money import exact_sum, line_amount


@dataclass(frozen=True, slots=True)
class StandingValue:
    """A placed order and what of it stands now, in its currency."""

    order_id: uuid.UUID
    number: str
    placed_at: datetime
    amount: Decimal
    currency: str


def standing_value(*, subject_type: str, subject_id: uuid.UUID) -> StandingValue | None:
    """This will value the order that an event is about, in its unit's scope.

    A cancelled order stands with nothing, one closed short with what was delivered, any other with its total; what was
    returned for credit is taken off. None for orders never placed here, and for blanket orders, whose call-offs count.
    """
    key = subject_id
    if subject_type == "return":
        row = SupplierReturn.objects.filter(id=subject_id).values_list("order_id", flat=True).first()
        if row is None:
            return None
        key = row
    order = PurchaseOrder.objects.filter(id=key).first()
    if order is None or order.issued_at is None or order.order_type_code == BLANKET:
        return None
    return StandingValue(order.id, order.number, order.issued_at, _standing(order), order.currency)


def _standing(order: PurchaseOrder) -> Decimal:
    if order.status == "cancelled":
        return Decimal(0)
    value = _delivered(order) if order.status == "short_closed" else order.total_amount
    credited = SupplierReturn.objects.filter(order_id=order.id).exclude(status="waived")
    total = credited.aggregate(sum=Sum("credit_amount"))["sum"] or Decimal(0)
    return max(Decimal(0), exact_sum((value, -total)))


def _delivered(order: PurchaseOrder) -> Decimal:
    """At most what was ordered: what came beyond it is the receiving unit's to accept, not commission's."""
    came = dict(
        PoSchedule.objects.filter(line__order_id=order.id)
        .values_list("line_id")
        .annotate(quantity=Sum("delivered_quantity"))
    )
    amounts = []
    for line in PoLine.objects.filter(order_id=order.id):
        quantity = min(came.get(line.id, Decimal(0)), line.quantity)
        amounts.append(line_amount(quantity=quantity, unit_price=line.unit_price, currency=order.currency))
    return exact_sum(amounts)

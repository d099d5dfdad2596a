"""What the unit's placed orders bind, by month: the ledger that roll-ups are made from and compared with."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import TruncMonth

from commerce.procurement.models import PoLine, PurchaseOrder
from commerce.procurement.states import PLACED

BLANKET = "221"


@dataclass(frozen=True, slots=True)
class LedgerSum:
    """What orders of one month bind with one supplier in one category and currency, without tax."""

    supplier_org_id: uuid.UUID
    category_id: uuid.UUID | None
    currency: str
    amount: Decimal
    lines: int


def month_of_order(order_id: uuid.UUID) -> date | None:
    """This will give the first day of the order's month; None for an order that was never placed."""
    day = PurchaseOrder.objects.filter(id=order_id).values_list("order_date", flat=True).first()
    return day.replace(day=1) if day else None


def months_of_orders() -> list[date]:
    """This will give the months in which orders were placed, the oldest first."""
    months = (
        PurchaseOrder.objects.filter(order_date__isnull=False)
        .order_by()
        .annotate(month=TruncMonth("order_date"))
        .values_list("month", flat=True)
    )
    return sorted(set(months.distinct()))


def ledger_of_month(month: date) -> list[LedgerSum]:
    """This will sum up the placed orders of a month that begins on the given day."""
    end = (month + timedelta(days=31)).replace(day=1)
    rows: QuerySet[Any] = PoLine.objects.filter(
        order__status__in=PLACED, order__order_date__gte=month, order__order_date__lt=end
    ).exclude(order__order_type_code=BLANKET)
    sums = (
        rows.order_by()
        .values_list("order__supplier_org_gid", "category_gid", "order__currency")
        .annotate(amount=Sum("line_extension_amount"), lines=Count("id"))
    )
    return [LedgerSum(*row) for row in sums]

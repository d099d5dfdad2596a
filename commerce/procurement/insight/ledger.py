"""What the unit's receipts tell of deliveries and of how long buying takes, by month: what roll-ups are made from."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from commerce.procurement.models import GoodsReceipt
from tenants.runtime.rows import fetch_rows

DELIVERIES = """
SELECT d.supplier_org_gid, d.item_gid, d.due_date, d.received_date, d.quantity, d.accepted_quantity,
       d.receipt_line_id AS source_id
  FROM procurement_delivery_record d
 WHERE d.received_date >= %s AND d.received_date < %s
UNION ALL
SELECT o.supplier_org_gid, l.item_gid, coalesce(s.promised_date, s.requested_date), s.delivered_date,
       s.delivered_quantity, s.delivered_quantity, s.id
  FROM procurement_order o
  JOIN procurement_order_line l ON l.order_id = o.id
  JOIN procurement_order_schedule s ON s.line_id = l.id
 WHERE o.origin = 'import' AND s.delivered_quantity > 0
   AND s.delivered_date >= %s AND s.delivered_date < %s
   AND NOT EXISTS (SELECT FROM procurement_receipt r WHERE r.order_id = o.id AND r.posted_at IS NOT NULL)
"""
"""What came in a period, four days as values: deliveries of receipts, and the history that came with an import."""

_DELIVERED = "\n".join(("WITH d AS (", DELIVERIES, """)
SELECT d.supplier_org_gid, d.item_gid, sum(d.quantity),
       coalesce(sum(d.quantity) FILTER (WHERE d.due_date IS NOT NULL), 0),
       coalesce(sum(d.quantity) FILTER (WHERE d.received_date <= d.due_date), 0),
       sum(d.accepted_quantity), count(DISTINCT d.source_id)
  FROM d
 GROUP BY 1, 2 HAVING sum(d.quantity) > 0
"""))  # fmt: skip

_CYCLES = """
WITH first_goods AS (
  SELECT ol.requisition_line_id, min(r.received_date) AS received_date
    FROM procurement_receipt_line l
    JOIN procurement_receipt r ON r.id = l.receipt_id AND r.status = 'posted'
    JOIN procurement_order_line ol ON ol.id = l.order_line_id
   WHERE ol.requisition_line_id IN (
     SELECT o2.requisition_line_id FROM procurement_receipt r2
       JOIN procurement_receipt_line l2 ON l2.receipt_id = r2.id
       JOIN procurement_order_line o2 ON o2.id = l2.order_line_id
      WHERE r2.status = 'posted' AND r2.received_date >= %s AND r2.received_date < %s
        AND o2.requisition_line_id IS NOT NULL)
   GROUP BY ol.requisition_line_id)
SELECT rl.category_gid, (g.received_date - (q.submitted_at AT TIME ZONE 'UTC')::date) AS days, count(*)
  FROM first_goods g
  JOIN procurement_requisition_line rl ON rl.id = g.requisition_line_id
  JOIN procurement_requisition q ON q.id = rl.requisition_id
 WHERE q.submitted_at IS NOT NULL AND g.received_date >= %s AND g.received_date < %s
 GROUP BY 1, 2
"""

_MONTHS = """
SELECT DISTINCT date_trunc('month', received_date)::date FROM procurement_receipt WHERE posted_at IS NOT NULL
UNION
SELECT DISTINCT date_trunc('month', s.delivered_date)::date
  FROM procurement_order_schedule s
  JOIN procurement_order_line l ON l.id = s.line_id
  JOIN procurement_order o ON o.id = l.order_id
 WHERE o.origin = 'import' AND s.delivered_quantity > 0 AND s.delivered_date IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class DeliverySum:
    """A supplier's deliveries of one item in one month, in the item's unit."""

    supplier_org_id: uuid.UUID
    item_id: uuid.UUID | None
    quantity: Decimal
    due_quantity: Decimal
    in_time_quantity: Decimal
    accepted_quantity: Decimal
    lines: int


@dataclass(frozen=True, slots=True)
class CycleCount:
    """How many requisition lines of a category waited so many days for their first goods, which came in one month."""

    category_id: uuid.UUID | None
    days: int
    lines: int


def months_of_receipts() -> list[date]:
    """This will give the months in which goods came in, the oldest first."""
    return sorted(row[0] for row in fetch_rows(_MONTHS, []))


def months_of_receipt(receipt_id: uuid.UUID) -> list[date]:
    """This will give the months of all goods of the same order as the receipt's, the oldest first.

    A reversal can make goods of another month the first of their requisition line.
    """
    rows = GoodsReceipt.objects.filter(
        order_id__in=GoodsReceipt.objects.filter(id=receipt_id).values("order_id")
    )
    days = rows.filter(posted_at__isnull=False).values_list("received_date", flat=True)
    return sorted({day.replace(day=1) for day in days})


def deliveries_of_month(month: date) -> list[DeliverySum]:
    """This will sum up what came in a month that begins on the given day."""
    end = _next(month)
    return [DeliverySum(*row) for row in fetch_rows(_DELIVERED, [month, end, month, end])]


def cycles_of_month(month: date) -> list[CycleCount]:
    """This will count the requisition lines whose first goods came in a month that begins on the given day."""
    end = _next(month)
    return [CycleCount(*row) for row in fetch_rows(_CYCLES, [month, end, month, end])]


def _next(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)

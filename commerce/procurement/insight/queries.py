"""Figures from posted receipts. Each is one statement over the unit's own rows; sums are exact."""

import uuid
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from tenants.kernel.actor import Actor
from tenants.runtime.rows import fetch_rows

MAX_ROWS = 5_000

_ON_TIME = """
SELECT d.supplier_org_gid, d.item_gid, date_trunc('month', d.received_date)::date AS month,
       sum(d.quantity) AS quantity,
       sum(d.quantity) FILTER (WHERE d.due_date IS NOT NULL) AS due_quantity,
       sum(d.quantity) FILTER (WHERE d.received_date <= d.due_date) AS in_time,
       sum(d.accepted_quantity) AS accepted,
       count(DISTINCT d.receipt_line_id) AS receipt_lines
  FROM procurement_delivery_record d
 WHERE d.received_date >= %s AND d.received_date < %s
   AND (%s::uuid IS NULL OR d.supplier_org_gid = %s::uuid)
   AND (%s::uuid IS NULL OR d.item_gid = %s::uuid)
 GROUP BY 1, 2, 3
HAVING sum(d.quantity) > 0
 ORDER BY 3, 1, 2
 LIMIT %s
"""

_CYCLE = """
WITH first_goods AS (
  SELECT ol.requisition_line_id, min(r.received_date) AS received_date
    FROM procurement_receipt_line l
    JOIN procurement_receipt r ON r.id = l.receipt_id AND r.status = 'posted'
    JOIN procurement_order_line ol ON ol.id = l.order_line_id
   WHERE ol.requisition_line_id IS NOT NULL
   GROUP BY ol.requisition_line_id),
days AS (
  SELECT rl.category_gid, (g.received_date - q.submitted_at::date)::numeric AS days
    FROM first_goods g
    JOIN procurement_requisition_line rl ON rl.id = g.requisition_line_id
    JOIN procurement_requisition q ON q.id = rl.requisition_id
   WHERE q.submitted_at IS NOT NULL AND g.received_date >= %s AND g.received_date < %s)
SELECT category_gid, count(*), round(avg(days), 2),
       round((percentile_cont(0.5) WITHIN GROUP (ORDER BY days))::numeric, 2),
       round((percentile_cont(0.9) WITHIN GROUP (ORDER BY days))::numeric, 2)
  FROM days GROUP BY GROUPING SETS ((), (category_gid)) ORDER BY grouping(category_gid) DESC, 2 DESC
"""


@dataclass(frozen=True, slots=True)
class OnTime:
    """A supplier's deliveries of one item in one month, in the item's unit; shares weigh by quantity.

    `in_time_percent` is of what had a due day, None when nothing had.
    """

    supplier_org_id: uuid.UUID
    item_id: uuid.UUID | None
    month: date
    quantity: Decimal
    in_time_quantity: Decimal
    in_time_percent: Decimal | None
    accepted_percent: Decimal
    receipt_lines: int


@dataclass(frozen=True, slots=True)
class Cycle:
    """Days from the submission of a requisition line to its first goods; no category stands for all together."""

    category_id: uuid.UUID | None
    is_total: bool
    lines: int
    mean_days: Decimal
    median_days: Decimal
    p90_days: Decimal


def deliveries_in_time(
    *,
    actor: Actor,
    start: date,
    end: date,
    supplier_org_id: uuid.UUID | None = None,
    item_id: uuid.UUID | None = None,
) -> list[OnTime]:
    """This will give deliveries per supplier, item and month, received from `start` up to before `end`.

    A supplier's contact gets its own alone; nothing without the permission to see receipts.
    """
    if actor.distributor_id is not None or not actor.may("procurement.receipt.read"):
        return []
    own = actor.supplier_org_id
    if own is not None and supplier_org_id not in (None, own):
        return []
    supplier = own or supplier_org_id
    values = [start, end, supplier, supplier, item_id, item_id, MAX_ROWS]
    return [_on_time(row) for row in fetch_rows(_ON_TIME, values)]


def _on_time(row: tuple) -> OnTime:  # type: ignore[type-arg]
    supplier, item, month, quantity, due, in_time, accepted, lines = row
    in_time = in_time or Decimal(0)
    return OnTime(
        supplier, item, month, quantity, in_time, _percent(in_time, due) if due else None,
        _percent(accepted, quantity), lines,
    )  # fmt: skip


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return (part * 100 / whole).quantize(Decimal("0.01"))


def purchase_cycle(*, actor: Actor, start: date, end: date) -> list[Cycle]:
    """This will give how long buying took for goods that first came from `start` up to before `end`.

    The first entry is all together, the others are per category; nothing when nothing came, and nothing to
    partners or without the permission to see all requisitions.
    """
    partner = actor.supplier_org_id is not None or actor.distributor_id is not None
    if partner or not actor.may("procurement.requisition.read_all"):
        return []
    rows = [row for row in fetch_rows(_CYCLE, [start, end]) if row[1]]
    return [Cycle(row[0], place == 0, *row[1:]) for place, row in enumerate(rows)]

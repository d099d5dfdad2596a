"""The documents behind a figure: which deliveries made a share, which requisitions made a cycle time."""

import uuid
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from commerce.procurement.insight.ledger import DELIVERIES
from tenants.kernel.actor import Actor
from tenants.runtime.rows import fetch_rows

MOST = 200

_DELIVERED = "\n".join(("WITH d AS (", DELIVERIES, """)
SELECT r.id, r.number, o.id, o.number, d.supplier_org_gid, d.item_gid, l.description, d.due_date,
       d.received_date, sum(d.quantity), l.unit
  FROM d
  LEFT JOIN procurement_receipt_line rl ON rl.id = d.source_id
  LEFT JOIN procurement_receipt r ON r.id = rl.receipt_id
  LEFT JOIN procurement_order_schedule s ON s.id = d.source_id
  JOIN procurement_order_line l ON l.id = coalesce(rl.order_line_id, s.line_id)
  JOIN procurement_order o ON o.id = l.order_id
 WHERE (%s::uuid IS NULL OR d.supplier_org_gid = %s::uuid)
   AND (%s::uuid IS NULL OR d.item_gid = %s::uuid)
 GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, d.source_id
HAVING sum(d.quantity) > 0
 ORDER BY (d.received_date > d.due_date) DESC NULLS LAST, d.received_date - d.due_date DESC NULLS LAST, o.number
 LIMIT %s
"""))  # fmt: skip

_CYCLES = """
SELECT q.id, q.number, q.title, rl.line_no, rl.description, rl.category_gid,
       (q.submitted_at AT TIME ZONE 'UTC')::date, min(r.received_date) AS received_date
  FROM procurement_requisition q
  JOIN procurement_requisition_line rl ON rl.requisition_id = q.id
  JOIN procurement_order_line ol ON ol.requisition_line_id = rl.id
  JOIN procurement_receipt_line l ON l.order_line_id = ol.id
  JOIN procurement_receipt r ON r.id = l.receipt_id AND r.status = 'posted'
 WHERE q.submitted_at IS NOT NULL AND (%s::uuid IS NULL OR rl.category_gid = %s::uuid)
 GROUP BY q.id, rl.id
HAVING min(r.received_date) >= %s AND min(r.received_date) < %s
 ORDER BY min(r.received_date) - (q.submitted_at AT TIME ZONE 'UTC')::date DESC, q.number, rl.line_no
 LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class DeliveryDocument:
    """One delivery of one order line: its receipt, or its order alone when it came with an import."""

    receipt_id: uuid.UUID | None
    receipt_number: str | None
    order_id: uuid.UUID
    order_number: str
    supplier_org_id: uuid.UUID
    item_id: uuid.UUID | None
    description: str
    due_date: date | None
    received_date: date
    quantity: Decimal
    unit: str

    @property
    def in_time(self) -> bool | None:
        """Whether it came by its due day; None without one."""
        return None if self.due_date is None else self.received_date <= self.due_date


@dataclass(frozen=True, slots=True)
class CycleDocument:
    """One line of a requisition whose first goods have come."""

    requisition_id: uuid.UUID
    number: str
    title: str
    line_no: int
    description: str
    category_id: uuid.UUID | None
    submitted_date: date
    received_date: date

    @property
    def days(self) -> int:
        """From submission to the first goods."""
        return (self.received_date - self.submitted_date).days


def delivery_documents(
    *,
    actor: Actor,
    start: date,
    end: date,
    supplier_org_id: uuid.UUID | None = None,
    item_id: uuid.UUID | None = None,
) -> list[DeliveryDocument]:
    """This will give what came from `start` up to before `end`, the latest against its due day first.

    At most 200; nothing to partners or without the permission to see receipts.
    """
    if _is_partner(actor) or not actor.may("procurement.receipt.read"):
        return []
    narrowed = [supplier_org_id, supplier_org_id, item_id, item_id]
    return [
        DeliveryDocument(*row) for row in fetch_rows(_DELIVERED, [start, end, start, end, *narrowed, MOST])
    ]


def cycle_documents(
    *, actor: Actor, start: date, end: date, category_id: uuid.UUID | None = None
) -> list[CycleDocument]:
    """This will give requisition lines whose first goods came from `start` up to before `end`, the slowest first.

    At most 200; nothing to partners or without the permission to see all requisitions.
    """
    if _is_partner(actor) or not actor.may("procurement.requisition.read_all"):
        return []
    return [CycleDocument(*row) for row in fetch_rows(_CYCLES, [category_id, category_id, start, end, MOST])]


def _is_partner(actor: Actor) -> bool:
    return actor.supplier_org_id is not None or actor.distributor_id is not None

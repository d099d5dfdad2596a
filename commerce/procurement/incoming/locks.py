"""Guarded statements on the progress of order lines: each moves only while the limit still holds.

Callers hold the row of the order, so that its axes are computed from what is committed; the guards hold
without it too.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenants.runtime.rows import fetch_rows

_ENSURE = """
INSERT INTO procurement_line_progress (
  order_line_id, accepted_quantity, rejected_quantity, quarantined_quantity, returned_quantity,
  returned_rejected_quantity, invoiced_quantity)
SELECT id, 0, 0, 0, 0, 0, 0 FROM unnest(%s::uuid[]) AS t (id) ORDER BY id
ON CONFLICT (order_line_id) DO NOTHING
"""

_MOVE_GOODS = """
UPDATE procurement_line_progress AS p
   SET accepted_quantity = p.accepted_quantity + d.accepted,
       rejected_quantity = p.rejected_quantity + d.rejected,
       quarantined_quantity = p.quarantined_quantity + d.quarantined,
       returned_quantity = p.returned_quantity + d.returned,
       returned_rejected_quantity = p.returned_rejected_quantity + d.returned_rejected
  FROM unnest(%s::uuid[], %s::numeric[], %s::numeric[], %s::numeric[], %s::numeric[], %s::numeric[])
         AS d (id, accepted, rejected, quarantined, returned, returned_rejected)
  JOIN procurement_order_line AS l ON l.id = d.id
 WHERE p.order_line_id = d.id
   AND (d.accepted + d.quarantined - d.returned <= 0
        OR (p.accepted_quantity + p.quarantined_quantity - p.returned_quantity
            + d.accepted + d.quarantined - d.returned) * 100 <= l.quantity * (100 + %s::numeric))
RETURNING p.order_line_id
"""

_BOOK = """
UPDATE procurement_line_progress AS p
   SET invoiced_quantity = p.invoiced_quantity + d.quantity
  FROM unnest(%s::uuid[], %s::numeric[]) AS d (id, quantity)
  JOIN procurement_order_line AS l ON l.id = d.id
 WHERE p.order_line_id = d.id
   AND p.invoiced_quantity + d.quantity >= 0
   AND (d.quantity <= 0
        OR (p.invoiced_quantity + d.quantity) * 100 <= l.quantity * (100 + %s::numeric))
RETURNING p.order_line_id
"""

_RECEIPT_AXIS = """
UPDATE procurement_order AS o
   SET receipt = s.axis
  FROM (
    SELECT CASE
      WHEN bool_and((coalesce(p.accepted_quantity + p.quarantined_quantity - p.returned_quantity, 0)) * 100
                    >= l.quantity * (100 - %s::numeric)) THEN 'full'
      WHEN coalesce(sum(p.rejected_quantity - p.returned_rejected_quantity), 0) > 0 THEN 'exception'
      WHEN coalesce(sum(p.accepted_quantity + p.quarantined_quantity - p.returned_quantity), 0) > 0
        THEN 'partial'
      ELSE 'none' END AS axis
      FROM procurement_order_line l
      LEFT JOIN procurement_line_progress p ON p.order_line_id = l.id
     WHERE l.order_id = %s) AS s
 WHERE o.id = %s
RETURNING o.receipt
"""

_INVOICE_AXIS = """
UPDATE procurement_order AS o
   SET invoice = s.axis
  FROM (
    SELECT CASE
      WHEN EXISTS (SELECT 1 FROM procurement_invoice i
                    WHERE i.order_id = %s AND i.status = 'exception') THEN 'exception'
      WHEN bool_and(coalesce(p.invoiced_quantity, 0) * 100 >= l.quantity * (100 - %s::numeric)) THEN 'full'
      WHEN coalesce(sum(p.invoiced_quantity), 0) > 0 THEN 'partial'
      ELSE 'none' END AS axis
      FROM procurement_order_line l
      LEFT JOIN procurement_line_progress p ON p.order_line_id = l.id
     WHERE l.order_id = %s) AS s
 WHERE o.id = %s
RETURNING o.invoice
"""

_PAYMENT_AXIS = """
UPDATE procurement_order AS o
   SET payment = CASE
     WHEN NOT EXISTS (SELECT 1 FROM procurement_invoice i WHERE i.order_id = o.id AND i.status = 'paid')
       THEN 'none'
     WHEN o.invoice = 'full' AND NOT EXISTS (
       SELECT 1 FROM procurement_invoice i
        WHERE i.order_id = o.id AND i.status NOT IN ('paid', 'rejected')) THEN 'full'
     ELSE 'partial' END
 WHERE o.id = ANY (%s::uuid[])
"""


@dataclass(frozen=True, slots=True)
class GoodsMove:
    """What goods do to one order line; below zero takes back."""

    order_line_id: uuid.UUID
    accepted: Decimal = Decimal(0)
    rejected: Decimal = Decimal(0)
    quarantined: Decimal = Decimal(0)
    returned: Decimal = Decimal(0)
    returned_rejected: Decimal = Decimal(0)


def move_goods(moves: Sequence[GoodsMove], *, over_percent: Decimal) -> set[uuid.UUID]:
    """This will move the goods of order lines, one move a line; gives the ids that moved.

    A line that would keep more than its quantity and the tolerance stays; one that would fall below zero
    fails in the database.
    """
    ordered = sorted(moves, key=lambda move: move.order_line_id)
    ids = [move.order_line_id for move in ordered]
    fetch_rows(_ENSURE, [ids])
    parts = ("accepted", "rejected", "quarantined", "returned", "returned_rejected")
    columns = [[getattr(move, part) for move in ordered] for part in parts]
    return {row[0] for row in fetch_rows(_MOVE_GOODS, [ids, *columns, over_percent])}


def book_invoiced(quantities: dict[uuid.UUID, Decimal], *, over_percent: Decimal) -> set[uuid.UUID]:
    """This will add to, or below zero take from, the invoiced quantities; gives the ids that moved.

    A line is never invoiced beyond its ordered quantity and the tolerance, nor below nothing.
    """
    wanted = sorted(quantities.items())
    if not wanted:
        return set()
    ids = [key for key, _ in wanted]
    fetch_rows(_ENSURE, [ids])
    return {row[0] for row in fetch_rows(_BOOK, [ids, [value for _, value in wanted], over_percent])}


def settle_receipt_axis(*, order_id: uuid.UUID, under_percent: Decimal) -> str:
    """This will bring the order's receipt axis to what its lines' progress says, and give it."""
    return fetch_rows(_RECEIPT_AXIS, [under_percent, order_id, order_id])[0][0]


def settle_invoice_axis(*, order_id: uuid.UUID, under_percent: Decimal) -> str:
    """This will bring the order's invoice axis to what its lines' progress and invoices say, and give it."""
    return fetch_rows(_INVOICE_AXIS, [order_id, under_percent, order_id, order_id])[0][0]


def settle_payment_axes(order_ids: Sequence[uuid.UUID]) -> None:
    """This will bring the orders' payment axes to what their invoices say."""
    fetch_rows(_PAYMENT_AXIS, [sorted(set(order_ids))])

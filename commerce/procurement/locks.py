"""Guarded statements: each changes rows only while what it relies on still holds, and says what it changed."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from tenants.runtime.rows import fetch_rows
from tenants.runtime.scope import current_scope

_TAKE = """
UPDATE procurement_requisition_line AS l
   SET ordered_quantity = l.ordered_quantity + d.quantity
  FROM (SELECT * FROM unnest(%s::uuid[], %s::numeric[]) AS t (id, quantity)) AS d
 WHERE l.id = d.id AND l.ordered_quantity + d.quantity BETWEEN 0 AND l.quantity
RETURNING l.id
"""

_ISSUE = """
UPDATE procurement_order
   SET status = 'issued', issued_at = %s, issue_recorded_at = clock_timestamp(),
       order_date = (%s::timestamptz AT TIME ZONE (
         SELECT time_zone FROM public.directory_business_unit WHERE id = %s
       ))::date,
       version = version + 1, updated_at = now()
 WHERE id = %s AND version = %s AND status = 'approved' AND approval_basis <> ''
   AND approved_hash = content_hash AND NOT buyer_hold AND NOT sanction_hold
RETURNING version
"""

_ISSUE_IMPORTED = """
UPDATE procurement_order
   SET status = 'issued', issued_at = coalesce(issued_at, %s), issue_recorded_at = clock_timestamp()
 WHERE id = ANY (%s::uuid[]) AND status = 'approved' AND origin = 'import'
"""

_TO_APPROVAL = """
UPDATE procurement_order SET status = 'in_approval', version = version + 1, updated_at = now()
 WHERE id = %s AND status = 'draft'
"""


_BOOKS = "SELECT closed_until_date FROM procurement_setting WHERE id = 1 FOR SHARE"


def books_closed_until() -> date | None:
    """This will give the day up to which the unit's books are closed; nobody moves it before the commit."""
    rows = fetch_rows(_BOOKS, [])
    return rows[0][0] if rows else None


def to_approval(order_id: uuid.UUID) -> None:
    """This will send a draft, whose row the caller holds, into approval."""
    fetch_rows(_TO_APPROVAL, [order_id])


def take_quantities(changes: Mapping[uuid.UUID, Decimal]) -> set[uuid.UUID]:
    """This will add each change to the ordered quantity of its requisition line, below zero to give back.

    A line moves only while it stays between nothing and its quantity. Gives the ids that moved; the caller
    holds the rows of the requisitions and refuses when one is missing.
    """
    wanted = sorted((key, value) for key, value in changes.items() if value)
    if not wanted:
        return set()
    rows = fetch_rows(_TAKE, [[key for key, _ in wanted], [value for _, value in wanted]])
    return {row[0] for row in rows}


def issue_approved(*, order_id: uuid.UUID, version: int, at: datetime) -> int | None:
    """This will issue an order that is approved as it stands, at that version, and not on hold.

    Gives the new version, or None when any of it does not hold. The order has the day of the unit's calendar; the
    database notes its own clock.
    """
    rows = fetch_rows(_ISSUE, [at.isoformat(), at.isoformat(), current_scope().unit_id, order_id, version])
    return rows[0][0] if rows else None


def issue_imported(*, order_ids: Sequence[uuid.UUID], at: datetime) -> None:
    """This will issue imported orders that still run; the sanction trigger looks at each."""
    if not order_ids:
        return
    fetch_rows(_ISSUE_IMPORTED, [at, list(order_ids)])


_CALL_OFF = """
UPDATE procurement_order
   SET called_off_amount = called_off_amount + %s
 WHERE id = %s AND order_type_code = '221'
   AND called_off_amount + %s BETWEEN 0 AND ceiling_amount
   AND (%s::date IS NULL OR (status = 'issued' AND NOT buyer_hold AND NOT sanction_hold
        AND %s::date BETWEEN coalesce(valid_from_date, '-infinity') AND coalesce(valid_until_date, 'infinity')))
RETURNING id
"""


def take_from_ceiling(*, blanket_id: uuid.UUID, amount: Decimal, on_date: date | None) -> bool:
    """This will count an amount against a blanket order's ceiling, below zero to give back; tells if it was.

    It never passes the ceiling, also under parallel callers. With `on_date` the order must be in force that
    day. The statement locks the blanket order's row until the commit.
    """
    return bool(fetch_rows(_CALL_OFF, [amount, blanket_id, amount, on_date, on_date]))

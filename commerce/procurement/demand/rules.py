"""What changed or cancelled demand may do to the requisition line that asks for it."""

from collections.abc import Collection
from decimal import Decimal

EDITABLE = ("draft", "returned")
AMENDS, REOPENS = "amends", "reopens"
MOVING = frozenset({"currency", "cost_centre"})
"""Fields of the requisition's head: a line whose demand changes them moves to another requisition."""
NOT_IN_HASH = frozenset({"need_by_date"})
"""Fields that an approval does not answer for."""

ANEW = ("REJECTED", "CANCELLED", "DROPPED")
"""After these a person may let the demand begin anew, with another line."""


def verdict(*, status: str, line_ordered: Decimal, any_ordered: bool, changed: Collection[str]) -> str:
    """This will say whether a change of these fields amends the line, re-opens the approval, or why a person decides.

    `changed` names fields of demand; `cancelled` among them takes the line away.
    """
    if status in EDITABLE:
        return AMENDS
    if status in ("submitted", "in_approval"):
        return "IN_APPROVAL"
    if status in ("rejected", "cancelled"):
        return status.upper()
    if status in ("ordered", "closed") or line_ordered > 0:
        return "ORDERED"
    if status == "sourcing":
        return "IN_SOURCING"
    if set(changed) <= NOT_IN_HASH:
        return AMENDS
    return "PARTLY_ORDERED" if any_ordered else REOPENS

"""Small derived words and figures of documents."""

from datetime import date
from decimal import Decimal


def line_axis(quantity: Decimal, ordered: Decimal) -> str:
    """This will say how far a requisition line is ordered: open, part or ordered."""
    if ordered == 0:
        return "open"
    return "ordered" if ordered >= quantity else "part"


def payable(total: Decimal, tax: Decimal, currency: str) -> dict[str, object]:
    """This will give the amount to pay with its currency."""
    return {"amount": total + tax, "currency": currency}


def days_late(promised: date | None, delivered: date | None) -> int | None:
    """This will give the days from the promised to the actual delivery: below zero is early, None unknown."""
    if promised is None or delivered is None:
        return None
    return (delivered - promised).days

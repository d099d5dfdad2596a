"""Small derived words and figures of documents."""

import uuid
from datetime import date
from decimal import Decimal

from tenants.kernel.actor import Actor
from tenants.runtime import files


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


def document_url(file_id: uuid.UUID | None, *, actor: Actor) -> str | None:
    """This will make a short-lived address of a file, for this actor alone; None while there is none."""
    return None if file_id is None else files.link(file_id=file_id, actor=actor)

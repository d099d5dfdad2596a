"""Small derived words and figures of documents."""

import uuid
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from commerce.procurement.invoicing.queries import pictures_of
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


def picture_urls(*, actor: Actor, keys: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """This will make short-lived addresses of the pictures that were found clean, by their invoices."""
    return {
        key: files.link(file_id=row.clean_file_id, actor=actor)
        for key, row in pictures_of(actor=actor, keys=keys).items()
        if row.clean_file_id is not None
    }


def picture_scans(*, actor: Actor, keys: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """This will say of each invoice's picture whether the scanner found it clean."""
    return {key: row.scan for key, row in pictures_of(actor=actor, keys=keys).items()}

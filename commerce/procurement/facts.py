"""What approval flows may ask of a requisition or an order."""

import uuid
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from commerce.masterdata.queries import categories_visible_to
from commerce.masterdata.services.fx import convert
from commerce.procurement.unit import this_unit
from tenants.kernel.actor import Actor


def approval_facts(
    *,
    actor: Actor,
    amount: Decimal,
    currency: str,
    categories: Iterable[uuid.UUID | None],
    cost_centre: str,
    suppliers: Iterable[uuid.UUID],
    at: datetime,
) -> dict[str, object]:
    """This will gather the facts: the amount in the unit's currency at the day of `at`, category codes with
    those of their parents, cost centre, suppliers.

    Raises RateMissing when no exchange rate leads to the unit's currency.
    """
    target = this_unit().currency
    return {
        "amount": convert(amount=amount, source=currency, target=target, on_date=at.date()),
        "category": sorted(_codes(actor, {c for c in categories if c is not None})),
        "cost_centre": cost_centre,
        "supplier": sorted({str(supplier) for supplier in suppliers}),
    }


def _codes(actor: Actor, ids: set[uuid.UUID]) -> set[str]:
    if not ids:
        return set()
    rows = categories_visible_to(actor=actor)
    chosen = rows.filter(id__in=ids).values_list("id", "code", "path")
    codes = {code for _, code, _ in chosen}
    parents = {parent for _, _, path in chosen for parent in path} - ids
    if parents:
        codes.update(rows.filter(id__in=parents).values_list("code", flat=True))
    return codes

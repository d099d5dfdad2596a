"""Recommends lines for a requisition, and says what it left out and why."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from commerce.masterdata.queries import (
    items_visible_to,
    supplier_register_visible_to,
    supplier_with_blocking_sanction,
)
from commerce.procurement.recommending.history import (
    Past,
    Purchase,
    last_purchases,
    past_of,
    usual_quantities,
)
from commerce.procurement.recommending.ranking import ranked
from tenants.kernel.actor import Actor
from tenants.runtime.guard import require

MOST = 50
SPARE = 20
"""Looked at beyond those asked for, to fill the places of what is left out."""


@dataclass(frozen=True, slots=True)
class About:
    """An item's words."""

    sku: str
    name: str
    unit: str
    category_id: uuid.UUID | None


@dataclass(frozen=True, slots=True)
class RecommendedLine:
    """One line: the item, the usual quantity in `unit`, the latest price and supplier, and why it is here."""

    item_id: uuid.UUID
    sku: str
    name: str
    quantity: Decimal
    unit: str
    unit_price: Decimal | None
    currency: str
    supplier_org_id: uuid.UUID | None
    supplier_name: str
    times: int
    own_times: int
    last_date: date


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item that would have stood here: `reason` is item_archived or supplier_sanctioned."""

    item_id: uuid.UUID
    sku: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Recommendations:
    """The lines, the likeliest first, and what was left out."""

    lines: tuple[RecommendedLine, ...]
    left_out: tuple[LeftOut, ...]


def requisition_recommend(
    *, actor: Actor, cost_centre: str = "", first: int = 20, at: datetime
) -> Recommendations:
    """This will recommend up to `first` lines (50 at most) for a new requisition of the actor.

    From two years of the unit's own history. Archived items, and items whose suppliers may all not be ordered
    from, are left out and named. Raises Forbidden.
    """
    require(actor, "procurement.requisition.create")
    past = past_of(requester_key=actor.key, cost_centre=cost_centre, on=at.date())
    wanted = max(0, min(first, MOST))
    likely = ranked({item: each.use for item, each in past.items()}, most=wanted + SPARE)
    items = _about(actor, likely)
    purchases = last_purchases(item_ids=likely)
    sanctioned = _sanctioned(actor, purchases)
    usual = usual_quantities(item_ids=likely, requester_key=actor.key, cost_centre=cost_centre)
    lines: list[RecommendedLine] = []
    left_out: list[LeftOut] = []
    for item in likely:
        if len(lines) == wanted:
            break
        if item not in items:
            continue
        about, status = items[item]
        from_whom = _allowed(actor, purchases.get(item, []), sanctioned, about.category_id, at)
        if status != "active":
            left_out.append(LeftOut(item, about.sku, about.name, "item_archived"))
        elif purchases.get(item) and from_whom is None:
            left_out.append(LeftOut(item, about.sku, about.name, "supplier_sanctioned"))
        else:
            lines.append(_line(item, about, past[item], usual[item], from_whom))
    return Recommendations(tuple(lines), tuple(left_out))


def _about(actor: Actor, items: list[uuid.UUID]) -> dict[uuid.UUID, tuple[About, str]]:
    rows = items_visible_to(actor).filter(id__in=items)
    return {
        item: (About(sku, name, unit, category), status)
        for item, sku, name, unit, category, status in rows.values_list(
            "id", "sku", "name", "base_uom", "category_id", "status"
        )
    }


def _sanctioned(actor: Actor, purchases: dict[uuid.UUID, list[Purchase]]) -> set[uuid.UUID]:
    """The suppliers under any sanction; only these are asked about one by one."""
    suppliers = {p.supplier_org_id for each in purchases.values() for p in each}
    rows = supplier_register_visible_to(actor).filter(id__in=suppliers)
    return {row.id for row in rows if row.sanctioned}  # type: ignore[attr-defined]


def _allowed(
    actor: Actor,
    purchases: list[Purchase],
    sanctioned: set[uuid.UUID],
    category_id: uuid.UUID | None,
    at: datetime,
) -> Purchase | None:
    """The newest purchase from a supplier that may be ordered from."""
    for purchase in purchases:
        if purchase.supplier_org_id not in sanctioned:
            return purchase
        found = supplier_with_blocking_sanction(
            actor=actor, supplier_org_id=purchase.supplier_org_id, action="issue",
            category_ids=[category_id], unit_id=actor.unit_id, at=at,
        )  # fmt: skip
        if found is not None and found.blocking_id is None:  # type: ignore[attr-defined]
            return purchase
    return None


def _line(
    item: uuid.UUID, about: About, past: Past, quantity: Decimal, purchase: Purchase | None
) -> RecommendedLine:
    return RecommendedLine(
        item_id=item,
        sku=about.sku,
        name=about.name,
        quantity=quantity,
        unit=about.unit,
        unit_price=purchase.unit_price if purchase else None,
        currency=purchase.currency if purchase else "",
        supplier_org_id=purchase.supplier_org_id if purchase else None,
        supplier_name=purchase.supplier_name if purchase else "",
        times=past.times,
        own_times=past.own_times,
        last_date=past.last_date,
    )

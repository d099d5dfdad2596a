"""Deliveries in time, from the units' roll-ups, in one statement."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from django.db.models import Max, QuerySet, Sum

from commerce.analytics.models import DeliveryRollup
from commerce.analytics.naming import MOST_ROWS, names_of, whole_months
from tenants.kernel.actor import Actor
from tenants.runtime.guard import require

DeliveryDimension = Literal["unit", "supplier", "item", "month"]
COLUMNS: Mapping[str, str] = {
    "unit": "unit_id", "supplier": "supplier_org_id", "item": "item_id", "month": "month_date",
}  # fmt: skip
PERCENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class DeliveryFilter:
    """Whose deliveries are asked for: whole months from `since` until `until`, both included."""

    since: date
    until: date
    unit_ids: Sequence[uuid.UUID] = ()
    supplier_org_ids: Sequence[uuid.UUID] = ()
    item_ids: Sequence[uuid.UUID] = ()


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """Deliveries of one key; shares are weighed by quantity.

    `in_time_percent` is of what had a due day, None when nothing had.
    """

    keys: tuple[uuid.UUID | date | None, ...]
    names: tuple[tuple[str, str, str], ...]
    due_quantity: Decimal
    in_time_quantity: Decimal
    in_time_percent: Decimal | None
    accepted_percent: Decimal
    lines: int


@dataclass(frozen=True, slots=True)
class Deliveries:
    """The rows, those with the most lines first (months in their order), and all together."""

    total: DeliveryRow | None
    rows: tuple[DeliveryRow, ...] = ()
    refreshed_at: datetime | None = field(default=None)


def delivery_rollups_visible_to(actor: Actor) -> QuerySet[DeliveryRollup]:
    """This will give the group's roll-ups to HQ, a unit its own; none to partners."""
    rows = DeliveryRollup.objects.filter(group_id=actor.group_id)
    if actor.supplier_org_id is not None or actor.distributor_id is not None:
        return rows.none()
    return rows if actor.unit_id is None else rows.filter(unit_id=actor.unit_id)


def deliveries(*, actor: Actor, by: Sequence[DeliveryDimension], of: DeliveryFilter) -> Deliveries:
    """This will sum up deliveries by one or more dimensions, e.g. supplier, item and month.

    Raises Forbidden, and Invalid for an empty period or one of more than fifty years.
    """
    require(actor, "analytics.delivery.read")
    rows = _filtered(actor, of, *whole_months(of.since, of.until)).order_by()
    sums = {
        "due": Sum("due_quantity"), "in_time": Sum("in_time_quantity"), "accepted": Sum("accepted_quantity"),
        "all": Sum("quantity"), "lines": Sum("line_count"), "at": Max("refreshed_at"),
    }  # fmt: skip
    columns = [COLUMNS[each] for each in by]
    order = columns if tuple(by) == ("month",) else ["-lines", *columns]
    found = list(rows.values_list(*columns).annotate(**sums).order_by(*order)[:MOST_ROWS])
    total = rows.aggregate(**sums)
    width = len(columns)
    names = [names_of(actor, each, {row[place] for row in found}) for place, each in enumerate(by)]
    return Deliveries(
        total=_row((), (), tuple(total[name] for name in sums)) if total["lines"] else None,
        rows=tuple(
            _row(
                row[:width],
                tuple(known.get(key, ("", "", "")) for known, key in zip(names, row[:width], strict=True)),
                row[width:],
            )
            for row in found
        ),
        refreshed_at=total["at"],
    )


def _row(keys: tuple[Any, ...], names: tuple[Any, ...], sums: tuple[Any, ...]) -> DeliveryRow:
    due, in_time, accepted, every, lines, _ = sums
    return DeliveryRow(
        keys, names, due, in_time, _percent(in_time, due) if due else None, _percent(accepted, every), lines
    )


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return (part * 100 / whole).quantize(PERCENT)


def _filtered(actor: Actor, of: DeliveryFilter, since: date, until: date) -> QuerySet[Any]:
    rows: QuerySet[Any] = delivery_rollups_visible_to(actor)
    rows = rows.filter(month_date__gte=since, month_date__lte=until)
    for column, ids in (
        ("unit_id", of.unit_ids), ("supplier_org_id", of.supplier_org_ids), ("item_id", of.item_ids),
    ):  # fmt: skip
        if ids:
            rows = rows.filter((f"{column}__in", list(ids)))
    return rows

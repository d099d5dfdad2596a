"""How long buying takes, from the units' roll-ups, in one statement: exact means, medians and percentiles."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from django.db.models import Max, QuerySet, Sum

from commerce.analytics.models import CycleRollup
from commerce.analytics.naming import MOST_ROWS, Name, names_of, whole_months
from tenants.kernel.actor import Actor
from tenants.runtime.guard import require

CycleDimension = Literal["unit", "category", "month"]
COLUMNS: Mapping[str, str] = {"unit": "unit_id", "category": "category_id", "month": "month_date"}
CENT = Decimal("0.01")
HALF, NINE_TENTHS = Decimal("0.5"), Decimal("0.9")


@dataclass(frozen=True, slots=True)
class CycleFilter:
    """Whose cycles are asked for: goods of whole months from `since` until `until`, both included."""

    since: date
    until: date
    unit_ids: Sequence[uuid.UUID] = ()
    category_ids: Sequence[uuid.UUID] = ()


@dataclass(frozen=True, slots=True)
class CycleRow:
    """Days from submission to first goods, of one unit, category or month."""

    key: uuid.UUID | date | None
    name: Name
    lines: int
    mean_days: Decimal
    median_days: Decimal
    p90_days: Decimal


@dataclass(frozen=True, slots=True)
class CycleTimes:
    """The rows, those with the most lines first (months in their order), and all together."""

    total: CycleRow | None
    rows: tuple[CycleRow, ...]
    refreshed_at: datetime | None


def cycle_rollups_visible_to(actor: Actor) -> QuerySet[CycleRollup]:
    """This will give the group's roll-ups to HQ, a unit its own; none to partners."""
    rows = CycleRollup.objects.filter(group_id=actor.group_id)
    if actor.supplier_org_id is not None or actor.distributor_id is not None:
        return rows.none()
    return rows if actor.unit_id is None else rows.filter(unit_id=actor.unit_id)


def cycle_times(*, actor: Actor, by: CycleDimension, of: CycleFilter) -> CycleTimes:
    """This will measure purchase cycles in one dimension.

    Raises Forbidden, and Invalid for an empty period or one of more than fifty years.
    """
    require(actor, "analytics.cycle.read")
    since, until = whole_months(of.since, of.until)
    rows: QuerySet[Any] = cycle_rollups_visible_to(actor).filter(month_date__gte=since, month_date__lte=until)
    if of.unit_ids:
        rows = rows.filter(unit_id__in=list(of.unit_ids))
    if of.category_ids:
        rows = rows.filter(category_id__in=list(of.category_ids))
    grouped = rows.order_by().values_list(COLUMNS[by], "day_count")
    counted: dict[Any, dict[int, int]] = defaultdict(dict)
    every: dict[int, int] = defaultdict(int)
    newest: datetime | None = None
    for key, days, lines, at in grouped.annotate(lines=Sum("line_count"), at=Max("refreshed_at")):
        counted[key][days] = lines
        every[days] += lines
        newest = at if newest is None else max(newest, at)
    names = names_of(actor, by, counted)
    found = [_row(key, names.get(key, ("", "", "")), days) for key, days in counted.items()]
    found.sort(key=(lambda row: str(row.key)) if by == "month" else (lambda row: (-row.lines, str(row.key))))
    total = _row(None, ("", "", ""), every) if every else None
    return CycleTimes(total, tuple(found[:MOST_ROWS]), newest)


def _row(key: Any, name: Name, counts: Mapping[int, int]) -> CycleRow:
    lines = sum(counts.values())
    mean = Decimal(sum(days * count for days, count in counts.items())) / lines
    ordered = sorted(counts.items())
    return CycleRow(
        key, name, lines, mean.quantize(CENT), percentile(ordered, HALF), percentile(ordered, NINE_TENTHS)
    )


def percentile(counts: Sequence[tuple[int, int]], share: Decimal) -> Decimal:
    """This will give the value below which a share lies, interpolated as PostgreSQL's percentile_cont does.

    `counts` are values with how often each occurs, in ascending order.
    """
    place = share * (sum(count for _, count in counts) - 1)
    below = int(place)
    low, high = _at(counts, below), _at(counts, min(below + 1, sum(count for _, count in counts) - 1))
    return (low + (high - low) * (place - below)).quantize(CENT)


def _at(counts: Sequence[tuple[int, int]], place: int) -> int:
    passed = 0
    for value, count in counts:
        passed += count
        if place < passed:
            return value
    return counts[-1][0]

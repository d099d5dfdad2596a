"""Availability from raw probes, and from closed months once those are gone."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Max, Q, QuerySet

from tenants.accounts.services.scopes import in_scope
from tenants.operations.models import AvailabilityMonth, Maintenance, Probe
from tenants.operations.sla import Availability, Budget, budget_of, month_before, month_of
from tenants.runtime.scope import ACCOUNTS, current_scope

Window = tuple[datetime, datetime]

FRESH = timedelta(minutes=5)
"""Older probes tell nothing of now."""


@dataclass(frozen=True, slots=True)
class UnitMonth:
    """One unit's month."""

    unit_id: uuid.UUID
    month_date: date
    availability: Availability
    budget: Budget
    closed: bool


def windows_between(start: datetime, end: datetime) -> list[Window]:
    """This will give the maintenance that takes minutes off a period: announced before it began, not withdrawn.

    Read under the accounts role where the surrounding one may not.
    """
    if current_scope().kind in ("group", "unit"):
        with in_scope(ACCOUNTS):
            return windows_between(start, end)
    rows = Maintenance.objects.filter(withdrawn_at=None, starts_at__lt=end, ends_at__gt=start)
    return [(row.starts_at, row.ends_at) for row in rows if row.announced_at < row.starts_at]


def counted(windows: Sequence[Window]) -> dict[str, Count]:
    """This will give the aggregates over probes: observed, failed outside and all inside the windows."""
    inside = Q(pk__in=[])
    for start, end in windows:
        inside |= Q(minute_at__gte=start, minute_at__lt=end)
    return {
        "observed": Count("id"),
        "failed": Count("id", filter=Q(answered=False) & ~inside),
        "excluded": Count("id", filter=inside),
    }


def probes_between(start: datetime, end: datetime) -> QuerySet[Probe]:
    """This will give the raw probes of a period."""
    return Probe.objects.filter(minute_at__gte=start, minute_at__lt=end)


def availability_between(
    *, start: datetime, end: datetime, group_id: uuid.UUID | None = None
) -> dict[uuid.UUID, Availability]:
    """This will reckon each unit's availability of a period from its raw probes."""
    rows = probes_between(start, end)
    rows = rows if group_id is None else rows.filter(group_id=group_id)
    sums: Any = rows.values("unit_id").annotate(**counted(windows_between(start, end))).order_by("unit_id")
    return {row["unit_id"]: Availability(row["observed"], row["failed"], row["excluded"]) for row in sums}


def unit_months(*, group_id: uuid.UUID, at: datetime, months: int = 3) -> list[UnitMonth]:
    """This will give the availability of a group's units, this month first: closed months as they were closed."""
    found: list[UnitMonth] = []
    day = at.date().replace(day=1)
    for _ in range(months):
        found += _month(group_id, day)
        day = month_before(day)
    return found


def _month(group_id: uuid.UUID, day: date) -> list[UnitMonth]:
    start, end, days = month_of(day)
    kept = AvailabilityMonth.objects.filter(group_id=group_id, month_date=day).order_by("unit_id")
    closed = {row.unit_id: Availability(row.observed, row.failed, row.excluded) for row in kept}
    raw = {} if closed else availability_between(start=start, end=end, group_id=group_id)
    return [
        UnitMonth(unit_id, day, minutes, budget_of(days, minutes.failed), bool(closed))
        for unit_id, minutes in (closed or raw).items()
    ]


def overall(parts: Sequence[Availability]) -> Decimal | None:
    """This will give the availability of several units together, in per cent."""
    return Availability(
        sum(p.observed for p in parts), sum(p.failed for p in parts), sum(p.excluded for p in parts)
    ).percent


def units_answer(*, at: datetime) -> str:
    """This will tell which units gave a right answer to their newest probe: all, some or none.

    Unknown where no probe is fresh. Of the whole service, naming nobody; in the accounts or the operator's scope.
    """
    newest = (
        Probe.objects.filter(minute_at__gt=at - FRESH, minute_at__lte=at)
        .values("unit_id")
        .annotate(last_at=Max("minute_at"), right_at=Max("minute_at", filter=Q(answered=True)))
    )
    found = newest.aggregate(asked=Count("unit_id"), right=Count("unit_id", filter=Q(right_at=F("last_at"))))
    if not found["asked"]:
        return "unknown"
    if found["right"] == found["asked"]:
        return "all"
    return "some" if found["right"] else "none"


def lately(*, group_id: uuid.UUID, at: datetime) -> Decimal | None:
    """This will give a group's availability over the last 30 days; None when nothing was observed."""
    start = at - timedelta(days=30)
    return overall(list(availability_between(start=start, end=at, group_id=group_id).values()))

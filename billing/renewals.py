"""Cohorts: how much of what groups began to pay they still pay, gross and net (docs/algorithms/renewal.md)."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from billing.models import RevenueMonth, Subscription
from tenants.directory.queries import existing_group_ids

ALERT_BELOW = Decimal(80)
PAYING = ("active", "past_due")


@dataclass(frozen=True, slots=True)
class Revenue:
    """What a group pays in one month; minor units of a currency."""

    group_id: uuid.UUID
    month_date: date
    currency: str
    monthly_minor: Decimal


@dataclass(frozen=True, slots=True)
class CohortMonth:
    """A cohort `age` months after it began. Rates in per cent to one place; minor units a month."""

    age: int
    groups_left: int
    revenue_minor: Decimal
    gross: Decimal
    net: Decimal


@dataclass(frozen=True, slots=True)
class Cohort:
    """The groups that first paid in one month and currency. `months` begins with the month after."""

    start_date: date
    currency: str
    groups: int
    start_minor: Decimal
    months: tuple[CohortMonth, ...]

    @property
    def alert(self) -> bool:
        """Whether either rate of the last month is below the bar."""
        return bool(self.months) and min(self.months[-1].gross, self.months[-1].net) < ALERT_BELOW


def cohorts(rows: Iterable[Revenue], *, until: date) -> list[Cohort]:
    """This will put groups into cohorts by the month and currency of their first revenue, newest first.

    Gross renewal counts of each group at most what it began with; net counts what it pays now. A group that pays
    in another currency, or of which a month has no row, counts as gone in that month. `until` is the last month.
    """
    paid: dict[uuid.UUID, dict[date, Revenue]] = {}
    for row in rows:
        paid.setdefault(row.group_id, {})[row.month_date] = row
    begun: dict[tuple[date, str], list[dict[date, Revenue]]] = {}
    for months in paid.values():
        first = min((row for row in months.values() if row.monthly_minor > 0), key=_month, default=None)
        if first is not None:
            begun.setdefault((first.month_date, first.currency), []).append(months)
    return [
        _cohort(start, currency, members, until)
        for (start, currency), members in sorted(
            begun.items(), key=lambda item: (-_ordinal(item[0][0]), item[0][1])
        )
    ]


def _cohort(start: date, currency: str, members: list[dict[date, Revenue]], until: date) -> Cohort:
    began = [member[start].monthly_minor for member in members]
    total = sum(began, Decimal(0))
    months = []
    for age in range(1, _ordinal(until) - _ordinal(start) + 1):
        day = _later(start, age)
        now = [_paid(member, day, currency) for member in members]
        kept = sum((min(then, later) for then, later in zip(began, now, strict=True)), Decimal(0))
        revenue = sum(now, Decimal(0))
        left = sum(1 for amount in now if amount > 0)
        months.append(CohortMonth(age, left, revenue, _rate(kept, total), _rate(revenue, total)))
    return Cohort(start, currency, len(members), total, tuple(months))


def _paid(member: dict[date, Revenue], day: date, currency: str) -> Decimal:
    row = member.get(day)
    return row.monthly_minor if row is not None and row.currency == currency else Decimal(0)


def _rate(part: Decimal, whole: Decimal) -> Decimal:
    return (100 * part / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _month(row: Revenue) -> date:
    return row.month_date


def _ordinal(day: date) -> int:
    return day.year * 12 + day.month


def _later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def monthly_minor(subscription: Subscription) -> Decimal:
    """This will give what a subscription pays a month now; zero for trials and those that lapsed."""
    if subscription.status not in PAYING or subscription.paid_since_at is None:
        return Decimal(0)
    period = Decimal(subscription.base_minor + subscription.seats * subscription.seat_minor)
    return period if subscription.interval == "month" else (period / 12).quantize(Decimal("0.0001"))


def take_revenue(*, at: datetime) -> int:
    """This will keep what every subscription pays in this month, in the platform's scope; gives how many.

    Those that never paid have no row; those that paid before and left have one of zero. The contract of a deleted
    group is kept by law and counts no more: what it paid stays under an id that leads nowhere.
    """
    month = at.date().replace(day=1)
    known = set(RevenueMonth.objects.values_list("group_id", flat=True))
    present = Subscription.objects.filter(group_id__in=existing_group_ids())
    rows = [
        RevenueMonth(
            group_id=each.group_id, month_date=month, currency=each.currency, plan=each.plan.code,
            monthly_minor=amount, taken_at=at,
        )
        for each in present.select_related("plan").order_by("group_id")
        if (amount := monthly_minor(each)) > 0 or each.group_id in known
    ]  # fmt: skip
    RevenueMonth.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["group_id", "month_date"],
        update_fields=["currency", "plan", "monthly_minor", "taken_at"],
    )  # fmt: skip
    return len(rows)


def renewal_cohorts(*, at: datetime) -> list[Cohort]:
    """This will reckon all cohorts up to the last month taken, in the operator's or the platform's scope.

    A month that has begun and was not taken yet is left out: it would show everybody as gone.
    """
    months = RevenueMonth.objects.filter(month_date__lte=at.date())
    rows = [
        Revenue(*row) for row in months.values_list("group_id", "month_date", "currency", "monthly_minor")
    ]
    return cohorts(rows, until=max((row.month_date for row in rows), default=at.date().replace(day=1)))

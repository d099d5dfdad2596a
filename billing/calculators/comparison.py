"""Self-build against subscription: the difference by year, and the month from which the cheaper way is ahead."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from typing import Literal

from billing.calculators.costs import Costs, YearLine, month_costs, present_value, year_lines

SMALLEST = Decimal("0.000001")
"""Sums that differ by less are the same: months are parts of years."""

Way = Literal["subscription", "self_build", "same"]


@dataclass(frozen=True, slots=True)
class Priced:
    """One way with its years, their sum, and what that is worth today."""

    years: tuple[YearLine, ...]
    total: Decimal
    npv: Decimal


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both ways. A difference is self-build less subscription: positive when subscribing costs less."""

    subscription: Priced
    self_build: Priced
    differences: tuple[Decimal, ...]
    difference: Decimal
    npv_difference: Decimal
    cheaper: Way
    break_even_month: int | None


def priced(costs: Costs, rate_percent: Decimal) -> Priced:
    """This will price one way."""
    years = year_lines(costs)
    totals = [line.total for line in years]
    return Priced(years, sum(totals, Decimal(0)), present_value(totals, rate_percent))


def compare(*, subscription: Costs, self_build: Costs, rate_percent: Decimal) -> Comparison:
    """This will compare both ways over three years."""
    ours, own = priced(subscription, rate_percent), priced(self_build, rate_percent)
    gaps = tuple(b.total - a.total for a, b in zip(ours.years, own.years, strict=True))
    gap = own.total - ours.total
    cheaper: Way = "same" if abs(gap) < SMALLEST else "subscription" if gap > 0 else "self_build"
    return Comparison(
        subscription=ours,
        self_build=own,
        differences=gaps,
        difference=gap,
        npv_difference=own.npv - ours.npv,
        cheaper=cheaper,
        break_even_month=_break_even(subscription, self_build, cheaper),
    )


def _break_even(subscription: Costs, self_build: Costs, cheaper: Way) -> int | None:
    """The first month from whose end on the cheaper way has never cost more in sum; None when both cost the same."""
    if cheaper == "same":
        return None
    low, high = (subscription, self_build) if cheaper == "subscription" else (self_build, subscription)
    leads = list(accumulate(b - a for a, b in zip(month_costs(low), month_costs(high), strict=True)))
    behind = [month for month, lead in enumerate(leads, 1) if lead < -SMALLEST]
    return (behind[-1] if behind else 0) + 1

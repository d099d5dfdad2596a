"""What it brings in three years: lower prices and less work, against what it costs."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from billing.calculators.comparison import SMALLEST
from billing.calculators.costs import (
    HUNDRED,
    MONTHS,
    MONTHS_A_YEAR,
    YEARS,
    Costs,
    month_costs,
    present_value,
    year_lines,
)


@dataclass(frozen=True, slots=True)
class Effects:
    """What is expected of a year: a share of the spend, and a share of the work of people who buy.

    `ramp` says what percentage of it is reached in the first, second and third year.
    """

    spend_year: Decimal
    saving_percent: Decimal
    people: Decimal
    person_cost_year: Decimal
    efficiency_percent: Decimal
    ramp: tuple[Decimal, Decimal, Decimal] = (HUNDRED, HUNDRED, HUNDRED)

    @property
    def saving_full(self) -> Decimal:
        """Lower prices in a year of full effect."""
        return self.spend_year * self.saving_percent / HUNDRED

    @property
    def efficiency_full(self) -> Decimal:
        """Less work in a year of full effect."""
        return self.people * self.person_cost_year * self.efficiency_percent / HUNDRED


@dataclass(frozen=True, slots=True)
class BenefitYear:
    """One year: what prices and work save, what it costs, what remains."""

    year: int
    saving: Decimal
    efficiency: Decimal
    cost: Decimal

    @property
    def net(self) -> Decimal:
        """What remains."""
        return self.saving + self.efficiency - self.cost


@dataclass(frozen=True, slots=True)
class Benefit:
    """Three years with their sum, its present value, the return per 100 of cost, and the month of payback."""

    years: tuple[BenefitYear, ...]
    net: Decimal
    npv: Decimal
    roi_percent: Decimal | None
    payback_month: int | None


def benefit(*, effects: Effects, costs: Costs, rate_percent: Decimal) -> Benefit:
    """This will set effects against costs. No return is given where nothing is paid."""
    years = tuple(
        BenefitYear(
            line.year,
            effects.saving_full * effects.ramp[line.year - 1] / HUNDRED,
            effects.efficiency_full * effects.ramp[line.year - 1] / HUNDRED,
            line.total,
        )
        for line in year_lines(costs)
    )
    net, paid = sum((y.net for y in years), Decimal(0)), sum((y.cost for y in years), Decimal(0))
    return Benefit(
        years=years,
        net=net,
        npv=present_value([y.net for y in years], rate_percent),
        roi_percent=net / paid * HUNDRED if paid > 0 else None,
        payback_month=_payback(effects, costs),
    )


def _payback(effects: Effects, costs: Costs) -> int | None:
    """The first month at whose end as much came in as was paid, and stays so; None when that is after 36 months."""
    full = (effects.saving_full + effects.efficiency_full) / MONTHS_A_YEAR / HUNDRED
    paid = month_costs(costs)
    flows = (full * effects.ramp[month // MONTHS_A_YEAR] - paid[month] for month in range(MONTHS))
    short = [month for month, sum_ in enumerate(accumulate(flows), 1) if sum_ < -SMALLEST]
    month = (short[-1] if short else 0) + 1
    return month if month <= MONTHS else None


def unit_values(
    *, effects: Effects, costs: Costs, rate_percent: Decimal
) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    """This will give today's value of one unit of full yearly effect, licence, implementation and yearly operation.

    The present value is linear in them, which is what makes ten thousand runs cheap.
    """
    one = Decimal(1)
    grown = [(1 + costs.growth_percent / HUNDRED) ** year for year in range(YEARS)]
    whole = Costs(Decimal(0), one, costs.implementation_months, Decimal(0))
    running = present_value(grown, rate_percent)
    return (
        present_value([share / HUNDRED for share in effects.ramp], rate_percent),
        running,
        present_value([line.implementation for line in year_lines(whole)], rate_percent),
        running,
    )

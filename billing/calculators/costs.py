"""What one way of getting a system costs in three years, in three lines, by year and by month."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

YEARS = 3
MONTHS_A_YEAR = 12
MONTHS = YEARS * MONTHS_A_YEAR
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Costs:
    """One way: licence and operation of the first year, which grow by a percentage, and a one-off implementation.

    Licence and operation are paid evenly by the month; the implementation evenly over its first months.
    """

    licence_year: Decimal
    implementation: Decimal
    implementation_months: int
    operation_year: Decimal
    growth_percent: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class YearLine:
    """The costs of one year."""

    year: int
    licence: Decimal
    implementation: Decimal
    operation: Decimal

    @property
    def total(self) -> Decimal:
        """All three lines."""
        return self.licence + self.implementation + self.operation


def year_lines(costs: Costs) -> tuple[YearLine, ...]:
    """This will give the three lines of each year."""
    return tuple(_line(costs, year) for year in range(1, YEARS + 1))


def _line(costs: Costs, year: int) -> YearLine:
    grown = (1 + costs.growth_percent / HUNDRED) ** (year - 1)
    months = _months_in(costs.implementation_months, year)
    share = costs.implementation * months / costs.implementation_months
    return YearLine(year, costs.licence_year * grown, share, costs.operation_year * grown)


def _months_in(months: int, year: int) -> int:
    """How many of the first months lie in a year."""
    before = MONTHS_A_YEAR * (year - 1)
    return max(0, min(months - before, MONTHS_A_YEAR))


def month_costs(costs: Costs) -> tuple[Decimal, ...]:
    """This will give what is paid in each of the 36 months."""
    lines, found = year_lines(costs), []
    for month in range(1, MONTHS + 1):
        line = lines[(month - 1) // MONTHS_A_YEAR]
        running = (line.licence + line.operation) / MONTHS_A_YEAR
        building = costs.implementation / costs.implementation_months
        found.append(running + (building if month <= costs.implementation_months else 0))
    return tuple(found)


def present_value(years: Sequence[Decimal], rate_percent: Decimal) -> Decimal:
    """This will discount the sums of the years to today, each from its year's end."""
    factor = 1 + rate_percent / HUNDRED
    return sum((amount / factor**year for year, amount in enumerate(years, 1)), Decimal(0))

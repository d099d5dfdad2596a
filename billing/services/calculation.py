"""A calculation with a plan's real prices: costs compared, the benefit, and how sure it is."""

from dataclasses import dataclass, replace
from decimal import Decimal

from billing.calculators.asking import Asked
from billing.calculators.benefit import Benefit, benefit
from billing.calculators.comparison import Comparison, compare
from billing.calculators.costs import MONTHS_A_YEAR
from billing.calculators.simulation import Simulation, simulate
from billing.commission import BPS
from billing.errors import CurrencyNotSold
from billing.queries import cap_of, in_major, price_of, sold_plan
from tenants.kernel.errors import NotFound


@dataclass(frozen=True, slots=True)
class Licence:
    """What the plan's licence of a year is made of; the plan's name in English and Chinese."""

    name: tuple[str, str]
    plan: Decimal
    seats: Decimal
    commission: Decimal

    @property
    def total(self) -> Decimal:
        """All of it."""
        return self.plan + self.seats + self.commission


@dataclass(frozen=True, slots=True)
class Calculation:
    """Everything that was reckoned for a question."""

    asked: Asked
    licence: Licence
    comparison: Comparison
    benefit: Benefit
    simulation: Simulation


def calculation(*, asked: Asked) -> Calculation:
    """This will answer a question; everybody may ask, nothing is stored. Raises NotFound, CurrencyNotSold."""
    licence = _licence(asked)
    subscription = replace(asked.subscription, licence_year=licence.total)
    return Calculation(
        asked=asked,
        licence=licence,
        comparison=compare(
            subscription=subscription, self_build=asked.self_build, rate_percent=asked.rate_percent
        ),
        benefit=benefit(effects=asked.effects, costs=subscription, rate_percent=asked.rate_percent),
        simulation=simulate(
            effects=asked.effects,
            costs=subscription,
            rate_percent=asked.rate_percent,
            ranges=asked.ranges,
            seed=asked.seed,
        ),
    )


def _licence(asked: Asked) -> Licence:
    plan = sold_plan(asked.plan)
    try:
        price = price_of(plan, currency=asked.currency, interval="month")
    except NotFound:
        raise CurrencyNotSold(field="currency", currency=asked.currency[:8], interval="month") from None
    commission = asked.effects.spend_year / MONTHS_A_YEAR * plan.commission_bps / BPS
    cap = cap_of(plan, asked.currency)
    if cap is not None:
        commission = min(commission, in_major(cap, asked.currency))
    return Licence(
        name=(plan.name_en, plan.name_zh),
        plan=in_major(price.base_minor, asked.currency) * MONTHS_A_YEAR,
        seats=in_major(price.seat_minor, asked.currency) * MONTHS_A_YEAR * asked.seats,
        commission=commission * MONTHS_A_YEAR,
    )

"""How uncertain a benefit is: ten thousand draws of its drivers, the same for the same seed on every machine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from billing.calculators.benefit import Effects, unit_values
from billing.calculators.costs import HUNDRED, Costs

RUNS = 10_000
BITS = 30
DRIVERS = ("spend_year", "saving_percent", "efficiency_percent", "implementation", "operation_year")


@dataclass(frozen=True, slots=True)
class Range:
    """A driver lies between two bounds, most likely at a point between them (triangular distribution)."""

    low: Decimal
    likely: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class DriverRank:
    """How much a driver moves the result: Spearman's rank correlation, and its share of the squares of all."""

    name: str
    correlation: Decimal
    share_percent: Decimal


@dataclass(frozen=True, slots=True)
class Simulation:
    """The present value of three years in 10, 50 and 90 of 100 runs at most, and how many runs end above zero."""

    runs: int
    seed: int
    p10: Decimal
    p50: Decimal
    p90: Decimal
    above_zero_percent: Decimal
    drivers: tuple[DriverRank, ...]


def simulate(
    *,
    effects: Effects,
    costs: Costs,
    rate_percent: Decimal,
    ranges: Mapping[str, Range],
    seed: int,
    runs: int = RUNS,
) -> Simulation:
    """This will draw the drivers that have a range; the others keep their value. The strongest driver comes first."""
    drawn = {name: ranges[name] for name in DRIVERS if name in ranges}
    source = Random(seed)  # noqa: S311 no secret: the same seed has to give the same figures
    draws = {name: [_draw(span, source) for _ in range(runs)] for name, span in drawn.items()}
    results = _results(effects, costs, rate_percent, draws, runs)
    ordered = sorted(results)
    above = sum(1 for value in results if value > 0)
    return Simulation(
        runs=runs,
        seed=seed,
        p10=_percentile(ordered, 10),
        p50=_percentile(ordered, 50),
        p90=_percentile(ordered, 90),
        above_zero_percent=Decimal(above) * HUNDRED / runs,
        drivers=_ranked({n: d for n, d in draws.items() if drawn[n].low < drawn[n].high}, results),
    )


def _draw(span: Range, source: Random) -> Decimal:
    """One value, by turning the distribution around at a number of 30 random bits."""
    part = Decimal(source.getrandbits(BITS)) / (1 << BITS)
    width = span.high - span.low
    if width == 0:
        return span.low
    if part * width < span.likely - span.low:
        return span.low + (part * width * (span.likely - span.low)).sqrt()
    return span.high - ((1 - part) * width * (span.high - span.likely)).sqrt()


def _results(
    effects: Effects, costs: Costs, rate_percent: Decimal, draws: Mapping[str, Sequence[Decimal]], runs: int
) -> list[Decimal]:
    effect, licence, building, running = unit_values(effects=effects, costs=costs, rate_percent=rate_percent)
    fixed = costs.licence_year * licence
    found = []
    for run in range(runs):
        given = {name: values[run] for name, values in draws.items()}
        way = replace(
            effects,
            spend_year=given.get("spend_year", effects.spend_year),
            saving_percent=given.get("saving_percent", effects.saving_percent),
            efficiency_percent=given.get("efficiency_percent", effects.efficiency_percent),
        )
        paid = given.get("implementation", costs.implementation) * building
        paid += given.get("operation_year", costs.operation_year) * running
        found.append((way.saving_full + way.efficiency_full) * effect - fixed - paid)
    return found


def _percentile(ordered: Sequence[Decimal], percent: int) -> Decimal:
    """The nearest rank: the smallest value that so many of a hundred do not exceed."""
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def _ranked(draws: Mapping[str, Sequence[Decimal]], results: Sequence[Decimal]) -> tuple[DriverRank, ...]:
    target = _ranks(results)
    found = {name: _spearman(_ranks(values), target) for name, values in draws.items()}
    squares = sum((value * value for value in found.values()), Decimal(0)) or Decimal(1)
    ranked = [DriverRank(n, rho, rho * rho / squares * HUNDRED) for n, rho in found.items()]
    return tuple(sorted(ranked, key=lambda each: (-abs(each.correlation), each.name)))


def _ranks(values: Sequence[Decimal]) -> list[int]:
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0] * len(values)
    for rank, index in enumerate(order):
        ranks[index] = rank
    return ranks


def _spearman(left: Sequence[int], right: Sequence[int]) -> Decimal:
    count = len(left)
    if count < 2:
        return Decimal(0)
    apart = sum((a - b) ** 2 for a, b in zip(left, right, strict=True))
    return 1 - Decimal(6 * apart) / (count * (count * count - 1))

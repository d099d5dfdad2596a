"""How sums over documents become a dimension of 0 to 100."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from commerce.suppliers.scoring.dimensions import HUNDRED, rounded

PLACES = 4
"""Decimals of a dimension's value."""

COST_SPREAD = Fraction(20, 100)
"""How far below (above) the mean a price must lie to count 100 (0)."""


@dataclass(frozen=True, slots=True)
class PricedLine:
    """An order line as cost competitiveness sees it; prices are in one currency and per one unit."""

    line_id: object
    supplier: object
    item: object
    quantity: Decimal
    unit_price: Decimal


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A line beside what it would have cost at its item's mean price."""

    line_id: object
    supplier: object
    paid: Fraction
    at_mean: Fraction


def share(part: Decimal, whole: Decimal) -> Decimal | None:
    """This will give part of whole in percent with four decimals; None when there is nothing to share."""
    if whole == 0:
        return None
    if not 0 <= part <= whole:
        raise ValueError(f"{part} is no part of {whole}")
    return rounded(Fraction(part) * 100 / Fraction(whole), places=PLACES)


def cost_value(*, paid: Fraction, at_mean: Fraction) -> Decimal | None:
    """This will give 50 for who costs what the mean costs, 100 for 20 % less and 0 for 20 % more, linearly."""
    if at_mean <= 0:
        return None
    exact = 50 + 50 * (1 - paid / at_mean) / COST_SPREAD
    return rounded(min(max(exact, Fraction(0)), Fraction(HUNDRED)), places=PLACES)


def compare_prices(lines: Iterable[PricedLine]) -> list[ComparedLine]:
    """This will set each line beside its item's mean price, weighted by quantity over all suppliers.

    Items that only one supplier sold compare with nothing and are left out.
    """
    by_item: dict[object, list[PricedLine]] = {}
    for line in lines:
        by_item.setdefault(line.item, []).append(line)
    compared = []
    for same_item in by_item.values():
        quantity = sum((Fraction(line.quantity) for line in same_item), Fraction(0))
        if len({line.supplier for line in same_item}) < 2 or not quantity:
            continue
        spent = sum((Fraction(line.quantity) * Fraction(line.unit_price) for line in same_item), Fraction(0))
        compared += [
            ComparedLine(
                line.line_id,
                line.supplier,
                Fraction(line.quantity) * Fraction(line.unit_price),
                Fraction(line.quantity) * spent / quantity,
            )
            for line in same_item
        ]
    return compared

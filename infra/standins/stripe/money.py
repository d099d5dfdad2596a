"""Amounts: whole minor units, rounded half away from zero."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def rounded(value: Fraction) -> int:
    """This will round to a whole number, halves away from zero."""
    sign = -1 if value < 0 else 1
    return sign * int(abs(value) + Fraction(1, 2))


def priced(unit_amount_decimal: str, quantity: int) -> int:
    """This will give the amount of a quantity at a price."""
    exact = Decimal(unit_amount_decimal) * quantity
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def share(amount: int, *, of: int, total: int) -> int:
    """This will give the part `of`/`total` of an amount."""
    return rounded(Fraction(amount * of, total))


def percent(amount: int, rate: float) -> int:
    """This will give a percentage of an amount."""
    return rounded(Fraction(amount) * Fraction(Decimal(str(rate))) / 100)

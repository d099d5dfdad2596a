"""Quantities and unit prices: exact decimals of at most six decimals; units are codes of UN/ECE Recommendation 20."""

from decimal import Decimal

from tenants.kernel.errors import Invalid

MAX_DECIMALS = 6
LIMIT = Decimal("1e15")


def decimals_of(value: Decimal) -> int:
    """This will count the decimals of a finite number that are not trailing zeros, exactly at any length."""
    _, digits, exponent = value.as_tuple()
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return max(0, -int(exponent) - zeros) if any(digits) else 0


def check_quantity(value: Decimal, *, field: str) -> Decimal:
    """This will accept a finite quantity above zero with at most six decimals; raises Invalid."""
    if not value.is_finite() or value <= 0 or value >= LIMIT:
        raise Invalid(
            field=field,
            reason_en=f"The quantity must be a number above zero and below {LIMIT:,f}.",
            reason_zh=f"数量必须大于零且小于 {LIMIT:,f}。",
        )
    if decimals_of(value) > MAX_DECIMALS:
        raise Invalid(
            field=field,
            reason_en=f"The quantity has more than {MAX_DECIMALS} decimals.",
            reason_zh=f"数量的小数位不能超过 {MAX_DECIMALS} 位。",
        )
    return value


def check_unit_price(value: Decimal, *, field: str) -> Decimal:
    """This will accept a finite unit price of zero or more with at most six decimals; raises Invalid."""
    if not value.is_finite() or value < 0 or value >= LIMIT:
        raise Invalid(
            field=field,
            reason_en=f"The unit price must be a number of zero or more and below {LIMIT:,f}.",
            reason_zh=f"单价必须大于或等于零且小于 {LIMIT:,f}。",
        )
    if decimals_of(value) > MAX_DECIMALS:
        raise Invalid(
            field=field,
            reason_en=f"The unit price has more than {MAX_DECIMALS} decimals.",
            reason_zh=f"单价的小数位不能超过 {MAX_DECIMALS} 位。",
        )
    return value

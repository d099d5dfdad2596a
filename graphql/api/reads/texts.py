"""Texts of values that both ways of answering share."""

from __future__ import annotations

from tenants.kernel.money import EXPONENTS


def money_text(amount: str, currency: str) -> str:
    """This will write a stored amount with the decimals of its currency, and more only where they are not zero.

    >>> money_text("120.5000", "CNY"), money_text("0.123400", "CNY"), money_text("900.0000", "JPY")
    ('120.50', '0.1234', '900')
    """
    whole, _, decimals = amount.partition(".")
    exponent = EXPONENTS.get(currency, 2)
    kept = decimals.rstrip("0")
    if len(kept) < exponent:
        kept = kept.ljust(exponent, "0")
    return f"{whole}.{kept}" if kept else whole

"""Money: an exact decimal with its ISO 4217 currency in one frozen value.

Unit prices keep up to six decimals. Amounts are rounded to the currency's exponent, half up, at the
points named in docs/algorithms/money.md. Never a float.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from tenants.kernel.errors import Invalid

EXPONENTS: dict[str, int] = {
    "AED": 2, "AUD": 2, "BHD": 3, "BRL": 2, "CAD": 2, "CHF": 2, "CLP": 0, "CNY": 2, "CZK": 2, "DKK": 2,
    "EGP": 2, "EUR": 2, "GBP": 2, "HKD": 2, "HUF": 2, "IDR": 2, "ILS": 2, "INR": 2, "ISK": 0, "JOD": 3,
    "JPY": 0, "KRW": 0, "KWD": 3, "MAD": 2, "MXN": 2, "MYR": 2, "NGN": 2, "NOK": 2, "NZD": 2, "OMR": 3,
    "PHP": 2, "PLN": 2, "RON": 2, "SAR": 2, "SEK": 2, "SGD": 2, "THB": 2, "TND": 3, "TRY": 2, "TWD": 2,
    "UAH": 2, "USD": 2, "VND": 0, "ZAR": 2,
}  # fmt: skip
"""Minor-unit exponents of the currencies the platform trades in (ISO 4217, list one)."""


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount in one currency. Adding two currencies raises."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not isinstance(self.amount, Decimal) or not self.amount.is_finite():
            raise TypeError("Money takes a finite Decimal")
        if self.currency not in EXPONENTS:
            raise UnknownCurrency(field="currency", currency=self.currency)

    def __add__(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise TypeError(f"cannot add {other.currency} to {self.currency}")
        return Money(exact_sum((self.amount, other.amount)), self.currency)

    def rounded(self) -> Money:
        """This will round half up to the currency's minor unit."""
        return Money(round_amount(self.amount, self.currency), self.currency)


class UnknownCurrency(Invalid):
    """The currency code is not one the platform trades in."""

    code = "UNKNOWN_CURRENCY"

    def __init__(self, *, field: str, currency: str) -> None:
        super().__init__(
            field=field,
            reason_en=f"{currency!r} is not a currency code of ISO 4217 that is supported. Use e.g. CNY, EUR, USD.",
            reason_zh=f"“{currency}”不是受支持的 ISO 4217 货币代码，例如 CNY、EUR、USD。",
        )


def exponent_of(currency: str) -> int:
    """This will give the number of minor-unit decimals of a currency; raises UnknownCurrency."""
    try:
        return EXPONENTS[currency]
    except KeyError:
        raise UnknownCurrency(field="currency", currency=currency) from None


def round_amount(amount: Decimal, currency: str) -> Decimal:
    """This will round an amount half up to the minor unit of its currency."""
    with localcontext() as context:
        context.prec = 60
        return amount.quantize(Decimal(1).scaleb(-exponent_of(currency)), rounding=ROUND_HALF_UP)


def line_amount(*, quantity: Decimal, unit_price: Decimal, currency: str) -> Decimal:
    """This will compute the amount of one line: quantity times unit price, rounded once (rule M1)."""
    with localcontext() as context:
        context.prec = 60
        return round_amount(quantity * unit_price, currency)


def exact_sum(amounts: Iterable[Decimal]) -> Decimal:
    """This will add decimals without losing a digit, whatever their size."""
    with localcontext() as context:
        context.prec = 60
        return sum(amounts, Decimal(0))

"""What lines add up to. The rules M1 to M4 have their page: docs/algorithms/money.md."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from tenants.kernel.errors import Invalid
from tenants.kernel.money import exact_sum, exponent_of, line_amount, round_amount

LARGEST_AMOUNT = Decimal("1e15")
"""Amounts of a line or a document stay below this, in any currency."""


@dataclass(frozen=True, slots=True)
class PricedLine:
    """What the amount of a line depends on; `adjustment` and the result are in the document's currency."""

    quantity: Decimal
    unit_price: Decimal
    tax_rate: Decimal = Decimal(0)
    adjustment: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class TaxShare:
    """The tax of one rate (a percentage): its base is the sum of the lines with that rate."""

    rate: Decimal
    base: Decimal
    tax: Decimal


@dataclass(frozen=True, slots=True)
class Amounts:
    """A document's amounts, every part named: `payable` = `total` + `tax`, `tax` = Σ of the shares."""

    currency: str
    lines: tuple[Decimal, ...]
    total: Decimal
    shares: tuple[TaxShare, ...]
    tax: Decimal

    @property
    def payable(self) -> Decimal:
        """The amount to pay."""
        return exact_sum((self.total, self.tax))


class AmountTooLarge(Invalid):
    """An amount passes what the platform keeps exactly."""

    code = "AMOUNT_TOO_LARGE"

    def __init__(self, *, field: str) -> None:
        super().__init__(
            field=field,
            reason_en="The amount is larger than the platform handles (10^15). Split the document.",
            reason_zh="金额超出平台可处理的上限（10^15），请拆分单据。",
        )


class NegativeLine(Invalid):
    """An allowance is larger than the line."""

    code = "NEGATIVE_LINE"

    def __init__(self, *, field: str) -> None:
        super().__init__(
            field=field,
            reason_en="The allowance is larger than the line's amount.",
            reason_zh="折让金额大于该行金额。",
        )


def amounts_of(lines: Sequence[PricedLine], currency: str) -> Amounts:
    """This will round each line once (M1), add the rounded lines (M2), and tax each rate's sum once (M3).

    Raises AmountTooLarge and NegativeLine naming the line, UnknownCurrency.
    """
    exponent_of(currency)
    rounded = tuple(_rounded(line, currency, index) for index, line in enumerate(lines))
    shares = _tax_shares(zip(lines, rounded, strict=True), currency)
    total = exact_sum(rounded)
    tax = exact_sum(share.tax for share in shares)
    if total + tax >= LARGEST_AMOUNT:
        raise AmountTooLarge(field="lines")
    return Amounts(currency, rounded, total, shares, tax)


def _rounded(line: PricedLine, currency: str, index: int) -> Decimal:
    amount = line_amount(quantity=line.quantity, unit_price=line.unit_price, currency=currency)
    if line.adjustment:
        amount = exact_sum((amount, line.adjustment))
    if amount < 0:
        raise NegativeLine(field=f"lines.{index}.adjustmentAmount")
    if amount >= LARGEST_AMOUNT:
        raise AmountTooLarge(field=f"lines.{index}.unitPrice")
    return amount


def _tax_shares(lines: Iterable[tuple[PricedLine, Decimal]], currency: str) -> tuple[TaxShare, ...]:
    bases: dict[Decimal, list[Decimal]] = {}
    for line, amount in lines:
        bases.setdefault(line.tax_rate, []).append(amount)
    shares = []
    for rate in sorted(bases):
        base = exact_sum(bases[rate])
        with localcontext() as context:
            context.prec = 60
            shares.append(TaxShare(rate, base, round_amount(base * rate / 100, currency)))
    return tuple(shares)

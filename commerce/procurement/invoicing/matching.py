"""Compares an invoice with its order, line by line. Pure: no rows are read or written here.

The page docs/algorithms/invoice-matching.md gives each rule with figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from tenants.kernel.money import exact_sum, exponent_of, line_amount

ZERO = Decimal(0)
SIX = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Tolerances:
    """By how much an invoice may differ; a percentage or an amount, whichever is larger."""

    price_percent: Decimal = ZERO
    price_amount: Decimal = ZERO
    quantity_percent: Decimal = ZERO
    tax_amount: Decimal = ZERO
    total_percent: Decimal = ZERO
    total_amount: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Ordered:
    """An order line with how far it has come. `received_quantity` counts rejected goods too."""

    line_no: int
    quantity: Decimal
    unit: str
    unit_price: Decimal
    adjustment_amount: Decimal
    tax_rate: Decimal
    accepted_quantity: Decimal
    received_quantity: Decimal
    invoiced_quantity: Decimal


@dataclass(frozen=True, slots=True)
class Billed:
    """An invoice line as it came."""

    line_no: int
    quantity: Decimal
    unit: str
    unit_price: Decimal
    base_quantity: Decimal
    line_amount: Decimal
    tax_rate: Decimal


@dataclass(frozen=True, slots=True)
class Difference:
    """What does not fit: a reason code, what it concerns, both values as text, and by how much."""

    reason_code: str
    subject: str
    expected: str
    actual: str
    difference: Decimal | None = None
    line_no: int | None = None


@dataclass(frozen=True, slots=True)
class LineMatch:
    """One line's comparison: what was expected, what differs, and how much may be counted as invoiced."""

    billed: Billed
    ordered: Ordered | None
    expected_amount: Decimal | None
    invoice_price: Decimal
    differences: tuple[Difference, ...]

    @property
    def quantity_fits(self) -> bool:
        """Whether the quantity may be counted as invoiced."""
        return self.ordered is not None and not any(
            d.reason_code in ("QTY", "DEL", "QUA", "ITM") for d in self.differences
        )


def match_line(
    billed: Billed,
    ordered: Ordered | None,
    *,
    sign: int,
    currency: str,
    way: str,
    tolerances: Tolerances,
) -> LineMatch:
    """This will compare one line. `sign` is -1 for a credit note, whose quantities count backwards."""
    price = price_of_one(billed)
    if ordered is None:
        unknown = Difference("ITM", "line", "", str(billed.line_no), None, billed.line_no)
        return LineMatch(billed, None, None, price, (unknown,))
    found: list[Difference] = []
    if billed.unit != ordered.unit:
        found.append(Difference("ITM", "unit", ordered.unit, billed.unit, None, billed.line_no))
    else:
        found += quantity_differences(billed, ordered, sign=sign, way=way, tolerances=tolerances)
    expected = expected_amount(billed.quantity, ordered, currency)
    found += _price_differences(billed, ordered, expected, price, currency, tolerances)
    found += _tax_differences(billed, ordered, currency, tolerances)
    return LineMatch(billed, ordered, expected, price, tuple(found))


def price_of_one(billed: Billed) -> Decimal:
    """This will give what one unit costs, to six decimals: the price of the base quantity divided by it."""
    with localcontext() as context:
        context.prec = 60
        return (billed.unit_price / billed.base_quantity).quantize(SIX, rounding=ROUND_HALF_UP)


def expected_amount(quantity: Decimal, ordered: Ordered, currency: str) -> Decimal:
    """This will give what a quantity costs at the order's price, with its share of the line's adjustment."""
    with localcontext() as context:
        context.prec = 60
        share = ordered.adjustment_amount * quantity / ordered.quantity
        return exact_sum(
            (
                line_amount(quantity=quantity, unit_price=ordered.unit_price, currency=currency),
                share.quantize(Decimal(1).scaleb(-exponent_of(currency)), rounding=ROUND_HALF_UP),
            )
        )


def quantity_differences(
    billed: Billed, ordered: Ordered, *, sign: int, way: str, tolerances: Tolerances
) -> list[Difference]:
    """This will say whether the quantity fits: DEL nothing came, QUA it was rejected, QTY it is too much."""
    booked = exact_sum((ordered.invoiced_quantity, sign * billed.quantity))
    if sign * billed.quantity <= 0:
        if booked >= 0:
            return []
        return [_quantity("QTY", ordered.invoiced_quantity, billed, abs(booked))]
    if booked > _with(ordered.quantity, tolerances.quantity_percent):
        left = exact_sum((ordered.quantity, -ordered.invoiced_quantity))
        return [_quantity("QTY", left, billed, exact_sum((booked, -ordered.quantity)))]
    if way == "two_way" or booked <= _with(ordered.accepted_quantity, tolerances.quantity_percent):
        return []
    left = exact_sum((ordered.accepted_quantity, -ordered.invoiced_quantity))
    over = exact_sum((booked, -ordered.accepted_quantity))
    if ordered.received_quantity == 0:
        return [_quantity("DEL", left, billed, over)]
    reason = "QUA" if booked <= ordered.received_quantity else "QTY"
    return [_quantity(reason, left, billed, over)]


def total_differences(
    *,
    lines: Sequence[LineMatch],
    net_amount: Decimal,
    lines_amount: Decimal,
    tolerances: Tolerances,
) -> list[Difference]:
    """This will say whether charges and allowances on the whole document pass the tolerance (FIN)."""
    extra = exact_sum((net_amount, -lines_amount))
    expected = exact_sum(line.expected_amount for line in lines if line.expected_amount is not None)
    if abs(extra) <= _larger(tolerances.total_percent, expected, tolerances.total_amount):
        return []
    return [Difference("FIN", "total", _text(lines_amount), _text(net_amount), extra)]


def _price_differences(
    billed: Billed,
    ordered: Ordered,
    expected: Decimal,
    price: Decimal,
    currency: str,
    tolerances: Tolerances,
) -> list[Difference]:
    with localcontext() as context:
        context.prec = 60
        difference = exact_sum((billed.line_amount, -expected))
        allowed = max(
            abs(expected) * tolerances.price_percent / 100, abs(billed.quantity) * tolerances.price_amount
        )
        if abs(difference) <= max(allowed, Decimal(1).scaleb(-exponent_of(currency))):
            return []
        if price == ordered.unit_price:
            return [
                Difference(
                    "PRI", "amount", _text(expected), _text(billed.line_amount), difference, billed.line_no
                )
            ]
        by = exact_sum((price, -ordered.unit_price))
        return [Difference("PRI", "price", _text(ordered.unit_price), _text(price), by, billed.line_no)]


def _tax_differences(
    billed: Billed, ordered: Ordered, currency: str, tolerances: Tolerances
) -> list[Difference]:
    if billed.tax_rate == ordered.tax_rate:
        return []
    with localcontext() as context:
        context.prec = 60
        tax = billed.line_amount * (billed.tax_rate - ordered.tax_rate) / 100
        tax = tax.quantize(Decimal(1).scaleb(-exponent_of(currency)), rounding=ROUND_HALF_UP)
    if abs(tax) <= tolerances.tax_amount:
        return []
    return [
        Difference("FIN", "tax_rate", _text(ordered.tax_rate), _text(billed.tax_rate), tax, billed.line_no)
    ]


def _quantity(reason: str, expected: Decimal, billed: Billed, over: Decimal) -> Difference:
    return Difference(
        reason, "quantity", _text(max(expected, ZERO)), _text(billed.quantity), over, billed.line_no
    )


def _with(quantity: Decimal, percent: Decimal) -> Decimal:
    with localcontext() as context:
        context.prec = 60
        return quantity * (100 + percent) / 100


def _larger(percent: Decimal, base: Decimal, amount: Decimal) -> Decimal:
    with localcontext() as context:
        context.prec = 60
        return max(abs(base) * percent / 100, amount)


def _text(value: Decimal) -> str:
    return f"{value.normalize():f}"

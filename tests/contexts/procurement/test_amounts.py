"""Totals are exact: against fractions, line by line, however many lines."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.procurement.amounts import AmountTooLarge, NegativeLine, PricedLine, amounts_of
from tenants.kernel.money import EXPONENTS

CURRENCIES = st.sampled_from(["CNY", "JPY", "KWD", "EUR"])
LINES = st.lists(
    st.builds(
        PricedLine,
        quantity=st.decimals("0.000001", "99999999", places=6),
        unit_price=st.decimals("0", "999999", places=6),
        tax_rate=st.sampled_from(
            [Decimal(0), Decimal("6"), Decimal("13"), Decimal("7.7"), Decimal("0.0001")]
        ),
        adjustment=st.just(Decimal(0)),
    ),
    max_size=30,
)


def half_up(value: Fraction, exponent: int) -> Fraction:
    scaled = value * 10**exponent
    return Fraction((scaled + Fraction(1, 2)).__floor__(), 10**exponent)


@given(LINES, CURRENCIES)
def test_amounts_equal_those_reckoned_with_fractions(lines, currency):
    exponent = EXPONENTS[currency]
    amounts = amounts_of(lines, currency)
    exact = [half_up(Fraction(line.quantity) * Fraction(line.unit_price), exponent) for line in lines]
    assert [Fraction(amount) for amount in amounts.lines] == exact
    assert Fraction(amounts.total) == sum(exact)
    rates = {line.tax_rate for line in lines}
    taxes = {
        rate: half_up(
            sum(a for a, line in zip(exact, lines, strict=True) if line.tax_rate == rate)
            * Fraction(rate)
            / 100,
            exponent,
        )
        for rate in rates
    }
    assert {share.rate: Fraction(share.tax) for share in amounts.shares} == taxes
    assert Fraction(amounts.payable) == sum(exact) + sum(taxes.values())


@given(LINES, CURRENCIES, st.randoms())
def test_the_order_of_lines_changes_no_total(lines, currency, random):
    shuffled = list(lines)
    random.shuffle(shuffled)
    one, other = amounts_of(lines, currency), amounts_of(shuffled, currency)
    assert (one.total, one.tax, sorted(one.lines)) == (other.total, other.tax, sorted(other.lines))


def test_a_hundred_thousand_half_cents_are_not_shaved():
    lines = [PricedLine(Decimal(1), Decimal("0.005"))] * 100_000
    assert amounts_of(lines, "CNY").total == Decimal("1000.00")
    lines = [PricedLine(Decimal(1), Decimal("0.004999"))] * 100_000
    assert amounts_of(lines, "CNY").total == Decimal("0.00")


def test_tax_is_rounded_once_per_rate_not_per_line():
    lines = [PricedLine(Decimal(1), Decimal("0.05"), Decimal("10"))] * 3
    amounts = amounts_of(lines, "EUR")
    assert (amounts.total, amounts.tax, amounts.payable) == (
        Decimal("0.15"),
        Decimal("0.02"),
        Decimal("0.17"),
    )


def test_an_adjustment_is_added_after_rounding():
    amounts = amounts_of([PricedLine(Decimal(3), Decimal("0.333333"), Decimal(0), Decimal("-0.25"))], "EUR")
    assert amounts.total == Decimal("0.75")


@pytest.mark.parametrize(
    ("line", "refusal", "field"),
    [
        (PricedLine(Decimal("1e14"), Decimal("1e14")), AmountTooLarge, "lines.1.unitPrice"),
        (
            PricedLine(Decimal(1), Decimal(1), Decimal(0), Decimal("-1.01")),
            NegativeLine,
            "lines.1.adjustmentAmount",
        ),
    ],
)
def test_an_amount_that_cannot_be_kept_is_refused_with_its_line(line, refusal, field):
    with pytest.raises(refusal) as caught:
        amounts_of([PricedLine(Decimal(1), Decimal(1)), line], "EUR")
    assert caught.value.field == field

"""Quantities and unit prices keep every digit or are refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenants.kernel.errors import Invalid
from tenants.kernel.quantity import check_quantity, check_unit_price, decimals_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1", 0), ("1.50", 1), ("100", 0), ("1E+3", 0), ("0.000001", 6), ("0.0000", 0), ("-2.125", 3)],
)
def test_decimals_are_counted_without_trailing_zeros(text, expected):
    assert decimals_of(Decimal(text)) == expected


@pytest.mark.parametrize("text", ["1.0000001", "1.00000000000000000000000000000001", "0.1234567"])
def test_a_number_with_more_than_six_decimals_is_refused_not_rounded(text):
    for check in (check_quantity, check_unit_price):
        with pytest.raises(Invalid, match="more than 6 decimals"):
            check(Decimal(text), field="f")


@pytest.mark.parametrize("text", ["NaN", "sNaN", "Infinity", "-1", "1E+308", "1E+15"])
def test_a_number_out_of_range_is_refused(text):
    for check in (check_quantity, check_unit_price):
        with pytest.raises(Invalid):
            check(Decimal(text), field="f")


@given(st.decimals(min_value=0, max_value=10**14, places=6, allow_nan=False))
def test_six_decimals_pass_unchanged(value):
    assert check_unit_price(value, field="f") is value

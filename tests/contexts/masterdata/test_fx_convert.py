"""Amounts are converted at the newest rate up to the day, exactly."""

from datetime import date
from decimal import Decimal

import pytest

from commerce.masterdata.services.fx import RateMissing, convert
from tenants.kernel.money import UnknownCurrency
from tests.factories import masterdata as make

DAY = date(2026, 3, 2)


def converted(world, amount, source, target, on=DAY):
    with world.a1.scope():
        return convert(amount=Decimal(amount), source=source, target=target, on_date=on)


def test_the_newest_rate_up_to_the_day_is_taken(world):
    make.fx_rate(world.a, "EUR", "CNY", "7.80", date(2026, 2, 1))
    make.fx_rate(world.a, "EUR", "CNY", "7.9123456789", date(2026, 3, 1))
    make.fx_rate(world.a, "EUR", "CNY", "8.50", date(2026, 3, 3))
    assert converted(world, "100.00", "EUR", "CNY") == Decimal("791.23")
    assert converted(world, "100.00", "EUR", "CNY", date(2026, 2, 28)) == Decimal("780.00")


def test_the_inverse_is_taken_when_the_pair_has_no_rate_of_its_own(world):
    make.fx_rate(world.a, "USD", "CNY", "7.25", DAY)
    assert converted(world, "1000", "CNY", "USD") == Decimal("137.93")


def test_a_way_through_a_third_currency_is_taken_last(world):
    make.fx_rate(world.a, "EUR", "USD", "1.10", DAY)
    make.fx_rate(world.a, "USD", "JPY", "150", DAY)
    assert converted(world, "10.01", "EUR", "JPY") == Decimal("1652")


def test_amounts_are_rounded_half_up_to_the_targets_minor_unit(world):
    make.fx_rate(world.a, "USD", "JPY", "0.5", DAY)
    make.fx_rate(world.a, "USD", "BHD", "0.37605", DAY)
    assert converted(world, "1", "USD", "JPY") == Decimal("1")
    assert converted(world, "10", "USD", "BHD") == Decimal("3.761")


def test_the_same_currency_needs_no_rate(world):
    assert converted(world, "12.345", "CNY", "CNY") == Decimal("12.35")


def test_no_rate_is_refused_and_another_groups_rate_does_not_count(world):
    make.fx_rate(world.b, "EUR", "CNY", "7.80", DAY)
    make.fx_rate(world.a, "EUR", "CNY", "7.80", date(2026, 3, 3))
    with pytest.raises(RateMissing) as refusal:
        converted(world, "1", "EUR", "CNY")
    assert refusal.value.message("en").startswith(
        "There is no exchange rate from EUR to CNY on or before 2026-03-02"
    )


def test_an_unknown_currency_is_refused(world):
    with pytest.raises(UnknownCurrency):
        converted(world, "1", "EUR", "XXX")

"""The operator's price list is loaded whole or not at all; who pays an old price keeps it until a change."""

import pytest

from billing.models import Plan, PlanPrice
from billing.queries import price_of
from billing.services.plans_load import plans_load
from tenants.kernel.errors import Invalid
from tenants.runtime.scope import PLATFORM, unit_of_work
from tests.support.world import NOW

NEW = {"base": {"seats": 0, "prices": {"EUR": {"cap": "10.00", "month": {"base": "59.00", "seat": "12.50"}}}}}


def load(given):
    with unit_of_work(PLATFORM):
        return plans_load(given=given, at=NOW)


def test_what_the_file_says_is_changed_and_the_rest_stays(world):
    loaded = load(NEW)
    assert (loaded.plans, loaded.prices) == (1, 1)
    assert load(NEW) == type(loaded)(0, 0)
    with unit_of_work(PLATFORM):
        plan = Plan.objects.get(code="base")
        assert (plan.seats, plan.units, plan.version) == (None, 3, 2)
        now = price_of(plan, currency="EUR", interval="month")
        assert (now.base_minor, now.seat_minor) == (5_900, 1_250)
        assert PlanPrice.objects.filter(plan=plan, currency="EUR", interval="month").count() == 2
        assert price_of(plan, currency="EUR", interval="year").base_minor == 49_000


@pytest.mark.parametrize(
    "wrong",
    [
        {"nothing": {"seats": 1}},
        {"base": {"colour": "red"}},
        {"base": {"seats": -1}},
        {"base": {"seats": "3"}},
        {"base": {"prices": {"JPY": {"month": {"base": "1", "seat": "1"}}}}},
        {"base": {"prices": {"EUR": {"month": {"base": "1.001", "seat": "1"}}}}},
        {"base": {"prices": {"EUR": {"month": {"base": 1, "seat": "1"}}}}},
        {"base": {"prices": {"EUR": {"week": {"base": "1", "seat": "1"}}}}},
        {"base": {"prices": {"EUR": {"month": {"base": "-1", "seat": "1"}}}}},
    ],
)
def test_a_wrong_file_changes_nothing(world, wrong):
    with unit_of_work(PLATFORM):
        before = list(PlanPrice.objects.order_by("id").values()), list(Plan.objects.order_by("id").values())
    with pytest.raises(Invalid):
        load({"full": {"seats": 7}, **wrong})
    with unit_of_work(PLATFORM):
        assert before == (
            list(PlanPrice.objects.order_by("id").values()),
            list(Plan.objects.order_by("id").values()),
        )


def test_who_pays_an_old_price_keeps_it_until_a_change(payer):
    payer.subscribe(plan="base", seats=3)
    load(NEW)
    payer.pass_time(days=31)
    assert payer.invoices()[-1].total_minor == 4_900 + 3 * 900
    assert payer.subscription.seat_minor == 900
    assert payer.change(seats=4).status == "done"
    assert (payer.subscription.seat_minor, payer.subscription.seats) == (1_250, 4)
    payer.pass_time(days=31)
    assert payer.invoices()[-1].total_minor == 5_900 + 4 * 1_250

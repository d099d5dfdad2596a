"""Spend: roll-ups equal the units' ledgers to the cent, in a constant number of statements, for whom they are meant."""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import Sum
from django.test.utils import CaptureQueriesContext

from commerce.analytics import handlers  # noqa: F401  its reactions are asked for by name
from commerce.analytics.models import SpendRollup
from commerce.analytics.queries import SpendFilter, spend
from commerce.analytics.rollups import ROLLUPS
from commerce.analytics.services.rollup_refresh import rollup_refresh_ask, rollup_rewrite
from commerce.procurement.models import PoLine, PurchaseOrder
from commerce.procurement.services.order_end import order_cancel
from tenants.kernel.errors import Forbidden, Invalid
from tenants.kernel.ids import new_id
from tenants.runtime.clock import reaction_to
from tenants.runtime.models import Alarm
from tests.contexts.approvals.support import join
from tests.contexts.procurement.support import bought, buyer, flows, issued_order
from tests.factories.masterdata import category, fx_rate, supplier_org
from tests.support.world import NOW

READ = "analytics.spend.read"
MONTH = date(2026, 3, 1)
YEAR = SpendFilter(date(2026, 1, 1), date(2026, 12, 1))


@pytest.fixture
def units(world):
    """Two units of group A, the second with the euro, whose orders are approved without a step."""
    fx_rate(world.a, "EUR", "CNY", "7.5", MONTH)
    for unit in (world.a1, world.a2):
        join(unit, p1="requester", p2="approver", p5="buyer")
        with unit.scope():
            flows(automatic_orders=True)
    return world.a1, world.a2


def refresh(unit):
    with unit.scope():
        return rollup_rewrite(name="spend", month=MONTH, at=NOW)


def hq(world):
    return world.a.actor(READ)


def test_an_issued_order_asks_for_its_month_once_and_the_alarm_writes_it(units, world):
    unit = units[0]
    who = supplier_org(world.a, "First Ltd")
    with unit.scope():
        for _ in range(3):
            order = issued_order(unit, who, bought("10", "2.5"), currency="CNY")
        for _ in range(2):
            rollup_refresh_ask(name="spend", months=[order.order_date.replace(day=1)], at=NOW)
        refresh = reaction_to(ROLLUPS["spend"].alarm)
        alarms = Alarm.objects.filter(kind=ROLLUPS["spend"].alarm)
        (alarm,) = alarms
        assert alarm.due_at == NOW + timedelta(milliseconds=300)
        alarms.delete()
        refresh(subject_id=alarm.subject_id, at=NOW)
        refresh(subject_id=new_id(), at=NOW)
        rollup_refresh_ask(name="spend", months=[order.order_date.replace(day=1)], at=NOW)
        assert alarms.get().due_at == NOW + timedelta(seconds=1)
        more = SpendRollup.objects.get()
        for lines, apart in ((70_000, 4), (10_000_000, 20)):  # large months are written less often
            alarms.delete()
            more.id, more.currency, more.line_count = new_id(), f"X{apart}", lines
            more.save(force_insert=True)
            rollup_refresh_ask(name="spend", months=[order.order_date.replace(day=1)], at=NOW)
            assert alarms.get().due_at == NOW + timedelta(seconds=apart)
        SpendRollup.objects.exclude(currency="CNY").delete()
        assert list(
            SpendRollup.objects.values_list("month_date", "spend_amount", "line_count", "currency")
        ) == [(MONTH, Decimal(75), 3, "CNY")]


def test_hq_sees_all_units_and_each_unit_itself_alone(units, world):
    first, second = units
    who, screws = supplier_org(world.a, "First Ltd"), category(world.a, "SCREWS")
    with first.scope():
        issued_order(first, who, bought("10", "2.5", category_id=screws), bought("1", "0.33"), currency="CNY")
    with second.scope():
        issued_order(second, who, bought("2", "100"), currency="CNY")
    assert (refresh(first), refresh(second)) == (2, 1)
    with world.a.scope():
        found = spend(actor=hq(world), by="unit", of=YEAR)
        assert [(row.key, row.spend, row.lines) for row in found.rows] == [
            (second.id, Decimal("200.00"), 1),
            (first.id, Decimal("25.33"), 2),
        ]
        assert (found.total, found.lines, found.currency) == (Decimal("225.33"), 3, "CNY")
        by_category = spend(actor=hq(world), by="category", of=YEAR)
        assert [(row.code, row.spend) for row in by_category.rows] == [
            ("", Decimal("200.33")),
            ("SCREWS", 25),
        ]
        one = spend(actor=hq(world), by="month", of=SpendFilter(MONTH, MONTH, unit_ids=[first.id]))
        assert [(row.key, row.spend) for row in one.rows] == [(MONTH, Decimal("25.33"))]
    with first.scope():
        assert spend(actor=first.actor(READ), by="unit", of=YEAR).total == Decimal("25.33")
    with world.b.scope():
        assert spend(actor=world.b.actor(READ), by="unit", of=YEAR).total == 0


def test_a_cancelled_order_leaves_the_roll_up(units, world):
    unit = units[0]
    who = supplier_org(world.a, "First Ltd")
    with unit.scope():
        order = issued_order(unit, who, bought("10", "2.5"), currency="CNY")
    assert refresh(unit) == 1
    with unit.scope():
        order_cancel(actor=buyer(unit), at=NOW, order_id=order.id, version=order.version, reason="wrong")
    assert refresh(unit) == 0
    with world.a.scope():
        assert spend(actor=hq(world), by="unit", of=YEAR).rows == ()


def test_random_ledgers_in_six_currencies_equal_their_roll_ups_to_the_cent(units, world):
    chance = random.Random(7)
    suppliers = [supplier_org(world.a, f"Supplier {n}") for n in range(4)]
    categories = [category(world.a, f"C{n}") for n in range(3)] + [None]
    currencies = ["CNY", "EUR", "USD", "JPY", "GBP", "CHF"]
    for currency in currencies[2:]:
        fx_rate(world.a, currency, "CNY", f"{chance.randrange(5, 900) / 100}", MONTH)
    ledger: dict[str, Decimal] = {}
    for unit in units:
        with unit.scope():
            for _ in range(15):
                lines = [
                    bought(
                        str(chance.randrange(1, 999)), f"{chance.randrange(1, 10**7) / 10**4:.4f}",
                        category_id=chance.choice(categories),
                    )
                    for _ in range(chance.randrange(1, 4))
                ]  # fmt: skip
                issued_order(unit, chance.choice(suppliers), *lines, currency=chance.choice(currencies))
            sums = PoLine.objects.filter(order__status="issued").values_list("order__currency")
            for currency, amount in sums.annotate(Sum("line_extension_amount")):
                ledger[currency] = ledger.get(currency, Decimal(0)) + amount
        refresh(unit)
    with world.a.scope():
        for by in ("unit", "supplier", "category", "month"):
            found = spend(actor=hq(world), by=by, of=YEAR)
            assert {each.currency: each.spend for each in found.currencies} == ledger
            assert found.total == sum(row.spend for row in found.rows)


def test_a_currency_without_a_rate_is_named_and_not_counted(units, world):
    unit = units[0]
    who = supplier_org(world.a, "First Ltd")
    with unit.scope():
        SpendRollup.objects.create(
            group_id=unit.group.id, unit_id=unit.id, month_date=MONTH, currency="USD", spend_amount=7,
            supplier_org_id=who, line_count=1, refreshed_at=NOW,
        )  # fmt: skip
    with world.a.scope():
        found = spend(actor=hq(world), by="unit", of=YEAR)
        assert [(each.currency, each.spend, each.converted) for each in found.currencies] == [
            ("USD", 7, None)
        ]
        assert found.total == 0


def test_the_number_of_statements_does_not_grow_with_units_and_rows(units, world):
    counts = []
    for number in (1, 12):
        for place in range(number):
            for unit in units:
                who = supplier_org(world.a, f"S{number}-{place}-{unit.id}")
                with unit.scope():
                    issued_order(unit, who, bought(), currency="CNY")
                refresh(unit)
        with world.a.scope(), CaptureQueriesContext(connection) as captured:
            spend(actor=hq(world), by="supplier", of=YEAR)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_strangers_and_impossible_periods_are_refused(units, world):
    with world.a.scope():
        with pytest.raises(Forbidden):
            spend(actor=world.a.actor(), by="unit", of=YEAR)
        for since, until in ((date(2026, 2, 1), date(2026, 1, 1)), (date(1970, 1, 1), date(2026, 1, 1))):
            with pytest.raises(Invalid):
                spend(actor=hq(world), by="unit", of=SpendFilter(since, until))


def test_a_blanket_order_binds_nothing(units, world):
    unit = units[0]
    who = supplier_org(world.a, "First Ltd")
    with unit.scope():
        issued_order(unit, who, bought("10", "2.5"), currency="CNY")
        PurchaseOrder.objects.update(order_type_code="221")
    assert refresh(unit) == 0


def test_the_command_finds_and_mends_what_differs(units, world, capsys):
    unit = units[0]
    who = supplier_org(world.a, "First Ltd")
    with unit.scope():
        issued_order(unit, who, bought("10", "2.5"), currency="CNY")
    with pytest.raises(CommandError):
        call_command("insight_rebuild", check=True, only="spend")
    with unit.scope():
        assert SpendRollup.objects.count() == 0
    call_command("insight_rebuild", only="spend")
    call_command("insight_rebuild", check=True, only="spend")
    assert capsys.readouterr().out.splitlines()[-1].endswith("1 months, 0 differing")
    with unit.scope():
        SpendRollup.objects.all().delete()
        assert rollup_rewrite(name="spend", month=MONTH, at=NOW) == 1
        assert SpendRollup.objects.get().spend_amount == Decimal(25)

"""Commission: equal to an independent computation whatever the order of events; every charge names its orders."""

import random
from collections import defaultdict
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billing import ports
from billing.commission import Entry, chargeable, commission_of, due_of, value_in_minor
from billing.models import CommissionCharge, UsageEvent
from billing.ports import OrderSource, OrderValue
from billing.services.commission_charge import commission_charge
from billing.services.usage_enter import RateNotKnown, usage_enter
from tests.support.world import fixed_id


def half_up(value: Fraction) -> int:
    return int((Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal(1), ROUND_HALF_UP))


@settings(max_examples=500, deadline=None)
@given(st.integers(0, 10**12), st.integers(0, 10_000))
def test_an_orders_commission_is_rounded_half_up(value, bps):
    assert commission_of(value, bps) == half_up(Fraction(value * bps, 10_000))


@settings(max_examples=500, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 10**6), st.integers(0, 100)), max_size=30),
    st.integers(0, 500_000),
    st.randoms(use_true_random=False),
)
def test_what_is_due_depends_on_no_order_of_events_and_full_returns_leave_nothing(orders, cap, draw):
    entries = []
    months = defaultdict(int)
    for month, value, returned in orders:
        first = date(2026, month + 1, 1)
        whole = commission_of(value, 30)
        rest = commission_of(value * (100 - returned) // 100, 30)
        entries += [Entry(first, whole, cap), Entry(first, rest - whole, cap)]
        months[first] += rest
    shuffled = list(entries)
    draw.shuffle(shuffled)
    assert due_of(shuffled) == due_of(entries) == sum(min(total, cap) for total in months.values())


def test_a_credit_never_goes_below_what_the_period_still_bears():
    assert chargeable(due=500, charged=200, creditable=200) == 300
    assert chargeable(due=100, charged=300, creditable=250) == -200
    assert chargeable(due=100, charged=300, creditable=50) == -50
    assert chargeable(due=100, charged=300, creditable=-20) == 0


def test_values_are_converted_once_and_rounded_half_up():
    assert value_in_minor(Decimal("100.005"), Decimal(1), "EUR") == 10001
    assert value_in_minor(Decimal("791.23"), Decimal("0.127"), "EUR") == 10049


class Orders:
    """Orders of the tests, kept where billing asks for them; rates change by the day."""

    def __init__(self):
        self.values = {}
        self.rates = {}

    def put(self, number, amount, currency, placed_at):
        key = fixed_id(0xC000 + number)
        self.values[key] = OrderValue(key, f"PO-{number}", placed_at, Decimal(amount), currency)
        return key

    def change(self, key, amount):
        old = self.values[key]
        self.values[key] = OrderValue(key, old.number, old.placed_at, Decimal(amount), old.currency)

    def rate(self, source, target, day):
        return Decimal(1) if source == target else self.rates.get((source, target, day))


@pytest.fixture
def orders():
    made = Orders()
    before = ports.order_source()
    ports.register_order_source(OrderSource(lambda kind, key: made.values.get(key), made.rate))
    yield made
    ports.register_order_source(before)


def enter(payer, unit, key):
    with unit.scope():
        return usage_enter(subject_type="order", subject_id=key, at=payer.now)


def charge(payer):
    with payer.group.scope():
        made = commission_charge(group_id=payer.group.id, at=payer.now)
    payer.work()
    return made


def ledger(payer):
    with payer.group.scope():
        return list(UsageEvent.objects.order_by("entered_at", "id")), list(
            CommissionCharge.objects.order_by("id")
        )


def metered(payer):
    return sum(int(e["payload"]["value"]) for e in payer.server.state.all("billing.meter_event"))


def test_orders_returns_and_rates_equal_an_independent_computation(payer, live_world, orders):
    """A random life of 40 orders in two units: billed as computed here by fractions, in one go, from the end."""
    payer.subscribe(plan="full", seats=5)
    draw = random.Random(7)
    facts, returned = {}, {}
    for number in range(40):
        payer.pass_time(hours=draw.randrange(1, 30))
        currency = draw.choice(["EUR", "CNY", "USD"])
        orders.rates[(currency, "EUR", payer.now.date())] = Decimal(draw.randrange(1000, 9999)) / 10_000
        amount = Decimal(draw.randrange(1, 90_000_000)) / 100
        key = orders.put(number, amount, currency, payer.now)
        unit = draw.choice([live_world.a1, live_world.a2])
        facts[key] = (unit, payer.now, currency, orders.rate(currency, "EUR", payer.now.date()), amount)
        for _ in range(draw.randrange(1, 3)):
            enter(payer, unit, key)
        if draw.random() < 0.5:
            old = draw.choice(list(facts))
            returned[old] = draw.choice([Decimal(0), facts[old][4] / 3])
            orders.change(old, returned[old].quantize(Decimal("0.01")))
            enter(payer, facts[old][0], old)
        if draw.random() < 0.4:
            charge(payer)
    charge(payer)
    months = defaultdict(int)
    for key, (_, placed, _, rate, amount) in facts.items():
        stands = returned[key].quantize(Decimal("0.01")) if key in returned else amount
        value = half_up(Fraction(stands) * Fraction(rate) * 100)
        months[(placed.year, placed.month)] += half_up(Fraction(value * 30, 10_000))
    due = sum(min(total, 90_000) for total in months.values())
    events, charges = ledger(payer)
    charged = sum(c.amount_minor for c in charges)
    assert charged == metered(payer)
    begun = payer.subscription.period_start_at
    present = sum(c.amount_minor for c in charges if c.charged_at >= begun)
    assert charged == due or (charged > due and present == 0)
    assert {e.charge_id for e in events} <= {c.id for c in charges}
    for row in charges:
        assert row.gross_minor == sum(e.commission_minor for e in events if e.charge_id == row.id)
        assert row.reported_at is not None


def test_a_return_takes_its_share_back_and_a_full_one_everything(payer, live_world, orders):
    payer.subscribe(plan="full", seats=5)
    key = orders.put(1, "10000.00", "EUR", payer.now)
    assert enter(payer, live_world.a1, key) == 3000
    assert enter(payer, live_world.a1, key) == 0
    charge(payer)
    orders.change(key, "6666.67")
    assert enter(payer, live_world.a1, key) == -1000
    orders.change(key, "0")
    assert enter(payer, live_world.a1, key) == -2000
    charge(payer)
    assert metered(payer) == 0
    assert [c.amount_minor for c in ledger(payer)[1]] == [3000, -3000]
    assert charge(payer) is None


def test_the_monthly_cap_holds_and_a_return_counts_below_it_alone(payer, live_world, orders):
    payer.subscribe(plan="procurement", seats=5)  # 0.1 %, at most 500.00 a month
    first = orders.put(1, "400000.00", "EUR", payer.now)
    second = orders.put(2, "400000.00", "EUR", payer.now)
    enter(payer, live_world.a1, first)
    enter(payer, live_world.a2, second)
    charge(payer)
    assert metered(payer) == 50_000
    orders.change(second, "200000")
    enter(payer, live_world.a2, second)
    charge(payer)
    assert metered(payer) == 50_000
    orders.change(first, "0")
    enter(payer, live_world.a1, first)
    charge(payer)
    assert metered(payer) == 20_000


def test_a_credit_after_the_invoice_waits_for_the_next_usage(payer, live_world, orders):
    payer.subscribe(plan="full", seats=5)
    key = orders.put(1, "10000.00", "EUR", payer.now)
    enter(payer, live_world.a1, key)
    charge(payer)
    payer.pass_time(days=32)
    assert any(line["amount_minor"] == 3000 for line in payer.invoices()[-1].lines)
    orders.change(key, "0")
    enter(payer, live_world.a1, key)
    charge(payer)
    assert metered(payer) == 3000
    enter(payer, live_world.a1, orders.put(2, "40000.00", "EUR", payer.now))
    charge(payer)
    assert metered(payer) == 12_000


def test_orders_of_the_trial_and_before_bear_nothing_and_a_missing_rate_waits(payer, live_world, orders):
    early = orders.put(1, "10000.00", "EUR", payer.now)
    assert enter(payer, live_world.a1, early) == 0
    payer.pass_time(hours=1)
    payer.subscribe(plan="full", seats=5)
    assert enter(payer, live_world.a1, early) == 0
    foreign = orders.put(2, "10000.00", "JPY", payer.now)
    with pytest.raises(RateNotKnown):
        enter(payer, live_world.a1, foreign)
    assert ledger(payer) == ([], [])
    orders.rates[("JPY", "EUR", payer.now.date())] = Decimal("0.0061")
    assert enter(payer, live_world.a1, foreign) == 18


def test_units_see_their_own_orders_alone_and_another_group_none(payer, live_world, orders):
    payer.subscribe(plan="full", seats=5)
    enter(payer, live_world.a1, orders.put(1, "10000.00", "EUR", payer.now))
    with live_world.a2.scope():
        assert UsageEvent.objects.count() == 0
    with live_world.b.scope():
        assert UsageEvent.objects.count() == 0
    with live_world.a1.scope():
        assert UsageEvent.objects.count() == 1

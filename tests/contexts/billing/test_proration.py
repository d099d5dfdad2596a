"""Proration is exact: equal to an independent computation of random histories, and to the stand-in's invoices."""

import random
from datetime import UTC, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import stripe
from hypothesis import given, settings
from hypothesis import strategies as st

from billing.proration import Terms, prorate
from tests.support.stripe import running_stand_in

START = datetime(2026, 1, 31, 9, 30, tzinfo=UTC)
HISTORIES = 1_000
STAND_IN_HISTORIES = 10


def independent(price: int, quantity: int, rest: timedelta, whole: timedelta) -> int:
    """The rest's share of a price, by fractions and decimals of 60 digits, rounded half up."""
    exact = Fraction(price * quantity) * Fraction(int(rest.total_seconds()), int(whole.total_seconds()))
    digits = Decimal(exact.numerator * 10**30 // exact.denominator).scaleb(-30)
    return int(digits.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def histories() -> st.SearchStrategy:
    change = st.tuples(st.integers(1, 100_000), st.integers(1, 400))
    return st.tuples(
        st.integers(28, 31), st.integers(0, 400_000), st.integers(0, 40_000), st.integers(1, 400),
        st.lists(change, min_size=1, max_size=6),
    )  # fmt: skip


@settings(max_examples=HISTORIES, deadline=None)
@given(histories())
def test_random_histories_of_seats_cost_what_an_independent_computation_says(history):
    days, base, seat, seats, changes = history
    end = START + timedelta(days=days)
    whole, at = end - START, START
    terms = Terms(base, seat, seats, "month")
    ours = theirs = 0
    for seconds, wanted in changes:
        at = min(at + timedelta(seconds=seconds), end)
        new = Terms(base, seat, wanted, "month")
        ours += sum(p.amount_minor for p in prorate(old=terms, new=new, start=START, end=end, at=at))
        if wanted != terms.seats:
            rest = end - at
            theirs += independent(seat, wanted, rest, whole) - independent(seat, terms.seats, rest, whole)
        terms = new
    assert ours == theirs


def test_the_first_second_costs_everything_and_the_last_nothing():
    end = START + timedelta(days=30)
    old, new = Terms(1000, 333, 3, "month"), Terms(2000, 444, 7, "month")
    assert (
        sum(p.amount_minor for p in prorate(old=old, new=new, start=START, end=end, at=START)) == 5108 - 1999
    )
    assert sum(p.amount_minor for p in prorate(old=old, new=new, start=START, end=end, at=end)) == 0
    assert prorate(old=old, new=old, start=START, end=end, at=START) == ()


def test_the_stand_ins_invoices_say_the_same():
    """Seats, plans and intervals changed at random seconds; the server's arithmetic shares nothing with ours."""
    draw = random.Random(20261122)
    with running_stand_in() as server:
        moment = [int(START.timestamp())]
        server.state.real_time = lambda: moment[0]
        client = stripe.StripeClient("sk_test_x", base_addresses={"api": server.state.base_url}).v1
        product = client.products.create({"name": "x"}).id
        for _ in range(STAND_IN_HISTORIES):
            moment[0] = int(START.timestamp())
            assert _history(client, product, moment, draw) >= 3


def _price(client, product, amount, interval):
    given = {
        "product": product,
        "currency": "eur",
        "unit_amount": amount,
        "recurring": {"interval": interval},
    }
    return client.prices.create(given).id


def _history(client, product, moment, draw) -> int:
    customer = client.customers.create({}).id
    card = client.payment_methods.attach("pm_card_visa", {"customer": customer}).id
    base, seat = draw.randrange(1, 50_000), draw.randrange(1, 5_000)
    terms = Terms(base, seat, draw.randrange(1, 60), "month")
    items = [{"price": _price(client, product, base, "month"), "quantity": 1},
             {"price": _price(client, product, seat, "month"), "quantity": terms.seats}]  # fmt: skip
    made = client.subscriptions.create({"customer": customer, "items": items, "default_payment_method": card})
    changes = draw.randrange(3, 8)
    for _ in range(changes):
        first, second = made["items"].data
        end = first.current_period_end
        moment[0] = min(moment[0] + draw.randrange(1, 500_000), end - 1)
        new = Terms(
            draw.choice([base, base * 2 + 1]),
            seat,
            draw.randrange(1, 60),
            draw.choice(["month", "month", "year"]),
        )
        changed = {"id": first.id, "price": _price(client, product, new.base_minor, new.interval)}
        people = {
            "id": second.id,
            "price": _price(client, product, seat, new.interval),
            "quantity": new.seats,
        }
        asked = [changed, people]
        if (new.base_minor, new.interval) == (terms.base_minor, terms.interval):
            asked = [{"id": second.id, "quantity": new.seats}]
        elif new.interval == terms.interval:
            asked[1] = {"id": second.id, "quantity": new.seats}
        positions = prorate(
            old=terms, new=new, start=datetime.fromtimestamp(first.current_period_start, UTC),
            end=datetime.fromtimestamp(end, UTC), at=datetime.fromtimestamp(moment[0], UTC),
        )  # fmt: skip
        made = client.subscriptions.update(
            made.id, {"items": asked, "proration_behavior": "always_invoice", "proration_date": moment[0]}
        )
        if positions:
            invoice = client.invoices.retrieve(made.latest_invoice)
            assert sorted(line.amount for line in invoice.lines.data) == sorted(
                p.amount_minor for p in positions
            )
            assert invoice.total == sum(p.amount_minor for p in positions)
        terms = new
    return changes

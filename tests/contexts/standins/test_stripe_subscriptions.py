"""The stand-in's subscriptions, spoken to by stripe-python unchanged."""

import pytest
import stripe

from tests.contexts.standins.conftest import DAY, NOON

NOVEMBER = 30 * DAY


def test_the_first_period_is_charged_at_once_and_the_next_ones_when_time_passes(shop):
    made = shop.subscribe({"price": shop.price(2000), "quantity": 3}, {"price": shop.price(9900)})
    assert (made.status, made.currency, made.billing_cycle_anchor) == ("active", "eur", NOON)
    assert [(i.current_period_start, i.current_period_end) for i in made["items"].data] == [
        (NOON, NOON + NOVEMBER)
    ] * 2
    shop.advance(62 * DAY)
    found = [(i.billing_reason, i.status, i.total, i.amount_paid) for i in shop.invoices()]
    assert found == [
        ("subscription_create", "paid", 15900, 15900),
        ("subscription_cycle", "paid", 15900, 15900),
        ("subscription_cycle", "paid", 15900, 15900),
    ]


def test_seats_added_and_taken_in_mid_period_are_prorated_by_the_second(shop):
    seat = shop.price(1000)
    made = shop.subscribe({"price": seat, "quantity": 10})
    item = made["items"].data[0].id
    shop.advance(10 * DAY)
    change = {"items": [{"id": item, "quantity": 13}], "proration_behavior": "always_invoice"}
    shop.client.subscriptions.update(made.id, change)
    extra = shop.invoices()[-1]
    # 20 of 30 days: 10,000 → 6,666.67 back, 13,000 → 8,666.67 due
    assert [line.amount for line in extra.lines.data] == [-6667, 8667]
    assert (extra.billing_reason, extra.status, extra.total) == ("subscription_update", "paid", 2000)
    shop.advance(10 * DAY)
    change = {"items": [{"id": item, "quantity": 11}], "proration_behavior": "create_prorations"}
    shop.client.subscriptions.update(made.id, change)
    assert len(shop.invoices()) == 2
    shop.advance(10 * DAY)
    renewal = shop.invoices()[-1]
    assert [line.amount for line in renewal.lines.data] == [-4333, 3667, 11000]
    assert (renewal.total, renewal.status) == (10334, "paid")


def test_a_longer_interval_starts_a_new_period_and_credits_the_old_one(shop):
    made = shop.subscribe({"price": shop.price(3000), "quantity": 1})
    shop.advance(15 * DAY)
    item = made["items"].data[0].id
    changed = shop.client.subscriptions.update(
        made.id, {"items": [{"id": item, "price": shop.price(30000, "year")}]}
    )
    last = shop.invoices()[-1]
    assert [line.amount for line in last.lines.data] == [-1500, 30000]
    assert changed["items"].data[0].current_period_start == NOON + 15 * DAY
    assert changed["items"].data[0].current_period_end == NOON + 380 * DAY


def test_a_credit_larger_than_the_invoice_stays_with_the_customer(shop):
    made = shop.subscribe({"price": shop.price(9000), "quantity": 10})
    shop.advance(15 * DAY)
    change = {
        "items": [{"id": made["items"].data[0].id, "quantity": 1}],
        "proration_behavior": "always_invoice",
    }
    shop.client.subscriptions.update(made.id, change)
    last = shop.invoices()[-1]
    assert (last.total, last.amount_due, last.status) == (-40500, 0, "paid")
    assert shop.client.customers.retrieve(shop.customer.id).balance == -40500
    shop.advance(15 * DAY)
    renewal = shop.invoices()[-1]
    assert (renewal.total, renewal.amount_due, renewal.ending_balance) == (9000, 0, -31500)


def test_a_declined_renewal_is_tried_again_and_a_new_card_mends_it(shop):
    bad = shop.client.payment_methods.attach("pm_card_chargeCustomerFail", {"customer": shop.customer.id})
    made = shop.subscribe({"price": shop.price(1000)})
    shop.client.subscriptions.update(made.id, {"default_payment_method": bad.id})
    shop.advance(NOVEMBER)
    assert shop.client.subscriptions.retrieve(made.id).status == "past_due"
    shop.advance(8 * DAY)
    unpaid = shop.invoices()[-1]
    assert (unpaid.status, unpaid.attempt_count) == ("open", 3)
    with pytest.raises(stripe.CardError) as refused:
        shop.client.invoices.pay(unpaid.id)
    assert (refused.value.code, refused.value.http_status) == ("card_declined", 402)
    paid = shop.client.invoices.pay(unpaid.id, {"payment_method": shop.method.id})
    assert paid.status == "paid"
    assert shop.client.subscriptions.retrieve(made.id).status == "active"


def test_attempts_end_with_an_unpaid_subscription(shop):
    bad = shop.client.payment_methods.attach("pm_card_chargeCustomerFail", {"customer": shop.customer.id})
    made = shop.subscribe({"price": shop.price(1000)})
    shop.client.subscriptions.update(made.id, {"default_payment_method": bad.id})
    shop.advance(NOVEMBER + 20 * DAY)
    assert shop.client.subscriptions.retrieve(made.id).status == "unpaid"


def test_a_change_whose_payment_is_declined_changes_nothing(shop):
    bad = shop.client.payment_methods.attach("pm_card_chargeCustomerFail", {"customer": shop.customer.id})
    made = shop.subscribe({"price": shop.price(1000), "quantity": 2})
    shop.client.subscriptions.update(made.id, {"default_payment_method": bad.id})
    before = shop.client.subscriptions.retrieve(made.id).to_dict()
    with pytest.raises(stripe.CardError):
        shop.client.subscriptions.update(
            made.id,
            {
                "items": [{"id": made["items"].data[0].id, "quantity": 9}],
                "proration_behavior": "always_invoice",
                "payment_behavior": "error_if_incomplete",
            },
        )
    assert shop.client.subscriptions.retrieve(made.id).to_dict() == before
    assert len(shop.invoices()) == 1


def test_a_first_payment_that_fails_leaves_an_incomplete_subscription_or_none(shop):
    bad = shop.client.payment_methods.attach("pm_card_chargeCustomerFail", {"customer": shop.customer.id})
    price = shop.price(1000)
    made = shop.subscribe({"price": price}, default_payment_method=bad.id)
    assert made.status == "incomplete"
    with pytest.raises(stripe.CardError):
        shop.subscribe(
            {"price": price}, default_payment_method=bad.id, payment_behavior="error_if_incomplete"
        )
    shop.advance(2 * DAY)
    assert shop.client.subscriptions.retrieve(made.id).status == "incomplete_expired"


def test_a_trial_ends_with_the_first_charge(shop):
    made = shop.subscribe({"price": shop.price(1000)}, trial_period_days=14)
    assert (made.status, made.trial_end) == ("trialing", NOON + 14 * DAY)
    shop.advance(14 * DAY)
    assert shop.client.subscriptions.retrieve(made.id).status == "active"
    assert [i.total for i in shop.invoices()] == [1000]


def test_usage_is_billed_after_the_period_and_never_below_zero(shop):
    made = shop.subscribe({"price": shop.price(1000)}, {"price": shop.metered()})
    events = shop.client.billing.meter_events
    payload = {"stripe_customer_id": shop.customer.id}
    events.create({"event_name": "fee", "payload": {**payload, "value": "250"}, "identifier": "one"})
    with pytest.raises(stripe.InvalidRequestError):
        events.create({"event_name": "fee", "payload": {**payload, "value": "250"}, "identifier": "one"})
    events.create({"event_name": "fee", "payload": {**payload, "value": "-100"}})
    with pytest.raises(stripe.InvalidRequestError):
        events.create({"event_name": "fee", "payload": {**payload, "value": "1.5"}})
    shop.advance(NOVEMBER)
    renewal = shop.invoices()[-1]
    assert [(line.quantity, line.amount) for line in renewal.lines.data] == [(150, 150), (1, 1000)]
    events.create({"event_name": "fee", "payload": {**payload, "value": "-5"}})
    shop.advance(31 * DAY)
    assert [line.amount for line in shop.invoices()[-1].lines.data] == [0, 1000]
    assert made.status == "active"


def test_coupons_reduce_and_tax_is_added_on_what_is_left(shop):
    coupon = shop.client.coupons.create({"percent_off": 25, "duration": "repeating", "duration_in_months": 2})
    rate = shop.client.tax_rates.create({"display_name": "VAT", "percentage": 19, "inclusive": False})
    shop.subscribe(
        {"price": shop.price(1999)}, discounts=[{"coupon": coupon.id}], default_tax_rates=[rate.id]
    )
    shop.advance(70 * DAY)
    assert [(i.subtotal, i.total_excluding_tax, i.total) for i in shop.invoices()] == [
        (1999, 1499, 1784),
        (1999, 1499, 1784),
        (1999, 1999, 2379),
    ]


def test_cancelling_at_the_end_lets_the_period_run_out(shop):
    made = shop.subscribe({"price": shop.price(1000)})
    changed = shop.client.subscriptions.update(made.id, {"cancel_at_period_end": True})
    assert (changed.status, changed.cancel_at) == ("active", NOON + NOVEMBER)
    shop.advance(NOVEMBER)
    gone = shop.client.subscriptions.retrieve(made.id)
    assert (gone.status, gone.ended_at) == ("canceled", NOON + NOVEMBER)
    assert len(shop.invoices()) == 1

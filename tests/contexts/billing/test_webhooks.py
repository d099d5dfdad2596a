"""Webhooks: signed for us now, stored first, in any order, twice, with gaps; and what the nightly comparison finds."""

import io
import random
import threading
import time
import uuid
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
import stripe
from django.core.management import call_command
from django.test import Client

from billing.models import InvoiceRef, Operation, StripeEvent, Subscription
from billing.services.checkout_start import checkout_start
from billing.services.operation_run import operation_run
from billing.services.reconcile import reconcile
from billing.services.stripe_event_handle import stripe_event_handle
from billing.services.stripe_event_receive import stripe_event_receive
from billing.services.subscription_refresh import subscription_refresh
from billing.tasks import _groups
from infra.standins.stripe import clocks
from infra.standins.stripe.routes import call
from infra.standins.stripe.webhooks import encoded
from tenants.directory.fleet.owner import owner_in
from tenants.kernel.errors import DomainError
from tenants.runtime.models import OutboxEvent
from tenants.runtime.scope import ACCOUNTS, PLATFORM, group_scope, unit_of_work
from tests.contexts.billing.support import GOOD, Payer, as_dict, post, send

EVENTS = 10_000


def stored():
    with unit_of_work(ACCOUNTS):
        return StripeEvent.objects.count()


def outbox():
    with unit_of_work(PLATFORM):
        return OutboxEvent.objects.filter(event_type="billing.stripe_event.received").count()


def event_of(payer, **changes):
    event = {"id": "evt_1", "object": "event", "type": "customer.updated", "livemode": False, "created": 1_790_000_000,
             "data": {"object": {"id": "cus_1", "object": "customer"}}}  # fmt: skip
    return {**event, **changes}


@pytest.mark.parametrize(
    "case",
    [
        "forged",
        "other endpoint",
        "stale",
        "future",
        "truncated",
        "other account",
        "live mode",
        "no event",
        "no header",
    ],
)
def test_what_is_not_signed_for_us_now_is_refused_and_leaves_nothing(payer, case):
    event, now = event_of(payer), payer.now.timestamp()
    body = encoded(event)
    if case == "forged":
        answer = send(event, secret="whsec_guessed", at=now)
    elif case == "other endpoint":
        answer = send(event, secret="whsec_of_another_endpoint", at=now)
    elif case == "stale":
        answer = send(event, at=now - 301)
    elif case == "future":
        answer = send(event, at=now + 301)
    elif case == "truncated":
        whole = send(event, at=now, body=body)
        assert whole.status_code == 200
        answer = Client().post("/webhooks/stripe", data=body[:-1], content_type="application/json",
                               headers={"Stripe-Signature": whole.request["HTTP_STRIPE_SIGNATURE"]})  # fmt: skip
    elif case == "other account":
        answer = send(event_of(payer, account="acct_other"), at=now)
    elif case == "live mode":
        answer = send(event_of(payer, livemode=True), at=now)
    elif case == "no event":
        answer = send({"object": "list"}, at=now)
    else:
        answer = Client().post("/webhooks/stripe", data=body, content_type="application/json")
    assert answer.status_code == 400
    expected = 1 if case == "truncated" else 0
    assert (stored(), outbox()) == (expected, expected)


def test_a_body_too_large_is_not_read(payer):
    answer = send(None, at=payer.now.timestamp(), body=b"x" * 1_000_001)
    assert answer.status_code == 413
    assert stored() == 0


def test_both_secrets_count_while_one_replaces_the_other(payer, settings):
    settings.STRIPE_WEBHOOK_SECRETS = ["whsec_new", "whsec_old", "whsec_older"]
    codes = [
        send(event_of(payer, id=f"evt_{s}"), secret=s, at=payer.now.timestamp()).status_code
        for s in ("whsec_new", "whsec_old", "whsec_older")
    ]
    assert codes == [200, 200, 400]


def test_an_event_is_stored_as_it_came_and_once(payer):
    for _ in range(3):
        assert send(event_of(payer), at=payer.now.timestamp()).status_code == 200
    assert (stored(), outbox()) == (1, 1)
    with unit_of_work(ACCOUNTS):
        row = StripeEvent.objects.get()
    assert as_dict(row.body) == event_of(payer)
    assert (row.handled_at, row.customer_ref) == (None, "cus_1")
    payer.work()
    with unit_of_work(ACCOUNTS):
        assert StripeEvent.objects.get().outcome == "not ours"
    assert payer.subscription.status == "trialing"


def test_a_thousand_replays_of_one_event_cost_the_same_and_change_nothing(payer):
    payer.subscribe(plan="base", seats=3)
    before, known, events = payer.subscription, stored(), payer.server.state.all("event")
    spans = []
    for _ in range(10):
        begun = time.perf_counter()
        for _ in range(100):
            assert send(events[0], at=payer.now.timestamp()).json()["known"] is True
        spans.append(time.perf_counter() - begun)
    assert stored() == known
    assert min(spans[5:]) < 3 * min(spans[:5])
    assert payer.subscription.version == before.version


def life(payer, draw, count):
    """What happens at Stripe while we hear nothing: cards, seats, cancellations, renewals; gives its events."""
    state = payer.server.state
    ref, customer = payer.subscription.subscription_ref, payer.subscription.customer_ref
    item = payer.subscription.items["seat"]
    with state.lock:
        while len(state.events) < count:
            what = draw.random()
            if what < 0.975:
                call(state, "POST", f"/v1/customers/{customer}", {"description": str(what)})
            elif what < 0.98:
                change = {"items": [{"id": item, "quantity": str(draw.randrange(1, 60))}]}
                call(
                    state,
                    "POST",
                    f"/v1/subscriptions/{ref}",
                    {**change, "proration_behavior": "always_invoice"},
                )
            elif what < 0.995:
                for word in ("true", "false"):
                    call(state, "POST", f"/v1/subscriptions/{ref}", {"cancel_at_period_end": word})
            else:
                payer.now += timedelta(hours=draw.randrange(1, 40))
                clocks.live(state, None, int(payer.now.timestamp()))

    return payer.unheard()


def hear(payer, draw, events):
    """The events arrive; some are handled while others still come."""
    for start in range(0, len(events), 1500):
        with unit_of_work(ACCOUNTS):
            for event in events[start : start + 1500]:
                stripe_event_receive(event=event, body=encoded(event).decode(), live=False, at=payer.now)
            known = list(StripeEvent.objects.filter(handled_at=None).values_list("id", flat=True))
        for stripe_event_id in draw.sample(known, min(10, len(known))):
            stripe_event_handle(stripe_event_id=stripe_event_id, at=payer.now)


def differences(payer):
    return reconcile(group_id=payer.group.id, at=payer.now)


@pytest.mark.timeout(600)
def test_ten_thousand_events_shuffled_doubled_and_with_gaps_end_equal_to_stripes_state(payer):
    payer.subscribe(plan="base", seats=3)
    draw = random.Random(11)
    waiting: list = []
    told: list = []
    for phase in range(4):
        told += (fresh := life(payer, draw, EVENTS // 4))
        waiting += [e for e in fresh if draw.random() > 0.1]
        waiting += draw.sample(waiting, len(waiting) // 4)
        draw.shuffle(waiting)
        heard = len(waiting) // 2 if phase < 3 else len(waiting)
        hear(payer, draw, waiting[:heard])
        waiting = waiting[heard:]
    assert len(told) >= EVENTS
    with unit_of_work(ACCOUNTS):
        left = list(StripeEvent.objects.filter(handled_at=None).values_list("id", flat=True))
    for stripe_event_id in left:
        stripe_event_handle(stripe_event_id=stripe_event_id, at=payer.now)
    assert EVENTS * 0.85 < stored() < len(told)
    with unit_of_work(ACCOUNTS):
        assert not StripeEvent.objects.filter(handled_at=None).exists()
    assert differences(payer) == []


def test_gaps_are_closed_by_the_nightly_comparison(payer):
    payer.subscribe(plan="base", seats=3)
    client = stripe.StripeClient("sk_test_x", base_addresses={"api": payer.server.state.base_url}).v1
    change = {"items": [{"id": payer.subscription.items["seat"], "quantity": 8}]}
    client.subscriptions.update(
        payer.subscription.subscription_ref, {**change, "proration_behavior": "always_invoice"}
    )
    payer.unheard()
    assert payer.subscription.seats == 3
    found = differences(payer)
    assert {(f.subject.split()[0], f.field) for f in found} == {("subscription", "seats"), ("invoice", "ref")}
    assert payer.subscription.seats == 8
    assert differences(payer) == []


def test_webhooks_that_were_handled_wrongly_are_replayed(payer):
    payer.subscribe(plan="base", seats=3)
    with payer.group.scope():
        Subscription.objects.filter(group_id=payer.group.id).update(seats=77)
    said = io.StringIO()
    call_command("stripe_replay", (payer.now - timedelta(hours=1)).isoformat(), stdout=said)
    assert said.getvalue() == f"{stored()} webhooks are handled again\n"
    payer.work()
    assert payer.subscription.seats == 3
    with unit_of_work(ACCOUNTS):
        assert set(StripeEvent.objects.values_list("outcome", flat=True)) == {"read", "not ours"}


PLANTED = {
    "status": {"status": "past_due"},
    "seats": {"seats": 77},
    "interval": {"interval": "year"},
    "cancel_at_period_end": {"cancel_at_period_end": True},
    "period_end_at": {"period_end_at": datetime(2020, 1, 1, tzinfo=UTC)},
    "ref": {"subscription_ref": "sub_gone"},
}


def test_every_planted_difference_is_found_and_mended(payer):
    payer.subscribe(plan="base", seats=3)
    for field, changes in PLANTED.items():
        with payer.group.scope():
            Subscription.objects.filter(group_id=payer.group.id).update(**changes)
        assert [f.field for f in differences(payer)] == [field]
        assert differences(payer) == [], field
    for field, value in (("status", "open"), ("total_minor", 1), ("paid_minor", 0), ("number", "X")):
        with payer.group.scope():
            row = InvoiceRef.objects.get()
            setattr(row, field, value)
            row.save()
        assert [f.field for f in differences(payer)] == [field]
        assert differences(payer) == [], field
    with payer.group.scope():
        InvoiceRef.objects.create(
            group_id=payer.group.id, invoice_ref="in_gone", status="paid", currency="EUR", subtotal_minor=1,
            total_minor=1, due_minor=1, issued_at=payer.now,
        )  # fmt: skip
    assert [(f.ours, f.mended) for f in differences(payer)] == [("in_gone", False)]


def test_a_usage_reported_by_somebody_else_is_found(payer):
    payer.subscribe(plan="full", seats=3)
    client = stripe.StripeClient("sk_test_x", base_addresses={"api": payer.server.state.base_url}).v1
    payload = {"stripe_customer_id": payer.subscription.customer_ref, "value": "5"}
    client.billing.meter_events.create({"event_name": "hanse_commission", "payload": payload})
    (found,) = differences(payer)
    assert (found.subject, found.ours, found.theirs, found.mended) == ("usage", "0", "5", False)


def test_a_late_reading_does_not_undo_a_newer_one(payer):
    payer.subscribe(plan="base", seats=3)
    with payer.group.scope():
        Subscription.objects.filter(group_id=payer.group.id).update(applied_count=10**6, seats=44)
    subscription_refresh(scope=group_scope(payer.group.id), at=payer.now)
    assert payer.subscription.seats == 44


def together(count, work):
    """Runs the work in so many threads at once and counts what they say."""
    outcomes: Counter[str] = Counter()
    gate = threading.Barrier(count)

    def run():
        from django.db import connection

        gate.wait()
        try:
            outcomes[work()] += 1
        except DomainError as refusal:
            outcomes[refusal.code] += 1
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_sixty_four_at_once_make_one_of_each(payer):
    outcomes = together(64, lambda: str(bool(payer.do(checkout_start, plan="base", seats=3))))
    assert outcomes == {"True": 1, "OPERATION_RUNNING": 63}
    with payer.group.scope():
        (waiting,) = Operation.objects.all()
    scope = group_scope(payer.group.id)
    together(64, lambda: str(operation_run(scope=scope, operation_id=waiting.id, at=payer.now)))
    assert len(payer.server.state.all("customer")) == 1
    assert len(payer.server.state.all("checkout.session")) == 1
    done = payer.operation(waiting.id)
    assert done.status == "done"
    post(done.url, number=GOOD)
    events = payer.unheard()
    target = next(e for e in events if e["type"] == "checkout.session.completed")
    answers = together(64, lambda: str(send(target, at=payer.now.timestamp()).status_code))
    assert answers == {"200": 64}
    with unit_of_work(ACCOUNTS):
        assert StripeEvent.objects.filter(event_ref=target["id"]).count() == 1
    together(64, lambda: str(subscription_refresh(scope=scope, at=payer.now)))
    payer.work()
    assert payer.subscription.status == "active"
    assert len(payer.invoices()) == 1
    assert len(payer.server.state.all("subscription")) == 1
    assert len(payer.server.state.all("invoice")) == 1


def test_two_checkout_pages_finished_at_once_leave_one_subscription(payer):
    first = payer.operation(payer.do(checkout_start, plan="base", seats=3))
    second = payer.operation(payer.do(checkout_start, plan="base", seats=4))
    assert post(first.url, number=GOOD) == 410
    session = payer.server.state.get("checkout.session", first.url.rsplit("/", 1)[1])
    session["status"] = "open"  # as if it had been finished in the same moment
    post(f"{payer.server.state.base_url}/pay/{session['id']}", number=GOOD)
    post(second.url, number=GOOD)
    payer.hear()
    states = Counter(s["status"] for s in payer.server.state.all("subscription"))
    assert states == {"active": 1, "canceled": 1}
    assert payer.subscription.status == "active"


def test_the_contract_of_a_deleted_group_is_kept_and_followed_no_more(payer):
    payer.subscribe(plan="base", seats=3)
    before = payer.subscription
    assert _groups(paying=True) == _groups(paying=False) == [payer.group.id]
    with owner_in("public") as connection, connection.cursor() as cursor:
        cursor.execute("UPDATE billing_subscription SET group_id = %s", [uuid.uuid4()])
    assert _groups(paying=True) == _groups(paying=False) == []
    customer = {"object": {"id": before.customer_ref, "object": "customer"}}
    assert send(event_of(payer, data=customer), at=payer.now.timestamp()).status_code == 200
    payer.work()
    with unit_of_work(ACCOUNTS):
        assert StripeEvent.objects.get(event_ref="evt_1").outcome == "not ours"
        assert Subscription.objects.get(id=before.id).applied_count == before.applied_count


def test_another_groups_webhook_changes_nothing_here(payer, live_world):
    other = Payer(live_world.b, payer.server, payer.messages, now=payer.now)
    other.trial()
    other.subscribe(plan="base", seats=2)
    assert other.subscription.status == "active"
    assert payer.subscription.status == "trialing"
    assert payer.invoices() == []

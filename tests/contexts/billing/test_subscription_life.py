"""From the trial to the last invoice: what is paid, and what a group may do meanwhile."""

from datetime import timedelta

import pytest

from billing.errors import (
    AlreadySubscribed,
    CurrencyNotSold,
    GroupCloses,
    NotSubscribed,
    OperationRunning,
    PlanTooSmall,
    PreviewStale,
    SeatsBelowUse,
)
from billing.models import Operation, Plan, PlanPrice
from billing.services.checkout_start import checkout_start
from billing.services.portal_open import portal_open
from billing.services.subscription_cancel import subscription_cancel
from billing.services.subscription_change import subscription_change
from billing.services.subscription_leave import subscription_leave, subscription_stay
from billing.services.subscription_resume import subscription_resume
from infra.standins.stripe.routes import call
from tenants.departure.ports import end_outside
from tenants.departure.services.group_close import group_close, group_keep
from tenants.directory.models import Group, ModuleSwitch
from tenants.kernel.errors import Conflict, Forbidden, NotFound
from tenants.runtime.scope import PLATFORM, unit_of_work
from tests.contexts.billing.support import DECLINED, FAILS_LATER, GOOD, Payer, post


def granted(payer):
    with payer.group.scope():
        group = Group.objects.get(id=payer.group.id)
        marks = ModuleSwitch.objects.filter(module__startswith="!").values_list("module", flat=True)
        return group.read_only, group.limits, {mark[1:] for mark in marks}


def test_a_trial_needs_no_card_and_ends_read_only_with_everything_there(payer):
    trial = payer.subscription
    assert (trial.status, trial.plan.code, trial.customer_ref) == ("trialing", "full", "")
    assert trial.trial_ends_at == payer.now + timedelta(days=30)
    assert payer.server.calls == []
    payer.pass_time(days=29)
    payer.ring()
    assert payer.subscription.status == "trialing"
    payer.pass_time(days=1, seconds=1)
    payer.ring()
    assert payer.subscription.status == "suspended"
    assert granted(payer)[0] is True
    assert payer.subscribe() == 404  # the page after the payment is not the stand-in's
    assert payer.subscription.status == "active"
    assert granted(payer)[0] is False


def test_a_second_trial_is_the_first_one(payer):
    first = payer.subscription
    assert payer.trial(plan="base") == first.id
    assert payer.subscription.plan.code == "full"


def test_checkout_by_a_good_card_begins_the_paid_period(payer):
    payer.subscribe(plan="procurement", seats=10)
    now = payer.subscription
    assert (now.status, now.plan.code, now.seats, now.interval) == ("active", "procurement", 10, "month")
    assert set(now.items) == {"base", "seat", "usage"}
    (invoice,) = payer.invoices()
    assert (invoice.status, invoice.currency, invoice.total_minor) == ("paid", "EUR", 14_900 + 10 * 1_900)
    read_only, limits, off = granted(payer)
    assert (read_only, limits["units"], limits["seats"]) == (False, 20, 10)
    assert "orders" not in off
    with pytest.raises(AlreadySubscribed):
        payer.do(checkout_start, plan="full", seats=5)


def test_a_declined_card_leaves_the_trial_as_it_was(payer):
    before = payer.subscription.status
    assert payer.subscribe(card=DECLINED) == 402
    assert payer.subscribe(card=FAILS_LATER) == 402
    assert (payer.subscription.status, payer.subscription.subscription_ref) == (before, "")
    payer.subscribe(card=GOOD)
    assert payer.subscription.status == "active"


def test_seats_added_are_paid_at_once_by_the_second_and_seats_taken_are_credited(payer):
    payer.subscribe(plan="procurement", seats=10)
    payer.pass_time(days=11, seconds=4321)
    shown = payer.preview(seats=13)
    done = payer.change(seats=13)
    assert (done.status, payer.subscription.seats) == ("done", 13)
    extra = payer.invoices()[-1]
    assert [line["amount_minor"] for line in extra.lines] == [p.amount_minor for p in shown.positions]
    assert (extra.status, extra.total_minor) == ("paid", shown.due_minor)
    payer.pass_time(days=3)
    fewer = payer.preview(seats=11)
    assert fewer.due_minor < 0
    payer.change(seats=11)
    assert len(payer.invoices()) == 2
    payer.pass_time(days=31)
    renewal = payer.invoices()[-1]
    assert renewal.total_minor == fewer.due_minor + 14_900 + 11 * 1_900


def test_a_change_that_cannot_be_paid_changes_nothing_and_says_why(payer):
    payer.subscribe(plan="procurement", seats=10)
    portal = payer.operation(payer.do(portal_open))
    assert post(portal.url, number=FAILS_LATER) != 402
    payer.hear()
    before, invoices = payer.subscription, len(payer.invoices())
    refused = payer.change(seats=40)
    assert (refused.status, refused.code) == ("refused", "card_declined")
    assert "declined" in refused.message
    after = payer.subscription
    assert (after.seats, after.status, after.plan_id) == (before.seats, "active", before.plan_id)
    assert len(payer.invoices()) == invoices
    portal = payer.operation(payer.do(portal_open))
    post(portal.url, number=GOOD)
    payer.hear()
    assert payer.change(seats=40).status == "done"
    assert payer.subscription.seats == 40


def test_an_upgrade_and_a_downgrade_switch_modules_and_keep_what_was_chosen(payer):
    payer.subscribe(plan="procurement", seats=4)
    shown = payer.preview(plan="base")
    assert "approvals" in shown.modules_off
    assert shown.due_minor < 0
    assert payer.change(plan="base").status == "done"
    assert payer.subscription.plan.code == "base"
    assert {"approvals", "requisitions"} <= granted(payer)[2]
    assert payer.change(plan="full").status == "done"
    assert granted(payer)[2] == set()
    assert payer.subscription.seats == 4


def test_a_year_begins_anew_and_credits_the_month(payer):
    payer.subscribe(plan="base", seats=3)
    payer.pass_time(days=10)
    shown = payer.preview(interval="year")
    payer.change(interval="year")
    now, last = payer.subscription, payer.invoices()[-1]
    assert (now.interval, now.period_start_at) == ("year", shown.at)
    assert last.total_minor == shown.due_minor
    assert [p.kind for p in shown.positions] == ["credit", "credit", "period", "period"]


def test_money_that_stays_away_leads_to_reading_only_and_back(payer):
    payer.subscribe(plan="base", seats=3)
    post(payer.operation(payer.do(portal_open)).url, number=FAILS_LATER)
    payer.hear()
    payer.pass_time(days=31)
    assert payer.subscription.status == "past_due"
    assert granted(payer)[0] is False
    payer.pass_time(days=13)
    payer.ring()
    assert payer.subscription.status == "past_due"
    payer.pass_time(days=2)
    payer.ring()
    assert (payer.subscription.status, granted(payer)[0]) == ("suspended", True)
    post(payer.operation(payer.do(portal_open)).url, number=GOOD)
    payer.hear()
    back = payer.subscription
    assert (back.status, back.past_due_at, back.suspended_at, granted(payer)[0]) == (
        "active",
        None,
        None,
        False,
    )
    assert {i.status for i in payer.invoices()} == {"paid"}


def test_a_cancelled_subscription_runs_out_reads_on_and_can_be_bought_again(payer):
    payer.subscribe(plan="base", seats=3)
    payer.operation(payer.do(subscription_cancel))
    assert (payer.subscription.status, payer.subscription.cancel_at_period_end) == ("active", True)
    payer.operation(payer.do(subscription_resume))
    assert payer.subscription.cancel_at_period_end is False
    payer.operation(payer.do(subscription_cancel))
    payer.pass_time(days=32)
    assert (payer.subscription.status, granted(payer)[0]) == ("cancelled", True)
    payer.subscribe(plan="procurement", seats=5)
    assert (payer.subscription.status, payer.subscription.plan.code) == ("active", "procurement")


def test_a_closing_cancels_and_one_taken_back_lets_the_subscription_go_on(payer):
    payer.subscribe(plan="base", seats=3)
    rights = ("departure.group.close", "departure.group.keep")
    may = payer.group.actor(*rights, email="hq@group-a.example", proved_at=payer.now)

    def close_and_keep(*between):
        with payer.group.scope():
            group_close(actor=may, at=payer.now, confirm_name="Group A")
        for step in between:
            step()
        with payer.group.scope():
            group_keep(actor=may, at=payer.now)
        payer.work()
        return payer.subscription.cancel_at_period_end

    def ends():
        payer.work()
        assert payer.subscription.cancel_at_period_end

    assert close_and_keep(ends) is False
    assert {s["cancel_at_period_end"] for s in payer.server.state.all("subscription")} == {False}
    payer.operation(payer.do(subscription_cancel))
    assert close_and_keep(payer.work) is True
    payer.operation(payer.do(subscription_resume))
    assert close_and_keep(ends, lambda: payer.pass_time(days=32)) is True
    assert (payer.subscription.status, granted(payer)[0]) == ("cancelled", True)


def test_a_group_that_is_deleted_is_never_charged_again(payer):
    payer.subscribe(plan="base", seats=3, interval="year")
    may = payer.group.actor("departure.group.close", email="hq@group-a.example", proved_at=payer.now)
    with payer.group.scope():
        group_close(actor=may, at=payer.now, confirm_name="Group A")
    payer.work()
    with pytest.raises(GroupCloses):
        payer.do(subscription_resume)
    state, ref = payer.server.state, payer.subscription.subscription_ref
    with state.lock:
        call(state, "POST", f"/v1/subscriptions/{ref}", {"cancel_at_period_end": "false"})
    end_outside(payer.group.id)
    end_outside(payer.group.id)
    payer.hear()
    assert payer.subscription.status == "cancelled"
    assert {s["status"] for s in state.all("subscription")} == {"canceled"}
    assert len(state.all("invoice")) == 1
    with pytest.raises(GroupCloses):
        payer.do(checkout_start, plan="base", seats=3)


def test_a_closing_taken_back_waits_for_a_cancellation_under_way(payer):
    payer.subscribe(plan="base", seats=3)
    with payer.group.scope():
        subscription_leave(group_id=payer.group.id, at=payer.now)
        with pytest.raises(OperationRunning):
            subscription_stay(group_id=payer.group.id, at=payer.now)
    payer.work()
    with payer.group.scope():
        subscription_stay(group_id=payer.group.id, at=payer.now)
    payer.work()
    assert payer.subscription.cancel_at_period_end is False


def test_who_uses_more_than_a_plan_allows_is_told_what_to_release(payer, live_world):
    from tests.factories.people import make_member, make_person

    for number in range(4):
        make_member(make_person(f"p{number}@group-a.example"), live_world.a1, "buyer")
    with pytest.raises(SeatsBelowUse) as refused:
        payer.do(checkout_start, plan="base", seats=3)
    assert "4" in refused.value.message("en")
    payer.subscribe(plan="full", seats=30)
    with pytest.raises(PlanTooSmall):
        shown = payer.preview(plan="base")
        assert [o.code for o in shown.obstacles] == ["PLAN_TOO_SMALL"]
        payer.change(plan="base")
    with payer.group.scope():
        assert not Operation.objects.filter(status="waiting").exists()
    assert payer.subscription.plan.code == "full"


def test_refusals_change_nothing(payer, live_world):
    with payer.group.scope():
        with pytest.raises(Forbidden):
            checkout_start(
                actor=payer.group.actor("billing.subscription.read"), at=payer.now, plan="base", seats=1
            )
    for error, given in (
        (NotFound, {"plan": "distribution", "seats": 5}),
        (NotFound, {"plan": "nothing", "seats": 5}),
        (CurrencyNotSold, {"plan": "base", "seats": 5, "currency": "JPY"}),
    ):
        with pytest.raises(error):
            payer.do(checkout_start, **given)
    for service in (subscription_cancel, subscription_resume, portal_open):
        with pytest.raises(NotSubscribed):
            payer.do(service)
    with live_world.b.scope():
        with pytest.raises(NotFound):
            checkout_start(
                actor=live_world.b.actor("billing.subscription.edit"), at=payer.now, plan="base", seats=1
            )
    with payer.group.scope():
        assert Operation.objects.count() == 0
    assert payer.server.calls == []


def test_a_plan_withdrawn_meanwhile_is_refused_and_another_can_be_bought(payer):
    asked = payer.do(checkout_start, plan="base", seats=3)
    with unit_of_work(PLATFORM):
        Plan.objects.filter(code="base").update(is_sold=False)
        prices = PlanPrice.objects.filter(plan__code="procurement", currency="EUR")
        prices.update(replaced_at=payer.now)
    gone = payer.operation(asked)
    assert (gone.status, gone.code, payer.subscription.status) == ("refused", "plan_gone", "trialing")
    with pytest.raises(CurrencyNotSold):
        payer.do(checkout_start, plan="procurement", seats=3)
    stuck = payer.do(checkout_start, plan="full", seats=3)
    payer.now += timedelta(minutes=59)
    with pytest.raises(OperationRunning):
        payer.do(checkout_start, plan="full", seats=4)
    payer.now += timedelta(minutes=2)
    payer.subscribe(plan="full", seats=4)
    assert payer.operation(stuck).code == "no_answer"
    assert (payer.subscription.status, payer.subscription.seats) == ("active", 4)


def test_only_the_price_that_was_shown_is_charged(payer):
    payer.subscribe(plan="base", seats=3)
    payer.pass_time(days=5)
    shown = payer.preview(seats=9)
    given = {"seats": 9, "agreed_at": shown.at, "agreed_due_minor": shown.due_minor}
    version = payer.subscription.version
    with pytest.raises(PreviewStale):
        payer.do(subscription_change, version=version, **{**given, "agreed_due_minor": shown.due_minor - 1})
    with pytest.raises(PreviewStale):
        payer.do(
            subscription_change, version=version, **{**given, "agreed_at": shown.at - timedelta(hours=1)}
        )
    with pytest.raises(Conflict):
        payer.do(subscription_change, version=version - 1, **given)
    payer.do(subscription_change, version=version, **given)
    with pytest.raises(OperationRunning):
        payer.do(subscription_change, version=version, **given)
    payer.work()
    assert payer.subscription.seats == 9


def test_a_group_of_another_sees_and_changes_nothing_here(payer, live_world):
    payer.subscribe(plan="base", seats=3)
    other = Payer(live_world.b, payer.server, payer.messages)
    other.trial()
    assert other.subscription.status == "trialing"
    assert other.invoices() == []

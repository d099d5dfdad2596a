"""Follows Stripe's state in ours: plan, seats, period, and what a group may do."""

from datetime import datetime

from billing.gateway import DiscountFacts, SubscriptionFacts
from billing.models import PlanPrice, Subscription
from billing.services.dunning import GRACE_ENDS, GRACE_WARNS, past_due_ended, past_due_since
from billing.services.entitlement import apply_entitlement
from billing.states import SUBSCRIPTION
from tenants.kernel.actor import system_actor
from tenants.runtime import audit, outbox
from tenants.runtime.clock import clear_alarms

TARGETS = {
    "trialing": "trialing",
    "active": "active",
    "past_due": "past_due",
    "unpaid": "past_due",
    "canceled": "cancelled",
    "paused": "past_due",
}
"""Our state for each of Stripe's; `incomplete` has none: a first payment that waits changes nothing."""

SEEN = ("status", "seats", "interval", "currency", "cancel_at_period_end", "discount")


def subscription_follow(
    *, subscription: Subscription, facts: SubscriptionFacts, price: PlanPrice | None, at: datetime
) -> None:
    """This will put Stripe's facts into the locked row, without writing it, and tell what changed.

    Items whose prices are not ours leave plan and seats as they are.
    """
    before = _seen(subscription)
    _terms(subscription, facts, price)
    subscription.subscription_ref = facts.ref
    subscription.stripe_status = facts.status
    subscription.period_start_at, subscription.period_end_at = facts.period_start_at, facts.period_end_at
    subscription.cancel_at_period_end = facts.cancel_at_period_end
    subscription.discount = _discount(facts.discount)
    target = TARGETS.get(facts.status)
    if target is not None:
        _move(subscription, target, facts, at)
    if _seen(subscription) != before:
        subscription.version += 1
        _tell(subscription, before, at)


def _seen(subscription: Subscription) -> dict[str, object]:
    return {"plan": subscription.plan.code, **{name: getattr(subscription, name) for name in SEEN}}


def _terms(subscription: Subscription, facts: SubscriptionFacts, price: PlanPrice | None) -> None:
    if price is None:
        return
    refs = {"base": price.base_price_ref, "seat": price.seat_price_ref, "usage": price.usage_price_ref}
    subscription.items = {part: facts.items[r][0] for part, r in refs.items() if r in facts.items}
    subscription.plan = price.plan
    subscription.seats = facts.items[price.seat_price_ref][1] or subscription.seats
    subscription.interval, subscription.currency = price.interval, price.currency
    subscription.base_minor, subscription.seat_minor = price.base_minor, price.seat_minor


def _discount(facts: DiscountFacts | None) -> dict[str, object]:
    if facts is None:
        return {}
    return {
        "code": facts.code,
        "percent_off": facts.percent_off,
        "amount_off": facts.amount_off,
        "ends_at": facts.ends_at.isoformat() if facts.ends_at else None,
    }


def _move(subscription: Subscription, target: str, facts: SubscriptionFacts, at: datetime) -> None:
    """A group that is suspended stays so until Stripe says it is paid, or over."""
    if target == subscription.status or (subscription.status == "suspended" and target == "past_due"):
        return
    SUBSCRIPTION.check(subscription.status, target)
    if target == "past_due":
        past_due_since(subscription, at=at)
    elif target == "cancelled":
        subscription.cancelled_at = facts.ended_at or at
        clear_alarms(kinds=(GRACE_ENDS, GRACE_WARNS), subject_id=subscription.id)
    else:
        past_due_ended(subscription)
        subscription.cancelled_at = None
        if subscription.status in ("trialing", "cancelled") or subscription.paid_since_at is None:
            subscription.paid_since_at = facts.created_at
    subscription.status = target


def _tell(subscription: Subscription, before: dict[str, object], at: datetime) -> None:
    actor = system_actor(group_id=subscription.group_id, name="Stripe")
    apply_entitlement(subscription, actor=actor, at=at)
    old, new = audit.changes(before, _seen(subscription))
    audit.record(
        actor=actor, action="billing.subscription.follow", subject_type="subscription",
        subject_id=subscription.id, at=at, old=old, new=new,
    )  # fmt: skip
    outbox.publish(
        event_type="billing.subscription.changed", subject_type="subscription", subject_id=subscription.id,
        at=at, actor=actor, version=subscription.version,
        payload={"status": subscription.status, "was": str(before["status"]), "plan": subscription.plan.code,
                 "fields": sorted(new)},
    )  # fmt: skip

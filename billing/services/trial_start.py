"""The trial of a new group: every module of the plan, without a card."""

import uuid
from datetime import datetime, timedelta

from billing.models import Subscription
from billing.queries import price_of, sold_plan, subscription_of
from billing.services.dunning import TRIAL_ENDS, TRIAL_WARNS, warn_before
from billing.services.entitlement import apply_entitlement
from billing.states import CURRENCIES
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.runtime import audit, outbox
from tenants.runtime.clock import set_alarm
from tenants.runtime.scope import current_scope

FIRST_PLAN = "full"
FIRST_SEATS = 5


def trial_start(
    *, actor: Actor, at: datetime, plan: str = FIRST_PLAN, currency: str = "EUR", interval: str = "month"
) -> uuid.UUID:
    """This will give the group of the surrounding scope a trial and the subscription's id.

    A group that has a subscription keeps it. For the platform's own steps: no door leads to it. A currency that
    is not sold becomes EUR. Raises NotFound for a plan that is not sold.
    """
    group_id = current_scope().group_id
    if group_id is None:
        raise NotFound(field="group")
    known = subscription_of(group_id)
    if known is not None:
        return known.id
    chosen = sold_plan(plan)
    price = price_of(chosen, currency=currency if currency in CURRENCIES else "EUR", interval=interval)
    made = Subscription(
        group_id=group_id, plan=chosen, status="trialing", currency=price.currency, interval=interval,
        seats=FIRST_SEATS, base_minor=price.base_minor, seat_minor=price.seat_minor,
        trial_ends_at=at + timedelta(days=chosen.trial_days),
    )  # fmt: skip
    Subscription.objects.bulk_create([made], ignore_conflicts=True)
    stored = Subscription.objects.select_related("plan").get(group_id=group_id)
    if stored.id != made.id:
        return stored.id
    set_alarm(kind=TRIAL_ENDS, subject_id=made.id, due_at=at + timedelta(days=chosen.trial_days))
    warn_before(TRIAL_WARNS, made.id, at + timedelta(days=chosen.trial_days), at=at)
    apply_entitlement(stored, actor=actor, at=at)
    audit.record(
        actor=actor, action="billing.trial.start", subject_type="subscription", subject_id=made.id, at=at,
        new={"plan": chosen.code, "currency": made.currency, "trial_ends_at": made.trial_ends_at},
    )  # fmt: skip
    outbox.publish(
        event_type="billing.subscription.changed", subject_type="subscription", subject_id=made.id, at=at,
        actor=actor, version=1, payload={"status": "trialing", "was": "", "plan": chosen.code},
    )  # fmt: skip
    return made.id

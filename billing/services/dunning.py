"""When money fails to come: a grace period, then read-only. Nothing is ever deleted for it."""

import uuid
from datetime import datetime, timedelta

from billing.models import Subscription
from billing.services.entitlement import apply_entitlement
from billing.states import SUBSCRIPTION
from tenants.kernel.actor import system_actor
from tenants.runtime import audit, outbox
from tenants.runtime.clock import clear_alarms, set_alarm
from tenants.runtime.locks import lock_rows

TRIAL_ENDS = "billing.trial.end"
GRACE_ENDS = "billing.grace.end"
TRIAL_WARNS = "billing.trial.warn"
GRACE_WARNS = "billing.grace.warn"
GRACE = timedelta(days=14)
"""How long a group works on after its payment failed."""


WARNED_BEFORE = (timedelta(days=7), timedelta(days=1))
"""How long before the end of a trial, or of the grace period, those who pay are told."""


def warn_before(kind: str, subject_id: uuid.UUID, end: datetime, *, at: datetime) -> None:
    """This will set the alarm of the next warning before an end; none when all have been given."""
    due = [end - span for span in WARNED_BEFORE if end - span > at]
    if due:
        set_alarm(kind=kind, subject_id=subject_id, due_at=due[0])


def past_due_since(subscription: Subscription, *, at: datetime) -> None:
    """This will begin the grace period of a locked subscription."""
    subscription.past_due_at = at
    set_alarm(kind=GRACE_ENDS, subject_id=subscription.id, due_at=at + GRACE)
    warn_before(GRACE_WARNS, subscription.id, at + GRACE, at=at)


def past_due_ended(subscription: Subscription) -> None:
    """This will end the grace period, or the suspension, of a locked subscription that is paid again."""
    subscription.past_due_at = subscription.suspended_at = None
    clear_alarms(kinds=(GRACE_ENDS, GRACE_WARNS, TRIAL_ENDS, TRIAL_WARNS), subject_id=subscription.id)


def subscription_suspend(*, subject_id: uuid.UUID, at: datetime, why: str) -> None:
    """This will make a group read-only whose trial or grace period is over without a payment."""
    found = lock_rows(Subscription.objects.filter(id=subject_id))
    if not found:
        return
    subscription = found[0]
    due = subscription.trial_ends_at if why == "trial" else subscription.past_due_at
    expected = "trialing" if why == "trial" else "past_due"
    grace = timedelta(0) if why == "trial" else GRACE
    if (
        subscription.status != expected
        or due is None
        or due + grace > at
        or subscription.stripe_status == "trialing"
    ):
        return
    SUBSCRIPTION.check(subscription.status, "suspended")
    old = subscription.status
    subscription.status, subscription.suspended_at = "suspended", at
    subscription.version += 1
    subscription.save(update_fields=["status", "suspended_at", "version"])
    actor = system_actor(group_id=subscription.group_id, name="Billing")
    apply_entitlement(subscription, actor=actor, at=at)
    audit.record(
        actor=actor, action="billing.subscription.suspend", subject_type="subscription",
        subject_id=subscription.id, at=at, old={"status": old}, new={"status": "suspended"}, reason=why,
    )  # fmt: skip
    outbox.publish(
        event_type="billing.subscription.changed", subject_type="subscription", subject_id=subscription.id,
        at=at, actor=actor, version=subscription.version,
        payload={"status": "suspended", "was": old, "why": why, "plan": subscription.plan.code, "fields": ["status"]},
    )  # fmt: skip

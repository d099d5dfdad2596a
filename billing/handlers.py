"""What billing does when a group is founded, when something was asked of Stripe, and when Stripe told something."""

import uuid
from datetime import datetime

from billing.services.asking import REQUESTED
from billing.services.commission_charge import CREATED, charge_report
from billing.services.dunning import GRACE_ENDS, GRACE_WARNS, TRIAL_ENDS, TRIAL_WARNS, subscription_suspend
from billing.services.mail_payers import grace_warn, subscription_told, trial_warn
from billing.services.operation_run import operation_run
from billing.services.stripe_event_handle import stripe_event_handle
from billing.services.stripe_event_receive import RECEIVED
from billing.services.subscription_end import subscription_end
from billing.services.subscription_leave import subscription_leave, subscription_stay
from billing.services.trial_start import trial_start
from billing.services.usage_enter import usage_enter
from tenants.departure.ports import before_deletion
from tenants.directory.queries import group_currency
from tenants.kernel.actor import system_actor
from tenants.runtime.clock import on_alarm
from tenants.runtime.events import URGENT, Event, on_event
from tenants.runtime.scope import Scope


@on_event("directory.group.created")
def start_trial(*, event: Event, at: datetime) -> None:
    """This will give a new group its trial, in the currency it sums in."""
    actor = system_actor(group_id=event.group_id, name="Billing")
    trial_start(actor=actor, at=at, currency=group_currency(group_id=event.subject_id))


@on_event("departure.group.closing")
def end_with_group(*, event: Event, at: datetime) -> None:
    """This will let the paid subscription of a group that is being closed end with its period."""
    assert event.group_id is not None
    subscription_leave(group_id=event.group_id, at=at)


before_deletion(subscription_end)


@on_event("departure.group.kept")
def go_on_with_group(*, event: Event, at: datetime) -> None:
    """This will let the subscription go on of a group that stays after all."""
    assert event.group_id is not None
    subscription_stay(group_id=event.group_id, at=at)


@on_event(REQUESTED, resumable=True, queue=URGENT)
def run_operation(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will do at Stripe what was asked for."""
    operation_run(scope=scope, operation_id=event.subject_id, at=at)


@on_event(RECEIVED, resumable=True, queue=URGENT)
def handle_stripe_event(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will take over what Stripe told of a customer."""
    stripe_event_handle(stripe_event_id=event.subject_id, at=at)


@on_alarm(TRIAL_ENDS)
def end_trial(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will make a group read-only that did not subscribe during its trial."""
    subscription_suspend(subject_id=subject_id, at=at, why="trial")


@on_alarm(GRACE_ENDS)
def end_grace(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will make a group read-only whose payment stayed away."""
    subscription_suspend(subject_id=subject_id, at=at, why="grace")


@on_alarm(TRIAL_WARNS)
def warn_of_trial(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will mail that a trial is about to end."""
    trial_warn(subject_id=subject_id, at=at)


@on_alarm(GRACE_WARNS)
def warn_of_grace(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will mail that the grace period is about to end."""
    grace_warn(subject_id=subject_id, at=at)


@on_event("billing.subscription.changed")
def tell_payers(*, event: Event, at: datetime) -> None:
    """This will mail what became of the subscription."""
    told = event.payload
    subscription_told(
        subscription_id=event.subject_id, status=str(told["status"]), was=str(told.get("was", told["status"])),
        why=str(told.get("why", "")), at=at,
    )  # fmt: skip


@on_event(CREATED, resumable=True)
def report_charge(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will report a charge to Stripe."""
    charge_report(scope=scope, charge_id=event.subject_id, at=at)


def enter_usage(*, event: Event, at: datetime) -> None:
    """This will enter what an event of an order changed of its commission."""
    usage_enter(subject_type=event.subject_type, subject_id=event.subject_id, at=at)


ORDER_EVENTS = (
    "procurement.order.issued",
    "procurement.order.changed",
    "procurement.order.cancelled",
    "procurement.order.closed",
    "procurement.return.created",
    "procurement.return.waived",
)
"""After these an order may be worth more or less than before."""

for _event_type in ORDER_EVENTS:
    on_event(_event_type)(enter_usage)

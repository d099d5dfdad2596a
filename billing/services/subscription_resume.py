"""Taking a cancellation back before the period is over."""

import uuid
from datetime import datetime

from billing.errors import NothingChanges, NotSubscribed
from billing.services.asking import ask
from billing.services.preview import check_stays, is_paid, own_subscription
from tenants.kernel.actor import Actor
from tenants.runtime.guard import require


def subscription_resume(*, actor: Actor, at: datetime) -> uuid.UUID:
    """This will ask that a cancelled subscription goes on after its period, and give the operation's id.

    Raises Forbidden, NotFound, NotSubscribed, GroupCloses, NothingChanges, OperationRunning.
    """
    require(actor, "billing.subscription.edit")
    subscription = own_subscription(actor)
    if not is_paid(subscription):
        raise NotSubscribed
    check_stays(subscription)
    if not subscription.cancel_at_period_end:
        raise NothingChanges
    return ask(subscription, "resume", actor=actor, at=at, asked={}, action="billing.subscription.resume")

"""Opening Stripe's portal: invoices to download, another card."""

import uuid
from datetime import datetime

from billing.errors import NotSubscribed
from billing.services.asking import ask
from billing.services.preview import own_subscription
from tenants.kernel.actor import Actor
from tenants.runtime.guard import require


def portal_open(*, actor: Actor, at: datetime) -> uuid.UUID:
    """This will ask for a portal page and give the operation's id; its `url` is there a moment later.

    Raises Forbidden, NotFound, NotSubscribed, OperationRunning.
    """
    require(actor, "billing.subscription.edit")
    subscription = own_subscription(actor)
    if not subscription.customer_ref:
        raise NotSubscribed
    return ask(subscription, "portal", actor=actor, at=at, asked={}, action="billing.portal.open")

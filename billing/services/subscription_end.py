"""Ends whatever a group pays for, before its data is deleted: nobody here would know its customer afterwards."""

import uuid

from billing.gateway import gateway
from billing.queries import subscription_of
from billing.services.subscription_refresh import ENDED
from tenants.runtime.scope import group_scope, unit_of_work


def subscription_end(group_id: uuid.UUID) -> None:
    """This will end the group's subscriptions at Stripe at once, were they cancelled before or not.

    What was paid for the rest of a period is not given back. Raises GatewayUnavailable. To be called outside any
    unit of work.
    """
    with unit_of_work(group_scope(group_id)):
        subscription = subscription_of(group_id)
    if subscription is None or not subscription.customer_ref:
        return
    door = gateway()
    for found in door.subscriptions_of(subscription.customer_ref):
        if found.status not in ENDED:
            door.cancel_now(ref=found.ref, key=f"hanse:deleted:{found.ref}")

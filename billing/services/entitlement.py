"""What a subscription allows is told to the directory, which every check asks: modules, limits, read-only."""

from datetime import datetime

from billing.models import Subscription
from billing.services.modules import modules_of
from billing.states import READ_ONLY
from tenants.directory.services.group_grant import Grant, group_grant
from tenants.kernel.actor import Actor


def apply_entitlement(subscription: Subscription, *, actor: Actor, at: datetime) -> None:
    """This will grant a group what its plan has; a trial has the plan's limits too, and a group in arrears keeps all.

    A suspended or cancelled group reads only.
    """
    plan = subscription.plan
    group_grant(
        actor=actor,
        at=at,
        group_id=subscription.group_id,
        grant=Grant(
            modules=None if "*" in plan.modules else tuple(sorted(modules_of(plan))),
            limits={
                "units": plan.units,
                "seats": subscription.seats if subscription.subscription_ref else plan.seats,
                "storage_bytes": plan.storage_bytes,
                "api_calls": plan.api_calls,
            },
            read_only=subscription.status in READ_ONLY,
        ),
    )

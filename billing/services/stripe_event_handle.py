"""Handles a stored webhook: the customer's state is read from Stripe, for all that waited before the reading."""

import uuid
from datetime import datetime

from billing.models import StripeEvent, Subscription
from billing.services.subscription_refresh import subscription_refresh
from tenants.directory.queries import group_exists
from tenants.runtime.scope import ACCOUNTS, group_scope, unit_of_work


def stripe_event_handle(*, stripe_event_id: uuid.UUID, at: datetime) -> None:
    """This will read the state of the event's customer, unless a reading begun after the event came did already.

    An event of a customer we do not know changes nothing. Raises GatewayUnavailable, whereupon it is tried again.
    """
    with unit_of_work(ACCOUNTS):
        event = StripeEvent.objects.filter(id=stripe_event_id, handled_at=None).first()
        if event is None:
            return
        waiting = _waiting(event)
        owner = _owner(event.customer_ref)
    if owner is not None:
        subscription_refresh(scope=group_scope(owner), at=at)
    with unit_of_work(ACCOUNTS):
        rows = StripeEvent.objects.filter(id__in=waiting, handled_at=None)
        rows.update(handled_at=at, outcome="read" if owner is not None else "not ours")


def _waiting(event: StripeEvent) -> list[uuid.UUID]:
    """The events of the customer that are stored by now: what is read from here on is newer than all of them."""
    if not event.customer_ref:
        return [event.id]
    rows = StripeEvent.objects.filter(customer_ref=event.customer_ref, handled_at=None)
    return list(rows.values_list("id", flat=True))


def _owner(customer_ref: str) -> uuid.UUID | None:
    """The group of a customer; none when it was deleted, though its contract is kept by law."""
    if not customer_ref:
        return None
    rows = Subscription.objects.filter(customer_ref=customer_ref)
    found = rows.values_list("group_id", flat=True).first()
    return found if found is not None and group_exists(group_id=found) else None

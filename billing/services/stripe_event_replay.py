"""Replays stored webhooks: what they told of is read from Stripe anew."""

from datetime import datetime

from billing.models import StripeEvent
from billing.services.stripe_event_receive import RECEIVED
from tenants.kernel.actor import system_actor
from tenants.runtime import outbox


def stripe_event_replay(*, since: datetime, at: datetime) -> int:
    """This will have all webhooks received since an instant handled again, in the accounts scope; gives how many.

    A replay can be repeated: each reads the present state and takes it over.
    """
    rows = StripeEvent.objects.filter(received_at__gte=since).order_by("received_at", "id")
    found = list(rows.values_list("id", "event_type"))
    rows.update(handled_at=None, outcome="")
    for event_id, event_type in found:
        outbox.publish(
            event_type=RECEIVED, subject_type="stripe_event", subject_id=event_id, at=at,
            actor=system_actor(name="Replay"), payload={"type": event_type},
        )  # fmt: skip
    return len(found)

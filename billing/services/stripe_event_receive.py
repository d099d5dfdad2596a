"""Takes a webhook in: whoever sent it is checked, the body is stored as it came, and handled after the commit."""

from datetime import UTC, datetime
from typing import Any

from billing.gateway import BadSignature
from billing.models import StripeEvent
from tenants.kernel.actor import system_actor
from tenants.runtime import outbox

RECEIVED = "billing.stripe_event.received"
LONGEST = 250


def stripe_event_receive(*, event: dict[str, Any], body: str, live: bool, at: datetime) -> bool:
    """This will store an event whose signature was checked, in the accounts scope; False when it is known.

    Raises BadSignature for an event of another account or of the other mode, test or live.
    """
    if event.get("account") or bool(event.get("livemode")) != live:
        raise BadSignature("of another account or mode")
    subject = (event.get("data") or {}).get("object") or {}
    customer = subject.get("id") if subject.get("object") == "customer" else subject.get("customer")
    made = StripeEvent(
        event_ref=event["id"][:LONGEST],
        event_type=str(event.get("type", ""))[:LONGEST],
        customer_ref=customer[:LONGEST] if isinstance(customer, str) else "",
        body=body,
        told_at=_moment(event.get("created"), at),
        received_at=at,
    )
    StripeEvent.objects.bulk_create([made], ignore_conflicts=True)
    if not StripeEvent.objects.filter(id=made.id).exists():
        return False
    outbox.publish(
        event_type=RECEIVED, subject_type="stripe_event", subject_id=made.id, at=at,
        actor=system_actor(name="Stripe"), payload={"type": made.event_type},
    )  # fmt: skip
    return True


def _moment(seconds: object, at: datetime) -> datetime:
    if isinstance(seconds, int) and 0 < seconds < 2**33:
        return datetime.fromtimestamp(seconds, UTC)
    return at

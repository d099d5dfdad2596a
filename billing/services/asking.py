"""Puts down what is to be asked of Stripe: one operation at a time for a group, done after the commit.

One that found no answer for an hour, while the outbox asked again and again, no longer stands in the way. Should
Stripe have done it all the same, the nightly comparison takes that over.
"""

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta

from billing.errors import OperationRunning
from billing.models import Operation, Subscription
from tenants.kernel.actor import Actor
from tenants.runtime import audit, outbox

REQUESTED = "billing.operation.requested"
GIVEN_UP = timedelta(hours=1)


def ask(
    subscription: Subscription,
    kind: str,
    *,
    actor: Actor,
    at: datetime,
    asked: Mapping[str, object],
    action: str,
) -> uuid.UUID:
    """This will store an operation and publish it; gives its id. Raises OperationRunning."""
    old = Operation.objects.filter(
        group_id=subscription.group_id, status="waiting", asked_at__lt=at - GIVEN_UP
    )
    old.update(status="refused", code="no_answer", message="The provider gave no answer.", finished_at=at)
    made = Operation(
        group_id=subscription.group_id, kind=kind, asked=dict(asked), actor_key=actor.key, asked_at=at
    )
    Operation.objects.bulk_create([made], ignore_conflicts=True)
    if not Operation.objects.filter(id=made.id).exists():
        raise OperationRunning
    audit.record(
        actor=actor, action=action, subject_type="subscription", subject_id=subscription.id, at=at,
        new={"operation": made.id, **asked},
    )  # fmt: skip
    outbox.publish(
        event_type=REQUESTED, subject_type="operation", subject_id=made.id, at=at, actor=actor,
        payload={"kind": kind},
    )  # fmt: skip
    return made.id

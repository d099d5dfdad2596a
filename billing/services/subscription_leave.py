"""What a group's closing means for its subscription, and what it means that the group stays after all."""

import uuid
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from billing.errors import GroupCloses, NothingChanges, NotSubscribed, OperationRunning
from billing.models import Operation
from billing.services.subscription_cancel import subscription_cancel
from billing.services.subscription_resume import subscription_resume
from tenants.kernel.actor import Actor, system_actor
from tenants.kernel.errors import NotFound


def subscription_leave(*, group_id: uuid.UUID, at: datetime) -> None:
    """This will let the paid subscription of a group that is being closed end with its period.

    Raises OperationRunning, whereupon the outbox asks again later.
    """
    with suppress(NotFound, NotSubscribed, NothingChanges):
        subscription_cancel(actor=_billing(group_id), at=at)


def subscription_stay(*, group_id: uuid.UUID, at: datetime) -> None:
    """This will let the subscription of a group that stays go on, unless its people had cancelled it themselves.

    Raises OperationRunning, whereupon the outbox asks again later; so a cancellation under way is waited for.
    """
    actor = _billing(group_id)
    asked = Operation.objects.filter(group_id=group_id, kind__in=("cancel", "resume"))
    last = asked.exclude(status="refused").order_by("-asked_at", "-id").first()
    if last is None or last.kind != "cancel" or last.actor_key != actor.key:
        return
    if last.status == "waiting":
        raise OperationRunning
    with suppress(NotFound, NotSubscribed, NothingChanges, GroupCloses):
        subscription_resume(actor=actor, at=at)


def _billing(group_id: uuid.UUID) -> Actor:
    actor = system_actor(group_id=group_id, name="Billing")
    return replace(actor, permissions=frozenset({"billing.subscription.edit"}))

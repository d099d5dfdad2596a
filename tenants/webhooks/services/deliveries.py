"""Trying a webhook, and sending deliveries again."""

import uuid
from datetime import datetime
from typing import TypedDict

from django.db.models import QuerySet

from tenants.accounts.services.scopes import recorded
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime.gathering import notify
from tenants.runtime.guard import require
from tenants.runtime.outbox import CHANNEL
from tenants.webhooks.catalogue import TEST
from tenants.webhooks.models import WebhookDelivery
from tenants.webhooks.queries import webhook_deliveries_visible_to
from tenants.webhooks.services.webhooks import webhook_for_change

MOST_AT_ONCE = 1_000


class Replayed(TypedDict):
    """How many deliveries of a webhook go out again."""

    webhook_id: uuid.UUID
    count: int


def webhook_test(*, actor: Actor, at: datetime, webhook_id: uuid.UUID) -> uuid.UUID:
    """This will send a webhook the event `webhook.test`, in whatever state it is. Raises Forbidden, NotFound."""
    require(actor, "webhooks.webhook.test")
    webhook = webhook_for_change(actor, webhook_id)
    delivery = WebhookDelivery(
        group_id=webhook.group_id,
        unit_id=webhook.unit_id,
        unit_role=webhook.unit_role,
        webhook=webhook,
        event_id=new_id(),
        event_type=TEST,
        subject_type="webhook",
        subject_id=webhook.id,
        subject_version=webhook.version,
        occurred_at=at,
        status="waiting",
        next_attempt_at=at,
        created_at=at,
    )
    WebhookDelivery.objects.bulk_create([delivery])
    _told(actor, webhook.id, webhook.title or webhook.url, "webhook.test", "webhook.tested", at)
    notify(CHANNEL)
    return delivery.id


def webhook_delivery_replay(
    *,
    actor: Actor,
    at: datetime,
    webhook_id: uuid.UUID,
    delivery_id: uuid.UUID | None = None,
    since: datetime | None = None,
    only_missed: bool = True,
) -> Replayed:
    """This will send one delivery now, or all since an instant again: those that did not arrive, or every one.

    One that waits for its next attempt is sent at once; its attempts begin anew.
    They keep their ids, so that a receiver knows them again. At most 1,000 at a time, the oldest first; gives how
    many. Raises Forbidden, NotFound, Invalid.
    """
    require(actor, "webhooks.webhook_delivery.replay")
    webhook = webhook_for_change(actor, webhook_id)
    rows = webhook_deliveries_visible_to(actor).filter(webhook_id=webhook.id)
    count = _again(_chosen(rows, delivery_id=delivery_id, since=since, only_missed=only_missed), at)
    if delivery_id is not None and count == 0:
        raise NotFound(field="deliveryId")
    _told(
        actor, webhook.id, webhook.title or webhook.url, "webhook_delivery.replay", "webhook_delivery.replayed", at,
        new={"count": count, "since": since},
    )  # fmt: skip
    notify(CHANNEL)
    return Replayed(webhook_id=webhook.id, count=count)


def _chosen(
    rows: QuerySet[WebhookDelivery],
    *,
    delivery_id: uuid.UUID | None,
    since: datetime | None,
    only_missed: bool,
) -> QuerySet[WebhookDelivery]:
    if (delivery_id is None) == (since is None):
        raise Invalid(
            field="since",
            reason_en="Name one delivery, or the instant from which all are sent again.",
            reason_zh="请指定一次投递，或指定重新投递的起始时间。",
        )
    if delivery_id is not None:
        return rows.filter(id=delivery_id)
    found = rows.filter(created_at__gte=since).exclude(status="waiting")
    return found.filter(status__in=("failed", "held")) if only_missed else found


def _again(rows: QuerySet[WebhookDelivery], at: datetime) -> int:
    ids = list(rows.order_by("created_at", "id").values_list("id", flat=True)[:MOST_AT_ONCE])
    return WebhookDelivery.objects.filter(id__in=ids).update(status="waiting", attempts=0, next_attempt_at=at)


def _told(
    actor: Actor,
    webhook_id: uuid.UUID,
    label: str,
    action: str,
    event: str,
    at: datetime,
    *,
    new: dict[str, object] | None = None,
) -> None:
    recorded(
        actor=actor, action=f"webhooks.{action}", event=f"webhooks.{event}", subject_type="webhook",
        subject_id=webhook_id, subject_label=label, at=at, new=new,
    )  # fmt: skip

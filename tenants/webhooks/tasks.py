"""Sends deliveries, and forgets old ones."""

import uuid
from datetime import timedelta

from tenants.runtime import clock
from tenants.runtime.scope import Scope
from tenants.runtime.tasks import platform_task
from tenants.webhooks.models import WebhookDelivery
from tenants.webhooks.services.delivery_send import delivery_send

KEEP = timedelta(days=30)


@platform_task("webhooks.send", own_work=True)
def webhook_send(*, scope: Scope, delivery_id: str) -> None:
    """This will send one claimed delivery."""
    delivery_send(delivery_id=uuid.UUID(delivery_id), at=clock.now())


@platform_task("webhooks.housekeeping")
def webhooks_housekeeping() -> None:
    """This will delete deliveries of more than 30 days ago, whether they arrived or not."""
    WebhookDelivery.objects.filter(created_at__lt=clock.now() - KEEP).delete()

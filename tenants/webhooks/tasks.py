"""Sends deliveries."""

import uuid

from tenants.runtime import clock
from tenants.runtime.scope import Scope
from tenants.runtime.tasks import platform_task
from tenants.webhooks.services.delivery_send import delivery_send


@platform_task("webhooks.send", own_work=True)
def webhook_send(*, scope: Scope, delivery_id: str) -> None:
    """This will send one claimed delivery."""
    delivery_send(delivery_id=uuid.UUID(delivery_id), at=clock.now())

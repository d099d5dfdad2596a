"""Removes what has served its time: closed events, their inbox keys, old idempotency keys."""

from datetime import timedelta

from django.db.models import Exists, OuterRef

from tenants.runtime import clock
from tenants.runtime.models import GroupIdempotencyKey, OutboxDelivery, OutboxEvent
from tenants.runtime.tasks import platform_task

KEEP_EVENTS = timedelta(days=30)
KEEP_KEYS = timedelta(days=7)


@platform_task("runtime.housekeeping")
def housekeeping() -> None:
    """This will delete events closed 30 days ago with their deliveries, and keys of 7 days ago."""
    at = clock.now()
    OutboxEvent.objects.filter(closed_at__lt=at - KEEP_EVENTS).delete()
    kept = OutboxEvent.objects.filter(id=OuterRef("event_id"))
    OutboxDelivery.objects.filter(~Exists(kept), handled_at__lt=at - KEEP_EVENTS).delete()
    GroupIdempotencyKey.objects.filter(created_at__lt=at - KEEP_KEYS).delete()

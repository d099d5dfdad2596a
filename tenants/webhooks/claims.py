"""The relay's second task: deliveries of the events it claimed, and those that are due."""

from collections.abc import Callable
from functools import partial

from tenants.runtime.relay import Claimed
from tenants.webhooks.catalogue import EVENTS
from tenants.webhooks.queries import claim_due, make_deliveries
from tenants.webhooks.tasks import webhook_send


def claim_deliveries(events: list[Claimed]) -> list[Callable[[], None]]:
    """This will make the deliveries of events that were claimed for the first time and claim whatever is due."""
    told = [event.id for event in events if event.attempts == 1 and event.event_type in EVENTS]
    if told:
        make_deliveries(told)
    return [partial(webhook_send.send, delivery_id=str(due.id)) for due in claim_due()]

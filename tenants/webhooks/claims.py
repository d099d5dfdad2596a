"""The relay's second task: deliveries of the events it claimed, and those that are due."""

from collections.abc import Callable
from functools import partial

from tenants.runtime.relay import Claimed, Sends
from tenants.webhooks.catalogue import EVENTS
from tenants.webhooks.queries import claim_due, give_back, make_deliveries
from tenants.webhooks.tasks import webhook_send


def claim_deliveries(events: list[Claimed]) -> tuple[Sends, Callable[[], None]]:
    """This will make the deliveries of events that were claimed for the first time and claim whatever is due.

    Gives what is to be sent, and what gives the claims back.
    """
    told = [event.id for event in events if event.attempts == 1 and event.event_type in EVENTS]
    if told:
        make_deliveries(told)
    ids = [due.id for due in claim_due()]
    return [partial(webhook_send.send, delivery_id=str(key)) for key in ids], partial(give_back, ids)

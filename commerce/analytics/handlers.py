"""Reactions of analytics to what units order."""

import uuid
from datetime import datetime

from commerce.analytics.services.spend_refresh import REFRESH, spend_refresh, spend_refresh_ask
from commerce.procurement.ledger import month_of_order, months_of_orders
from tenants.runtime.clock import on_alarm
from tenants.runtime.events import Event, on_event


@on_event("procurement.order.issued", when_off=True)
def refresh_after_issue(*, event: Event, at: datetime) -> None:
    """This will ask for the month of an order that was issued."""
    _ask(event, at)


@on_event("procurement.order.changed", when_off=True)
def refresh_after_change(*, event: Event, at: datetime) -> None:
    """This will ask for the month of an order whose change was accepted."""
    _ask(event, at)


@on_event("procurement.order.cancelled", when_off=True)
def refresh_after_cancellation(*, event: Event, at: datetime) -> None:
    """This will ask for the month of an order that was cancelled."""
    _ask(event, at)


@on_event("procurement.order.imported", when_off=True)
def refresh_after_import(*, event: Event, at: datetime) -> None:
    """This will ask for every month: an import brings years of orders at once."""
    spend_refresh_ask(months=months_of_orders(), at=at)


@on_alarm(REFRESH)
def refresh_month(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will write a month's roll-up anew."""
    spend_refresh(key=subject_id, at=at)


def _ask(event: Event, at: datetime) -> None:
    month = month_of_order(event.subject_id)
    if month is not None:
        spend_refresh_ask(months=[month], at=at)

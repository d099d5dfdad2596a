"""Reactions of analytics to what units order, receive and approve."""

import uuid
from datetime import datetime
from functools import partial

from commerce.analytics.rollups import ROLLUPS
from commerce.analytics.services.rollup_refresh import rollup_refresh, rollup_refresh_ask
from commerce.approvals.ledger import month_of_approval, months_of_approvals
from commerce.procurement.insight.ledger import months_of_receipt, months_of_receipts
from commerce.procurement.ledger import month_of_order, months_of_orders
from tenants.runtime.clock import on_alarm
from tenants.runtime.events import Event, on_event
from tenants.runtime.scope import current_scope

RECEIPTS = ("delivery", "cycle")


def refresh_after_order(*, event: Event, at: datetime) -> None:
    """This will ask for the month of an order that was issued, changed or cancelled."""
    month = month_of_order(event.subject_id)
    if month is not None:
        rollup_refresh_ask(name="spend", months=[month], at=at)


def refresh_after_receipt(*, event: Event, at: datetime) -> None:
    """This will ask for the months of the goods of an order of which some came or were reversed."""
    for name in RECEIPTS:
        rollup_refresh_ask(name=name, months=months_of_receipt(event.subject_id), at=at)


@on_event("approvals.run.approved", when_off=True)
def refresh_after_approval(*, event: Event, at: datetime) -> None:
    """This will ask for the month of a document that a person approved."""
    month = month_of_approval(event.subject_id)
    if month is not None:
        rollup_refresh_ask(name="approval", months=[month], at=at)


@on_event("directory.unit.edited", every_unit=True, when_off=True)
def refresh_after_edit(*, event: Event, at: datetime) -> None:
    """This will ask for every month of a unit whose time zone, and with it its calendar, may have changed."""
    if event.subject_id == current_scope().unit_id:
        rollup_refresh_ask(name="approval", months=months_of_approvals(), at=at)


for name in ("issued", "changed", "cancelled"):
    on_event(f"procurement.order.{name}", when_off=True)(refresh_after_order)
for name in ("posted", "decided", "reversed"):
    on_event(f"procurement.receipt.{name}", when_off=True)(refresh_after_receipt)


@on_event("procurement.order.imported", when_off=True)
def refresh_after_import(*, event: Event, at: datetime) -> None:
    """This will ask for every month: an import brings years of orders at once."""
    rollup_refresh_ask(name="spend", months=months_of_orders(), at=at)
    rollup_refresh_ask(name="delivery", months=months_of_receipts(), at=at)


def refresh_month(*, name: str, subject_id: uuid.UUID, at: datetime) -> None:
    """This will write a month of a roll-up anew."""
    rollup_refresh(name=name, key=subject_id, at=at)


for rollup in ROLLUPS.values():
    on_alarm(rollup.alarm)(partial(refresh_month, name=rollup.name))

"""When the unit's risks are looked at: after what can begin or end one, and when time alone can."""

import uuid
from datetime import datetime

from commerce.procurement.services.risk_watch import WATCH, risk_watch, risk_watch_ask
from tenants.runtime.clock import on_alarm
from tenants.runtime.events import Event, on_event

CAUSES = (
    "order.issued", "order.changed", "order.cancelled", "order.closed", "order.held", "order.imported",
    "order_change.accepted", "order_confirmation.sent", "order_confirmation.accepted", "order_confirmation.declined",
    "order.acknowledged", "receipt.posted", "receipt.decided", "receipt.reversed", "invoice.received",
    "invoice.matched", "invoice.exception", "invoice.resolved", "invoice.rejected", "invoice.assigned",
)  # fmt: skip
OF_GROUP = ("masterdata.sanction.imposed", "masterdata.sanction.lifted", "masterdata.sanction.expired")


def watch_after_change(*, event: Event, at: datetime) -> None:
    """This will have the unit looked at after a change of an order or invoice."""
    risk_watch_ask(at=at)


def watch_after_sanction(*, event: Event, at: datetime) -> None:
    """This will have the unit looked at after headquarters imposed or lifted a sanction."""
    risk_watch_ask(at=at)


for name in CAUSES:
    on_event(f"procurement.{name}")(watch_after_change)
for name in OF_GROUP:
    on_event(name, every_unit=True)(watch_after_sanction)


@on_alarm(WATCH)
def watch_unit(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will bring the unit's alerts to what is wrong now."""
    risk_watch(at=at)

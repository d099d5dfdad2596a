"""Reactions of the supplier file to its own events."""

from datetime import datetime

from commerce.suppliers.services.period_close import REQUESTED, run_period
from tenants.runtime.events import Event, on_event
from tenants.runtime.scope import Scope


@on_event(REQUESTED, resumable=True)
def period_step(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will measure and score the period that was asked for."""
    run_period(scope=scope, period_id=event.subject_id, at=at)

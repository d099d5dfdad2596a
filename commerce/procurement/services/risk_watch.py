"""Looks at the unit's running orders and invoices, and has exactly those alerts open that have a cause."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from commerce.procurement.models import PurchaseOrder
from commerce.procurement.watch import causes, kinds
from tenants.accounts.services.alerts import alerts_reconcile
from tenants.directory.queries import unit_time_zone
from tenants.kernel.actor import system_actor
from tenants.runtime.clock import alarm_of, set_alarm
from tenants.runtime.scope import current_scope

WATCH = "procurement.risk.watch"
"""The kind of alarm that looks at a unit; its subject is the unit."""
GATHERS = timedelta(seconds=2)
"""How long changes are gathered before the unit is looked at."""


def risk_watch_ask(*, at: datetime) -> None:
    """This will see to it that the unit is looked at within seconds; an earlier alarm stays as it is."""
    unit_id = current_scope().unit_id
    if unit_id is None:
        return
    due = at + GATHERS
    known = alarm_of(kind=WATCH, subject_id=unit_id)
    if known is None or known > due:
        set_alarm(kind=WATCH, subject_id=unit_id, due_at=due)


def risk_watch(*, at: datetime) -> tuple[int, int]:
    """This will bring the unit's alerts to what is wrong now, and give how many were told and resolved.

    It sets the alarm for the next moment at which time alone can make something late.
    """
    scope = current_scope()
    assert scope.unit_id is not None
    actor = system_actor(group_id=scope.group_id, unit_id=scope.unit_id, name="Watch")
    zone = ZoneInfo(unit_time_zone(scope.unit_id))
    today = at.astimezone(zone).date()
    found: Iterable[tuple[kinds.AlertKind, Iterable[causes.Cause]]] = (
        (kinds.DELIVERY_LATE, causes.late_deliveries(today)),
        (kinds.CONFIRMATION_LATE, causes.late_confirmations(at)),
        (kinds.ORDER_SANCTIONED, causes.sanctioned_orders(actor=actor, at=at)),
        (kinds.PRICE_EXCEPTION, causes.differing_invoices(price=True)),
        (kinds.INVOICE_EXCEPTION, causes.differing_invoices(price=False)),
    )
    told = resolved = 0
    for kind, wrong in found:
        new, gone = alerts_reconcile(kind=kind, causes=wrong, at=at)
        told, resolved = told + new, resolved + gone
    midnight = datetime.combine(today + timedelta(days=1), time(0, 1), tzinfo=zone)
    runs = PurchaseOrder.objects.filter(status="issued").exists()
    answers = causes.next_unanswered_at()
    due = causes.first_moment([midnight if runs else None, answers if answers and answers > at else None])
    if due is not None:
        set_alarm(kind=WATCH, subject_id=scope.unit_id, due_at=due)
    return told, resolved

"""Writes a month's roll-up of the unit anew from its ledger, and asks for that when orders change."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from commerce.analytics.models import SpendRollup
from commerce.procurement.ledger import ledger_of_month, months_of_orders
from tenants.runtime.clock import set_alarm_once
from tenants.runtime.locks import LockSpace, lock_exclusive
from tenants.runtime.scope import current_scope

REFRESH = "analytics.spend.refresh"
"""The kind of alarm that refreshes one month of one unit; its subject is `month_key`."""
GATHERS = timedelta(seconds=20)
"""How long changes are gathered before a month is written anew."""


def month_key(unit_id: uuid.UUID | None, month: date) -> uuid.UUID:
    """This will name a month of a unit."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{unit_id}:{month.isoformat()}")


def spend_refresh_ask(*, months: Iterable[date], at: datetime) -> None:
    """This will see to it that the months are refreshed within a minute; an earlier alarm stays as it is."""
    unit_id = current_scope().unit_id
    for month in months:
        set_alarm_once(kind=REFRESH, subject_id=month_key(unit_id, month), due_at=at + GATHERS)


def spend_refresh(*, key: uuid.UUID, at: datetime) -> int:
    """This will write the month of that key anew, and give the number of its rows.

    A month without any order left is emptied. The unit's refreshes wait for each other.
    """
    unit_id = current_scope().unit_id
    months = {month_key(unit_id, month): month for month in months_to_compare()}
    return spend_rewrite(month=months[key], at=at) if key in months else 0


def spend_rewrite(*, month: date, at: datetime) -> int:
    """This will replace a month's roll-up by the sums of the ledger."""
    scope = current_scope()
    assert scope.group_id is not None
    lock_exclusive(LockSpace.SPEND_ROLLUP, scope.group_id, [str(scope.unit_id)])
    SpendRollup.objects.filter(unit_id=scope.unit_id, month_date=month).delete()
    rows = [
        SpendRollup(
            group_id=scope.group_id,
            unit_id=scope.unit_id,
            month_date=month,
            supplier_org_id=found.supplier_org_id,
            category_id=found.category_id,
            currency=found.currency,
            spend_amount=found.amount,
            line_count=found.lines,
            refreshed_at=at,
        )
        for found in ledger_of_month(month)
    ]
    SpendRollup.objects.bulk_create(rows, batch_size=1000)
    return len(rows)


def months_to_compare() -> list[date]:
    """This will give every month of the unit that has orders or a roll-up, the oldest first."""
    kept = SpendRollup.objects.filter(unit_id=current_scope().unit_id).order_by()
    return sorted({*months_of_orders(), *kept.values_list("month_date", flat=True).distinct()})


def spend_differs(*, month: date) -> bool:
    """This will tell whether the month's roll-up is anything but the sums of the ledger."""
    kept = SpendRollup.objects.filter(unit_id=current_scope().unit_id, month_date=month)
    columns = ("supplier_org_id", "category_id", "currency", "spend_amount", "line_count")
    ledger = [
        (s.supplier_org_id, s.category_id, s.currency, s.amount, s.lines) for s in ledger_of_month(month)
    ]
    return sorted(kept.values_list(*columns), key=str) != sorted(ledger, key=str)

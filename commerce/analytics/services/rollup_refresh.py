"""Writes a month's roll-up of the unit anew from its ledger, and asks for that when documents change."""

import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import Max, Sum

from commerce.analytics.rollups import ROLLUPS
from tenants.kernel.actor import system_actor
from tenants.kernel.ids import new_id
from tenants.runtime import outbox
from tenants.runtime.clock import set_alarm_once
from tenants.runtime.locks import LockSpace, lock_exclusive
from tenants.runtime.scope import current_scope

SOON = timedelta(milliseconds=300)
"""How long changes of a quiet month are gathered before it is written anew."""
GATHERS = timedelta(seconds=1)
"""How far apart the refreshes of a busy month are at least, and for every so many of its lines as well."""
LINES_A_STEP = 20_000
GATHERS_AT_MOST = timedelta(seconds=20)
_MONTHS = 0xFFFF


def month_key(unit_id: uuid.UUID | None, month: date) -> uuid.UUID:
    """This will name a month of a unit: the unit's digest with the month's number in the last 16 bits."""
    digest = uuid.uuid5(uuid.NAMESPACE_OID, f"{unit_id}").int
    return uuid.UUID(int=(digest & ~_MONTHS) | (month.year * 12 + month.month - 1))


def month_of_key(key: uuid.UUID) -> date:
    """This will give the month that a key names."""
    number = key.int & _MONTHS
    return date(max(number // 12, 1), number % 12 + 1, 1)


def rollup_refresh_ask(*, name: str, months: Iterable[date], at: datetime) -> None:
    """This will see to it that the months are refreshed, within a second or two; large ones less often.

    Writing a month anew costs in proportion to its lines, so its refreshes are further apart the more it has: they take
    a small share of a processor, however busy a unit is. An earlier alarm stays as it is.
    """
    rollup, unit_id = ROLLUPS[name], current_scope().unit_id
    wanted = list(months)
    rows = rollup.model._default_manager.filter(unit_id=unit_id, month_date__in=wanted).order_by()
    found = rows.values_list("month_date").annotate(Max("refreshed_at"), Sum(rollup.counted))
    last = {month: refreshed + _apart(lines) for month, refreshed, lines in found}
    for month in wanted:
        busy_until = last.get(month, at)
        set_alarm_once(
            kind=rollup.alarm, subject_id=month_key(unit_id, month), due_at=max(at + SOON, busy_until)
        )


def _apart(lines: int) -> timedelta:
    """How far apart the refreshes of a month of so many lines are."""
    return min(GATHERS * (1 + lines // LINES_A_STEP), GATHERS_AT_MOST)


def rollup_refresh(*, name: str, key: uuid.UUID, at: datetime) -> int:
    """This will write the month of that key anew, and give the number of its rows.

    A month without any document left is emptied. The unit's refreshes wait for each other.
    """
    month = month_of_key(key)
    if month_key(current_scope().unit_id, month) != key:
        return 0
    return rollup_rewrite(name=name, month=month, at=at)


def rollup_rewrite(*, name: str, month: date, at: datetime) -> int:
    """This will replace a month's roll-up by the sums of the ledger, and tell open pages."""
    rollup, scope = ROLLUPS[name], current_scope()
    assert scope.group_id is not None and scope.unit_id is not None
    lock_exclusive(LockSpace.SPEND_ROLLUP, scope.group_id, [str(scope.unit_id)])
    manager = rollup.model._default_manager
    manager.filter(unit_id=scope.unit_id, month_date=month).delete()
    rows = [
        rollup.model(
            id=new_id(),
            group_id=scope.group_id,
            unit_id=scope.unit_id,
            month_date=month,
            refreshed_at=at,
            **dict(zip(rollup.columns, found, strict=True)),
        )
        for found in rollup.rows_of(month)
    ]
    manager.bulk_create(rows, batch_size=1000)
    outbox.publish(
        event_type=f"analytics.{name}.refreshed",
        subject_type=f"{name}_rollup",
        subject_id=month_key(scope.unit_id, month),
        at=at,
        actor=system_actor(group_id=scope.group_id, unit_id=scope.unit_id, name="Analytics"),
    )
    return len(rows)


def months_to_compare(*, name: str) -> list[date]:
    """This will give every month of the unit that has documents or a roll-up, the oldest first."""
    rollup = ROLLUPS[name]
    kept = rollup.model._default_manager.filter(unit_id=current_scope().unit_id).order_by()
    return sorted({*rollup.months(), *kept.values_list("month_date", flat=True).distinct()})


def rollup_differs(*, name: str, month: date) -> bool:
    """This will tell whether the month's roll-up is anything but the sums of the ledger."""
    rollup = ROLLUPS[name]
    kept = rollup.model._default_manager.filter(unit_id=current_scope().unit_id, month_date=month)
    return sorted(kept.values_list(*rollup.columns), key=str) != sorted(rollup.rows_of(month), key=str)

"""Sets when people of the unit work."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from commerce.approvals.calendar import DEFAULTS
from commerce.approvals.models import WorkingCalendar
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, Invalid
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows

MOST_DAYS = 400


@dataclass(frozen=True, slots=True)
class CalendarSaved:
    """The calendar's new version."""

    version: int


def calendar_edit(
    *,
    actor: Actor,
    version: int,
    weekdays: Sequence[int],
    opens: time,
    closes: time,
    holidays: Sequence[date] = (),
    extra_days: Sequence[date] = (),
    at: datetime,
) -> CalendarSaved:
    """This will replace the working calendar; `version` is 0 while there is none.

    Alarms that are set already keep their instants. Raises Forbidden, Invalid and Conflict.
    """
    require(actor, "approvals.calendar.edit")
    _check(weekdays, opens, closes, holidays, extra_days)
    calendar = _locked(version)
    old = _values(calendar)
    calendar.weekdays, calendar.opens, calendar.closes = sorted(set(weekdays)), opens, closes
    calendar.holidays = sorted({day.isoformat() for day in holidays})
    calendar.extra_days = sorted({day.isoformat() for day in extra_days})
    calendar.version = version + 1
    calendar.save(force_insert=version == 0)
    _tell(calendar, old, actor=actor, at=at)
    return CalendarSaved(calendar.version)


def _check(
    weekdays: Sequence[int],
    opens: time,
    closes: time,
    holidays: Sequence[date],
    extra_days: Sequence[date],
) -> None:
    if not weekdays or not set(weekdays) <= set(range(7)):
        raise Invalid(
            field="weekdays",
            reason_en="Choose at least one day of the week, 0 (Monday) to 6.",
            reason_zh="请至少选择一个工作日（0 表示星期一，至 6）。",
        )
    if closes <= opens:
        raise Invalid(
            field="closes", reason_en="Work ends after it begins.", reason_zh="下班时间必须晚于上班时间。"
        )
    for field, days in (("holidays", holidays), ("extraDays", extra_days)):
        if len(days) > MOST_DAYS:
            raise Invalid(
                field=field, reason_en=f"Name at most {MOST_DAYS} days.", reason_zh=f"最多 {MOST_DAYS} 天。"
            )
    if both := sorted(set(holidays) & set(extra_days)):
        raise Invalid(
            field="extraDays",
            reason_en=f"{both[0]} is named as a day off and as a working day.",
            reason_zh=f"{both[0]} 同时被设为休息日和工作日。",
        )


def _locked(version: int) -> WorkingCalendar:
    rows = lock_rows(WorkingCalendar.objects.all())
    present = rows[0].version if rows else 0
    if present != version:
        raise Conflict(field="version", current_version=present)
    return rows[0] if rows else WorkingCalendar(opens=DEFAULTS.opens, closes=DEFAULTS.closes)


def _values(calendar: WorkingCalendar) -> dict[str, object]:
    return {
        "weekdays": list(calendar.weekdays),
        "opens": calendar.opens.isoformat("minutes"),
        "closes": calendar.closes.isoformat("minutes"),
        "holidays": list(calendar.holidays),
        "extra_days": list(calendar.extra_days),
    }


def _tell(calendar: WorkingCalendar, old: dict[str, object], *, actor: Actor, at: datetime) -> None:
    before, after = audit.changes(old, _values(calendar))
    subject_id = actor.unit_id
    assert subject_id is not None
    audit.record(
        actor=actor,
        action="approvals.calendar.edit",
        subject_type="approvals.calendar",
        subject_id=subject_id,
        old=before,
        new=after,
        at=at,
    )
    outbox.publish(
        event_type="approvals.calendar.edited",
        subject_type="approvals.calendar",
        subject_id=subject_id,
        version=calendar.version,
        actor=actor,
        at=at,
    )

"""The unit's working calendar at hand: the row in the database, or the defaults."""

from datetime import date, datetime

from django.db.models import QuerySet

from commerce.approvals.models import WorkingCalendar
from commerce.approvals.people import unit_in_scope
from commerce.approvals.working_time import WorkingHours, after_working_hours
from tenants.directory.queries import unit_time_zone
from tenants.runtime.hot import hot

DEFAULTS = WorkingHours()


@hot
def _calendar() -> QuerySet[WorkingCalendar]:
    return WorkingCalendar.objects.all()


def working_hours() -> WorkingHours:
    """This will give the unit's working hours."""
    return calendar_in_force()[0]


def calendar_in_force() -> tuple[WorkingHours, int]:
    """This will give the unit's working hours and their version, which is 0 while the defaults hold."""
    row = _calendar.first()
    if row is None:
        return DEFAULTS, 0
    hours = WorkingHours(
        weekdays=frozenset(row.weekdays),
        opens=row.opens,
        closes=row.closes,
        holidays=frozenset(date.fromisoformat(day) for day in row.holidays),
        extra_days=frozenset(date.fromisoformat(day) for day in row.extra_days),
    )
    return hours, row.version


def working_hours_later(at: datetime, hours: int) -> datetime:
    """This will give the instant so many of the unit's working hours after `at`."""
    return after_working_hours(at, hours, unit_time_zone(unit_in_scope()), working_hours())

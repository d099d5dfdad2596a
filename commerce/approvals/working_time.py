"""Working hours: a unit's days and hours of work, in its time zone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONGEST_PAUSE = timedelta(days=400)
"""A calendar without a working day in this time counts as one that never closes."""


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When people work; `holidays` and `extra_days` stand above the weekdays (Monday is 0)."""

    weekdays: frozenset[int] = frozenset(range(5))
    opens: time = time(9)
    closes: time = time(18)
    holidays: frozenset[date] = frozenset()
    extra_days: frozenset[date] = frozenset()

    def is_working_day(self, day: date) -> bool:
        """This will tell whether people work on the day."""
        return day in self.extra_days or (day.weekday() in self.weekdays and day not in self.holidays)


def after_working_hours(
    at: datetime, hours: int | timedelta, zone: str, working: WorkingHours = WorkingHours()
) -> datetime:
    """This will give the instant that lies so many working hours after `at`.

    A duration that begins outside working hours begins with the next ones; one that ends with a working day
    ends at its close. Hours are real ones: a day on which clocks are put forward or back has so many less or more.
    """
    place, here = ZoneInfo(zone), at.astimezone(UTC)
    whole = left = hours if isinstance(hours, timedelta) else timedelta(hours=hours)
    day = last_worked = here.astimezone(place).date()
    while day - last_worked < LONGEST_PAUSE:
        begin, closes = (
            datetime.combine(day, border, place).astimezone(UTC) for border in (working.opens, working.closes)
        )
        begin = max(here, begin)
        if working.is_working_day(day) and begin < closes:
            if begin + left <= closes:
                return (begin + left).astimezone(at.tzinfo)
            left -= closes - begin
            last_worked = day
        day += timedelta(days=1)
    return at + whole

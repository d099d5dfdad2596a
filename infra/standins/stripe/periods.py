"""Billing periods: calendar months and years from an anchor, whose day is kept where the month has it."""

import calendar
from datetime import UTC, datetime


def months_later(anchor: int, months: int) -> int:
    """This will give the instant so many months after the anchor; short months end on their last day."""
    start = datetime.fromtimestamp(anchor, UTC)
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    return int(start.replace(year=year, month=month + 1, day=day).timestamp())


def period_at(anchor: int, *, interval: str, count: int, number: int) -> tuple[int, int]:
    """This will give start and end of the period with this number, counted from the anchor."""
    if interval in ("day", "week"):
        length = count * (86400 if interval == "day" else 7 * 86400)
        return anchor + number * length, anchor + (number + 1) * length
    months = count * (12 if interval == "year" else 1)
    return months_later(anchor, number * months), months_later(anchor, (number + 1) * months)


def period_of(anchor: int, now: int, *, interval: str, count: int) -> tuple[int, int]:
    """This will give the period that holds an instant at or after the anchor."""
    number = 0
    while (span := period_at(anchor, interval=interval, count=count, number=number))[1] <= now:
        number += 1
    return span

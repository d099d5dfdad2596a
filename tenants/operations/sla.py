"""What a unit's availability is worth: plain arithmetic over minutes, without a database."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_DOWN, Decimal

PROMISED = Decimal("99.9")
"""Per cent of a month's minutes."""


@dataclass(frozen=True, slots=True)
class Availability:
    """A unit's, or the service's, minutes of a period: each was observed by one probe.

    `failed` are those without a right answer, outside of announced maintenance; `excluded` those inside of it.
    """

    observed: int
    failed: int
    excluded: int

    @property
    def percent(self) -> Decimal | None:
        """Right answers of all that count, in per cent to three places, rounded down; None when none count."""
        counted = self.observed - self.excluded
        if counted <= 0:
            return None
        share = Decimal(100) * (counted - self.failed) / counted
        return share.quantize(Decimal("0.001"), rounding=ROUND_DOWN)


@dataclass(frozen=True, slots=True)
class Budget:
    """How many minutes may be lost in a period, and how many were."""

    minutes: Decimal
    used: int

    @property
    def left(self) -> Decimal:
        """What may still be lost; below zero when the promise is broken."""
        return self.minutes - self.used


def budget_of(days: int, failed: int) -> Budget:
    """This will reckon the error budget of so many days: 43.2 minutes at 99.9 % of 30 days."""
    allowed = (100 - PROMISED) / 100 * days * 1440
    return Budget(allowed.quantize(Decimal("0.01")), failed)


def month_of(day: date) -> tuple[datetime, datetime, int]:
    """This will give the beginning and end (UTC) of the month a day lies in, and how many days it has."""
    first = datetime(day.year, day.month, 1, tzinfo=UTC)
    days = monthrange(day.year, day.month)[1]
    return first, first + timedelta(days=days), days


def month_before(day: date) -> date:
    """This will give the first day of the month before."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)

"""What a change in mid-period costs: exact, by the second, in minor units.

Each position is rounded by itself, halves away from zero, as Stripe's invoices do in billing mode `classic`: the
unused rest of what was paid is credited, the rest of the period is charged at the new quantity and price. A new
interval starts a new period: the rest of the old one is credited, and the new one is paid whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Part = Literal["base", "seat"]


@dataclass(frozen=True, slots=True)
class Terms:
    """What is paid for a period: prices in minor units, and how many seats."""

    base_minor: int
    seat_minor: int
    seats: int
    interval: str

    def total(self) -> int:
        """This will give the price of a whole period."""
        return self.base_minor + self.seat_minor * self.seats

    def parts(self) -> Mapping[Part, tuple[int, int]]:
        """This will give unit price and quantity of each part."""
        return {"base": (self.base_minor, 1), "seat": (self.seat_minor, self.seats)}


@dataclass(frozen=True, slots=True)
class Position:
    """One line of what a change costs; a credit is negative."""

    part: Part
    kind: Literal["credit", "charge", "period"]
    quantity: int
    amount_minor: int


def rounded_share(amount: int, part: int, whole: int) -> int:
    """This will give `part`/`whole` of an amount, rounded half away from zero."""
    if amount < 0:
        return -rounded_share(-amount, part, whole)
    return (2 * amount * part + whole) // (2 * whole)


def prorate(*, old: Terms, new: Terms, start: datetime, end: datetime, at: datetime) -> tuple[Position, ...]:
    """This will list what a change at an instant of the period [start, end] credits and charges."""
    whole, rest = _seconds(end - start), _seconds(end - at)
    if not 0 <= rest <= whole:
        raise ValueError("the change lies outside the period")
    fresh = new.interval != old.interval
    before, after = old.parts(), new.parts()
    found: list[Position] = []
    for part in before:
        (was, number), (now, count) = before[part], after[part]
        if not fresh and (was, number) == (now, count):
            continue
        found.append(Position(part, "credit", number, -rounded_share(was * number, rest, whole)))
        if not fresh:
            found.append(Position(part, "charge", count, rounded_share(now * count, rest, whole)))
    if fresh:
        found += [Position(part, "period", n, price * n) for part, (price, n) in after.items()]
    return tuple(found)


def _seconds(span: object) -> int:
    return int(span.total_seconds())  # type: ignore[attr-defined]

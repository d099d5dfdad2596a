"""How billing knows the value of orders: whoever keeps them is introduced at start-up, by name of its events.

Billing reads the value as it is now, whatever event brought it here; so events may come late, twice or in any order.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class OrderValue:
    """An order that was placed: what of it stands now, without tax, after cancellation and returns.

    `placed_at` never changes; the month of commission and the day of the exchange rate are taken from it.
    """

    order_id: uuid.UUID
    number: str
    placed_at: datetime
    amount: Decimal
    currency: str


ValueOf = Callable[[str, uuid.UUID], OrderValue | None]
"""(type of an event's subject, its id) -> the order's value, in the unit's scope; None for what bears no commission."""

RateOf = Callable[[str, str, date], Decimal | None]
"""(from, to, day) -> how many units of `to` one of `from` was worth; None while no rate is known."""


@dataclass(frozen=True, slots=True)
class OrderSource:
    """Where orders are kept."""

    value_of: ValueOf
    rate_of: RateOf


_sources: list[OrderSource] = []


def register_order_source(source: OrderSource) -> None:
    """This will introduce the keeper of orders; there is one, the last one introduced."""
    _sources[:] = [source]


def order_source() -> OrderSource | None:
    """This will give the keeper of orders; None where none was introduced."""
    return _sources[0] if _sources else None

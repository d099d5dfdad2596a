"""The arithmetic of commission: whole minor units, rounded at two named points, independent of the order of events.

K1: an order's commission is its value in the billing currency, in minor units, times the rate, rounded half up.
K2: a month's commission is the sum over its orders, at most the cap. A return lowers the order's value, so its month.
What is charged at any time is the sum over all months, less what was charged before; it falls below zero only as far as
Stripe can still credit it in the present period, the rest waits.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext

from tenants.kernel.money import exponent_of

BPS = 10_000


@dataclass(frozen=True, slots=True)
class Entry:
    """What one usage event adds to its month."""

    month: date
    commission_minor: int
    cap_minor: int | None


def value_in_minor(amount: Decimal, rate: Decimal, currency: str) -> int:
    """This will convert an order's value and round it half up to whole minor units of the billing currency."""
    with localcontext() as context:
        context.prec = 80
        exact = (amount * rate).scaleb(exponent_of(currency))
        return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def commission_of(value_minor: int, rate_bps: int) -> int:
    """This will give an order's commission (K1)."""
    return (2 * value_minor * rate_bps + BPS) // (2 * BPS)


def due_of(entries: Iterable[Entry]) -> int:
    """This will give the commission of all months together (K2); a month's cap is the lowest among its orders."""
    sums: dict[date, int] = {}
    caps: dict[date, int] = {}
    for entry in entries:
        sums[entry.month] = sums.get(entry.month, 0) + entry.commission_minor
        if entry.cap_minor is not None:
            caps[entry.month] = min(caps.get(entry.month, entry.cap_minor), entry.cap_minor)
    return sum(min(total, caps.get(month, total)) for month, total in sums.items())


def chargeable(*, due: int, charged: int, creditable: int) -> int:
    """This will give what is charged now: the difference, a credit only up to what this period still bears."""
    return max(due - charged, -max(creditable, 0))

"""Converts amounts by the group's dated exchange rates (docs/algorithms/money.md)."""

import uuid
from collections.abc import Iterable
from datetime import date
from decimal import Decimal, localcontext

from commerce.masterdata.models import FxRate
from commerce.masterdata.queries import latest_rates
from tenants.kernel.errors import DomainError
from tenants.kernel.money import exponent_of, round_amount
from tenants.runtime.scope import current_scope

PIVOTS = ("USD", "EUR", "CNY")
"""Currencies through which a pair without a rate of its own is computed, in this order; then any other."""


class RateMissing(DomainError):
    """No rate leads from one currency to the other on that day."""

    code = "RATE_MISSING"
    en = "There is no exchange rate from {source} to {target} on or before {on_date}. Ask headquarters to enter one."
    zh = "没有 {on_date} 或之前从 {source} 到 {target} 的汇率，请联系总部录入。"


def convert(*, amount: Decimal, source: str, target: str, on_date: date) -> Decimal:
    """This will convert an amount at the newest rate up to the day, rounded half up to the target's minor unit.

    The pair's own rate is taken, else its inverse, else the way through one other currency. Reads the rates
    of the surrounding unit of work's group. Raises RateMissing, UnknownCurrency.
    """
    exponent_of(source), exponent_of(target)
    if source == target:
        return round_amount(amount, target)
    rate = rate_between(group_id=current_scope().group_id, source=source, target=target, on_date=on_date)
    with localcontext() as context:
        context.prec = 60
        return round_amount(amount * rate, target)


def rate_between(*, group_id: uuid.UUID | None, source: str, target: str, on_date: date) -> Decimal:
    """This will give how many units of `target` one unit of `source` costs; raises RateMissing."""
    known = _both_ways(latest_rates(group_id=group_id, currencies=[source, target], on_date=on_date))
    if (source, target) in known:
        return known[source, target]
    middles = {b for a, b in known if a == source} & {a for a, b in known if b == target}
    order = {pivot: place for place, pivot in enumerate(PIVOTS)}
    for middle in sorted(middles, key=lambda code: (order.get(code, len(PIVOTS)), code)):
        with localcontext() as context:
            context.prec = 60
            return known[source, middle] * known[middle, target]
    raise RateMissing(field="currency", source=source, target=target, on_date=on_date.isoformat())


def _both_ways(rates: Iterable[FxRate]) -> dict[tuple[str, str], Decimal]:
    """Direct rates and, where a direction has no newer rate of its own, the inverse."""
    dated: dict[tuple[str, str], tuple[date, bool, Decimal]] = {}
    with localcontext() as context:
        context.prec = 60
        for rate in rates:
            for pair, own, value in (
                ((rate.base, rate.quote), True, rate.rate),
                ((rate.quote, rate.base), False, 1 / rate.rate),
            ):
                candidate = (rate.rate_date, own, value)
                if pair not in dated or candidate[:2] > dated[pair][:2]:
                    dated[pair] = candidate
    return {pair: value for pair, (_, _, value) in dated.items()}

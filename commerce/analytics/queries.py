"""Reads of analytics: spend by unit, supplier, category or month, in one statement each."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, localcontext
from typing import Any, Literal

from django.db.models import Max, QuerySet, Sum

from commerce.analytics.models import SpendRollup
from commerce.analytics.naming import MOST_ROWS, names_of, whole_months
from commerce.masterdata.services.fx import RateMissing, rate_between
from tenants.directory.queries import group_currency
from tenants.kernel.actor import Actor
from tenants.kernel.money import round_amount
from tenants.runtime.guard import require

Dimension = Literal["unit", "supplier", "category", "month"]
COLUMNS: Mapping[str, str] = {
    "unit": "unit_id", "supplier": "supplier_org_id", "category": "category_id", "month": "month_date",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SpendFilter:
    """What of the spend is asked for: whole months from `since` until `until`, both included."""

    since: date
    until: date
    unit_ids: Sequence[uuid.UUID] = ()
    supplier_org_ids: Sequence[uuid.UUID] = ()
    category_ids: Sequence[uuid.UUID] = ()


@dataclass(frozen=True, slots=True)
class SpendRow:
    """The spend of one unit, supplier, category or month, in the group's currency.

    `key` is the id, or the month's first day; None stands for lines without a category. `spend` leaves out
    currencies without a rate, which `Spend.unconverted` names.
    """

    key: uuid.UUID | date | None
    code: str
    name_en: str
    name_zh: str
    spend: Decimal
    lines: int


@dataclass(frozen=True, slots=True)
class CurrencySum:
    """The spend in one currency, exact; `converted` in the group's currency, None without a rate."""

    currency: str
    spend: Decimal
    converted: Decimal | None


@dataclass(frozen=True, slots=True)
class Spend:
    """Spend in one dimension, the highest first (months in their order), with its totals."""

    currency: str
    total: Decimal
    lines: int
    rows: tuple[SpendRow, ...]
    currencies: tuple[CurrencySum, ...]
    refreshed_at: datetime | None


def spend_rollups_visible_to(actor: Actor) -> QuerySet[SpendRollup]:
    """This will give the group's roll-ups to HQ, a unit its own; none to partners."""
    rows = SpendRollup.objects.filter(group_id=actor.group_id)
    if actor.supplier_org_id is not None or actor.distributor_id is not None:
        return rows.none()
    return rows if actor.unit_id is None else rows.filter(unit_id=actor.unit_id)


def spend(*, actor: Actor, by: Dimension, of: SpendFilter) -> Spend:
    """This will sum up spend in one dimension.

    Amounts are summed per currency to the cent and converted at the newest rates up to the last month's end.
    Raises Forbidden, and Invalid for an empty period or one of more than fifty years.
    """
    require(actor, "analytics.spend.read")
    since, until = whole_months(of.since, of.until)
    rows = _filtered(actor, of, since, until)
    sums = list(
        rows.order_by()
        .values_list(COLUMNS[by], "currency")
        .annotate(spend=Sum("spend_amount"), lines=Sum("line_count"), at=Max("refreshed_at"))
    )
    assert actor.group_id is not None
    target = group_currency(group_id=actor.group_id)
    day = (until + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    rates = _rates(actor.group_id, {currency for _, currency, *_ in sums}, target, day)
    ordered = _rows(actor, by, _by_key(sums, rates, target))
    return Spend(
        currency=target,
        total=sum((row.spend for row in ordered), Decimal(0)),
        lines=sum(row.lines for row in ordered),
        rows=tuple(ordered[:MOST_ROWS]),
        currencies=_currencies(sums, rates, target),
        refreshed_at=max((row[4] for row in sums), default=None),
    )


def _filtered(actor: Actor, of: SpendFilter, since: date, until: date) -> QuerySet[Any]:
    rows: QuerySet[Any] = spend_rollups_visible_to(actor).filter(month_date__gte=since, month_date__lte=until)
    for column, ids in (
        ("unit_id", of.unit_ids), ("supplier_org_id", of.supplier_org_ids), ("category_id", of.category_ids),
    ):  # fmt: skip
        if ids:
            rows = rows.filter((f"{column}__in", list(ids)))
    return rows


def _rates(
    group_id: uuid.UUID | None, currencies: set[str], target: str, day: date
) -> dict[str, Decimal | None]:
    rates: dict[str, Decimal | None] = {}
    for currency in sorted(currencies):
        try:
            rates[currency] = (
                Decimal(1)
                if currency == target
                else rate_between(group_id=group_id, source=currency, target=target, on_date=day)
            )
        except RateMissing:
            rates[currency] = None
    return rates


def _converted(amount: Decimal, rate: Decimal | None, target: str) -> Decimal | None:
    if rate is None:
        return None
    with localcontext() as context:
        context.prec = 60
        return round_amount(amount * rate, target)


def _by_key(
    sums: list[tuple[Any, ...]], rates: dict[str, Decimal | None], target: str
) -> dict[Any, tuple[Decimal, int]]:
    found: dict[Any, tuple[Decimal, int]] = defaultdict(lambda: (Decimal(0), 0))
    for key, currency, amount, lines, _ in sums:
        spent, counted = found[key]
        found[key] = (spent + (_converted(amount, rates[currency], target) or 0), counted + lines)
    return found


def _currencies(
    sums: list[tuple[Any, ...]], rates: dict[str, Decimal | None], target: str
) -> tuple[CurrencySum, ...]:
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for _, currency, amount, *_ in sums:
        totals[currency] += amount
    return tuple(
        CurrencySum(currency, total, _converted(total, rates[currency], target))
        for currency, total in sorted(totals.items())
    )


def _rows(actor: Actor, by: Dimension, found: dict[Any, tuple[Decimal, int]]) -> list[SpendRow]:
    names = names_of(actor, by, found)
    rows = [
        SpendRow(key, *names.get(key, ("", "", "")), spend=spent, lines=lines)
        for key, (spent, lines) in found.items()
    ]
    if by == "month":
        return sorted(rows, key=lambda row: str(row.key))
    return sorted(rows, key=lambda row: (-row.spend, row.name_en, str(row.key)))

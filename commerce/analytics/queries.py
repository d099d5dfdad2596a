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
from commerce.masterdata.queries import categories_visible_to, supplier_orgs_visible_to
from commerce.masterdata.services.fx import RateMissing, rate_between
from tenants.directory.queries import group_currency, units_visible_to
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid
from tenants.kernel.money import round_amount
from tenants.runtime.guard import require

Dimension = Literal["unit", "supplier", "category", "month"]
COLUMNS: Mapping[str, str] = {
    "unit": "unit_id", "supplier": "supplier_org_id", "category": "category_id", "month": "month_date",
}  # fmt: skip
MOST_MONTHS = 600
MOST_ROWS = 500


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
    since, until = of.since.replace(day=1), of.until.replace(day=1)
    _check_period(since, until)
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


def _check_period(since: date, until: date) -> None:
    months = (until.year - since.year) * 12 + until.month - since.month + 1
    if not 1 <= months <= MOST_MONTHS:
        raise Invalid(
            field="until",
            reason_en="Choose a period of one month to fifty years.",
            reason_zh="请选择一个月至五十年的期间。",
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
    names = _names(actor, by, [key for key in found if key is not None])
    rows = [
        SpendRow(key, *names.get(key, ("", "", "")), spend=spent, lines=lines)
        for key, (spent, lines) in found.items()
    ]
    if by == "month":
        return sorted(rows, key=lambda row: str(row.key))
    return sorted(rows, key=lambda row: (-row.spend, row.name_en, str(row.key)))


def _names(actor: Actor, by: Dimension, keys: list[Any]) -> dict[Any, tuple[str, str, str]]:
    """Code and name in both languages."""
    if by == "unit":
        units = units_visible_to(actor).filter(id__in=keys).values_list("id", "slug", "name")
        return {key: (slug, name, name) for key, slug, name in units}
    if by == "supplier":
        orgs = supplier_orgs_visible_to(actor).filter(id__in=keys)
        names = orgs.values_list("id", "legal_name", "other_name")
        return {key: ("", name, other or name) for key, name, other in names}
    if by == "category":
        found = categories_visible_to(actor).filter(id__in=keys)
        rows = found.values_list("id", "code", "name_en", "name_zh")
        return {key: (code, en, zh) for key, code, en, zh in rows}
    return {}

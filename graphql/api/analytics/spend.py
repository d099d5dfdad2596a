"""Spend by unit, supplier, category or month."""

from datetime import date
from typing import Any

from graphene import ID, Argument, Enum, Field, Int, List, NonNull, ObjectType, String

from api.analytics.periods import id_of_key, keys_of, only, period
from api.guarded import guarded
from api.scalars import Date, DateTime, Money
from commerce.analytics.queries import CurrencySum, SpendFilter, SpendRow, spend
from commerce.analytics.queries import Spend as Summed


class SpendDimension(Enum):
    """What spend is summed up by."""

    UNIT = "unit"
    SUPPLIER = "supplier"
    CATEGORY = "category"
    MONTH = "month"

    @property
    def description(self) -> str:
        """The meaning of one value."""
        return {
            "unit": "By business unit.",
            "supplier": "By supplier.",
            "category": "By category.",
            "month": "By month of the order.",
        }[str(self.value)]


class SpendSum(ObjectType):
    """The spend of one unit, supplier, category or month, in the group's currency."""

    id = ID(description="The unit, supplier or category; none for a month and for lines without a category.")
    month = Date(description="The month's first day, when summed up by month.")
    code = String(required=True, description="The unit's or category's code; empty otherwise.")
    name_en = String(required=True, description="The name in English; empty for a month.")
    name_zh = String(required=True, description="The name in Chinese; empty for a month.")
    spend = Field(NonNull(Money), description="The sum, without tax.")
    lines = Int(required=True, description="How many order lines it holds.")


class SpendInCurrency(ObjectType):
    """The spend in one currency of documents."""

    spend = Field(NonNull(Money), description="The exact sum in that currency.")
    converted = Field(Money, description="In the group's currency; none when no exchange rate leads there.")


class Spend(ObjectType):
    """What placed orders bind, without tax, summed up in one dimension."""

    total = Field(NonNull(Money), description="The total in the group's currency.")
    lines = Int(required=True, description="How many order lines it holds.")
    rows = List(
        NonNull(SpendSum), required=True, description="At most 500, the highest first; months in order."
    )
    currencies = List(NonNull(SpendInCurrency), required=True, description="The same per currency, exact.")
    refreshed_at = DateTime(description="When the newest of these sums was made, seconds after an order.")


@guarded("analytics.spend.read")
def _resolve(
    root: Any,
    info: Any,
    by: Any,
    since: date,
    until: date,
    unit_ids: list[str] | None = None,
    supplier_ids: list[str] | None = None,
    category_ids: list[str] | None = None,
) -> dict[str, Any]:
    dimension = getattr(by, "value", by)
    of = SpendFilter(
        since,
        until,
        keys_of(unit_ids, "Unit", "unitIds"),
        keys_of(supplier_ids, "Supplier", "supplierIds"),
        keys_of(category_ids, "Category", "categoryIds"),
    )
    found = spend(actor=info.context.actor, by=dimension, of=of)
    return {
        "total": {"amount": found.total, "currency": found.currency},
        "lines": found.lines,
        "rows": [_row(row, dimension, found) for row in found.rows],
        "currencies": [_currency(each, found) for each in found.currencies],
        "refreshed_at": found.refreshed_at,
    }


def _row(row: SpendRow, dimension: str, found: Summed) -> dict[str, Any]:
    by_month = dimension == "month"
    return {
        "id": id_of_key(dimension, row.key),
        "month": row.key if by_month else None,
        "code": row.code,
        "name_en": row.name_en,
        "name_zh": row.name_zh,
        "spend": {"amount": row.spend, "currency": found.currency},
        "lines": row.lines,
    }


def _currency(each: CurrencySum, found: Summed) -> dict[str, Any]:
    converted = None if each.converted is None else {"amount": each.converted, "currency": found.currency}
    return {"spend": {"amount": each.spend, "currency": each.currency}, "converted": converted}


def spend_field() -> Field:
    """This will make the root field of spend."""
    return Field(
        NonNull(Spend),
        by=Argument(NonNull(SpendDimension), description="What to sum up by."),
        **period(),
        unit_ids=only("Of these units alone."),
        supplier_ids=only("Of these suppliers alone."),
        category_ids=only("Of these categories alone."),
        resolver=_resolve,
        description="What placed orders bind, from sums that are seconds old.",
    )

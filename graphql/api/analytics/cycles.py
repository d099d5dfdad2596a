"""How long buying takes, by unit, category or month."""

from datetime import date
from typing import Any

from graphene import ID, Argument, Enum, Field, Int, List, NonNull, ObjectType, String

from api.analytics.periods import id_of_key, keys_of, only, period
from api.guarded import guarded
from api.scalars import Date, DateTime, Decimal
from commerce.analytics.cycles import CycleFilter, CycleRow, cycle_times


class CycleDimension(Enum):
    """What purchase cycles are measured by."""

    UNIT = "unit"
    CATEGORY = "category"
    MONTH = "month"

    @property
    def description(self) -> str:
        """The meaning of one value."""
        return {
            "unit": "By business unit.",
            "category": "By category.",
            "month": "By the month the first goods came in.",
        }[str(self.value)]


class CycleSum(ObjectType):
    """Days from the submission of requisition lines to their first goods."""

    id = ID(description="The unit or category; none for a month and for lines without a category.")
    month = Date(description="The month's first day, when measured by month.")
    code = String(required=True, description="The unit's or category's code; empty otherwise.")
    name_en = String(required=True, description="The name in English; empty for a month.")
    name_zh = String(required=True, description="The name in Chinese; empty for a month.")
    lines = Int(required=True, description="How many requisition lines it is from.")
    mean_days = Decimal(required=True, description="The mean.")
    median_days = Decimal(required=True, description="Half took no longer.")
    p90_days = Decimal(required=True, description="Nine of ten took no longer.")


class CycleTimes(ObjectType):
    """How long buying takes, from counts that are seconds old."""

    total = Field(CycleSum, description="All together; none when nothing came.")
    rows = List(
        NonNull(CycleSum),
        required=True,
        description="At most 500, those with the most lines first; months in their order.",
    )
    refreshed_at = DateTime(description="When the newest of these counts was made.")


@guarded("analytics.cycle.read")
def _resolve(
    root: Any,
    info: Any,
    by: Any,
    since: date,
    until: date,
    unit_ids: list[str] | None = None,
    category_ids: list[str] | None = None,
) -> dict[str, Any]:
    dimension = getattr(by, "value", by)
    of = CycleFilter(
        since,
        until,
        keys_of(unit_ids, "Unit", "unitIds"),
        keys_of(category_ids, "Category", "categoryIds"),
    )
    found = cycle_times(actor=info.context.actor, by=dimension, of=of)
    return {
        "total": None if found.total is None else _row(found.total, dimension),
        "rows": [_row(row, dimension) for row in found.rows],
        "refreshed_at": found.refreshed_at,
    }


def _row(row: CycleRow, by: str) -> dict[str, Any]:
    return {
        "id": id_of_key(by, row.key),
        "month": row.key if by == "month" else None,
        "code": row.name[0],
        "name_en": row.name[1],
        "name_zh": row.name[2],
        "lines": row.lines,
        "mean_days": row.mean_days,
        "median_days": row.median_days,
        "p90_days": row.p90_days,
    }


def cycles_field() -> Field:
    """This will make the root field of purchase cycles."""
    return Field(
        NonNull(CycleTimes),
        by=Argument(NonNull(CycleDimension), description="What to measure by."),
        **period(),
        unit_ids=only("Of these units alone."),
        category_ids=only("Of these categories alone."),
        resolver=_resolve,
        description="How long buying takes, from the submission of requisitions to their first goods.",
    )

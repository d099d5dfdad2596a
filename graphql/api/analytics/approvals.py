"""How long approvals take, by unit, type of document or month."""

from datetime import date
from typing import Any

from graphene import ID, Argument, Enum, Field, Int, List, NonNull, ObjectType, String

from api.analytics.periods import id_of_key, keys_of, only, period
from api.guarded import guarded
from api.scalars import Date, DateTime, Decimal
from commerce.analytics.approval_times import ApprovalFilter, ApprovalRow, approval_times


class ApprovalDimension(Enum):
    """What approval times are measured by."""

    UNIT = "unit"
    DOCUMENT_TYPE = "document_type"
    MONTH = "month"

    @property
    def description(self) -> str:
        """The meaning of one value."""
        return {
            "unit": "By business unit.",
            "document_type": "By type of document.",
            "month": "By the month of the approval, in the unit's calendar.",
        }[str(self.value)]


class ApprovalTimeSum(ObjectType):
    """Days of 24 hours from the submission of documents to their approval by people."""

    id = ID(description="The unit; none in other dimensions.")
    month = Date(description="The month's first day, when measured by month.")
    code = String(required=True, description="The unit's code or the type of document; empty otherwise.")
    name_en = String(required=True, description="The name in English; empty for a month.")
    name_zh = String(required=True, description="The name in Chinese; empty for a month.")
    documents = Int(required=True, description="How many documents it is from.")
    mean_days = Decimal(required=True, description="The mean.")
    median_days = Decimal(required=True, description="Half took no longer.")
    p90_days = Decimal(required=True, description="Nine of ten took no longer.")


class ApprovalTimes(ObjectType):
    """How long approvals take, from counts that are seconds old."""

    total = Field(ApprovalTimeSum, description="All together; none when nothing was approved.")
    rows = List(
        NonNull(ApprovalTimeSum),
        required=True,
        description="At most 500, those with the most documents first; months in their order.",
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
    document_types: list[str] | None = None,
) -> dict[str, Any]:
    dimension = getattr(by, "value", by)
    of = ApprovalFilter(since, until, keys_of(unit_ids, "Unit", "unitIds"), document_types or ())
    found = approval_times(actor=info.context.actor, by=dimension, of=of)
    return {
        "total": None if found.total is None else _row(found.total, dimension),
        "rows": [_row(row, dimension) for row in found.rows],
        "refreshed_at": found.refreshed_at,
    }


def _row(row: ApprovalRow, by: str) -> dict[str, Any]:
    return {
        "id": id_of_key(by, row.key),
        "month": row.key if by == "month" else None,
        "code": row.name[0],
        "name_en": row.name[1],
        "name_zh": row.name[2],
        "documents": row.documents,
        "mean_days": row.mean_days,
        "median_days": row.median_days,
        "p90_days": row.p90_days,
    }


def approval_times_field() -> Field:
    """This will make the root field of approval times."""
    return Field(
        NonNull(ApprovalTimes),
        by=Argument(NonNull(ApprovalDimension), description="What to measure by."),
        **period(),
        unit_ids=only("Of these units alone."),
        document_types=Argument(List(NonNull(String)), description="Of these types of documents alone."),
        resolver=_resolve,
        description="How long approvals take, from the submission of documents to their approval by people.",
    )

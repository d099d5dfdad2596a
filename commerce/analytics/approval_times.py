"""How long approvals take in all units, from their roll-ups, in one statement."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

from django.db.models import Max, QuerySet, Sum

from commerce.analytics.cycles import CENT, HALF, NINE_TENTHS, percentile
from commerce.analytics.models import ApprovalRollup
from commerce.analytics.naming import MOST_ROWS, Name, names_of, whole_months
from commerce.approvals.ports import document_type_or_none
from tenants.kernel.actor import Actor
from tenants.runtime.guard import require

ApprovalDimension = Literal["unit", "document_type", "month"]
COLUMNS: Mapping[str, str] = {"unit": "unit_id", "document_type": "document_type", "month": "month_date"}
MICROSECONDS_OF_DAY = Decimal(86_400_000_000)


@dataclass(frozen=True, slots=True)
class ApprovalFilter:
    """Whose approvals are asked for: those of whole months from `since` until `until`, both included."""

    since: date
    until: date
    unit_ids: Sequence[uuid.UUID] = ()
    document_types: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """Days from submission to approval, of one unit, type of document or month."""

    key: uuid.UUID | str | date | None
    name: Name
    documents: int
    mean_days: Decimal
    median_days: Decimal
    p90_days: Decimal


@dataclass(frozen=True, slots=True)
class ApprovalTimes:
    """The rows, those with the most documents first (months in their order), and all together."""

    total: ApprovalRow | None
    rows: tuple[ApprovalRow, ...]
    refreshed_at: datetime | None


@dataclass(slots=True)
class _Gathered:
    """How many documents took how many hundredths of a day, and how long all of them took together."""

    counts: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    microseconds: Decimal = Decimal(0)

    def add(self, hundredths: int, documents: int, microseconds: Decimal) -> None:
        self.counts[hundredths] += documents
        self.microseconds += microseconds

    def row(self, key: Any, name: Name) -> ApprovalRow:
        documents = sum(self.counts.values())
        mean = self.microseconds / documents / MICROSECONDS_OF_DAY
        ordered = sorted(self.counts.items())
        return ApprovalRow(
            key,
            name,
            documents,
            mean.quantize(CENT, ROUND_HALF_UP),
            _days(percentile(ordered, HALF)),
            _days(percentile(ordered, NINE_TENTHS)),
        )


def approval_rollups_visible_to(actor: Actor) -> QuerySet[ApprovalRollup]:
    """This will give the group's roll-ups to HQ, a unit its own; none to partners."""
    rows = ApprovalRollup.objects.filter(group_id=actor.group_id)
    if actor.supplier_org_id is not None or actor.distributor_id is not None:
        return rows.none()
    return rows if actor.unit_id is None else rows.filter(unit_id=actor.unit_id)


def approval_times(*, actor: Actor, by: ApprovalDimension, of: ApprovalFilter) -> ApprovalTimes:
    """This will measure approvals by people in one dimension; medians and percentiles to a hundredth of a day.

    Raises Forbidden, and Invalid for an empty period or one of more than fifty years.
    """
    require(actor, "analytics.cycle.read")
    since, until = whole_months(of.since, of.until)
    rows = approval_rollups_visible_to(actor).filter(month_date__gte=since, month_date__lte=until)
    if of.unit_ids:
        rows = rows.filter(unit_id__in=list(of.unit_ids))
    if of.document_types:
        rows = rows.filter(document_type__in=list(of.document_types))
    sums = rows.order_by().values_list(COLUMNS[by], "hundredth_count")
    found: dict[Any, _Gathered] = defaultdict(_Gathered)
    every, newest = _Gathered(), None
    for key, hundredths, documents, took, at in sums.annotate(
        Sum("document_count"), Sum("microsecond_sum"), Max("refreshed_at")
    ):
        found[key].add(hundredths, documents, took)
        every.add(hundredths, documents, took)
        newest = at if newest is None else max(newest, at)
    names = _names(actor, by, found)
    measured = [gathered.row(key, names.get(key, ("", "", ""))) for key, gathered in found.items()]
    if by == "month":
        measured.sort(key=lambda row: str(row.key))
    else:
        measured.sort(key=lambda row: (-row.documents, str(row.key)))
    total = every.row(None, ("", "", "")) if found else None
    return ApprovalTimes(total, tuple(measured[:MOST_ROWS]), newest)


def _names(actor: Actor, by: str, keys: Mapping[Any, Any]) -> dict[Any, Name]:
    if by != "document_type":
        return names_of(actor, by, keys)
    known = {key: document_type_or_none(key) for key in keys}
    return {key: (key, kind.name_en, kind.name_zh) for key, kind in known.items() if kind is not None}


def _days(hundredths: Decimal) -> Decimal:
    return (hundredths / 100).quantize(CENT, ROUND_HALF_UP)

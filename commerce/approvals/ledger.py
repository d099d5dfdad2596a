"""What the unit's runs tell of how long approvals take, by month: what roll-ups are made from."""

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from django.db.models import DurationField, ExpressionWrapper, F, QuerySet
from django.db.models.functions import TruncMonth

from commerce.approvals.models import FlowRun
from commerce.approvals.people import unit_in_scope
from tenants.directory.queries import unit_time_zone

_HUNDREDTH, _MICROSECOND = timedelta(days=1) / 100, timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class ApprovalCount:
    """How many documents of a type took so many hundredths of a day from submission to approval, in one month.

    `microseconds` is how long they took together, exactly.
    """

    document_type: str
    hundredths: int
    documents: int
    microseconds: Decimal


def approved_by_people() -> QuerySet[FlowRun]:
    """This will give the runs that a person approved, those whose document was changed afterwards too."""
    return FlowRun.objects.filter(status__in=["approved", "invalidated"], step_index__gt=0)


def months_of_approvals() -> list[date]:
    """This will give the months of the unit's calendar in which documents were approved, the oldest first."""
    months = approved_by_people().annotate(month=TruncMonth("ended_at", tzinfo=_zone()))
    return sorted({found.date() for found in months.order_by().values_list("month", flat=True).distinct()})


def month_of_approval(run_id: uuid.UUID) -> date | None:
    """This will give the month in which a run was approved; None when no person approved it."""
    ended = approved_by_people().filter(id=run_id).values_list("ended_at", flat=True).first()
    return None if ended is None else ended.astimezone(_zone()).date().replace(day=1)


def approvals_of_month(month: date) -> list[ApprovalCount]:
    """This will count the approvals that ended in a month which begins on the given day of the unit's calendar."""
    zone = _zone()
    begin = datetime(month.year, month.month, 1, tzinfo=zone)
    after = (month + timedelta(days=31)).replace(day=1)
    end = datetime(after.year, after.month, 1, tzinfo=zone)
    counted: dict[tuple[str, int], list[timedelta]] = defaultdict(list)
    runs = approved_by_people().filter(ended_at__gte=begin, ended_at__lt=end)
    lasted = ExpressionWrapper(F("ended_at") - F("started_at"), output_field=DurationField())
    for kind, took in runs.values_list("document_type", lasted):
        counted[kind, _hundredths(took)].append(took)
    return [
        ApprovalCount(kind, hundredths, len(took), Decimal(sum(took, timedelta()) // _MICROSECOND))
        for (kind, hundredths), took in counted.items()
    ]


def _hundredths(took: timedelta) -> int:
    exact = Decimal(took // _MICROSECOND) / Decimal(_HUNDREDTH // _MICROSECOND)
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def _zone() -> ZoneInfo:
    return ZoneInfo(unit_time_zone(unit_in_scope()))

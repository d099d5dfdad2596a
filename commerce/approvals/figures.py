"""How long approvals take, from the runs themselves: the figures of the KPI page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.db.models import Aggregate, Avg, Count, DurationField, ExpressionWrapper, F, QuerySet
from django.db.models.functions import TruncMonth

from commerce.approvals.ledger import approved_by_people
from commerce.approvals.models import FlowRun, StepTask
from commerce.approvals.people import unit_in_scope
from tenants.directory.queries import unit_time_zone
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid
from tenants.runtime.guard import require

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
CENT = Decimal("0.01")
LONGEST = timedelta(days=3 * 366)


class Percentile(Aggregate):
    """The value below which a share of the durations lies, interpolated."""

    template = "percentile_cont(%(share)s) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


@dataclass(frozen=True, slots=True)
class MonthOfApprovals:
    """Approvals that ended in one month of the unit's calendar."""

    month: date
    documents: int
    mean_days: Decimal


@dataclass(frozen=True, slots=True)
class StepFigure:
    """The decisions taken in the first, second or third step, and how long they waited, in hours."""

    step: int
    decisions: int
    mean_hours: Decimal


@dataclass(frozen=True, slots=True)
class ApprovalFigures:
    """Durations from submission to approval, in days of 24 hours; None without documents."""

    documents: int
    mean_days: Decimal | None
    median_days: Decimal | None
    p90_days: Decimal | None
    months: tuple[MonthOfApprovals, ...]
    steps: tuple[StepFigure, ...]


def approval_figures(
    *, actor: Actor, since: datetime, until: datetime, document_type: str | None = None
) -> ApprovalFigures:
    """This will measure the approvals that ended from `since` until before `until`.

    Only runs that a person approved count. Raises Forbidden, and Invalid for a period that is empty or longer
    than three years.
    """
    require(actor, "approvals.run.read_all")
    if not since < until <= since + LONGEST:
        raise Invalid(
            field="until",
            reason_en="Choose a period of up to three years.",
            reason_zh="请选择不超过三年的期间。",
        )
    runs = approved_by_people().filter(ended_at__gte=since, ended_at__lt=until)
    if document_type is not None:
        runs = runs.filter(document_type=document_type)
    runs = runs.annotate(took=_between("started_at", "ended_at"))
    all_runs = runs.aggregate(
        documents=Count("id"),
        mean=Avg("took"),
        median=Percentile("took", share="0.5"),
        p90=Percentile("took", share="0.9"),
    )
    return ApprovalFigures(
        all_runs["documents"],
        _in(DAY, all_runs["mean"]),
        _in(DAY, all_runs["median"]),
        _in(DAY, all_runs["p90"]),
        tuple(_months(runs)),
        tuple(_steps(runs)),
    )


def _months(runs: QuerySet[FlowRun]) -> Iterable[MonthOfApprovals]:
    month = TruncMonth("ended_at", tzinfo=_zone())
    rows = runs.annotate(month=month).values("month").annotate(documents=Count("id"), mean=Avg("took"))
    for row in rows.order_by("month"):
        yield MonthOfApprovals(row["month"].date(), row["documents"], _in(DAY, row["mean"]) or Decimal(0))


def _steps(runs: QuerySet[FlowRun]) -> Iterable[StepFigure]:
    tasks = StepTask.objects.filter(run__in=runs.values("id"), status="done")
    rows = tasks.values("step_index").annotate(
        decisions=Count("id"), mean=Avg(_between("opened_at", "ended_at"))
    )
    for row in rows.order_by("step_index"):
        yield StepFigure(row["step_index"] + 1, row["decisions"], _in(HOUR, row["mean"]) or Decimal(0))


def _zone() -> ZoneInfo:
    return ZoneInfo(unit_time_zone(unit_in_scope()))


def _between(begin: str, end: str) -> ExpressionWrapper:
    return ExpressionWrapper(F(end) - F(begin), output_field=DurationField())


def _in(unit: timedelta, took: timedelta | None) -> Decimal | None:
    """The duration in days or hours, to the second decimal."""
    if took is None:
        return None
    return (Decimal(took // timedelta(microseconds=1)) / Decimal(unit // timedelta(microseconds=1))).quantize(
        CENT
    )

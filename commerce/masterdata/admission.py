"""How much of people's time the admission of suppliers takes, from the applications as they were decided."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from statistics import median

from commerce.masterdata.fitness import supplier_policy
from commerce.masterdata.models import SupplierApplication
from tenants.kernel.ids import ContextId

WINDOW = timedelta(days=365)
DECIDED = ("accepted", "rejected", "returned")
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class AdmissionFigures:
    """What admission took. Seconds are active work of people: the page of the application was before them."""

    decided: int
    by_rule: int
    by_person: int
    median_seconds: int | None
    mean_seconds: int | None
    baseline_seconds: int | None
    baseline_sample: int | None
    reduction_percent: Decimal | None


def admission_figures(*, group_id: ContextId, at: datetime) -> AdmissionFigures:
    """This will sum up the applications decided in the last 365 days, against what it took by hand."""
    rows = SupplierApplication.objects.filter(
        group_id=group_id, status__in=DECIDED, decided_at__gt=at - WINDOW, decided_at__lte=at
    ).values_list("decided_by_rule", "work_seconds")
    found = list(rows)
    policy = supplier_policy(group_id=group_id)
    seconds = [spent for _, spent in found]
    middle = Decimal(median(seconds)) if seconds else None
    by_rule = sum(rule != "" for rule, _ in found)
    return AdmissionFigures(
        decided=len(found),
        by_rule=by_rule,
        by_person=len(found) - by_rule,
        median_seconds=None if middle is None else int(middle),
        mean_seconds=round(sum(seconds) / len(seconds)) if seconds else None,
        baseline_seconds=policy.manual_seconds,
        baseline_sample=policy.manual_sample,
        reduction_percent=_reduction(policy.manual_seconds, middle),
    )


def _reduction(before: int | None, now: Decimal | None) -> Decimal | None:
    if not before or now is None:
        return None
    return ((before - now) * 100 / before).quantize(HUNDREDTH)

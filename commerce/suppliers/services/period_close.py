"""Closes a score period: measures, scores, tiers, in the background with progress."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import F

from commerce.masterdata.group_scores import names_and_countries
from commerce.masterdata.services.group_scores import Published, group_measures_publish
from commerce.suppliers.models import Assessment, Measure, ScorePeriod, SupplierScore
from commerce.suppliers.models.file import ASSESSED
from commerce.suppliers.ports import registered_measures
from commerce.suppliers.queries import model_in_force
from commerce.suppliers.scoring.dimensions import DIMENSIONS, score_of
from commerce.suppliers.scoring.gathering import Gathered, gather
from commerce.suppliers.scoring.tiers import Rated, TierRule, assign_tiers, quality_share
from commerce.suppliers.states import PERIOD
from commerce.suppliers.trail import leave_trail, period_label
from tenants.kernel.actor import Actor, system_actor
from tenants.kernel.errors import DomainError, Invalid
from tenants.runtime import outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows
from tenants.runtime.scope import Scope, current_scope, unit_of_work

REQUESTED = "suppliers.period.requested"
PROGRESSED = "suppliers.period.progressed"
CHUNK = 200
MARKS_COUNT_FOR = timedelta(days=365)
LONGEST = timedelta(days=366)


class PeriodOverlaps(DomainError):
    """A period covers some of these days already."""

    code = "PERIOD_OVERLAPS"
    en = "The period {start} to {end} covers some of these days already."
    zh = "周期 {start} 至 {end} 已包含其中部分日期。"


def period_close(*, actor: Actor, at: datetime, start_date: date, end_date: date) -> uuid.UUID:
    """This will score every supplier over the days from `start_date` to before `end_date`; gives the period's id.

    It runs in the background; closed periods do not change. Raises Forbidden, Invalid, PeriodOverlaps.
    """
    require(actor, "suppliers.period.close")
    if not timedelta(days=1) <= end_date - start_date <= LONGEST:
        raise Invalid(field="endDate", reason_en="1 to 366 days.", reason_zh="周期为 1 至 366 天。")
    if end_date > at.date():
        raise Invalid(field="endDate", reason_en="The period is not over yet.", reason_zh="该周期尚未结束。")
    known = ScorePeriod.objects.filter(start_date__lt=end_date, end_date__gt=start_date).order_by(
        "start_date"
    )
    other = known.first()
    if other is not None:
        raise PeriodOverlaps(field="startDate", start=other.start_date, end=other.end_date)
    model = model_in_force()
    period = ScorePeriod(
        start_date=start_date,
        end_date=end_date,
        model_name=model.name,
        weights={name: f"{weight:f}" for name, weight in model.weights.items()},
        quality_bar=model.quality_bar,
        least_coverage=model.least_coverage,
        tiers=model.tiers.stored(),
        closed_by_name=actor.display_name,
        requested_at=at,
    )
    period.save(force_insert=True)
    leave_trail(
        actor=actor, at=at, action="period.close", event="period.requested", subject_type="period",
        subject_id=period.id, label=period_label(start_date, end_date), version=period.version,
        new={
            "start_date": start_date, "end_date": end_date, "model": model.name, "tiers": period.tiers,
        },
    )  # fmt: skip
    return period.id


def run_period(*, scope: Scope, period_id: uuid.UUID, at: datetime) -> None:
    """This will measure and score a period that was asked for, in chunks that show progress.

    Runs outside of units of work; run again it goes on with what is not measured yet, and changes nothing
    when the period is closed.
    """
    with unit_of_work(scope):
        rows = lock_rows(ScorePeriod.objects.filter(id=period_id, status__in=["queued", "running"]))
        if not rows:
            return
        period = rows[0]
        gathered = {
            dimension: gather(port.sources(dimension=dimension, start=period.start_date, end=period.end_date))
            for port in registered_measures()
            for dimension in port.dimensions
        }
        suppliers = sorted({key for found in gathered.values() for key in found})
        measured = set(Measure.objects.filter(period=period).values_list("supplier_org_gid", flat=True))
        if period.status == "queued":
            PERIOD.check(period.status, "running")
        period.status, period.suppliers = "running", len(suppliers)
        period.save(update_fields=["status", "suppliers"])
    open_ones = [key for key in suppliers if key not in measured]
    for start in range(0, len(open_ones), CHUNK):
        with unit_of_work(scope):
            _measure(period, open_ones[start : start + CHUNK], gathered, done=len(measured) + start, at=at)
    with unit_of_work(scope):
        _finish(period_id, at)


def _measure(
    period: ScorePeriod,
    suppliers: Sequence[uuid.UUID],
    gathered: Mapping[str, Mapping[uuid.UUID, Gathered]],
    *,
    done: int,
    at: datetime,
) -> None:
    rows = [
        Measure(
            period=period,
            supplier_org_gid=key,
            dimension=dimension,
            part=sums.part,
            whole=sums.whole,
            value=value,
            source_count=len(sums.sources),
            sources=list(sums.sources),
        )
        for dimension, found in gathered.items()
        for key in suppliers
        if (sums := found.get(key)) is not None and (value := sums.value(dimension)) is not None
    ]
    Measure.objects.bulk_create(rows, ignore_conflicts=True)
    ScorePeriod.objects.filter(id=period.id).update(done=done + len(suppliers))
    outbox.publish(
        event_type=PROGRESSED,
        subject_type="suppliers.period",
        subject_id=period.id,
        at=at,
        actor=_clock(),
        payload={"done": done + len(suppliers), "suppliers": period.suppliers},
    )


def _finish(period_id: uuid.UUID, at: datetime) -> None:
    rows = lock_rows(ScorePeriod.objects.filter(id=period_id, status="running"))
    if not rows:
        return
    period = rows[0]
    scores = _scores(period, at)
    SupplierScore.objects.bulk_create(scores, batch_size=500)
    totals = [score.total for score in scores if score.total is not None]
    share = quality_share(totals, bar=period.quality_bar)
    PERIOD.check(period.status, "closed")
    period.status, period.closed_at = "closed", at
    period.rated, period.reached = share.rated, share.reached
    period.version += 1
    period.save()
    group_measures_publish(start=period.start_date, end=period.end_date, measures=_published(scores))
    leave_trail(
        actor=_clock(), at=at, action="period.finish", event="period.closed", subject_type="period",
        subject_id=period.id, label=period_label(period.start_date, period.end_date), version=period.version,
        new={"rated": share.rated, "reached": share.reached, "suppliers": len(scores)},
    )  # fmt: skip


def _scores(period: ScorePeriod, at: datetime) -> list[SupplierScore]:
    weights = {name: Decimal(text) for name, text in period.weights.items()}
    values = _values(period)
    counts: dict[uuid.UUID, int] = {}
    for key, count in Measure.objects.filter(period=period).values_list("supplier_org_gid", "source_count"):
        counts[key] = counts.get(key, 0) + count
    named = names_and_countries(group_id=_clock().group_id, supplier_org_ids=values)
    found = []
    for key in sorted(values):
        name, country = named.get(key, ("", ""))
        score = score_of(values[key], weights=weights, least_coverage=period.least_coverage)
        known = {d: values[key].get(d) for d in DIMENSIONS}
        row = SupplierScore(
            period=period,
            start_date=period.start_date,
            end_date=period.end_date,
            supplier_org_gid=key,
            supplier_name=name,
            country=country,
            source_count=counts.get(key, 0),
            closed_at=at,
            **known,
        )
        if score is not None:
            row.total, row.coverage = score.total, score.coverage
        found.append(row)
    _place(found, period)
    return found


def _place(scores: Sequence[SupplierScore], period: ScorePeriod) -> None:
    rated = [
        Rated(
            key=row.supplier_org_gid,
            total=row.total,
            values={d: getattr(row, d) for d in DIMENSIONS},
            sources=row.source_count,
            registered=str(row.supplier_org_gid),
        )
        for row in scores
        if row.total is not None
    ]
    placed = assign_tiers(rated, previous=_tiers_before(period), rule=TierRule.of(period.tiers))
    for row in scores:
        if row.supplier_org_gid in placed:
            row.rank, row.tier = placed[row.supplier_org_gid].rank, placed[row.supplier_org_gid].tier


def _values(period: ScorePeriod) -> dict[uuid.UUID, dict[str, Decimal | None]]:
    """Every dimension that has data, by supplier: measures of the period, and the newest marks not too old."""
    values: dict[uuid.UUID, dict[str, Decimal | None]] = {}
    measures = Measure.objects.filter(period=period).values_list("supplier_org_gid", "dimension", "value")
    marks = (
        Assessment.objects.filter(
            dimension__in=ASSESSED,
            assessed_date__lt=period.end_date,
            assessed_date__gte=period.end_date - MARKS_COUNT_FOR,
        )
        .order_by("supplier_org_gid", "dimension", "-assessed_date", "-id")
        .distinct("supplier_org_gid", "dimension")
        .values_list("supplier_org_gid", "dimension", "value")
    )
    for key, dimension, value in (*measures, *marks):
        values.setdefault(key, {})[dimension] = value
    return values


def _tiers_before(period: ScorePeriod) -> dict[object, str]:
    last = (
        ScorePeriod.objects.filter(status="closed", end_date__lte=period.start_date)
        .order_by("-end_date")
        .values_list("id", flat=True)
        .first()
    )
    rows = SupplierScore.objects.filter(period_id=last).exclude(tier="")
    return dict(rows.values_list("supplier_org_gid", "tier")) if last else {}


def _published(scores: Iterable[SupplierScore]) -> list[Published]:
    """Quantities where documents have them, otherwise the value as a share of 100: never a price."""
    sums = {
        (key, dimension): (part, whole, count)
        for key, dimension, part, whole, count in Measure.objects.filter(
            period__in={score.period_id for score in scores}
        )
        .annotate(count=F("source_count"))
        .values_list("supplier_org_gid", "dimension", "part", "whole", "count")
    }
    found = []
    for score in scores:
        for dimension in DIMENSIONS:
            value = getattr(score, dimension)
            if value is None:
                continue
            part, whole, count = sums.get((score.supplier_org_gid, dimension), (None, None, 1))
            if dimension not in ("quality", "on_time"):
                part, whole = value * count, Decimal(100 * count)
            found.append(Published(score.supplier_org_gid, dimension, _rounded(part), _rounded(whole), count))
    return found


def _rounded(number: Decimal | None) -> Decimal:
    return Decimal(number or 0).quantize(Decimal("0.000001"))


def _clock() -> Actor:
    scope = current_scope()
    return system_actor(group_id=scope.group_id, unit_id=scope.unit_id, name="Scoring")

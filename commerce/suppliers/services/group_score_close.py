"""Scores the group's suppliers over a period from the sums that its units published."""

import uuid
from datetime import date, datetime
from decimal import Decimal

from commerce.masterdata.group_scores import measured_in_group, tiers_before, units_measured
from commerce.masterdata.services.group_scores import group_score, group_scores_write
from commerce.suppliers.queries import ModelInForce, group_model_in_force, group_model_of_version
from commerce.suppliers.scoring.dimensions import DIMENSIONS, score_of
from commerce.suppliers.scoring.measures import share
from commerce.suppliers.scoring.tiers import Rated, assign_tiers, quality_share
from commerce.suppliers.trail import period_label
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, NotFound
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require


class NothingMeasured(DomainError):
    """No unit has closed this period."""

    code = "NOTHING_MEASURED"
    en = "No unit has closed the period {start} to {end} yet. Have the units close it first."
    zh = "尚无业务单元关闭 {start} 至 {end} 周期，请先由各单元关闭。"


def group_score_close(
    *, actor: Actor, at: datetime, start_date: date, end_date: date, model_version: int | None = None
) -> dict[str, object]:
    """This will score all suppliers over exactly this period of the units, again in the place of an earlier run.

    By the group's model in force, or by the version given (0: the default one) as an earlier run was. The same
    sums and model give the same scores and tiers. Gives counts: suppliers, rated, reached, and units. Raises
    Forbidden, NotFound, NothingMeasured.
    """
    require(actor, "masterdata.group_score.close")
    if actor.group_id is None:
        raise NotFound()
    model = group_model_in_force(actor.group_id)
    if model_version is not None:
        known = group_model_of_version(actor.group_id, model_version)
        if known is None:
            raise NotFound(field="modelVersion")
        model = known
    sums = measured_in_group(group_id=actor.group_id, start=start_date, end=end_date)
    if not sums:
        raise NothingMeasured(field="startDate", start=start_date, end=end_date)
    values: dict[uuid.UUID, dict[str, Decimal | None]] = {}
    sources: dict[uuid.UUID, int] = {}
    for key, dimension, part, whole, documents in sums:
        values.setdefault(key, {})[dimension] = share(part, whole)
        sources[key] = sources.get(key, 0) + documents
    totals = _write(actor.group_id, start_date, end_date, values, sources, model, at)
    reached = quality_share(totals, bar=model.quality_bar)
    told: dict[str, object] = {
        "suppliers": len(values),
        "rated": reached.rated,
        "reached": reached.reached,
        "units": units_measured(group_id=actor.group_id, start=start_date, end=end_date),
    }
    audit.record(
        actor=actor,
        action="masterdata.group_score.close",
        subject_type="group_score",
        subject_id=actor.group_id,
        subject_label=period_label(start_date, end_date),
        at=at,
        new={**told, "model": model.name},
    )
    outbox.publish(
        event_type="masterdata.group_score.closed",
        subject_type="group_score",
        subject_id=actor.group_id,
        at=at,
        actor=actor,
        payload={"start_date": str(start_date), "end_date": str(end_date)},
    )
    return told


def _write(
    group_id: uuid.UUID,
    start: date,
    end: date,
    values: dict[uuid.UUID, dict[str, Decimal | None]],
    sources: dict[uuid.UUID, int],
    model: ModelInForce,
    at: datetime,
) -> list[Decimal]:
    scores = {
        key: score_of(known, weights=model.weights, least_coverage=model.least_coverage)
        for key, known in values.items()
    }
    rated = [
        Rated(
            key=key,
            total=score.total,
            values=values[key],
            sources=sources[key],
            registered=str(key),
        )
        for key, score in scores.items()
        if score is not None
    ]
    placed = assign_tiers(rated, previous=tiers_before(group_id=group_id, before=start), rule=model.tiers)
    kind, _, version = model.name.partition(" ")
    rows = []
    for key in sorted(values):
        score, place = scores[key], placed.get(key)
        rows.append(
            group_score(
                group_id=group_id,
                supplier_org_id=key,
                start_date=start,
                end_date=end,
                model_version=int(version) if kind == "group" else 0,
                total=score.total if score else None,
                coverage=score.coverage if score else None,
                rank=place.rank if place else None,
                tier=place.tier if place else "",
                sources=sources[key],
                closed_at=at,
                **{d: values[key].get(d) for d in DIMENSIONS},
            )
        )
    group_scores_write(group_id=group_id, start=start, end=end, scores=rows)
    return [score.total for score in scores.values() if score is not None]

"""Publishes how scores are made: weights that sum to 100, the quality bar, the least coverage, the tiers."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from commerce.masterdata.services.group_scores import score_model_write
from commerce.suppliers.models import UnitScoreModel
from commerce.suppliers.queries import group_model_in_force, model_in_force
from commerce.suppliers.scoring.dimensions import WeightInvalid, check_weights
from commerce.suppliers.scoring.tiers import TierRule, check_rule
from commerce.suppliers.trail import check_reason, leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, Invalid
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require


@dataclass(frozen=True, slots=True)
class DimensionWeight:
    """The weight of one dimension in percent."""

    dimension: str
    weight: Decimal


def score_model_publish(
    *,
    actor: Actor,
    at: datetime,
    weights: Sequence[DimensionWeight],
    quality_bar: Decimal,
    least_coverage: Decimal,
    reason: str,
    tiers: TierRule | None = None,
) -> uuid.UUID:
    """This will set how the group, and each unit without a model of its own, scores from now on; gives its id.

    `tiers` hold in all units; left out they stay as they are. Periods that are closed keep theirs. Raises
    Forbidden, Invalid, WeightInvalid, WeightsNotWhole, TierShareInvalid, TiersNotWhole, HysteresisInvalid.
    """
    require(actor, "masterdata.score_model.publish")
    reason = check_reason(reason)
    stored = _checked(weights, quality_bar, least_coverage)
    rule = tiers or group_model_in_force(actor.group_id).tiers
    check_rule(rule)
    row = score_model_write(
        actor=actor,
        weights=stored,
        quality_bar=quality_bar,
        least_coverage=least_coverage,
        tiers=rule.stored(),
        reason=reason,
        at=at,
    )
    values = {
        "weights": stored,
        "quality_bar": quality_bar,
        "least_coverage": least_coverage,
        "tiers": rule.stored(),
    }
    audit.record(
        actor=actor,
        action="masterdata.score_model.publish",
        subject_type="score_model",
        subject_id=row.id,
        subject_label=f"version {row.version}",
        at=at,
        new=values,
        reason=reason,
    )
    outbox.publish(
        event_type="masterdata.score_model.published",
        subject_type="score_model",
        subject_id=row.id,
        version=row.version,
        at=at,
        actor=actor,
    )
    return row.id


def model_publish(
    *,
    actor: Actor,
    at: datetime,
    version: int,
    weights: Sequence[DimensionWeight],
    quality_bar: Decimal,
    least_coverage: Decimal,
    reason: str,
) -> dict[str, bool]:
    """This will set how this unit scores from now on, instead of the group's way.

    `version` is the newest version there is, 0 for none. Raises Forbidden, Conflict, Invalid, WeightInvalid,
    WeightsNotWhole.
    """
    require(actor, "suppliers.model.publish")
    reason = check_reason(reason)
    stored = _checked(weights, quality_bar, least_coverage)
    row = UnitScoreModel(weights=stored, quality_bar=quality_bar, least_coverage=least_coverage)
    return _written(row, version, actor=actor, reason=reason, at=at)


def model_follow_group(*, actor: Actor, at: datetime, version: int, reason: str) -> dict[str, bool]:
    """This will have the unit score the group's way again.

    Raises Forbidden, Conflict, Invalid.
    """
    require(actor, "suppliers.model.publish")
    reason = check_reason(reason)
    now = model_in_force()
    row = UnitScoreModel(follows_group=True, quality_bar=now.quality_bar, least_coverage=now.least_coverage)
    return _written(row, version, actor=actor, reason=reason, at=at)


def _written(
    row: UnitScoreModel, version: int, *, actor: Actor, reason: str, at: datetime
) -> dict[str, bool]:
    newest = UnitScoreModel.objects.order_by("-version").values_list("version", flat=True).first() or 0
    if newest != version:
        raise Conflict(field="version", current_version=newest)
    row.version, row.reason = version + 1, reason
    row.published_by_name, row.published_at = actor.display_name, at
    row.save(force_insert=True)
    leave_trail(
        actor=actor, at=at, action="model.publish", event="model.published", subject_type="model",
        subject_id=row.id, label=f"version {row.version}", version=row.version,
        new={
            "follows_group": row.follows_group, "weights": row.weights, "quality_bar": row.quality_bar,
            "least_coverage": row.least_coverage,
        },
        reason=reason,
    )  # fmt: skip
    return {"done": True}


def _checked(
    weights: Sequence[DimensionWeight], quality_bar: Decimal, least_coverage: Decimal
) -> dict[str, str]:
    named = {w.dimension: w.weight for w in weights}
    if len(named) != len(weights):
        raise WeightInvalid(field="weights", dimension=weights[-1].dimension)
    check_weights(named)
    for field, value in (("qualityBar", quality_bar), ("leastCoverage", least_coverage)):
        if not value.is_finite() or not 0 <= value <= 100 or value * 100 != (value * 100).to_integral():
            raise Invalid(
                field=field,
                reason_en="A number from 0 to 100 with at most two decimals.",
                reason_zh="应为 0 至 100、最多两位小数的数字。",
            )
    return {name: f"{weight:f}" for name, weight in named.items()}

"""Keeps the group's score models, and what units and headquarters compute of scores. The rules are above."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from commerce.masterdata.group_scores import newest_score_model
from commerce.masterdata.models import GroupMeasure, GroupScore, ScoreModel
from tenants.kernel.actor import Actor
from tenants.runtime.scope import current_scope


@dataclass(frozen=True, slots=True)
class Published:
    """What a unit tells the group of one supplier and dimension: two sums and how many documents they have."""

    supplier_org_id: uuid.UUID
    dimension: str
    part: Decimal
    whole: Decimal
    sources: int


def group_measures_publish(*, start: date, end: date, measures: Sequence[Published]) -> None:
    """This will publish a unit's sums of a closed period, in its own scope; again it changes nothing."""
    scope = current_scope()
    rows = [
        GroupMeasure(
            group_id=scope.group_id,
            unit_id=scope.unit_id,
            supplier_org_id=m.supplier_org_id,
            start_date=start,
            end_date=end,
            dimension=m.dimension,
            part=m.part,
            whole=m.whole,
            sources=m.sources,
        )
        for m in measures
    ]
    GroupMeasure.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1_000)


def score_model_write(
    *,
    actor: Actor,
    weights: dict[str, str],
    quality_bar: Decimal,
    least_coverage: Decimal,
    tiers: dict[str, str],
    reason: str,
    at: datetime,
) -> ScoreModel:
    """This will add a version of the group's score model; two at once make the second a conflict."""
    newest = newest_score_model(group_id=actor.group_id)
    row = ScoreModel(
        group_id=actor.group_id,
        version=newest.version + 1 if newest else 1,
        weights=weights,
        quality_bar=quality_bar,
        least_coverage=least_coverage,
        tiers=tiers,
        reason=reason,
        published_by_name=actor.display_name,
        published_at=at,
    )
    row.save(force_insert=True)
    return row


def group_scores_write(*, group_id: uuid.UUID, start: date, end: date, scores: Sequence[GroupScore]) -> None:
    """This will write the group's scores of a period in the place of those that were there."""
    GroupScore.objects.filter(group_id=group_id, start_date=start, end_date=end).delete()
    GroupScore.objects.bulk_create(scores, batch_size=1_000)


def group_score(**values: object) -> GroupScore:
    """This will make a group score that is not written yet."""
    return GroupScore(**values)

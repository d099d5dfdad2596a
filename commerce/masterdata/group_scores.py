"""Reads of the group's score models, of the sums that units publish, and of the group's scores."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, F, QuerySet, Sum

from commerce.masterdata.models import GroupMeasure, GroupScore, ScoreModel, SupplierOrg
from tenants.kernel.actor import Actor
from tenants.kernel.ids import ContextId


def group_scores_visible_to(actor: Actor) -> QuerySet[GroupScore]:
    """This will give the group's scores with their suppliers' ids; none to outside partners."""
    rows = GroupScore.objects.filter(group_id=actor.group_id)
    partner = actor.supplier_org_id is not None or actor.distributor_id is not None
    return rows.none() if partner else rows


def score_models_visible_to(actor: Actor) -> QuerySet[ScoreModel]:
    """This will give all versions of the group's score model; none to outside partners."""
    rows = ScoreModel.objects.filter(group_id=actor.group_id)
    partner = actor.supplier_org_id is not None or actor.distributor_id is not None
    return rows.none() if partner else rows


def newest_score_model(*, group_id: ContextId) -> ScoreModel | None:
    """This will give the group's score model in force, or None."""
    return ScoreModel.objects.filter(group_id=group_id).order_by("-version").first()


def score_model_of_version(*, group_id: ContextId, version: int) -> ScoreModel | None:
    """This will give one version of the group's score model, or None."""
    return ScoreModel.objects.filter(group_id=group_id, version=version).first()


def measured_in_group(
    *, group_id: uuid.UUID, start: date, end: date
) -> list[tuple[uuid.UUID, str, Decimal, Decimal, int]]:
    """This will sum what all units published of a period: supplier, dimension, part, whole, source documents."""
    rows = GroupMeasure.objects.filter(group_id=group_id, start_date=start, end_date=end).order_by()
    sums = rows.values("supplier_org_id", "dimension").annotate(
        part_sum=Sum("part"), whole_sum=Sum("whole"), documents=Sum("sources")
    )
    return list(sums.values_list("supplier_org_id", "dimension", "part_sum", "whole_sum", "documents"))


def units_measured(*, group_id: uuid.UUID, start: date, end: date) -> int:
    """This will count the units that have closed exactly this period."""
    rows = GroupMeasure.objects.filter(group_id=group_id, start_date=start, end_date=end)
    return int(rows.aggregate(n=Count("unit_id", distinct=True))["n"])


def tiers_before(*, group_id: uuid.UUID, before: date) -> dict[uuid.UUID, str]:
    """This will give the tiers of the last group period that ended by a day."""
    rows = GroupScore.objects.filter(group_id=group_id, end_date__lte=before)
    last = rows.order_by("-end_date").values_list("end_date", flat=True).first()
    found = rows.filter(end_date=last) if last else rows.none()
    return dict(found.exclude(tier="").values_list("supplier_org_id", "tier"))


@dataclass(frozen=True, slots=True)
class GroupShare:
    """A group period's share of quality suppliers: those rated that reach the bar of the model it was scored by."""

    start_date: date
    end_date: date
    rated: int
    reached: int
    bar: Decimal


def quality_shares(*, group_id: ContextId, default_bar: Decimal, limit: int = 12) -> list[GroupShare]:
    """This will give the share of each closed group period, the newest first; `default_bar` where no model was."""
    bars = dict(ScoreModel.objects.filter(group_id=group_id).values_list("version", "quality_bar"))
    rows = GroupScore.objects.filter(group_id=group_id, total__isnull=False).order_by()
    periods = rows.values_list("start_date", "end_date", "model_version").annotate(n=Count("id"))
    found = []
    for start, end, version, rated in periods.order_by("-end_date", "-start_date")[:limit]:
        bar = bars.get(version, default_bar)
        reached = rows.filter(start_date=start, end_date=end, total__gte=bar).count()
        found.append(GroupShare(start, end, rated, reached, bar))
    return found


def names_and_countries(
    *, group_id: ContextId, supplier_org_ids: Iterable[uuid.UUID]
) -> dict[uuid.UUID, tuple[str, str]]:
    """This will give name and country of suppliers of the group; others are left out."""
    rows = SupplierOrg.objects.filter(group_id=group_id, id__in=list(supplier_org_ids))
    return {key: (name, country) for key, name, country in rows.values_list("id", "legal_name", "country")}


def supplier_names(*, actor: Actor, keys: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    """This will give the names of suppliers that a list shows by their ids."""
    rows = SupplierOrg.objects.filter(group_id=actor.group_id, id__in=list(keys))
    return dict(rows.annotate(label=F("legal_name")).values_list("id", "label"))

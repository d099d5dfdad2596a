"""Reads of the unit's supplier file. The doors `…_visible_to` are the only way to rows from outside."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet

from commerce.masterdata.fitness import Unfit, unfit_reasons
from commerce.masterdata.group_scores import newest_score_model, score_model_of_version
from commerce.suppliers.models import (
    Assessment,
    Measure,
    ScorePeriod,
    SupplierRelation,
    SupplierScore,
    SupplierSetting,
    TierTerms,
    UnitScoreModel,
)
from commerce.suppliers.scoring.dimensions import DEFAULT_WEIGHTS
from commerce.suppliers.scoring.tiers import DEFAULT_RULE, TIERS, TierRule
from tenants.directory.queries import units_visible_to
from tenants.kernel.actor import Actor
from tenants.runtime.hot import hot
from tenants.runtime.scope import current_scope

DEFAULT_BAR = Decimal("80.00")
DEFAULT_COVERAGE = Decimal("45.00")


def scores_visible_to(actor: Actor) -> QuerySet[SupplierScore]:
    """This will give the unit's scores, to a supplier's contact its own alone."""
    rows = SupplierScore.objects.all()
    if actor.supplier_org_id is not None:
        return rows.filter(supplier_org_gid=actor.supplier_org_id)
    return rows.none() if actor.distributor_id is not None else rows


def measures_visible_to(actor: Actor) -> QuerySet[Measure]:
    """This will give the measures behind the scores; for suppliers their own, without cost, which tells of others."""
    rows = Measure.objects.all()
    if actor.supplier_org_id is not None:
        return rows.filter(supplier_org_gid=actor.supplier_org_id).exclude(dimension="cost")
    return rows.none() if actor.distributor_id is not None else rows


def periods_visible_to(actor: Actor) -> QuerySet[ScorePeriod]:
    """This will give the unit's periods; none to outside partners, for they count all suppliers."""
    rows = ScorePeriod.objects.all()
    return rows.none() if _is_partner(actor) else rows


def assessments_visible_to(actor: Actor) -> QuerySet[Assessment]:
    """This will give the marks that people gave; none to outside partners."""
    rows = Assessment.objects.all()
    return rows.none() if _is_partner(actor) else rows


def relations_visible_to(actor: Actor) -> QuerySet[SupplierRelation]:
    """This will give the unit's decisions about suppliers; none to outside partners."""
    rows = SupplierRelation.objects.all()
    return rows.none() if _is_partner(actor) else rows


def terms_visible_to(actor: Actor) -> QuerySet[TierTerms]:
    """This will give all terms of tiers, past ones too; none to outside partners."""
    rows = TierTerms.objects.all()
    return rows.none() if _is_partner(actor) else rows


def _is_partner(actor: Actor) -> bool:
    return actor.supplier_org_id is not None or actor.distributor_id is not None


@dataclass(frozen=True, slots=True)
class ModelInForce:
    """How the unit scores now: `name` tells whose model it is, e.g. "unit 3", "group 1" or "default".

    `tiers` is always the group's rule, so that a tier means the same in all units.
    """

    name: str
    weights: Mapping[str, Decimal]
    quality_bar: Decimal
    least_coverage: Decimal
    tiers: TierRule


DEFAULT_MODEL = ModelInForce("default", DEFAULT_WEIGHTS, DEFAULT_BAR, DEFAULT_COVERAGE, DEFAULT_RULE)


def model_in_force() -> ModelInForce:
    """This will give the unit's own model, otherwise the group's, otherwise the default one."""
    own = UnitScoreModel.objects.order_by("-version").first()
    group = group_model_in_force(current_scope().group_id)
    if own is None or own.follows_group:
        return group
    weights = _weights(own.weights)
    return ModelInForce(f"unit {own.version}", weights, own.quality_bar, own.least_coverage, group.tiers)


def newest_model_version() -> int:
    """This will give the version of the unit's last choice of a model, 0 for none."""
    return UnitScoreModel.objects.order_by("-version").values_list("version", flat=True).first() or 0


def group_model_in_force(group_id: uuid.UUID | None) -> ModelInForce:
    """This will give the group's model, otherwise the default one."""
    newest = newest_score_model(group_id=group_id)
    return (group_model_of_version(group_id, newest.version) if newest else None) or DEFAULT_MODEL


def group_model_of_version(group_id: uuid.UUID | None, version: int) -> ModelInForce | None:
    """This will give one version of the group's model, 0 for the default one; None when there is none such."""
    if version == 0:
        return DEFAULT_MODEL
    model = score_model_of_version(group_id=group_id, version=version)
    if model is None:
        return None
    weights, rule = _weights(model.weights), TierRule.of(model.tiers)
    return ModelInForce(f"group {version}", weights, model.quality_bar, model.least_coverage, rule)


def _weights(stored: Mapping[str, str]) -> dict[str, Decimal]:
    return {name: Decimal(text) for name, text in stored.items()}


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms in force for a supplier: its tier, payment days, and its place in a payment run (1 is first)."""

    tier: str
    payment_days: int
    pay_order: int


def terms_for(*, supplier_org_id: uuid.UUID, at: datetime) -> Terms | None:
    """This will give the terms that held for a supplier at an instant, e.g. when an order was issued.

    The tier is that of the last period closed by then, the terms the newest begun by then. None when the
    supplier had no tier or the unit has set no terms for it: the order's own terms then stand alone.
    """
    tier = tiers_at(supplier_org_ids=[supplier_org_id], at=at).get(supplier_org_id)
    if tier is None:
        return None
    rows = TierTerms.objects.filter(tier=tier, from_at__lte=at).order_by("-from_at")
    terms = rows.first()
    return Terms(tier, terms.payment_days, terms.pay_order) if terms else None


def tiers_at(*, supplier_org_ids: Sequence[uuid.UUID], at: datetime) -> dict[uuid.UUID, str]:
    """This will give the tier of each supplier that had one at an instant."""
    rows = (
        SupplierScore.objects.filter(supplier_org_gid__in=list(supplier_org_ids), closed_at__lte=at)
        .order_by("supplier_org_gid", "-closed_at", "-end_date")
        .distinct("supplier_org_gid")
    )
    return {key: tier for key, tier in rows.values_list("supplier_org_gid", "tier") if tier in TIERS}


def supplier_setting() -> SupplierSetting:
    """This will give the unit's choice about unqualified suppliers, or the default."""
    return SupplierSetting.objects.filter(id=1).first() or SupplierSetting()


@hot
def _unqualified() -> QuerySet:
    return SupplierSetting.objects.filter(id=1).values_list("unqualified")


def refuses_unqualified() -> bool:
    """This will tell, in one prepared statement, whether the unit refuses orders with unqualified suppliers."""
    row = _unqualified.first()
    return row is not None and row[0] == "refuse"


def reasons_against(
    *, actor: Actor, supplier_org_id: uuid.UUID, category_ids: Sequence[uuid.UUID | None], at: datetime
) -> list[Unfit]:
    """This will tell why the unit should not order from a supplier in these categories; nothing when it may.

    The group's reasons (see `unfit_reasons`), and DECLINED when the unit itself said no.
    """
    country = units_visible_to(actor).filter(id=actor.unit_id).values_list("country", flat=True).first()
    found = unfit_reasons(
        group_id=actor.group_id,
        supplier_org_id=supplier_org_id,
        category_ids=category_ids,
        region=country or "",
        at=at,
    )
    declined = SupplierRelation.objects.filter(supplier_org_gid=supplier_org_id, decision="declined")
    return [*([Unfit("DECLINED")] if declined.exists() else []), *found]

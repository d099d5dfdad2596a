"""The unit's rules for suppliers: one record each, read by itself."""

from dataclasses import asdict
from decimal import Decimal as PyDecimal
from typing import Any

import graphene

from api.guarded import guarded
from api.ids import key_of, to_global_id
from api.scalars import Date, Decimal
from commerce.masterdata.group_scores import quality_shares
from commerce.suppliers.queries import (
    DEFAULT_BAR,
    ModelInForce,
    group_model_in_force,
    model_in_force,
    newest_model_version,
    reasons_against,
    supplier_setting,
    terms_for,
    tiers_at,
)
from commerce.suppliers.scoring.dimensions import DIMENSIONS
from tenants.kernel.errors import NotFound


class DimensionWeight(graphene.ObjectType):
    """The weight of one dimension."""

    dimension = graphene.String(
        required=True, description="quality, on_time, cost, innovation or environment."
    )
    weight = Decimal(required=True, description="In percent.")


class TierRule(graphene.ObjectType):
    """How many of the rated suppliers each tier takes, in all units of the group."""

    strategic = Decimal(required=True, description="In percent.")
    preferred = Decimal(required=True, description="In percent.")
    watch = Decimal(required=True, description="In percent; the three sum to 100.")
    hysteresis = Decimal(
        required=True,
        description="The band on each side of a cut in which who was above stays above, in percent.",
    )


class ScoreModelInForce(graphene.ObjectType):
    """How scores are made now."""

    name = graphene.String(
        required=True, description="Whose it is: unit or group with its version, or default."
    )
    version = graphene.Int(
        required=True, description="The newest version of the unit's own choice, 0 for none."
    )
    weights = graphene.List(graphene.NonNull(DimensionWeight), required=True, description="They sum to 100.")
    quality_bar = Decimal(
        required=True, description="The total from which a supplier counts as a quality supplier."
    )
    least_coverage = Decimal(required=True, description="The coverage below which a supplier is unrated.")
    tiers = graphene.Field(graphene.NonNull(TierRule), description="The group's tiers.")


def _told(model: ModelInForce, version: int) -> dict[str, Any]:
    return {
        "name": model.name,
        "version": version,
        "weights": [{"dimension": d, "weight": model.weights[d]} for d in DIMENSIONS],
        "quality_bar": model.quality_bar,
        "least_coverage": model.least_coverage,
        "tiers": model.tiers,
    }


def unit_model() -> graphene.Field:
    """This will declare the root field of the unit's model in force."""

    @guarded("suppliers.model.read")
    def resolve(root: Any, info: Any) -> dict[str, Any]:
        return _told(model_in_force(), newest_model_version())

    return graphene.Field(
        graphene.NonNull(ScoreModelInForce), description="How the unit scores now.", resolver=resolve
    )


def group_model() -> graphene.Field:
    """This will declare the root field of the group's model in force."""

    @guarded("masterdata.score_model.read")
    def resolve(root: Any, info: Any) -> dict[str, Any]:
        return _told(group_model_in_force(info.context.actor.group_id), 0)

    return graphene.Field(
        graphene.NonNull(ScoreModelInForce), description="How the group scores now.", resolver=resolve
    )


class GroupQualityShare(graphene.ObjectType):
    """The share of quality suppliers among the rated, in one period of the group."""

    start_date = Date(required=True, description="The period's first day.")
    end_date = Date(required=True, description="The first day after it.")
    rated = graphene.Int(required=True, description="How many suppliers have a total.")
    reached = graphene.Int(required=True, description="How many of those reach the bar.")
    bar = Decimal(required=True, description="The total from which a supplier counts as a quality supplier.")
    percent = Decimal(required=True, description="Their share, in percent.")


def group_shares() -> graphene.Field:
    """This will declare the root field of the group's shares of quality suppliers."""

    @guarded("masterdata.group_score.read")
    def resolve(root: Any, info: Any) -> list[dict[str, Any]]:
        shares = quality_shares(group_id=info.context.actor.group_id, default_bar=DEFAULT_BAR)
        return [
            {
                **asdict(share),
                "percent": (PyDecimal(share.reached * 100) / share.rated).quantize(PyDecimal("0.01")),
            }
            for share in shares
        ]

    return graphene.Field(
        graphene.List(graphene.NonNull(GroupQualityShare)),
        description="The group's last twelve periods, the newest first.",
        resolver=resolve,
    )


class SupplierRule(graphene.ObjectType):
    """What the unit does about suppliers that are not qualified."""

    unqualified = graphene.String(required=True, description="allow, warn or refuse.")
    version = graphene.Int(required=True, description="The version, for changes.")


def supplier_rule() -> graphene.Field:
    """This will declare the root field of the unit's rule."""

    @guarded("suppliers.setting.read")
    def resolve(root: Any, info: Any) -> object:
        return supplier_setting()

    return graphene.Field(
        graphene.NonNull(SupplierRule),
        description="What the unit does about suppliers that are not qualified.",
        resolver=resolve,
    )


class ReasonAgainst(graphene.ObjectType):
    """Why the unit should not order from a supplier."""

    code = graphene.String(
        required=True,
        description="DECLINED, NOT_QUALIFIED, CHECK_FAILED, CHECK_EXPIRED or CHECK_MISSING.",
    )
    about = graphene.String(required=True, description="The category's id or the kind of check, or empty.")


class SupplierStanding(graphene.ObjectType):
    """Where a supplier stands with the unit now."""

    reasons = graphene.List(
        graphene.NonNull(ReasonAgainst), required=True, description="None when it may be ordered from."
    )
    tier = graphene.String(description="The tier of the last closed period.")
    payment_days = graphene.Int(description="The tier's payment days in force.")
    pay_order = graphene.Int(description="The tier's place in a payment run.")


def _about(code: str, about: str) -> str:
    """The kind of check, or the category's opaque id."""
    return to_global_id("Category", about) if code == "NOT_QUALIFIED" and about else about


def supplier_standing() -> graphene.Field:
    """This will declare the root field that tells where a supplier stands."""

    @guarded("suppliers.relation.read")
    def resolve(root: Any, info: Any, supplier_id: str, category_ids: list[str]) -> dict[str, Any]:
        actor, at = info.context.actor, info.context.at
        key = key_of(supplier_id, "Supplier")
        categories = [key_of(text, "Category") for text in category_ids]
        if key is None or None in categories or actor.supplier_org_id or actor.distributor_id:
            raise NotFound(field="supplierId")
        reasons = reasons_against(actor=actor, supplier_org_id=key, category_ids=categories, at=at)
        terms = terms_for(supplier_org_id=key, at=at)
        return {
            "reasons": [
                {"code": reason.code, "about": _about(reason.code, reason.about)} for reason in reasons
            ],
            "tier": tiers_at(supplier_org_ids=[key], at=at).get(key),
            "payment_days": terms.payment_days if terms else None,
            "pay_order": terms.pay_order if terms else None,
        }

    return graphene.Field(
        graphene.NonNull(SupplierStanding),
        description="Where a supplier stands with the unit, in some categories.",
        args={
            "supplier_id": graphene.Argument(graphene.ID, required=True, description="The supplier."),
            "category_ids": graphene.Argument(
                graphene.List(graphene.NonNull(graphene.ID)),
                default_value=[],
                description="Categories to be ordered in.",
            ),
        },
        resolver=resolve,
    )


def own_supplier_id() -> graphene.Field:
    """This will declare the root field that tells a supplier's contact which supplier it is."""

    @guarded("suppliers.score.read")
    def resolve(root: Any, info: Any) -> str | None:
        key = info.context.actor.supplier_org_id
        return to_global_id("Supplier", key) if key else None

    return graphene.Field(
        graphene.ID,
        description="The supplier the caller works for; none for the unit's people.",
        resolver=resolve,
    )

"""Scores, what is behind them, and the unit's decisions about suppliers, as they are read."""

from collections.abc import Iterable
from decimal import Decimal as PyDecimal
from typing import Any

import graphene
from graphene import ID, Int, List, NonNull, String

from api.ids import to_global_id
from api.reads import ReadType, children, column, computed, loaded, reference
from api.scalars import JSON, Date, DateTime, Decimal
from commerce.masterdata.group_scores import group_scores_visible_to, score_models_visible_to, supplier_names
from commerce.suppliers.queries import (
    assessments_visible_to,
    measures_visible_to,
    periods_visible_to,
    relations_visible_to,
    scores_visible_to,
    terms_visible_to,
)
from tenants.kernel.actor import Actor

PRICES = "procurement.price.read"
DOCUMENTS = {"order": "PurchaseOrder", "receipt": "GoodsReceipt"}
_MARK = "0 to 100; none without data."


class SourceDocument(graphene.ObjectType):
    """A document behind a measure, with the numbers it had when the period was closed."""

    doc_type = graphene.String(required=True, description="order or receipt.")
    doc_id = graphene.ID(required=True, description="The document's id.")
    doc_number = graphene.String(required=True, description="Its number.")
    day = Date(required=True, description="The day that counted.")
    part = Decimal(required=True, description="What it adds to the part.")
    whole = Decimal(required=True, description="What it adds to the whole.")


def _may_see(dimension: str, actor: Actor) -> bool:
    return dimension != "cost" or actor.may(PRICES)


def _sources(dimension: str, sources: Iterable[list[str]], *, actor: Actor) -> list[dict[str, Any]] | None:
    if not _may_see(dimension, actor):
        return None
    return [
        {
            "doc_type": kind,
            "doc_id": to_global_id(DOCUMENTS[kind], key),
            "doc_number": number,
            "day": day,
            "part": PyDecimal(part),
            "whole": PyDecimal(whole),
        }
        for kind, key, number, day, part, whole in sources
    ]


def _unless_price(dimension: str, number: PyDecimal, *, actor: Actor) -> PyDecimal | None:
    return number if _may_see(dimension, actor) else None


class SupplierMeasure(ReadType):
    """What a unit's documents say of a supplier in one dimension and period."""

    class Meta:
        model = "suppliers.Measure"
        permission = "suppliers.score.read"
        visible = measures_visible_to
        filters = {"supplier_org_gid": ["eq"], "period_id": ["eq"], "dimension": ["eq", "in"]}

    supplier_id = column(ID, source="supplier_org_gid", of="Supplier", description="The supplier.")
    period_id = column(ID, of="ScorePeriod", description="The period.")
    dimension = column(String, description="quality, on_time or cost.")
    value = column(Decimal, description="0 to 100.")
    part = computed(
        Decimal,
        needs=("dimension", "part"),
        resolve=_unless_price,
        description="Accepted or punctual quantity; for cost what was paid, to those who see prices.",
    )
    whole = computed(
        Decimal,
        needs=("dimension", "whole"),
        resolve=_unless_price,
        description="Inspected or due quantity; for cost the same at mean prices, to those who see prices.",
    )
    source_count = column(Int, description="How many document lines are behind it.")
    sources = computed(
        List(NonNull(SourceDocument)),
        needs=("dimension", "sources"),
        resolve=_sources,
        description="The document lines; those of cost to those who see prices.",
    )


class SupplierScore(ReadType):
    """A supplier's score in a period of the unit."""

    class Meta:
        model = "suppliers.SupplierScore"
        permission = "suppliers.score.read"
        visible = scores_visible_to
        search = ("supplier_name",)
        filters = {
            "supplier_org_gid": ["eq", "in"],
            "period_id": ["eq"],
            "tier": ["eq", "in"],
            "country": ["eq", "in"],
            "total": ["gte", "lte", "is_null"],
            "end_date": ["gte", "lte", "eq"],
        }
        order_by = ("total", "supplier_name", "end_date", "quality", "on_time", "cost")
        default_order = "-total"

    supplier_id = column(ID, source="supplier_org_gid", of="Supplier", description="The supplier.")
    supplier_name = column(String, description="The supplier's name when the period was closed.")
    country = column(String, description="The supplier's country.")
    period_id = column(ID, of="ScorePeriod", description="The period.")
    start_date = column(Date, description="The period's first day.")
    end_date = column(Date, description="The first day after the period.")
    quality = column(Decimal, description=_MARK)
    on_time = column(Decimal, description=_MARK)
    cost = column(Decimal, description=_MARK)
    innovation = column(Decimal, description=_MARK)
    environment = column(Decimal, description=_MARK)
    total = column(Decimal, description="The weighted sum with two decimals; none for the unrated.")
    coverage = column(Decimal, description="The share of the weights that has data, in percent.")
    rank = column(Int, description="The place among the rated, from 1.")
    tier = column(String, description="strategic, preferred or watch; empty for the unrated.")
    source_count = column(Int, description="How many document lines are behind it.")
    closed_at = column(DateTime, description="When the period was closed.")
    supplier = reference("Supplier", by="supplier_org_gid", description="The supplier.")


class ScorePeriod(ReadType):
    """A period of the unit, with the model it was scored by."""

    class Meta:
        model = "suppliers.ScorePeriod"
        permission = "suppliers.period.read"
        visible = periods_visible_to
        filters = {"status": ["eq", "in"], "end_date": ["gte", "lte"]}
        order_by = ("end_date",)
        default_order = "-end_date"

    start_date = column(Date, description="The first day.")
    end_date = column(Date, description="The first day after it.")
    status = column(String, description="queued, running or closed.")
    model_name = column(String, description="Whose model it was: unit, group, with its version, or default.")
    weights = column(JSON, description="The weight of each dimension in percent.")
    quality_bar = column(Decimal, description="The total from which a supplier counts as a quality supplier.")
    least_coverage = column(Decimal, description="The coverage below which a supplier is unrated.")
    tiers = column(JSON, description="The percent of the rated in each tier, and the band around a cut.")
    suppliers = column(Int, description="How many suppliers have documents in it.")
    done = column(Int, description="How many of them are measured.")
    rated = column(Int, description="How many have a total.")
    reached = column(Int, description="How many of those reach the quality bar.")
    closed_by_name = column(String, description="Who closed it.")
    requested_at = column(DateTime, description="When that was asked for.")
    closed_at = column(DateTime, description="When it was done.")
    quality_percent = computed(
        Decimal,
        needs=("rated", "reached"),
        resolve=lambda rated, reached: (
            (PyDecimal(reached * 100) / rated).quantize(PyDecimal("0.01")) if rated else None
        ),
        description="The share of quality suppliers among the rated, in percent.",
    )
    scores = children(
        "SupplierScore",
        by="period_id",
        order_by=("rank",),
        expect=200,
        permission="suppliers.score.read",
        description="All scores of the period, the best first.",
    )


class SupplierAssessment(ReadType):
    """A mark that a person gave."""

    class Meta:
        model = "suppliers.Assessment"
        permission = "suppliers.assessment.read"
        visible = assessments_visible_to
        filters = {"supplier_org_gid": ["eq"], "dimension": ["eq"]}
        order_by = ("assessed_date",)
        default_order = "-assessed_date"

    supplier_id = column(ID, source="supplier_org_gid", of="Supplier", description="The supplier.")
    dimension = column(String, description="innovation or environment.")
    value = column(Decimal, description="0 to 100.")
    reason = column(String, description="Why.")
    evidence_name = column(String, description="The name of the file of evidence, or empty.")
    assessed_date = column(Date, description="The day from which it counts.")
    assessed_by_name = column(String, description="Who gave it.")
    created_at = column(DateTime, description="When it was entered.")


class SupplierRelation(ReadType):
    """The unit's decision about a supplier of the group."""

    class Meta:
        model = "suppliers.SupplierRelation"
        permission = "suppliers.relation.read"
        visible = relations_visible_to
        filters = {"decision": ["eq", "in"], "supplier_org_gid": ["eq", "in"]}

    supplier_id = column(ID, source="supplier_org_gid", of="Supplier", description="The supplier.")
    decision = column(String, description="open, approved or declined.")
    reason = column(String, description="Why.")
    decided_by_name = column(String, description="Who decided.")
    decided_at = column(DateTime, description="When.")
    version = column(Int, description="The version, for changes.")
    supplier = reference("Supplier", by="supplier_org_gid", description="The supplier.")


class TierTerms(ReadType):
    """Terms of a tier from an instant on."""

    class Meta:
        model = "suppliers.TierTerms"
        permission = "suppliers.terms.read"
        visible = terms_visible_to
        filters = {"tier": ["eq"]}
        order_by = ("from_at",)
        default_order = "-from_at"

    tier = column(String, description="strategic, preferred or watch.")
    payment_days = column(Int, description="Days from the invoice to its payment.")
    pay_order = column(Int, description="The place in a payment run; 1 is paid first.")
    reason = column(String, description="Why.")
    from_at = column(DateTime, description="From when they hold.")
    set_by_name = column(String, description="Who set them.")


class GroupScore(ReadType):
    """A supplier's score over all units of the group."""

    class Meta:
        model = "masterdata.GroupScore"
        permission = "masterdata.group_score.read"
        visible = group_scores_visible_to
        filters = {
            "supplier_org_id": ["eq", "in"],
            "tier": ["eq", "in"],
            "end_date": ["eq", "gte", "lte"],
            "total": ["gte", "lte", "is_null"],
        }
        order_by = ("total", "end_date")
        default_order = "-total"

    supplier_id = column(ID, source="supplier_org_id", of="Supplier", description="The supplier.")
    start_date = column(Date, description="The period's first day.")
    end_date = column(Date, description="The first day after the period.")
    model_version = column(Int, description="The version of the group's model, 0 for the default one.")
    quality = column(Decimal, description=_MARK)
    on_time = column(Decimal, description=_MARK)
    cost = column(Decimal, description=_MARK)
    innovation = column(Decimal, description=_MARK)
    environment = column(Decimal, description=_MARK)
    total = column(Decimal, description="The weighted sum with two decimals; none for the unrated.")
    coverage = column(Decimal, description="The share of the weights that has data, in percent.")
    rank = column(Int, description="The place among the rated, from 1.")
    tier = column(String, description="strategic, preferred or watch; empty for the unrated.")
    sources = column(Int, description="How many document lines of all units are behind it.")
    closed_at = column(DateTime, description="When it was computed.")
    supplier = reference("Supplier", by="supplier_org_id", description="The supplier.")
    supplier_name = loaded(
        String, by="supplier_org_id", load=supplier_names, description="The supplier's name."
    )


class ScoreModel(ReadType):
    """One version of the group's score model."""

    class Meta:
        model = "masterdata.ScoreModel"
        permission = "masterdata.score_model.read"
        visible = score_models_visible_to
        order_by = ("version",)
        default_order = "-version"

    version = column(Int, description="The version; the newest holds.")
    weights = column(JSON, description="The weight of each dimension in percent.")
    quality_bar = column(Decimal, description="The total from which a supplier counts as a quality supplier.")
    least_coverage = column(Decimal, description="The coverage below which a supplier is unrated.")
    tiers = column(JSON, description="The percent of the rated in each tier, and the band around a cut.")
    reason = column(String, description="Why it was changed.")
    published_by_name = column(String, description="Who published it.")
    published_at = column(DateTime, description="When.")

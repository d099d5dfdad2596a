"""Root fields of the unit's supplier file, and of the group's scores."""

from api.reads import connection, one
from api.suppliers.plain import (
    group_model,
    group_shares,
    own_supplier_id,
    supplier_rule,
    supplier_standing,
    unit_model,
)
from api.suppliers.types import (
    GroupScore,
    ScoreModel,
    ScorePeriod,
    SupplierAssessment,
    SupplierMeasure,
    SupplierRelation,
    SupplierScore,
    TierTerms,
)


class UnitQuery:
    """What a unit reads of its suppliers' performance, and a supplier of its own."""

    supplier_scores = connection(SupplierScore)
    supplier_measures = connection(SupplierMeasure)
    score_periods = connection(ScorePeriod)
    score_period = one(ScorePeriod)
    supplier_assessments = connection(SupplierAssessment)
    supplier_relations = connection(SupplierRelation)
    tier_terms = connection(TierTerms)
    group_scores = connection(GroupScore)
    score_model_in_force = unit_model()
    supplier_rule = supplier_rule()
    supplier_standing = supplier_standing()
    own_supplier_id = own_supplier_id()


class GroupQuery:
    """What headquarters read of their suppliers' performance."""

    group_scores = connection(GroupScore)
    score_models = connection(ScoreModel)
    group_score_model = group_model()
    group_quality_shares = group_shares()

"""What can be done about suppliers' performance."""

import graphene

from api.inputs import Input, id_of, list_of
from api.masterdata.supplier_mutations import the_supplier, the_version
from api.mutation import Mutation
from api.reads import read_back
from api.scalars import Date, DateTime, Decimal
from api.suppliers.types import ScoreModel, ScorePeriod, SupplierAssessment, TierTerms
from commerce.suppliers.scoring.tiers import TierRule
from commerce.suppliers.services.assessment_enter import assessment_enter, assessment_link
from commerce.suppliers.services.group_score_close import group_score_close
from commerce.suppliers.services.period_close import period_close
from commerce.suppliers.services.relation_decide import relation_decide
from commerce.suppliers.services.score_models import (
    DimensionWeight,
    model_follow_group,
    model_publish,
    score_model_publish,
)
from commerce.suppliers.services.supplier_setting import supplier_setting_edit
from commerce.suppliers.services.terms_edit import terms_edit


class DimensionWeightInput(Input):
    """The weight of one dimension."""

    class Meta:
        into = DimensionWeight

    dimension = graphene.String(
        required=True, description="quality, on_time, cost, innovation or environment."
    )
    weight = Decimal(required=True, description="In percent, with at most two decimals.")


class TierRuleInput(Input):
    """How many of the rated suppliers each tier takes."""

    class Meta:
        into = TierRule

    strategic = Decimal(required=True, description="In percent, from 1, with at most two decimals.")
    preferred = Decimal(required=True, description="In percent, from 1, with at most two decimals.")
    watch = Decimal(required=True, description="In percent, from 1; the three sum to 100.")
    hysteresis = Decimal(
        required=True,
        description="The band on each side of a cut in which who was above stays above: 0 to 10 percent.",
    )


def _weights() -> object:
    return list_of(
        DimensionWeightInput, required=True, description="One for each dimension; they sum to 100."
    )


def _bar() -> object:
    return Decimal(required=True, description="The total from which a supplier counts as a quality supplier.")


def _coverage() -> object:
    return Decimal(required=True, description="The coverage below which a supplier is unrated.")


def _why() -> object:
    return graphene.String(required=True, description="Why.")


def _first_day() -> object:
    return Date(required=True, description="The first day.")


def _end_day() -> object:
    return Date(required=True, description="The first day after it.")


class PeriodClose(Mutation):
    """Scores every supplier over a period, in the background."""

    permission = "suppliers.period.close"
    service = period_close
    creates = True

    class Input:
        start_date = _first_day()
        end_date = _end_day()

    class Payload:
        score_period = read_back(ScorePeriod)


class ModelPublish(Mutation):
    """Sets how this unit scores, instead of the group's way."""

    permission = "suppliers.model.publish"
    service = model_publish

    class Input:
        version = the_version()
        weights = _weights()
        quality_bar = _bar()
        least_coverage = _coverage()
        reason = _why()

    class Payload:
        done = graphene.Boolean(description="True when it was done.")


class ModelFollowGroup(Mutation):
    """Has the unit score the group's way again."""

    permission = "suppliers.model.publish"
    service = model_follow_group

    class Input:
        version = the_version()
        reason = _why()

    class Payload:
        done = graphene.Boolean(description="True when it was done.")


class AssessmentEnter(Mutation):
    """Gives a supplier a mark for innovation or environment."""

    permission = "suppliers.assessment.enter"
    service = assessment_enter
    creates = True

    class Input:
        supplier_org_id = the_supplier()
        dimension = graphene.String(required=True, description="innovation or environment.")
        value = Decimal(required=True, description="0 to 100 with at most two decimals.")
        reason = _why()
        file_id = id_of("File", description="Evidence, uploaded for a supplier_assessment.")
        assessed_date = Date(description="The day from which it counts; today when left out.")

    class Payload:
        supplier_assessment = read_back(SupplierAssessment)


class AssessmentLink(Mutation):
    """Makes the address of a mark's evidence."""

    permission = "suppliers.assessment.read"
    service = assessment_link
    secret = True

    class Input:
        assessment_id = id_of("SupplierAssessment", required=True, description="The mark.")

    class Payload:
        url = graphene.String(description="Where the file is fetched, for five minutes and by you alone.")


class RelationDecide(Mutation):
    """Notes whether the unit uses a supplier."""

    permission = "suppliers.relation.decide"
    service = relation_decide

    class Input:
        supplier_org_id = the_supplier()
        version = the_version()
        decision = graphene.String(required=True, description="approved, declined or open.")
        reason = _why()

    class Payload:
        done = graphene.Boolean(description="True when it was done.")


class SupplierSettingEdit(Mutation):
    """Sets what happens to orders with suppliers that are not qualified."""

    permission = "suppliers.setting.edit"
    service = supplier_setting_edit

    class Input:
        version = the_version()
        unqualified = graphene.String(required=True, description="allow, warn or refuse.")

    class Payload:
        done = graphene.Boolean(description="True when it was set.")


class TermsEdit(Mutation):
    """Sets the terms of a tier."""

    permission = "suppliers.terms.edit"
    service = terms_edit

    class Input:
        tier = graphene.String(required=True, description="strategic, preferred or watch.")
        payment_days = graphene.Int(required=True, description="0 to 365.")
        pay_order = graphene.Int(required=True, description="1 to 99; 1 is paid first.")
        reason = _why()
        from_at = DateTime(description="From when they hold; now when left out.")

    class Payload:
        tier_terms = read_back(TierTerms)


class ScoreModelPublish(Mutation):
    """Sets how the group scores, and each unit without a model of its own."""

    permission = "masterdata.score_model.publish"
    service = score_model_publish

    class Input:
        weights = _weights()
        quality_bar = _bar()
        least_coverage = _coverage()
        reason = _why()
        tiers = TierRuleInput(description="The tiers of all units; as they are when left out.")

    class Payload:
        score_model = read_back(ScoreModel)


class GroupScoreClose(Mutation):
    """Scores the group's suppliers over a period that its units have closed."""

    permission = "masterdata.group_score.close"
    service = group_score_close

    class Input:
        start_date = _first_day()
        end_date = _end_day()
        model_version = graphene.Int(
            description="The version of the model to score by, 0 for the default one; the newest when left out."
        )

    class Payload:
        suppliers = graphene.Int(description="How many suppliers were measured.")
        rated = graphene.Int(description="How many have a total.")
        reached = graphene.Int(description="How many of those reach the quality bar.")
        units = graphene.Int(description="How many units closed the period.")


GROUP = [ScoreModelPublish, GroupScoreClose]
UNIT = [
    PeriodClose,
    ModelPublish,
    ModelFollowGroup,
    AssessmentEnter,
    AssessmentLink,
    RelationDecide,
    SupplierSettingEdit,
    TermsEdit,
]

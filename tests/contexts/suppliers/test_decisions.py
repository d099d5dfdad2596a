"""What people of the unit decide: models, marks, terms, who is used. Refusals change nothing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from commerce.procurement.models import PurchaseOrder
from commerce.suppliers.models import Assessment, SupplierRelation, SupplierSetting, TierTerms, UnitScoreModel
from commerce.suppliers.queries import Terms, model_in_force, reasons_against, terms_for
from commerce.suppliers.scoring.dimensions import DEFAULT_WEIGHTS, WeightInvalid, WeightsNotWhole
from commerce.suppliers.services.assessment_enter import assessment_enter, assessment_link
from commerce.suppliers.services.order_gate import SupplierNotQualified
from commerce.suppliers.services.relation_decide import relation_decide
from commerce.suppliers.services.score_models import (
    DimensionWeight,
    model_follow_group,
    model_publish,
    score_model_publish,
)
from commerce.suppliers.services.supplier_setting import supplier_setting_edit
from commerce.suppliers.services.terms_edit import TermsThere, terms_edit
from tenants.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from tests.contexts.masterdata.fitness import qualified, uploaded
from tests.contexts.procurement.support import bought, flows, issued_order, refused
from tests.contexts.suppliers.support import closed
from tests.contexts.suppliers.test_period_close import two_suppliers
from tests.factories import masterdata as make
from tests.support.world import NOW


def weights(**changed):
    values = {**DEFAULT_WEIGHTS, **{d: Decimal(w) for d, w in changed.items()}}
    return [DimensionWeight(d, w) for d, w in values.items()]


def publish(unit, version=0, given=None, **fields):
    values = {"quality_bar": Decimal(80), "least_coverage": Decimal(45), "reason": "Ours", **fields}
    return model_publish(
        actor=unit.actor("suppliers.model.publish"),
        at=NOW,
        version=version,
        weights=given or weights(),
        **values,
    )


def test_the_units_model_comes_before_the_groups_and_the_groups_before_the_default(world):
    with world.a1.scope():
        assert model_in_force().name == "default"
    with world.a.scope():
        score_model_publish(
            actor=world.a.actor("masterdata.score_model.publish"), at=NOW, weights=weights(),
            quality_bar=Decimal(70), least_coverage=Decimal(30), reason="Group",
        )  # fmt: skip
    with world.a1.scope():
        assert (model_in_force().name, model_in_force().quality_bar) == ("group 1", Decimal(70))
        publish(world.a1, given=weights(quality=40, cost=10))
        assert model_in_force().name == "unit 1"
        assert model_in_force().weights["quality"] == 40
    with world.a2.scope():
        assert model_in_force().name == "group 1"
    with world.b1.scope():
        assert model_in_force().name == "default"
    with world.a1.scope():
        model_follow_group(
            actor=world.a1.actor("suppliers.model.publish"), at=NOW, version=1, reason="Back to the group's"
        )
        assert model_in_force().name == "group 1"


def test_a_model_that_does_not_sum_to_100_or_is_stale_is_refused(world):
    with world.a1.scope():
        refused(
            WeightsNotWhole,
            lambda: publish(world.a1, given=weights(quality=31)),
            UnitScoreModel,
            field="weights",
        )
        refused(WeightInvalid, lambda: publish(world.a1, given=weights()[:4]), UnitScoreModel)
        refused(WeightInvalid, lambda: publish(world.a1, given=[*weights(), weights()[0]]), UnitScoreModel)
        refused(Conflict, lambda: publish(world.a1, version=3), UnitScoreModel)
        refused(Invalid, lambda: publish(world.a1, quality_bar=Decimal("80.001")), UnitScoreModel)
        refused(Invalid, lambda: publish(world.a1, reason=" "), UnitScoreModel)


def test_a_mark_has_a_reason_and_its_evidence_is_handed_out_to_readers(world):
    supplier = make.supplier_org(world.a)
    actor = world.a1.actor("suppliers.assessment.enter", "suppliers.assessment.read")
    file_id = uploaded(world.a1, actor, purpose="supplier_assessment")
    with world.a1.scope():
        key = assessment_enter(
            actor=actor, at=NOW, supplier_org_id=supplier, dimension="innovation", value=Decimal("87.5"),
            reason="Joint patent", file_id=file_id,
        )  # fmt: skip
        row = Assessment.objects.get(id=key)
        assert (row.value, row.evidence_name, row.assessed_date) == (Decimal("87.5"), "iso.pdf", NOW.date())
        assert str(assessment_link(actor=actor, at=NOW, assessment_id=key)["url"]).startswith("/files/")


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"dimension": "quality"}, Invalid),
        ({"value": Decimal(101)}, Invalid),
        ({"value": Decimal("NaN")}, Invalid),
        ({"value": Decimal("1.005")}, Invalid),
        ({"reason": ""}, Invalid),
        ({"assessed_date": date(2026, 3, 3)}, Invalid),
        ({"supplier_org_id": "foreign"}, NotFound),
        ({"file_id": "foreign"}, NotFound),
    ],
)
def test_marks_that_cannot_be_are_refused(world, given, refusal):
    values = {"dimension": "innovation", "value": Decimal(50), "reason": "Audit", **given}
    values["supplier_org_id"] = make.supplier_org(world.a if "supplier_org_id" not in given else world.b)
    actor = world.a1.actor("suppliers.assessment.enter")
    if "file_id" in given:
        values["file_id"] = uploaded(world.a1, world.a1.actor(person=2), purpose="supplier_assessment")
    with world.a1.scope():
        refused(refusal, lambda: assessment_enter(actor=actor, at=NOW, **values), Assessment)


def set_terms(unit, tier, days, order=5, at=NOW, **fields):
    return terms_edit(
        actor=unit.actor("suppliers.terms.edit"), at=at, tier=tier, payment_days=days, pay_order=order,
        reason="Agreed", **fields,
    )  # fmt: skip


def test_terms_follow_the_tier_and_what_held_when_the_order_was_issued(world):
    a, b = two_suppliers(world)
    later = NOW + timedelta(days=10)
    with world.a1.scope():
        set_terms(world.a1, "strategic", 15, 1)
        set_terms(world.a1, "preferred", 30, 2)
        set_terms(world.a1, "watch", 60, 9)
        set_terms(world.a1, "watch", 45, 9, from_at=later)
        assert terms_for(supplier_org_id=a, at=NOW) is None  # no period is closed yet
    closed(world.a1, at=NOW)
    with world.a1.scope():
        found = {terms_for(supplier_org_id=supplier, at=at) for supplier in (a, b) for at in (NOW, later)}
        assert terms_for(supplier_org_id=a, at=NOW - timedelta(seconds=1)) is None
        assert terms_for(supplier_org_id=make_unknown(world), at=NOW) is None
    assert found == {Terms("preferred", 30, 2), Terms("watch", 60, 9), Terms("watch", 45, 9)}
    with world.a2.scope():
        assert terms_for(supplier_org_id=a, at=NOW) is None


def make_unknown(world):
    return world.b.id


def test_terms_that_cannot_be_are_refused(world):
    with world.a1.scope():
        set_terms(world.a1, "watch", 60)
        for given, refusal in (
            (("gold", 5), Invalid),
            (("watch", 366), Invalid),
            (("watch", -1), Invalid),
            (("watch", 60, 0), Invalid),
            (("watch", 60), TermsThere),
        ):
            refused(refusal, lambda given=given: set_terms(world.a1, *given), TierTerms)
        past = NOW - timedelta(days=1)
        refused(Invalid, lambda: set_terms(world.a1, "watch", 60, from_at=past), TierTerms)


def refuse_unqualified(unit, version=1, choice="refuse"):
    return supplier_setting_edit(
        actor=unit.actor("suppliers.setting.edit"), at=NOW, version=version, unqualified=choice
    )


def test_a_unit_that_refuses_unqualified_suppliers_orders_in_qualified_categories_alone(world):
    supplier = make.supplier_org(world.a)
    metal, paint = make.category(world.a, "METAL"), make.category(world.a, "PAINT")
    qualified(world.a, supplier, metal, region="CN")
    with world.a1.scope():
        flows(automatic_orders=True)
        issued_order(world.a1, supplier, bought(category_id=paint))  # by default nothing is refused
        refuse_unqualified(world.a1)
        issued_order(world.a1, supplier, bought(category_id=metal))
        for line in (bought(category_id=paint), bought()):
            refusal = refused(
                SupplierNotQualified, lambda line=line: issued_order(world.a1, supplier, line), PurchaseOrder
            )
            assert "not qualified" in refusal.message("en")
    with world.a2.scope():
        flows(automatic_orders=True)
        issued_order(world.a2, supplier, bought(category_id=paint))


def test_a_supplier_the_unit_declined_is_refused_there_alone(world):
    supplier, metal = make.supplier_org(world.a), make.category(world.a, "METAL")
    qualified(world.a, supplier, metal)
    decide = world.a1.actor("suppliers.relation.decide")
    with world.a1.scope():
        relation_decide(
            actor=decide, at=NOW, supplier_org_id=supplier, version=0, decision="declined", reason="Too far"
        )
        asked = {"supplier_org_id": supplier, "category_ids": [metal], "at": NOW}
        assert [r.code for r in reasons_against(actor=world.a1.actor(), **asked)] == ["DECLINED"]
    with world.a2.scope():
        assert reasons_against(actor=world.a2.actor(), **asked) == []


def test_settings_and_decisions_are_guarded_and_versioned(world):
    supplier, foreign = make.supplier_org(world.a), make.supplier_org(world.b)
    with world.a1.scope():
        refuse_unqualified(world.a1)
        refused(Conflict, lambda: refuse_unqualified(world.a1), SupplierSetting)
        refused(Invalid, lambda: refuse_unqualified(world.a1, 2, "sometimes"), SupplierSetting)
        for actor, key, version, decision, refusal in (
            (world.a1.actor(), supplier, 0, "approved", Forbidden),
            (world.a1.actor("suppliers.relation.decide"), foreign, 0, "approved", NotFound),
            (world.a1.actor("suppliers.relation.decide"), supplier, 1, "approved", Conflict),
            (world.a1.actor("suppliers.relation.decide"), supplier, 0, "perhaps", Invalid),
        ):
            refused(
                refusal,
                lambda a=actor, k=key, v=version, d=decision: relation_decide(
                    actor=a, at=NOW, supplier_org_id=k, version=v, decision=d, reason="x"
                ),
                SupplierRelation,
            )

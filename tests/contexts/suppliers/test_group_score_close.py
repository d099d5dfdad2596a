"""The group's scores come from the sums of its units, exactly, and the same again each time."""

from decimal import Decimal

import pytest

from commerce.masterdata.models import GroupScore, ScoreModel
from commerce.suppliers.queries import model_in_force
from commerce.suppliers.scoring.dimensions import DEFAULT_WEIGHTS
from commerce.suppliers.scoring.tiers import DEFAULT_RULE, HysteresisInvalid, TierRule, TiersNotWhole
from commerce.suppliers.services.group_score_close import NothingMeasured, group_score_close
from commerce.suppliers.services.score_models import DimensionWeight, model_publish, score_model_publish
from tenants.kernel.errors import Forbidden, NotFound
from tenants.runtime.models import GroupAuditEntry
from tests.contexts.suppliers.support import FEB, JAN, MAR, closed, past_order
from tests.contexts.suppliers.test_period_close import two_suppliers
from tests.support.world import NOW

CLOSE = "masterdata.group_score.close"


def close(group, **dates):
    with group.scope():
        return group_score_close(
            actor=group.actor(CLOSE), at=NOW, **{"start_date": JAN, "end_date": FEB, **dates}
        )


def test_units_are_added_up_by_their_sums_not_by_their_scores(world):
    a, b = two_suppliers(world)
    with world.a2.scope():
        past_order(a, "A2-1", quantity="300")
    closed(world.a1)
    closed(world.a2)
    assert close(world.a) == {"suppliers": 2, "rated": 2, "reached": 1, "units": 2}
    with world.a.scope():
        rows = {row.supplier_org_id: row for row in GroupScore.objects.all()}
        again = list(GroupScore.objects.order_by("supplier_org_id").values("total", "rank", "tier"))
    assert rows[a].on_time == Decimal("92.5000")  # 370 of 400
    assert rows[a].total == Decimal("84.72")  # (25 * 92.5 + 20 * 75) / 45
    assert (rows[a].rank, rows[b].rank, rows[a].sources) == (1, 2, 7)
    close(world.a)
    with world.a.scope():
        assert list(GroupScore.objects.order_by("supplier_org_id").values("total", "rank", "tier")) == again
    with world.b.scope():
        assert GroupScore.objects.count() == 0


def test_the_groups_own_model_is_used(world):
    two_suppliers(world)
    closed(world.a1)
    weights = {"quality": "0", "on_time": "100", "cost": "0", "innovation": "0", "environment": "0"}
    with world.a.scope():
        score_model_publish(
            actor=world.a.actor("masterdata.score_model.publish"), at=NOW, reason="Deliveries alone",
            weights=[DimensionWeight(d, Decimal(w)) for d, w in weights.items()], quality_bar=Decimal(90),
            least_coverage=Decimal(50),
        )  # fmt: skip
    assert close(world.a) == {"suppliers": 2, "rated": 2, "reached": 1, "units": 1}
    with world.a.scope():
        found = list(GroupScore.objects.order_by("rank").values_list("total", "model_version"))
    assert found == [(Decimal("100.00"), 1), (Decimal("70.00"), 1)]


def test_the_groups_tiers_hold_in_units_and_an_earlier_run_can_be_made_again(world):
    two_suppliers(world)
    before = closed(world.a1)
    close(world.a)
    weights = [DimensionWeight(d, w) for d, w in DEFAULT_WEIGHTS.items()]
    own = TierRule(Decimal(60), Decimal(10), Decimal(30), Decimal(0))
    publish = {
        "actor": world.a.actor("masterdata.score_model.publish"), "at": NOW, "weights": weights,
        "quality_bar": Decimal(80), "least_coverage": Decimal(45), "reason": "More partners",
    }  # fmt: skip
    with world.a.scope():
        first = dict(GroupScore.objects.values_list("rank", "tier"))
        for rule, refusal in (
            (TierRule(strategic=Decimal(21)), TiersNotWhole),
            (TierRule(hysteresis=Decimal(11)), HysteresisInvalid),
        ):
            with pytest.raises(refusal):
                score_model_publish(**publish, tiers=rule)
            assert ScoreModel.objects.count() == 0
        score_model_publish(**publish, tiers=own)
        score_model_publish(**publish)  # tiers left out stay
        kept = list(ScoreModel.objects.order_by("version").values_list("version", "tiers"))
        told = GroupAuditEntry.objects.filter(action="masterdata.score_model.publish").values_list(
            "new", flat=True
        )
        assert [row["tiers"] for row in told] == [own.stored()] * 2
    assert kept == [(1, own.stored()), (2, own.stored())]
    close(world.a)
    with world.a.scope():
        assert first == {1: "preferred", 2: "watch"}
        assert dict(GroupScore.objects.values_list("rank", "tier")) == {1: "strategic", 2: "watch"}
    close(world.a, model_version=0)
    with pytest.raises(NotFound):
        close(world.a, model_version=3)
    with world.a.scope():
        assert dict(GroupScore.objects.values_list("rank", "tier")) == first
    with world.a1.scope():
        actor = world.a1.actor("suppliers.model.publish")
        model_publish(**{**publish, "actor": actor}, version=0)
        assert (model_in_force().name, model_in_force().tiers) == ("unit 1", own)
    assert (before.tiers, closed(world.a1, FEB, MAR).tiers) == (DEFAULT_RULE.stored(), own.stored())


def test_a_period_no_unit_closed_is_refused(world):
    two_suppliers(world)
    closed(world.a1)
    with pytest.raises(NothingMeasured):
        close(world.a, end_date=MAR)
    with pytest.raises(NothingMeasured):
        close(world.b)
    with world.a.scope(), pytest.raises(Forbidden):
        group_score_close(
            actor=world.a.actor("masterdata.group_score.read"), at=NOW, start_date=JAN, end_date=FEB
        )
    with world.a.scope():
        assert GroupScore.objects.count() == 0

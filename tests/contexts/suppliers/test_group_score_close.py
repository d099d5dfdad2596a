"""The group's scores come from the sums of its units, exactly, and the same again each time."""

from decimal import Decimal

import pytest

from commerce.masterdata.models import GroupScore
from commerce.suppliers.services.group_score_close import NothingMeasured, group_score_close
from commerce.suppliers.services.score_models import DimensionWeight, score_model_publish
from tenants.kernel.errors import Forbidden
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

"""Approval times: the figures equal those counted by hand from the same runs."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from commerce.approvals.figures import (
    ApprovalFigures,
    MonthOfApprovals,
    StepFigure,
    approval_figures,
)
from tenants.kernel.errors import Forbidden, Invalid
from tests.contexts.approvals.support import decide, graph, join, one, published, step, submit
from tests.support.world import NOW

READ = "approvals.run.read_all"
HOURS = (6, 12, 24, 48, 30)


@pytest.fixture
def unit(world):
    join(world.a1, p1="requester", p2="approver", p3="unit_admin")
    with world.a1.scope():
        published(graph(step("s1", one(2), to="s2"), step("s2", one(3))))
        for hours in HOURS:
            paper = submit(world.a1)
            decide(world.a1, paper, 2, at=NOW + timedelta(hours=hours / 2))
            decide(world.a1, paper, 3, at=NOW + timedelta(hours=hours))
        decide(world.a1, submit(world.a1), 2, "reject", at=NOW + timedelta(hours=99))
    return world.a1


def measured(unit, since=NOW, until=NOW + timedelta(days=30), **fields):
    return approval_figures(actor=unit.actor(READ), since=since, until=until, **fields)


def test_figures_equal_those_counted_by_hand(unit):
    with unit.scope():
        assert measured(unit) == ApprovalFigures(
            documents=5,
            mean_days=Decimal("1.00"),
            median_days=Decimal("1.00"),
            p90_days=Decimal("1.70"),
            months=(MonthOfApprovals(date(2026, 3, 1), 5, Decimal("1.00")),),
            steps=(StepFigure(1, 5, Decimal("12.00")), StepFigure(2, 5, Decimal("12.00"))),
        )


def test_other_types_and_periods_are_left_out(unit):
    with unit.scope():
        assert measured(unit, document_type="procurement.order").documents == 0
        assert measured(unit, since=NOW + timedelta(hours=24)).documents == 3
        nothing = measured(
            unit, since=datetime(2020, 1, 1, tzinfo=UTC), until=datetime(2020, 2, 1, tzinfo=UTC)
        )
        assert nothing == ApprovalFigures(0, None, None, None, (), ())


def test_another_unit_has_its_own_figures(unit, world):
    with world.a2.scope():
        assert measured(world.a2).documents == 0


def test_an_empty_period_and_a_stranger_are_refused(unit):
    with unit.scope():
        with pytest.raises(Invalid):
            measured(unit, until=NOW)
        with pytest.raises(Forbidden):
            approval_figures(actor=unit.actor(), since=NOW, until=NOW + timedelta(days=1))

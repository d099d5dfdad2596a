"""T3: each unit keeps its own way of approving the same document, in its own currency."""

from commerce.approvals.models import FlowDefinition
from commerce.approvals.services.flow_create import flow_create
from commerce.approvals.services.flow_publish import flow_publish
from tests.contexts.approvals.support import (
    PAPER,
    amount,
    asked_now,
    decide,
    graph,
    join,
    role,
    run_of,
    step,
    submit,
)
from tests.support.world import NOW

PUBLISH = ("approvals.flow.edit", "approvals.flow.publish")


def publish(unit, drawn):
    admin = unit.actor(*PUBLISH, person=5)
    flow = flow_create(actor=admin, document_type=PAPER, name="Flow", graph=drawn, at=NOW)
    flow_publish(actor=admin, flow_id=flow, version=1, at=NOW)


def flows(unit):
    with unit.scope():
        return list(
            FlowDefinition.objects.order_by("number").values_list("number", "status", "graph", "version")
        )


ONE_STEP = graph(step("only"))
THREE_STEPS = graph(
    step("s1", to="s2"),
    step("s2", role("finance"), to="s3"),
    step("s3", role("unit_admin"), when=[amount("gte", "60000")]),
)


def test_each_unit_follows_its_own_flow_alone(world):
    for unit in (world.a1, world.a2):
        join(
            unit, p1="requester", p2="approver", p3="approver", p4="finance", p5="unit_admin", p6="unit_admin"
        )
    with world.a1.scope():
        publish(world.a1, ONE_STEP)
    with world.a2.scope():
        publish(world.a2, THREE_STEPS)
    with world.a1.scope():
        first = submit(world.a1, value="60000")
        assert [s["id"] for s in run_of(first).plan] == ["only"]
        assert decide(world.a1, first, 2).status == "approved"
    with world.a2.scope():
        second = submit(world.a2, value="60000")
        assert [s["id"] for s in run_of(second).plan] == ["s1", "s2", "s3"]
        for who in (3, 4):
            assert decide(world.a2, second, who).status == "pending"
        assert asked_now(second) == [5, 6]
        assert decide(world.a2, second, 5).status == "approved"
        below = submit(world.a2, value="59999.99")
        assert [s["id"] for s in run_of(below).plan] == ["s1", "s2"]
    assert (first.status, second.status) == ("approved", "approved")


def test_editing_one_units_flow_changes_nothing_in_the_other(world):
    for unit in (world.a1, world.a2):
        join(
            unit, p1="requester", p2="approver", p3="approver", p4="finance", p5="unit_admin", p6="unit_admin"
        )
    with world.a1.scope():
        publish(world.a1, ONE_STEP)
    with world.a2.scope():
        publish(world.a2, THREE_STEPS)
        under_way = submit(world.a2)
    before = flows(world.a2)
    with world.a1.scope():
        publish(world.a1, graph(step("other", role("finance"))))
        assert asked_now(submit(world.a1)) == [4]
    assert flows(world.a2) == before
    with world.a2.scope():
        assert asked_now(under_way) == [2, 3]
        assert [s["id"] for s in run_of(submit(world.a2)).plan] == ["s1", "s2", "s3"]
    assert flows(world.b1) == []

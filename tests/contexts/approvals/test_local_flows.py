"""T3: each unit keeps its own way of approving the same document, in its own currency."""

from commerce.approvals.models import FlowDefinition, FlowRun
from commerce.approvals.services.flow_create import flow_create
from commerce.approvals.services.flow_publish import flow_publish
from commerce.procurement.services.order_steps import order_submit
from commerce.procurement.states import ORDER_TYPE
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
from tests.contexts.procurement.support import bought, buyer, order
from tests.factories.masterdata import fx_rate, supplier_org
from tests.support.world import NOW

PUBLISH = ("approvals.flow.edit", "approvals.flow.publish")


def publish(unit, drawn, document_type=PAPER):
    admin = unit.actor(*PUBLISH, person=5)
    flow = flow_create(actor=admin, document_type=document_type, name="Flow", graph=drawn, at=NOW)
    flow_publish(actor=admin, flow_id=flow, version=1, at=NOW)


def flows(unit):
    with unit.scope():
        return list(
            FlowDefinition.objects.order_by("number").values_list("number", "status", "graph", "version")
        )


def ordered(unit, supplier, currency):
    """An order over 1,000 pieces at 60 each, submitted by the buyer, and the steps it must pass."""
    row = order(unit, supplier, bought("1000", "60"), currency=currency)
    order_submit(actor=buyer(unit, 7), at=NOW, order_id=row.id, version=row.version)
    run = FlowRun.objects.get(document_id=row.id)
    return row, [planned["id"] for planned in run.plan], run


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


def test_the_same_purchase_order_is_approved_by_each_units_flow_in_its_currency(world):
    supplier = supplier_org(world.a)
    fx_rate(world.a, "USD", "EUR", "0.9", NOW.date())
    for unit in (world.a1, world.a2):
        join(unit, p2="approver", p3="approver", p4="finance", p5="unit_admin", p6="unit_admin", p7="buyer")
    with world.a1.scope():
        publish(world.a1, ONE_STEP, ORDER_TYPE)
        first, steps, run = ordered(world.a1, supplier, "CNY")
        assert (steps, run.facts["amount"], run.currency) == (["only"], "60000.00", "CNY")
        decide(world.a1, first, 2)
        first.refresh_from_db()
        assert first.status == "approved"
    with world.a2.scope():
        publish(world.a2, THREE_STEPS, ORDER_TYPE)
        second, steps, run = ordered(world.a2, supplier, "EUR")
        assert (steps, run.facts["amount"], run.currency) == (["s1", "s2", "s3"], "60000.00", "EUR")
        for who in (2, 4, 5):
            second.refresh_from_db()
            assert second.status == "in_approval"
            decide(world.a2, second, who)
        second.refresh_from_db()
        assert second.status == "approved"
        _, steps, run = ordered(world.a2, supplier, "USD")
        assert (steps, run.facts["amount"], run.currency) == (["s1", "s2"], "54000.00", "USD")

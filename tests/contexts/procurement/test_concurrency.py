"""Several people at once: nothing is issued or ordered twice, nothing passes a sanction."""

import threading
import time
from collections.abc import Callable
from decimal import Decimal

import pytest
from django.db import IntegrityError, connections

from commerce.masterdata.services.gate import SupplierSanctioned
from commerce.masterdata.services.sanction import sanction_impose
from commerce.procurement.models import PoLine, PurchaseOrder
from commerce.procurement.requisition_quantities import OverOrdered
from commerce.procurement.services import order_steps
from commerce.procurement.services.order_steps import order_issue
from commerce.procurement.services.requisition_order import LineToOrder, requisition_order
from tenants.kernel.errors import Conflict, DomainError, IllegalTransition
from tenants.runtime.models import OutboxEvent
from tests.contexts.approvals.support import join
from tests.contexts.procurement.support import (
    approved,
    approved_order,
    asked,
    buyer,
    flows,
    fresh,
    lines_of,
    violations,
)
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW

THREADS = 6


def at_once(count: int, act: Callable[[int], object]) -> list[BaseException | None]:
    """This will run the act in threads that start together, each on a connection of its own."""
    gate = threading.Barrier(count)
    outcomes: list[BaseException | None] = [None] * count

    def run(number: int) -> None:
        try:
            gate.wait(20)
            act(number)
        except (DomainError, IntegrityError) as refusal:
            outcomes[number] = refusal
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return outcomes


@pytest.fixture
def busy(live_world):
    """Unit A1 of a database whose changes are committed."""
    join(live_world.a1, p1="requester", p2="approver", p5="buyer")
    with live_world.a1.scope():
        flows(automatic_orders=True)
    return live_world.a1


def test_an_order_is_issued_once(live_world, busy):
    supplier = supplier_org(live_world.a)
    with busy.scope():
        row = approved_order(busy, supplier)

    def issue(number: int) -> None:
        with busy.scope():
            order_issue(actor=buyer(busy), at=NOW, order_id=row.id, version=row.version)

    outcomes = at_once(THREADS, issue)
    refusals = [refusal for refusal in outcomes if refusal is not None]
    assert len(refusals) == THREADS - 1
    assert {type(refusal) for refusal in refusals} <= {Conflict, IllegalTransition}
    with busy.scope():
        assert (fresh(row).status, fresh(row).version) == ("issued", row.version + 1)
        assert OutboxEvent.objects.filter(event_type="procurement.order.issued").count() == 1


def test_a_requisition_line_is_never_ordered_twice(live_world, busy):
    supplier = supplier_org(live_world.a)
    with busy.scope():
        row = approved(busy, asked("10", supplier_org_id=supplier))
        (line,) = lines_of(row)

    def order_three(number: int) -> None:
        while True:
            try:
                with busy.scope():
                    requisition_order(
                        actor=buyer(busy), at=NOW, requisition_id=row.id, version=fresh(row).version,
                        lines=[LineToOrder(line.id, quantity=Decimal(3))],
                    )  # fmt: skip
                return
            except Conflict:
                continue

    outcomes = at_once(THREADS, order_three)
    assert [type(outcome) for outcome in outcomes if outcome is not None] == [OverOrdered] * (THREADS - 3)
    with busy.scope():
        assert lines_of(row)[0].ordered_quantity == 9
        assert sorted(PoLine.objects.values_list("quantity", flat=True)) == [3, 3, 3]
        assert violations() == {}


def race_with_headquarters(world, unit, supplier, count=24):
    """Issues orders in threads while headquarters imposes a sanction; gives the refusals and what came late."""
    with unit.scope():
        rows = [approved_order(unit, supplier) for _ in range(count)]
    begun, late = threading.Event(), []
    imposed_at = [float("inf")]

    def act(number: int) -> None:
        if number == 0:
            begun.wait(20)
            with world.a.scope():
                sanction_impose(
                    actor=world.a.actor("masterdata.sanction.impose"), supplier_org_id=supplier,
                    actions=["issue"], reason="Falsified test reports", at=NOW,
                )  # fmt: skip
            imposed_at[0] = time.perf_counter()
            return
        for place, row in enumerate(rows[number - 1 :: THREADS]):
            with unit.scope():
                order_issue(actor=buyer(unit), at=NOW, order_id=row.id, version=row.version)
                moment = time.perf_counter()
            if moment > imposed_at[0]:
                late.append(row.number)
            if place == 0:
                begun.set()

    refusals = [refusal for refusal in at_once(THREADS + 1, act) if refusal is not None]
    with unit.scope():
        issued = PurchaseOrder.objects.filter(status="issued").count()
    return refusals, late, issued


def test_nothing_is_issued_after_a_sanction(live_world, busy):
    refusals, late, issued = race_with_headquarters(live_world, busy, supplier_org(live_world.a))
    assert late == []
    assert issued >= 1
    assert {type(refusal) for refusal in refusals} <= {SupplierSanctioned}


def test_without_the_services_gate_the_database_still_refuses(live_world, busy, monkeypatch):
    monkeypatch.setattr(order_steps, "pass_gate", lambda **_: None)
    supplier = supplier_org(live_world.a)
    with busy.scope():
        row = approved_order(busy, supplier)
    refusals, late, _ = race_with_headquarters(live_world, busy, supplier)
    assert late == []
    with pytest.raises(IntegrityError, match="under sanction"), busy.scope():
        order_issue(actor=buyer(busy), at=NOW, order_id=row.id, version=row.version)
    assert {type(refusal) for refusal in refusals} <= {IntegrityError}

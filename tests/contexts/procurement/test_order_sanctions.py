"""What a sanction does to open orders, and its end."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest

from commerce.masterdata.models import Sanction
from commerce.procurement.handlers import release_after_lifting, stop_open_orders
from commerce.procurement.models import PurchaseOrder
from commerce.procurement.services.order_end import order_close
from tenants.kernel.ids import new_id
from tenants.runtime.events import Event, handlers_of
from tenants.runtime.unit.models import UnitAuditEntry
from tests.contexts.procurement.support import (
    approved_order,
    bought,
    buyer,
    fresh,
    issued_order,
    order,
    refused,
    violations,
)
from tests.factories.masterdata import category, sanction, supplier_org
from tests.support.world import NOW


def event(supplier: uuid.UUID, **payload: object) -> Event:
    body = {
        "supplier_org_ids": [str(supplier)], "actions": ["issue"], "category_ids": None, "unit_ids": None,
        "open_document_policy": "hold_open", "until_at": None, **payload,
    }  # fmt: skip
    return Event(
        new_id(), "masterdata.sanction.imposed", "sanction", new_id(), 1, body, "person:x", NOW, None, None
    )


def stop(supplier, at: datetime = NOW, **payload):
    stop_open_orders(event=event(supplier, **payload), at=at)


def test_the_events_of_sanctions_are_handled_in_every_unit():
    for name in ("imposed", "lifted", "expired"):
        (handler,) = [
            h for h in handlers_of(f"masterdata.sanction.{name}").values() if "procurement.handlers" in h.name
        ]
        assert handler.every_unit


def test_hold_open_holds_every_open_order_of_the_supplier_alone(world, quick_unit, supplier):
    unit = quick_unit
    other = supplier_org(world.a, "Second Ltd")
    with unit.scope():
        rows = [order(unit, supplier), approved_order(unit, supplier), issued_order(unit, supplier)]
        closed, theirs = issued_order(unit, supplier), issued_order(unit, other)
        order_close(actor=buyer(unit), at=NOW, order_id=closed.id, version=closed.version)
        stop(supplier)
        stop(supplier)
        assert [(fresh(r).sanction_hold, fresh(r).status) for r in rows] == [
            (True, "draft"), (True, "approved"), (True, "issued"),
        ]  # fmt: skip
        assert [fresh(closed).sanction_hold, fresh(theirs).sanction_hold] == [False, False]
        entries = UnitAuditEntry.objects.filter(action="procurement.order.hold")
        assert (entries.count(), entries.first().actor_name) == (3, "Sanctions")


def test_cancel_open_cancels_and_holds_what_has_come_in(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        open_order, received = issued_order(unit, supplier), issued_order(unit, supplier)
        PurchaseOrder.objects.filter(id=received.id).update(receipt="partial")
        stop(supplier, open_document_policy="cancel_open")
        assert (fresh(open_order).status, fresh(received).status) == ("cancelled", "issued")
        assert fresh(received).sanction_hold
        assert violations() == {}


@pytest.mark.parametrize(
    "payload", [{"open_document_policy": "block_new"}, {"unit_ids": [str(new_id())]}, {"actions": ["invite"]}]
)
def test_what_is_out_of_scope_stays(quick_unit, supplier, payload):
    with quick_unit.scope():
        row = issued_order(quick_unit, supplier)
        stop(supplier, **payload)
        assert (fresh(row).sanction_hold, fresh(row).version) == (False, row.version)


def test_a_category_holds_its_orders_those_below_and_the_uncategorised(world, quick_unit, supplier):
    unit = quick_unit
    banned, free = category(world.a, "BANNED"), category(world.a, "FREE")
    below = category(world.a, "BELOW", banned)
    with unit.scope():
        rows = [order(unit, supplier, bought(category_id=c)) for c in (banned, below, free, None)]
        stop(supplier, category_ids=[str(banned)])
        assert [fresh(r).sanction_hold for r in rows] == [True, True, False, True]


def test_holds_end_with_the_last_sanction(world, quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        row = issued_order(unit, supplier)
        stop(supplier)
    first, second = sanction(world.a, supplier), sanction(world.a, supplier)
    for key, held in ((first, True), (second, False)):
        with world.a.scope():
            Sanction.objects.filter(id=key).update(status="lifted")
        with unit.scope():
            release_after_lifting(event=event(supplier), at=NOW)
            assert fresh(row).sanction_hold is held


def test_the_handler_touches_its_own_unit_alone(world, quick_unit, supplier):
    from tests.contexts.procurement.support import flows

    with world.a2.scope():
        flows(automatic_orders=True)
        row = order(world.a2, supplier)
    with quick_unit.scope():
        stop(supplier)
    with world.a2.scope():
        assert fresh(row).sanction_hold is False


def test_a_held_order_is_not_issued_by_anyone(quick_unit, supplier):
    from commerce.procurement.services.order_steps import OrderOnHold, order_issue

    with quick_unit.scope():
        row = approved_order(quick_unit, supplier)
        stop(supplier)
        act = lambda: order_issue(  # noqa: E731
            actor=buyer(quick_unit), at=NOW, order_id=row.id, version=fresh(row).version
        )
        refused(OrderOnHold, act, PurchaseOrder)


def test_the_invariant_shows_an_issue_after_a_sanction_and_nothing_else(world, quick_unit, supplier):
    unit = quick_unit
    banned, free = category(world.a, "BANNED"), category(world.a, "FREE")
    with unit.scope():
        covered = issued_order(unit, supplier)
        other = issued_order(unit, supplier, bought(category_id=free))
    sanction(world.a, supplier, category_ids=(banned,))
    with unit.scope():
        assert violations() == {}
        later = datetime.now(UTC) + timedelta(days=1)
        PurchaseOrder.objects.filter(id__in=[covered.id, other.id]).update(issue_recorded_at=later)
        (row,) = violations()["inv_procurement_sanctioned_issue"]
        assert row[:2] == (covered.id, covered.number)

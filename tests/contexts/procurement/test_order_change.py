"""Changes of an issued order: the original stays in force until both sides, and approval, agree."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from commerce.approvals.models import FlowRun
from commerce.masterdata.services.gate import SupplierSanctioned
from commerce.procurement.collaboration_queries import order_changes_visible_to
from commerce.procurement.models import OrderChange, PoLine, PurchaseOrder, RequisitionLine
from commerce.procurement.restating import restated, standing_of
from commerce.procurement.services.order_change import (
    ChangeOpen,
    LineChange,
    NothingChanges,
    order_change_accept,
    order_change_expire,
    order_change_propose,
    order_change_reject,
    order_change_withdraw,
)
from commerce.procurement.services.order_end import order_cancel
from commerce.procurement.services.requisition_order import LineToOrder, requisition_order
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, Invalid, NotFound
from tenants.runtime.models import OutboxEvent
from tenants.runtime.unit.models import UnitAuditEntry
from tests.contexts.procurement.collaborating import D1, D2, TABLES, contact, lines, promises, proposed
from tests.contexts.procurement.support import (
    approved,
    approved_order,
    bought,
    buyer,
    decide,
    fresh,
    issued_order,
    lines_of,
    refused,
    requester,
    violations,
)
from tests.factories.masterdata import sanction, supplier_org
from tests.support.world import NOW

ALL = (*TABLES, FlowRun)


def act(service, actor, change, **fields):
    values = {"actor": actor, "at": NOW, "change_id": change.id, "version": fresh(change).version, **fields}
    return service(**values)


def two_lines(unit, supplier):
    return issued_order(unit, supplier, bought("10", requested_date=D1), bought("4", "3", requested_date=D1))


def test_a_restated_order_is_the_same_order(unit, supplier):
    with unit.scope():
        row = two_lines(unit, supplier)
        copy = fresh(row)
        restated(copy, standing_of(row.id), {})
        assert (copy.content_hash, copy.total_amount) == (row.content_hash, row.total_amount)


def test_a_date_is_changed_when_the_supplier_accepts(unit, supplier):
    with unit.scope():
        row = two_lines(unit, supplier)
        change = proposed(unit, row, requested_date=D2)
        assert (change.status, change.side, change.is_material, change.number) == (
            "proposed", "buyer", False, "PC-2026-000001",
        )  # fmt: skip
        assert fresh(row).content_hash == row.content_hash
        event = OutboxEvent.objects.get(event_type="procurement.order_change.proposed")
        assert event.payload == {
            "number": change.number, "order_id": str(row.id), "supplier_org_id": str(supplier),
            "state": "proposed", "awaits": "supplier", "audience": [str(supplier)],
            "order_number": row.number, "order_version": row.version, "order_state": "issued",
            "order_awaits": "supplier",
        }  # fmt: skip
        act(order_change_accept, contact(unit, supplier), change)
        after = fresh(row)
        assert (fresh(change).status, fresh(change).applied_version) == ("accepted", row.version + 1)
        assert (after.version, after.content_hash, after.approved_hash) == (
            row.version + 1, change.content_hash, change.content_hash,
        )  # fmt: skip
        assert promises(row) == [(1, Decimal(10), D2, "accepted"), (2, Decimal(4), None, "none")]
        assert after.confirmation == "conditional"
        assert FlowRun.objects.filter(document_type="procurement.order_change").count() == 0
        assert UnitAuditEntry.objects.filter(action="procurement.order_change.accept").count() == 1
        assert violations() == {}


def test_a_price_is_approved_again_before_the_supplier_sees_it(unit, supplier):
    with unit.scope():
        row = two_lines(unit, supplier)
        change = proposed(unit, row, unit_price=Decimal("3"))
        seen = order_changes_visible_to(contact(unit, supplier))
        assert (change.status, change.is_material, seen.count()) == ("in_approval", True, 0)
        assert (
            "audience" not in OutboxEvent.objects.get(event_type="procurement.order_change.submitted").payload
        )
        refused(NotFound, lambda: act(order_change_accept, contact(unit, supplier), change), *ALL)
        decide(unit, change.id)
        assert (fresh(change).status, seen.count()) == ("proposed", 1)
        assert fresh(row).total_amount == Decimal(37)
        act(order_change_accept, contact(unit, supplier), change)
        after, run = fresh(row), FlowRun.objects.get(document_type="procurement.order_change")
        assert (after.total_amount, run.content_hash, fresh(change).approved_hash) == (
            Decimal(42), after.content_hash, after.content_hash,
        )  # fmt: skip
        old = FlowRun.objects.get(document_type="procurement.order")
        assert old.status == "invalidated"
        assert violations() == {}


@pytest.mark.parametrize("decision", ["reject", "return"])
def test_a_change_that_is_not_approved_ends(unit, supplier, decision):
    with unit.scope():
        row = two_lines(unit, supplier)
        change = proposed(unit, row, quantity=Decimal(12))
        decide(unit, change.id, decision, "no")
        assert (fresh(change).status, fresh(change).decision_reason) == ("rejected", "no")
        assert fresh(row).content_hash == row.content_hash


def test_a_suppliers_price_takes_effect_after_the_buyer_and_approval_agree(unit, supplier):
    with unit.scope():
        row = two_lines(unit, supplier)
        change = proposed(unit, row, actor=contact(unit, supplier), unit_price=Decimal("2.75"))
        assert (change.side, change.status) == ("supplier", "proposed")
        refused(Forbidden, lambda: act(order_change_accept, contact(unit, supplier), change), *ALL)
        act(order_change_accept, buyer(unit), change)
        assert fresh(change).status == "in_approval"
        refused(IllegalTransition, lambda: act(order_change_accept, buyer(unit), change), *ALL)
        decide(unit, change.id)
        assert (fresh(change).status, fresh(row).total_amount) == ("accepted", Decimal("39.5"))
        assert violations() == {}


def test_quantities_move_the_requisition_and_never_pass_it(unit, supplier):
    with unit.scope():
        asked = approved(unit)
        (line,) = lines_of(asked)
        made = requisition_order(
            actor=buyer(unit), at=NOW, requisition_id=asked.id, version=asked.version,
            lines=[LineToOrder(line.id, Decimal(6), supplier, Decimal("2.5"))],
        )  # fmt: skip
        row = approved_existing(unit, PurchaseOrder.objects.get(id=made.order_ids[0]))
        change = proposed(unit, row, quantity=Decimal(9))
        decide(unit, change.id)
        act(order_change_accept, contact(unit, supplier), change)
        assert RequisitionLine.objects.get(id=line.id).ordered_quantity == 9
        assert violations() == {}
        change = proposed(unit, row, quantity=Decimal(11))
        decide(unit, change.id)
        error = refused(Exception, lambda: act(order_change_accept, contact(unit, supplier), change), *ALL)
        assert error.code == "OVER_ORDERED"


def approved_existing(unit, row):
    from commerce.procurement.services.order_steps import order_issue, order_submit

    order_submit(actor=buyer(unit), at=NOW, order_id=row.id, version=row.version)
    if fresh(row).status == "in_approval":
        decide(unit, row.id)
    order_issue(actor=buyer(unit), at=NOW, order_id=row.id, version=fresh(row).version)
    return fresh(row)


def test_the_other_side_declines_and_ones_own_side_withdraws(unit, supplier):
    with unit.scope():
        row = two_lines(unit, supplier)
        change = proposed(unit, row, requested_date=D2)
        mine = contact(unit, supplier)
        refused(Invalid, lambda: act(order_change_reject, mine, change, reason=" "), *ALL, field="reason")
        refused(Forbidden, lambda: act(order_change_withdraw, mine, change), *ALL)
        refused(ChangeOpen, lambda: proposed(unit, row, place=1, requested_date=D2), *ALL)
        act(order_change_reject, mine, change, reason="full")
        assert (fresh(change).status, fresh(row).content_hash) == ("rejected", row.content_hash)
        refused(IllegalTransition, lambda: act(order_change_accept, mine, change), *ALL)
        second = proposed(unit, row, requested_date=D2)
        act(order_change_withdraw, buyer(unit), second)
        assert fresh(second).status == "withdrawn"


def test_a_change_expires_when_nobody_answers(unit, supplier):
    with unit.scope():
        row = two_lines(unit, supplier)
        key = order_change_propose(
            actor=buyer(unit), at=NOW, order_id=row.id, version=row.version,
            lines=[LineChange(lines(row)[0].id, requested_date=D2)], expires_at=NOW + timedelta(days=2),
        )  # fmt: skip
        change = OrderChange.objects.get(id=key)
        order_change_expire(actor=buyer(unit), at=NOW + timedelta(days=1), change_id=key)
        assert fresh(change).status == "proposed"
        order_change_expire(actor=buyer(unit), at=NOW + timedelta(days=2), change_id=key)
        assert fresh(change).status == "expired"


def test_what_ends_with_the_order(unit, supplier):
    with unit.scope():
        row = two_lines(unit, supplier)
        change = proposed(unit, row, requested_date=D2)
        order_cancel(actor=buyer(unit), at=NOW, order_id=row.id, version=row.version, reason="x")
        assert fresh(change).status == "withdrawn"


def test_refusals_change_nothing(world, unit, supplier):
    other = supplier_org(world.a, "Second Ltd")
    with unit.scope():
        row, draft = two_lines(unit, supplier), approved_order(unit, supplier)
        line = lines(row)[0].id

        def propose(order=row, **fields):
            values = {
                "actor": buyer(unit), "at": NOW, "order_id": order.id, "version": order.version,
                "lines": [LineChange(line, requested_date=D2)], **fields,
            }  # fmt: skip
            return order_change_propose(**values)

        refused(Forbidden, lambda: propose(actor=requester(unit)), *ALL)
        refused(NotFound, lambda: propose(actor=contact(unit, other)), *ALL)
        refused(Conflict, lambda: propose(version=row.version + 1), *ALL, field="version")
        refused(IllegalTransition, lambda: propose(draft), *ALL, field="status")
        refused(NothingChanges, lambda: propose(lines=[LineChange(line, quantity=Decimal(10))]), *ALL)
        refused(
            NotFound, lambda: propose(lines=[LineChange(lines(draft)[0].id)]), *ALL, field="lines.0.lineId"
        )
        for bad in ("0", "-1", "1.1234567", "NaN"):
            refused(
                Invalid, lambda b=bad: propose(lines=[LineChange(line, quantity=Decimal(b))]), *ALL,
                field="lines.0.quantity",
            )  # fmt: skip
        refused(
            Invalid, lambda: propose(lines=[LineChange(line, unit_price=Decimal(-1))]), *ALL,
            field="lines.0.unitPrice",
        )  # fmt: skip
        refused(Invalid, lambda: propose(expires_at=NOW), *ALL, field="expiresAt")
    with world.a2.scope():
        refused(NotFound, lambda: propose(actor=buyer(world.a2)), *ALL)
    sanction(world.a, supplier)
    with unit.scope():
        refused(SupplierSanctioned, lambda: propose(), *ALL)


def test_the_database_lets_lines_change_by_an_accepted_change_alone(unit, supplier):
    with unit.scope():
        row = two_lines(unit, supplier)
        change = proposed(unit, row, requested_date=D2)
        with pytest.raises(IntegrityError, match="in draft only"), transaction.atomic():
            PoLine.objects.filter(order_id=row.id).update(quantity=1)
        act(order_change_accept, contact(unit, supplier), change)
        with pytest.raises(IntegrityError, match="in draft only"), transaction.atomic():
            PoLine.objects.filter(order_id=row.id).update(quantity=1)


def test_a_suppliers_change_that_waits_for_approval_ends_when_the_supplier_is_blacklisted(
    world, unit, supplier
):
    with unit.scope():
        row = two_lines(unit, supplier)
        change = proposed(unit, row, actor=contact(unit, supplier), unit_price=Decimal("2.75"))
        act(order_change_accept, buyer(unit), change)
    sanction(world.a, supplier)
    with unit.scope():
        decide(unit, change.id)
        assert (fresh(change).status, fresh(change).decision_reason) == ("rejected", "held")
        assert (fresh(row).content_hash, fresh(row).total_amount) == (row.content_hash, row.total_amount)
        assert violations() == {}

"""Turning approved requisitions into draft orders."""

from decimal import Decimal

import pytest

from commerce.masterdata.services.gate import SupplierSanctioned
from commerce.procurement.models import (
    PoLine,
    ProcurementSetting,
    PurchaseOrder,
    Requisition,
    RequisitionLine,
)
from commerce.procurement.requisition_quantities import OverOrdered
from commerce.procurement.services.order_end import order_cancel, order_close
from commerce.procurement.services.order_steps import order_issue, order_submit
from commerce.procurement.services.order_write import RequisitionedLine, order_edit
from commerce.procurement.services.requisition_order import LineToOrder, requisition_order
from tenants.kernel.errors import Forbidden, IllegalTransition, Invalid, NotFound
from tests.contexts.procurement.support import (
    approved,
    asked,
    bought,
    buyer,
    fresh,
    lines_of,
    refused,
    requester,
    submitted,
    violations,
)
from tests.factories.masterdata import sanction, supplier_org
from tests.support.world import NOW

TABLES = (Requisition, RequisitionLine, PurchaseOrder, PoLine)


def to_order(unit, row, *lines, **fields):
    values = {
        "actor": buyer(unit),
        "at": NOW,
        "requisition_id": row.id,
        "version": fresh(row).version,
        **fields,
    }
    drafted = requisition_order(lines=lines or [LineToOrder(line.id) for line in lines_of(row)], **values)
    return [PurchaseOrder.objects.get(id=key) for key in drafted.order_ids]


@pytest.fixture
def ready(unit, supplier):
    """An approved requisition of 10 and 3 from one supplier."""
    with unit.scope():
        return approved(
            unit, asked("10", "2.5", supplier_org_id=supplier), asked("3", supplier_org_id=supplier)
        )


def test_a_part_is_ordered_and_later_the_rest(unit, ready):
    with unit.scope():
        first, _ = lines_of(ready)
        to_order(unit, ready, LineToOrder(first.id, quantity=Decimal("4")))
        assert (fresh(ready).status, lines_of(ready)[0].ordered_quantity) == ("approved", Decimal(4))
        (order,) = to_order(unit, ready)
        assert [line.quantity for line in PoLine.objects.filter(order=order).order_by("line_no")] == [6, 3]
        assert fresh(ready).status == "ordered"
        assert violations() == {}


def test_never_more_than_was_asked_for(unit, ready):
    with unit.scope():
        first, _ = lines_of(ready)
        for lines in (
            [LineToOrder(first.id, quantity=Decimal("10.000001"))],
            [LineToOrder(first.id, quantity=Decimal(6)), LineToOrder(first.id, quantity=Decimal(5))],
        ):
            refusal = refused(
                OverOrdered, lambda lines=lines: to_order(unit, ready, *lines), *TABLES, field="lines"
            )
            assert refusal.values["open_quantity"] == "10"
        to_order(unit, ready)
        refused(
            IllegalTransition,
            lambda: to_order(unit, ready, LineToOrder(first.id, quantity=Decimal(1))),
            *TABLES,
        )


@pytest.mark.parametrize("quantity", ["0", "-1", "NaN", "1e308", "0.0000001"])
def test_a_quantity_that_is_none_is_refused_with_its_place(unit, ready, quantity):
    with unit.scope():
        first, second = lines_of(ready)
        lines = [LineToOrder(first.id), LineToOrder(second.id, quantity=Decimal(quantity))]
        refused(Invalid, lambda: to_order(unit, ready, *lines), *TABLES, field="lines.1.quantity")


def test_only_approved_requisitions_are_ordered_by_those_who_may(unit, ready, supplier):
    with unit.scope():
        pending = submitted(unit, asked(supplier_org_id=supplier))
        refused(IllegalTransition, lambda: to_order(unit, pending), *TABLES)
        refused(Forbidden, lambda: to_order(unit, ready, actor=requester(unit)), *TABLES)
        foreign = lines_of(pending)[0]
        refused(
            NotFound, lambda: to_order(unit, ready, LineToOrder(foreign.id)), *TABLES, field="lines.0.lineId"
        )


def test_every_line_needs_a_supplier(unit):
    with unit.scope():
        row = approved(unit)
        refused(Invalid, lambda: to_order(unit, row), *TABLES, field="lines.0.supplierOrgId")


def test_a_sanctioned_supplier_among_several_refuses_all(world, unit, ready, supplier):
    other = supplier_org(world.a, "Second Ltd")
    sanction(world.a, supplier)
    with unit.scope():
        first, second = lines_of(ready)
        lines = [LineToOrder(first.id, supplier_org_id=other), LineToOrder(second.id)]
        refused(SupplierSanctioned, lambda: to_order(unit, ready, *lines), *TABLES)


def test_within_the_approved_amounts_no_second_approval_is_needed(unit, ready):
    with unit.scope():
        (order,) = to_order(unit, ready)
        order_submit(actor=buyer(unit), at=NOW, order_id=order.id, version=1)
        assert (fresh(order).status, fresh(order).approval_basis) == ("approved", "requisition")


@pytest.mark.parametrize(
    ("percent", "price", "status"),
    [("0", "2.51", "in_approval"), ("0", "2.49", "approved"), ("2", "2.55", "approved"), ("2", "2.56", "in_approval"),
     (None, "2.5", "in_approval")],
)  # fmt: skip
def test_above_them_the_order_goes_its_own_way(unit, ready, percent, price, status):
    with unit.scope():
        covers = percent is not None
        ProcurementSetting.objects.create(
            requisition_covers_order=covers, over_approved_percent=Decimal(percent or 0)
        )
        (order,) = to_order(unit, ready, LineToOrder(lines_of(ready)[0].id, unit_price=Decimal(price)))
        order_submit(actor=buyer(unit), at=NOW, order_id=order.id, version=1)
        assert fresh(order).status == status


def test_a_line_added_by_the_buyer_needs_approval(unit, ready):
    with unit.scope():
        (order,) = to_order(unit, ready)
        stored = PoLine.objects.filter(order=order).order_by("line_no")
        kept = [bought(str(x.quantity), str(x.unit_price), line_id=x.id) for x in stored]
        order_edit(
            actor=buyer(unit), at=NOW, order_id=order.id, version=1, lines=[*kept, bought("1", "0.01")]
        )
        order_submit(actor=buyer(unit), at=NOW, order_id=order.id, version=2)
        assert fresh(order).status == "in_approval"


def test_editing_an_order_moves_what_is_open(unit, ready):
    with unit.scope():
        (order,) = to_order(unit, ready)
        first, second = PoLine.objects.filter(order=order).order_by("line_no")
        edit = lambda version, *lines: order_edit(  # noqa: E731
            actor=buyer(unit), at=NOW, order_id=order.id, version=version, lines=lines
        )
        edit(1, bought("7", line_id=first.id))
        assert [line.ordered_quantity for line in lines_of(ready)] == [7, 0]
        assert fresh(ready).status == "approved"
        refused(OverOrdered, lambda: edit(2, bought("11", line_id=first.id)), *TABLES)
        refused(NotFound, lambda: edit(2, bought(line_id=second.id)), *TABLES, field="lines.0.lineId")
        refused(RequisitionedLine, lambda: edit(2, bought("7", line_id=first.id, unit="KGM")), *TABLES)
        assert violations() == {}


def test_a_cancelled_order_gives_its_quantities_back(unit, ready):
    with unit.scope():
        (order,) = to_order(unit, ready)
        order_cancel(actor=buyer(unit), at=NOW, order_id=order.id, version=1, reason="wrong")
        assert [line.ordered_quantity for line in lines_of(ready)] == [0, 0]
        assert (fresh(ready).status, fresh(order).status) == ("approved", "cancelled")
        assert violations() == {}


def test_a_requisition_is_closed_with_the_last_of_its_orders(unit, ready):
    with unit.scope():
        first, second = lines_of(ready)
        orders = [
            *to_order(unit, ready, LineToOrder(first.id)),
            *to_order(unit, ready, LineToOrder(second.id)),
        ]
        for number, order in enumerate(orders):
            order_submit(actor=buyer(unit), at=NOW, order_id=order.id, version=1)
            order_issue(actor=buyer(unit), at=NOW, order_id=order.id, version=2)
            order_close(actor=buyer(unit), at=NOW, order_id=order.id, version=3)
            assert fresh(ready).status == ("ordered", "closed")[number]

"""A requisition on its way to an issued order."""

from decimal import Decimal

import pytest

from commerce.procurement.models import PoLine, PurchaseOrder
from commerce.procurement.services.order_steps import order_issue, order_submit
from commerce.procurement.services.requisition_order import LineToOrder, requisition_order
from tenants.runtime.models import OutboxEvent
from tests.contexts.approvals.support import join
from tests.contexts.procurement.support import (
    approved,
    asked,
    buyer,
    flows,
    fresh,
    lines_of,
    violations,
)
from tests.factories.masterdata import item, supplier_org
from tests.support.world import NOW


@pytest.fixture
def unit(world):
    join(world.a1, p1="requester", p2="approver", p5="buyer")
    with world.a1.scope():
        flows()
    return world.a1


def test_a_requisition_becomes_two_issued_orders(world, unit):
    first, second = supplier_org(world.a, "First Ltd"), supplier_org(world.a, "Second Ltd", tax_id="DE1")
    bolt = item(world.a, "BOLT-M6", name="Bolt M6")
    with unit.scope():
        row = approved(
            unit,
            asked("10", "2.5", item_id=bolt, description="", supplier_org_id=first),
            asked("3", "0.333333", supplier_org_id=second),
            title="Workshop",
        )
        assert (row.number, row.status, row.total_amount) == ("PR-2026-000001", "approved", Decimal("26.00"))
        lines = lines_of(row)
        drafted = requisition_order(
            actor=buyer(unit),
            at=NOW,
            requisition_id=row.id,
            version=row.version,
            lines=[LineToOrder(lines[0].id, quantity=Decimal("4")), LineToOrder(lines[1].id)],
        )
        orders = list(PurchaseOrder.objects.filter(id__in=drafted.order_ids).order_by("number"))
        assert [(o.number, o.supplier_name, o.total_amount, o.status) for o in orders] == [
            ("PO-2026-000001", "First Ltd", Decimal("10"), "draft"),
            ("PO-2026-000002", "Second Ltd", Decimal("1"), "draft"),
        ]
        assert [line.ordered_quantity for line in lines_of(row)] == [Decimal("4"), Decimal("3")]
        assert fresh(row).status == "approved"
        for order in orders:
            order_submit(actor=buyer(unit), at=NOW, order_id=order.id, version=1)
            order_issue(actor=buyer(unit), at=NOW, order_id=order.id, version=2)
            issued = fresh(order)
            assert (issued.status, issued.approval_basis, issued.version, issued.issued_at) == (
                "issued", "requisition", 3, NOW,
            )  # fmt: skip
        requisition_order(
            actor=buyer(unit),
            at=NOW,
            requisition_id=row.id,
            version=fresh(row).version,
            lines=[LineToOrder(lines[0].id)],
        )
        assert fresh(row).status == "ordered"
        assert PoLine.objects.filter(requisition_line_id=lines[0].id).count() == 2
        assert violations() == {}
        events = OutboxEvent.objects.filter(event_type__startswith="procurement.").order_by("position")
        assert list(events.values_list("event_type", flat=True)) == [
            "procurement.requisition.created",
            "procurement.requisition.submitted",
            "procurement.requisition.approved",
            "procurement.order.created",
            "procurement.order.created",
            "procurement.requisition.ordered",
            "procurement.order.approved",
            "procurement.order.issued",
            "procurement.order.approved",
            "procurement.order.issued",
            "procurement.order.created",
            "procurement.requisition.ordered",
        ]

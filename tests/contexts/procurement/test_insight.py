"""Figures of purchasing: weighed by quantity, exact, each partner its own alone."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from commerce.procurement.insight.queries import deliveries_in_time, purchase_cycle
from commerce.procurement.models import PurchaseOrder, Requisition
from commerce.procurement.services.order_steps import order_issue, order_submit
from commerce.procurement.services.receipt_steps import receipt_reverse
from commerce.procurement.services.requisition_order import LineToOrder, requisition_order
from tests.contexts.procurement.receiving_support import came, po_lines, received, receiver
from tests.contexts.procurement.support import (
    approved,
    approver,
    asked,
    bought,
    buyer,
    fresh,
    issued_order,
    lines_of,
    requester,
    with_role,
)
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW

D = Decimal
TODAY = NOW.date()
WHOLE = {"start": date(2026, 1, 1), "end": date(2027, 1, 1)}


def test_deliveries_weigh_by_quantity(world, quick_unit, supplier):
    unit, other = quick_unit, supplier_org(world.a, "Second Ltd")
    with unit.scope():
        row = issued_order(unit, supplier, bought("100", requested_date=TODAY))
        (line,) = po_lines(row)
        received(unit, row, came(line, "60", rejected="6"), received_date=TODAY - timedelta(days=1))
        received(unit, row, came(line, "20"), received_date=TODAY + timedelta(days=1))
        late = received(unit, row, came(line, "10"), received_date=TODAY + timedelta(days=1))
        undated = issued_order(unit, other, bought("5"))
        received(unit, undated, came(po_lines(undated)[0], "5"))
        found = deliveries_in_time(actor=buyer(unit), **WHOLE)
        figures = {
            (f.supplier_org_id, f.month): (
                f.quantity, f.in_time_quantity, f.in_time_percent, f.accepted_percent, f.receipt_lines,
            )
            for f in found
        }  # fmt: skip
        assert figures == {
            (supplier, date(2026, 3, 1)): (90, 60, D("66.67"), D("93.33"), 3),
            (other, date(2026, 3, 1)): (5, 0, None, D("100.00"), 1),
        }
        receipt_reverse(
            actor=receiver(unit), at=NOW, receipt_id=late.id, version=fresh(late).version, reason="x"
        )
        (again,) = deliveries_in_time(actor=buyer(unit), supplier_org_id=supplier, **WHOLE)
        assert (again.quantity, again.in_time_percent) == (80, D("75.00"))
        contact = with_role(unit, "supplier_contact", 9, supplier_org_id=other)
        assert [f.supplier_org_id for f in deliveries_in_time(actor=contact, **WHOLE)] == [other]
        assert deliveries_in_time(actor=contact, supplier_org_id=supplier, **WHOLE) == []
        assert deliveries_in_time(actor=requester(unit), **WHOLE) == []
    with world.a2.scope():
        assert deliveries_in_time(actor=buyer(world.a2), **WHOLE) == []


@pytest.mark.parametrize("days", [(10, 20, 30, 45)])
def test_the_purchase_cycle_runs_from_submission_to_the_first_goods(quick_unit, supplier, days):
    unit = quick_unit
    with unit.scope():
        for number in days:
            need = approved(unit, asked("10", supplier_org_id=supplier))
            Requisition.objects.filter(id=need.id).update(submitted_at=NOW - timedelta(days=number))
            (line,) = lines_of(need)
            requisition_order(
                actor=buyer(unit), at=NOW, requisition_id=need.id, version=need.version,
                lines=[LineToOrder(line.id)],
            )  # fmt: skip
            row = PurchaseOrder.objects.filter(status="draft").get()
            order_submit(actor=buyer(unit), at=NOW, order_id=row.id, version=row.version)
            order_issue(actor=buyer(unit), at=NOW, order_id=row.id, version=fresh(row).version)
            received(unit, row, came(po_lines(row)[0], "4"))
            received(unit, row, came(po_lines(row)[0], "6"), received_date=TODAY + timedelta(days=1))
        total, *others = purchase_cycle(actor=approver(unit), **WHOLE)
        assert (total.is_total, total.lines) == (True, 4)
        assert (total.mean_days, total.median_days, total.p90_days) == (D("26.25"), D("25.00"), D("40.50"))
        assert [(o.category_id, o.lines) for o in others] == [(None, 4)]
        assert purchase_cycle(actor=requester(unit), **WHOLE) == []

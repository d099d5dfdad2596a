"""Placing an order in one step."""

from decimal import Decimal

from commerce.approvals.models import FlowRun
from commerce.masterdata.services.gate import SupplierSanctioned
from commerce.procurement.lines import NoLines
from commerce.procurement.models import PoLine, PurchaseOrder
from commerce.procurement.services.order_place import order_place
from tenants.kernel.errors import Forbidden
from tenants.runtime.models import OutboxEvent
from tests.contexts.procurement.support import bought, buyer, fresh, refused, violations
from tests.factories.masterdata import sanction
from tests.support.world import NOW

TABLES = (PurchaseOrder, PoLine, FlowRun)


def place(unit, supplier, *lines, actor=None):
    key = order_place(actor=actor or buyer(unit), at=NOW, supplier_org_id=supplier, lines=lines)
    return PurchaseOrder.objects.get(id=key)


def test_an_order_that_nobody_must_approve_is_issued(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        row = place(unit, supplier, bought("3", "0.333333"), bought("1", "2"))
        assert (row.status, row.version, row.total_amount, row.approval_basis) == (
            "issued",
            4,
            Decimal(3),
            "run",
        )
        assert FlowRun.objects.get().id == row.approval_run_gid
        events = OutboxEvent.objects.filter(subject_id=row.id).order_by("position")
        assert list(events.values_list("event_type", "subject_version")) == [
            ("procurement.order.created", 1), ("procurement.order.submitted", 2),
            ("procurement.order.approved", 3), ("procurement.order.issued", 4),
        ]  # fmt: skip
        assert violations() == {}


def test_an_order_that_somebody_must_approve_waits(unit, supplier):
    with unit.scope():
        row = place(unit, supplier, bought())
        assert (row.status, row.version, row.issued_at) == ("in_approval", 2, None)
        assert fresh(row).approval_run_gid == FlowRun.objects.get().id


def test_what_cannot_be_placed_leaves_nothing(world, quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        refused(NoLines, lambda: place(unit, supplier), *TABLES)
        for missing in ("place", "create", "submit", "issue"):
            rights = buyer(unit).permissions - {f"procurement.order.{missing}"}
            refused(
                Forbidden, lambda r=rights: place(unit, supplier, bought(), actor=unit.actor(*r)), *TABLES
            )
    sanction(world.a, supplier)
    with unit.scope():
        refused(SupplierSanctioned, lambda: place(unit, supplier, bought()), *TABLES)

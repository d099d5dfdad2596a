"""Submitting, issuing, holding and ending orders."""

import pytest
from django.db import IntegrityError, transaction

from commerce.approvals.models import FlowRun
from commerce.masterdata.services.gate import SupplierSanctioned
from commerce.procurement.lines import NoLines
from commerce.procurement.models import PoLine, PurchaseOrder
from commerce.procurement.services.order_end import (
    AlreadyReceived,
    OrderEnded,
    order_cancel,
    order_close,
    order_hold,
    order_release,
)
from commerce.procurement.services.order_steps import (
    OrderOnHold,
    order_issue,
    order_submit,
    order_withdraw,
)
from commerce.procurement.services.order_write import order_create
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, Invalid, NotFound
from tenants.runtime.models import OutboxEvent
from tenants.runtime.unit.models import UnitAuditEntry
from tests.contexts.procurement.support import (
    approved_order,
    buyer,
    decide,
    fresh,
    issued_order,
    order,
    refused,
    requester,
    violations,
    with_role,
)
from tests.factories.masterdata import sanction
from tests.support.world import NOW

TABLES = (PurchaseOrder, PoLine, FlowRun)


def act_on(service, unit, row, *, version=None, **fields):
    values = {
        "actor": buyer(unit),
        "at": NOW,
        "order_id": row.id,
        "version": version or fresh(row).version,
        **fields,
    }
    return service(**values)


def test_an_approved_order_is_issued_with_its_trail(unit, supplier):
    with unit.scope():
        row = approved_order(unit, supplier)
        act_on(order_issue, unit, row)
        after = fresh(row)
        assert (after.status, after.issued_at, after.version, after.order_date) == (
            "issued", NOW, row.version + 1, NOW.date(),
        )  # fmt: skip
        assert after.issue_recorded_at is not None
        event = OutboxEvent.objects.get(event_type="procurement.order.issued")
        assert (event.subject_version, event.payload) == (
            after.version, {"number": row.number, "supplier_org_id": str(supplier), "audience": [str(supplier)]},
        )  # fmt: skip
        assert UnitAuditEntry.objects.filter(action="procurement.order.issue", subject_id=row.id).count() == 1
        assert violations() == {}


@pytest.mark.parametrize("state", ["draft", "in_approval", "issued", "cancelled"])
def test_steps_cannot_be_skipped(unit, supplier, state):
    with unit.scope():
        row = order(unit, supplier)
        if state != "draft":
            act_on(order_submit, unit, row)
        if state == "issued":
            decide(unit, row.id)
            act_on(order_issue, unit, row)
        if state == "cancelled":
            act_on(order_cancel, unit, row, reason="x")
        assert fresh(row).status == state
        refused(IllegalTransition, lambda: act_on(order_issue, unit, row), *TABLES, field="status")


def test_a_direct_order_passes_its_own_flow(unit, supplier):
    with unit.scope():
        row = order(unit, supplier)
        act_on(order_submit, unit, row)
        assert (fresh(row).status, FlowRun.objects.get().requester_gid) == (
            "in_approval",
            buyer(unit).person_id,
        )
        decide(unit, row.id, "reject", "no")
        assert fresh(row).status == "draft"
        act_on(order_submit, unit, row)
        decide(unit, row.id)
        assert (fresh(row).status, fresh(row).approval_basis) == ("approved", "run")


def test_a_withdrawn_order_is_a_draft(unit, supplier):
    with unit.scope():
        row = order(unit, supplier)
        refused(IllegalTransition, lambda: act_on(order_withdraw, unit, row), *TABLES)
        act_on(order_submit, unit, row)
        act_on(order_withdraw, unit, row)
        assert (fresh(row).status, FlowRun.objects.get().status) == ("draft", "withdrawn")


def test_an_empty_order_is_not_submitted(unit, supplier):
    with unit.scope():
        key = order_create(actor=buyer(unit), at=NOW, supplier_org_id=supplier, lines=[])
        row = PurchaseOrder.objects.get(id=key)
        refused(NoLines, lambda: act_on(order_submit, unit, row), *TABLES)


def test_a_sanction_that_came_later_refuses_submission_and_issue(world, unit, supplier):
    with unit.scope():
        draft, ready = order(unit, supplier), approved_order(unit, supplier)
    sanction(world.a, supplier)
    with unit.scope():
        refused(SupplierSanctioned, lambda: act_on(order_submit, unit, draft), *TABLES)
        refused(SupplierSanctioned, lambda: act_on(order_issue, unit, ready), *TABLES)
        assert violations() == {}


def test_the_database_refuses_a_sanctioned_issue_that_passed_no_gate(world, unit, supplier):
    with unit.scope():
        row = approved_order(unit, supplier)
    sanction(world.a, supplier, unit_ids=(world.a2.id,))
    with unit.scope(), transaction.atomic():
        PurchaseOrder.objects.filter(id=row.id).update(status="issued", issued_at=NOW)
        transaction.set_rollback(True)
    sanction(world.a, supplier, unit_ids=(world.a1.id,))
    with unit.scope():
        with pytest.raises(IntegrityError, match="under sanction"), transaction.atomic():
            PurchaseOrder.objects.filter(id=row.id).update(status="issued", issued_at=NOW)
        assert fresh(row).status == "approved"


def test_holds_keep_an_order_from_its_supplier(unit, supplier):
    with unit.scope():
        row = approved_order(unit, supplier)
        refused(Invalid, lambda: act_on(order_hold, unit, row, reason=" "), *TABLES, field="reason")
        act_on(order_hold, unit, row, reason="check prices")
        refused(OrderOnHold, lambda: act_on(order_issue, unit, row), *TABLES)
        act_on(order_release, unit, row)
        act_on(order_issue, unit, row)
        assert fresh(row).status == "issued"
        act_on(order_close, unit, row)
        refused(OrderEnded, lambda: act_on(order_hold, unit, row, reason="late"), *TABLES)


def test_an_order_is_closed_in_full_or_short_with_a_reason(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        full, short = issued_order(unit, supplier), issued_order(unit, supplier)
        act_on(order_close, unit, full)
        refused(Invalid, lambda: act_on(order_close, unit, short, short=True), *TABLES, field="reason")
        act_on(order_close, unit, short, short=True, reason="rest is late")
        assert (fresh(full).status, fresh(short).status, fresh(short).closed_at) == (
            "closed",
            "short_closed",
            NOW,
        )
        refused(IllegalTransition, lambda: act_on(order_close, unit, full), *TABLES)


def test_what_has_come_in_is_not_cancelled(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        row = issued_order(unit, supplier)
        PurchaseOrder.objects.filter(id=row.id).update(receipt="partial")
        refused(AlreadyReceived, lambda: act_on(order_cancel, unit, row, reason="x"), *TABLES)


@pytest.mark.parametrize("service", [order_submit, order_issue, order_withdraw, order_release])
def test_an_older_version_a_stranger_and_a_missing_permission_are_refused(world, unit, supplier, service):
    with unit.scope():
        row = approved_order(unit, supplier)
        refused(
            Conflict, lambda: act_on(service, unit, row, version=row.version - 1), *TABLES, field="version"
        )
        refused(Forbidden, lambda: act_on(service, unit, row, actor=requester(unit)), *TABLES)
        partner = with_role(unit, "buyer", 9, supplier_org_id=supplier)
        refused(NotFound, lambda: act_on(service, unit, row, actor=partner), *TABLES)
    with world.a2.scope():
        refused(
            NotFound,
            lambda: service(actor=buyer(world.a2), at=NOW, order_id=row.id, version=row.version),
            *TABLES,
        )

"""Changing a requisition, and what an approval answers for."""

from decimal import Decimal

import pytest

from commerce.approvals.models import FlowRun
from commerce.procurement.models import Requisition, RequisitionLine
from commerce.procurement.services.requisition_order import LineToOrder, requisition_order
from commerce.procurement.services.requisition_write import NotRequester, PartlyOrdered, requisition_edit
from tenants.kernel.errors import Conflict, IllegalTransition, NotFound
from tenants.runtime.unit.models import UnitAuditEntry
from tests.contexts.procurement.support import (
    approved,
    asked,
    buyer,
    decide,
    fresh,
    lines_of,
    refused,
    requester,
    requisition,
    submitted,
    violations,
)
from tests.support.world import NOW

TABLES = (Requisition, RequisitionLine)


def edit(unit, row, *, person=1, version=None, **fields):
    return requisition_edit(
        actor=requester(unit, person), at=NOW, requisition_id=row.id, version=version or row.version, **fields
    )


def test_a_draft_takes_new_lines_and_tells_what_changed(unit):
    with unit.scope():
        row = requisition(unit)
        edit(unit, row, lines=[asked("2", "7"), asked("1", "0.5")], title="New")
        after = fresh(row)
        assert (after.version, after.total_amount, after.title, after.status) == (
            2,
            Decimal("14.5"),
            "New",
            "draft",
        )
        assert [line.line_no for line in lines_of(row)] == [1, 2]
        entry = UnitAuditEntry.objects.get(action="procurement.requisition.edit")
        assert entry.old["total_amount"] == "25.0000"
        assert (entry.new["total_amount"], entry.new["title"], entry.new["lines"]) == ("14.50", "New", 2)
        assert violations() == {}


def test_an_older_version_is_refused(unit):
    with unit.scope():
        row = requisition(unit)
        edit(unit, row, title="First")
        refusal = refused(Conflict, lambda: edit(unit, row, title="Second", version=1), *TABLES)
        assert refusal.values == {"current_version": 2}


def test_a_change_of_content_takes_the_approval_away(unit):
    with unit.scope():
        row = approved(unit)
        assert row.approved_hash == row.content_hash != ""
        edit(unit, row, lines=[asked("10", "2.500001")])
        after = fresh(row)
        assert (after.status, after.approved_hash, after.approved_at) == ("draft", "", None)
        assert FlowRun.objects.get(document_id=row.id).status == "invalidated"


def test_a_change_of_words_leaves_the_approval(unit):
    with unit.scope():
        row = approved(unit)
        edit(unit, row, title="Better words", justification="Because")
        after = fresh(row)
        assert (after.status, after.title, after.approved_hash) == (
            "approved",
            "Better words",
            row.content_hash,
        )
        assert FlowRun.objects.get(document_id=row.id).status == "approved"


def test_a_returned_requisition_becomes_a_draft(unit):
    with unit.scope():
        row = submitted(unit)
        decide(unit, row.id, "return", "too dear")
        assert fresh(row).status == "returned"
        edit(unit, fresh(row), lines=[asked("1", "1")])
        assert fresh(row).status == "draft"


def test_while_it_is_in_approval_nothing_changes(unit):
    with unit.scope():
        row = submitted(unit)
        refused(IllegalTransition, lambda: edit(unit, row, title="x"), *TABLES, field="status")


def test_what_is_on_orders_cannot_be_rewritten(unit, supplier):
    with unit.scope():
        row = approved(unit, asked("10", supplier_org_id=supplier))
        requisition_order(actor=buyer(unit), at=NOW, requisition_id=row.id, version=row.version,
                          lines=[LineToOrder(lines_of(row)[0].id, quantity=Decimal(4))])  # fmt: skip
        refused(PartlyOrdered, lambda: edit(unit, fresh(row), lines=[asked("1")]), *TABLES)


def test_only_the_requester_changes_it_and_others_do_not_find_it(unit):
    with unit.scope():
        row = requisition(unit)
        refused(NotFound, lambda: edit(unit, row, person=3, title="x"), *TABLES)
        act = lambda: requisition_edit(actor=buyer(unit), at=NOW, requisition_id=row.id, version=1, title="x")  # noqa: E731
        refused(NotRequester, act, *TABLES)


@pytest.mark.parametrize("other", ["a2", "b1"])
def test_another_units_requisition_does_not_exist(world, unit, other):
    with unit.scope():
        row = requisition(unit)
    place = getattr(world, other)
    with place.scope():
        refused(NotFound, lambda: edit(place, row, title="x"), *TABLES)
    with unit.scope():
        assert fresh(row).title == ""

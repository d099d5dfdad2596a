"""Sending a requisition through approval, back, and away."""

import dataclasses
from datetime import date

import pytest

from commerce.approvals.models import FlowRun
from commerce.approvals.services.run_start import NoPublishedFlow
from commerce.masterdata.services.fx import RateMissing
from commerce.procurement.lines import NoLines
from commerce.procurement.models import Requisition, RequisitionLine
from commerce.procurement.services.requisition_steps import (
    PersonNeeded,
    requisition_cancel,
    requisition_submit,
    requisition_withdraw,
)
from commerce.procurement.services.requisition_write import (
    NotRequester,
    requisition_copy,
    requisition_create,
)
from tenants.kernel.errors import Conflict, IllegalTransition
from tests.contexts.approvals.support import join, published
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
)
from tests.factories.masterdata import category, fx_rate, item
from tests.support.world import NOW

TABLES = (Requisition, RequisitionLine, FlowRun)


def submit(unit, row, **fields):
    values = {"actor": requester(unit), "at": NOW, "requisition_id": row.id, "version": row.version, **fields}
    return requisition_submit(**values)


def test_the_flow_is_told_the_facts(world, unit, supplier):
    parent = category(world.a, "METAL")
    group = category(world.a, "FASTENERS", parent)
    bolt = item(world.a, "BOLT", category_id=group)
    fx_rate(world.a, "EUR", "CNY", "7.5", date(2026, 3, 1))
    with unit.scope():
        row = submitted(
            unit, asked("10", "2", item_id=bolt, supplier_org_id=supplier), currency="EUR", cost_centre="CC"
        )
        run = FlowRun.objects.get()
        assert run.facts == {
            "amount": "150.00", "category": ["FASTENERS", "METAL"], "cost_centre": ["CC"], "supplier": [str(supplier)],
        }  # fmt: skip
        assert (run.document_number, run.content_hash, str(run.amount), run.currency) == (
            row.number, row.content_hash, "20.0000", "EUR",
        )  # fmt: skip
        assert (row.status, row.version, row.approval_run_gid, row.submitted_at) == (
            "in_approval",
            3,
            run.id,
            NOW,
        )


@pytest.mark.parametrize(
    ("decision", "status"), [("approve", "approved"), ("reject", "rejected"), ("return", "returned")]
)
def test_the_decision_moves_the_requisition(unit, decision, status):
    with unit.scope():
        row = submitted(unit)
        decide(unit, row.id, decision, "because")
        assert fresh(row).status == status


def test_a_flow_without_steps_approves_at_once(world):
    join(world.a1, p1="requester")
    with world.a1.scope():
        published({"start": "end", "nodes": [{"id": "end", "type": "end", "automatic": True}]},
                  document_type="procurement.requisition")  # fmt: skip
        row = submitted(world.a1)
        assert (row.status, row.approved_hash, row.approved_at) == ("approved", row.content_hash, NOW)


def test_without_a_flow_or_a_rate_nothing_is_submitted(world, unit):
    join(world.a2, p1="requester")
    with world.a2.scope():
        row = requisition(world.a2)
        refused(NoPublishedFlow, lambda: submit(world.a2, row, actor=requester(world.a2)), *TABLES)
    with unit.scope():
        row = requisition(unit, currency="EUR")
        refused(RateMissing, lambda: submit(unit, row), *TABLES)


def test_what_cannot_be_submitted(unit):
    with unit.scope():
        empty = Requisition.objects.get(id=requisition_create(actor=requester(unit), at=NOW, lines=[]))
        refused(NoLines, lambda: submit(unit, empty), *TABLES)
        row = requisition(unit)
        refused(Conflict, lambda: submit(unit, row, version=9), *TABLES)
        refused(NotRequester, lambda: submit(unit, row, actor=buyer(unit)), *TABLES)
        submit(unit, row)
        refused(IllegalTransition, lambda: submit(unit, fresh(row)), *TABLES)


def test_an_api_key_writes_a_draft_that_a_person_must_submit(unit):
    from tests.support.world import fixed_id

    key = dataclasses.replace(requester(unit), kind="api_key", person_id=None, api_key_id=fixed_id(0x77))
    with unit.scope():
        row = Requisition.objects.get(id=requisition_create(actor=key, at=NOW, lines=[asked()]))
        refused(PersonNeeded, lambda: submit(unit, row, actor=key), *TABLES)


def test_a_withdrawn_requisition_is_a_draft_and_its_run_is_over(unit):
    with unit.scope():
        row = submitted(unit)
        requisition_withdraw(actor=requester(unit), at=NOW, requisition_id=row.id, version=row.version)
        assert fresh(row).status == "draft"
        assert FlowRun.objects.get().status == "withdrawn"
        submit(unit, fresh(row))
        assert fresh(row).status == "in_approval"


def test_withdrawing_after_the_decision_is_refused(unit):
    with unit.scope():
        row = approved(unit)
        call = {"actor": requester(unit), "at": NOW, "requisition_id": row.id, "version": row.version}
        refused(IllegalTransition, lambda: requisition_withdraw(**call), *TABLES)


def test_cancelling_ends_a_requisition_and_not_twice(unit):
    with unit.scope():
        row = approved(unit)
        cancel = lambda version, actor: requisition_cancel(  # noqa: E731
            actor=actor, at=NOW, requisition_id=row.id, version=version, reason="not needed"
        )
        refused(Conflict, lambda: cancel(1, requester(unit)), *TABLES)
        cancel(row.version, buyer(unit))
        assert (fresh(row).status, fresh(row).closed_at) == ("cancelled", NOW)
        refused(IllegalTransition, lambda: cancel(fresh(row).version, requester(unit)), *TABLES)


def test_a_copy_is_a_new_draft_with_the_same_lines(unit):
    with unit.scope():
        row = submitted(unit, asked("2", "3"), asked("4", "5"), title="Old")
        decide(unit, row.id, "reject", "no")
        copy = Requisition.objects.get(
            id=requisition_copy(actor=requester(unit), at=NOW, requisition_id=row.id).requisition_id
        )
        assert (copy.number, copy.status, copy.title, copy.copied_from_id) == (
            "PR-2026-000002",
            "draft",
            "Old",
            row.id,
        )
        assert copy.content_hash == row.content_hash
        assert [(x.quantity, x.unit_price) for x in lines_of(copy)] == [
            (x.quantity, x.unit_price) for x in lines_of(row)
        ]


def test_what_was_returned_is_submitted_again_as_it_is(unit):
    with unit.scope():
        row = submitted(unit)
        decide(unit, row.id, "return", "why?")
        submit(unit, fresh(row))
        assert fresh(row).status == "in_approval"
        assert list(FlowRun.objects.order_by("created_at").values_list("status", flat=True)) == [
            "returned",
            "pending",
        ]

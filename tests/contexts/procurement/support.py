"""Short ways to write requisitions and orders in tests, through their services."""

import uuid
from collections.abc import Callable
from contextlib import AbstractContextManager
from decimal import Decimal

import pytest
from django.db import connection

from commerce.approvals.models import StepTask
from commerce.approvals.services.task_decide import task_decide
from commerce.procurement.lines import OrderLineInput, RequisitionLineInput
from commerce.procurement.models import PurchaseOrder, Requisition, RequisitionLine
from commerce.procurement.services.order_steps import order_issue, order_submit
from commerce.procurement.services.order_write import order_create
from commerce.procurement.services.requisition_steps import requisition_submit
from commerce.procurement.services.requisition_write import requisition_create
from commerce.procurement.states import ORDER_TYPE, REQUISITION_TYPE
from tenants.accounts.permissions import ROLES
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError
from tenants.runtime.models import OutboxEvent
from tenants.runtime.unit.models import NumberSeries, UnitAuditEntry
from tests.contexts.approvals.support import graph, published, step
from tests.support.world import NOW, UnitInWorld

INVARIANTS = (
    "inv_procurement_order_total",
    "inv_procurement_order_line_amount",
    "inv_procurement_requisition_total",
    "inv_procurement_requisition_ordered",
    "inv_procurement_sanctioned_issue",
    "inv_procurement_line_progress",
    "inv_procurement_delivery_record",
    "inv_procurement_invoiced_quantity",
    "inv_procurement_invoice_lines",
    "inv_procurement_payment_total",
    "inv_procurement_payment_state",
    "inv_procurement_schedule_quantity",
    "inv_procurement_shipped_quantity",
    "inv_procurement_called_off",
)


def with_role(unit: UnitInWorld, role: str, person: int = 1, **fields: object) -> Actor:
    """This will make an actor who holds a shipped role in the unit."""
    return unit.actor(*ROLES[role].permissions, person=person, **fields)


def requester(unit: UnitInWorld, person: int = 1) -> Actor:
    return with_role(unit, "requester", person)


def buyer(unit: UnitInWorld, person: int = 5) -> Actor:
    return with_role(unit, "buyer", person)


def approver(unit: UnitInWorld, person: int = 2) -> Actor:
    return with_role(unit, "approver", person)


def flows(*, automatic_orders: bool = False) -> None:
    """This will publish one-step flows for both documents in the unit of the open scope."""
    published(graph(step("s1")), document_type=REQUISITION_TYPE)
    ends = {"nodes": [{"id": "end", "type": "end", "automatic": True}], "start": "end"}
    published(ends if automatic_orders else graph(step("s1")), document_type=ORDER_TYPE)


def asked(quantity: str = "10", price: str = "2.5", **fields: object) -> RequisitionLineInput:
    values = {"description": "Gloves", "unit": "C62", **fields}
    return RequisitionLineInput(quantity=Decimal(quantity), unit_price=Decimal(price), **values)


def bought(quantity: str = "10", price: str = "2.5", **fields: object) -> OrderLineInput:
    values = {"description": "Gloves", "unit": "C62", **fields}
    return OrderLineInput(quantity=Decimal(quantity), unit_price=Decimal(price), **values)


def requisition(
    unit: UnitInWorld, *lines: RequisitionLineInput, person: int = 1, **fields: object
) -> Requisition:
    """This will write down a draft of the person."""
    key = requisition_create(actor=requester(unit, person), at=NOW, lines=lines or [asked()], **fields)
    return Requisition.objects.get(id=key)


def submitted(unit: UnitInWorld, *lines: RequisitionLineInput, **fields: object) -> Requisition:
    """This will write down a draft of person 1 and submit it."""
    row = requisition(unit, *lines, **fields)
    requisition_submit(actor=requester(unit), at=NOW, requisition_id=row.id, version=row.version)
    return fresh(row)


def approved(unit: UnitInWorld, *lines: RequisitionLineInput, **fields: object) -> Requisition:
    """This will bring a requisition of person 1 to approval by person 2."""
    row = submitted(unit, *lines, **fields)
    decide(unit, row.id)
    return fresh(row)


def decide(unit: UnitInWorld, document_id: uuid.UUID, decision: str = "approve", comment: str = "ok") -> None:
    """This will decide a document's open task as person 2."""
    task = StepTask.objects.get(
        run__document_id=document_id, status="active", assignee_gid=approver(unit).person_id
    )
    task_decide(actor=approver(unit), task_id=task.id, decision=decision, comment=comment, at=NOW)


def order(unit: UnitInWorld, supplier: uuid.UUID, *lines: OrderLineInput, **fields: object) -> PurchaseOrder:
    """This will write down a draft order of the buyer."""
    key = order_create(
        actor=buyer(unit), at=NOW, supplier_org_id=supplier, lines=lines or [bought()], **fields
    )
    return PurchaseOrder.objects.get(id=key)


def approved_order(
    unit: UnitInWorld, supplier: uuid.UUID, *lines: OrderLineInput, **fields: object
) -> PurchaseOrder:
    """This will bring an order to approval, by person 2 unless the flow has no step."""
    row = order(unit, supplier, *lines, **fields)
    order_submit(actor=buyer(unit), at=NOW, order_id=row.id, version=row.version)
    if fresh(row).status == "in_approval":
        decide(unit, row.id)
    return fresh(row)


def issued_order(
    unit: UnitInWorld, supplier: uuid.UUID, *lines: OrderLineInput, **fields: object
) -> PurchaseOrder:
    """This will bring an order to its issue."""
    row = approved_order(unit, supplier, *lines, **fields)
    order_issue(actor=buyer(unit), at=NOW, order_id=row.id, version=row.version)
    return fresh(row)


def fresh(row):
    return type(row).objects.get(id=row.id)


def lines_of(row: Requisition) -> list[RequisitionLine]:
    return list(RequisitionLine.objects.filter(requisition_id=row.id).order_by("line_no"))


def snapshot(*models: type) -> list[list[tuple]]:
    """This will take what the tables hold, with the trail, the events and the numbers."""
    taken = [UnitAuditEntry, OutboxEvent, NumberSeries, *models]
    return [sorted(model.objects.order_by().values_list(), key=str) for model in taken]


def refused(
    refusal: type[DomainError], act: Callable[[], object], *models: type, field: str | None = None
) -> DomainError:
    """This will prove that the act is refused and that nothing changed."""
    before = snapshot(*models)
    with pytest.raises(refusal) as caught:
        _in_savepoint(act)
    assert snapshot(*models) == before
    if field is not None:
        assert caught.value.field == field
    return caught.value


def _in_savepoint(act: Callable[[], object]) -> None:
    from django.db import transaction

    with transaction.atomic():
        act()


def violations() -> dict[str, list[tuple]]:
    """This will give the rows of every invariant view of the unit that is not empty."""
    found = {}
    with connection.cursor() as cursor:
        for view in INVARIANTS:
            cursor.execute(f"SELECT * FROM {view}")
            rows = cursor.fetchall()
            if rows:
                found[view] = rows
    return found


Scope = AbstractContextManager[None]

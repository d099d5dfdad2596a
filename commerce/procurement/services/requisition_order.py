"""Turning approved requisitions into draft orders."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from commerce.masterdata.services.gate import lock_suppliers
from commerce.procurement.gate import pass_gate
from commerce.procurement.lines import MAX_LINES, Named, NoLines, OrderLineInput, TooManyLines, check_lines
from commerce.procurement.models import PurchaseOrder, Requisition, RequisitionLine
from commerce.procurement.order_lines import (
    Draft,
    KeptLine,
    draft_of,
    insert_lines,
    insert_orders,
    take_over,
)
from commerce.procurement.queries import locked_requisition
from commerce.procurement.requisition_quantities import change_ordered
from commerce.procurement.services.order_write import tell_created
from commerce.procurement.suppliers import snapshot_supplier
from commerce.procurement.trail import leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import IllegalTransition, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime.guard import require
from tenants.runtime.numbering import next_numbers


@dataclass(frozen=True, slots=True)
class LineToOrder:
    """How much of one requisition line to order, from whom, at what price.

    The whole open quantity, the suggested supplier and the estimated price hold when nothing else is said.
    """

    line_id: uuid.UUID
    quantity: Decimal | None = None
    supplier_org_id: uuid.UUID | None = None
    unit_price: Decimal | None = None
    tax_rate: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class OrdersDrafted:
    """The requisition that was ordered and the new draft orders, one for each supplier."""

    requisition_id: uuid.UUID
    order_ids: tuple[uuid.UUID, ...]


@dataclass(frozen=True, slots=True)
class _Chosen:
    line: RequisitionLine
    given: OrderLineInput


def requisition_order(
    *,
    actor: Actor,
    at: datetime,
    requisition_id: uuid.UUID,
    version: int,
    lines: Sequence[LineToOrder],
) -> OrdersDrafted:
    """This will draft one order for each supplier out of an approved requisition's lines.

    A line is never ordered beyond its quantity, however many try at once. Raises Forbidden, NotFound,
    Conflict, IllegalTransition, OverOrdered, NoLines, SupplierSanctioned, SupplierArchived, Invalid.
    """
    require(actor, "procurement.requisition.order")
    require(actor, "procurement.order.create")
    if not lines:
        raise NoLines
    if len(lines) > MAX_LINES:
        raise TooManyLines
    lock_suppliers(actor=actor, supplier_org_ids=_suppliers(requisition_id, lines))
    row = locked_requisition(actor=actor, requisition_id=requisition_id, version=version)
    if row.status not in ("approved", "sourcing"):
        raise IllegalTransition(field="status", state=row.status)
    groups = _by_supplier(row, lines)
    orders, drafts = [], {}
    for supplier_org_id, chosen in groups.items():
        draft = _draft(row, chosen)
        order = _order(row, draft, supplier_org_id, actor)
        pass_gate(
            actor=actor,
            supplier_org_id=supplier_org_id,
            order_type_code=order.order_type_code,
            category_ids=draft.category_ids,
            at=at,
        )
        orders.append(order)
        drafts[order.id] = draft
    taken = _taken(drafts.values())
    change_ordered(taken)
    for order, number in zip(orders, next_numbers(kind="PO", at=at, count=len(orders)), strict=True):
        order.number = number
    insert_orders(orders)
    insert_lines(drafts)
    _tell(row, orders, drafts, actor=actor, at=at)
    return OrdersDrafted(row.id, tuple(order.id for order in orders))


def _suppliers(requisition_id: uuid.UUID, lines: Sequence[LineToOrder]) -> set[uuid.UUID]:
    """Every supplier that may be meant: locked before the requisition's row, in one order (R6)."""
    suggested = RequisitionLine.objects.filter(
        requisition_id=requisition_id, id__in=[line.line_id for line in lines], supplier_org_gid__isnull=False
    )
    named = {line.supplier_org_id for line in lines if line.supplier_org_id is not None}
    return named | {key for key in suggested.values_list("supplier_org_gid", flat=True) if key is not None}


def _by_supplier(row: Requisition, lines: Sequence[LineToOrder]) -> dict[uuid.UUID, list[_Chosen]]:
    wanted = {line.line_id for line in lines}
    stored = {line.id: line for line in RequisitionLine.objects.filter(requisition_id=row.id, id__in=wanted)}
    groups: dict[uuid.UUID, list[_Chosen]] = {}
    inputs: list[OrderLineInput] = []
    for place, given in enumerate(lines):
        line = stored.get(given.line_id)
        if line is None:
            raise NotFound(field=f"lines.{place}.lineId")
        supplier = given.supplier_org_id or line.supplier_org_gid
        if supplier is None:
            raise Invalid(
                field=f"lines.{place}.supplierOrgId",
                reason_en="Choose a supplier for this line.",
                reason_zh="请为该行选择供应商。",
            )
        inputs.append(_input(line, given))
        groups.setdefault(supplier, []).append(_Chosen(line, inputs[-1]))
    check_lines(inputs)
    return groups


def _input(line: RequisitionLine, given: LineToOrder) -> OrderLineInput:
    open_quantity = line.quantity - line.ordered_quantity
    return OrderLineInput(
        quantity=open_quantity if given.quantity is None else given.quantity,
        unit_price=line.unit_price if given.unit_price is None else given.unit_price,
        unit=line.unit,
        item_id=line.item_gid,
        description=line.description,
        category_id=line.category_gid,
        tax_rate=given.tax_rate,
        requested_date=line.need_by_date,
    )


def _draft(row: Requisition, chosen: Sequence[_Chosen]) -> Draft:
    named = [Named(c.line.item_gid, c.line.description, c.line.category_gid, c.line.unit) for c in chosen]
    links = {place: KeptLine(new_id(), c.line.id, "") for place, c in enumerate(chosen)}
    return draft_of(inputs=[c.given for c in chosen], named=named, currency=row.currency, kept=links)


def _order(row: Requisition, draft: Draft, supplier_org_id: uuid.UUID, actor: Actor) -> PurchaseOrder:
    order = PurchaseOrder(
        id=new_id(),
        origin="requisition",
        currency=row.currency,
        cost_centre=row.cost_centre,
        buyer_key=actor.key,
        buyer_name=actor.display_name,
    )
    snapshot_supplier(order, actor=actor, supplier_org_id=supplier_org_id)
    take_over(order, draft)
    return order


def _taken(drafts: Iterable[Draft]) -> dict[uuid.UUID, Decimal]:
    taken: dict[uuid.UUID, Decimal] = {}
    for draft in drafts:
        for line_id, quantity in draft.on_requisitions.items():
            taken[line_id] = taken.get(line_id, Decimal(0)) + quantity
    return taken


def _tell(
    row: Requisition,
    orders: Sequence[PurchaseOrder],
    drafts: dict[uuid.UUID, Draft],
    *,
    actor: Actor,
    at: datetime,
) -> None:
    for order in orders:
        tell_created(order, drafts[order.id], actor=actor, at=at)
    leave_trail(
        actor=actor, at=at, action="requisition.order", event="requisition.ordered",
        subject_type="requisition", subject_id=row.id, number=row.number, version=row.version,
        new={"orders": [order.number for order in orders]},
    )  # fmt: skip

"""Writing orders down: create and edit."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models.functions import Now

from commerce.approvals.services.run_invalidate import run_invalidate
from commerce.procurement.frames import OrderFrame, check_blanket, take_frame
from commerce.procurement.gate import pass_gate
from commerce.procurement.lines import OrderLineInput, ScheduleInput, check_lines, named_lines
from commerce.procurement.models import PoLine, PoSchedule, PurchaseOrder
from commerce.procurement.order_lines import (
    Draft,
    KeptLine,
    draft_of,
    insert_lines,
    insert_orders,
    replace_lines,
    take_over,
)
from commerce.procurement.queries import locked_order, order_about
from commerce.procurement.requisition_quantities import change_ordered
from commerce.procurement.states import ORDER, ORDER_TYPE, ORDER_TYPES
from commerce.procurement.suppliers import snapshot_supplier
from commerce.procurement.texts import ORDER_TEXTS, check_text
from commerce.procurement.trail import leave_trail
from commerce.procurement.unit import this_unit
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, IllegalTransition, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.kernel.money import exponent_of
from tenants.runtime.audit import changes
from tenants.runtime.guard import require
from tenants.runtime.numbering import next_number

INCOTERMS = ("", "EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP")
"""Incoterms 2020; empty when none is agreed."""
NO_FRAME = OrderFrame()
FRAME = ("blanket_id", "ceiling_amount", "valid_from_date", "valid_until_date")
HEADER = ("supplier_org_gid", "currency", "incoterm", *ORDER_TEXTS, "status", "total_amount", "tax_amount")


class RequisitionedLine(DomainError):
    """A line that orders part of a requisition keeps what it is about."""

    code = "REQUISITIONED_LINE"
    en = "Line {line_no} orders part of a requisition: its item, category, unit and currency stay. Remove it instead."
    zh = "第 {line_no} 行来自采购申请，其物料、品类、单位和币种不可更改，可删除该行。"


@dataclass(frozen=True, slots=True)
class Header:
    """An order's header as it was asked for; no currency means the unit's own."""

    currency: str = ""
    order_type_code: str = "220"
    incoterm: str = ""
    payment_terms: str = ""
    ship_to: str = ""
    cost_centre: str = ""
    note: str = ""
    frame: OrderFrame = NO_FRAME


def order_create(
    *,
    actor: Actor,
    at: datetime,
    supplier_org_id: uuid.UUID,
    lines: Sequence[OrderLineInput],
    currency: str = "",
    order_type_code: str = "220",
    incoterm: str = "",
    payment_terms: str = "",
    ship_to: str = "",
    cost_centre: str = "",
    note: str = "",
    frame: OrderFrame | None = None,
) -> uuid.UUID:
    """This will write down a draft order to a supplier and give its id; `frame` makes it a blanket or a call-off.

    The currency is the unit's own when none is given. A supplier under a sanction is refused here already.
    Raises Forbidden, NotFound, SupplierSanctioned, SupplierArchived and Invalid, each naming its field.
    """
    require(actor, "procurement.order.create")
    order, _ = written_order(
        actor=actor,
        at=at,
        supplier_org_id=supplier_org_id,
        lines=lines,
        header=Header(
            currency, order_type_code, incoterm, payment_terms, ship_to, cost_centre, note, frame or NO_FRAME
        ),
    )
    return order.id


def written_order(
    *,
    actor: Actor,
    at: datetime,
    supplier_org_id: uuid.UUID,
    lines: Sequence[OrderLineInput],
    header: Header,
) -> tuple[PurchaseOrder, Draft]:
    """This will write a draft order past the blacklist gate, with its trail, for services that guard it."""
    order = PurchaseOrder(
        id=new_id(), order_type_code=header.order_type_code,
        currency=header.currency or this_unit().currency, incoterm=header.incoterm,
        payment_terms=header.payment_terms.strip(), ship_to=header.ship_to.strip(),
        cost_centre=header.cost_centre.strip(), note=header.note.strip(),
        buyer_key=actor.key, buyer_name=actor.display_name,
    )  # fmt: skip
    check_header(order)
    take_frame(order, header.frame)
    check_lines(lines)
    named = named_lines(actor=actor, lines=lines)
    draft = draft_of(inputs=lines, named=named, currency=order.currency)
    pass_gate(
        actor=actor,
        supplier_org_id=supplier_org_id,
        order_type_code=order.order_type_code,
        category_ids=draft.category_ids,
        at=at,
    )
    snapshot_supplier(order, actor=actor, supplier_org_id=supplier_org_id)
    check_blanket(order, actor=actor)
    take_over(order, draft)
    order.number = next_number(kind="PO", at=at)
    insert_orders([order])
    insert_lines({order.id: draft})
    tell_created(order, draft, actor=actor, at=at)
    return order, draft


def order_edit(
    *,
    actor: Actor,
    at: datetime,
    order_id: uuid.UUID,
    version: int,
    lines: Sequence[OrderLineInput] | None = None,
    supplier_org_id: uuid.UUID | None = None,
    currency: str | None = None,
    incoterm: str | None = None,
    payment_terms: str | None = None,
    ship_to: str | None = None,
    cost_centre: str | None = None,
    note: str | None = None,
    frame: OrderFrame | None = None,
) -> uuid.UUID:
    """This will change a draft, or re-open an approved order whose content changes; `lines` replace all lines.

    An input line with `line_id` takes the place of that line and stays on its requisition. Raises
    Forbidden, NotFound, Conflict, IllegalTransition, RequisitionedLine, OverOrdered, SupplierSanctioned,
    Invalid.
    """
    require(actor, "procurement.order.edit")
    if supplier_org_id is not None:
        _early_gate(actor, order_id, version, supplier_org_id, at)
    order = locked_order(actor=actor, order_id=order_id, version=version)
    if order.status not in ("draft", "approved"):
        raise IllegalTransition(field="status", state=order.status)
    before = {name: getattr(order, name) for name in (*HEADER, "content_hash")}
    texts = {"payment_terms": payment_terms, "ship_to": ship_to, "cost_centre": cost_centre, "note": note}
    for name, value in {**texts, "currency": currency, "incoterm": incoterm}.items():
        if value is not None:
            setattr(order, name, value.strip())
    check_header(order)
    if supplier_org_id is not None:
        snapshot_supplier(order, actor=actor, supplier_org_id=supplier_org_id)
    if frame is not None:
        take_frame(order, frame)
    check_blanket(order, actor=actor)
    stored = _stored_lines(order.id)
    inputs = [given for given, _ in stored.values()] if lines is None else lines
    draft = _edited(actor, order, inputs, stored, before["currency"])
    take_over(order, draft)
    _reopen(actor, order, before["content_hash"], at)
    _save(order)
    _replace(order.id, draft, stored)
    _tell_edited(order, before, actor=actor, at=at)
    return order.id


def check_header(order: PurchaseOrder) -> None:
    """This will refuse header values that are unknown or too long; raises Invalid and UnknownCurrency."""
    exponent_of(order.currency)
    if order.order_type_code not in ORDER_TYPES:
        raise Invalid(
            field="orderTypeCode",
            reason_en=f"The order type is one of {', '.join(ORDER_TYPES)}.",
            reason_zh=f"订单类型必须为 {'、'.join(ORDER_TYPES)} 之一。",
        )
    if order.incoterm not in INCOTERMS:
        raise Invalid(
            field="incoterm",
            reason_en="The Incoterm is one of 2020, e.g. FCA or DAP, or empty.",
            reason_zh="贸易术语须为 Incoterms 2020 之一，例如 FCA、DAP，或留空。",
        )
    for name, longest in ORDER_TEXTS.items():
        head, *rest = name.split("_")
        check_text(getattr(order, name), field=head + "".join(map(str.title, rest)), longest=longest)


def tell_created(order: PurchaseOrder, draft: Draft, *, actor: Actor, at: datetime) -> None:
    """This will leave the trail of a new order."""
    leave_trail(
        actor=actor, at=at, action="order.create", event="order.created", subject_type="order",
        subject_id=order.id, number=order.number, version=order.version,
        new={"supplier_org_gid": order.supplier_org_gid, "total_amount": order.total_amount,
             "currency": order.currency, "lines": len(draft.lines)},
    )  # fmt: skip


StoredLines = dict[uuid.UUID, tuple[OrderLineInput, KeptLine]]


def _early_gate(
    actor: Actor, order_id: uuid.UUID, version: int, supplier_org_id: uuid.UUID, at: datetime
) -> None:
    """Before the order's row is locked, as locks have one order (R6)."""
    about = order_about(actor=actor, order_id=order_id, version=version)
    pass_gate(
        actor=actor,
        supplier_org_id=supplier_org_id,
        order_type_code=about.order_type_code,
        category_ids=about.category_ids,
        at=at,
    )


def _stored_lines(order_id: uuid.UUID) -> StoredLines:
    parts: dict[uuid.UUID, list[ScheduleInput]] = defaultdict(list)
    kept = PoSchedule.objects.filter(line__order_id=order_id).order_by("schedule_no")
    for line_id, quantity, day in kept.values_list("line_id", "quantity", "requested_date"):
        parts[line_id].append(ScheduleInput(quantity, day))
    return {
        row.id: (
            OrderLineInput(
                quantity=row.quantity, unit_price=row.unit_price, unit=row.unit, item_id=row.item_gid,
                description=row.description, category_id=row.category_gid, tax_rate=row.tax_rate,
                adjustment_amount=row.adjustment_amount, line_id=row.id, schedules=parts[row.id],
            ),
            KeptLine(row.id, row.requisition_line_id, row.external_ref),
        )
        for row in PoLine.objects.filter(order_id=order_id).order_by("line_no")
    }  # fmt: skip


def _edited(
    actor: Actor,
    order: PurchaseOrder,
    inputs: Sequence[OrderLineInput],
    stored: StoredLines,
    currency_before: object,
) -> Draft:
    check_lines(inputs)
    kept: dict[int, KeptLine] = {}
    for place, given in enumerate(inputs):
        if given.line_id is None:
            continue
        if given.line_id not in stored or given.line_id in {k.id for k in kept.values()}:
            raise NotFound(field=f"lines.{place}.lineId")
        kept[place] = stored[given.line_id][1]
    named = named_lines(actor=actor, lines=inputs)
    for place, old in kept.items():
        was, now = stored[old.id][0], named[place]
        same = (was.item_id, was.category_id, was.unit) == (now.item_id, now.category_id, now.unit)
        if old.requisition_line_id is not None and not (same and order.currency == currency_before):
            raise RequisitionedLine(field=f"lines.{place}", line_no=place + 1)
    return draft_of(inputs=inputs, named=named, currency=order.currency, kept=kept)


def _reopen(actor: Actor, order: PurchaseOrder, hash_before: object, at: datetime) -> None:
    """An approved order becomes a draft again when its content changed."""
    if order.status != "approved" or order.content_hash == hash_before:
        return
    ORDER.check(order.status, "draft")
    run_invalidate(
        actor=actor,
        document_type=ORDER_TYPE,
        document_id=order.id,
        content_hash=order.content_hash,
        at=at,
    )
    order.status, order.approved_hash, order.approval_basis, order.approval_run_gid = "draft", "", "", None


def _save(order: PurchaseOrder) -> None:
    order.version += 1
    order.save(
        update_fields=[
            *HEADER, *FRAME, "supplier_name", "supplier_address", "supplier_tax_id", "content_hash",
            "approved_hash", "approval_basis", "approval_run_gid", "version",
        ]
    )  # fmt: skip
    PurchaseOrder.objects.filter(id=order.id).update(updated_at=Now())


def _replace(order_id: uuid.UUID, draft: Draft, stored: StoredLines) -> None:
    """Only a draft's lines are written again; an approved order that stays approved has the same lines."""
    if PurchaseOrder.objects.filter(id=order_id, status="draft").exists():
        replace_lines(order_id, draft)
        change_ordered(_difference(_ordered(stored), draft.on_requisitions))


def _ordered(stored: StoredLines) -> dict[uuid.UUID, Decimal]:
    ordered: dict[uuid.UUID, Decimal] = {}
    for given, old in stored.values():
        if old.requisition_line_id is not None:
            known = ordered.get(old.requisition_line_id, Decimal(0))
            ordered[old.requisition_line_id] = known + given.quantity
    return ordered


def _difference(
    before: Mapping[uuid.UUID, Decimal], after: Mapping[uuid.UUID, Decimal]
) -> dict[uuid.UUID, Decimal]:
    zero = Decimal(0)
    return {key: after.get(key, zero) - before.get(key, zero) for key in {*before, *after}}


def _tell_edited(order: PurchaseOrder, before: Mapping[str, object], *, actor: Actor, at: datetime) -> None:
    old, new = changes(before, {name: getattr(order, name) for name in before})
    leave_trail(
        actor=actor, at=at, action="order.edit", event="order.edited", subject_type="order",
        subject_id=order.id, number=order.number, version=order.version, old=old, new=new,
    )  # fmt: skip

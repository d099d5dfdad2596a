"""Our documents as messages, to be written in UBL or cXML."""

import uuid
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from commerce.masterdata.queries import skus_of
from commerce.procurement.collaboration_queries import (
    order_changes_visible_to,
    order_confirmations_visible_to,
    ship_notices_visible_to,
)
from commerce.procurement.exchange.cxml_write import write_cxml
from commerce.procurement.exchange.messages import (
    DespatchLine,
    DespatchMessage,
    Line,
    Message,
    OrderMessage,
    Package,
    Part,
    ResponseMessage,
)
from commerce.procurement.exchange.ubl_write import write_ubl
from commerce.procurement.invoicing.cxml_write import write_cxml_invoice
from commerce.procurement.invoicing.document import InvoiceDocument
from commerce.procurement.invoicing.queries import invoices_visible_to
from commerce.procurement.invoicing.stored import document_of
from commerce.procurement.invoicing.ubl_write import write_ubl_invoice
from commerce.procurement.models import (
    ConfirmationLine,
    ConfirmationSchedule,
    OrderChangeLine,
    PoLine,
    PoSchedule,
    PurchaseOrder,
    ShipNoticeLine,
    ShipNoticePackage,
)
from commerce.procurement.queries import orders_visible_to
from commerce.procurement.states import HEADER_CODES
from commerce.procurement.unit import this_unit
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid, NotFound

WRITERS: dict[str, Callable[[Message], bytes]] = {"ubl": write_ubl, "cxml": write_cxml}
INVOICE_WRITERS: dict[str, Callable[[InvoiceDocument], bytes]] = {
    "ubl": write_ubl_invoice,
    "cxml": write_cxml_invoice,
}


@dataclass(frozen=True, slots=True)
class ExchangeFile:
    """A document as a file."""

    name: str
    content_type: str
    content: str


def exchange_file(*, actor: Actor, kind: str, document_id: uuid.UUID, form: str) -> ExchangeFile:
    """This will write a document that the actor sees as a file of the format `ubl` or `cxml`.

    `kind` is order, order_change, order_confirmation, ship_notice or invoice. Raises NotFound, InvoiceIncomplete
    and Invalid.
    """
    if kind == "invoice" and form in INVOICE_WRITERS:
        return _invoice(actor, document_id, form)
    write, make = WRITERS.get(form), _MAKERS.get(kind)
    if write is None or make is None:
        raise Invalid(
            field="format" if write is None else "kind",
            reason_en="Ask for ubl or cxml, of an order, order_change, order_confirmation, ship_notice or "
            "invoice.",
            reason_zh="格式为 ubl 或 cxml，单据为 order、order_change、order_confirmation、ship_notice 或 "
            "invoice。",
        )
    message = make(actor, document_id)
    name = f"{message.number}.{form}.xml"
    return ExchangeFile(name, "application/xml", write(message).decode())


def _invoice(actor: Actor, key: uuid.UUID, form: str) -> ExchangeFile:
    invoice = invoices_visible_to(actor=actor).filter(id=key).first()
    if invoice is None:
        raise NotFound(field="id")
    content = INVOICE_WRITERS[form](document_of(invoice, actor=actor))
    return ExchangeFile(f"{invoice.number}.{form}.xml", "application/xml", content.decode())


def _order(actor: Actor, key: uuid.UUID) -> Message:
    order = orders_visible_to(actor=actor).filter(id=key).first()
    if order is None:
        raise NotFound(field="id")
    more: Mapping[str, str] = order.carried
    cost_centre = order.cost_centre if actor.supplier_org_id is None else ""  # the unit's own matter
    blanket = order.blanket.number if order.blanket is not None else ""
    until = more.get("valid_until")
    return OrderMessage(
        number=order.number, issue_date=order.order_date or order.created_at.date(), currency=order.currency,
        lines=_order_lines(key), order_type=more.get("order_type", order.order_type_code), note=order.note,
        buyer_name=this_unit().name, seller_name=order.supplier_name, seller_tax_id=order.supplier_tax_id,
        incoterm=order.incoterm or more.get("incoterm", ""), payment_terms=order.payment_terms,
        ship_to=order.ship_to, cost_centre=cost_centre, agreement=blanket or more.get("agreement", ""),
        valid_from=order.valid_from_date,
        valid_until=date.fromisoformat(until) if until else order.valid_until_date, total=order.total_amount,
        ceiling=order.ceiling_amount,
    )  # fmt: skip


def _order_lines(order_id: uuid.UUID) -> tuple[Line, ...]:
    lines = list(PoLine.objects.filter(order_id=order_id).order_by("line_no"))
    parts: dict[uuid.UUID, list[PoSchedule]] = defaultdict(list)
    asked = PoSchedule.objects.filter(line__order_id=order_id, requested_date__isnull=False)
    for part in asked.order_by("schedule_no"):
        parts[part.line_id].append(part)
    skus = skus_of(line.item_gid for line in lines if line.item_gid)
    return tuple(_order_line(line, parts[line.id], skus) for line in lines)


def _order_line(line: PoLine, parts: Sequence[PoSchedule], skus: Mapping[uuid.UUID, str]) -> Line:
    more: Mapping[str, str] = line.carried
    return Line(
        number=str(line.line_no), description=line.description, quantity=line.quantity, unit=line.unit,
        price=line.unit_price, amount=line.line_extension_amount, tax_rate=line.tax_rate,
        parts=tuple(Part(part.quantity, part.requested_date) for part in parts),
        note=more.get("note", ""), seller_item=more.get("seller_item", ""),
        standard_item=more.get("standard_item", ""),
        buyer_item=skus.get(line.item_gid, "") if line.item_gid else more.get("buyer_item", ""),
    )  # fmt: skip


def _change(actor: Actor, key: uuid.UUID) -> Message:
    change = order_changes_visible_to(actor=actor).filter(id=key).select_related("order").first()
    if change is None:
        raise NotFound(field="id")
    rows = OrderChangeLine.objects.filter(change_id=key).select_related("line").order_by("line__line_no")
    return OrderMessage(
        number=change.number, issue_date=change.proposed_at.date(), currency=change.order.currency,
        lines=tuple(
            Line(
                number=str(row.line.line_no), description=row.line.description, quantity=row.new_quantity,
                unit=row.line.unit, price=row.new_unit_price, status="3",
                parts=(Part(None, row.new_requested_date),) if row.new_requested_date else (),
            )
            for row in rows
        ),
        order_ref=change.order.number, note=change.reason, buyer_name=this_unit().name,
        seller_name=change.order.supplier_name,
    )  # fmt: skip


def _confirmation(actor: Actor, key: uuid.UUID) -> Message:
    answer = order_confirmations_visible_to(actor=actor).filter(id=key).select_related("order").first()
    if answer is None:
        raise NotFound(field="id")
    rows = (
        ConfirmationLine.objects.filter(confirmation_id=key).select_related("line").order_by("line__line_no")
    )
    promised: dict[uuid.UUID, list[ConfirmationSchedule]] = defaultdict(list)
    said = ConfirmationSchedule.objects.filter(confirmation_line__confirmation_id=key)
    for part in said.order_by("schedule_no"):
        promised[part.confirmation_line_id].append(part)
    return ResponseMessage(
        number=answer.number, issue_date=answer.sent_at.date(), code=HEADER_CODES[answer.response],
        order_ref=answer.order.number, note=answer.note, currency=answer.order.currency,
        lines=tuple(_answer_line(row, promised[row.id]) for row in rows), buyer_name=this_unit().name,
        seller_name=answer.order.supplier_name,
    )  # fmt: skip


def _answer_line(row: ConfirmationLine, parts: Sequence[ConfirmationSchedule]) -> Line:
    late = sum((part.quantity for part in parts if part.is_back_order), Decimal(0))
    return Line(
        number=str(row.line.line_no), description=row.line.description,
        quantity=row.quantity or row.line.quantity, unit=row.line.unit, price=row.unit_price,
        parts=tuple(Part(part.quantity, part.promised_date) for part in parts if not part.is_back_order),
        status=row.status_code, back_order=late or None, note=row.reason,
    )  # fmt: skip


def _notice(actor: Actor, key: uuid.UUID) -> Message:
    notice = ship_notices_visible_to(actor=actor).filter(id=key).select_related("order").first()
    if notice is None:
        raise NotFound(field="id")
    order: PurchaseOrder = notice.order
    rows = ShipNoticeLine.objects.filter(notice_id=key).select_related("line", "package").order_by("line_no")
    return DespatchMessage(
        number=notice.number, issue_date=(notice.sent_at or notice.created_at).date(), order_ref=order.number,
        lines=tuple(
            DespatchLine(
                number=str(row.line_no), order_line=str(row.line.line_no), quantity=row.quantity,
                unit=row.line.unit, description=row.line.description, order_ref=order.number, lot=row.lot_no,
                expiry=row.expiry_date, package=_package(row.package),
            )
            for row in rows
        ),
        shipped=notice.shipped_date, expected=notice.expected_date, carrier=notice.carrier_name,
        tracking=notice.tracking_no, mode=notice.transport_mode, weight_kg=notice.gross_weight_kg, note=notice.note,
        buyer_name=this_unit().name, seller_name=order.supplier_name,
    )  # fmt: skip


def _package(row: ShipNoticePackage | None) -> Package | None:
    """A package is told apart by its SSCC, and by its number where it has none."""
    if row is None:
        return None
    return Package(row.sscc, "" if row.sscc else str(row.package_no), row.type_code, row.gross_weight_kg)


_MAKERS: dict[str, Callable[[Actor, uuid.UUID], Message]] = {
    "order": _order,
    "order_change": _change,
    "order_confirmation": _confirmation,
    "ship_notice": _notice,
}

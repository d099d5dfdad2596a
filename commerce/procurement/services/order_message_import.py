"""Taking in files in UBL or cXML: an order becomes a draft, an answer an answer, a despatch advice a notice."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Q

from commerce.masterdata.queries import supplier_orgs_visible_to
from commerce.procurement.answers import LineAnswer, PromiseInput
from commerce.procurement.collaboration import lines_by_id
from commerce.procurement.exchange.messages import (
    DespatchMessage,
    Line,
    Message,
    OrderMessage,
    ResponseMessage,
)
from commerce.procurement.exchange.reading import read_message
from commerce.procurement.invoicing.queries import own_upload
from commerce.procurement.lines import OrderLineInput, ScheduleInput
from commerce.procurement.models import OrderConfirmation, PurchaseOrder, ShipNotice
from commerce.procurement.queries import orders_visible_to
from commerce.procurement.services.order_change import LineChange, order_change_propose
from commerce.procurement.services.order_confirmation import order_acknowledge, order_confirmation_send
from commerce.procurement.services.order_write import INCOTERMS, order_create
from commerce.procurement.services.ship_notice import (
    NoticeHeader,
    NoticeLine,
    NoticePackage,
    ship_notice_create,
)
from commerce.procurement.sscc import check_sscc
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError
from tenants.runtime import files
from tenants.runtime.guard import require

FILE_PURPOSE = "order_message"


class OrderOfMessageUnknown(DomainError):
    """The message names an order, or a line of it, that the sender does not see."""

    code = "EXCHANGE_ORDER_UNKNOWN"
    en = "There is no order {number} with a line {line}. Check the numbers in the file."
    zh = "不存在订单 {number} 或其第 {line} 行，请检查文件中的编号。"


class SupplierOfMessageUnknown(DomainError):
    """The order is for a supplier that is not in the register."""

    code = "EXCHANGE_SUPPLIER_UNKNOWN"
    en = "No supplier in the register is called {name}. Add it, or correct the file."
    zh = "供应商库中没有名为“{name}”的供应商，请先添加或更正文件。"


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file became: exactly one of these; an acknowledgement gives its order."""

    order_id: uuid.UUID | None = None
    change_id: uuid.UUID | None = None
    confirmation_id: uuid.UUID | None = None
    notice_id: uuid.UUID | None = None


def order_message_import(*, actor: Actor, at: datetime, file_id: uuid.UUID) -> Imported:
    """This will take in one uploaded UBL 2.1 or cXML 1.2 document and say what it became.

    An order is written as a draft; a change is proposed; an answer is sent; a despatch advice is drafted as a
    ship notice. The same document delivered again gives what it became the first time. Raises Forbidden,
    NotFound, XmlRefused, UnknownDocument, SchemaBroken, BadValue, OrderOfMessageUnknown,
    SupplierOfMessageUnknown, and what the steps themselves raise.
    """
    require(actor, "procurement.order_message.import")
    own_upload(actor=actor, file_id=file_id, purpose=FILE_PURPOSE)
    message = read_message(files.read(file_id=file_id))
    return _take_in(actor, at, message)


def _take_in(actor: Actor, at: datetime, message: Message) -> Imported:
    if isinstance(message, ResponseMessage):
        return _response(actor, at, message)
    if isinstance(message, DespatchMessage):
        return _despatch(actor, at, message)
    return _change(actor, at, message) if message.order_ref else _order(actor, at, message)


def _order(actor: Actor, at: datetime, message: OrderMessage) -> Imported:
    known = orders_visible_to(actor=actor).filter(external_ref=message.number).first()
    if known is not None:
        return Imported(order_id=known.id)
    lines = [
        OrderLineInput(
            quantity=line.quantity or Decimal(0), unit_price=_unit_price(line) or Decimal(0), unit=line.unit,
            description=line.description, tax_rate=line.tax_rate or Decimal(0),
            requested_date=max((p.day for p in line.parts if p.day), default=None), schedules=_split(line),
        )
        for line in message.lines
    ]  # fmt: skip
    key = order_create(
        actor=actor, at=at, supplier_org_id=_supplier(actor, message), lines=lines, currency=message.currency,
        incoterm=message.incoterm if message.incoterm in INCOTERMS else "",
        payment_terms=message.payment_terms[:500], note=message.note[:5_000],
    )  # fmt: skip
    PurchaseOrder.objects.filter(id=key).update(external_ref=message.number)
    return Imported(order_id=key)


def _split(line: Line) -> list[ScheduleInput]:
    """The days of a line when its parts say how much comes when."""
    parts = [ScheduleInput(p.quantity, p.day) for p in line.parts if p.quantity is not None]
    return parts if len(parts) > 1 and len(parts) == len(line.parts) else []


def _supplier(actor: Actor, message: OrderMessage) -> uuid.UUID:
    rows = supplier_orgs_visible_to(actor=actor).exclude(status="archived")
    by_tax = Q(tax_id=message.seller_tax_id) | Q(uscc=message.seller_tax_id)
    found = rows.filter(by_tax).first() if message.seller_tax_id else None
    found = found or rows.filter(legal_name__iexact=message.seller_name).first()
    if found is None:
        raise SupplierOfMessageUnknown(field="file", name=message.seller_name)
    return found.id


def _change(actor: Actor, at: datetime, message: OrderMessage) -> Imported:
    order, lines = _order_and_lines(actor, message.order_ref)
    changes = [
        LineChange(
            _line_of(lines, line.number, order), line.quantity, _unit_price(line),
            max((p.day for p in line.parts if p.day), default=None),
        )
        for line in message.lines
    ]  # fmt: skip
    key = order_change_propose(
        actor=actor,
        at=at,
        order_id=order.id,
        version=order.version,
        lines=changes,
        reason=message.note[:2_000],
    )
    return Imported(change_id=key)


def _response(actor: Actor, at: datetime, message: ResponseMessage) -> Imported:
    order, lines = _order_and_lines(actor, message.order_ref)
    known = OrderConfirmation.objects.filter(order_id=order.id, external_ref=message.number).first()
    if known is not None and message.number:
        return Imported(confirmation_id=known.id)
    if message.code == "AB" and not message.lines:
        order_acknowledge(actor=actor, at=at, order_id=order.id, version=order.version)
        return Imported(order_id=order.id)
    given = [_answer(_line_of(lines, line.number, order), line) for line in message.lines]
    if message.code == "RE" and not given:
        given = [LineAnswer(key, "reject", reason=message.note or "RE") for key in lines.values()]
    key = order_confirmation_send(
        actor=actor, at=at, order_id=order.id, version=order.version, lines=given, note=message.note[:5_000],
        external_ref=message.number[:200],
    )  # fmt: skip
    return Imported(confirmation_id=key)


def _answer(line_id: uuid.UUID, line: Line) -> LineAnswer:
    """Codes of UNCL 1229: 5 as it is, 7 not accepted, everything else with changes."""
    if line.status == "7":
        return LineAnswer(line_id, "reject", reason=line.note or "7")
    if line.status == "5" or not line.status:
        return LineAnswer(line_id)
    late = line.back_order or Decimal(0)
    parts = [
        PromiseInput(part.quantity or (line.quantity or Decimal(0)) - late, part.day)
        for part in line.parts
        if part.day is not None
    ]
    if late:
        parts.append(PromiseInput(late, None, is_back_order=True))
    word = "back_order" if late else "change"
    return LineAnswer(line_id, word, parts, unit_price=_unit_price(line), reason=line.note[:2_000])


def _despatch(actor: Actor, at: datetime, message: DespatchMessage) -> Imported:
    order, lines = _order_and_lines(actor, message.order_ref or _first_order(message))
    known = ShipNotice.objects.filter(supplier_org_gid=order.supplier_org_gid, external_ref=message.number)
    notice = known.exclude(external_ref="").first()
    if notice is not None:
        return Imported(notice_id=notice.id)
    codes = list(dict.fromkeys(line.sscc for line in message.lines if line.sscc))
    for code in codes:
        check_sscc(code, field="file")
    key = ship_notice_create(
        actor=actor, at=at, order_id=order.id, packages=[NoticePackage(code) for code in codes],
        lines=[
            NoticeLine(
                _line_of(lines, line.order_line, order), line.quantity, lot_no=line.lot[:100],
                package_no=codes.index(line.sscc) + 1 if line.sscc else None, expiry_date=line.expiry,
            )
            for line in message.lines
        ],
        header=NoticeHeader(
            message.shipped, message.expected, message.carrier[:200], message.tracking[:100],
            gross_weight_kg=message.weight_kg, note=message.note, external_ref=message.number[:200],
        ),
    )  # fmt: skip
    return Imported(notice_id=key)


def _first_order(message: DespatchMessage) -> str:
    return next((line.order_ref for line in message.lines if line.order_ref), "")


def _order_and_lines(actor: Actor, number: str) -> tuple[PurchaseOrder, dict[str, uuid.UUID]]:
    named = orders_visible_to(actor=actor).filter(Q(number=number) | Q(external_ref=number))
    order = named.first() if number else None
    if order is None:
        raise OrderOfMessageUnknown(field="file", number=number or "–", line="–")
    return order, {str(line.line_no): key for key, line in lines_by_id(order.id).items()}


def _line_of(lines: dict[str, uuid.UUID], number: str, order: PurchaseOrder) -> uuid.UUID:
    found = lines.get(number.lstrip("0") or number)
    if found is None:
        raise OrderOfMessageUnknown(field="file", number=order.number, line=number)
    return found


def _unit_price(line: Line) -> Decimal | None:
    """The price of one unit, where the message gives it for more."""
    if line.price is None or not line.base:
        return line.price
    return line.price / line.base

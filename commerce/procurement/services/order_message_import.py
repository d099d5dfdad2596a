"""Taking in files in UBL or cXML: an order becomes a draft, an answer an answer, a despatch advice a notice."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Q

from commerce.masterdata.queries import items_visible_to, supplier_orgs_visible_to
from commerce.procurement.answers import LineAnswer, PromiseInput
from commerce.procurement.collaboration import lines_by_id
from commerce.procurement.exchange.messages import (
    DespatchLine,
    DespatchMessage,
    Line,
    Message,
    OrderMessage,
    Package,
    ResponseMessage,
)
from commerce.procurement.exchange.reading import read_message
from commerce.procurement.exchange.values import fits
from commerce.procurement.frames import OrderFrame
from commerce.procurement.invoicing.queries import own_upload
from commerce.procurement.lines import OrderLineInput, ScheduleInput
from commerce.procurement.models import OrderConfirmation, PoLine, PurchaseOrder, ShipNotice
from commerce.procurement.queries import orders_visible_to
from commerce.procurement.restating import LineTerms, Standing, agreed_parts, standing_of
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
from commerce.procurement.states import BLANKET, CALL_OFF, ORDER_TYPES
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError
from tenants.kernel.money import exact_sum, exponent_of, line_amount
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


class LineTakenOut(DomainError):
    """A change would take a line out of an order that was issued."""

    code = "EXCHANGE_LINE_TAKEN_OUT"
    en = "The change deletes line {line}. An issued order keeps its lines: close it short, or lower the quantity."
    zh = "该变更删除第 {line} 行。已下达的订单不能删除行，请短关订单或减少数量。"


class SeveralDaysAsked(DomainError):
    """A change would give a line several days of delivery other than those it has."""

    code = "EXCHANGE_SEVERAL_DAYS"
    en = (
        "The change asks for line {line} on several days. A change gives a line one day: send one, or close the "
        "line short and order the rest anew with its days."
    )
    zh = (
        "该变更为第 {line} 行要求多个交货日期，而变更每行只能有一个：请只发送一个日期，或短关该行后重新下单。"
    )


class SeveralOrdersShipped(DomainError):
    """A despatch advice has goods of several orders."""

    code = "EXCHANGE_SEVERAL_ORDERS"
    en = "The document has goods of several orders: {orders}. Send one ship notice for each order."
    zh = "该文档包含多个订单的货物：{orders}。请按订单分别发送发货通知。"


DELETED, UNCHANGED = "2", "4"
"""UNCL 1229 in changes: a line that is taken out, and one that stays as it is."""


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
    NotFound, XmlRefused, UnknownDocument, SchemaBroken, BadValue, TextTooLong, WeightUnitUnknown,
    OrderOfMessageUnknown, SupplierOfMessageUnknown, LineTakenOut, SeveralDaysAsked, SeveralOrdersShipped, and
    what the steps themselves raise.
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
    known = orders_visible_to(actor=actor).filter(external_ref=_number(message)).first()
    if known is not None:
        return Imported(order_id=known.id)
    exponent_of(message.currency)
    wanted = {line.buyer_item for line in message.lines if line.buyer_item}
    items = dict(items_visible_to(actor).filter(sku__in=wanted, status="active").values_list("sku", "id"))
    kind = message.order_type if message.order_type in ORDER_TYPES else "220"
    known_term = message.incoterm in INCOTERMS
    key = order_create(
        actor=actor, at=at, supplier_org_id=_supplier(actor, message), currency=message.currency,
        lines=[_order_line(line, message.currency, items) for line in message.lines], order_type_code=kind,
        incoterm=message.incoterm if known_term else "", payment_terms=message.payment_terms,
        ship_to=message.ship_to, cost_centre=message.cost_centre, note=message.note,
        frame=_frame(actor, message, kind),
    )  # fmt: skip
    carried = {
        "incoterm": "" if known_term else message.incoterm,
        "order_type": "" if kind == message.order_type else message.order_type,
        "agreement": "" if kind == CALL_OFF else message.agreement,
        "valid_until": message.valid_until.isoformat() if message.valid_until and kind != BLANKET else "",
    }
    _carry(key, message, {name: value for name, value in carried.items() if value}, items)
    return Imported(order_id=key)


def _order_line(line: Line, currency: str, items: Mapping[str, uuid.UUID]) -> OrderLineInput:
    quantity, price = line.quantity or Decimal(0), _unit_price(line) or Decimal(0)
    change = Decimal(0)
    if line.amount is not None:
        computed = line_amount(quantity=quantity, unit_price=price, currency=currency)
        change = exact_sum((line.amount, -computed))
    return OrderLineInput(
        quantity=quantity, unit_price=price, unit=line.unit, description=line.description,
        item_id=items.get(line.buyer_item), tax_rate=line.tax_rate or Decimal(0), adjustment_amount=change,
        requested_date=max((p.day for p in line.parts if p.day), default=None), schedules=_split(line),
    )  # fmt: skip


def _frame(actor: Actor, message: OrderMessage, kind: str) -> OrderFrame | None:
    """What a blanket order's file says of its frame, or which one a call-off's file draws on."""
    if kind == BLANKET:
        ceiling = message.total if message.ceiling is None else message.ceiling
        return OrderFrame(None, ceiling, message.valid_from, message.valid_until)
    if kind != CALL_OFF:
        return None
    named = Q(number=message.agreement) | Q(external_ref=message.agreement)
    rows = orders_visible_to(actor=actor).filter(named, order_type_code=BLANKET)
    found = rows.values_list("id", flat=True).first() if message.agreement else None
    if found is None:
        raise OrderOfMessageUnknown(field="file", number=message.agreement or "–", line="–")
    return OrderFrame(found)


def _carry(
    key: uuid.UUID, message: OrderMessage, carried: Mapping[str, str], items: Mapping[str, uuid.UUID]
) -> None:
    """Notes the sender's numbers, and what has no place of its own, at the draft and its lines."""
    PurchaseOrder.objects.filter(id=key).update(external_ref=message.number, carried=carried)
    rows = PoLine.objects.filter(order_id=key).order_by("line_no")
    for row, line in zip(rows, message.lines, strict=True):
        more = {
            "note": line.note,
            "seller_item": line.seller_item,
            "standard_item": line.standard_item,
            "buyer_item": "" if line.buyer_item in items else line.buyer_item,
        }
        row.external_ref = line.number
        row.carried = {name: value for name, value in more.items() if value}
    PoLine.objects.bulk_update(rows, ["external_ref", "carried"])


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
    gone = next((line.number for line in message.lines if line.status == DELETED), None)
    if gone is not None:
        raise LineTakenOut(field="file", line=gone)
    standing = standing_of(order.id)
    changes = [
        _line_change(_line_of(lines, line.number, order), line, standing)
        for line in message.lines
        if line.status != UNCHANGED
    ]
    key = order_change_propose(
        actor=actor,
        at=at,
        order_id=order.id,
        version=order.version,
        lines=changes,
        reason=_reason(message.note),
    )
    return Imported(change_id=key)


def _line_change(key: uuid.UUID, line: Line, standing: Standing) -> LineChange:
    """What a line is to become. Several days pass when they are its own, with what a new quantity makes of them."""
    days = {part.day for part in line.parts if part.day}
    if len(days) > 1:
        now = standing.terms_of(key)
        quantity = now.quantity if line.quantity is None else line.quantity
        stays = agreed_parts(standing.parts[key], LineTerms(quantity, now.unit_price, now.requested_date))
        kept = _by_day((part.requested_date, part.quantity) for part in stays)
        if _by_day((part.day, part.quantity) for part in line.parts) != kept:
            raise SeveralDaysAsked(field="file", line=line.number)
    return LineChange(key, line.quantity, _unit_price(line), max(days, default=None))


def _by_day(parts: Iterable[tuple[date | None, Decimal | None]]) -> dict[date | None, Decimal]:
    found: dict[date | None, Decimal] = defaultdict(Decimal)
    for day, quantity in parts:
        found[day] = exact_sum((found[day], quantity or Decimal(0)))
    return found


def _reason(note: str) -> str:
    return fits(note, 2_000, "Note", "备注")


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
        given = [LineAnswer(key, "reject", reason=_reason(message.note) or "RE") for key in lines.values()]
    key = order_confirmation_send(
        actor=actor, at=at, order_id=order.id, version=order.version, lines=given, note=message.note,
        external_ref=_number(message),
    )  # fmt: skip
    return Imported(confirmation_id=key)


def _answer(line_id: uuid.UUID, line: Line) -> LineAnswer:
    """Codes of UNCL 1229: 5 as it is, 7 not accepted, everything else with changes."""
    if line.status == "7":
        return LineAnswer(line_id, "reject", reason=_reason(line.note) or "7")
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
    return LineAnswer(line_id, word, parts, unit_price=_unit_price(line), reason=_reason(line.note))


def _despatch(actor: Actor, at: datetime, message: DespatchMessage) -> Imported:
    named = (message.order_ref, *(line.order_ref for line in message.lines))
    numbers = dict.fromkeys(number for number in named if number)
    if len(numbers) > 1:
        raise SeveralOrdersShipped(field="file", orders=", ".join(numbers)[:300])
    order, lines = _order_and_lines(actor, next(iter(numbers), ""))
    known = ShipNotice.objects.filter(supplier_org_gid=order.supplier_org_gid, external_ref=message.number)
    notice = known.exclude(external_ref="").first()
    if notice is not None:
        return Imported(notice_id=notice.id)
    packages = {_key(line): line.package for line in message.lines if line.package}
    places = {key: place for place, key in enumerate(packages, 1)}
    for package in packages.values():
        if package.sscc:
            check_sscc(package.sscc, field="file")
    key = ship_notice_create(
        actor=actor, at=at, order_id=order.id,
        packages=[NoticePackage(one.sscc, one.type_code, one.weight_kg) for one in packages.values()],
        lines=[
            NoticeLine(
                _line_of(lines, line.order_line, order), line.quantity,
                lot_no=fits(line.lot, 100, "Lot", "批号"), expiry_date=line.expiry,
                package_no=places[_key(line)] if line.package else None,
            )
            for line in message.lines
        ],
        header=NoticeHeader(
            message.shipped, message.expected, fits(message.carrier, 200, "Carrier", "承运商"),
            fits(message.tracking, 100, "Tracking number", "运单号"), message.mode,
            gross_weight_kg=message.weight_kg, note=message.note, external_ref=_number(message),
        ),
    )  # fmt: skip
    return Imported(notice_id=key)


def _key(line: DespatchLine) -> str:
    """What tells a line's package from others; one without a number is the line's own."""
    package = line.package or Package()
    return package.sscc or (f"#{package.number}" if package.number else f"line {line.number}")


def _number(message: Message) -> str:
    return fits(message.number, 200, "Number of the document", "单据编号")


def _order_and_lines(actor: Actor, number: str) -> tuple[PurchaseOrder, dict[str, uuid.UUID]]:
    """The order, and its lines as whoever gave that number counts them."""
    named = orders_visible_to(actor=actor).filter(Q(number=number) | Q(external_ref=number))
    order = named.first() if number else None
    if order is None:
        raise OrderOfMessageUnknown(field="file", number=number or "–", line="–")
    lines = lines_by_id(order.id)
    if number == order.external_ref:
        theirs = {line.external_ref: key for key, line in lines.items() if line.external_ref}
        if len(theirs) == len(lines):
            return order, theirs
    return order, {str(line.line_no): key for key, line in lines.items()}


def _line_of(lines: dict[str, uuid.UUID], number: str, order: PurchaseOrder) -> uuid.UUID:
    found = lines.get(number) or lines.get(number.lstrip("0"))
    if found is None:
        raise OrderOfMessageUnknown(field="file", number=order.number, line=number)
    return found


def _unit_price(line: Line) -> Decimal | None:
    """The price of one unit, where the message gives it for more."""
    if line.price is None or not line.base:
        return line.price
    return line.price / line.base

"""cXML 1.2 documents written from messages, and checked by our schema of them."""

from datetime import date
from decimal import Decimal
from typing import Any

from lxml import etree

from commerce.procurement.exchange.checked import valid_bytes
from commerce.procurement.exchange.cxml import ORDER_TYPES
from commerce.procurement.exchange.messages import (
    DespatchLine,
    DespatchMessage,
    Line,
    Message,
    OrderMessage,
    ResponseMessage,
)
from commerce.procurement.exchange.values import plain

_HOME = "http://xml.cxml.org/schemas/cXML/1.2.063"
_TYPES = {code: word for word, code in ORDER_TYPES.items()}
_RESPONSES = {"AP": "accept", "RE": "reject"}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def write_cxml(message: Message) -> bytes:
    """This will write a message as the cXML document that stands for it; raises SchemaBroken."""
    if isinstance(message, OrderMessage):
        return _document("cXML", message, message.buyer_name, message.seller_name, _order)
    write = _response if isinstance(message, ResponseMessage) else _despatch
    return _document("Fulfill", message, message.seller_name, message.buyer_name, write)


def _document(dtd: str, message: Any, sender: str, receiver: str, write: Any) -> bytes:
    root = etree.Element("cXML", payloadID=f"{message.number}@hanse", timestamp=_instant(message.issue_date))
    header = etree.SubElement(root, "Header")
    for role, name in (("From", sender), ("To", receiver), ("Sender", sender)):
        place = etree.SubElement(header, role)
        _add(etree.SubElement(place, "Credential", domain="name"), "Identity", name or "-")
        if role == "Sender":
            _add(place, "UserAgent", "Hanse")
    write(etree.SubElement(root, "Request"), message)
    return valid_bytes(root, doctype=f'<!DOCTYPE cXML SYSTEM "{_HOME}/{dtd}.dtd">')


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+00:00"


def _add(parent: Any, name: str, text: str | None, **attributes: str) -> Any:
    child = etree.SubElement(parent, name, attributes)
    child.text = text
    return child


def _extra(parent: Any, name: str, value: str | Decimal | None) -> None:
    if value is not None and value != "":
        child = etree.SubElement(parent, "Extrinsic", {"name": name})
        child.text = plain(value) if isinstance(value, Decimal) else value


def _money(parent: Any, name: str, amount: Decimal | None, currency: str) -> None:
    _add(etree.SubElement(parent, name), "Money", plain(amount or Decimal(0)), currency=currency)


def _comments(parent: Any, text: str) -> None:
    if text:
        _add(parent, "Comments", text)


def _set(element: Any, name: str, day: date | None) -> None:
    if day is not None:
        element.set(name, _instant(day))


def _order(request: Any, message: OrderMessage) -> None:
    order = etree.SubElement(request, "OrderRequest")
    head = etree.SubElement(
        order, "OrderRequestHeader", orderID=message.order_ref or message.number,
        orderDate=_instant(message.issue_date), type="update" if message.order_ref else "new",
        orderType=_TYPES.get(message.order_type, "regular"),
    )  # fmt: skip
    if message.agreement:
        head.set("agreementID", message.agreement)
    _set(head, "effectiveDate", message.valid_from)
    _set(head, "expirationDate", message.valid_until)
    _money(head, "Total", message.total, message.currency)
    if message.ship_to:
        place = etree.SubElement(etree.SubElement(head, "ShipTo"), "Address")
        _add(place, "Name", message.ship_to, **{_LANGUAGE: "en"})
    address = etree.SubElement(etree.SubElement(head, "BillTo"), "Address")
    _add(address, "Name", message.buyer_name or "-", **{_LANGUAGE: "en"})
    _comments(head, message.note)
    if message.order_ref:
        _extra(head, "changeNumber", message.number)
    if message.order_type not in _TYPES:
        _extra(head, "orderTypeCode", message.order_type)
    _extra(head, "supplierTaxID", message.seller_tax_id)
    _extra(head, "incoterm", message.incoterm)
    _extra(head, "paymentTerms", message.payment_terms)
    _extra(head, "costCentre", message.cost_centre)
    _extra(head, "ceilingAmount", message.ceiling)
    for line in message.lines:
        _order_line(order, line, message.currency)


def _order_line(order: Any, line: Line, currency: str) -> None:
    row = etree.SubElement(
        order, "ItemOut", quantity=plain(line.quantity or Decimal(0)), lineNumber=line.number
    )
    whole = line.parts[0].day if len(line.parts) == 1 and line.parts[0].quantity is None else None
    if whole is not None:
        row.set("requestedDeliveryDate", _instant(whole))
    ids = etree.SubElement(row, "ItemID")
    _add(ids, "SupplierPartID", line.seller_item)
    if line.buyer_item:
        _add(ids, "BuyerPartID", line.buyer_item)
    detail = etree.SubElement(row, "ItemDetail")
    _money(detail, "UnitPrice", line.price, currency)
    _add(detail, "Description", line.description, **{_LANGUAGE: "en"})
    _add(detail, "UnitOfMeasure", line.unit)
    if line.base is not None:
        basis = etree.SubElement(
            detail, "PriceBasisQuantity", quantity=plain(line.base), conversionFactor="1"
        )
        _add(basis, "UnitOfMeasure", line.unit)
    _add(detail, "Classification", "-", domain="none")
    _extra(detail, "lineAmount", line.amount)
    _extra(detail, "taxRate", line.tax_rate)
    _extra(detail, "standardItem", line.standard_item)
    _comments(row, line.note)
    for part in line.parts if whole is None else ():
        if part.day is not None:
            schedule = etree.SubElement(
                row, "ScheduleLine", quantity=plain(part.quantity or line.quantity or Decimal(0)),
                requestedDeliveryDate=_instant(part.day),
            )  # fmt: skip
            _add(schedule, "UnitOfMeasure", line.unit)


def _response(request: Any, message: ResponseMessage) -> None:
    outer = etree.SubElement(request, "ConfirmationRequest")
    head = etree.SubElement(
        outer, "ConfirmationHeader", confirmID=message.number, noticeDate=_instant(message.issue_date),
        type=_RESPONSES.get(message.code, "except"),
    )  # fmt: skip
    _comments(head, message.note)
    if message.code not in ("AP", "RE", "CA"):
        _extra(head, "responseCode", message.code)
    _extra(head, "currency", message.currency)
    reference = etree.SubElement(outer, "OrderReference", orderID=message.order_ref)
    etree.SubElement(reference, "DocumentReference", payloadID=message.order_ref)
    for line in message.lines:
        _response_line(outer, line, message.currency)


def _response_line(outer: Any, line: Line, currency: str) -> None:
    row = etree.SubElement(
        outer, "ConfirmationItem", quantity=plain(line.quantity or Decimal(0)), lineNumber=line.number
    )
    _add(row, "UnitOfMeasure", line.unit)
    word = {"5": "accept", "7": "reject"}.get(line.status, "detail")
    said = [(word, part.quantity or line.quantity, part.day) for part in line.parts]
    if line.back_order:
        said.append(("backordered", line.back_order, None))
    for place, (kind, quantity, day) in enumerate(said or [(word, line.quantity, None)]):
        status = etree.SubElement(
            row, "ConfirmationStatus", quantity=plain(quantity or Decimal(0)), type=kind
        )
        _set(status, "deliveryDate", day)
        _add(status, "UnitOfMeasure", line.unit)
        if place == 0 and line.price is not None:
            _money(status, "UnitPrice", line.price, currency)
        if place == 0:
            _comments(status, line.note)


def _despatch(request: Any, message: DespatchMessage) -> None:
    outer = etree.SubElement(request, "ShipNoticeRequest")
    head = etree.SubElement(
        outer, "ShipNoticeHeader", shipmentID=message.number, noticeDate=_instant(message.issue_date)
    )
    _set(head, "shipmentDate", message.shipped)
    _set(head, "deliveryDate", message.expected)
    _comments(head, message.note)
    _extra(head, "grossWeightKg", message.weight_kg)
    _extra(head, "transportMode", message.mode)
    if message.carrier or message.tracking:
        control = etree.SubElement(outer, "ShipControl")
        _add(control, "CarrierIdentifier", message.carrier, domain="companyName")
        _add(control, "ShipmentIdentifier", message.tracking)
    orders = list(dict.fromkeys(line.order_ref for line in message.lines)) or [message.order_ref]
    for order in orders:
        portion = etree.SubElement(outer, "ShipNoticePortion")
        reference = etree.SubElement(portion, "OrderReference", orderID=order or message.order_ref)
        etree.SubElement(reference, "DocumentReference", payloadID=order or message.order_ref)
        for line in message.lines:
            if line.order_ref == order:
                _despatch_line(portion, line)


def _despatch_line(portion: Any, line: DespatchLine) -> None:
    row = etree.SubElement(
        portion, "ShipNoticeItem", quantity=plain(line.quantity), lineNumber=line.order_line,
        shipNoticeLineNumber=line.number,
    )  # fmt: skip
    if line.description:
        detail = etree.SubElement(row, "ShipNoticeItemDetail")
        _add(detail, "Description", line.description, **{_LANGUAGE: "en"})
    _add(row, "UnitOfMeasure", line.unit)
    if line.lot or line.expiry:
        batch = etree.SubElement(row, "Batch")
        _set(batch, "expirationDate", line.expiry)
        if line.lot:
            _add(batch, "SupplierBatchID", line.lot)
    if line.package:
        _extra(row, "sscc", line.package.sscc)
        _extra(row, "packageNumber", line.package.number)
        _extra(row, "packageType", line.package.type_code)
        _extra(row, "packageWeightKg", line.package.weight_kg)

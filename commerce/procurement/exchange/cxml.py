"""cXML 1.2: OrderRequest, ConfirmationRequest and ShipNoticeRequest, read into messages.

cXML has no code of its own for "acknowledged"; what it carries besides the standard's places stands in
`Extrinsic` elements, which the standard keeps for that.
"""

from datetime import date
from decimal import Decimal
from typing import Any

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
from commerce.procurement.exchange.values import BadValue, day, needed, number, words
from commerce.procurement.exchange.weights import kilograms

ORDER_TYPES = {"regular": "220", "blanket": "221", "release": "226"}
CODES = {
    "accept": "AP",
    "reject": "RE",
    "except": "CA",
    "detail": "CA",
    "allDetail": "CA",
    "backordered": "CA",
}
LINE_CODES = {"accept": "5", "reject": "7"}


def read_cxml(name: str, root: Any) -> Message:
    """This will read a document that is valid by our schema of it; raises BadValue."""
    names = [_party(root, role) for role in ("From", "To")]
    request = root.find(f"Request/{name}")
    if name == "OrderRequest":
        return _order(request, *names)
    return _response(request, *names) if name == "ConfirmationRequest" else _despatch(request, *names)


def extrinsic(element: Any, name: str) -> str:
    """This will give the text of an extra value, or an empty one."""
    return words(element.find(f"Extrinsic[@name='{name}']"))


def _party(root: Any, role: str) -> str:
    return words(root.find(f"Header/{role}/Credential/Identity"))


def _needed_day(element: Any, name: str) -> date:
    found = day(element.get(name), name)
    if found is None:
        raise BadValue(name=name, value="")
    return found


def _order(request: Any, buyer: str, seller: str) -> OrderMessage:
    head = request.find("OrderRequestHeader")
    is_change = head.get("type") == "update"
    money = head.find("Total/Money")
    return OrderMessage(
        number=extrinsic(head, "changeNumber") or head.get("orderID") if is_change else head.get("orderID"),
        issue_date=_needed_day(head, "orderDate"),
        currency=money.get("currency", ""),
        lines=tuple(_order_line(line, place) for place, line in enumerate(request.findall("ItemOut"), 1)),
        order_type=extrinsic(head, "orderTypeCode") or ORDER_TYPES.get(head.get("orderType"), "220"),
        order_ref=head.get("orderID") if is_change else "",
        note=words(head.find("Comments")),
        buyer_name=buyer,
        seller_name=seller,
        seller_tax_id=extrinsic(head, "supplierTaxID"),
        incoterm=words(head.find("TermsOfDelivery/TransportTerms")) or extrinsic(head, "incoterm"),
        payment_terms=extrinsic(head, "paymentTerms"),
        ship_to=_address(head.find("ShipTo/Address")),
        cost_centre=extrinsic(head, "costCentre"),
        agreement=head.get("agreementID", ""),
        valid_from=day(head.get("effectiveDate"), "effectiveDate"),
        valid_until=day(head.get("expirationDate"), "expirationDate"),
        total=number(words(money), "Total"),
        ceiling=number(extrinsic(head, "ceilingAmount"), "ceilingAmount"),
    )


def _address(address: Any) -> str:
    """A place of delivery in one line, as an order keeps it."""
    if address is None:
        return ""
    post = address.find("PostalAddress")
    parts = [address.find("Name")]
    for name in ("DeliverTo", "Street", "City", "State", "PostalCode", "Country") if post is not None else ():
        parts += post.findall(name)
    return ", ".join(found for part in parts if (found := words(part)))


def _order_line(line: Any, place: int) -> Line:
    detail = line.find("ItemDetail")
    if detail is None:
        detail = line.makeelement("none")
    quantity = needed(line.get("quantity"), "quantity")
    parts = [
        Part(
            needed(row.get("quantity"), "quantity"),
            day(row.get("requestedDeliveryDate"), "requestedDeliveryDate"),
        )
        for row in line.findall("ScheduleLine")
    ]
    wanted = day(line.get("requestedDeliveryDate"), "requestedDeliveryDate")
    if not parts and wanted is not None:
        parts = [Part(None, wanted)]
    basis = detail.find("PriceBasisQuantity")
    return Line(
        number=line.get("lineNumber") or str(place),
        description=words(detail.find("Description")),
        quantity=quantity,
        unit=words(detail.find("UnitOfMeasure")),
        price=number(words(detail.find("UnitPrice/Money")), "UnitPrice"),
        base=number(None if basis is None else basis.get("quantity"), "PriceBasisQuantity"),
        amount=number(extrinsic(detail, "lineAmount"), "lineAmount"),
        tax_rate=number(extrinsic(detail, "taxRate"), "taxRate"),
        parts=tuple(parts),
        note=words(line.find("Comments")),
        buyer_item=words(line.find("ItemID/BuyerPartID")),
        seller_item=words(line.find("ItemID/SupplierPartID")),
        standard_item=extrinsic(detail, "standardItem"),
    )


def _response(request: Any, seller: str, buyer: str) -> ResponseMessage:
    head = request.find("ConfirmationHeader")
    return ResponseMessage(
        number=head.get("confirmID", ""),
        issue_date=_needed_day(head, "noticeDate"),
        code=extrinsic(head, "responseCode") or CODES.get(head.get("type"), "CA"),
        order_ref=request.find("OrderReference").get("orderID", ""),
        lines=tuple(_response_line(line) for line in request.findall("ConfirmationItem")),
        note=words(head.find("Comments")),
        currency=extrinsic(head, "currency"),
        buyer_name=buyer,
        seller_name=seller,
    )


def _response_line(line: Any) -> Line:
    rows = line.findall("ConfirmationStatus")
    kinds = [row.get("type") for row in rows]
    same = LINE_CODES.get(kinds[0], "3") if len(set(kinds)) == 1 else "3"
    late = [needed(r.get("quantity"), "quantity") for r in rows if r.get("type") == "backordered"]
    parts = tuple(
        Part(needed(row.get("quantity"), "quantity"), day(row.get("deliveryDate"), "deliveryDate"))
        for row in rows
        if row.get("type") not in ("backordered", "reject")
    )
    prices = [number(words(row.find("UnitPrice/Money")), "UnitPrice") for row in rows]
    notes = [words(row.find("Comments")) for row in rows]
    return Line(
        number=line.get("lineNumber"),
        quantity=needed(line.get("quantity"), "quantity"),
        unit=words(line.find("UnitOfMeasure")),
        price=next((price for price in prices if price is not None), None),
        parts=parts,
        status=same,
        back_order=sum(late, Decimal(0)) if late else None,
        note=next((note for note in notes if note), ""),
    )


def _despatch(request: Any, seller: str, buyer: str) -> DespatchMessage:
    head = request.find("ShipNoticeHeader")
    portions = request.findall("ShipNoticePortion")
    carrier = request.find("ShipControl/CarrierIdentifier[@domain='companyName']")
    if carrier is None:
        carrier = request.find("ShipControl/CarrierIdentifier")
    orders = [portion.find("OrderReference").get("orderID", "") for portion in portions]
    return DespatchMessage(
        number=head.get("shipmentID"),
        issue_date=_needed_day(head, "noticeDate"),
        order_ref=orders[0] if orders else "",
        lines=tuple(
            _despatch_line(row, order) for portion, order in zip(portions, orders, strict=True)
            for row in portion.findall("ShipNoticeItem")
        ),
        shipped=day(head.get("shipmentDate"), "shipmentDate"),
        expected=day(head.get("deliveryDate"), "deliveryDate"),
        carrier=words(carrier),
        tracking=words(request.find("ShipControl/ShipmentIdentifier")),
        mode=extrinsic(head, "transportMode"),
        weight_kg=_weight(head, "grossWeightKg"),
        note=words(head.find("Comments")),
        buyer_name=buyer,
        seller_name=seller,
    )  # fmt: skip


def _despatch_line(row: Any, order: str) -> DespatchLine:
    batch = row.find("Batch")
    lot = words(row.find("Batch/SupplierBatchID")) or words(row.find("SupplierBatchID"))
    return DespatchLine(
        number=row.get("shipNoticeLineNumber") or row.get("lineNumber"),
        order_line=row.get("lineNumber"),
        quantity=needed(row.get("quantity"), "quantity"),
        unit=words(row.find("UnitOfMeasure")),
        description=words(row.find("ShipNoticeItemDetail/Description")),
        order_ref=order,
        lot=lot,
        expiry=None if batch is None else day(batch.get("expirationDate"), "expirationDate"),
        package=_package(row),
    )


def _package(row: Any) -> Package | None:
    sscc = words(row.find("Packaging/ShippingContainerSerialCode")) or extrinsic(row, "sscc")
    found = Package(
        sscc, extrinsic(row, "packageNumber"), extrinsic(row, "packageType"),
        _weight(row, "packageWeightKg"),
    )  # fmt: skip
    return None if found == Package() else found


def _weight(element: Any, name: str) -> Decimal | None:
    """The extra value in kilograms, else the gross weight among the dimensions of its packaging."""
    stated = number(extrinsic(element, name), name)
    if stated is not None:
        return stated
    for kind in ("grossWeight", "weight"):
        found = element.find(f"Packaging/Dimension[@type='{kind}']")
        if found is not None:
            return kilograms(found.get("quantity", ""), words(found.find("UnitOfMeasure")), "Dimension")
    return None

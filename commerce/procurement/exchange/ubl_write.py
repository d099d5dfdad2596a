"""UBL 2.1 documents written from messages, in the order that the schemas ask for, and checked by them."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

from lxml import etree

from commerce.procurement.exchange.checked import valid_bytes
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
from commerce.procurement.exchange.ubl import GROSS_WEIGHT, MODES, NS
from commerce.procurement.exchange.values import plain
from tenants.kernel.money import exponent_of

_CBC, _CAC = f"{{{NS['cbc']}}}", f"{{{NS['cac']}}}"


def write_ubl(message: Message) -> bytes:
    """This will write a message as the UBL document that stands for it; raises SchemaBroken."""
    if isinstance(message, OrderMessage):
        return valid_bytes(_order(message))
    return valid_bytes(_response(message) if isinstance(message, ResponseMessage) else _despatch(message))


def _root(name: str) -> Any:
    own = f"urn:oasis:names:specification:ubl:schema:xsd:{name}-2"
    names: dict[str | None, str] = {None: own}
    for prefix, address in NS.items():
        names[prefix] = address
    root = etree.Element(f"{{{own}}}{name}", nsmap=names)
    _add(root, "UBLVersionID", "2.1")
    return root


def _add(parent: Any, name: str, value: str | date | Decimal | None, **attributes: str) -> None:
    """Adds a basic element, unless there is nothing to say."""
    if value is None or value == "":
        return
    child = etree.SubElement(parent, _CBC + name, attributes)
    child.text = plain(value) if isinstance(value, Decimal) else str(value)


def _group(parent: Any, path: str) -> Any:
    for name in path.split("/"):
        parent = etree.SubElement(parent, _CAC + name)
    return parent


def _order(message: OrderMessage) -> Any:
    is_change = bool(message.order_ref)
    root = _root("OrderChange" if is_change else "Order")
    _add(root, "ID", message.number)
    _add(root, "IssueDate", message.issue_date)
    if is_change:
        _add(root, "SequenceNumberID", "1")
    else:
        _add(root, "OrderTypeCode", message.order_type)
    _add(root, "Note", message.note)
    _add(root, "DocumentCurrencyCode", message.currency)
    _add(root, "AccountingCost", message.cost_centre)
    if message.valid_from or message.valid_until:
        period = _group(root, "ValidityPeriod")
        _add(period, "StartDate", message.valid_from)
        _add(period, "EndDate", message.valid_until)
    if is_change:
        _add(_group(root, "OrderReference"), "ID", message.order_ref)
    if message.agreement:
        _add(_group(root, "Contract"), "ID", message.agreement)
    _party(root, "BuyerCustomerParty", message.buyer_name)
    _party(root, "SellerSupplierParty", message.seller_name, message.seller_tax_id)
    if message.ship_to:
        _add(_group(root, "Delivery/DeliveryLocation/Address/AddressLine"), "Line", message.ship_to)
    if message.incoterm:
        _add(_group(root, "DeliveryTerms"), "ID", message.incoterm)
    if message.payment_terms:
        _add(_group(root, "PaymentTerms"), "Note", message.payment_terms)
    payable = message.total if message.ceiling is None else message.ceiling
    if payable is not None:
        total = _group(root, "AnticipatedMonetaryTotal")
        _add(total, "LineExtensionAmount", message.total, currencyID=message.currency)
        _add(total, "PayableAmount", payable, currencyID=message.currency)
    for line in message.lines:
        _line(root, line, message.currency, "Requested")
    return root


def _response(message: ResponseMessage) -> Any:
    root = _root("OrderResponse")
    _add(root, "ID", message.number)
    _add(root, "IssueDate", message.issue_date)
    _add(root, "OrderResponseCode", message.code)
    _add(root, "Note", message.note)
    _add(root, "DocumentCurrencyCode", message.currency)
    _add(_group(root, "OrderReference"), "ID", message.order_ref)
    _party(root, "SellerSupplierParty", message.seller_name)
    _party(root, "BuyerCustomerParty", message.buyer_name)
    for line in message.lines:
        _line(root, line, message.currency, "Promised")
    return root


def _party(root: Any, role: str, name: str, tax_id: str = "") -> None:
    party = _group(root, f"{role}/Party")
    _add(_group(party, "PartyName"), "Name", name or "-")
    if tax_id:
        scheme = _group(party, "PartyTaxScheme")
        _add(scheme, "CompanyID", tax_id)
        _add(_group(scheme, "TaxScheme"), "ID", "VAT")


def _line(root: Any, line: Line, currency: str, which: str) -> None:
    outer = _group(root, "OrderLine")
    item = _group(outer, "LineItem")
    unit = {"unitCode": line.unit} if line.unit else {}
    _add(item, "ID", line.number)
    _add(item, "Note", line.note)
    _add(item, "LineStatusCode", line.status)
    _add(item, "Quantity", line.quantity, **unit)
    _add(item, "LineExtensionAmount", line.amount, currencyID=currency)
    _add(item, "MaximumBackorderQuantity", line.back_order, **unit)
    for part in line.parts:
        _part(item, part, which, unit)
    _charge(item, line, currency)
    if line.price is not None:
        price = _group(item, "Price")
        _add(price, "PriceAmount", line.price, currencyID=currency)
        _add(price, "BaseQuantity", line.base, **unit)
    _item(item, line)
    if which == "Promised":
        _add(_group(outer, "OrderLineReference"), "LineID", line.number)


def _charge(item: Any, line: Line, currency: str) -> None:
    """A charge or allowance is what the line's amount is more, or less, than its quantity comes to."""
    if line.amount is None or line.price is None or line.quantity is None or not currency:
        return
    with localcontext() as context:
        context.prec = 60
        computed = (line.quantity * line.price / (line.base or 1)).quantize(
            Decimal(1).scaleb(-exponent_of(currency)), rounding=ROUND_HALF_UP
        )
        difference = line.amount - computed
    if difference:
        entry = _group(item, "AllowanceCharge")
        _add(entry, "ChargeIndicator", "true" if difference > 0 else "false")
        _add(entry, "Amount", abs(difference), currencyID=currency)


def _part(item: Any, part: Part, which: str, unit: dict[str, str]) -> None:
    delivery = _group(item, "Delivery")
    _add(delivery, "Quantity", part.quantity, **unit)
    if part.day is not None:
        _add(_group(delivery, f"{which}DeliveryPeriod"), "EndDate", part.day)


def _item(item: Any, line: Line) -> None:
    about = _group(item, "Item")
    _add(about, "Name", line.description)
    for word, value in (
        ("Buyers", line.buyer_item),
        ("Sellers", line.seller_item),
        ("Standard", line.standard_item),
    ):
        if value:
            _add(_group(about, f"{word}ItemIdentification"), "ID", value)
    if line.tax_rate is not None:
        category = _group(about, "ClassifiedTaxCategory")
        _add(category, "Percent", line.tax_rate)
        _add(_group(category, "TaxScheme"), "ID", "VAT")


def _despatch(message: DespatchMessage) -> Any:
    root = _root("DespatchAdvice")
    _add(root, "ID", message.number)
    _add(root, "IssueDate", message.issue_date)
    _add(root, "Note", message.note)
    if message.order_ref:
        _add(_group(root, "OrderReference"), "ID", message.order_ref)
    _party(root, "DespatchSupplierParty", message.seller_name)
    _party(root, "DeliveryCustomerParty", message.buyer_name)
    _shipment(root, message)
    for line in message.lines:
        _despatch_line(root, line)
    return root


def _shipment(root: Any, message: DespatchMessage) -> None:
    shipment = _group(root, "Shipment")
    _add(shipment, "ID", "1")
    _add(shipment, "GrossWeightMeasure", message.weight_kg, unitCode="KGM")
    if message.carrier:
        consignment = _group(shipment, "Consignment")
        _add(consignment, "ID", "1")
        _add(_group(consignment, "CarrierParty/PartyName"), "Name", message.carrier)
    code = next((code for code, mode in MODES.items() if mode == message.mode), "")
    if code:
        _add(_group(shipment, "ShipmentStage"), "TransportModeCode", code)
    delivery = _group(shipment, "Delivery")
    _add(delivery, "TrackingID", message.tracking)
    if message.expected:
        _add(_group(delivery, "EstimatedDeliveryPeriod"), "EndDate", message.expected)
    if message.shipped:
        _add(_group(delivery, "Despatch"), "ActualDespatchDate", message.shipped)


def _despatch_line(root: Any, line: DespatchLine) -> None:
    row = _group(root, "DespatchLine")
    _add(row, "ID", line.number)
    _add(row, "DeliveredQuantity", line.quantity, **({"unitCode": line.unit} if line.unit else {}))
    reference = _group(row, "OrderLineReference")
    _add(reference, "LineID", line.order_line or "NA")
    if line.order_ref:
        _add(_group(reference, "OrderReference"), "ID", line.order_ref)
    about = _group(row, "Item")
    _add(about, "Name", line.description)
    if line.lot or line.expiry:
        lot = _group(about, "ItemInstance/LotIdentification")
        _add(lot, "LotNumberID", line.lot)
        _add(lot, "ExpiryDate", line.expiry)
    if line.package:
        shipment = _group(row, "Shipment")
        _add(shipment, "ID", "NA")
        _package(shipment, line.package)


def _package(shipment: Any, package: Package) -> None:
    unit = _group(shipment, "TransportHandlingUnit")
    _add(unit, "ID", package.sscc)
    _add(unit, "TransportHandlingUnitTypeCode", package.type_code)
    _add(unit, "ShippingMarks", package.number)
    if package.weight_kg is not None:
        weight = _group(unit, "MeasurementDimension")
        _add(weight, "AttributeID", GROSS_WEIGHT)
        _add(weight, "Measure", package.weight_kg, unitCode="KGM")

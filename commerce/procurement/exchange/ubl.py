"""UBL 2.1: Order, OrderChange, OrderResponse and DespatchAdvice, read into messages."""

from datetime import date
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
from commerce.procurement.exchange.weights import KILOGRAMS, measured

NS = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}

MODES = {"1": "sea", "2": "rail", "3": "road", "4": "air", "5": "post"}
"""Modes of transport by their codes in UN/ECE Recommendation 19."""

GROSS_WEIGHT = "AAB"
"""The gross weight of goods among the measured attributes of UNCL 6313."""


def read_ubl(name: str, root: Any) -> Message:
    """This will read a document that is valid by its schema; raises BadValue."""
    if name == "OrderResponse":
        return _response(root)
    return _despatch(root) if name == "DespatchAdvice" else _order(root)


def _text(element: Any, path: str) -> str:
    return words(element.find(path, NS))


def _issued(root: Any) -> date:
    found = day(_text(root, "cbc:IssueDate"), "IssueDate")
    if found is None:
        raise BadValue(name="IssueDate", value="")
    return found


def _party(root: Any, role: str) -> str:
    party = f"cac:{role}/cac:Party"
    legal = _text(root, f"{party}/cac:PartyLegalEntity/cbc:RegistrationName")
    return legal or _text(root, f"{party}/cac:PartyName/cbc:Name")


def _order(root: Any) -> OrderMessage:
    seller, total = "cac:SellerSupplierParty/cac:Party", "cac:AnticipatedMonetaryTotal/cbc:"
    order_type = _text(root, "cbc:OrderTypeCode") or "220"
    return OrderMessage(
        number=_text(root, "cbc:ID"),
        issue_date=_issued(root),
        currency=_text(root, "cbc:DocumentCurrencyCode"),
        lines=tuple(_line(line, "Requested") for line in root.findall("cac:OrderLine", NS)),
        order_type=order_type,
        order_ref=_text(root, "cac:OrderReference/cbc:ID"),
        note=_text(root, "cbc:Note"),
        buyer_name=_party(root, "BuyerCustomerParty"),
        seller_name=_party(root, "SellerSupplierParty"),
        seller_tax_id=_text(root, f"{seller}/cac:PartyTaxScheme/cbc:CompanyID")
        or _text(root, f"{seller}/cac:PartyLegalEntity/cbc:CompanyID"),
        incoterm=_text(root, "cac:DeliveryTerms/cbc:ID"),
        payment_terms=_text(root, "cac:PaymentTerms/cbc:Note"),
        ship_to=_address(root.find("cac:Delivery", NS)),
        cost_centre=_text(root, "cbc:AccountingCost"),
        agreement=_text(root, "cac:Contract/cbc:ID"),
        valid_from=day(_text(root, "cac:ValidityPeriod/cbc:StartDate"), "ValidityPeriod"),
        valid_until=day(_text(root, "cac:ValidityPeriod/cbc:EndDate"), "ValidityPeriod"),
        total=number(_text(root, f"{total}LineExtensionAmount"), "LineExtensionAmount"),
        ceiling=number(_text(root, f"{total}PayableAmount"), "PayableAmount")
        if order_type == "221"
        else None,
    )


def _address(delivery: Any) -> str:
    """A place of delivery in one line, as an order keeps it."""
    if delivery is None:
        return ""
    place = "cac:DeliveryLocation/"
    at = f"{place}cac:Address/"
    paths = (
        "cac:DeliveryParty/cac:PartyName/cbc:Name", f"{place}cbc:Description", f"{at}cbc:StreetName",
        f"{at}cbc:AdditionalStreetName", f"{at}cbc:BuildingNumber", f"{at}cbc:CityName", f"{at}cbc:PostalZone",
        f"{at}cbc:CountrySubentity", f"{at}cac:AddressLine/cbc:Line", f"{at}cac:Country/cbc:IdentificationCode",
    )  # fmt: skip
    return ", ".join(found for path in paths if (found := _text(delivery, path)))


def _response(root: Any) -> ResponseMessage:
    return ResponseMessage(
        number=_text(root, "cbc:ID"),
        issue_date=_issued(root),
        code=_text(root, "cbc:OrderResponseCode"),
        order_ref=_text(root, "cac:OrderReference/cbc:ID"),
        lines=tuple(_line(line, "Promised") for line in root.findall("cac:OrderLine", NS)),
        note=_text(root, "cbc:Note"),
        currency=_text(root, "cbc:DocumentCurrencyCode"),
        buyer_name=_party(root, "BuyerCustomerParty"),
        seller_name=_party(root, "SellerSupplierParty"),
    )


def _line(line: Any, which: str) -> Line:
    item = line.find("cac:LineItem", NS)
    quantity = item.find("cbc:Quantity", NS)
    about = item.find("cac:Item", NS)
    ids = {
        word: _text(about, f"cac:{word}ItemIdentification/cbc:ID")
        for word in ("Buyers", "Sellers", "Standard")
    }
    price = "cac:Price/cbc:"
    return Line(
        number=_text(line, "cac:OrderLineReference/cbc:LineID") or _text(item, "cbc:ID"),
        description=_text(about, "cbc:Name") or _text(about, "cbc:Description"),
        quantity=number(words(quantity), "Quantity"),
        unit="" if quantity is None else quantity.get("unitCode", ""),
        price=number(_text(item, f"{price}PriceAmount"), "PriceAmount"),
        base=number(_text(item, f"{price}BaseQuantity"), "BaseQuantity"),
        amount=number(_text(item, "cbc:LineExtensionAmount"), "LineExtensionAmount"),
        tax_rate=number(_text(about, "cac:ClassifiedTaxCategory/cbc:Percent"), "Percent"),
        parts=tuple(_part(part, which) for part in item.findall("cac:Delivery", NS)),
        status=_text(item, "cbc:LineStatusCode"),
        back_order=number(_text(item, "cbc:MaximumBackorderQuantity"), "MaximumBackorderQuantity"),
        note=_text(item, "cbc:Note") or _text(line, "cbc:Note"),
        buyer_item=ids["Buyers"],
        seller_item=ids["Sellers"],
        standard_item=ids["Standard"],
    )


def _part(delivery: Any, which: str) -> Part:
    """The last day of the period is what counts: a delivery within it is on time."""
    period = f"cac:{which}DeliveryPeriod/cbc:"
    end = _text(delivery, f"{period}EndDate") or _text(delivery, f"{period}StartDate")
    return Part(number(_text(delivery, "cbc:Quantity"), "Quantity"), day(end, f"{which}DeliveryPeriod"))


def _despatch(root: Any) -> DespatchMessage:
    shipment = root.find("cac:Shipment", NS)
    if shipment is None:
        shipment = root.makeelement("none")
    period = "cac:Delivery/cac:EstimatedDeliveryPeriod/cbc:"
    carrier = "cac:Consignment/cac:CarrierParty"
    return DespatchMessage(
        number=_text(root, "cbc:ID"),
        issue_date=_issued(root),
        order_ref=_text(root, "cac:OrderReference/cbc:ID"),
        lines=tuple(_despatch_line(line) for line in root.findall("cac:DespatchLine", NS)),
        shipped=day(
            _text(shipment, "cac:Delivery/cac:Despatch/cbc:ActualDespatchDate"), "ActualDespatchDate"
        ),
        expected=day(
            _text(shipment, f"{period}EndDate") or _text(shipment, f"{period}StartDate"),
            "EstimatedDeliveryPeriod",
        ),
        carrier=_text(shipment, f"{carrier}/cac:PartyName/cbc:Name")
        or _text(shipment, f"{carrier}/cac:PartyLegalEntity/cbc:RegistrationName"),
        tracking=_text(shipment, "cac:Delivery/cbc:TrackingID"),
        mode=MODES.get(_text(shipment, "cac:ShipmentStage/cbc:TransportModeCode"), ""),
        weight_kg=measured(shipment.find("cbc:GrossWeightMeasure", NS)),
        note=_text(root, "cbc:Note"),
        buyer_name=_party(root, "DeliveryCustomerParty"),
        seller_name=_party(root, "DespatchSupplierParty"),
    )


def _despatch_line(line: Any) -> DespatchLine:
    quantity = line.find("cbc:DeliveredQuantity", NS)
    lot = "cac:Item/cac:ItemInstance/cac:LotIdentification/cbc:"
    return DespatchLine(
        number=_text(line, "cbc:ID"),
        order_line=_text(line, "cac:OrderLineReference/cbc:LineID"),
        quantity=needed(words(quantity), "DeliveredQuantity"),
        unit="" if quantity is None else quantity.get("unitCode", ""),
        description=_text(line, "cac:Item/cbc:Name") or _text(line, "cac:Item/cbc:Description"),
        order_ref=_text(line, "cac:OrderLineReference/cac:OrderReference/cbc:ID"),
        lot=_text(line, f"{lot}LotNumberID"),
        expiry=day(_text(line, f"{lot}ExpiryDate"), "ExpiryDate"),
        package=_package(line.find("cac:Shipment/cac:TransportHandlingUnit", NS)),
    )


def _package(unit: Any) -> Package | None:
    if unit is None:
        return None
    found = Package(
        _text(unit, "cbc:ID"), _text(unit, "cbc:ShippingMarks"), _text(unit, "cbc:TransportHandlingUnitTypeCode"),
        measured(_gross_weight(unit)),
    )  # fmt: skip
    return None if found == Package() else found


def _gross_weight(unit: Any) -> Any:
    """The measure of a package that is called its gross weight, else the first that is a weight."""
    dimensions = unit.findall("cac:MeasurementDimension", NS)
    named = [one for one in dimensions if _text(one, "cbc:AttributeID") == GROSS_WEIGHT]
    measures = [one.find("cbc:Measure", NS) for one in named or dimensions]
    weights = (one for one in measures if one is not None and (named or one.get("unitCode") in KILOGRAMS))
    return next(weights, None)

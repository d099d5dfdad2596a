"""What an invoice carries beyond what is matched and paid: business terms of EN 16931 and their places in UBL.

Terms stand in the order of the UBL schemas. `TERMS` are single, `GROUPS` may be there several times; a place is a
path of elements, with the attribute after `@`. People's names, bank accounts and embedded files are left out: they
stay in the stored original alone, and payments go to the accounts of the register.
"""

from dataclasses import dataclass

SELLER = "cac:AccountingSupplierParty/cac:Party"
BUYER = "cac:AccountingCustomerParty/cac:Party"
REPRESENTATIVE = "cac:TaxRepresentativeParty"
DELIVERY = "cac:Delivery"
PRICE_CUT = "cac:Price/cac:AllowanceCharge"


@dataclass(frozen=True, slots=True)
class Term:
    """A single value and its place."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Group:
    """Values that belong together and may repeat; `place` is the repeated element."""

    name: str
    place: str
    terms: tuple[Term, ...]


def _address(at: str, street: int, second: int, third: int, city: int) -> tuple[Term, ...]:
    """An address has its terms in a row: city, post code, subdivision, country."""
    names = (
        (street, "cbc:StreetName"), (second, "cbc:AdditionalStreetName"), (city, "cbc:CityName"),
        (city + 1, "cbc:PostalZone"), (city + 2, "cbc:CountrySubentity"), (third, "cac:AddressLine/cbc:Line"),
        (city + 3, "cac:Country/cbc:IdentificationCode"),
    )  # fmt: skip
    return tuple(Term(f"BT-{number}", f"{at}/{path}") for number, path in names)


_CHARGE = (
    Term("indicator", "cbc:ChargeIndicator"),
    Term("code", "cbc:AllowanceChargeReasonCode"),
    Term("reason", "cbc:AllowanceChargeReason"),
    Term("percent", "cbc:MultiplierFactorNumeric"),
    Term("amount", "cbc:Amount"),
    Term("base", "cbc:BaseAmount"),
    Term("category", "cac:TaxCategory/cbc:ID"),
    Term("rate", "cac:TaxCategory/cbc:Percent"),
)
_IDENTIFIER = (Term("id", "cbc:ID"), Term("scheme", "cbc:ID@schemeID"))
_TAX_NUMBER = (Term("id", "cbc:CompanyID"), Term("scheme", "cac:TaxScheme/cbc:ID"))

HEADER: tuple[Term | Group, ...] = (
    Term("BT-24", "cbc:CustomizationID"),
    Term("BT-23", "cbc:ProfileID"),
    Term("BT-1", "cbc:ID"),
    Term("BT-2", "cbc:IssueDate"),
    Term("BT-9", "cbc:DueDate"),
    Term("BT-3", "cbc:InvoiceTypeCode"),
    Term("BT-22", "cbc:Note"),
    Term("BT-7", "cbc:TaxPointDate"),
    Term("BT-5", "cbc:DocumentCurrencyCode"),
    Term("BT-6", "cbc:TaxCurrencyCode"),
    Term("BT-19", "cbc:AccountingCost"),
    Term("BT-10", "cbc:BuyerReference"),
    Term("BT-73", "cac:InvoicePeriod/cbc:StartDate"),
    Term("BT-74", "cac:InvoicePeriod/cbc:EndDate"),
    Term("BT-8", "cac:InvoicePeriod/cbc:DescriptionCode"),
    Term("BT-13", "cac:OrderReference/cbc:ID"),
    Term("BT-14", "cac:OrderReference/cbc:SalesOrderID"),
    Group("BG-3", "cac:BillingReference", (
        Term("id", "cac:InvoiceDocumentReference/cbc:ID"),
        Term("date", "cac:InvoiceDocumentReference/cbc:IssueDate"),
    )),
    Term("BT-16", "cac:DespatchDocumentReference/cbc:ID"),
    Term("BT-15", "cac:ReceiptDocumentReference/cbc:ID"),
    Term("BT-17", "cac:OriginatorDocumentReference/cbc:ID"),
    Term("BT-12", "cac:ContractDocumentReference/cbc:ID"),
    Group("BG-24", "cac:AdditionalDocumentReference", (
        *_IDENTIFIER,
        Term("code", "cbc:DocumentTypeCode"),
        Term("description", "cbc:DocumentDescription"),
        Term("address", "cac:Attachment/cac:ExternalReference/cbc:URI"),
    )),
    Term("BT-11", "cac:ProjectReference/cbc:ID"),
    Term("BT-34", f"{SELLER}/cbc:EndpointID"),
    Term("BT-34-1", f"{SELLER}/cbc:EndpointID@schemeID"),
    Group("BT-29", f"{SELLER}/cac:PartyIdentification", _IDENTIFIER),
    Term("BT-28", f"{SELLER}/cac:PartyName/cbc:Name"),
    *_address(f"{SELLER}/cac:PostalAddress", 35, 36, 162, 37),
    Group("BT-31", f"{SELLER}/cac:PartyTaxScheme", _TAX_NUMBER),
    Term("BT-27", f"{SELLER}/cac:PartyLegalEntity/cbc:RegistrationName"),
    Term("BT-30", f"{SELLER}/cac:PartyLegalEntity/cbc:CompanyID"),
    Term("BT-30-1", f"{SELLER}/cac:PartyLegalEntity/cbc:CompanyID@schemeID"),
    Term("BT-33", f"{SELLER}/cac:PartyLegalEntity/cbc:CompanyLegalForm"),
    Term("BT-49", f"{BUYER}/cbc:EndpointID"),
    Term("BT-49-1", f"{BUYER}/cbc:EndpointID@schemeID"),
    Group("BT-46", f"{BUYER}/cac:PartyIdentification", _IDENTIFIER),
    Term("BT-45", f"{BUYER}/cac:PartyName/cbc:Name"),
    *_address(f"{BUYER}/cac:PostalAddress", 50, 51, 163, 52),
    Group("BT-48", f"{BUYER}/cac:PartyTaxScheme", _TAX_NUMBER),
    Term("BT-44", f"{BUYER}/cac:PartyLegalEntity/cbc:RegistrationName"),
    Term("BT-47", f"{BUYER}/cac:PartyLegalEntity/cbc:CompanyID"),
    Term("BT-47-1", f"{BUYER}/cac:PartyLegalEntity/cbc:CompanyID@schemeID"),
    Group("BT-60", "cac:PayeeParty/cac:PartyIdentification", _IDENTIFIER),
    Term("BT-59", "cac:PayeeParty/cac:PartyName/cbc:Name"),
    Term("BT-61", "cac:PayeeParty/cac:PartyLegalEntity/cbc:CompanyID"),
    Term("BT-61-1", "cac:PayeeParty/cac:PartyLegalEntity/cbc:CompanyID@schemeID"),
    Term("BT-62", f"{REPRESENTATIVE}/cac:PartyName/cbc:Name"),
    *_address(f"{REPRESENTATIVE}/cac:PostalAddress", 64, 65, 164, 66),
    Group("BT-63", f"{REPRESENTATIVE}/cac:PartyTaxScheme", _TAX_NUMBER),
    Term("BT-72", f"{DELIVERY}/cbc:ActualDeliveryDate"),
    Term("BT-71", f"{DELIVERY}/cac:DeliveryLocation/cbc:ID"),
    Term("BT-71-1", f"{DELIVERY}/cac:DeliveryLocation/cbc:ID@schemeID"),
    *_address(f"{DELIVERY}/cac:DeliveryLocation/cac:Address", 75, 76, 165, 77),
    Term("BT-70", f"{DELIVERY}/cac:DeliveryParty/cac:PartyName/cbc:Name"),
    Group("BG-16", "cac:PaymentMeans", (
        Term("code", "cbc:PaymentMeansCode"),
        Term("text", "cbc:PaymentMeansCode@name"),
        Term("due", "cbc:PaymentDueDate"),
        Term("reference", "cbc:PaymentID"),
    )),
    Term("BT-20", "cac:PaymentTerms/cbc:Note"),
    Group("BG-20", "cac:AllowanceCharge", _CHARGE),
)  # fmt: skip

LINE: tuple[Term | Group, ...] = (
    Term("BT-126", "cbc:ID"),
    Term("BT-127", "cbc:Note"),
    Term("BT-129", "cbc:InvoicedQuantity"),
    Term("BT-130", "cbc:InvoicedQuantity@unitCode"),
    Term("BT-131", "cbc:LineExtensionAmount"),
    Term("BT-133", "cbc:AccountingCost"),
    Term("BT-134", "cac:InvoicePeriod/cbc:StartDate"),
    Term("BT-135", "cac:InvoicePeriod/cbc:EndDate"),
    Term("BT-132", "cac:OrderLineReference/cbc:LineID"),
    Term("BT-128", "cac:DocumentReference/cbc:ID"),
    Term("BT-128-1", "cac:DocumentReference/cbc:ID@schemeID"),
    Group("BG-27", "cac:AllowanceCharge", _CHARGE[:6]),
    Term("BT-154", "cac:Item/cbc:Description"),
    Term("BT-153", "cac:Item/cbc:Name"),
    Term("BT-156", "cac:Item/cac:BuyersItemIdentification/cbc:ID"),
    Term("BT-155", "cac:Item/cac:SellersItemIdentification/cbc:ID"),
    Term("BT-157", "cac:Item/cac:StandardItemIdentification/cbc:ID"),
    Term("BT-157-1", "cac:Item/cac:StandardItemIdentification/cbc:ID@schemeID"),
    Term("BT-159", "cac:Item/cac:OriginCountry/cbc:IdentificationCode"),
    Group("BT-158", "cac:Item/cac:CommodityClassification", (
        Term("code", "cbc:ItemClassificationCode"),
        Term("list", "cbc:ItemClassificationCode@listID"),
        Term("version", "cbc:ItemClassificationCode@listVersionID"),
    )),
    Term("BT-151", "cac:Item/cac:ClassifiedTaxCategory/cbc:ID"),
    Term("BT-152", "cac:Item/cac:ClassifiedTaxCategory/cbc:Percent"),
    Group("BG-32", "cac:Item/cac:AdditionalItemProperty", (
        Term("name", "cbc:Name"),
        Term("value", "cbc:Value"),
    )),
    Term("BT-146", "cac:Price/cbc:PriceAmount"),
    Term("BT-149", "cac:Price/cbc:BaseQuantity"),
    Term("BT-150", "cac:Price/cbc:BaseQuantity@unitCode"),
    Term("BT-147-0", f"{PRICE_CUT}/cbc:ChargeIndicator"),
    Term("BT-147", f"{PRICE_CUT}/cbc:Amount"),
    Term("BT-148", f"{PRICE_CUT}/cbc:BaseAmount"),
)  # fmt: skip

CORE = frozenset(
    f"BT-{number}" for number in (1, 2, 5, 9, 13, 22, 126, 129, 130, 131, 132, 146, 149, 151, 152, 153, 155)
)
"""Terms that have columns of their own; the seller's name has one for the register's, so the document's is carried."""

"""Reads UBL 2.1 Invoice and CreditNote as EN 16931 maps them to business terms."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element  # a type alone; parsing goes through exchange.checked

from commerce.procurement.exchange.checked import validate
from commerce.procurement.invoicing.document import DocumentLine, DocumentTax, InvoiceDocument, Terms
from commerce.procurement.invoicing.refusals import (
    BadValue,
    InvoiceRuleBroken,
    NotAnInvoice,
    SeveralOrders,
    TooManyInvoiceLines,
)
from commerce.procurement.invoicing.rules import broken_rules
from commerce.procurement.invoicing.terms import CORE, HEADER, LINE, Group, Term
from commerce.procurement.invoicing.values import decimal_of
from tenants.kernel.money import exact_sum, exponent_of

NS = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
ROOTS = {
    f"{{urn:oasis:names:specification:ubl:schema:xsd:{name}-2}}{name}": name
    for name in ("Invoice", "CreditNote")
}
CREDIT_CODES = ("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532")
"""UNCL 1001 codes of EN 16931 that stand for a credit."""

MAX_LINES = 3_000


def read_ubl_invoice(root: Any) -> InvoiceDocument:
    """This will read a UBL document: its rules first, which say best what is wrong, then its schema.

    Raises InvoiceRuleBroken naming every broken rule, SchemaBroken, SeveralOrders, BadValue, UnknownCurrency.
    """
    broken = broken_rules(root)
    if broken:
        raise InvoiceRuleBroken(field="file", rules="; ".join(f"{rule} {text}" for rule, text in broken))
    validate(ROOTS[root.tag], root)
    orders = dict.fromkeys(
        _texts(root, "cac:OrderReference/cbc:ID")
        + _texts(root, ".//cac:OrderLineReference/cac:OrderReference/cbc:ID")
    )
    if len(orders) > 1:
        raise SeveralOrders(field="file", orders=", ".join(orders)[:300])
    return _document(root)


def _document(root: Element) -> InvoiceDocument:
    name = ROOTS[root.tag]
    code = text(root, f"cbc:{name}TypeCode")
    is_credit = name == "CreditNote" or code in CREDIT_CODES
    currency = text(root, "cbc:DocumentCurrencyCode")
    exponent_of(currency)
    lines = tuple(_lines(root, name))
    total = root.find("cac:LegalMonetaryTotal", NS)
    if total is None:
        raise NotAnInvoice
    if len(lines) > MAX_LINES:
        raise TooManyInvoiceLines(field="file", lines=len(lines), most=MAX_LINES)
    tax_total = _tax_total(root, currency)
    return InvoiceDocument(
        kind="381" if is_credit else "380",
        supplier_number=text(root, "cbc:ID"),
        issue_date=_day(root, "cbc:IssueDate") or date.min,
        stated_due_date=_day(root, "cbc:DueDate") or _day(root, "cac:PaymentMeans/cbc:PaymentDueDate"),
        currency=currency,
        lines=lines,
        taxes=tuple(_taxes(tax_total)),
        lines_amount=amount(total, "cbc:LineExtensionAmount"),
        allowance_amount=amount(total, "cbc:AllowanceTotalAmount"),
        charge_amount=amount(total, "cbc:ChargeTotalAmount"),
        net_amount=amount(total, "cbc:TaxExclusiveAmount"),
        tax_amount=amount(tax_total, "cbc:TaxAmount") if tax_total is not None else Decimal(0),
        gross_amount=amount(total, "cbc:TaxInclusiveAmount"),
        prepaid_amount=amount(total, "cbc:PrepaidAmount"),
        rounding_amount=amount(total, "cbc:PayableRoundingAmount"),
        payable_amount=amount(total, "cbc:PayableAmount"),
        order_ref=text(root, "cac:OrderReference/cbc:ID"),
        credited_number=text(root, "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID"),
        payment_ref=text(root, "cac:PaymentMeans/cbc:PaymentID"),
        note="\n".join(_texts(root, "cbc:Note")),
        supplier_name=text(
            root, "cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName"
        ),
        supplier_tax_id=text(root, "cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID"),
        terms=_header_terms(root, code if code != ("381" if is_credit else "380") else "", currency),
    )


def _header_terms(root: Element, own_code: str, currency: str) -> Terms:
    """What stands in no column; BT-3 only where it is more than invoice or credit note."""
    found = _carried(root, HEADER)
    if own_code:
        found["BT-3"] = own_code
    for total in root.findall("cac:TaxTotal", NS):
        stated = total.find("cbc:TaxAmount", NS)
        if stated is not None and stated.get("currencyID") != currency:
            found["BT-111"] = (stated.text or "").strip()
    return found


def _carried(element: Element, layout: Sequence[Term | Group]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for entry in layout:
        if isinstance(entry, Group):
            parts = [_values(part, entry.terms) for part in element.findall(entry.place, NS)]
            if any(parts):
                found[entry.name] = [part for part in parts if part]
        elif entry.name not in CORE and entry.name != "BT-3":
            found |= _values(element, (entry,))
    return found


def _values(element: Element, terms: Sequence[Term]) -> dict[str, str]:
    found = {}
    for term in terms:
        path, _, attribute = term.path.partition("@")
        place = element.find(path, NS)
        value = None if place is None else place.get(attribute) if attribute else place.text
        if value and value.strip():
            found[term.name] = value.strip()
    return found


def _unit(quantity: Element | None) -> str:
    code = quantity.get("unitCode", "").strip() if quantity is not None else ""
    if len(code) > 3:
        raise BadValue(name="unitCode", value=code)
    return code


def _lines(root: Element, word: str) -> Iterator[DocumentLine]:
    for line in root.findall(f"cac:{word}Line", NS):
        name = f"cbc:{'Invoiced' if word == 'Invoice' else 'Credited'}Quantity"
        quantity = line.find(name, NS)
        description = text(line, "cac:Item/cbc:Name") or text(line, "cac:Item/cbc:Description")
        yield DocumentLine(
            line_ref=text(line, "cbc:ID"),
            description=description,
            quantity=number(line, name),
            unit=_unit(quantity),
            unit_price=number(line, "cac:Price/cbc:PriceAmount"),
            base_quantity=number(line, "cac:Price/cbc:BaseQuantity") or Decimal(1),
            adjustment_amount=exact_sum(_adjustments(line)),
            line_amount=amount(line, "cbc:LineExtensionAmount"),
            tax_category=text(line, "cac:Item/cac:ClassifiedTaxCategory/cbc:ID") or "S",
            tax_rate=rate(line, "cac:Item/cac:ClassifiedTaxCategory/cbc:Percent"),
            order_line_ref=text(line, "cac:OrderLineReference/cbc:LineID"),
            item_ref=text(line, "cac:Item/cac:SellersItemIdentification/cbc:ID"),
            terms=_carried(line, LINE),
        )


def _adjustments(line: Element) -> Iterator[Decimal]:
    for entry in line.findall("cac:AllowanceCharge", NS):
        value = amount(entry, "cbc:Amount")
        yield value if text(entry, "cbc:ChargeIndicator") in ("true", "1") else -value


def _tax_total(root: Element, currency: str) -> Element | None:
    """The total in the document's currency; another may be there in the accounting currency."""
    for total in root.findall("cac:TaxTotal", NS):
        stated = total.find("cbc:TaxAmount", NS)
        if stated is not None and stated.get("currencyID") == currency:
            return total
    return None


def _taxes(total: Element | None) -> Iterator[DocumentTax]:
    for part in total.findall("cac:TaxSubtotal", NS) if total is not None else ():
        yield DocumentTax(
            category=text(part, "cac:TaxCategory/cbc:ID"),
            rate=rate(part, "cac:TaxCategory/cbc:Percent"),
            base_amount=amount(part, "cbc:TaxableAmount"),
            tax_amount=amount(part, "cbc:TaxAmount"),
            exemption_reason=text(part, "cac:TaxCategory/cbc:TaxExemptionReason"),
            exemption_code=text(part, "cac:TaxCategory/cbc:TaxExemptionReasonCode"),
        )


def _texts(element: Element, path: str) -> list[str]:
    return [words for found in element.findall(path, NS) if (words := (found.text or "").strip())]


def text(element: Element, path: str) -> str:
    """This will give the trimmed text at a path, empty when it is absent."""
    found = element.find(path, NS)
    return (found.text or "").strip() if found is not None else ""


def number(element: Element, path: str, decimals: int = 6) -> Decimal:
    """This will read a decimal with at most so many decimals, zero when absent; raises BadValue."""
    return decimal_of(text(element, path), path.split(":")[-1], decimals)


def amount(element: Element, path: str) -> Decimal:
    """This will read an amount with at most four decimals, zero when absent; raises BadValue."""
    return number(element, path, decimals=4)


def rate(element: Element, path: str) -> Decimal:
    """This will read a percentage from 0 to 100 with at most four decimals; raises BadValue."""
    value = number(element, path, decimals=4)
    if not 0 <= value <= 100:
        raise BadValue(name="Percent", value=str(value))
    return value


def _day(element: Element, path: str) -> date | None:
    found = text(element, path)
    if not found:
        return None
    try:
        return date.fromisoformat(found[:10])
    except ValueError:
        raise BadValue(name=path.split(":")[-1], value=found[:40]) from None

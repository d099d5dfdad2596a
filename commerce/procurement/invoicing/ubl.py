"""Reads UBL 2.1 Invoice and CreditNote as EN 16931 maps them to business terms."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from xml.etree.ElementTree import Element  # a type alone; parsing goes through exchange.xml

from commerce.procurement.exchange.xml import read_xml
from commerce.procurement.invoicing.document import DocumentLine, DocumentTax, InvoiceDocument
from commerce.procurement.invoicing.rules import broken_rules
from tenants.kernel.errors import DomainError, Invalid
from tenants.kernel.money import exact_sum, exponent_of
from tenants.kernel.quantity import decimals_of

NS = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
ROOTS = {
    "{urn:oasis:names:specification:ubl:schema:xsd:Invoice-2}Invoice": "380",
    "{urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2}CreditNote": "381",
}
CREDIT_CODES = ("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532")
"""UNCL 1001 codes of EN 16931 that stand for a credit."""

MAX_LINES = 3_000
_NUMBER = re.compile(r"[+-]?\d+(\.\d*)?|[+-]?\.\d+")


class NotAnInvoice(Invalid):
    """The file is XML, but no UBL invoice or credit note."""

    code = "NOT_AN_INVOICE"

    def __init__(self) -> None:
        super().__init__(
            field="file",
            reason_en="The file is not a UBL 2.1 Invoice or CreditNote.",
            reason_zh="该文件不是 UBL 2.1 发票(Invoice)或贷项通知单(CreditNote)。",
        )


class InvoiceRuleBroken(DomainError):
    """The document breaks rules of EN 16931."""

    code = "INVOICE_RULE"
    en = "The invoice breaks rules of EN 16931: {rules}. Ask the supplier for a corrected document."
    zh = "发票不符合 EN 16931 规则:{rules}。请要求供应商更正后重新提交。"


class BadValue(Invalid):
    """A value of the document is not readable or has more digits than are kept."""

    code = "INVOICE_VALUE"

    def __init__(self, *, name: str, value: str) -> None:
        super().__init__(
            field="file",
            reason_en=f"{name} has the value {value!r}, which cannot be kept exactly.",
            reason_zh=f"{name} 的值“{value}”无法准确保存。",
        )


def read_invoice(data: bytes) -> InvoiceDocument:
    """This will read a document and check its arithmetic.

    Raises XmlRefused, NotAnInvoice, InvoiceRuleBroken naming every broken rule, BadValue, UnknownCurrency.
    """
    root = read_xml(data)
    if root.tag not in ROOTS:
        raise NotAnInvoice
    broken = broken_rules(root)
    if broken:
        raise InvoiceRuleBroken(field="file", rules="; ".join(f"{rule} {text}" for rule, text in broken))
    return _document(root)


def _document(root: Element) -> InvoiceDocument:
    is_credit = ROOTS[root.tag] == "381" or (text(root, "cbc:InvoiceTypeCode") in CREDIT_CODES)
    currency = text(root, "cbc:DocumentCurrencyCode")
    exponent_of(currency)
    lines = tuple(_lines(root, "Credit" if ROOTS[root.tag] == "381" else "Invoice"))
    total = root.find("cac:LegalMonetaryTotal", NS)
    if total is None or len(lines) > MAX_LINES:
        raise NotAnInvoice
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
        note=text(root, "cbc:Note")[:5_000],
        supplier_name=text(
            root, "cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity/cbc:RegistrationName"
        ),
        supplier_tax_id=text(root, "cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme/cbc:CompanyID"),
    )


def _lines(root: Element, word: str) -> Iterator[DocumentLine]:
    for line in root.findall(f"cac:{word if word == 'Invoice' else 'CreditNote'}Line", NS):
        name = f"cbc:{'Invoiced' if word == 'Invoice' else 'Credited'}Quantity"
        quantity = line.find(name, NS)
        description = text(line, "cac:Item/cbc:Name") or text(line, "cac:Item/cbc:Description")
        yield DocumentLine(
            line_ref=text(line, "cbc:ID"),
            description=description[:2_000],
            quantity=number(line, name),
            unit=(quantity.get("unitCode", "") if quantity is not None else "")[:3],
            unit_price=number(line, "cac:Price/cbc:PriceAmount"),
            base_quantity=number(line, "cac:Price/cbc:BaseQuantity") or Decimal(1),
            adjustment_amount=exact_sum(_adjustments(line)),
            line_amount=amount(line, "cbc:LineExtensionAmount"),
            tax_category=text(line, "cac:Item/cac:ClassifiedTaxCategory/cbc:ID") or "S",
            tax_rate=rate(line, "cac:Item/cac:ClassifiedTaxCategory/cbc:Percent"),
            order_line_ref=text(line, "cac:OrderLineReference/cbc:LineID"),
            item_ref=text(line, "cac:Item/cac:SellersItemIdentification/cbc:ID"),
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
            exemption_reason=text(part, "cac:TaxCategory/cbc:TaxExemptionReason")[:1_000],
        )


def text(element: Element, path: str) -> str:
    """This will give the trimmed text at a path, empty when it is absent."""
    found = element.find(path, NS)
    return (found.text or "").strip() if found is not None else ""


def number(element: Element, path: str, decimals: int = 6) -> Decimal:
    """This will read a decimal with at most so many decimals, zero when absent; raises BadValue."""
    found = text(element, path)
    if not found:
        return Decimal(0)
    try:
        value = Decimal(found) if _NUMBER.fullmatch(found) else Decimal("NaN")
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or abs(value) >= Decimal("1e15") or decimals_of(value) > decimals:
        raise BadValue(name=path.split(":")[-1], value=found[:40])
    return value


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

"""Invoices written as cXML 1.2 InvoiceDetailRequest, and checked by our schema of it."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from lxml import etree

from commerce.procurement.exchange.checked import valid_bytes
from commerce.procurement.exchange.values import plain
from commerce.procurement.invoicing.cxml import EXTRA, MANY
from commerce.procurement.invoicing.document import DocumentLine, DocumentTax, InvoiceDocument
from tenants.kernel.money import exact_sum, exponent_of

_DOCTYPE = '<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.063/InvoiceDetail.dtd">'
_LANGUAGE = {"{http://www.w3.org/XML/1998/namespace}lang": "en"}
_EXEMPT = {"E": "exempt", "Z": "zeroRated"}
_SELLER = ("BT-27", "BT-35", "BT-37", "BT-39", "BT-38", "BT-40")
_BUYER = ("BT-44", "BT-50", "BT-52", "BT-54", "BT-53", "BT-55")
ZERO = Decimal(0)


def write_cxml_invoice(document: InvoiceDocument) -> bytes:
    """This will write an invoice as the cXML document that stands for it; raises SchemaBroken.

    A credit note becomes a credit memo by lines, whose amounts are below zero.
    """
    return _Writing(document).document()


def _instant(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+00:00"


def _add(parent: Any, tag: str, text: str = "", /, **attributes: str) -> Any:
    child = etree.SubElement(parent, tag, attributes)
    child.text = text or None
    return child


def _extra(parent: Any, name: str, value: Any) -> None:
    if isinstance(value, str):
        _add(parent, "Extrinsic", value, name=EXTRA + name)
    elif value:
        _add(parent, "Extrinsic", json.dumps(value, ensure_ascii=False), name=EXTRA + name + MANY)


class _Writing:
    def __init__(self, document: InvoiceDocument) -> None:
        self.it = document
        self.subtotal = exact_sum(exact_sum((e.line_amount, -e.adjustment_amount)) for e in document.lines)
        self.is_credit = document.kind == "381"
        self.sign = -1 if self.is_credit and self.subtotal > 0 else 1

    def document(self) -> bytes:
        seller, buyer = self.it.supplier_name or "-", str(self.it.terms.get("BT-44", "-"))
        issued = _instant(self.it.issue_date)
        root = etree.Element("cXML", payloadID=f"{self.it.supplier_number}@hanse", timestamp=issued)
        header = etree.SubElement(root, "Header")
        for role, name in (("From", seller), ("To", buyer), ("Sender", seller)):
            place = etree.SubElement(header, role)
            _add(_add(place, "Credential", domain="name"), "Identity", name)
            if role == "Sender":
                _add(place, "UserAgent", "Hanse")
        request = _add(_add(root, "Request"), "InvoiceDetailRequest")
        self._head(request, issued)
        order = _add(request, "InvoiceDetailOrder")
        info = _add(order, "InvoiceDetailOrderInfo")
        reference = _add(info, "OrderReference", orderID=self.it.order_ref)
        _add(reference, "DocumentReference", payloadID=self.it.order_ref)
        for place, line in enumerate(self.it.lines, 1):
            self._line(order, line, place)
        self._summary(_add(request, "InvoiceDetailSummary"))
        return valid_bytes(root, doctype=_DOCTYPE)

    def _head(self, request: Any, issued: str) -> None:
        head = _add(
            request, "InvoiceDetailRequestHeader", invoiceID=self.it.supplier_number, invoiceDate=issued,
            operation="new", purpose="lineLevelCreditMemo" if self.is_credit else "standard",
        )  # fmt: skip
        _add(head, "InvoiceDetailHeaderIndicator")
        _add(head, "InvoiceDetailLineIndicator", isTaxInLine="yes")
        self._partner(head, "from", _SELLER, self.it.supplier_tax_id)
        numbers = self.it.terms.get("BT-48") or [{}]
        self._partner(head, "billTo", _BUYER, numbers[0].get("id", ""))
        if self.it.credited_number:
            _add(head, "InvoiceIDInfo", invoiceID=self.it.credited_number)
        due = self.it.stated_due_date
        if due and due >= self.it.issue_date:
            _add(head, "PaymentTerm", payInNumberOfDays=str((due - self.it.issue_date).days))
        if self.it.note:
            _add(head, "Comments", self.it.note)
        _extra(head, "BT-9", due.isoformat() if due else None)
        _extra(head, "BT-83", self.it.payment_ref or None)
        _extra(head, "BT-114", plain(self.it.rounding_amount) if self.it.rounding_amount else None)
        _extra(head, "signs", "stated" if self.is_credit and self.sign == 1 else None)
        for name, value in self.it.terms.items():
            if name not in (*_SELLER, *_BUYER):
                _extra(head, name, value)

    def _partner(self, head: Any, role: str, names: tuple[str, ...], tax_number: str) -> None:
        name, street, city, state, code, country = (str(self.it.terms.get(n, "")) for n in names)
        partner = _add(head, "InvoicePartner")
        contact = _add(partner, "Contact", role=role)
        _add(contact, "Name", name or self.it.supplier_name if role == "from" else name or "-", **_LANGUAGE)
        if street or city or state or code or country:
            address = _add(contact, "PostalAddress")
            for element, text in (("Street", street), ("City", city), ("State", state), ("PostalCode", code)):
                if text or element in ("Street", "City"):
                    _add(address, element, text)
            _add(address, "Country", country, isoCountryCode=country)
        if tax_number:
            _add(partner, "IdReference", identifier=tax_number, domain="vatID")

    def _money(self, parent: Any, name: str, amount: Decimal) -> Any:
        place = _add(parent, name)
        _add(place, "Money", plain(self.sign * amount), currency=self.it.currency)
        return place

    def _line(self, order: Any, line: DocumentLine, place: int) -> None:
        subtotal = exact_sum((line.line_amount, -line.adjustment_amount))
        row = _add(
            order,
            "InvoiceDetailItem",
            invoiceLineNumber=str(place),
            quantity=plain(self.sign * line.quantity),
        )
        _add(row, "UnitOfMeasure", line.unit)
        _add(_add(row, "UnitPrice"), "Money", plain(line.unit_price), currency=self.it.currency)
        if line.base_quantity != 1:
            basis = _add(row, "PriceBasisQuantity", quantity=plain(line.base_quantity), conversionFactor="1")
            _add(basis, "UnitOfMeasure", line.unit)
        numbered = line.order_line_ref.isdecimal()
        about = _add(
            row, "InvoiceDetailItemReference", lineNumber=line.order_line_ref if numbered else str(place)
        )
        if line.item_ref:
            _add(_add(about, "ItemID"), "SupplierPartID", line.item_ref)
        _add(about, "Description", line.description, **_LANGUAGE)
        self._money(row, "SubtotalAmount", subtotal)
        self._line_tax(row, line)
        if line.adjustment_amount:
            changes = _add(row, "InvoiceItemModifications")
            self._modification(changes, line.adjustment_amount > 0, abs(line.adjustment_amount), "Adjustment")
        _extra(row, "BT-126", line.line_ref if line.line_ref != str(place) else None)
        _extra(row, "BT-132", None if numbered else line.order_line_ref)
        _extra(row, "BT-151", line.tax_category)
        if line.quantity != abs(line.quantity).copy_sign(subtotal or Decimal(1)):
            _extra(row, "BT-129", plain(line.quantity))
        for name, value in line.terms.items():
            _extra(row, name, value)

    def _line_tax(self, row: Any, line: DocumentLine) -> None:
        step = Decimal(1).scaleb(-exponent_of(self.it.currency))
        amount = (line.line_amount * line.tax_rate / 100).quantize(step)
        tax = self._money(row, "Tax", amount)
        _add(tax, "Description", "Tax", **_LANGUAGE)
        self._detail(tax, DocumentTax(line.tax_category, line.tax_rate, line.line_amount, amount))

    def _detail(self, parent: Any, tax: DocumentTax) -> None:
        detail = _add(parent, "TaxDetail", purpose="tax", category="vat", percentageRate=plain(tax.rate))
        if tax.category in _EXEMPT:
            detail.set("exemptDetail", _EXEMPT[tax.category])
        self._money(detail, "TaxableAmount", tax.base_amount)
        self._money(detail, "TaxAmount", tax.tax_amount)
        if tax.exemption_code:
            exempt = _add(detail, "TaxExemption", exemptCode=tax.exemption_code)
            if tax.exemption_reason:
                _add(exempt, "ExemptReason", tax.exemption_reason, **_LANGUAGE)
        _extra(detail, "BT-118", tax.category)
        if tax.exemption_reason and not tax.exemption_code:
            _extra(detail, "BT-120", tax.exemption_reason)

    def _modification(self, parent: Any, is_charge: bool, amount: Decimal, reason: str) -> None:
        part = _add(parent, "Modification")
        if is_charge:
            self._money(part, "AdditionalCost", amount)
        else:
            self._money(_add(part, "AdditionalDeduction"), "DeductionAmount", amount)
        detail = _add(part, "ModificationDetail", name=reason)
        _add(detail, "Description", reason, **_LANGUAGE)

    def _summary(self, summary: Any) -> None:
        it = self.it
        self._money(summary, "SubtotalAmount", self.subtotal)
        tax = self._money(summary, "Tax", it.tax_amount)
        _add(tax, "Description", "Tax", **_LANGUAGE)
        for part in it.taxes:
            self._detail(tax, part)
        charges = _add(summary, "InvoiceHeaderModifications")
        for amount, is_charge in ((it.charge_amount, True), (it.allowance_amount, False)):
            if amount:
                self._modification(charges, is_charge, amount, "Charge" if is_charge else "Allowance")
        if not len(charges):
            summary.remove(charges)
        self._money(summary, "TotalAmountWithoutTax", it.net_amount)
        self._money(summary, "NetAmount", it.gross_amount)
        if it.prepaid_amount:
            self._money(summary, "DepositAmount", it.prepaid_amount)
        self._money(summary, "DueAmount", it.payable_amount)

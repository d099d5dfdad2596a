"""Invoices written as UBL 2.1 Invoice and CreditNote, as EN 16931 maps them, and checked by the schema."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from lxml import etree

from commerce.procurement.exchange.checked import SCHEMAS, valid_bytes
from commerce.procurement.exchange.values import plain
from commerce.procurement.invoicing.document import DocumentLine, DocumentTax, InvoiceDocument
from commerce.procurement.invoicing.refusals import InvoiceIncomplete
from commerce.procurement.invoicing.rules import broken_rules
from commerce.procurement.invoicing.terms import HEADER, LINE, Group, Term
from commerce.procurement.invoicing.ubl import NS

SPECIFICATION = "urn:cen.eu:en16931:2017"
_SPACE = "urn:oasis:names:specification:ubl:schema:xsd"
_XSD = "{http://www.w3.org/2001/XMLSchema}"
Values = Mapping[str, Any]


def write_ubl_invoice(document: InvoiceDocument) -> bytes:
    """This will write an invoice as the UBL document that stands for it; raises InvoiceIncomplete, SchemaBroken."""
    name = "Invoice" if document.kind == "380" else "CreditNote"
    spaces: dict[str | None, str] = {None: f"{_SPACE}:{name}-2"}
    for prefix, space in NS.items():
        spaces[prefix] = space
    root = etree.Element(f"{{{_SPACE}:{name}-2}}{name}", nsmap=spaces)
    _write(root, HEADER, _header(document, name), document.currency, name)
    _taxes(root, document)
    _totals(root, document)
    for line in document.lines:
        row = etree.SubElement(root, f"{{{NS['cac']}}}{name}Line")
        _write(row, LINE, _line(line), document.currency, name)
        _scheme(row.find("cac:Item/cac:ClassifiedTaxCategory", NS))
    for category in root.findall("cac:AllowanceCharge/cac:TaxCategory", NS):
        _scheme(category)
    order = _order(name)
    root[:] = sorted(root, key=lambda child: order[etree.QName(child).localname])
    broken = broken_rules(root)
    if broken:
        raise InvoiceIncomplete(field="id", rules="; ".join(f"{rule} {text}" for rule, text in broken))
    return valid_bytes(root)


@cache
def _order(name: str) -> dict[str, int]:
    """The order of the root's elements, as its schema tells."""
    schema = etree.parse(SCHEMAS / f"ubl/maindoc/UBL-{name}-2.1.xsd")
    places = [element.get("ref", "").split(":")[-1] for element in schema.iter(f"{_XSD}element")]
    return {element: place for place, element in enumerate(places) if element}


def _header(document: InvoiceDocument, name: str) -> Values:
    terms = dict(document.terms)
    means = [dict(part) for part in terms.get("BG-16", [])]
    if document.payment_ref and not any(part.get("reference") for part in means):
        means = [{"code": "1", "reference": document.payment_ref}]
    due = document.stated_due_date
    if name == "CreditNote" and due and not any(part.get("due") for part in means):
        means = means or [{"code": "1"}]
        means[0]["due"] = due
    credited = [{"id": document.credited_number}] if document.credited_number else []
    number = document.supplier_tax_id
    return {
        "BT-24": SPECIFICATION,
        "BT-3": document.kind,
        "BT-31": [{"id": number, "scheme": "VAT"}] if number else [],
        "BG-20": _charges(document),
        "BG-3": credited,
        **terms,
        "BG-16": means,
        "BT-1": document.supplier_number,
        "BT-2": document.issue_date,
        "BT-9": due if name == "Invoice" else None,
        "BT-22": document.note,
        "BT-5": document.currency,
        "BT-13": document.order_ref,
        "BT-27": document.supplier_name,
    }


def _charges(document: InvoiceDocument) -> list[Values]:
    """Charges and allowances of which only the sums are known."""
    known = document.taxes[0] if document.taxes else DocumentTax("Z", Decimal(0), Decimal(0), Decimal(0))
    sums = (("true", "Charge", document.charge_amount), ("false", "Allowance", document.allowance_amount))
    return [
        {
            "indicator": word,
            "reason": reason,
            "amount": amount,
            "category": known.category,
            "rate": known.rate,
        }
        for word, reason, amount in sums
        if amount
    ]


def _line(line: DocumentLine) -> Values:
    cut = line.adjustment_amount
    charges = [{"indicator": "true" if cut > 0 else "false", "reason": "Adjustment", "amount": abs(cut)}]
    stated = line.base_quantity != 1 or "BT-150" in line.terms
    return {
        "BG-27": charges if cut else [],
        **line.terms,
        "BT-126": line.line_ref,
        "BT-129": line.quantity,
        "BT-130": line.unit,
        "BT-131": line.line_amount,
        "BT-132": line.order_line_ref,
        "BT-153": line.description,
        "BT-155": line.item_ref,
        "BT-151": line.tax_category,
        "BT-152": None if line.tax_category == "O" else line.tax_rate,
        "BT-146": line.unit_price,
        "BT-149": line.base_quantity if stated else None,
    }


def _write(root: Any, layout: Sequence[Term | Group], values: Values, currency: str, name: str) -> None:
    for entry in layout:
        value = values.get(entry.name)
        if isinstance(entry, Group):
            for part in value or ():
                place = _child(root, entry.place, again=True)
                for term in entry.terms:
                    _put(place, term.path, part.get(term.name), currency)
                if entry.place.endswith("PartyTaxScheme"):
                    _scheme(place)
        else:
            path = entry.path
            if name == "CreditNote":
                path = path.replace("InvoiceTypeCode", "CreditNoteTypeCode").replace("Invoiced", "Credited")
            _put(root, path, value, currency)


def _put(root: Any, path: str, value: Any, currency: str) -> None:
    """Writes a value at a path, unless there is nothing to say; amounts get their currency."""
    if value is None or value == "":
        return
    place, _, attribute = path.partition("@")
    text = (
        plain(value)
        if isinstance(value, Decimal)
        else value.isoformat()
        if isinstance(value, date)
        else value
    )
    if attribute:
        found = root.find(place, NS)
        if found is not None:
            found.set(attribute, text)
        return
    element = _child(root, place)
    element.text = text
    if place.endswith("Amount"):
        element.set("currencyID", currency)


def _child(root: Any, path: str, *, again: bool = False) -> Any:
    """The element at a path below, made where it is not there; `again` makes the last one once more."""
    *before, last = path.split("/")
    for step in before:
        found = root.find(step, NS)
        root = found if found is not None else _made(root, step)
    found = None if again else root.find(last, NS)
    return found if found is not None else _made(root, last)


def _made(parent: Any, step: str) -> Any:
    prefix, name = step.split(":")
    return etree.SubElement(parent, f"{{{NS[prefix]}}}{name}")


def _scheme(category: Any) -> None:
    """A tax belongs to a scheme; what names none is value added tax."""
    if category is not None and category.find("cac:TaxScheme", NS) is None:
        _child(category, "cac:TaxScheme/cbc:ID").text = "VAT"


def _taxes(root: Any, document: InvoiceDocument) -> None:
    total = _child(root, "cac:TaxTotal", again=True)
    _put(total, "cbc:TaxAmount", document.tax_amount, document.currency)
    for tax in document.taxes:
        part = _child(total, "cac:TaxSubtotal", again=True)
        _put(part, "cbc:TaxableAmount", tax.base_amount, document.currency)
        _put(part, "cbc:TaxAmount", tax.tax_amount, document.currency)
        _put(part, "cac:TaxCategory/cbc:ID", tax.category, "")
        if tax.category != "O":
            _put(part, "cac:TaxCategory/cbc:Percent", tax.rate, "")
        _put(part, "cac:TaxCategory/cbc:TaxExemptionReasonCode", tax.exemption_code, "")
        _put(part, "cac:TaxCategory/cbc:TaxExemptionReason", tax.exemption_reason, "")
        _scheme(part.find("cac:TaxCategory", NS))
    if "BT-111" in document.terms:
        other = _child(root, "cac:TaxTotal", again=True)
        _put(other, "cbc:TaxAmount", document.terms["BT-111"], document.terms.get("BT-6", ""))


def _totals(root: Any, document: InvoiceDocument) -> None:
    total = _child(root, "cac:LegalMonetaryTotal")
    for name, amount, always in (
        ("LineExtension", document.lines_amount, True), ("TaxExclusive", document.net_amount, True),
        ("TaxInclusive", document.gross_amount, True), ("AllowanceTotal", document.allowance_amount, False),
        ("ChargeTotal", document.charge_amount, False), ("Prepaid", document.prepaid_amount, False),
        ("PayableRounding", document.rounding_amount, False), ("Payable", document.payable_amount, True),
    ):  # fmt: skip
        if amount or always:
            _put(total, f"cbc:{name}Amount", amount, document.currency)

"""An invoice as it is kept, as the document that it was."""

from typing import Any

from commerce.masterdata.queries import supplier_orgs_visible_to
from commerce.procurement.invoicing.document import DocumentLine, DocumentTax, InvoiceDocument
from commerce.procurement.models import InvoiceLine, InvoiceTax, SupplierInvoice
from commerce.procurement.unit import this_unit
from tenants.kernel.actor import Actor

_REGISTER = {
    "BT-35": "street", "BT-37": "city", "BT-38": "postal_code", "BT-40": "country",
}  # fmt: skip


def document_of(invoice: SupplierInvoice, *, actor: Actor) -> InvoiceDocument:
    """This will give an invoice that the actor sees as a document.

    One that was keyed in gets the addresses that a document needs from the register and from the unit.
    """
    terms: dict[str, Any] = dict(invoice.carried) or _known(invoice, actor)
    numbers = terms.get("BT-31") or [{}]
    return InvoiceDocument(
        kind=invoice.kind, supplier_number=invoice.supplier_number, issue_date=invoice.issue_date,
        currency=invoice.currency, lines=_lines(invoice), taxes=_taxes(invoice),
        lines_amount=invoice.lines_amount, net_amount=invoice.net_amount, tax_amount=invoice.tax_amount,
        gross_amount=invoice.gross_amount, payable_amount=invoice.payable_amount,
        allowance_amount=invoice.allowance_amount, charge_amount=invoice.charge_amount,
        prepaid_amount=invoice.prepaid_amount, rounding_amount=invoice.rounding_amount,
        stated_due_date=invoice.stated_due_date, order_ref=invoice.order_ref,
        credited_number=invoice.credited_number, payment_ref=invoice.payment_ref, note=invoice.note,
        supplier_name=terms.get("BT-27", invoice.supplier_name),
        supplier_tax_id=numbers[0].get("id", ""), terms=terms,
    )  # fmt: skip


def _known(invoice: SupplierInvoice, actor: Actor) -> dict[str, Any]:
    unit = this_unit()
    known: dict[str, Any] = {"BT-27": invoice.supplier_name, "BT-44": unit.name, "BT-55": unit.country}
    rows = supplier_orgs_visible_to(actor=actor).filter(id=invoice.supplier_org_gid)
    found = rows.values(*_REGISTER.values()).first()
    known |= {name: found[field] for name, field in _REGISTER.items()} if found else {}
    if invoice.supplier_tax_id:
        known["BT-31"] = [{"id": invoice.supplier_tax_id, "scheme": "VAT"}]
    return {name: value for name, value in known.items() if value}


def _lines(invoice: SupplierInvoice) -> tuple[DocumentLine, ...]:
    rows = InvoiceLine.objects.filter(invoice=invoice).order_by("line_no")
    return tuple(
        DocumentLine(
            row.line_ref, row.description, row.quantity, row.unit, row.unit_price, row.line_amount,
            row.base_quantity, row.adjustment_amount, row.tax_category, row.tax_rate, row.order_line_ref,
            row.item_ref, row.carried,
        )
        for row in rows
    )  # fmt: skip


def _taxes(invoice: SupplierInvoice) -> tuple[DocumentTax, ...]:
    rows = InvoiceTax.objects.filter(invoice=invoice).order_by("id")
    return tuple(
        DocumentTax(
            row.category, row.rate, row.base_amount, row.tax_amount, row.exemption_reason, row.exemption_code
        )
        for row in rows
    )

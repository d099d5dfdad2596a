"""What can be done with suppliers' invoices."""

import graphene

from api.inputs import Input, id_of, ids_of, list_of
from api.mutation import Mutation
from api.procurement.invoicing_types import SupplierInvoice
from api.reads import read_back
from api.scalars import Date, Decimal
from commerce.procurement.services import invoice_create as creating
from commerce.procurement.services.invoice_approval import invoice_submit, invoice_withdraw
from commerce.procurement.services.invoice_import import invoice_import
from commerce.procurement.services.invoice_match import invoice_match
from commerce.procurement.services.invoice_resolve import invoice_assign, invoice_reject, invoice_resolve


class InvoiceLineInput(Input):
    """One line as it stands on paper."""

    class Meta:
        into = creating.InvoiceLineInput

    order_line_id = id_of("PurchaseOrderLine", description="The order line; without one nothing is compared.")
    description = graphene.String(description="What is invoiced; the order line's words when left out.")
    quantity = Decimal(required=True, description="How much, above zero, in the order line's unit.")
    unit_price = Decimal(required=True, description="The price of one unit, zero or more.")
    tax_rate = Decimal(description="The tax rate as a percentage; the order line's when left out.")
    adjustment_amount = Decimal(description="A charge on the line, or below zero an allowance.")


def _the_invoice() -> object:
    return id_of("SupplierInvoice", required=True, description="The invoice.")


def _the_version() -> object:
    return graphene.Int(required=True, description="The version that was read.")


class InvoiceCreate(Mutation):
    """Takes in an invoice or credit note for an order, line by line, and compares it with the order."""

    permission = "procurement.invoice.create"
    service = creating.invoice_create
    creates = True

    class Input:
        order_id = id_of("PurchaseOrder", required=True, description="The order.")
        supplier_number = graphene.String(required=True, description="The supplier's number of it.")
        issue_date = Date(required=True, description="The day on the document.")
        lines = list_of(InvoiceLineInput, required=True, description="What is invoiced.")
        payable_amount = Decimal(
            required=True, description="The amount due as stated; the lines must come to it."
        )
        kind = graphene.String(description="380 invoice (when left out) or 381 credit note.")
        charge_amount = Decimal(description="Charges on the whole document, without tax.")
        allowance_amount = Decimal(description="Allowances on the whole document, without tax.")
        rounding_amount = Decimal(description="The stated rounding, above or below zero.")
        stated_due_date = Date(description="The day it is due as the document says.")
        credited_number = graphene.String(description="The invoice that a credit note corrects.")
        return_id = id_of("SupplierReturn", description="The return that a credit note answers to.")
        payment_ref = graphene.String(description="What is to be read on the payment.")
        note = graphene.String(description="A note.")
        file_id = id_of("File", description="A picture of the document, uploaded for an invoice.")
        booking_date = Date(
            description="The day it counts for; its own, or the first whose books are open, when left out."
        )

    class Payload:
        invoice = read_back(SupplierInvoice)


class InvoiceImport(Mutation):
    """Takes in an uploaded UBL 2.1 or cXML 1.2 invoice or credit note and compares it with its order."""

    permission = "procurement.invoice.import"
    service = invoice_import
    creates = True

    class Input:
        file_id = id_of("File", required=True, description="The file, uploaded for an invoice.")
        order_id = id_of("PurchaseOrder", description="The order; the one the document names when left out.")
        pdf_file_id = id_of("File", description="A picture of the document, uploaded for an invoice.")
        booking_date = Date(
            description="The day it counts for; its own, or the first whose books are open, when left out."
        )

    class Payload:
        invoice = read_back(SupplierInvoice)


class InvoiceMatch(Mutation):
    """Compares an invoice with its order anew, e.g. after goods came in."""

    permission = "procurement.invoice.match"
    service = invoice_match

    class Input:
        invoice_id = _the_invoice()
        version = _the_version()

    class Payload:
        invoice = read_back(SupplierInvoice)


class InvoiceResolve(Mutation):
    """Accepts differences between an invoice and its order, or asks for a credit note."""

    permission = "procurement.invoice.resolve"
    service = invoice_resolve

    class Input:
        invoice_id = _the_invoice()
        version = _the_version()
        exception_ids = ids_of("InvoiceException", required=True, description="The differences.")
        resolution = graphene.String(required=True, description="accepted or credit_asked.")
        reason = graphene.String(required=True, description="Why.")

    class Payload:
        invoice = read_back(SupplierInvoice)


class InvoiceAssign(Mutation):
    """Says which order an invoice is for, and compares them."""

    permission = "procurement.invoice.assign"
    service = invoice_assign

    class Input:
        invoice_id = _the_invoice()
        version = _the_version()
        order_id = id_of("PurchaseOrder", required=True, description="The order, of the same supplier.")

    class Payload:
        invoice = read_back(SupplierInvoice)


class InvoiceReject(Mutation):
    """Rejects an invoice; what it counted for is open again."""

    permission = "procurement.invoice.reject"
    service = invoice_reject

    class Input:
        invoice_id = _the_invoice()
        version = _the_version()
        reason = graphene.String(required=True, description="Why, for the supplier to read.")

    class Payload:
        invoice = read_back(SupplierInvoice)


class InvoiceSubmit(Mutation):
    """Asks for the approval to pay an invoice that matches its order."""

    permission = "procurement.invoice.submit"
    service = invoice_submit

    class Input:
        invoice_id = _the_invoice()
        version = _the_version()

    class Payload:
        invoice = read_back(SupplierInvoice)


class InvoiceWithdraw(Mutation):
    """Takes an invoice out of approval."""

    permission = "procurement.invoice.withdraw"
    service = invoice_withdraw

    class Input:
        invoice_id = _the_invoice()
        version = _the_version()
        reason = graphene.String(description="Why.")

    class Payload:
        invoice = read_back(SupplierInvoice)


UNIT = [
    InvoiceCreate,
    InvoiceImport,
    InvoiceMatch,
    InvoiceResolve,
    InvoiceAssign,
    InvoiceReject,
    InvoiceSubmit,
    InvoiceWithdraw,
]

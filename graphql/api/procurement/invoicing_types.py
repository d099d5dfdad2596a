"""Suppliers' invoices and what matching found, as they are read.

A supplier's contact reads its own organisation's invoices; comparisons and decisions are the unit's alone.
"""

from graphene import ID, Boolean, Int, String

from api.procurement.words import document_url, picture_scans, picture_urls
from api.reads import ReadType, children, column, computed, loaded, money, reference
from api.scalars import Date, DateTime, Decimal
from commerce.procurement.invoicing.queries import (
    invoice_lines_visible_to,
    invoice_taxes_visible_to,
    invoices_visible_to,
    match_exceptions_visible_to,
    match_lines_visible_to,
    match_results_visible_to,
)

READ = "procurement.invoice.read"
PRICE = "procurement.price.read"
INSIDE = "procurement.setting.read"


class SupplierInvoice(ReadType):
    """An invoice or credit note of one supplier, as it came, with how far it has got."""

    class Meta:
        model = "procurement.SupplierInvoice"
        permission = READ
        visible = invoices_visible_to
        search = ("number", "supplier_number", "supplier_name", "order_ref")
        filters = {
            "status": ["eq", "in"],
            "kind": ["eq"],
            "number": ["eq", "contains"],
            "supplier_number": ["eq", "contains"],
            "supplier_org_gid": ["eq", "in"],
            "order_id": ["eq", "in"],
            "currency": ["eq", "in"],
            "issue_date": ["gte", "lte"],
            "due_date": ["gte", "lte", "is_null"],
            "payable_amount": ["gte", "lte"],
            "created_at": ["gte", "lt"],
        }
        order_by = ("number", "created_at", "issue_date", "due_date", "payable_amount", "supplier_name")

    number = column(String, description="The number people use, e.g. SI-2026-000123.")
    supplier_number = column(String, description="The supplier's own number of it.")
    kind = column(String, description="UNCL 1001: 380 invoice, 381 credit note.")
    origin = column(String, permission=INSIDE, description="keyed, file or portal.")
    status = column(
        String, description="received, matching, exception, approved, scheduled, paid or rejected."
    )
    answer_code = column(
        String, description="The answer to the supplier (UNCL 4343 T111): AB, IP, UQ, CA, AP, PD or RE."
    )
    order_id = column(ID, of="PurchaseOrder", description="The order it is for.")
    order_ref = column(String, description="The order as the document names it.")
    supplier_id = column(ID, source="supplier_org_gid", of="Supplier", description="The supplier.")
    supplier_name = column(String, description="The supplier's name as it was.")
    supplier_tax_id = column(String, description="The supplier's tax number as it was.")
    issue_date = column(Date, description="The day on the document.")
    booking_date = column(
        Date,
        permission=INSIDE,
        description="The day it counts for: its own, or the first whose books were open.",
    )
    stated_due_date = column(Date, description="The day it is due as the document says.")
    due_date = column(Date, description="The day it is due by the agreed terms.")
    currency = column(String, description="The currency of all its amounts (ISO 4217).")
    payable_amount = column(Decimal, permission=PRICE, description="The amount due, in its currency.")
    lines_total = money("lines_amount", "currency", permission=PRICE, description="The sum of its lines.")
    allowance = money(
        "allowance_amount", "currency", permission=PRICE, description="Allowances on the whole document."
    )
    charge = money(
        "charge_amount", "currency", permission=PRICE, description="Charges on the whole document."
    )
    net = money("net_amount", "currency", permission=PRICE, description="The total without tax.")
    tax = money("tax_amount", "currency", permission=PRICE, description="The tax.")
    gross = money("gross_amount", "currency", permission=PRICE, description="The total with tax.")
    prepaid = money("prepaid_amount", "currency", permission=PRICE, description="What was paid before.")
    rounding = money("rounding_amount", "currency", permission=PRICE, description="The stated rounding.")
    payable = money("payable_amount", "currency", permission=PRICE, description="The amount due.")
    payment_ref = column(String, description="What the supplier wants to read on the payment.")
    note = column(String, description="A note on the document.")
    credited_number = column(String, description="The invoice that a credit note corrects.")
    credited_return_id = column(
        ID, of="SupplierReturn", description="The return that a credit note answers to."
    )
    reject_reason = column(String, description="Why it was rejected.")
    sender_name = column(String, description="Who handed it in.")
    approval_run_id = column(
        ID,
        source="approval_run_gid",
        of="ApprovalRun",
        permission=INSIDE,
        description="Its last run through approval.",
    )
    version = column(Int, description="Grows with each change; changing needs the version that was read.")
    approved_at = column(DateTime, description="When it was approved.")
    paid_at = column(DateTime, description="When it was paid.")
    closed_at = column(DateTime, description="When it was rejected.")
    created_at = column(DateTime, description="When it came in.")
    file_url = computed(
        String,
        needs=("file_gid",),
        resolve=document_url,
        permission=PRICE,
        description="Where the original can be fetched by the asker, for five minutes.",
    )
    pdf_url = loaded(
        String,
        load=picture_urls,
        permission=PRICE,
        description="Where the attached picture can be fetched by the asker, for five minutes, once it is clean.",
    )
    pdf_scan = loaded(
        String,
        load=picture_scans,
        permission=PRICE,
        description="Of the attached picture: waiting for the virus scanner, clean, or infected and destroyed.",
    )
    order = reference("PurchaseOrder", by="order_id", description="The order it is for.")
    lines = children("SupplierInvoiceLine", by="invoice_id", order_by=("line_no",), description="Its lines.")
    taxes = children(
        "SupplierInvoiceTax",
        by="invoice_id",
        order_by=("category", "rate"),
        expect=2,
        permission=PRICE,
        description="Its taxes by category and rate.",
    )
    payments = children(
        "PaymentItem",
        by="invoice_id",
        order_by=("id",),
        expect=1,
        permission="procurement.payment.read",
        description="The payment runs it is or was in.",
    )
    matches = children(
        "InvoiceMatch",
        by="invoice_id",
        order_by=("-run_no",),
        expect=2,
        permission=INSIDE,
        description="What comparing it found, the latest first.",
    )


class SupplierInvoiceLine(ReadType):
    """One line as it came."""

    class Meta:
        model = "procurement.InvoiceLine"
        permission = READ
        visible = invoice_lines_visible_to

    line_no = column(Int, description="Its place in the document, from 1.")
    order_line_id = column(ID, of="PurchaseOrderLine", description="The order line it is for.")
    description = column(String, description="What is invoiced.")
    item_ref = column(String, description="The supplier's number of the item.")
    quantity = column(Decimal, description="How much, in the unit.")
    unit = column(String, description="The unit of measure: a code of UN/ECE Recommendation 20.")
    unit_price = column(Decimal, permission=PRICE, description="The price of the base quantity.")
    base_quantity = column(Decimal, description="How much the price is for.")
    adjustment_amount = column(
        Decimal, permission=PRICE, description="A charge on the line, or below zero an allowance."
    )
    line_amount = column(Decimal, permission=PRICE, description="The line's amount without tax.")
    tax_category = column(String, description="The tax category (UNCL 5305).")
    tax_rate = column(Decimal, permission=PRICE, description="The tax rate as a percentage.")


class SupplierInvoiceTax(ReadType):
    """The tax of one category and rate as the document states it."""

    class Meta:
        model = "procurement.InvoiceTax"
        permission = READ
        visible = invoice_taxes_visible_to

    category = column(String, description="The tax category (UNCL 5305).")
    rate = column(Decimal, permission=PRICE, description="The rate as a percentage.")
    base_amount = column(Decimal, permission=PRICE, description="What the tax is of.")
    tax_amount = column(Decimal, permission=PRICE, description="The tax.")
    exemption_reason = column(String, description="Why no tax is due.")


class InvoiceMatch(ReadType):
    """One comparison of an invoice with its order, and with what was accepted when three-way."""

    class Meta:
        model = "procurement.MatchResult"
        permission = READ
        visible = match_results_visible_to

    run_no = column(Int, description="Counts the comparisons of an invoice, from 1.")
    way = column(String, description="two_way or three_way.")
    outcome = column(String, description="matched or exception.")
    is_current = column(Boolean, description="Whether it is the one that counts.")
    matcher_name = column(String, description="Who compared.")
    matched_at = column(DateTime, description="When it was compared.")
    lines = children(
        "InvoiceMatchLine", by="match_result_id", order_by=("line_no",), description="The lines side by side."
    )
    exceptions = children(
        "InvoiceException",
        by="match_result_id",
        order_by=("place",),
        expect=2,
        description="Differences beyond tolerance.",
    )


class InvoiceMatchLine(ReadType):
    """One invoice line beside its order line."""

    class Meta:
        model = "procurement.MatchLine"
        permission = READ
        visible = match_lines_visible_to

    line_no = column(Int, description="The invoice line's place, from 1.")
    order_line_id = column(ID, of="PurchaseOrderLine", description="The order line.")
    ordered_quantity = column(Decimal, description="What was ordered.")
    accepted_quantity = column(Decimal, description="What was accepted and not returned.")
    invoiced_before_quantity = column(Decimal, description="What other invoices charged before.")
    invoice_quantity = column(Decimal, description="What this invoice charges.")
    order_price = column(Decimal, permission=PRICE, description="The order's price of one unit.")
    invoice_price = column(Decimal, permission=PRICE, description="The invoice's price of one unit.")
    expected_amount = column(Decimal, permission=PRICE, description="What the quantity costs by the order.")
    invoice_amount = column(Decimal, permission=PRICE, description="What the invoice charges for it.")
    booked_quantity = column(Decimal, description="What counts as invoiced, below zero for credits.")
    order_line = reference("PurchaseOrderLine", by="order_line_id", description="The order line.")
    invoice_line = reference("SupplierInvoiceLine", by="invoice_line_id", description="The invoice line.")


class InvoiceException(ReadType):
    """A difference beyond tolerance and what was decided about it."""

    class Meta:
        model = "procurement.MatchException"
        permission = READ
        visible = match_exceptions_visible_to

    place = column(Int, description="Its place in the comparison, from 1.")
    match_line_id = column(ID, of="InvoiceMatchLine", description="The line, unless it concerns the whole.")
    reason_code = column(
        String, description="OPStatusReason: QTY, PRI, DEL, QUA, ITM, REF or FIN (tax, totals, currency)."
    )
    subject = column(
        String, description="quantity, price, amount, tax_rate, unit, line, order, currency or total."
    )
    expected = column(String, permission=PRICE, description="What the order says.")
    actual = column(String, permission=PRICE, description="What the invoice says.")
    difference = column(Decimal, permission=PRICE, description="By how much it differs.")
    resolution = column(String, description="open, accepted or credit_asked.")
    resolution_reason = column(String, description="Why it was decided so.")
    resolver_name = column(String, description="Who decided.")
    resolved_at = column(DateTime, description="When it was decided.")

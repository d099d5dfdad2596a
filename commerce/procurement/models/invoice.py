"""Suppliers' invoices and credit notes as they came, and what matching found of them."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from commerce.procurement.receiving_states import (
    ANSWERS,
    INVOICE,
    INVOICE_KINDS,
    MATCH_REASONS,
    MATCH_WAYS,
    RESOLUTIONS,
)
from tenants.kernel.ids import new_id
from tenants.runtime.access import APPEND_ONLY, UnitAccess

ORIGINS = ("keyed", "file", "portal")


def _amount(**options: object) -> models.DecimalField:
    return models.DecimalField(max_digits=24, decimal_places=4, **options)  # type: ignore[arg-type]


def _quantity(**options: object) -> models.DecimalField:
    return models.DecimalField(max_digits=21, decimal_places=6, **options)  # type: ignore[arg-type]


class SupplierInvoice(models.Model):
    """An invoice (380) or credit note (381) of one supplier. What came never changes; its way does.

    Amounts are in `currency`, with the names of EN 16931: `net_amount` = lines - allowances + charges
    (BT-109), `gross_amount` with tax (BT-112), `payable_amount` (BT-115). A credit note's are positive as in
    the document. `booking_date` is the day it counts for: its own, or the first whose books were open as it
    came in (null for what came before books could be closed). `content_hash` is what an approval answers for.
    `carried` holds the document's other terms by their names in EN 16931, for files that go out.
    """

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    number = models.TextField()
    supplier_number = models.TextField()
    number_key = models.TextField()
    kind = models.CharField(max_length=3, default="380", choices=[(k, k) for k in INVOICE_KINDS])
    origin = models.TextField(choices=[(o, o) for o in ORIGINS])
    order = models.ForeignKey(
        "procurement.PurchaseOrder", null=True, on_delete=models.PROTECT, related_name="+"
    )
    order_ref = models.TextField(default="")
    supplier_org_gid = models.UUIDField()
    supplier_name = models.TextField()
    supplier_tax_id = models.TextField(default="")
    issue_date = models.DateField()
    stated_due_date = models.DateField(null=True)
    booking_date = models.DateField(null=True)
    currency = models.CharField(max_length=3)
    lines_amount = _amount()
    allowance_amount = _amount(default=0)
    charge_amount = _amount(default=0)
    net_amount = _amount()
    tax_amount = _amount()
    gross_amount = _amount()
    prepaid_amount = _amount(default=0)
    rounding_amount = _amount(default=0)
    payable_amount = _amount()
    payment_ref = models.TextField(default="")
    note = models.TextField(default="")
    credited_number = models.TextField(default="")
    credited_return = models.ForeignKey(
        "procurement.SupplierReturn", null=True, on_delete=models.PROTECT, related_name="+"
    )
    file_gid = models.UUIDField(null=True)
    pdf_file_gid = models.UUIDField(null=True)
    sender_key = models.TextField()
    sender_name = models.TextField(default="")
    status = models.TextField(default="received", choices=[(s, s) for s in INVOICE.states])
    answer_code = models.CharField(
        max_length=2, default="AB", choices=[(c, c) for c in sorted({*ANSWERS.values(), "CA"})]
    )
    reject_reason = models.TextField(default="")
    content_hash = models.TextField()
    approved_hash = models.TextField(default="")
    approval_run_gid = models.UUIDField(null=True)
    due_date = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    approved_at = models.DateTimeField(null=True)
    paid_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    carried = models.JSONField(default=dict, db_default={})
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "procurement_invoice"
        constraints = [
            models.UniqueConstraint(fields=["number"], name="invoice_number_once"),
            models.UniqueConstraint(
                fields=["supplier_org_gid", "number_key"],
                condition=~Q(status="rejected"),
                name="invoice_of_supplier_once",
            ),
            models.CheckConstraint(condition=Q(status__in=INVOICE.states), name="invoice_status_known"),
            models.CheckConstraint(condition=Q(kind__in=INVOICE_KINDS), name="invoice_kind_known"),
            models.CheckConstraint(
                condition=Q(net_amount=F("lines_amount") - F("allowance_amount") + F("charge_amount"))
                & Q(gross_amount=F("net_amount") + F("tax_amount"))
                & Q(payable_amount=F("gross_amount") - F("prepaid_amount") + F("rounding_amount")),
                name="invoice_adds_up",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=("approved", "scheduled", "paid"))
                | Q(approved_hash=F("content_hash"), due_date__isnull=False),
                name="invoice_approved_as_it_stands",
            ),
        ]
        indexes = [
            models.Index(fields=["order", "-id"], name="invoice_by_order"),
            models.Index(fields=["supplier_org_gid", "-id"], name="invoice_by_supplier"),
            models.Index(fields=["status", "-id"], name="invoice_by_status"),
            models.Index(fields=["due_date"], condition=Q(status="approved"), name="invoice_to_pay"),
        ]

    def __str__(self) -> str:
        return self.number


class InvoiceLine(models.Model):
    """One line as it came: `line_amount` = quantity × price / base quantity + charges - allowances."""

    access = APPEND_ONLY

    id = models.UUIDField(primary_key=True, default=new_id)
    invoice = models.ForeignKey("procurement.SupplierInvoice", on_delete=models.PROTECT, related_name="+")
    line_no = models.PositiveIntegerField()
    line_ref = models.TextField(default="")
    order_line_ref = models.TextField(default="")
    order_line = models.ForeignKey(
        "procurement.PoLine", null=True, on_delete=models.PROTECT, related_name="+"
    )
    item_ref = models.TextField(default="")
    description = models.TextField()
    quantity = _quantity()
    unit = models.CharField(max_length=3)
    unit_price = models.DecimalField(max_digits=24, decimal_places=6)
    base_quantity = _quantity(default=1)
    adjustment_amount = _amount(default=0)
    line_amount = _amount()
    tax_category = models.CharField(max_length=3, default="S")
    tax_rate = models.DecimalField(max_digits=7, decimal_places=4, default=0)
    carried = models.JSONField(default=dict, db_default={})

    class Meta:
        db_table = "procurement_invoice_line"
        constraints = [
            models.UniqueConstraint(fields=["invoice", "line_no"], name="invoice_line_no_once"),
            models.CheckConstraint(condition=Q(base_quantity__gt=0), name="invoice_line_base_range"),
        ]
        indexes = [models.Index(fields=["order_line"], name="invoice_line_by_order_line")]

    def __str__(self) -> str:
        return f"{self.line_no} {self.description}"


class InvoiceTax(models.Model):
    """The tax of one category and rate as the document states it."""

    access = APPEND_ONLY

    id = models.UUIDField(primary_key=True, default=new_id)
    invoice = models.ForeignKey("procurement.SupplierInvoice", on_delete=models.PROTECT, related_name="+")
    category = models.CharField(max_length=3)
    rate = models.DecimalField(max_digits=7, decimal_places=4)
    base_amount = _amount()
    tax_amount = _amount()
    exemption_reason = models.TextField(default="")
    exemption_code = models.TextField(default="", db_default="")

    class Meta:
        db_table = "procurement_invoice_tax"
        indexes = [models.Index(fields=["invoice"], name="invoice_tax_of_invoice")]

    def __str__(self) -> str:
        return f"{self.category} {self.rate}: {self.tax_amount}"


class MatchResult(models.Model):
    """One comparison of an invoice with its order, and with what was accepted when three-way."""

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    invoice = models.ForeignKey("procurement.SupplierInvoice", on_delete=models.PROTECT, related_name="+")
    run_no = models.PositiveIntegerField()
    way = models.TextField(choices=[(w, w) for w in MATCH_WAYS])
    outcome = models.TextField(choices=[("matched", "matched"), ("exception", "exception")])
    is_current = models.BooleanField(default=True)
    matcher_name = models.TextField(default="")
    matched_at = models.DateTimeField()

    class Meta:
        db_table = "procurement_match_result"
        constraints = [
            models.UniqueConstraint(fields=["invoice", "run_no"], name="match_result_run_once"),
            models.UniqueConstraint(
                fields=["invoice"], condition=Q(is_current=True), name="match_result_current_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.run_no} {self.outcome}"


class MatchLine(models.Model):
    """One invoice line beside its order line: ordered, accepted, invoiced before and now.

    `booked_quantity` is what counts as invoiced of the order line by this invoice, below zero for credits.
    """

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    match_result = models.ForeignKey("procurement.MatchResult", on_delete=models.PROTECT, related_name="+")
    invoice_line = models.ForeignKey("procurement.InvoiceLine", on_delete=models.PROTECT, related_name="+")
    order_line = models.ForeignKey(
        "procurement.PoLine", null=True, on_delete=models.PROTECT, related_name="+"
    )
    line_no = models.PositiveIntegerField()
    ordered_quantity = _quantity(null=True)
    accepted_quantity = _quantity(null=True)
    invoiced_before_quantity = _quantity(null=True)
    invoice_quantity = _quantity()
    order_price = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    invoice_price = models.DecimalField(max_digits=24, decimal_places=6)
    expected_amount = _amount(null=True)
    invoice_amount = _amount()
    booked_quantity = _quantity(default=0)

    class Meta:
        db_table = "procurement_match_line"
        constraints = [
            models.UniqueConstraint(fields=["match_result", "invoice_line"], name="match_line_once"),
        ]
        indexes = [models.Index(fields=["order_line"], name="match_line_by_order_line")]

    def __str__(self) -> str:
        return f"{self.line_no}: {self.booked_quantity}"


class MatchException(models.Model):
    """A difference beyond tolerance, with its reason code (OPStatusReason) and what was decided about it."""

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    match_result = models.ForeignKey("procurement.MatchResult", on_delete=models.PROTECT, related_name="+")
    match_line = models.ForeignKey(
        "procurement.MatchLine", null=True, on_delete=models.PROTECT, related_name="+"
    )
    place = models.PositiveIntegerField()
    reason_code = models.CharField(max_length=3, choices=[(r, r) for r in MATCH_REASONS])
    subject = models.TextField()
    expected = models.TextField(default="")
    actual = models.TextField(default="")
    difference = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    resolution = models.TextField(default="open", choices=[(r, r) for r in RESOLUTIONS])
    resolution_reason = models.TextField(default="")
    resolver_name = models.TextField(default="")
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "procurement_match_exception"
        constraints = [
            models.UniqueConstraint(fields=["match_result", "place"], name="match_exception_place_once"),
            models.CheckConstraint(
                condition=Q(resolution="open") | (~Q(resolution_reason="") & Q(resolved_at__isnull=False)),
                name="match_exception_resolved_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reason_code} {self.subject}"

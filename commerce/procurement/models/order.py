"""The purchase order, its lines and their schedules."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from commerce.procurement.states import (
    CONFIRMATIONS,
    INVOICES,
    ORDER,
    ORDER_TYPES,
    PAYMENTS,
    PROMISES,
    RECEIPTS,
)
from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess


class PurchaseOrder(models.Model):
    """An order to one supplier, whose name and address are kept as they were.

    `total_amount` is the sum of the lines without tax, `tax_amount` the sum of the taxes per rate, both in
    `currency`. `issue_recorded_at` is the database's clock at the issue; imported history has none.

    A blanket order has a ceiling without tax, in its currency, and a period; its call-offs name it in
    `blanket` and are counted in its `called_off_amount`, which never passes the ceiling. `carried` holds what
    a file said beyond that, by the names of messages, for files that go out.
    """

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    number = models.TextField()
    order_type_code = models.CharField(max_length=3, default="220")
    origin = models.TextField(default="direct", choices=[(o, o) for o in ("direct", "requisition", "import")])
    supplier_org_gid = models.UUIDField()
    supplier_name = models.TextField()
    supplier_address = models.TextField(default="")
    supplier_tax_id = models.TextField(default="")
    buyer_key = models.TextField()
    buyer_name = models.TextField(default="")
    cost_centre = models.TextField(default="")
    currency = models.CharField(max_length=3)
    incoterm = models.TextField(default="")
    payment_terms = models.TextField(default="")
    ship_to = models.TextField(default="")
    note = models.TextField(default="")
    status = models.TextField(default="draft", choices=[(s, s) for s in ORDER.states])
    confirmation = models.TextField(default="none", choices=[(s, s) for s in CONFIRMATIONS])
    receipt = models.TextField(default="none", choices=[(s, s) for s in RECEIPTS])
    invoice = models.TextField(default="none", choices=[(s, s) for s in INVOICES])
    payment = models.TextField(default="none", choices=[(s, s) for s in PAYMENTS])
    buyer_hold = models.BooleanField(default=False)
    sanction_hold = models.BooleanField(default=False)
    total_amount = models.DecimalField(max_digits=24, decimal_places=4, default=0)
    tax_amount = models.DecimalField(max_digits=24, decimal_places=4, default=0)
    content_hash = models.TextField(default="")
    approved_hash = models.TextField(default="")
    approval_basis = models.TextField(
        default="", choices=[(b, b) for b in ("", "run", "requisition", "import", "no_module")]
    )
    approval_run_gid = models.UUIDField(null=True)
    external_ref = models.TextField(default="")
    version = models.PositiveIntegerField(default=1)
    blanket = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    ceiling_amount = models.DecimalField(max_digits=24, decimal_places=4, null=True)
    called_off_amount = models.DecimalField(max_digits=24, decimal_places=4, db_default=0)
    valid_from_date = models.DateField(null=True)
    valid_until_date = models.DateField(null=True)
    order_date = models.DateField(null=True)
    issued_at = models.DateTimeField(null=True)
    issue_recorded_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    carried = models.JSONField(default=dict, db_default={})
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "procurement_order"
        constraints = [
            models.UniqueConstraint(fields=["number"], name="order_number_once"),
            models.UniqueConstraint(
                fields=["external_ref"], condition=~Q(external_ref=""), name="order_external_ref_once"
            ),
            models.CheckConstraint(condition=Q(status__in=ORDER.states), name="order_status_known"),
            models.CheckConstraint(condition=Q(order_type_code__in=ORDER_TYPES), name="order_type_known"),
            models.CheckConstraint(
                condition=Q(total_amount__gte=0, total_amount__lt=10**18), name="order_total_range"
            ),
            models.CheckConstraint(
                condition=Q(tax_amount__gte=0, tax_amount__lt=10**18), name="order_tax_range"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=("approved", "issued"))
                | Q(approval_basis="import")
                | (~Q(approval_basis="") & Q(approved_hash=F("content_hash"))),
                name="order_approved_as_it_stands",
            ),
            models.CheckConstraint(
                condition=~Q(status="issued") | Q(origin="import") | Q(issued_at__isnull=False),
                name="order_issued_has_instant",
            ),
            models.CheckConstraint(
                condition=Q(called_off_amount=0)
                | Q(called_off_amount__gte=0, called_off_amount__lte=F("ceiling_amount")),
                name="order_ceiling",
            ),
            models.CheckConstraint(
                condition=Q(valid_until_date__isnull=True) | Q(valid_from_date__lte=F("valid_until_date")),
                name="order_validity",
            ),
        ]
        indexes = [
            models.Index(
                fields=["blanket", "-id"], condition=Q(blanket__isnull=False), name="order_by_blanket"
            ),
            models.Index(fields=["status", "-id"], name="order_by_status"),
            models.Index(fields=["supplier_org_gid", "-id"], name="order_by_supplier"),
        ]

    def __str__(self) -> str:
        return self.number


class PoLine(models.Model):
    """One line: `line_extension_amount` = round(quantity × unit price) + `adjustment_amount` (rule M1).

    The adjustment is a charge (positive) or an allowance (negative) on the line, in the order's currency.
    `tax_rate` is a percentage. `carried` holds what a file said beyond that, by the names of messages.
    """

    access = UnitAccess()

    id = models.UUIDField(primary_key=True, default=new_id)
    order = models.ForeignKey("procurement.PurchaseOrder", on_delete=models.PROTECT, related_name="+")
    line_no = models.PositiveIntegerField()
    item_gid = models.UUIDField(null=True)
    description = models.TextField()
    category_gid = models.UUIDField(null=True)
    quantity = models.DecimalField(max_digits=21, decimal_places=6)
    unit = models.CharField(max_length=3)
    unit_price = models.DecimalField(max_digits=24, decimal_places=6)
    adjustment_amount = models.DecimalField(max_digits=24, decimal_places=4, default=0)
    line_extension_amount = models.DecimalField(max_digits=24, decimal_places=4)
    tax_rate = models.DecimalField(max_digits=7, decimal_places=4, default=0)
    requisition_line = models.ForeignKey(
        "procurement.RequisitionLine", null=True, on_delete=models.PROTECT, related_name="+"
    )
    external_ref = models.TextField(default="")
    carried = models.JSONField(default=dict, db_default={})

    class Meta:
        db_table = "procurement_order_line"
        constraints = [
            models.UniqueConstraint(fields=["order", "line_no"], name="order_line_no_once"),
            models.CheckConstraint(
                condition=Q(quantity__gt=0, quantity__lt=10**15), name="order_line_quantity_range"
            ),
            models.CheckConstraint(
                condition=Q(unit_price__gte=0, unit_price__lt=10**15), name="order_line_price_range"
            ),
            models.CheckConstraint(
                condition=Q(line_extension_amount__gte=0, line_extension_amount__lt=10**18),
                name="order_line_amount_range",
            ),
            models.CheckConstraint(
                condition=Q(tax_rate__gte=0, tax_rate__lte=100), name="order_line_tax_range"
            ),
        ]
        indexes = [models.Index(fields=["item_gid"], name="order_line_by_item")]

    def __str__(self) -> str:
        return f"{self.line_no} {self.description}"


class PoSchedule(models.Model):
    """A part of a line's quantity with its dates: asked for, promised by the supplier, delivered.

    `confirmation` is what the supplier has said of this part.
    """

    access = UnitAccess()

    id = models.UUIDField(primary_key=True, default=new_id)
    line = models.ForeignKey("procurement.PoLine", on_delete=models.CASCADE, related_name="+")
    schedule_no = models.PositiveIntegerField(default=1)
    quantity = models.DecimalField(max_digits=21, decimal_places=6)
    requested_date = models.DateField(null=True)
    promised_date = models.DateField(null=True)
    delivered_date = models.DateField(null=True)
    delivered_quantity = models.DecimalField(max_digits=21, decimal_places=6, default=0)
    confirmation = models.TextField(default="none", db_default="none", choices=[(p, p) for p in PROMISES])

    class Meta:
        db_table = "procurement_order_schedule"
        constraints = [
            models.UniqueConstraint(fields=["line", "schedule_no"], name="order_schedule_no_once"),
            models.CheckConstraint(
                condition=Q(quantity__gt=0, quantity__lt=10**15), name="order_schedule_quantity_range"
            ),
            models.CheckConstraint(
                condition=Q(delivered_quantity__gte=0, delivered_quantity__lt=10**15),
                name="order_schedule_delivered_range",
            ),
        ]
        indexes = [models.Index(fields=["promised_date"], name="order_schedule_by_promise")]

    def __str__(self) -> str:
        return f"{self.schedule_no}: {self.quantity}"

"""Goods receipts, what they say about order lines, and returns to the supplier."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from commerce.procurement.receiving_states import DISPOSITIONS, RECEIPT, REJECT_REASONS, RETURN
from tenants.kernel.ids import new_id
from tenants.runtime.access import APPEND_ONLY, UnitAccess


def _quantity(**options: object) -> models.DecimalField:
    return models.DecimalField(max_digits=21, decimal_places=6, **options)  # type: ignore[arg-type]


class GoodsReceipt(models.Model):
    """Goods of one order that came in on one day. Posted it is final; it is corrected by reversal alone."""

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    number = models.TextField()
    order = models.ForeignKey("procurement.PurchaseOrder", on_delete=models.PROTECT, related_name="+")
    supplier_org_gid = models.UUIDField()
    ship_notice_gid = models.UUIDField(null=True)
    delivery_note_ref = models.TextField(default="")
    received_date = models.DateField()
    status = models.TextField(default="draft", choices=[(s, s) for s in RECEIPT.states])
    receiver_key = models.TextField()
    receiver_name = models.TextField(default="")
    note = models.TextField(default="")
    reversal_reason = models.TextField(default="")
    version = models.PositiveIntegerField(default=1)
    posted_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "procurement_receipt"
        constraints = [
            models.UniqueConstraint(fields=["number"], name="receipt_number_once"),
            models.CheckConstraint(condition=Q(status__in=RECEIPT.states), name="receipt_status_known"),
            models.CheckConstraint(
                condition=~Q(status__in=("posted", "reversed")) | Q(posted_at__isnull=False),
                name="receipt_posted_has_instant",
            ),
        ]
        indexes = [
            models.Index(fields=["order", "-id"], name="receipt_by_order"),
            models.Index(fields=["status", "-id"], name="receipt_by_status"),
            models.Index(fields=["supplier_org_gid", "-id"], name="receipt_by_supplier"),
        ]

    def __str__(self) -> str:
        return self.number


class ReceiptLine(models.Model):
    """What came in for one order line: received = accepted + rejected + quarantined, in the line's unit."""

    access = UnitAccess()

    id = models.UUIDField(primary_key=True, default=new_id)
    receipt = models.ForeignKey("procurement.GoodsReceipt", on_delete=models.PROTECT, related_name="+")
    line_no = models.PositiveIntegerField()
    order_line = models.ForeignKey("procurement.PoLine", on_delete=models.PROTECT, related_name="+")
    received_quantity = _quantity()
    accepted_quantity = _quantity()
    rejected_quantity = _quantity(default=0)
    quarantined_quantity = _quantity(default=0)
    unit = models.CharField(max_length=3)
    reason_code = models.TextField(default="", choices=[(r, r) for r in ("", *REJECT_REASONS)])
    reason = models.TextField(default="")
    lot = models.TextField(default="")
    expiry_date = models.DateField(null=True)

    class Meta:
        db_table = "procurement_receipt_line"
        constraints = [
            models.UniqueConstraint(fields=["receipt", "line_no"], name="receipt_line_no_once"),
            models.CheckConstraint(
                condition=Q(received_quantity__gt=0, received_quantity__lt=10**15)
                & Q(accepted_quantity__gte=0, rejected_quantity__gte=0, quarantined_quantity__gte=0),
                name="receipt_line_quantity_range",
            ),
            models.CheckConstraint(
                condition=Q(
                    received_quantity=F("accepted_quantity")
                    + F("rejected_quantity")
                    + F("quarantined_quantity")
                ),
                name="receipt_line_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(rejected_quantity=0, quarantined_quantity=0) | ~Q(reason_code=""),
                name="receipt_line_rejected_has_reason",
            ),
        ]
        indexes = [models.Index(fields=["order_line"], name="receipt_line_by_order_line")]

    def __str__(self) -> str:
        return f"{self.line_no}: {self.received_quantity}"


class LineProgress(models.Model):
    """How far an order line has come in and been invoiced. Grows and shrinks by guarded updates alone.

    `returned_quantity` are accepted or quarantined goods that went back, `returned_rejected_quantity`
    rejected ones. What the unit keeps is accepted + quarantined - returned.
    """

    access = UnitAccess(unit="SIU")

    order_line = models.OneToOneField(
        "procurement.PoLine", primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    accepted_quantity = _quantity(default=0)
    rejected_quantity = _quantity(default=0)
    quarantined_quantity = _quantity(default=0)
    returned_quantity = _quantity(default=0)
    returned_rejected_quantity = _quantity(default=0)
    invoiced_quantity = _quantity(default=0)

    class Meta:
        db_table = "procurement_line_progress"
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    accepted_quantity__gte=0,
                    rejected_quantity__gte=0,
                    quarantined_quantity__gte=0,
                    returned_quantity__gte=0,
                    returned_rejected_quantity__gte=0,
                    invoiced_quantity__gte=0,
                ),
                name="line_progress_not_below_zero",
            ),
            models.CheckConstraint(
                condition=Q(
                    returned_quantity__lte=F("accepted_quantity") + F("quarantined_quantity"),
                    returned_rejected_quantity__lte=F("rejected_quantity"),
                ),
                name="line_progress_returns_what_came",
            ),
        ]

    def __str__(self) -> str:
        return f"accepted {self.accepted_quantity}, invoiced {self.invoiced_quantity}"


class DeliveryRecord(models.Model):
    """A ledger of deliveries against due days: one row per receipt line and schedule, mirrored when reversed.

    `quantity` is all that came, `accepted_quantity` what was not rejected; both are negative in a mirrored row.
    `due_date` is the promised day, otherwise the requested one, as it stood when the goods were posted.
    """

    access = APPEND_ONLY

    id = models.UUIDField(primary_key=True, default=new_id)
    receipt_line = models.ForeignKey("procurement.ReceiptLine", on_delete=models.PROTECT, related_name="+")
    schedule_gid = models.UUIDField(null=True)
    supplier_org_gid = models.UUIDField()
    item_gid = models.UUIDField(null=True)
    category_gid = models.UUIDField(null=True)
    due_date = models.DateField(null=True)
    received_date = models.DateField()
    quantity = _quantity()
    accepted_quantity = _quantity()

    class Meta:
        db_table = "procurement_delivery_record"
        indexes = [
            models.Index(fields=["received_date", "supplier_org_gid"], name="delivery_by_day"),
            models.Index(fields=["supplier_org_gid", "received_date"], name="delivery_by_supplier"),
            models.Index(fields=["receipt_line"], name="delivery_by_line"),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} on {self.received_date}"


class SupplierReturn(models.Model):
    """Goods sent back to their supplier, for which a credit note over `credit_amount` is expected."""

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    number = models.TextField()
    receipt = models.ForeignKey("procurement.GoodsReceipt", on_delete=models.PROTECT, related_name="+")
    order = models.ForeignKey("procurement.PurchaseOrder", on_delete=models.PROTECT, related_name="+")
    supplier_org_gid = models.UUIDField()
    status = models.TextField(default="expected", choices=[(s, s) for s in RETURN.states])
    currency = models.CharField(max_length=3)
    credit_amount = models.DecimalField(max_digits=24, decimal_places=4)
    reason = models.TextField()
    returned_date = models.DateField()
    sender_name = models.TextField(default="")
    waive_reason = models.TextField(default="")
    version = models.PositiveIntegerField(default=1)
    closed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "procurement_return"
        constraints = [
            models.UniqueConstraint(fields=["number"], name="return_number_once"),
            models.CheckConstraint(condition=Q(status__in=RETURN.states), name="return_status_known"),
            models.CheckConstraint(
                condition=Q(credit_amount__gte=0, credit_amount__lt=10**18), name="return_credit_range"
            ),
        ]
        indexes = [
            models.Index(fields=["order", "-id"], name="return_by_order"),
            models.Index(fields=["receipt"], name="return_by_receipt"),
        ]

    def __str__(self) -> str:
        return self.number


class ReturnLine(models.Model):
    """How much of a receipt line went back, and what it had been: accepted, rejected or quarantined."""

    access = APPEND_ONLY

    id = models.UUIDField(primary_key=True, default=new_id)
    supplier_return = models.ForeignKey(
        "procurement.SupplierReturn", on_delete=models.PROTECT, related_name="+"
    )
    line_no = models.PositiveIntegerField()
    receipt_line = models.ForeignKey("procurement.ReceiptLine", on_delete=models.PROTECT, related_name="+")
    disposition = models.TextField(choices=[(d, d) for d in DISPOSITIONS])
    quantity = _quantity()
    unit = models.CharField(max_length=3)
    credit_amount = models.DecimalField(max_digits=24, decimal_places=4)

    class Meta:
        db_table = "procurement_return_line"
        constraints = [
            models.UniqueConstraint(fields=["supplier_return", "line_no"], name="return_line_no_once"),
            models.CheckConstraint(
                condition=Q(quantity__gt=0, quantity__lt=10**15), name="return_line_quantity_range"
            ),
        ]
        indexes = [models.Index(fields=["receipt_line"], name="return_line_by_receipt_line")]

    def __str__(self) -> str:
        return f"{self.line_no}: {self.quantity}"

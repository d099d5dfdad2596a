"""The requisition and its lines."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from commerce.procurement.states import REQUISITION
from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess


class Requisition(models.Model):
    """A request to buy. `content_hash` covers the fields an approval answers for; `approved_hash` is the
    hash that was approved. `total_amount` is the sum of the rounded estimates, in `currency`."""

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    number = models.TextField()
    title = models.TextField(default="")
    requester_key = models.TextField()
    requester_gid = models.UUIDField(null=True)
    requester_name = models.TextField(default="")
    cost_centre = models.TextField(default="")
    currency = models.CharField(max_length=3)
    total_amount = models.DecimalField(max_digits=24, decimal_places=4, default=0)
    need_by_date = models.DateField(null=True)
    justification = models.TextField(default="")
    status = models.TextField(default="draft", choices=[(s, s) for s in REQUISITION.states])
    version = models.PositiveIntegerField(default=1)
    content_hash = models.TextField(default="")
    approved_hash = models.TextField(default="")
    approval_run_gid = models.UUIDField(null=True)
    copied_from = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "procurement_requisition"
        constraints = [
            models.UniqueConstraint(fields=["number"], name="requisition_number_once"),
            models.CheckConstraint(
                condition=Q(status__in=REQUISITION.states), name="requisition_status_known"
            ),
            models.CheckConstraint(
                condition=Q(total_amount__gte=0, total_amount__lt=10**18), name="requisition_total_range"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=("approved", "sourcing", "ordered", "closed"))
                | Q(approved_hash=F("content_hash")),
                name="requisition_approved_as_it_stands",
            ),
        ]
        indexes = [
            models.Index(fields=["status", "-id"], name="requisition_by_status"),
            models.Index(fields=["requester_key", "-id"], name="requisition_by_requester"),
        ]

    def __str__(self) -> str:
        return self.number


class RequisitionLine(models.Model):
    """One thing asked for: an item of the group, or words. `quantity` is in the UN/ECE Rec. 20 `unit`.

    `ordered_quantity` grows by guarded updates alone and never passes `quantity`.
    """

    access = UnitAccess()

    id = models.UUIDField(primary_key=True, default=new_id)
    requisition = models.ForeignKey("procurement.Requisition", on_delete=models.PROTECT, related_name="+")
    line_no = models.PositiveIntegerField()
    item_gid = models.UUIDField(null=True)
    description = models.TextField()
    category_gid = models.UUIDField(null=True)
    quantity = models.DecimalField(max_digits=21, decimal_places=6)
    unit = models.CharField(max_length=3)
    unit_price = models.DecimalField(max_digits=24, decimal_places=6)
    line_amount = models.DecimalField(max_digits=24, decimal_places=4)
    need_by_date = models.DateField(null=True)
    supplier_org_gid = models.UUIDField(null=True)
    source = models.TextField(default="manual", choices=[(s, s) for s in ("manual", "import", "mrp")])
    ordered_quantity = models.DecimalField(max_digits=21, decimal_places=6, default=0)

    class Meta:
        db_table = "procurement_requisition_line"
        constraints = [
            models.UniqueConstraint(fields=["requisition", "line_no"], name="requisition_line_no_once"),
            models.CheckConstraint(
                condition=Q(quantity__gt=0, quantity__lt=10**15), name="requisition_line_quantity_range"
            ),
            models.CheckConstraint(
                condition=Q(unit_price__gte=0, unit_price__lt=10**15), name="requisition_line_price_range"
            ),
            models.CheckConstraint(
                condition=Q(line_amount__gte=0, line_amount__lt=10**18),
                name="requisition_line_amount_range",
            ),
            models.CheckConstraint(
                condition=Q(ordered_quantity__gte=0, ordered_quantity__lte=F("quantity")),
                name="requisition_line_not_over_ordered",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.line_no} {self.description}"

"""Changes of an issued order: the original stays in force until both sides agree."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from commerce.procurement.states import CHANGE, CHANGE_OPEN
from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess

SIDES = [(s, s) for s in ("buyer", "supplier")]


class OrderChange(models.Model):
    """One proposal to change lines of an order.

    `content_hash` is the order's as it would stand; `is_material` says that money or quantity changes, which
    asks for approval again. `shared_at` is when the other side could first see it, `applied_version` the
    version of the order that it made. Amounts are in the order's currency, as the order would stand.
    """

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    number = models.TextField()
    order = models.ForeignKey("procurement.PurchaseOrder", on_delete=models.PROTECT, related_name="+")
    side = models.TextField(choices=SIDES)
    status = models.TextField(default="proposed", choices=[(s, s) for s in CHANGE.states])
    reason = models.TextField(default="")
    base_version = models.PositiveIntegerField()
    is_material = models.BooleanField()
    total_amount = models.DecimalField(max_digits=24, decimal_places=4)
    tax_amount = models.DecimalField(max_digits=24, decimal_places=4)
    content_hash = models.TextField()
    approved_hash = models.TextField(default="")
    approval_run_gid = models.UUIDField(null=True)
    confirmation = models.ForeignKey(
        "procurement.OrderConfirmation", null=True, on_delete=models.PROTECT, related_name="+"
    )
    proposer_key = models.TextField()
    proposer_name = models.TextField(default="")
    decider_name = models.TextField(default="")
    decision_reason = models.TextField(default="")
    expires_at = models.DateTimeField(null=True)
    shared_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    applied_version = models.PositiveIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)
    proposed_at = models.DateTimeField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "procurement_order_change"
        constraints = [
            models.UniqueConstraint(fields=["number"], name="order_change_number_once"),
            models.UniqueConstraint(
                fields=["order"], condition=Q(status__in=CHANGE_OPEN), name="order_change_open_once"
            ),
            models.UniqueConstraint(
                fields=["order", "applied_version"],
                condition=Q(applied_version__isnull=False),
                name="order_change_applied_once",
            ),
            models.CheckConstraint(condition=Q(status__in=CHANGE.states), name="order_change_status_known"),
            models.CheckConstraint(
                condition=Q(
                    applied_version__isnull=True, status__in=[s for s in CHANGE.states if s != "accepted"]
                )
                | Q(applied_version__isnull=False, status="accepted"),
                name="order_change_accepted_is_applied",
            ),
            models.CheckConstraint(
                condition=~Q(status="accepted") | Q(is_material=False) | Q(approved_hash=F("content_hash")),
                name="order_change_approved_as_it_stands",
            ),
        ]
        indexes = [models.Index(fields=["order", "-id"], name="order_change_of_order")]

    def __str__(self) -> str:
        return self.number


class OrderChangeLine(models.Model):
    """One line's part of a change: what it was when proposed, and what it is to be."""

    access = UnitAccess(unit="SI")

    id = models.UUIDField(primary_key=True, default=new_id)
    change = models.ForeignKey("procurement.OrderChange", on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey("procurement.PoLine", on_delete=models.PROTECT, related_name="+")
    old_quantity = models.DecimalField(max_digits=21, decimal_places=6)
    new_quantity = models.DecimalField(max_digits=21, decimal_places=6)
    old_unit_price = models.DecimalField(max_digits=24, decimal_places=6)
    new_unit_price = models.DecimalField(max_digits=24, decimal_places=6)
    old_requested_date = models.DateField(null=True)
    new_requested_date = models.DateField(null=True)

    class Meta:
        db_table = "procurement_order_change_line"
        constraints = [
            models.UniqueConstraint(fields=["change", "line"], name="order_change_line_once"),
            models.CheckConstraint(
                condition=Q(new_quantity__gt=0, new_quantity__lt=10**15), name="order_change_quantity_range"
            ),
            models.CheckConstraint(
                condition=Q(new_unit_price__gte=0, new_unit_price__lt=10**15), name="order_change_price_range"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.change_id} {self.line_id}"

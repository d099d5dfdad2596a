"""What a supplier answers to an order, line by line."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from commerce.procurement.models.change import SIDES
from commerce.procurement.states import ANSWERS, CONFIRMATION, CONFIRMATIONS
from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess


class OrderConfirmation(models.Model):
    """One answer to an order, or to a change of it. Answers to some lines leave the others as they were.

    `response` is what this answer says as a whole; `status` whether the buyer has to decide. `side` is who
    wrote it down: a buyer may key in what came by telephone.
    """

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    number = models.TextField()
    order = models.ForeignKey("procurement.PurchaseOrder", on_delete=models.PROTECT, related_name="+")
    order_version = models.PositiveIntegerField()
    change = models.ForeignKey(
        "procurement.OrderChange", null=True, on_delete=models.PROTECT, related_name="+"
    )
    side = models.TextField(choices=SIDES)
    response = models.TextField(choices=[(c, c) for c in CONFIRMATIONS if c != "none"])
    status = models.TextField(choices=[(s, s) for s in CONFIRMATION.states])
    external_ref = models.TextField(default="")
    note = models.TextField(default="")
    sender_key = models.TextField()
    sender_name = models.TextField(default="")
    decider_name = models.TextField(default="")
    decision_reason = models.TextField(default="")
    sent_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "procurement_order_confirmation"
        constraints = [
            models.UniqueConstraint(fields=["number"], name="order_confirmation_number_once"),
            models.UniqueConstraint(
                fields=["order"], condition=Q(status="pending"), name="order_confirmation_pending_once"
            ),
            models.UniqueConstraint(
                fields=["order", "external_ref"],
                condition=~Q(external_ref=""),
                name="order_confirmation_external_ref_once",
            ),
            models.CheckConstraint(
                condition=Q(status__in=CONFIRMATION.states), name="order_confirmation_status_known"
            ),
        ]
        indexes = [models.Index(fields=["order", "-id"], name="order_confirmation_of_order")]

    def __str__(self) -> str:
        return self.number


class ConfirmationLine(models.Model):
    """The answer on one line. `status_code` is of UNCL 1229; no `unit_price` or `quantity` keeps the order's.

    `quantity` is what the line is to become in all; how much is promised when stands in the schedules.
    """

    access = UnitAccess(unit="SI")

    id = models.UUIDField(primary_key=True, default=new_id)
    confirmation = models.ForeignKey(
        "procurement.OrderConfirmation", on_delete=models.PROTECT, related_name="+"
    )
    line = models.ForeignKey("procurement.PoLine", on_delete=models.PROTECT, related_name="+")
    answer = models.TextField(choices=[(a, a) for a in ANSWERS])
    status_code = models.CharField(max_length=3)
    quantity = models.DecimalField(max_digits=21, decimal_places=6, null=True)
    unit_price = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    deviates = models.BooleanField()
    reason = models.TextField(default="")

    class Meta:
        db_table = "procurement_confirmation_line"
        constraints = [
            models.UniqueConstraint(fields=["confirmation", "line"], name="confirmation_line_once"),
            models.CheckConstraint(condition=Q(answer__in=list(ANSWERS)), name="confirmation_answer_known"),
        ]
        indexes = [models.Index(fields=["line", "-id"], name="confirmation_line_of_line")]

    def __str__(self) -> str:
        return f"{self.line_id} {self.answer}"


class ConfirmationSchedule(models.Model):
    """A part of a line's open quantity with the day it is promised for; none is known for a back order yet."""

    access = UnitAccess(unit="SI")

    id = models.UUIDField(primary_key=True, default=new_id)
    confirmation_line = models.ForeignKey(
        "procurement.ConfirmationLine", on_delete=models.PROTECT, related_name="+"
    )
    schedule_no = models.PositiveIntegerField()
    quantity = models.DecimalField(max_digits=21, decimal_places=6)
    promised_date = models.DateField(null=True)
    is_back_order = models.BooleanField(default=False)

    class Meta:
        db_table = "procurement_confirmation_schedule"
        constraints = [
            models.UniqueConstraint(
                fields=["confirmation_line", "schedule_no"], name="confirmation_schedule_no_once"
            ),
            models.CheckConstraint(
                condition=Q(quantity__gt=0, quantity__lt=10**15), name="confirmation_schedule_quantity_range"
            ),
            models.CheckConstraint(
                condition=Q(promised_date__isnull=False) | Q(is_back_order=True),
                name="confirmation_schedule_dated",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.schedule_no}: {self.quantity}"

"""What a supplier tells of goods on their way."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from commerce.procurement.models.change import SIDES
from commerce.procurement.states import SHIP_NOTICE
from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess


class ShipNotice(models.Model):
    """A delivery on its way (UBL: despatch advice) for one order."""

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    number = models.TextField()
    order = models.ForeignKey("procurement.PurchaseOrder", on_delete=models.PROTECT, related_name="+")
    supplier_org_gid = models.UUIDField()
    side = models.TextField(choices=SIDES)
    status = models.TextField(default="draft", choices=[(s, s) for s in SHIP_NOTICE.states])
    external_ref = models.TextField(default="")
    shipped_date = models.DateField(null=True)
    expected_date = models.DateField(null=True)
    carrier_name = models.TextField(default="")
    tracking_no = models.TextField(default="")
    transport_mode = models.TextField(
        default="", choices=[(m, m) for m in ("", "road", "rail", "sea", "air", "post")]
    )
    gross_weight_kg = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    note = models.TextField(default="")
    sender_key = models.TextField()
    sender_name = models.TextField(default="")
    exception_reason = models.TextField(default="")
    sent_at = models.DateTimeField(null=True)
    arrived_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "procurement_ship_notice"
        constraints = [
            models.UniqueConstraint(fields=["number"], name="ship_notice_number_once"),
            models.UniqueConstraint(
                fields=["supplier_org_gid", "external_ref"],
                condition=~Q(external_ref=""),
                name="ship_notice_external_ref_once",
            ),
            models.CheckConstraint(
                condition=Q(status__in=SHIP_NOTICE.states), name="ship_notice_status_known"
            ),
            models.CheckConstraint(
                condition=Q(gross_weight_kg__isnull=True) | Q(gross_weight_kg__gte=0),
                name="ship_notice_weight_range",
            ),
        ]
        indexes = [
            models.Index(fields=["order", "-id"], name="ship_notice_of_order"),
            models.Index(fields=["supplier_org_gid", "-id"], name="ship_notice_of_supplier"),
            models.Index(fields=["status", "-id"], name="ship_notice_by_status"),
        ]

    def __str__(self) -> str:
        return self.number


class ShipNoticePackage(models.Model):
    """One transport handling unit; `sscc` is a GS1 serial shipping container code of 18 digits, or empty."""

    access = UnitAccess()

    id = models.UUIDField(primary_key=True, default=new_id)
    notice = models.ForeignKey("procurement.ShipNotice", on_delete=models.PROTECT, related_name="+")
    package_no = models.PositiveIntegerField()
    sscc = models.TextField(default="")
    type_code = models.CharField(max_length=3, default="", blank=True)
    gross_weight_kg = models.DecimalField(max_digits=18, decimal_places=6, null=True)

    class Meta:
        db_table = "procurement_ship_notice_package"
        constraints = [
            models.UniqueConstraint(fields=["notice", "package_no"], name="ship_notice_package_no_once"),
            models.CheckConstraint(
                condition=Q(sscc="") | Q(sscc__regex=r"^[0-9]{18}$"), name="ship_notice_package_sscc"
            ),
        ]
        indexes = [models.Index(fields=["sscc"], condition=~Q(sscc=""), name="ship_notice_package_by_sscc")]

    def __str__(self) -> str:
        return self.sscc or str(self.package_no)


class ShipNoticeLine(models.Model):
    """How much of an order line is in the delivery, by package, lot and expiry; `schedule` when it is known."""

    access = UnitAccess()

    id = models.UUIDField(primary_key=True, default=new_id)
    notice = models.ForeignKey("procurement.ShipNotice", on_delete=models.PROTECT, related_name="+")
    line_no = models.PositiveIntegerField()
    line = models.ForeignKey("procurement.PoLine", on_delete=models.PROTECT, related_name="+")
    schedule = models.ForeignKey(
        "procurement.PoSchedule", null=True, on_delete=models.PROTECT, related_name="+"
    )
    package = models.ForeignKey(
        "procurement.ShipNoticePackage", null=True, on_delete=models.PROTECT, related_name="+"
    )
    quantity = models.DecimalField(max_digits=21, decimal_places=6)
    lot_no = models.TextField(default="")
    expiry_date = models.DateField(null=True)

    class Meta:
        db_table = "procurement_ship_notice_line"
        constraints = [
            models.UniqueConstraint(fields=["notice", "line_no"], name="ship_notice_line_no_once"),
            models.CheckConstraint(
                condition=Q(quantity__gt=0, quantity__lt=10**15), name="ship_notice_line_quantity_range"
            ),
        ]
        indexes = [models.Index(fields=["line"], name="ship_notice_line_of_line")]

    def __str__(self) -> str:
        return f"{self.line_no}: {self.quantity}"

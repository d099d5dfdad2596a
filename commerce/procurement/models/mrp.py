"""Material demand from an ERP: where it comes from, how it was delivered, and what became of each of its keys."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from commerce.procurement.import_states import MRP_DELIVERY
from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess

GROUPINGS = ("supplier", "category", "week", "all")
SHAPES = ("", "purchase_requisition", "planned_order")
CHANNELS = ("api", "file", "odata")
DEMAND_STATES = ("open", "withdrawn", "dropped")


class MrpSource(models.Model):
    """One planning run of an ERP that delivers demand. Its requisitions belong to `owner`, a requester of the unit;
    `grouping` says which lines share a requisition.

    With a `shape` it is pulled from `url` (OData) as `user_name`, whose password is sealed; `every_minutes` 0 pulls
    on demand alone.
    """

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.TextField()
    owner_gid = models.UUIDField()
    owner_name = models.TextField(default="")
    grouping = models.TextField(default="supplier", choices=[(s, s) for s in GROUPINGS])
    cost_centre = models.TextField(default="")
    active = models.BooleanField(default=True)
    shape = models.TextField(default="", choices=[(s, s) for s in SHAPES])
    url = models.TextField(default="")
    user_name = models.TextField(default="")
    sealed = models.BinaryField(null=True)
    every_minutes = models.PositiveIntegerField(default=0)
    delivered_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "procurement_mrp_source"
        constraints = [
            models.UniqueConstraint(fields=["name"], name="mrp_source_name_once"),
            models.CheckConstraint(condition=Q(grouping__in=GROUPINGS), name="mrp_source_grouping_known"),
            models.CheckConstraint(condition=Q(shape__in=SHAPES), name="mrp_source_shape_known"),
        ]

    def __str__(self) -> str:
        return self.name


class MrpDelivery(models.Model):
    """One delivery of demand on its way into requisitions.

    Its rows lie in a private file: a table as uploaded, or a JSON list of rows. `complete` means that open demand
    it does not name is cancelled. `counts` holds rows by what became of them; `problems` the first of {row, column,
    value, code, en, zh}; `progress` and `total` count rows of the running step.
    """

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    source = models.ForeignKey("procurement.MrpSource", on_delete=models.PROTECT, related_name="+")
    channel = models.TextField(choices=[(s, s) for s in CHANNELS])
    status = models.TextField(choices=[(s, s) for s in MRP_DELIVERY.states])
    complete = models.BooleanField(default=False)
    file_id = models.UUIDField(null=True)
    file_name = models.TextField(default="")
    sha256 = models.TextField(default="")
    columns = ArrayField(models.TextField(), default=list)
    preview = models.JSONField(default=list)
    mapping = models.JSONField(default=dict)
    date_format = models.TextField(default="%Y-%m-%d")
    decimal_mark = models.TextField(default=".")
    counts = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    progress = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    failure_en = models.TextField(default="")
    failure_zh = models.TextField(default="")
    actor = models.JSONField(default=dict)
    delivered_by_key = models.TextField()
    delivered_by_name = models.TextField(default="")
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())
    applied_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "procurement_mrp_delivery"
        indexes = [models.Index(fields=["-created_at", "-id"], name="mrp_delivery_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=list(MRP_DELIVERY.states)), name="mrp_delivery_status_known"
            ),
            models.CheckConstraint(condition=Q(channel__in=CHANNELS), name="mrp_delivery_channel_known"),
        ]


class MrpDemand(models.Model):
    """One key of a source: what was last delivered for it, and the one requisition line that asks for it.

    `pending` names the delivered fields that the line does not follow because a person has to decide; `exception`
    says why. `group_key` is what its line shares with others in a requisition.
    """

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    source = models.ForeignKey("procurement.MrpSource", on_delete=models.PROTECT, related_name="+")
    mrp_key = models.TextField()
    status = models.TextField(default="open", choices=[(s, s) for s in DEMAND_STATES])
    requisition_line = models.ForeignKey(
        "procurement.RequisitionLine", null=True, on_delete=models.DO_NOTHING, related_name="+"
    )
    item_code = models.TextField(default="")
    description = models.TextField(default="")
    category = models.TextField(default="")
    quantity = models.DecimalField(max_digits=21, decimal_places=6)
    unit = models.TextField(default="")
    need_by_date = models.DateField(null=True)
    unit_price = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    currency = models.TextField(default="")
    supplier = models.TextField(default="")
    cost_centre = models.TextField(default="")
    cancelled = models.BooleanField(default=False)
    digest = models.TextField()
    group_key = models.TextField(default="")
    pending = ArrayField(models.TextField(), default=list)
    exception = models.TextField(default="")
    exception_at = models.DateTimeField(null=True)
    last_delivery_gid = models.UUIDField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    changed_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "procurement_mrp_demand"
        constraints = [
            models.UniqueConstraint(fields=["source", "mrp_key"], name="mrp_demand_key_once"),
            models.UniqueConstraint(fields=["requisition_line"], name="mrp_demand_line_once"),
            models.CheckConstraint(condition=Q(status__in=DEMAND_STATES), name="mrp_demand_status_known"),
            models.CheckConstraint(
                condition=Q(status="open", requisition_line__isnull=False)
                | (~Q(status="open") & Q(requisition_line__isnull=True)),
                name="mrp_demand_open_has_line",
            ),
            models.CheckConstraint(condition=Q(quantity__gte=0), name="mrp_demand_quantity_range"),
        ]
        indexes = [
            models.Index(
                F("exception_at").desc(), "id", name="mrp_demand_exceptions", condition=~Q(exception="")
            ),
            models.Index(fields=["source", "status", "mrp_key"], name="mrp_demand_by_source"),
        ]

    def __str__(self) -> str:
        return self.mrp_key

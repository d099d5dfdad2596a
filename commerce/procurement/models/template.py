"""Templates of requisitions: what is needed again and again."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess


class RequisitionTemplate(models.Model):
    """A named list of lines, of one person or, `shared`, of the whole unit.

    `lines` holds per line item_id, description, category_id, quantity, unit, unit_price and supplier_org_id as
    texts, decimals exactly; what they name is looked at anew each time the template is used.
    """

    access = UnitAccess()

    id = models.UUIDField(primary_key=True, default=new_id)
    name = models.TextField()
    shared = models.BooleanField(default=False)
    owner_key = models.TextField()
    owner_name = models.TextField(default="")
    title = models.TextField(default="")
    cost_centre = models.TextField(default="")
    currency = models.CharField(max_length=3)
    justification = models.TextField(default="")
    lines = models.JSONField(default=list)
    line_count = models.PositiveIntegerField()
    used_count = models.PositiveIntegerField(default=0)
    used_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "procurement_requisition_template"
        constraints = [
            models.UniqueConstraint(fields=["owner_key", "name"], name="requisition_template_name_once")
        ]
        indexes = [models.Index(fields=["name", "id"], name="requisition_template_by_name")]

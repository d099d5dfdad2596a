"""Cost centres of a unit; their owners may be asked to approve."""

from django.db import models
from django.db.models.functions import Lower, Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess


class CostCentre(models.Model):
    """A place in the unit that bears costs, with the person who answers for it."""

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    code = models.TextField()
    name = models.TextField()
    owner_gid = models.UUIDField(null=True)
    owner_name = models.TextField(default="")
    is_active = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "approvals_cost_centre"
        constraints = [models.UniqueConstraint(Lower("code"), name="cost_centre_code_once")]

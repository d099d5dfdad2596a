"""Module switches: what a group or one of its units chose. What is off does not exist there."""

from django.db import models

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class ModuleSwitch(models.Model):
    """One choice: a module on or off for a group, or for one of its units; without one the catalogue decides."""

    access = PublicAccess(
        group="SIUD", unit="S", accounts="SI", platform="SIUD", operator="SIUD", group_column="group_id"
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit = models.ForeignKey("directory.BusinessUnit", null=True, on_delete=models.CASCADE, related_name="+")
    module = models.TextField()
    enabled = models.BooleanField(default=True)
    changed_at = models.DateTimeField(null=True)
    changed_by = models.TextField(default="")

    class Meta:
        db_table = "directory_module_switch"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "unit", "module"], name="module_once", nulls_distinct=False
            )
        ]

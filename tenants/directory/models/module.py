"""Module switches: what a unit has on. What is off does not exist for it."""

from django.db import models

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class ModuleSwitch(models.Model):
    """One module switched on for a group, or for one of its units."""

    access = PublicAccess(group="SIUD", unit="S", accounts="SI", platform="SIUD", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit = models.ForeignKey("directory.BusinessUnit", null=True, on_delete=models.CASCADE, related_name="+")
    module = models.TextField()

    class Meta:
        db_table = "directory_module_switch"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "unit", "module"], name="module_once", nulls_distinct=False
            )
        ]

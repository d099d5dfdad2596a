"""The unit's choices for purchasing."""

from django.db import models
from django.db.models import Q

from tenants.runtime.access import UnitAccess


class ProcurementSetting(models.Model):
    """One row a unit; without it the defaults hold.

    `requisition_covers_order`: an order that stays within the approved amounts of its requisition lines
    needs no second approval. `over_approved_percent`: by how much it may exceed them.
    """

    access = UnitAccess(unit="SIU")

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    requisition_covers_order = models.BooleanField(default=True)
    over_approved_percent = models.DecimalField(max_digits=5, decimal_places=2, default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "procurement_setting"
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="procurement_setting_once"),
            models.CheckConstraint(
                condition=Q(over_approved_percent__gte=0, over_approved_percent__lte=100),
                name="procurement_setting_percent_range",
            ),
        ]

    def __str__(self) -> str:
        return f"over approved by {self.over_approved_percent} %"

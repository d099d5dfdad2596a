"""Spend by unit, month, supplier, category and currency."""

from django.db import models

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess
from tenants.runtime.dbdefaults import CurrentUser


class SpendRollup(models.Model):
    """One sum. `month_date` is the month's first day; no category means lines without one."""

    access = PublicAccess(group="S", unit="SID", group_column="group_id", unit_rows="own_unit")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField()
    unit_role = models.TextField(db_default=CurrentUser(), editable=False)
    month_date = models.DateField()
    supplier_org_id = models.UUIDField()
    category_id = models.UUIDField(null=True)
    currency = models.CharField(max_length=3)
    spend_amount = models.DecimalField(max_digits=28, decimal_places=4)
    line_count = models.PositiveIntegerField()
    refreshed_at = models.DateTimeField()

    class Meta:
        db_table = "analytics_spend_rollup"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "unit_id", "month_date", "supplier_org_id", "category_id", "currency"],
                name="spend_rollup_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=models.Q(month_date__day=1), name="spend_rollup_first_of_month"),
        ]
        indexes = [models.Index(fields=["group_id", "month_date"], name="spend_rollup_of_group")]

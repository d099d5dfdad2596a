"""How long buying takes, by unit, month and category: how many lines waited how many days."""

from django.db import models

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess
from tenants.runtime.dbdefaults import CurrentUser


class CycleRollup(models.Model):
    """So many requisition lines waited so many days from their submission to their first goods.

    Days are kept one by one, so that means, medians and percentiles of any choice of units are exact.
    `month_date` is the first day of the month the first goods came in.
    """

    access = PublicAccess(group="S", unit="SID", group_column="group_id", unit_rows="own_unit")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField()
    unit_role = models.TextField(db_default=CurrentUser(), editable=False)
    month_date = models.DateField()
    category_id = models.UUIDField(null=True)
    day_count = models.IntegerField()
    line_count = models.PositiveIntegerField()
    refreshed_at = models.DateTimeField()

    class Meta:
        db_table = "analytics_cycle_rollup"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "unit_id", "month_date", "category_id", "day_count"],
                name="cycle_rollup_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(condition=models.Q(month_date__day=1), name="cycle_rollup_first_of_month"),
        ]
        indexes = [models.Index(fields=["group_id", "month_date"], name="cycle_rollup_of_group")]

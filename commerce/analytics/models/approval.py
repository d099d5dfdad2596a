"""How long approvals take, by unit, month and type of document."""

from django.db import models

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess
from tenants.runtime.dbdefaults import CurrentUser


class ApprovalRollup(models.Model):
    """So many documents of a type waited so many hundredths of a day from their submission to their approval.

    Hundredths are kept one by one, so that medians and percentiles of any choice of units are those of the
    documents; `microsecond_sum` is how long they took together, so that means are exact. `month_date` is the
    first day of the month they were approved in, by the unit's calendar.
    """

    access = PublicAccess(group="S", unit="SID", group_column="group_id", unit_rows="own_unit")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField()
    unit_role = models.TextField(db_default=CurrentUser(), editable=False)
    month_date = models.DateField()
    document_type = models.TextField()
    hundredth_count = models.IntegerField()
    document_count = models.PositiveIntegerField()
    microsecond_sum = models.DecimalField(max_digits=24, decimal_places=0)
    refreshed_at = models.DateTimeField()

    class Meta:
        db_table = "analytics_approval_rollup"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "unit_id", "month_date", "document_type", "hundredth_count"],
                name="approval_rollup_once",
            ),
            models.CheckConstraint(
                condition=models.Q(month_date__day=1), name="approval_rollup_first_of_month"
            ),
        ]
        indexes = [models.Index(fields=["group_id", "month_date"], name="approval_rollup_of_group")]

"""What each subscription pays a month, kept month by month."""

from django.db import models

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class RevenueMonth(models.Model):
    """A group's recurring revenue in one month (UTC), in minor units of its currency; zero when it has left.

    Of a year's price a twelfth, to four places. Taken every day of the month; the last one stays. A deleted group's
    rows stay under an id that leads nowhere.
    """

    access = PublicAccess(platform="SIU", operator="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    month_date = models.DateField()
    currency = models.CharField(max_length=3)
    plan = models.TextField()
    monthly_minor = models.DecimalField(max_digits=24, decimal_places=4)
    taken_at = models.DateTimeField()

    class Meta:
        db_table = "billing_revenue_month"
        constraints = [
            models.UniqueConstraint(fields=["group_id", "month_date"], name="revenue_once_a_month")
        ]

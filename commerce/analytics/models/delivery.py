"""Deliveries in time by unit, month, supplier and item."""

from django.db import models

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess
from tenants.runtime.dbdefaults import CurrentUser


def _quantity() -> models.DecimalField:
    return models.DecimalField(max_digits=27, decimal_places=6)


class DeliveryRollup(models.Model):
    """What a supplier delivered of one item in one month: in all, with a due day, and by that day.

    `month_date` is the first day of the month the goods came in; no item means free text.
    """

    access = PublicAccess(group="S", unit="SID", group_column="group_id", unit_rows="own_unit")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField()
    unit_role = models.TextField(db_default=CurrentUser(), editable=False)
    month_date = models.DateField()
    supplier_org_id = models.UUIDField()
    item_id = models.UUIDField(null=True)
    quantity = _quantity()
    due_quantity = _quantity()
    in_time_quantity = _quantity()
    accepted_quantity = _quantity()
    line_count = models.PositiveIntegerField()
    refreshed_at = models.DateTimeField()

    class Meta:
        db_table = "analytics_delivery_rollup"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "unit_id", "month_date", "supplier_org_id", "item_id"],
                name="delivery_rollup_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=models.Q(month_date__day=1), name="delivery_rollup_first_of_month"
            ),
        ]
        indexes = [models.Index(fields=["group_id", "month_date"], name="delivery_rollup_of_group")]

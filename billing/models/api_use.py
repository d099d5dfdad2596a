"""Calls of a group's API keys, by month."""

from django.db import models

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class ApiUse(models.Model):
    """How many calls a group's API keys made in a month (UTC), as far as it was written down; it only grows."""

    access = PublicAccess(group="SIU", accounts="S", platform="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    month_date = models.DateField()
    calls = models.PositiveBigIntegerField(default=0)

    class Meta:
        db_table = "billing_api_use"
        constraints = [models.UniqueConstraint(fields=["group_id", "month_date"], name="api_use_once")]

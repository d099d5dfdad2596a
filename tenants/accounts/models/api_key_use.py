"""How much an API key was used, by day."""

from django.db import models

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class ApiKeyUse(models.Model):
    """One key's requests of one day (UTC): all, those answered with errors, and those beyond its rate limit."""

    access = PublicAccess(group="S", unit="S", accounts="SIUD", group_column="group_id", unit_rows="own_unit")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField(null=True)
    unit_role = models.TextField(default="")
    api_key_id = models.UUIDField()
    used_date = models.DateField()
    requests = models.PositiveBigIntegerField(default=0)
    errors = models.PositiveBigIntegerField(default=0)
    limited = models.PositiveBigIntegerField(default=0)

    class Meta:
        db_table = "accounts_api_key_use"
        constraints = [models.UniqueConstraint(fields=["api_key_id", "used_date"], name="api_key_use_once")]
        indexes = [models.Index(fields=["group_id", "used_date"], name="api_key_use_of_group")]

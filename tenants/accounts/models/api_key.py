"""API keys: a client's own identity, scoped, expiring, revocable."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class ApiKey(models.Model):
    """One key of a group, or of one unit when `unit_id` is set. Only a hash of the secret is kept."""

    access = PublicAccess(group="SIU", unit="S", accounts="SU", group_column="group_id", unit_rows="own_unit")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField(null=True)
    unit_role = models.TextField(default="")
    name = models.TextField()
    prefix = models.TextField()
    secret_hash = models.TextField(unique=True)
    permissions = models.JSONField(default=list)
    created_by = models.UUIDField()
    created_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_api_key"
        indexes = [models.Index(fields=["group_id", "-created_at"], name="api_key_of_group")]

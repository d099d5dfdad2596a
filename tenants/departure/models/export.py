"""An export of a whole group."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

STATUSES = ["waiting", "running", "done", "failed", "expired"]


class GroupExport(models.Model):
    """One archive of everything; `file_ids` names its parts in order, which are deleted after a week."""

    access = PublicAccess(group="SIU", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    status = models.TextField(default="waiting", choices=[(s, s) for s in STATUSES])
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    file_ids = models.JSONField(default=list)
    sha256 = models.TextField(default="")
    row_count = models.PositiveBigIntegerField(default=0)
    byte_count = models.PositiveBigIntegerField(default=0)
    error = models.TextField(default="")
    requested_by = models.UUIDField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "departure_group_export"
        indexes = [models.Index(fields=["group_id", "-created_at"], name="group_export_by_group")]

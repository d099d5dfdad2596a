"""Exports of a unit: made when it is closed, on request, or for a backup."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

PURPOSES = ["close", "export"]
STATUSES = ["waiting", "done", "failed"]


class UnitArchive(models.Model):
    """One full export of a unit: a folder of COPY files with a manifest, whose hash is kept here."""

    access = PublicAccess(group="SIU", unit="", platform="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit = models.ForeignKey("directory.BusinessUnit", on_delete=models.PROTECT, related_name="+")
    purpose = models.TextField(choices=[(p, p) for p in PURPOSES])
    status = models.TextField(default="waiting", choices=[(s, s) for s in STATUSES])
    manifest_sha256 = models.TextField(default="")
    table_count = models.PositiveIntegerField(default=0)
    row_count = models.PositiveBigIntegerField(default=0)
    byte_count = models.PositiveBigIntegerField(default=0)
    requested_by = models.UUIDField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "directory_unit_archive"
        indexes = [models.Index(fields=["group_id", "unit", "-created_at"], name="archive_of_unit")]

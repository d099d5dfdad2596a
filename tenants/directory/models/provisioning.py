"""Provisioning jobs: each step is recorded, so a killed job resumes where it stood."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

STATUSES = ["waiting", "running", "failing", "done", "failed"]


class ProvisioningJob(models.Model):
    """The making of one unit. `step` is the last step that was finished; `done` of `total` is its progress.

    `choices` holds what the requester chose for the steps to come, e.g. the first administrator.
    """

    access = PublicAccess(group="SIU", unit="", platform="S", operator="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit = models.ForeignKey("directory.BusinessUnit", on_delete=models.PROTECT, related_name="+")
    status = models.TextField(default="waiting", choices=[(s, s) for s in STATUSES])
    step = models.TextField(default="")
    done = models.PositiveSmallIntegerField(default=0)
    total = models.PositiveSmallIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(default="")
    choices = models.JSONField(default=dict)
    requested_by = models.UUIDField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "directory_provisioning_job"
        constraints = [models.UniqueConstraint(fields=["unit"], name="one_provisioning_job_per_unit")]
        indexes = [
            models.Index(fields=["group_id", "-created_at"], name="provisioning_by_group"),
            models.Index(
                fields=["created_at"],
                name="provisioning_open",
                condition=models.Q(status__in=["waiting", "running", "failing"]),
            ),
        ]

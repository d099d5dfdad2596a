"""Announcements to customers."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

TONES = ["info", "warning"]


class Announcement(models.Model):
    """An announcement as the operator wrote it. No groups named: everybody. The groups read their copies alone."""

    access = PublicAccess(platform="S", operator="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    tone = models.TextField(choices=[(t, t) for t in TONES])
    text_en = models.TextField()
    text_zh = models.TextField()
    group_ids = models.JSONField(default=list)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "operations_announcement"
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="announcement_period")
        ]


class AnnouncementCopy(models.Model):
    """What one group reads of an announcement."""

    access = PublicAccess(group="S", unit="S", platform="SI", operator="SID", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    announcement_id = models.UUIDField()
    tone = models.TextField(choices=[(t, t) for t in TONES])
    text_en = models.TextField()
    text_zh = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        db_table = "operations_announcement_copy"
        constraints = [
            models.UniqueConstraint(fields=["group_id", "announcement_id"], name="announcement_copy_once")
        ]

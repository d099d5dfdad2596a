"""What the public status page tells: incidents and maintenance. Nothing of one group."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

TOLD_TO_ALL = PublicAccess(accounts="S", platform="S", operator="SIU")
IMPACTS = ["minor", "major", "critical"]
STATES = ["investigating", "identified", "monitoring", "resolved"]


class Incident(models.Model):
    """Something that went wrong, in both languages."""

    access = TOLD_TO_ALL

    id = models.UUIDField(primary_key=True, default=new_id)
    title_en = models.TextField()
    title_zh = models.TextField()
    impact = models.TextField(choices=[(i, i) for i in IMPACTS])
    state = models.TextField(default="investigating", choices=[(s, s) for s in STATES])
    started_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "operations_incident"
        indexes = [models.Index(fields=["-started_at"], name="incident_by_start")]


class IncidentUpdate(models.Model):
    """One word on an incident, in both languages. Never changed."""

    access = PublicAccess(accounts="S", platform="S", operator="SI")

    id = models.UUIDField(primary_key=True, default=new_id)
    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="updates")
    state = models.TextField(choices=[(s, s) for s in STATES])
    text_en = models.TextField()
    text_zh = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "operations_incident_update"


class Maintenance(models.Model):
    """A window in which units may be away. It is excluded from what is owed only when announced before it begins."""

    access = TOLD_TO_ALL

    id = models.UUIDField(primary_key=True, default=new_id)
    title_en = models.TextField()
    title_zh = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    announced_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "operations_maintenance"
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="maintenance_period")
        ]

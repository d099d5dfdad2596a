"""A group's consent that the operator's people act as one of its people, and their doing so."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class SupportGrant(models.Model):
    """A consent: as whom, until when, and whether anything may be changed. E-mail and name are copies."""

    access = PublicAccess(group="SIU", accounts="S", operator="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    person_id = models.UUIDField()
    person_name = models.TextField()
    may_write = models.BooleanField(default=False)
    reason = models.TextField()
    granted_by = models.UUIDField(null=True)
    granted_by_name = models.TextField(default="")
    granted_at = models.DateTimeField(db_default=Now())
    ends_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_support_grant"
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("granted_at")), name="support_grant_period")
        ]
        indexes = [models.Index(fields=["group_id", "-granted_at"], name="support_grant_of_group")]


class SupportSession(models.Model):
    """One of the operator's people acting under a consent, from a start with a reason to an end."""

    access = PublicAccess(group="SU", unit="S", accounts="S", operator="SIU", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    grant = models.ForeignKey(SupportGrant, on_delete=models.PROTECT, related_name="+")
    operator_person_id = models.UUIDField()
    operator_name = models.TextField()
    person_id = models.UUIDField()
    person_name = models.TextField()
    may_write = models.BooleanField(default=False)
    reason = models.TextField()
    started_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "accounts_support_session"
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("started_at")), name="support_session_period")
        ]
        indexes = [
            models.Index(fields=["group_id", "ends_at"], name="support_session_of_group"),
            models.Index(fields=["operator_person_id", "-started_at"], name="support_session_of_operator"),
        ]

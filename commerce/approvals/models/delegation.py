"""Delegations: who decides in whose place, and when."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess


class Delegation(models.Model):
    """A person's approvals go to another from `starts_at` until `ends_at` (exclusive).

    An empty `document_types` means all of them. `ended_at` is set when it is ended early.
    """

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    from_gid = models.UUIDField()
    from_name = models.TextField(default="")
    to_gid = models.UUIDField()
    to_name = models.TextField(default="")
    document_types = models.JSONField(default=list)
    reason = models.TextField(default="")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "approvals_delegation"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(from_gid=models.F("to_gid")), name="delegation_to_another"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="delegation_ends_after_start"
            ),
        ]
        indexes = [
            models.Index(
                fields=["ends_at", "starts_at"],
                name="delegation_not_ended",
                condition=models.Q(ended_at__isnull=True),
            ),
            models.Index(fields=["from_gid", "-starts_at"], name="delegation_of_person"),
        ]

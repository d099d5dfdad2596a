"""The audit trail: who changed what, from what to what, when and from where. Append-only."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class AuditEntry(models.Model):
    """One change. `old` and `new` hold the changed fields alone, as text."""

    id = models.UUIDField(primary_key=True, default=new_id)
    at = models.DateTimeField()
    recorded_at = models.DateTimeField(db_default=Now())
    actor_key = models.TextField()
    actor_name = models.TextField(default="")
    action = models.TextField()
    subject_type = models.TextField()
    subject_id = models.UUIDField()
    subject_label = models.TextField(default="")
    old = models.JSONField(default=dict)
    new = models.JSONField(default=dict)
    reason = models.TextField(default="")
    ip_address = models.TextField(default="")
    request_id = models.TextField(default="")

    class Meta:
        abstract = True


class AuditSeal(models.Model):
    """A signed link over a batch of rows: `leaf_hashes` holds 32 bytes for each of `entry_ids`, in their order.

    `trail` names the chain: the owner, and a part made by chance when the chain began.
    """

    id = models.UUIDField(primary_key=True, default=new_id)
    trail = models.TextField()
    number = models.PositiveIntegerField()
    previous_hash = models.TextField()
    root = models.TextField()
    entry_count = models.PositiveIntegerField()
    entry_ids = ArrayField(models.UUIDField())
    leaf_hashes = models.BinaryField()
    sealed_at = models.DateTimeField()
    key_id = models.TextField()
    hash = models.TextField()
    signature = models.TextField()

    class Meta:
        abstract = True


class GroupAuditEntry(AuditEntry):
    """A change to what the group owns together."""

    access = PublicAccess(
        group="SI", unit="I", accounts="I", platform="I", operator="I", group_column="group_id"
    )

    group_id = models.UUIDField()

    class Meta:
        db_table = "runtime_group_audit_entry"
        indexes = [
            models.Index(fields=["group_id", "-at", "-id"], name="group_audit_at"),
            models.Index(fields=["group_id", "subject_id", "-at"], name="group_audit_subject"),
        ]


class GroupAuditSeal(AuditSeal):
    """A seal over rows of a group's trail."""

    access = PublicAccess(group="SI", group_column="group_id")

    group_id = models.UUIDField()

    class Meta:
        db_table = "runtime_group_audit_seal"
        constraints = [
            models.UniqueConstraint(fields=["group_id", "number"], name="group_audit_seal_number"),
        ]

"""Tables of the runtime in every unit's schema."""

from django.db import models

from tenants.runtime.access import APPEND_ONLY, UnitAccess
from tenants.runtime.models.audit import AuditEntry, AuditSeal
from tenants.runtime.models.file import StoredFile
from tenants.runtime.models.idempotency import IdempotencyKey


class UnitAuditEntry(AuditEntry):
    """A change to one of the unit's documents or settings."""

    access = APPEND_ONLY

    class Meta:
        db_table = "runtime_unit_audit_entry"
        indexes = [
            models.Index(fields=["-at", "-id"], name="unit_audit_at"),
            models.Index(fields=["subject_id", "-at"], name="unit_audit_subject"),
        ]


class UnitAuditSeal(AuditSeal):
    """A seal over rows of the unit's trail."""

    access = APPEND_ONLY

    class Meta:
        db_table = "runtime_unit_audit_seal"
        constraints = [models.UniqueConstraint(fields=["number"], name="unit_audit_seal_number")]


class UnitIdempotencyKey(IdempotencyKey):
    """A key used on the unit's API."""

    access = UnitAccess(unit="SIUD")

    class Meta:
        db_table = "runtime_unit_idempotency_key"
        constraints = [
            models.UniqueConstraint(fields=["actor_key", "operation", "key"], name="unit_idempotency_once")
        ]


class NumberSeries(models.Model):
    """The last number given out for one kind of document in one year, e.g. PR-2026-000123."""

    access = UnitAccess(unit="SIU")

    kind = models.TextField()
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "runtime_number_series"
        constraints = [models.UniqueConstraint(fields=["kind", "year"], name="number_series_once")]


class UnitFile(StoredFile):
    """A file of the unit."""

    access = UnitAccess(unit="SID")

    class Meta:
        db_table = "runtime_unit_file"
        indexes = [models.Index(fields=["-created_at"], name="unit_file_by_time")]

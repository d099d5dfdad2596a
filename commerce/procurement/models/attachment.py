"""Files that people attach to documents: requisitions, orders, goods receipts, and pictures of invoices."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess

SUBJECTS = ("requisition", "order", "receipt", "invoice")
SCANS = ("waiting", "clean", "infected")


class Attachment(models.Model):
    """One file at one document. It is handed out once `scan` says clean; an infected or removed one has no file
    any more and stays as a record. `threat` is what the scanner called the malware."""

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    subject_type = models.TextField(choices=[(s, s) for s in SUBJECTS])
    subject_id = models.UUIDField()
    file_gid = models.UUIDField(null=True)
    name = models.TextField()
    content_type = models.TextField()
    byte_size = models.PositiveIntegerField()
    sha256 = models.TextField()
    scan = models.TextField(default="waiting", choices=[(s, s) for s in SCANS])
    threat = models.TextField(default="")
    scanned_at = models.DateTimeField(null=True)
    added_by_key = models.TextField()
    added_by_name = models.TextField(default="")
    created_at = models.DateTimeField(db_default=Now())
    removed_at = models.DateTimeField(null=True)
    removed_by_name = models.TextField(default="")

    class Meta:
        db_table = "procurement_attachment"
        indexes = [models.Index(fields=["subject_id", "id"], name="attachment_by_subject")]
        constraints = [
            models.CheckConstraint(condition=Q(subject_type__in=SUBJECTS), name="attachment_subject_known"),
            models.CheckConstraint(condition=Q(scan__in=SCANS), name="attachment_scan_known"),
            models.CheckConstraint(
                condition=Q(file_gid__isnull=False) | ~Q(scan="clean") | Q(removed_at__isnull=False),
                name="attachment_clean_has_file",
            ),
        ]

    @property
    def clean_file_id(self) -> uuid.UUID | None:
        """The file, once the scanner found it clean; nothing that is handed out is taken from elsewhere."""
        return self.file_gid if self.scan == "clean" else None

"""Printed forms of an order."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess


class OrderDocument(models.Model):
    """One PDF of an order in one language, asked for at a version; `file_gid` is the private file."""

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    order = models.ForeignKey("procurement.PurchaseOrder", on_delete=models.PROTECT, related_name="+")
    order_version = models.PositiveIntegerField()
    locale = models.TextField(choices=[("en", "en"), ("zh", "zh")])
    status = models.TextField(default="requested", choices=[(s, s) for s in ("requested", "ready", "failed")])
    file_gid = models.UUIDField(null=True)
    sha256 = models.TextField(default="")
    byte_size = models.PositiveIntegerField(default=0)
    requested_by_key = models.TextField()
    created_at = models.DateTimeField(db_default=Now())
    ready_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "procurement_order_document"
        constraints = [
            models.UniqueConstraint(fields=["order", "order_version", "locale"], name="order_document_once"),
            models.CheckConstraint(
                condition=~Q(status="ready") | Q(file_gid__isnull=False), name="order_document_ready_has_file"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order_id} v{self.order_version} {self.locale}"

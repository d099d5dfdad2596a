"""Invoices as Stripe wrote them."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class InvoiceRef(models.Model):
    """One invoice at Stripe, in minor units of its currency. `lines` are its positions in Stripe's order."""

    access = PublicAccess(group="SIU", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    invoice_ref = models.TextField()
    number = models.TextField(default="")
    status = models.TextField()
    reason = models.TextField(default="")
    currency = models.CharField(max_length=3)
    subtotal_minor = models.BigIntegerField()
    discount_minor = models.BigIntegerField(default=0)
    tax_minor = models.BigIntegerField(default=0)
    total_minor = models.BigIntegerField()
    due_minor = models.BigIntegerField()
    paid_minor = models.BigIntegerField(default=0)
    lines = models.JSONField(default=list)
    page_url = models.TextField(default="")
    pdf_url = models.TextField(default="", db_default="")
    issued_at = models.DateTimeField()
    next_attempt_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "billing_invoice_ref"
        constraints = [models.UniqueConstraint(fields=["group_id", "invoice_ref"], name="invoice_ref_once")]
        indexes = [models.Index(fields=["group_id", "-issued_at"], name="invoice_ref_by_date")]

"""A group's record of personal data that go to somebody outside the platform."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

BASES = ["consent", "contract", "employment", "legal_duty", "legitimate_interest"]
FIELDS = ["email", "name"]
"""What may go out: the address and the name of whoever did something."""


class Transfer(models.Model):
    """One transfer, in force from `from_date` to `until_date` (both included) unless it is ended before.

    `host` is the recipient's domain: what goes to another address or country is not covered.
    """

    access = PublicAccess(group="SIU", unit="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    recipient = models.TextField()
    host = models.TextField()
    country = models.CharField(max_length=2)
    purpose = models.TextField()
    legal_basis = models.TextField(choices=[(b, b) for b in BASES])
    basis_note = models.TextField()
    assessment = models.TextField()
    assessed_date = models.DateField()
    fields = models.JSONField(default=list)
    from_date = models.DateField()
    until_date = models.DateField()
    approved_at = models.DateTimeField()
    approved_by_id = models.UUIDField(null=True)
    approved_by_name = models.TextField(default="")
    ended_at = models.DateTimeField(null=True)
    ended_by_id = models.UUIDField(null=True)
    ended_by_name = models.TextField(default="")
    end_reason = models.TextField(default="")
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "privacy_transfer"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_date__gte=models.F("from_date")), name="transfer_period_in_order"
            ),
            models.CheckConstraint(condition=models.Q(legal_basis__in=BASES), name="transfer_basis_known"),
        ]
        indexes = [models.Index(fields=["group_id", "host", "country"], name="transfer_by_recipient")]

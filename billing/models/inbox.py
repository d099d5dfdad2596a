"""What Stripe told us, and where its state and ours were found to differ."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class StripeEvent(models.Model):
    """One webhook event, stored as it came before anything is done with it; Stripe's id is taken once.

    The event says only that something changed: the state itself is read from Stripe.
    """

    access = PublicAccess(accounts="SIU", platform="SD")

    id = models.UUIDField(primary_key=True, default=new_id)
    event_ref = models.TextField(unique=True)
    event_type = models.TextField()
    customer_ref = models.TextField(default="")
    body = models.TextField()
    told_at = models.DateTimeField()
    received_at = models.DateTimeField(db_default=Now())
    handled_at = models.DateTimeField(null=True)
    outcome = models.TextField(default="")

    class Meta:
        db_table = "billing_stripe_event"
        indexes = [
            models.Index(
                fields=["customer_ref", "received_at"], condition=Q(handled_at=None), name="stripe_event_open"
            )
        ]


class Finding(models.Model):
    """One difference between Stripe's state and ours that the nightly comparison found."""

    access = PublicAccess(group="SI", platform="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    subject = models.TextField()
    field = models.TextField()
    ours = models.TextField()
    theirs = models.TextField()
    found_at = models.DateTimeField()
    mended = models.BooleanField(default=False)

    class Meta:
        db_table = "billing_finding"
        indexes = [models.Index(fields=["group_id", "-found_at"], name="finding_by_group")]

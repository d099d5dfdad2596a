"""A webhook, and each event on its way to it."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess
from tenants.webhooks.states import DELIVERY, WEBHOOK


class Webhook(models.Model):
    """An address of a group, or of one unit when `unit_id` is set, with the types of events it wants.

    Secrets are ciphertext under the owner's data key; the former one signs beside the new one until `former_until`.
    `failing_since` is when the deliveries in a row that failed began to. `with_people` asks for who did it, which goes
    out only under a transfer on record (`tenants.privacy`).
    """

    access = PublicAccess(
        group="SIUD", unit="SIUD", platform="SU", group_column="group_id", unit_rows="own_unit"
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField(null=True)
    unit_role = models.TextField(default="")
    url = models.TextField()
    title = models.TextField(default="")
    country = models.CharField(max_length=2)
    event_types = models.JSONField(default=list)
    with_people = models.BooleanField(default=False, db_default=False)
    status = models.TextField(default="active", choices=[(s, s) for s in WEBHOOK.states])
    secret_sealed = models.BinaryField()
    former_sealed = models.BinaryField(null=True)
    former_until_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)
    failing_since_at = models.DateTimeField(null=True)
    disabled_at = models.DateTimeField(null=True)
    last_delivered_at = models.DateTimeField(null=True)
    created_by = models.UUIDField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "webhooks_webhook"
        indexes = [models.Index(fields=["group_id", "unit_id"], name="webhook_of_place")]


class WebhookDelivery(models.Model):
    """One event for one webhook: what is told of it, and how telling it went.

    `actor_key` is kept only for a webhook that asks for people.
    """

    access = PublicAccess(
        group="SIUD", unit="SIUD", platform="SIUD", group_column="group_id", unit_rows="own_unit"
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField(null=True)
    unit_role = models.TextField(default="")
    webhook = models.ForeignKey("webhooks.Webhook", on_delete=models.CASCADE, related_name="+")
    event_id = models.UUIDField()
    event_type = models.TextField()
    subject_type = models.TextField()
    subject_id = models.UUIDField()
    subject_version = models.BigIntegerField(null=True)
    payload = models.JSONField(default=dict)
    actor_key = models.TextField(default="", db_default="")
    occurred_at = models.DateTimeField()
    status = models.TextField(choices=[(s, s) for s in DELIVERY.states])
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True)
    answer_status = models.PositiveSmallIntegerField(null=True)
    duration_ms = models.PositiveIntegerField(null=True)
    last_error = models.TextField(default="")
    delivered_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "webhooks_webhook_delivery"
        constraints = [models.UniqueConstraint(fields=["webhook", "event_id"], name="webhook_delivery_once")]
        indexes = [
            models.Index(fields=["group_id", "webhook", "-created_at"], name="webhook_delivery_log"),
            models.Index(
                fields=["next_attempt_at"], name="webhook_delivery_due", condition=models.Q(status="waiting")
            ),
        ]

"""Events written with the change they tell of, and the proof that each reaction ran once."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess
from tenants.runtime.dbdefaults import CurrentTransaction, CurrentUser, NextOutboxPosition


class OutboxEvent(models.Model):
    """One event: its type, the id and version of its subject, never a price or a document body.

    `position` orders events by insertion and `transaction_id` by commit: a reader of the feed stops at the
    oldest transaction still running (R9). `deliveries_expected` is counted by the relay; the event is closed
    when as many inbox keys are committed. `unit_role` is the writer's database role.
    """

    access = PublicAccess(
        group="SI",
        unit="SI",
        platform="SIUD",
        accounts="I",
        operator="I",
        group_column="group_id",
        unit_rows="own_unit",
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    position = models.BigIntegerField(db_default=NextOutboxPosition(), editable=False)
    transaction_id = models.BigIntegerField(db_default=CurrentTransaction(), editable=False)
    group_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    unit_role = models.TextField(db_default=CurrentUser(), editable=False)
    event_type = models.TextField()
    subject_type = models.TextField()
    subject_id = models.UUIDField()
    subject_version = models.BigIntegerField(null=True)
    payload = models.JSONField(default=dict)
    actor_key = models.TextField(default="")
    occurred_at = models.DateTimeField()
    written_at = models.DateTimeField(db_default=Now())
    next_attempt_at = models.DateTimeField(null=True, db_default=Now())
    attempts = models.PositiveSmallIntegerField(default=0)
    deliveries_expected = models.PositiveIntegerField(null=True)
    closed_at = models.DateTimeField(null=True)
    last_error = models.TextField(default="")

    class Meta:
        db_table = "runtime_outbox_event"
        indexes = [
            models.Index(
                fields=["next_attempt_at", "position"],
                name="outbox_event_due",
                condition=models.Q(closed_at__isnull=True),
            ),
            models.Index(
                fields=["subject_id", "position"],
                name="outbox_event_open_of_subject",
                condition=models.Q(closed_at__isnull=True, next_attempt_at__isnull=False),
            ),
            models.Index(fields=["group_id", "position"], name="outbox_event_feed"),
        ]


class OutboxDelivery(models.Model):
    """The inbox key of one reaction to one event, written in the reaction's own transaction."""

    access = PublicAccess(
        group="SI", unit="SI", platform="SID", accounts="SI", group_column="group_id", unit_rows="own_unit"
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    event_id = models.UUIDField()
    handler = models.TextField()
    group_id = models.UUIDField(null=True)
    unit_role = models.TextField(db_default=CurrentUser(), editable=False)
    handled_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "runtime_outbox_delivery"
        constraints = [models.UniqueConstraint(fields=["event_id", "handler"], name="outbox_delivery_once")]

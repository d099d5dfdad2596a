"""Retention: what a group chose, what it holds back, and what each day's clean-up did."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class RetentionPeriod(models.Model):
    """How many days a group keeps what a rule would remove earlier."""

    access = PublicAccess(group="SIU", platform="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    rule = models.TextField()
    days = models.PositiveIntegerField()
    chosen_at = models.DateTimeField()
    chosen_by_id = models.UUIDField(null=True)
    chosen_by_name = models.TextField(default="")
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "privacy_retention_period"
        constraints = [models.UniqueConstraint(fields=["group_id", "rule"], name="one_period_of_a_rule")]


class LegalHold(models.Model):
    """A hold outranks every rule and every erasure until it is ended: for all of a group, one unit, or one person."""

    access = PublicAccess(group="SIU", platform="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    reason = models.TextField()
    reference = models.TextField(default="")
    placed_at = models.DateTimeField()
    placed_by_id = models.UUIDField(null=True)
    placed_by_name = models.TextField(default="")
    ended_at = models.DateTimeField(null=True)
    ended_by_id = models.UUIDField(null=True)
    ended_by_name = models.TextField(default="")
    end_reason = models.TextField(default="")
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "privacy_legal_hold"
        indexes = [models.Index(fields=["group_id", "-placed_at"], name="legal_hold_newest")]


class RetentionRun(models.Model):
    """What one rule did on one day: in one group, or, without a group, everywhere.

    `found` were due, `removed` are gone (or blanked), `held` were kept back by a hold. `finished_at` is empty while
    the day's work goes on.
    """

    access = PublicAccess(group="S", platform="SIUD", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField(null=True)
    rule = models.TextField()
    day_date = models.DateField()
    found = models.PositiveBigIntegerField(default=0)
    removed = models.PositiveBigIntegerField(default=0)
    held = models.PositiveBigIntegerField(default=0)
    took_ms = models.PositiveBigIntegerField(default=0)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "privacy_retention_run"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "rule", "day_date"], name="retention_run_once", nulls_distinct=False
            )
        ]

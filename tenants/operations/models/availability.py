"""Probes of units and what is reckoned from them."""

from django.db import models
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class Probe(models.Model):
    """One look at a unit through its own door: whether it answered right, and after how many milliseconds.

    It stands for the minute it was made in. `minute_at` is that minute's beginning.
    """

    access = PublicAccess(group="S", accounts="S", platform="SID", operator="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField()
    minute_at = models.DateTimeField()
    answered = models.BooleanField()
    milliseconds = models.PositiveIntegerField()
    reason = models.TextField(default="")

    class Meta:
        db_table = "operations_probe"
        constraints = [
            models.UniqueConstraint(fields=["group_id", "unit_id", "minute_at"], name="probe_once_a_minute")
        ]
        indexes = [models.Index(fields=["minute_at"], name="probe_by_minute")]


class AvailabilityMonth(models.Model):
    """A closed month of a unit, reckoned from its raw probes before these were removed. Minutes."""

    access = PublicAccess(group="S", platform="SIU", operator="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField()
    month_date = models.DateField()
    observed = models.PositiveIntegerField()
    failed = models.PositiveIntegerField()
    excluded = models.PositiveIntegerField()
    closed_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "operations_availability_month"
        constraints = [
            models.UniqueConstraint(fields=["group_id", "unit_id", "month_date"], name="availability_once")
        ]


class ServiceDay(models.Model):
    """All probes of one day (UTC) taken together: of nobody in particular, for the public page. Minutes."""

    access = PublicAccess(accounts="S", platform="SIU", operator="S")

    day_date = models.DateField(primary_key=True)
    observed = models.PositiveIntegerField()
    failed = models.PositiveIntegerField()
    excluded = models.PositiveIntegerField()

    class Meta:
        db_table = "operations_service_day"

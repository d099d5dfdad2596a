"""How groups fare, and who looks after them."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

CAUSES = ["use", "errors", "availability", "renewal"]


class GroupMeasure(models.Model):
    """A group's figures as last measured: counts alone, so that the console needs no look at the group's own rows.

    The three parts add up to `score`, 0 to 100.
    """

    access = PublicAccess(platform="SIU", operator="S", group_column="group_id")

    group_id = models.UUIDField(primary_key=True)
    units = models.PositiveIntegerField()
    seats = models.PositiveIntegerField()
    active_people = models.PositiveIntegerField()
    failures = models.PositiveIntegerField()
    last_active_at = models.DateTimeField(null=True)
    use_points = models.PositiveSmallIntegerField()
    error_points = models.PositiveSmallIntegerField()
    availability_points = models.PositiveSmallIntegerField()
    score = models.PositiveSmallIntegerField()
    measured_at = models.DateTimeField()

    class Meta:
        db_table = "operations_group_measure"


class Care(models.Model):
    """Who of the operator's people looks after a group."""

    access = PublicAccess(platform="SI", operator="SIU", group_column="group_id")

    group_id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField()
    person_name = models.TextField()
    assigned_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "operations_care"


class SuccessTask(models.Model):
    """Something to look after. `key` tells the cause; open once for a group and cause. No group: the service's own."""

    access = PublicAccess(platform="SI", operator="SU", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField(null=True)
    cause = models.TextField(choices=[(c, c) for c in CAUSES])
    key = models.TextField()
    score = models.PositiveSmallIntegerField(null=True)
    assigned_to = models.UUIDField(null=True)
    assigned_name = models.TextField(default="")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.TextField(default="")
    note = models.TextField(default="")

    class Meta:
        db_table = "operations_success_task"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "key"],
                condition=Q(closed_at=None),
                name="success_task_once",
                nulls_distinct=False,
            )
        ]


class Milestone(models.Model):
    """Something a group reached for the first time."""

    access = PublicAccess(group="S", platform="SI", operator="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    code = models.TextField()
    reached_at = models.DateTimeField()

    class Meta:
        db_table = "operations_milestone"
        constraints = [models.UniqueConstraint(fields=["group_id", "code"], name="milestone_once")]

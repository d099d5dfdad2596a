"""Who used which module when: cheap counters, a row a person, module and day."""

from django.db import models

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class UsageDay(models.Model):
    """One person's use of one module on one day (UTC): bit n of `hours` is set when it was used in hour n."""

    access = PublicAccess(group="S", platform="SIUD", operator="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField(null=True)
    module = models.TextField()
    person_id = models.UUIDField()
    day_date = models.DateField()
    hours = models.PositiveIntegerField()
    last_used_at = models.DateTimeField()

    class Meta:
        db_table = "operations_usage_day"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "unit_id", "module", "person_id", "day_date"],
                name="usage_day_once",
                nulls_distinct=False,
            )
        ]
        indexes = [models.Index(fields=["day_date"], name="usage_by_day")]


class FailureDay(models.Model):
    """How many requests of a group's people failed by a fault of ours on one day (UTC)."""

    access = PublicAccess(group="S", platform="SIUD", operator="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    day_date = models.DateField()
    failures = models.PositiveIntegerField()

    class Meta:
        db_table = "operations_failure_day"
        constraints = [models.UniqueConstraint(fields=["group_id", "day_date"], name="failure_day_once")]

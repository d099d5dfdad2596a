"""Alarms: what is to happen at an instant, for one document."""

from django.db import models

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess
from tenants.runtime.dbdefaults import CurrentUser


class Alarm(models.Model):
    """One alarm. Removed by the transaction of its reaction."""

    access = PublicAccess(
        group="SIUD",
        unit="SIUD",
        platform="SUD",
        accounts="SIUD",
        group_column="group_id",
        unit_rows="own_unit",
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    kind = models.TextField()
    subject_id = models.UUIDField()
    group_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    unit_role = models.TextField(db_default=CurrentUser(), editable=False)
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    last_error = models.TextField(default="")

    class Meta:
        db_table = "runtime_alarm"
        # The place is part of the key: nobody can stand in the way of another unit's or group's alarm.
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_id", "group_id", "unit_role"],
                name="alarm_once_a_place",
                nulls_distinct=False,
            )
        ]
        indexes = [models.Index(fields=["due_at"], name="alarm_due")]

"""The unit's working hours, by which reminders and escalations are timed."""

from datetime import time

from django.db import models

from tenants.runtime.access import UnitAccess


def monday_to_friday() -> list[int]:
    """Days of the week, Monday being 0."""
    return [0, 1, 2, 3, 4]


class WorkingCalendar(models.Model):
    """When people work, in the unit's time zone: one row, or none while the defaults hold.

    `holidays` are days off whatever the weekday, `extra_days` working days whatever the weekday; both are
    sorted lists of days as ISO 8601 texts.
    """

    access = UnitAccess(unit="SIU")

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    weekdays = models.JSONField(default=monday_to_friday)
    opens = models.TimeField(default=time(9))
    closes = models.TimeField(default=time(18))
    holidays = models.JSONField(default=list)
    extra_days = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "approvals_working_calendar"
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="calendar_once"),
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")), name="calendar_closes_after_opening"
            ),
        ]

"""When people of the unit work."""

from typing import Any

import graphene

from api.guarded import guarded
from api.scalars import Date, TimeOfDay
from commerce.approvals.queries import calendar_in_force


class WorkingCalendar(graphene.ObjectType):
    """The unit's working hours, by which reminders and escalations are timed, in the unit's time zone."""

    weekdays = graphene.List(
        graphene.NonNull(graphene.Int), required=True, description="Working days, 0 (Monday) to 6."
    )
    opens = TimeOfDay(required=True, description="When work begins, e.g. 09:00.")
    closes = TimeOfDay(required=True, description="When work ends, e.g. 18:00.")
    holidays = graphene.List(
        graphene.NonNull(Date), required=True, description="Days off whatever the weekday."
    )
    extra_days = graphene.List(
        graphene.NonNull(Date), required=True, description="Working days whatever the weekday."
    )
    version = graphene.Int(required=True, description="0 while the defaults hold; grows with each change.")


@guarded("approvals.calendar.read")
def _resolve(root: Any, info: Any) -> dict[str, Any]:
    working, version = calendar_in_force()
    return {
        "weekdays": sorted(working.weekdays),
        "opens": working.opens,
        "closes": working.closes,
        "holidays": sorted(working.holidays),
        "extra_days": sorted(working.extra_days),
        "version": version,
    }


def working_calendar() -> graphene.Field:
    """This will make the root field of the calendar."""
    return graphene.Field(
        graphene.NonNull(WorkingCalendar), resolver=_resolve, description="When people of this unit work."
    )

"""The working calendar: who may set it, what is refused, and that alarms go by it."""

from datetime import UTC, date, datetime, time

import pytest

from commerce.approvals.calendar import calendar_in_force, working_hours_later
from commerce.approvals.models import WorkingCalendar
from commerce.approvals.services.calendar_edit import calendar_edit
from commerce.approvals.working_time import WorkingHours, after_working_hours
from tenants.kernel.errors import Conflict, Forbidden, Invalid
from tests.support.world import NOW

EDIT = "approvals.calendar.edit"
FRIDAY_NOON = datetime(2026, 9, 25, 12, 0, tzinfo=UTC)


def edit(unit, *permissions, version=0, **fields):
    values = {"weekdays": [0, 1, 2, 3, 4], "opens": time(8), "closes": time(16), **fields}
    return calendar_edit(actor=unit.actor(*permissions), version=version, at=NOW, **values)


def test_holidays_and_make_up_days_are_kept(world):
    holidays = [date(2026, 10, day) for day in range(1, 8)]
    with world.a1.scope():
        assert edit(world.a1, EDIT, holidays=holidays, extra_days=[date(2026, 9, 27)]).version == 1
        assert working_hours_later(FRIDAY_NOON, 5) == datetime(2026, 9, 27, 9, 0, tzinfo=UTC)
        assert working_hours_later(datetime(2026, 9, 30, 15, tzinfo=UTC), 2) == datetime(
            2026, 10, 8, 9, 0, tzinfo=UTC
        )
        working, version = calendar_in_force()
        assert (version, working.opens, len(working.holidays)) == (1, time(8), 7)
    with world.a2.scope():
        assert calendar_in_force() == (WorkingHours(), 0)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"weekdays": []}, "weekdays"),
        ({"weekdays": [7]}, "weekdays"),
        ({"closes": time(8)}, "closes"),
        ({"holidays": [date(2026, 1, 1)], "extra_days": [date(2026, 1, 1)]}, "extraDays"),
        ({"holidays": [date.fromordinal(738_000 + day) for day in range(401)]}, "holidays"),
    ],
)
def test_a_calendar_that_makes_no_sense_is_refused(world, fields, field):
    with world.a1.scope():
        with pytest.raises(Invalid) as refused:
            edit(world.a1, EDIT, **fields)
        assert refused.value.field == field
        assert WorkingCalendar.objects.count() == 0


def test_an_old_version_and_a_stranger_are_refused(world):
    with world.a1.scope():
        edit(world.a1, EDIT)
        with pytest.raises(Conflict):
            edit(world.a1, EDIT, opens=time(10))
        with pytest.raises(Forbidden):
            edit(world.a1, version=1, opens=time(10))
        assert WorkingCalendar.objects.get().opens == time(8)
        assert edit(world.a1, EDIT, version=1, opens=time(10)).version == 2


def test_a_calendar_without_a_working_day_ahead_counts_every_hour():
    never = WorkingHours(weekdays=frozenset())
    assert after_working_hours(FRIDAY_NOON, 5, "UTC", never) == FRIDAY_NOON.replace(hour=17)

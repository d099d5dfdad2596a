"""Reminders: by the unit's working hours, to those who may decide now, once each time."""

from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace

import pytest

from commerce.approvals.handlers import follow_member
from commerce.approvals.models import FlowRun, StepTask
from commerce.approvals.services.run_end import REMIND
from commerce.approvals.services.run_remind import run_remind
from commerce.approvals.working_time import WorkingHours, after_working_hours
from tenants.kernel.actor import system_actor
from tenants.runtime.models import Alarm, OutboxEvent
from tests.contexts.approvals.support import (
    asked_now,
    decide,
    graph,
    join,
    leave,
    one,
    person,
    published,
    run_of,
    step,
    submit,
    task_of,
)
from tests.support.world import NOW

CLOCK = system_actor(name="clock")
LATER = NOW + timedelta(hours=8)


@pytest.fixture
def unit(world):
    join(world.a1, p1="requester", p2="approver", p3="approver", p4="unit_admin")
    return world.a1


@pytest.mark.parametrize(
    ("begin", "hours", "end"),
    [
        ("2026-03-02T09:00", 8, "2026-03-02T17:00"),
        ("2026-03-02T09:00", 9, "2026-03-02T18:00"),
        ("2026-03-02T09:00", 10, "2026-03-03T10:00"),
        ("2026-03-02T17:30", 1, "2026-03-03T09:30"),
        ("2026-03-06T17:00", 2, "2026-03-09T10:00"),
        ("2026-03-07T12:00", 1, "2026-03-09T10:00"),
        ("2026-03-02T03:00", 1, "2026-03-02T10:00"),
        ("2026-03-02T20:00", 45, "2026-03-09T18:00"),
    ],
)
def test_working_hours(begin, hours, end):
    instant = datetime.fromisoformat(begin).replace(tzinfo=UTC)
    assert after_working_hours(instant, hours, "UTC").isoformat() == f"{end}:00+00:00"


def test_working_hours_are_those_of_the_units_place():
    instant = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    assert after_working_hours(instant, 2, "Asia/Shanghai") == datetime(2026, 3, 3, 2, 0, tzinfo=UTC)
    summer = datetime(2026, 3, 27, 16, 0, tzinfo=UTC)
    assert after_working_hours(summer, 2, "Europe/Berlin") == datetime(2026, 3, 30, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("begin", "hours", "end"),
    [
        ("2026-10-31T20:00", 9, "2026-11-01T06:00"),  # Saturday closes at 23:00, Sunday has an hour twice
        ("2026-11-01T05:30", 1, "2026-11-01T06:30"),  # from the first half past one to the second
        ("2026-11-01T06:30", 1, "2026-11-01T07:30"),
        ("2026-03-08T06:30", 1, "2026-03-08T07:30"),  # half past one, then half past three
        ("2026-03-08T04:00", 23, "2026-03-09T05:00"),
    ],
)
def test_an_hour_is_an_hour_on_days_when_clocks_change(begin, hours, end):
    round_the_clock = WorkingHours(frozenset(range(7)), time(0), time(23))
    instant = datetime.fromisoformat(begin).replace(tzinfo=UTC)
    found = after_working_hours(instant, hours, "America/New_York", round_the_clock)
    assert found.isoformat() == f"{end}:00+00:00"


def test_an_opened_step_sets_its_alarm_and_a_reminder_sets_the_next(unit):
    with unit.scope():
        published(graph(step("s1", remind_after_hours=8)))
        paper = submit(unit)
        run = run_of(paper)
        alarm = Alarm.objects.get(kind=REMIND, subject_id=run.id)
        assert alarm.due_at == LATER
        assert run_remind(actor=CLOCK, run_id=run.id, at=LATER) == 2
        alarm = Alarm.objects.get(kind=REMIND, subject_id=run.id)
        assert alarm.due_at == LATER.replace(day=3, hour=16)
        event = OutboxEvent.objects.get(event_type="approvals.task.reminded")
        assert set(event.payload["tasks"]) == {str(person(2)), str(person(3))}
        assert list(StepTask.objects.values_list("reminders", "reminded_at")) == [(1, LATER)] * 2


def test_tasks_of_who_leaves_pass_on_at_once_and_a_step_without_anybody_is_blocked(unit, world):
    def now():
        return asked_now(paper), FlowRun.objects.get().is_blocked

    def left(number, of=unit):
        leave(unit, number)
        payload = {"person_id": str(person(number)), "unit_id": str(of.id)}
        with unit.scope():
            follow_member(event=SimpleNamespace(payload=payload), at=LATER)
            return now()

    with unit.scope():
        published(graph(step("s1", one(2), fallback=[one(3)], remind_after_hours=40)))
        paper = submit(unit)
    assert left(2, of=world.a2) == ([2], False)  # another unit's event is not ours
    assert left(2) == ([3], False)
    assert left(3) == ([], True)
    join(unit, p3="approver")
    with unit.scope():
        alarm = Alarm.objects.get(kind=REMIND)
        assert alarm.due_at == LATER + timedelta(hours=1)
        run_remind(actor=CLOCK, run_id=alarm.subject_id, at=alarm.due_at)
        assert now() == ([3], False)


def test_nobody_is_reminded_of_an_ended_run(unit):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        decide(unit, paper, 2)
        assert run_remind(actor=CLOCK, run_id=run_of(paper).id, at=LATER) == 0
        assert OutboxEvent.objects.filter(event_type="approvals.task.reminded").count() == 0
        assert Alarm.objects.filter(kind=REMIND).count() == 0


def test_a_reminder_follows_who_came_and_left(unit):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
    leave(unit, 2)
    join(unit, p6="approver")
    with unit.scope():
        assert run_remind(actor=CLOCK, run_id=run_of(paper).id, at=LATER) == 1
        assert (asked_now(paper), task_of(paper, 2).status) == ([3, 6], "skipped")
        assert decide(unit, paper, 6, at=LATER).status == "approved"


def test_a_step_without_approvers_blocks_the_run_until_one_comes(unit):
    with unit.scope():
        published(graph(step("s1", to="s2"), step("s2", one(4))))
        paper = submit(unit)
    leave(unit, 4)
    with unit.scope():
        decide(unit, paper, 2)
        assert (FlowRun.objects.get().is_blocked, asked_now(paper)) == (True, [])
    join(unit, p4="unit_admin")
    with unit.scope():
        run_remind(actor=CLOCK, run_id=run_of(paper).id, at=LATER)
        assert (FlowRun.objects.get().is_blocked, asked_now(paper)) == (False, [4])
        assert decide(unit, paper, 4, at=LATER).status == "approved"

"""Escalation: a step that nobody decides opens to others, once, by the unit's working hours."""

from datetime import UTC, datetime, timedelta

import pytest

from commerce.approvals.models import StepTask
from commerce.approvals.services.run_end import ESCALATE
from commerce.approvals.services.run_escalate import run_escalate
from tenants.kernel.actor import system_actor
from tenants.runtime.models import Alarm, OutboxEvent
from tests.contexts.approvals.support import (
    asked_now,
    decide,
    graph,
    join,
    one,
    published,
    run_of,
    step,
    submit,
)
from tests.support.world import NOW

CLOCK = system_actor(name="clock")
LATER = NOW + timedelta(hours=9)


@pytest.fixture
def unit(world):
    join(world.a1, p1="requester", p2="approver", p3="approver", p4="unit_admin")
    return world.a1


def drawn(**fields):
    first = step("s1", one(2), to="s2", escalate_after_hours=8, escalate_to=[one(4)], **fields)
    return graph(first, step("s2", one(3)))


def test_a_step_escalates_beside_its_assignees(unit):
    with unit.scope():
        published(drawn())
        paper = submit(unit)
        run = run_of(paper)
        assert Alarm.objects.get(kind=ESCALATE, subject_id=run.id).due_at == NOW + timedelta(hours=8)
        assert run_escalate(actor=CLOCK, run_id=run.id, at=LATER) is True
        assert (asked_now(paper), run_of(paper).escalated_at) == ([2, 4], LATER)
        assert OutboxEvent.objects.filter(event_type="approvals.run.escalated").count() == 1
        assert run_escalate(actor=CLOCK, run_id=run.id, at=LATER) is False
        assert StepTask.objects.filter(run=run).count() == 2
        decide(unit, paper, 4, at=LATER)
        assert (asked_now(paper), run_of(paper).escalated_at) == ([3], None)
        assert Alarm.objects.filter(kind=ESCALATE).count() == 0


def test_the_escalated_may_not_decide_before_it_escalates(unit):
    with unit.scope():
        published(drawn())
        paper = submit(unit)
        assert asked_now(paper) == [2]


def test_an_escalation_never_reaches_the_requester(unit):
    with unit.scope():
        published(drawn())
        paper = submit(unit, requester=4)
        run_escalate(actor=CLOCK, run_id=run_of(paper).id, at=LATER)
        assert asked_now(paper) == [2]


def test_an_ended_run_does_not_escalate(unit):
    with unit.scope():
        published(drawn())
        paper = submit(unit)
        decide(unit, paper, 2, "reject")
        assert Alarm.objects.filter(kind=ESCALATE).count() == 0
        assert run_escalate(actor=CLOCK, run_id=run_of(paper).id, at=LATER) is False
        assert asked_now(paper) == []


def test_working_hours_count_from_the_opening_of_the_step(unit):
    with unit.scope():
        published(
            graph(
                step("s1", one(2), to="s2"), step("s2", one(3), escalate_after_hours=10, escalate_to=[one(4)])
            )
        )
        paper = submit(unit)
        assert Alarm.objects.filter(kind=ESCALATE).count() == 0
        decide(unit, paper, 2, at=datetime(2026, 3, 6, 15, 0, tzinfo=UTC))
        alarm = Alarm.objects.get(kind=ESCALATE)
        assert alarm.due_at == datetime(2026, 3, 9, 16, 0, tzinfo=UTC)

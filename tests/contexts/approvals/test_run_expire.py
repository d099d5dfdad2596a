"""Expiry: a run that nobody decides gives its document back."""

from datetime import timedelta

import pytest

from commerce.approvals.services.run_end import EXPIRE
from commerce.approvals.services.run_expire import REASON, run_expire
from tenants.kernel.actor import system_actor
from tenants.runtime.models import Alarm
from tests.contexts.approvals.support import (
    asked_now,
    decide,
    graph,
    join,
    published,
    run_of,
    start,
    step,
    submit,
)
from tests.support.world import NOW

CLOCK = system_actor(name="clock")
LATER = NOW + timedelta(days=30)


@pytest.fixture
def unit(world):
    join(world.a1, p1="requester", p2="approver")
    return world.a1


def test_a_run_expires_and_may_be_submitted_again(unit):
    with unit.scope():
        published({**graph(step("s1")), "expire_after_days": 30})
        paper = submit(unit)
        run = run_of(paper)
        assert Alarm.objects.get(kind=EXPIRE, subject_id=run.id).due_at == LATER
        assert run_expire(actor=CLOCK, run_id=run.id, at=LATER) is True
        assert (run_of(paper).status, paper.status, asked_now(paper)) == ("expired", "returned", [])
        assert [outcome.comment for outcome in paper.outcomes] == [REASON]
        assert Alarm.objects.count() == 0
        assert run_expire(actor=CLOCK, run_id=run.id, at=LATER) is False
        start(unit, paper)
        assert asked_now(paper) == [2]


def test_a_decided_run_does_not_expire(unit):
    with unit.scope():
        published({**graph(step("s1")), "expire_after_days": 30})
        paper = submit(unit)
        decide(unit, paper, 2)
        assert Alarm.objects.filter(kind=EXPIRE).count() == 0
        assert run_expire(actor=CLOCK, run_id=run_of(paper).id, at=LATER) is False
        assert (run_of(paper).status, paper.status) == ("approved", "approved")


def test_without_a_term_a_run_waits(unit):
    with unit.scope():
        published(graph(step("s1")))
        submit(unit)
        assert Alarm.objects.filter(kind=EXPIRE).count() == 0

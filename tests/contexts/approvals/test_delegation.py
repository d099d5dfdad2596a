"""Delegation: resolved when a step opens, follows and leaves people, never reaches the requester."""

from datetime import timedelta

import pytest

from commerce.approvals.handlers import turn_delegation
from commerce.approvals.models import DecisionRecord, Delegation, StepTask
from commerce.approvals.services.delegation_create import (
    TURN,
    DelegateCannotDecide,
    DelegationOverlaps,
    delegation_create,
)
from commerce.approvals.services.delegation_end import delegation_end
from commerce.approvals.services.task_decide import NoLongerApprover, TaskClosed
from tenants.kernel.errors import Forbidden, IllegalTransition, Invalid, NotFound
from tenants.runtime.models import Alarm
from tests.contexts.approvals.support import (
    PAPER,
    asked_now,
    decide,
    graph,
    join,
    leave,
    one,
    person,
    published,
    role,
    step,
    submit,
    task_of,
)
from tests.support.world import NOW

DELEGATE = "approvals.delegation.edit"
DAY = timedelta(days=1)


@pytest.fixture
def unit(world):
    join(world.a1, p1="approver", p2="approver", p3="finance", p4="finance", p5="requester")
    return world.a1


def delegate(unit, who, to, *, starts=NOW - DAY, ends=NOW + DAY, at=NOW, **fields):
    return delegation_create(
        actor=unit.actor(DELEGATE, person=who),
        to_id=person(to),
        starts_at=starts,
        ends_at=ends,
        at=at,
        **fields,
    )


def test_the_delegate_decides_in_the_others_name(unit):
    with unit.scope():
        published(graph(step("s1", one(2))))
        delegate(unit, 2, 3)
        paper = submit(unit)
        assert asked_now(paper) == [3]
        task = task_of(paper, 3)
        assert (task.on_behalf_of_gid, task.on_behalf_of_name) == (person(2), "Person 2")
        decide(unit, paper, 3)
        record = DecisionRecord.objects.get()
        assert (record.actor_gid, record.on_behalf_of_gid, record.chain) == (
            person(3), person(2), [str(person(2)), str(person(3))],
        )  # fmt: skip


def test_a_chain_is_followed_to_its_end(unit):
    with unit.scope():
        published(graph(step("s1", one(2))))
        delegate(unit, 2, 3)
        delegate(unit, 3, 4)
        assert asked_now(submit(unit)) == [4]


def test_no_chain_reaches_the_requester_and_nobody_decides_in_the_requesters_name(unit):
    with unit.scope():
        published(graph(step("s1", one(2), one(1))))
        delegate(unit, 2, 3)
        delegate(unit, 3, 1)
        assert asked_now(submit(unit, requester=1)) == [3]
        delegate(unit, 1, 4)
        assert asked_now(submit(unit, requester=1)) == [3]
        assert asked_now(submit(unit, requester=5)) == [4]


def test_people_who_delegate_to_each_other_keep_their_tasks(unit):
    with unit.scope():
        published(graph(step("s1", one(2))))
        delegate(unit, 2, 3)
        delegate(unit, 3, 2)
        assert asked_now(submit(unit)) == [3]


def test_a_delegation_counts_only_in_its_period_and_for_its_documents(unit):
    with unit.scope():
        published(graph(step("s1", one(2))))
        delegate(unit, 2, 3, starts=NOW + timedelta(seconds=1))
        assert asked_now(submit(unit)) == [2]
        Delegation.objects.update(starts_at=NOW - DAY, ends_at=NOW)
        assert asked_now(submit(unit)) == [2]
        Delegation.objects.update(starts_at=NOW, ends_at=NOW + DAY)
        assert asked_now(submit(unit)) == [3]
        Delegation.objects.update(document_types=["other.type"])
        assert asked_now(submit(unit)) == [2]
        Delegation.objects.update(document_types=[PAPER, "other.type"])
        assert asked_now(submit(unit)) == [3]


def test_an_open_task_does_not_pass_to_the_requester(unit):
    with unit.scope():
        published(graph(step("s1", one(2), role("finance"))))
        paper = submit(unit)
        assert asked_now(paper) == [2, 3, 4]
        delegation = delegate(unit, 2, 1)
        assert (asked_now(paper), task_of(paper, 2).status) == ([2, 3, 4], "active")
        delegation_end(actor=unit.actor(DELEGATE, person=2), delegation_id=delegation, at=NOW)
        assert asked_now(paper) == [2, 3, 4]


def test_the_task_of_one_who_delegated_is_marked_and_closed_to_them(unit):
    with unit.scope():
        published(graph(step("s1", one(2))))
        paper = submit(unit, requester=5)
        delegation = delegate(unit, 2, 3)
        assert (asked_now(paper), task_of(paper, 2).status) == ([3], "delegated")
        with pytest.raises(TaskClosed):
            decide(unit, paper, 2)
        delegation_end(actor=unit.actor(DELEGATE, person=2), delegation_id=delegation, at=NOW)
        assert (asked_now(paper), task_of(paper, 3).status) == ([2], "skipped")
        with pytest.raises(TaskClosed):
            decide(unit, paper, 3)
        assert decide(unit, paper, 2).status == "approved"


def test_a_delegates_old_task_is_refused_once_the_period_is_over(unit):
    with unit.scope():
        published(graph(step("s1", one(2))))
        delegate(unit, 2, 3)
        paper = submit(unit)
        with pytest.raises(NoLongerApprover):
            decide(unit, paper, 3, at=NOW + DAY)
        assert DecisionRecord.objects.count() == 0


def test_a_delegate_who_left_is_passed_over(unit):
    with unit.scope():
        published(graph(step("s1", one(2))))
        delegate(unit, 2, 3)
    leave(unit, 3)
    with unit.scope():
        assert asked_now(submit(unit)) == [2]


def test_refusals_leave_no_delegation(unit, world):
    join(world.a2, p9="approver")
    with unit.scope():
        with pytest.raises(NotFound):
            delegate(unit, 2, 9)
        with pytest.raises(DelegateCannotDecide):
            delegate(unit, 2, 5)
        for bad in (
            {"to": 2},
            {"to": 3, "starts": NOW + DAY, "ends": NOW + DAY},
            {"to": 3, "starts": NOW - 2 * DAY, "ends": NOW - DAY},
            {"to": 3, "ends": NOW + 400 * DAY},
            {"to": 3, "document_types": ["no.such"]},
            {"to": 3, "reason": "x" * 501},
        ):
            with pytest.raises(Invalid):
                delegate(unit, 2, **bad)
        with pytest.raises(Forbidden):
            delegation_create(
                actor=unit.actor(person=2), to_id=person(3), starts_at=NOW, ends_at=NOW + DAY, at=NOW
            )
        assert Delegation.objects.count() == 0


def test_a_period_is_delegated_once(unit):
    with unit.scope():
        first = delegate(unit, 2, 3, document_types=[PAPER])
        with pytest.raises(DelegationOverlaps):
            delegate(unit, 2, 4)
        with pytest.raises(DelegationOverlaps):
            delegate(unit, 2, 4, document_types=[PAPER])
        delegate(unit, 2, 4, starts=NOW + DAY, ends=NOW + 2 * DAY)
        with pytest.raises(NotFound):
            delegation_end(actor=unit.actor(DELEGATE, person=3), delegation_id=first, at=NOW)
        delegation_end(actor=unit.actor(DELEGATE, person=2), delegation_id=first, at=NOW)
        with pytest.raises(IllegalTransition):
            delegation_end(actor=unit.actor(DELEGATE, person=2), delegation_id=first, at=NOW)
        delegate(unit, 2, 4)
        assert StepTask.objects.count() == 0


def test_open_tasks_pass_over_when_the_period_begins_and_come_back_when_it_ends(unit):
    with unit.scope():
        published(graph(step("s1", one(2))))
        delegation = delegate(unit, 2, 3, starts=NOW + DAY, ends=NOW + 2 * DAY)
        paper = submit(unit, requester=5)
        assert (asked_now(paper), due(delegation)) == ([2], NOW + DAY)
        turn_delegation(subject_id=delegation, at=NOW + DAY)
        assert (asked_now(paper), due(delegation)) == ([3], NOW + 2 * DAY)
        turn_delegation(subject_id=delegation, at=NOW + 2 * DAY)
        assert asked_now(paper) == [2]
        assert decide(unit, paper, 2, at=NOW + 2 * DAY).status == "approved"


def test_a_delegation_that_was_ended_early_does_not_turn(unit):
    with unit.scope():
        published(graph(step("s1", one(2))))
        delegation = delegate(unit, 2, 3, starts=NOW + DAY, ends=NOW + 2 * DAY)
        delegation_end(actor=unit.actor(DELEGATE, person=2), delegation_id=delegation, at=NOW)
        paper = submit(unit, requester=5)
        turn_delegation(subject_id=delegation, at=NOW + DAY)
        assert asked_now(paper) == [2]


def due(delegation):
    return Alarm.objects.get(kind=TURN, subject_id=delegation).due_at


def test_a_manager_delegates_for_somebody_who_is_absent(unit):
    with unit.scope():
        published(graph(step("s1", one(2))))
        paper = submit(unit)
        with pytest.raises(Forbidden):
            delegate(unit, 4, 3, from_id=person(2))
        assert (Delegation.objects.count(), asked_now(paper)) == (0, [2])
        manager = unit.actor(DELEGATE, "approvals.delegation.manage", person=4)
        delegation_id = delegation_create(
            actor=manager, from_id=person(2), to_id=person(3), starts_at=NOW, ends_at=NOW + DAY, at=NOW
        )
        assert asked_now(paper) == [3]
        assert task_of(paper, 3).on_behalf_of_gid == person(2)
        delegation_end(actor=manager, delegation_id=delegation_id, at=NOW)
        assert asked_now(paper) == [2]

"""Deciding tasks: who may, what it does to run and document, what is refused."""

from dataclasses import replace

import pytest

from commerce.approvals.models import DecisionRecord, FlowRun, StepTask
from commerce.approvals.services.run_start import (
    FactsUnusable,
    NoApprover,
    NoPublishedFlow,
    RunAlreadyPending,
)
from commerce.approvals.services.task_decide import (
    CommentRequired,
    ContentChanged,
    NoLongerApprover,
    RunEnded,
    SelfApproval,
    TaskClosed,
    task_decide,
)
from tenants.kernel.errors import Forbidden, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime.models import OutboxEvent
from tenants.runtime.unit.models import UnitAuditEntry
from tests.contexts.approvals.support import (
    DECIDE,
    amount,
    asked_now,
    decide,
    graph,
    join,
    leave,
    person,
    published,
    role,
    run_of,
    start,
    step,
    submit,
    task_of,
)
from tests.support.world import NOW, fixed_id


@pytest.fixture
def unit(world):
    join(world.a1, p1="requester", p2="approver", p3="approver", p4="finance")
    return world.a1


def test_one_step_approves_the_document(unit):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        assert (asked_now(paper), paper.status) == ([2, 3], "in_approval")
        after = decide(unit, paper, 2, comment=" fine ")
        assert (after.status, paper.status, asked_now(paper)) == ("approved", "approved", [])
        record = DecisionRecord.objects.get()
        assert (record.actor_gid, record.decision, record.comment, record.content_hash) == (
            person(2), "approve", "fine", "hash-1",
        )  # fmt: skip
        assert run_of(paper).approved_hash == "hash-1"
        assert task_of(paper, 2).status == "done"
        assert task_of(paper, 3).status == "skipped"
        assert list(OutboxEvent.objects.order_by("position").values_list("event_type", flat=True)) == [
            "approvals.run.started",
            "approvals.task.opened",
            "approvals.task.decided",
            "approvals.run.approved",
        ]
        assert list(
            UnitAuditEntry.objects.order_by("recorded_at", "id").values_list("action", flat=True)
        ) == [
            "approvals.run.start",
            "approvals.task.decide",
            "approvals.run.approve",
        ]


def test_steps_open_one_after_the_other_and_those_that_do_not_apply_are_passed_over(unit):
    with unit.scope():
        published(
            graph(
                step("s1", to="s2"),
                step("s2", role("finance"), to="s3", when=[amount("gt", "50000")]),
                step("s3", role("finance"), when=[amount("gt", "100000")]),
            )
        )
        paper = submit(unit, value="60000")
        assert [s["id"] for s in run_of(paper).plan] == ["s1", "s2"]
        decide(unit, paper, 3)
        assert (asked_now(paper), paper.status) == ([4], "in_approval")
        assert decide(unit, paper, 4).status == "approved"
        small = submit(unit, value="50000")
        assert decide(unit, small, 2).status == "approved"


def test_an_automatic_end_approves_at_once(unit):
    with unit.scope():
        published(graph(step("s1", when=[amount("gte", "1000")]), automatic=True))
        paper = submit(unit, value="999.9999")
        assert (paper.status, StepTask.objects.count()) == ("approved", 0)
        assert submit(unit, value="1000").status == "in_approval"


@pytest.mark.parametrize(("decision", "status"), [("reject", "rejected"), ("return", "returned")])
def test_one_refusal_ends_the_run(unit, decision, status):
    with unit.scope():
        published(graph(step("s1", mode="quorum", quorum=2)))
        paper = submit(unit)
        decide(unit, paper, 2)
        assert decide(unit, paper, 3, decision).status == status
        assert (paper.status, paper.outcomes[-1].comment) == (status, "because")
        assert run_of(paper).approved_hash == ""


def test_all_of_needs_every_entry_and_quorum_that_many_people(unit):
    with unit.scope():
        published(graph(step("s1", role("approver"), role("finance"), mode="all_of")))
        paper = submit(unit)
        assert decide(unit, paper, 2).status == "pending"
        assert asked_now(paper) == [3, 4]
        assert decide(unit, paper, 3).status == "pending"
        assert decide(unit, paper, 4).status == "approved"
        published(graph(step("s1", mode="quorum", quorum=2)), document_type="other")
        assert FlowRun.objects.count() == 1


def test_what_is_not_yours_is_not_found(unit):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        task = task_of(paper, 2)
        for actor in (unit.actor(DECIDE, person=4), unit.actor(DECIDE, person=1)):
            with pytest.raises(NotFound):
                task_decide(actor=actor, task_id=task.id, decision="approve", at=NOW)
        with pytest.raises(Forbidden):
            task_decide(actor=unit.actor(person=2), task_id=task.id, decision="approve", at=NOW)
        assert DecisionRecord.objects.count() == 0


def test_a_removed_approvers_old_task_is_refused(unit):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
    leave(unit, 2)
    with unit.scope():
        with pytest.raises(NoLongerApprover):
            decide(unit, paper, 2)
        assert (run_of(paper).status, DecisionRecord.objects.count()) == ("pending", 0)
        assert decide(unit, paper, 3).status == "approved"


def test_a_decision_counts_once_and_a_closed_step_takes_no_more(unit):
    with unit.scope():
        published(graph(step("s1", to="s2"), step("s2")))
        paper = submit(unit)
        first = task_of(paper, 2)
        late = task_of(paper, 3)
        decide(unit, paper, 2)
        for number, task in ((2, first), (3, late)):
            with pytest.raises(TaskClosed):
                task_decide(
                    actor=unit.actor(DECIDE, person=number), task_id=task.id, decision="approve", at=NOW
                )
        decide(unit, paper, 2)
        with pytest.raises(RunEnded):
            decide(unit, paper, 3)
        assert DecisionRecord.objects.count() == 2


def test_a_decision_is_on_the_submitted_content_alone(unit):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        with pytest.raises(ContentChanged):
            decide(unit, paper, 2, content_hash="hash-0")
        paper.content_hash = "hash-2"
        with pytest.raises(ContentChanged):
            decide(unit, paper, 2)
        assert DecisionRecord.objects.count() == 0


def test_a_refusal_needs_a_comment(unit):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        with pytest.raises(CommentRequired):
            decide(unit, paper, 2, "reject", comment="  ")
        assert paper.status == "in_approval"


def test_a_document_needs_a_flow_an_approver_and_no_other_run(unit, world):
    with unit.scope():
        with pytest.raises(NoPublishedFlow):
            submit(unit)
        published(graph(step("s1", role("finance"))))
        paper = submit(unit)
        with pytest.raises(RunAlreadyPending):
            start(unit, paper)
        with pytest.raises(NoApprover):
            submit(unit, requester=4)
        assert FlowRun.objects.count() == 1


def test_an_api_key_never_decides(unit):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        machine = replace(unit.actor(DECIDE, person=2), kind="api_key", api_key_id=fixed_id(3))
        with pytest.raises(Forbidden):
            task_decide(actor=machine, task_id=task_of(paper, 2).id, decision="approve", at=NOW)
        assert DecisionRecord.objects.count() == 0


def test_a_forged_task_does_not_let_the_requester_decide(unit):
    """A30: the second lines hold when a task was written past the service."""
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit, requester=2)
        task = task_of(paper, 3)
        for number in (2, 4):
            task.pk, task.assignee_gid, task._state.adding = new_id(), person(number), True
            task.save(force_insert=True)
        with pytest.raises(SelfApproval):
            decide(unit, paper, 2)
        with pytest.raises(NoLongerApprover):
            decide(unit, paper, 4)
        assert (run_of(paper).status, DecisionRecord.objects.count()) == ("pending", 0)


def test_a_later_step_cannot_be_decided_first(unit):
    """A30: skip steps."""
    with unit.scope():
        published(graph(step("s1", to="s2"), step("s2", role("finance"))))
        paper = submit(unit)
        early = StepTask(
            run=run_of(paper), step_id="s2", step_index=1, assignee_gid=person(4), seats=[0], opened_at=NOW
        )
        early.save(force_insert=True)
        with pytest.raises(TaskClosed):
            decide(unit, paper, 4)
        assert (run_of(paper).step_index, DecisionRecord.objects.count()) == (0, 0)


@pytest.mark.parametrize("decision", ["approved", "", "APPROVE", "withdraw"])
def test_only_three_decisions_exist(unit, decision):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        with pytest.raises(Invalid):
            decide(unit, paper, 2, decision)
        with pytest.raises(Invalid):
            decide(unit, paper, 2, "reject", comment="x" * 2001)
        assert paper.status == "in_approval"


def test_unusable_facts_are_refused_with_their_name(unit):
    with unit.scope():
        published(graph(step("s1")))
        for facts, place in (
            ({"weather": "rain"}, "facts.weather"),
            ({"amount": "1e99"}, "facts.amount"),
            ({"amount": "-1"}, "facts.amount"),
            ({"cost_centre": ["A", "B"]}, "facts.cost_centre"),
            ({"category": 5}, "facts.category"),
        ):
            with pytest.raises(FactsUnusable, match=place):
                submit(unit, **facts)
        assert FlowRun.objects.count() == 0

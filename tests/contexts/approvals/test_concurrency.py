"""Two at once: exactly one decision wins, the other is refused, document and run stay equal."""

import threading

import pytest
from django.db import connections

from commerce.approvals.models import DecisionRecord, FlowDefinition, FlowRun
from commerce.approvals.services.flow_create import flow_create
from commerce.approvals.services.flow_publish import flow_publish
from commerce.approvals.services.run_withdraw import run_withdraw
from commerce.approvals.services.tasks_decide import tasks_decide
from tenants.kernel.errors import Conflict, DomainError
from tests.contexts.approvals.support import (
    DECIDE,
    PAPER,
    decide,
    graph,
    join,
    published,
    run_of,
    step,
    submit,
    task_of,
)
from tests.support.world import NOW

PUBLISH = ("approvals.flow.edit", "approvals.flow.publish")


@pytest.fixture
def unit(live_world):
    join(live_world.a1, p1="requester", p2="approver", p3="approver", p5="unit_admin")
    with live_world.a1.scope():
        published(graph(step("s1")))
    return live_world.a1


def at_once(unit, *actions):
    """This will run each action in its own thread and unit of work, and give results or refusals."""
    gate = threading.Barrier(len(actions))
    results = [None] * len(actions)

    def run(index, action):
        try:
            gate.wait()
            with unit.scope():
                results[index] = action()
        except DomainError as refusal:
            results[index] = refusal
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=item) for item in enumerate(actions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def submitted(unit):
    with unit.scope():
        return submit(unit)


def test_of_approve_and_reject_at_once_one_wins(unit):
    for _ in range(10):
        paper = submitted(unit)
        results = at_once(
            unit, lambda p=paper: decide(unit, p, 2, "approve"), lambda p=paper: decide(unit, p, 3, "reject")
        )
        refused = [r for r in results if isinstance(r, DomainError)]
        done = [r for r in results if not isinstance(r, DomainError)]
        assert (len(refused), len(done)) == (1, 1)
        assert refused[0].code == "APPROVAL_ENDED"
        with unit.scope():
            run = run_of(paper)
            assert run.status == done[0].status == paper.status
            assert DecisionRecord.objects.filter(run=run).count() == 1
            assert len(paper.outcomes) == 1


def test_one_person_clicking_twice_decides_once(unit):
    paper = submitted(unit)
    results = at_once(unit, *[lambda: decide(unit, paper, 2)] * 4)
    assert sum(not isinstance(r, DomainError) for r in results) == 1
    with unit.scope():
        assert DecisionRecord.objects.count() == 1


def test_of_decision_and_withdrawal_at_once_one_wins(unit):
    withdraw = unit.actor("approvals.run.withdraw", person=1)
    for _ in range(10):
        paper = submitted(unit)
        with unit.scope():
            run_id = run_of(paper).id
        results = at_once(
            unit,
            lambda p=paper: decide(unit, p, 2),
            lambda r=run_id: run_withdraw(actor=withdraw, run_id=r, at=NOW),
        )
        assert sum(isinstance(r, DomainError) for r in results) == 1
        with unit.scope():
            assert (run_of(paper).status, paper.status) in {("approved", "approved"), ("withdrawn", "draft")}
            assert len(paper.outcomes) == 1


def test_bulk_decisions_of_two_people_in_opposite_order_do_not_block_each_other(unit):
    papers = [submitted(unit) for _ in range(6)]
    with unit.scope():
        mine = [task_of(p, 2).id for p in papers]
        theirs = [task_of(p, 3).id for p in reversed(papers)]

    def all_of(number, task_ids):
        actor = unit.actor(DECIDE, person=number)
        return tasks_decide(actor=actor, task_ids=task_ids, decision="approve", at=NOW).decisions

    results = at_once(unit, lambda: all_of(2, mine), lambda: all_of(3, theirs))
    statuses = [d.status for result in results for d in result]
    assert statuses.count("approved") == 6
    with unit.scope():
        assert set(FlowRun.objects.values_list("status", flat=True)) == {"approved"}
        assert DecisionRecord.objects.count() == 6


def test_of_two_publications_at_once_one_flow_is_in_force(unit):
    admin = unit.actor(*PUBLISH, person=5)
    with unit.scope():
        drafts = [
            flow_create(actor=admin, document_type=PAPER, name=f"F{i}", graph=graph(step("s1")), at=NOW)
            for i in range(3)
        ]
    results = at_once(
        unit, *[lambda f=flow: flow_publish(actor=admin, flow_id=f, version=1, at=NOW) for flow in drafts]
    )
    assert not any(isinstance(r, Conflict) for r in results)
    with unit.scope():
        assert FlowDefinition.objects.filter(status="published").count() == 1
        assert FlowDefinition.objects.filter(status="retired").count() == 3

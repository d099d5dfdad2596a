"""Invariant 4 over random histories, and the view that shows breaches of it."""

import random
from datetime import timedelta

import pytest
from django.db import connection

from commerce.approvals.models import DecisionRecord, FlowRun
from commerce.approvals.services.delegation_create import delegation_create
from commerce.approvals.services.run_invalidate import run_invalidate
from commerce.approvals.services.run_start import NoApprover
from commerce.approvals.services.run_withdraw import run_withdraw
from commerce.approvals.services.task_decide import RunEnded
from tenants.kernel.errors import DomainError, IllegalTransition, NotFound
from tests.contexts.approvals.support import (
    DECIDE,
    PAPER,
    asked_now,
    decide,
    graph,
    join,
    one,
    person,
    published,
    role,
    run_of,
    start,
    step,
    submit,
)
from tests.support.world import NOW

DELEGATE, WITHDRAW = "approvals.delegation.edit", "approvals.run.withdraw"
DAY = timedelta(days=1)


@pytest.fixture
def unit(world):
    join(world.a1, p1="unit_admin", p2="approver", p3="approver", p4="finance", p5="unit_admin", p6="finance")
    return world.a1


def breaches(unit):
    with connection.cursor() as cursor:
        cursor.execute("SELECT breach FROM inv_approvals_decisions ORDER BY 1")
        return [row[0] for row in cursor.fetchall()]


def test_random_histories_never_break_the_invariant(unit):
    chance = random.Random(4)
    with unit.scope():
        published(
            graph(
                step("s1", role("approver"), role("finance"), mode="all_of", to="s2"),
                step("s2", role("unit_admin"), one(2), fallback=[role("finance")]),
            )
        )
        for _ in range(8):
            _act(lambda: delegation_create(
                actor=unit.actor(DELEGATE, person=chance.randint(1, 6)), to_id=person(chance.randint(1, 6)),
                starts_at=NOW - DAY, ends_at=NOW + DAY, at=NOW,
            ))  # fmt: skip
        for _ in range(40):
            requester = chance.randint(1, 6)
            try:
                paper = submit(unit, requester=requester)
            except NoApprover:
                continue
            assert requester not in asked_now(paper)
            while run_of(paper).status == "pending" and asked_now(paper):
                who, what = (
                    chance.choice(asked_now(paper)),
                    chance.choice(["approve"] * 5 + ["reject", "return"]),
                )
                _act(lambda p=paper, w=who, d=what: decide(unit, p, w, d))
        assert DecisionRecord.objects.count() > 40
        assert {"approved", "rejected", "returned"} <= set(FlowRun.objects.values_list("status", flat=True))
        assert breaches(unit) == []


def _act(action):
    try:
        action()
    except DomainError:
        return


def test_the_view_shows_every_kind_of_breach(unit):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        decide(unit, paper, 2)
        run = run_of(paper)
        assert breaches(unit) == []
        forged = dict(run=run, step_id="s1", decision="approve", decided_at=NOW, content_hash="hash-1")
        DecisionRecord.objects.create(step_index=0, actor_gid=person(1), **forged)
        DecisionRecord.objects.create(step_index=0, actor_gid=person(6), chain=[str(person(1))], **forged)
        forged["content_hash"] = "hash-9"
        DecisionRecord.objects.create(step_index=0, actor_gid=person(5), **forged)
        FlowRun.objects.filter(id=run.id).update(plan=run.plan * 2)
        assert breaches(unit) == [
            "decision_on_other_content",
            "requester_decided",
            "requester_decided",
            "step_without_approval",
        ]


def test_decisions_can_be_neither_changed_nor_deleted(unit):
    from django.db.utils import ProgrammingError

    for attempt in (
        "UPDATE approvals_decision_record SET comment = 'x'",
        "DELETE FROM approvals_decision_record",
    ):
        with pytest.raises(ProgrammingError, match="permission denied"):
            with unit.scope(), connection.cursor() as cursor:
                cursor.execute(attempt)


def test_a_material_change_ends_the_approval_and_the_same_content_keeps_it(unit):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        decide(unit, paper, 2)
        change = dict(actor=unit.actor(DECIDE), document_type=PAPER, document_id=paper.id, at=NOW)
        assert run_invalidate(content_hash="hash-1", **change) is False
        assert run_of(paper).status == "approved"
        assert run_invalidate(content_hash="hash-2", **change) is True
        run = run_of(paper)
        assert (run.status, run.approved_hash, run.content_hash) == ("invalidated", "hash-1", "hash-1")
        paper.content_hash = "hash-2"
        start(unit, paper)
        assert asked_now(paper) == [2, 3]
        assert decide(unit, paper, 3).status == "approved"
        assert run_of(paper).approved_hash == "hash-2"
        assert breaches(unit) == []


def test_submitting_an_approved_document_again_ends_the_first_approval(unit):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        decide(unit, paper, 2)
        start(unit, paper)
        assert sorted(FlowRun.objects.values_list("status", flat=True)) == ["invalidated", "pending"]


def test_only_the_requester_withdraws_and_only_while_pending(unit):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        run = run_of(paper)
        for actor in (unit.actor(WITHDRAW, person=2), unit.actor(WITHDRAW, person=3)):
            with pytest.raises(NotFound):
                run_withdraw(actor=actor, run_id=run.id, at=NOW)
        run_withdraw(actor=unit.actor(WITHDRAW, person=1), run_id=run.id, comment="wrong item", at=NOW)
        assert (run_of(paper).status, paper.status, asked_now(paper)) == ("withdrawn", "draft", [])
        with pytest.raises(RunEnded):
            run_withdraw(actor=unit.actor(WITHDRAW, person=1), run_id=run.id, at=NOW)
        with pytest.raises(RunEnded):
            decide(unit, paper, 2)


def test_an_ended_run_cannot_be_ended_again(unit):
    from commerce.approvals.services.run_end import run_end

    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        decide(unit, paper, 2, "reject")
        with pytest.raises(IllegalTransition):
            run_end(run_of(paper), status="approved", actor=unit.actor(), at=NOW)

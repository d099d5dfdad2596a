"""Mails: those who are asked and the requester get one, in their language, with a link; nobody else."""

import pytest

from commerce.approvals import handlers
from commerce.approvals.services.run_remind import run_remind
from tenants.accounts.models import OutgoingMail, Person
from tenants.runtime.events import Event
from tenants.runtime.models import OutboxEvent
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.contexts.approvals.support import (
    decide,
    graph,
    join,
    leave,
    person,
    published,
    run_of,
    step,
    submit,
)
from tests.support.world import NOW


@pytest.fixture
def unit(world):
    join(world.a1, p1="requester", p2="approver", p3="approver")
    with unit_of_work(ACCOUNTS):
        Person.objects.bulk_create(
            [
                Person(id=person(n), email=f"p{n}@example.com", locale=locale)
                for n, locale in ((1, "en"), (2, "zh-CN"), (3, "en"))
            ]
        )
    return world.a1


def event(event_type):
    row = OutboxEvent.objects.filter(event_type=event_type).latest("position")
    return Event(
        id=row.id,
        event_type=row.event_type,
        subject_type=row.subject_type,
        subject_id=row.subject_id,
        subject_version=row.subject_version,
        payload=row.payload,
        actor_key=row.actor_key,
        occurred_at=row.occurred_at,
        group_id=row.group_id,
        unit_id=row.unit_id,
    )


def mails():
    with unit_of_work(ACCOUNTS):
        found = {m.recipient: m for m in OutgoingMail.objects.all()}
        OutgoingMail.objects.all().delete()
    return found


def test_those_who_are_asked_get_a_mail_in_their_language(unit):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit, value="60000")
        handlers.mail_opened_tasks(event=event("approvals.task.opened"), at=NOW)
        run_id = run_of(paper).id
    sent = mails()
    assert set(sent) == {"p2@example.com", "p3@example.com"}
    assert sent["p2@example.com"].subject == "待审批：Person 1 的 PA-1，60,000.00 CNY"
    assert sent["p3@example.com"].subject == "To approve: PA-1 of Person 1, 60,000.00 CNY"
    assert f"/u/a1/approvals/ApprovalRun_{run_id}" in sent["p3@example.com"].text_body
    assert "步骤 s1" in sent["p2@example.com"].text_body


def test_who_left_or_whose_task_is_closed_gets_none(unit):
    with unit.scope():
        published(graph(step("s1")))
        submit(unit)
    leave(unit, 2)
    with unit.scope():
        handlers.mail_opened_tasks(event=event("approvals.task.opened"), at=NOW)
    assert set(mails()) == {"p3@example.com"}
    with unit.scope():
        paper = submit(unit)
        opened = event("approvals.task.opened")
        decide(unit, paper, 3)
        handlers.mail_opened_tasks(event=opened, at=NOW)
    assert mails() == {}


def test_a_reminder_is_mailed(unit):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        later = NOW.replace(hour=17)
        assert run_remind(actor=handlers.CLOCK, run_id=run_of(paper).id, at=later) == 2
        handlers.mail_reminders(event=event("approvals.task.reminded"), at=later)
    sent = mails()
    assert sent["p3@example.com"].subject.startswith("Still waiting for you: PA-1")
    assert "2026-03-02 09:00" in sent["p3@example.com"].text_body


@pytest.mark.parametrize(
    ("decision", "subject", "react"),
    [
        ("approve", "Approved: PA-1", handlers.mail_approval),
        ("reject", "Rejected: PA-1", handlers.mail_rejection),
        ("return", "Returned to you: PA-1", handlers.mail_return),
    ],
)
def test_the_requester_is_told_the_end(unit, decision, subject, react):
    with unit.scope():
        published(graph(step("s1")))
        paper = submit(unit)
        status = decide(unit, paper, 2, decision).status
        react(event=event(f"approvals.run.{status}"), at=NOW)
    sent = mails()
    assert {address: m.subject for address, m in sent.items()} == {"p1@example.com": subject}
    if decision != "approve":
        assert "because" in sent["p1@example.com"].text_body
        assert "Person 2" in sent["p1@example.com"].text_body

"""Reactions of approvals: to time, to people who come and go, and mails about its own events."""

import uuid
from datetime import datetime

from commerce.approvals.people import unit_in_scope
from commerce.approvals.services.delegation_create import TURN, refresh_runs_asking
from commerce.approvals.services.delegation_turn import delegation_turn
from commerce.approvals.services.mail_people import mail_assignees, mail_requester
from commerce.approvals.services.run_end import ESCALATE, EXPIRE, REMIND
from commerce.approvals.services.run_escalate import run_escalate
from commerce.approvals.services.run_expire import run_expire
from commerce.approvals.services.run_remind import run_remind
from tenants.kernel.actor import system_actor
from tenants.runtime.clock import on_alarm
from tenants.runtime.events import Event, on_event

CLOCK = system_actor(name="clock")
POST = system_actor(name="post")


@on_alarm(REMIND)
def remind_run(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will remind those who have not decided the run."""
    run_remind(actor=CLOCK, run_id=subject_id, at=at)


@on_alarm(ESCALATE)
def escalate_run(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will open a step that nobody decides to those it escalates to."""
    run_escalate(actor=CLOCK, run_id=subject_id, at=at)


@on_alarm(EXPIRE)
def expire_run(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will end a run that nobody decides in time."""
    run_expire(actor=CLOCK, run_id=subject_id, at=at)


@on_alarm(TURN)
def turn_delegation(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will hand open tasks over, or back, at a delegation's start and end."""
    delegation_turn(actor=CLOCK, delegation_id=subject_id, at=at)


@on_event("accounts.member.removed", every_unit=True)
@on_event("accounts.member.role_changed", every_unit=True)
def follow_member(*, event: Event, at: datetime) -> None:
    """This will pass open tasks of somebody who left, or has another role, to those who may decide them now."""
    if event.payload["unit_id"] == str(unit_in_scope()):
        refresh_runs_asking([uuid.UUID(str(event.payload["person_id"]))], actor=CLOCK, at=at)


@on_event("approvals.task.opened")
def mail_opened_tasks(*, event: Event, at: datetime) -> None:
    """This will mail those who are asked."""
    mail_assignees(
        actor=POST,
        name="approvals/task_opened",
        run_id=event.subject_id,
        task_ids=_task_ids(event),
        at=at,
    )


@on_event("approvals.task.reminded")
def mail_reminders(*, event: Event, at: datetime) -> None:
    """This will mail those who were reminded."""
    mail_assignees(
        actor=POST,
        name="approvals/task_reminded",
        run_id=event.subject_id,
        task_ids=_task_ids(event),
        at=at,
    )


@on_event("approvals.run.approved")
def mail_approval(*, event: Event, at: datetime) -> None:
    """This will tell the requester that the document was approved."""
    mail_requester(actor=POST, name="approvals/run_approved", run_id=event.subject_id, at=at)


@on_event("approvals.run.rejected")
def mail_rejection(*, event: Event, at: datetime) -> None:
    """This will tell the requester who rejected the document, and why."""
    mail_requester(actor=POST, name="approvals/run_rejected", run_id=event.subject_id, at=at)


@on_event("approvals.run.expired")
def mail_expiry(*, event: Event, at: datetime) -> None:
    """This will tell the requester that nobody decided in time."""
    mail_requester(actor=POST, name="approvals/run_expired", run_id=event.subject_id, at=at)


@on_event("approvals.run.returned")
def mail_return(*, event: Event, at: datetime) -> None:
    """This will tell the requester who returned the document, and why."""
    mail_requester(actor=POST, name="approvals/run_returned", run_id=event.subject_id, at=at)


def _task_ids(event: Event) -> list[uuid.UUID]:
    tasks = event.payload["tasks"]
    assert isinstance(tasks, dict)
    return [uuid.UUID(task_id) for task_id in tasks.values()]

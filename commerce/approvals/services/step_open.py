"""Opens the next step of a run: resolves who is asked now, delegations included."""

import uuid
from datetime import datetime

from commerce.approvals.calendar import working_hours_later
from commerce.approvals.flow.assignment import Candidate, candidates_of, is_manned
from commerce.approvals.flow.graph import Step, parse_step
from commerce.approvals.models import FlowRun, StepTask
from commerce.approvals.people import KnownPeople, people_for_steps
from commerce.approvals.services.run_end import ESCALATE, REMIND, run_end
from tenants.kernel.actor import Actor
from tenants.runtime import outbox
from tenants.runtime.clock import clear_alarm, set_alarm


def current_step(run: FlowRun) -> Step:
    """This will give the step of a pending run that is open now."""
    return parse_step(run.plan[run.step_index], "plan")


def cost_centre_of(run: FlowRun) -> str | None:
    """This will give the cost centre of a run's document, if it has one."""
    codes = run.facts.get("cost_centre") or [None]
    return codes[0]


def people_now(run: FlowRun, *, at: datetime) -> KnownPeople:
    """This will look up the people who may be asked by the open step."""
    return people_for_steps(
        [current_step(run)], document_type=run.document_type, cost_centre=cost_centre_of(run), at=at
    )


def candidates_now(run: FlowRun, known: KnownPeople) -> dict[uuid.UUID, Candidate]:
    """This will give everybody who may decide the open step, by person."""
    return candidates_of(
        current_step(run),
        people=known.people,
        requester_id=run.requester_gid,
        cost_centre=cost_centre_of(run),
        escalated=run.escalated_at is not None,
    )


def step_open(*, run: FlowRun, known: KnownPeople | None, actor: Actor, at: datetime) -> None:
    """This will open the step at `step_index` with a task for each candidate, or approve the run after the last.

    A step that cannot be finished by the present candidates leaves the run blocked, with a task for those
    there are, until the clock finds more. `known` people are looked up when not given. The caller holds the
    run's row lock.
    """
    if run.step_index >= len(run.plan):
        run_end(run, status="approved", actor=actor, at=at)
        return
    known = known or people_now(run, at=at)
    candidates = candidates_now(run, known)
    tasks_open(run, list(candidates.values()), known=known, actor=actor, at=at)
    blocked = not is_manned(current_step(run), candidates)
    if blocked != run.is_blocked:
        run.is_blocked = blocked
        FlowRun.objects.filter(id=run.id).update(is_blocked=blocked)
    set_reminder(run, at=at)
    set_escalation(run, at=at)


def set_escalation(run: FlowRun, *, at: datetime) -> None:
    """This will set the alarm at which the open step escalates, or take that of the step before back."""
    hours = current_step(run).escalate_after_hours
    if hours is not None:
        set_alarm(kind=ESCALATE, subject_id=run.id, due_at=working_hours_later(at, hours))
    elif run.step_index > 0:
        clear_alarm(kind=ESCALATE, subject_id=run.id)


def set_reminder(run: FlowRun, *, at: datetime) -> None:
    """This will set the alarm that reminds the open step's assignees, by the unit's working hours.

    A blocked run is looked at every working hour, for somebody who may decide it.
    """
    hours = 1 if run.is_blocked else current_step(run).remind_after_hours
    set_alarm(kind=REMIND, subject_id=run.id, due_at=working_hours_later(at, hours))


def tasks_open(
    run: FlowRun, candidates: list[Candidate], *, known: KnownPeople, actor: Actor, at: datetime
) -> None:
    """This will give each candidate a task in the open step and publish one `approvals.task.opened` for all."""
    step = current_step(run)
    tasks = [
        StepTask(
            run=run,
            step_id=step.id,
            step_index=run.step_index,
            assignee_gid=candidate.person_id,
            assignee_name=known.name_of(candidate.person_id),
            on_behalf_of_gid=candidate.on_behalf_of,
            on_behalf_of_name=known.name_of(candidate.on_behalf_of),
            chain=[str(person) for person in candidate.chain],
            seats=list(candidate.seats),
            opened_at=at,
        )
        for candidate in candidates
    ]
    if not tasks:
        return
    StepTask.objects.bulk_create(tasks)
    outbox.publish(
        event_type="approvals.task.opened",
        subject_type="approvals.run",
        subject_id=run.id,
        version=run.version,
        payload={
            "document_type": run.document_type,
            "document_id": str(run.document_id),
            "step_index": run.step_index,
            "tasks": {str(task.assignee_gid): str(task.id) for task in tasks},
        },
        actor=actor,
        at=at,
    )

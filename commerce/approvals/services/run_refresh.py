"""Brings the open tasks of a run in line with the people and delegations of the moment."""

import uuid
from datetime import datetime

from commerce.approvals.flow.assignment import Candidate, is_complete
from commerce.approvals.models import DecisionRecord, FlowRun, StepTask
from commerce.approvals.people import KnownPeople
from commerce.approvals.services.step_open import candidates_now, current_step, people_now, tasks_open
from commerce.approvals.states import TASK
from tenants.kernel.actor import Actor


def run_refresh(run: FlowRun, *, actor: Actor, at: datetime) -> None:
    """This will close tasks whose assignees may not decide now and open one for each who newly may.

    A task that passed to a delegate ends as `delegated`. Whoever signed the step already is not asked
    again. The caller holds the run's row lock; a run that is not pending is left alone.
    """
    if run.status != "pending":
        return
    known = people_now(run, at=at)
    candidates = candidates_now(run, known)
    active = {t.assignee_gid: t for t in StepTask.objects.filter(run=run, status="active")}
    signed = dict(
        DecisionRecord.objects.filter(run=run, step_index=run.step_index).values_list("actor_gid", "seats")
    )
    _close_gone(active, candidates, at=at)
    _follow_changed_chains(active, candidates, known)
    new = [c for person, c in candidates.items() if person not in active and person not in signed]
    tasks_open(run, new, known=known, actor=actor, at=at)
    could_sign = [tuple(seats) for seats in signed.values()]
    could_sign += [c.seats for person, c in candidates.items() if person not in signed]
    _mark_blocked(run, not is_complete(current_step(run), could_sign))


def _close_gone(
    active: dict[uuid.UUID, StepTask], candidates: dict[uuid.UUID, Candidate], *, at: datetime
) -> None:
    handed_over = {person for c in candidates.values() for person in c.chain[:-1]}
    for person, task in active.items():
        if person in candidates:
            continue
        status = "delegated" if person in handed_over else "skipped"
        TASK.check(task.status, status)
        StepTask.objects.filter(id=task.id).update(  # reviewed: the change of who may decide is on record
            status=status, ended_at=at
        )


def _follow_changed_chains(
    active: dict[uuid.UUID, StepTask], candidates: dict[uuid.UUID, Candidate], known: KnownPeople
) -> None:
    for person, task in active.items():
        candidate = candidates.get(person)
        chain = [str(link) for link in candidate.chain] if candidate else task.chain
        if candidate is None or (chain == task.chain and list(candidate.seats) == task.seats):
            continue
        StepTask.objects.filter(id=task.id).update(
            chain=chain,
            seats=list(candidate.seats),
            on_behalf_of_gid=candidate.on_behalf_of,
            on_behalf_of_name=known.name_of(candidate.on_behalf_of),
        )


def _mark_blocked(run: FlowRun, blocked: bool) -> None:
    if blocked != run.is_blocked:
        run.is_blocked = blocked
        FlowRun.objects.filter(id=run.id).update(is_blocked=blocked)

"""Decides several tasks at once."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from commerce.approvals.models import StepTask
from commerce.approvals.people import DECIDE
from commerce.approvals.services.task_decide import task_decide
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid
from tenants.runtime.guard import require
from tenants.runtime.scope import current_scope, unit_of_work

MOST = 100


@dataclass(frozen=True, slots=True)
class BulkDecision:
    """What became of one task: the run's new state, or the refusal."""

    task_id: uuid.UUID
    status: str | None
    refusal: DomainError | None


@dataclass(frozen=True, slots=True)
class BulkDecisions:
    """What became of all tasks, in the order in which they were given."""

    decisions: tuple[BulkDecision, ...]


def tasks_decide(
    *,
    actor: Actor,
    task_ids: Sequence[uuid.UUID],
    decision: str,
    comment: str = "",
    at: datetime,
) -> BulkDecisions:
    """This will decide each task as `task_decide` does; a refused one leaves the others standing.

    Runs are locked in the order of their ids. Raises Forbidden, and Invalid for more than 100 tasks.
    """
    require(actor, DECIDE)
    if not 1 <= len(task_ids) <= MOST:
        raise Invalid(
            field="taskIds",
            reason_en=f"Choose 1 to {MOST} tasks.",
            reason_zh=f"请选择 1 至 {MOST} 个任务。",
        )
    runs = dict(StepTask.objects.filter(id__in=list(task_ids)).values_list("id", "run_id"))
    last = uuid.UUID(int=2**128 - 1)
    done = {
        task_id: _decide_one(actor=actor, task_id=task_id, decision=decision, comment=comment, at=at)
        for task_id in sorted(set(task_ids), key=lambda task_id: (runs.get(task_id, last), task_id))
    }
    return BulkDecisions(tuple(done[task_id] for task_id in dict.fromkeys(task_ids)))


def _decide_one(
    *, actor: Actor, task_id: uuid.UUID, decision: str, comment: str, at: datetime
) -> BulkDecision:
    try:
        with unit_of_work(current_scope()):
            decided = task_decide(actor=actor, task_id=task_id, decision=decision, comment=comment, at=at)
    except DomainError as refusal:
        return BulkDecision(task_id, None, refusal)
    return BulkDecision(task_id, decided.status, None)

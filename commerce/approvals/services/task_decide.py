"""Decides a task: approve, reject or return for changes."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from commerce.approvals.flow.assignment import Candidate, is_complete
from commerce.approvals.models import DecisionRecord, FlowRun, StepTask
from commerce.approvals.models.decision import DECISIONS
from commerce.approvals.people import DECIDE, KnownPeople
from commerce.approvals.ports import DocumentType, Outcome, document_type_or_none
from commerce.approvals.services.run_end import run_end
from commerce.approvals.services.step_open import candidates_now, current_step, people_now, step_open
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Forbidden, Invalid, NotFound
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows

MAX_COMMENT = 2000


class RunEnded(DomainError):
    """The run came to an end before this decision."""

    code = "APPROVAL_ENDED"
    en = "This approval has already ended: {status}."
    zh = "该审批已结束：{status}。"


class TaskClosed(DomainError):
    """The step was decided, or the task passed to somebody else."""

    code = "APPROVAL_TASK_CLOSED"
    en = "This task is no longer open: somebody else has decided the step or taken it over."
    zh = "该任务已关闭：该步骤已由他人处理或接手。"


class SelfApproval(DomainError):
    """Nobody decides on their own document."""

    code = "APPROVAL_SELF"
    en = "You cannot decide on your own document. Somebody else has to."
    zh = "不能审批自己提交的单据，须由其他审批人处理。"


class NoLongerApprover(DomainError):
    """The actor was asked, but may not decide this step any more."""

    code = "APPROVAL_NO_LONGER_APPROVER"
    en = "You are no longer an approver of this step: your role or the delegation has ended."
    zh = "您已不再是该步骤的审批人：角色或委托已失效。"


class ContentChanged(DomainError):
    """The document is not the one that was submitted or shown."""

    code = "APPROVAL_CONTENT_CHANGED"
    en = "The document has changed since it was submitted. Reload it."
    zh = "单据在提交后已变更，请刷新。"


class CommentRequired(DomainError):
    """A rejection or return needs a reason."""

    code = "APPROVAL_COMMENT_REQUIRED"
    en = "Say why in a comment."
    zh = "请填写原因。"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was decided, and why."""

    decision: str
    comment: str


@dataclass(frozen=True, slots=True)
class Decided:
    """The run after the decision."""

    run_id: uuid.UUID
    status: str
    step_index: int
    version: int


def task_decide(
    *,
    actor: Actor,
    task_id: uuid.UUID,
    decision: str,
    comment: str = "",
    content_hash: str | None = None,
    at: datetime,
) -> Decided:
    """This will record the actor's decision on a task and move the run and its document on.

    `content_hash`, when given, is that of the content the actor was shown. Of two decisions at once the
    first to lock wins. Raises Forbidden, NotFound, RunEnded, TaskClosed, SelfApproval, NoLongerApprover,
    ContentChanged and CommentRequired.
    """
    require(actor, DECIDE)
    if actor.kind != "person" or actor.person_id is None:
        raise Forbidden(permission=DECIDE)
    ruling = _ruling(decision, comment)
    kind, document_id, run_id = _document_of(task_id, actor.person_id)
    present_hash = kind.lock_content(document_id)
    (run,) = lock_rows(FlowRun.objects.filter(id=run_id))
    task = StepTask.objects.get(id=task_id)
    _check_open(run, task)
    if run.requester_gid == actor.person_id:
        raise SelfApproval
    if present_hash != run.content_hash or content_hash not in (None, run.content_hash):
        raise ContentChanged
    known = people_now(run, at=at)
    candidate = candidates_now(run, known).get(actor.person_id)
    if candidate is None:
        raise NoLongerApprover
    _record(run, task, candidate, known, ruling, actor=actor, at=at)
    _tell(run, task, candidate, ruling, actor=actor, at=at)
    _move_on(run, kind, ruling, actor=actor, at=at)
    return Decided(run.id, run.status, run.step_index, run.version)


def _ruling(decision: str, comment: str) -> Ruling:
    if decision not in DECISIONS:
        raise Invalid(
            field="decision",
            reason_en="Decide approve, reject or return.",
            reason_zh="请选择批准、拒绝或退回。",
        )
    if decision != "approve" and not comment.strip():
        raise CommentRequired(field="comment")
    if len(comment) > MAX_COMMENT:
        raise Invalid(
            field="comment",
            reason_en=f"The comment is longer than {MAX_COMMENT} characters.",
            reason_zh=f"意见超过 {MAX_COMMENT} 个字符。",
        )
    return Ruling(decision, comment.strip())


def _document_of(task_id: uuid.UUID, person_id: uuid.UUID) -> tuple[DocumentType, uuid.UUID, uuid.UUID]:
    """The type and id of the document of the person's task, and its run."""
    found = StepTask.objects.filter(id=task_id, assignee_gid=person_id).values_list(
        "run__document_type", "run__document_id", "run_id"
    )
    code, document_id, run_id = found.first() or ("", task_id, task_id)
    kind = document_type_or_none(code)
    if kind is None:
        raise NotFound(field="taskId")
    return kind, document_id, run_id


def _check_open(run: FlowRun, task: StepTask) -> None:
    if run.status != "pending":
        raise RunEnded(status=run.status)
    if task.status != "active" or task.step_index != run.step_index:
        raise TaskClosed


def _record(
    run: FlowRun,
    task: StepTask,
    candidate: Candidate,
    known: KnownPeople,
    ruling: Ruling,
    *,
    actor: Actor,
    at: datetime,
) -> None:
    record = DecisionRecord(
        run=run,
        step_id=task.step_id,
        step_index=task.step_index,
        actor_gid=candidate.person_id,
        actor_name=actor.display_name,
        on_behalf_of_gid=candidate.on_behalf_of,
        on_behalf_of_name=known.name_of(candidate.on_behalf_of),
        chain=[str(person) for person in candidate.chain],
        seats=list(candidate.seats),
        decision=ruling.decision,
        comment=ruling.comment,
        content_hash=run.content_hash,
        decided_at=at,
    )
    DecisionRecord.objects.bulk_create([record])
    StepTask.objects.filter(id=task.id).update(status="done", ended_at=at)


def _tell(
    run: FlowRun, task: StepTask, candidate: Candidate, ruling: Ruling, *, actor: Actor, at: datetime
) -> None:
    audit.record(
        actor=actor,
        action=DECIDE,
        subject_type="approvals.run",
        subject_id=run.id,
        subject_label=run.document_number,
        new={
            "decision": ruling.decision,
            "step": task.step_id,
            "content_hash": run.content_hash,
            "on_behalf_of": candidate.on_behalf_of,
        },
        reason=ruling.comment,
        at=at,
    )
    outbox.publish(
        event_type="approvals.task.decided",
        subject_type="approvals.run",
        subject_id=run.id,
        version=run.version,
        payload={
            "task_id": str(task.id),
            "decision": ruling.decision,
            "document_id": str(run.document_id),
        },
        actor=actor,
        at=at,
    )


def _move_on(run: FlowRun, kind: DocumentType, ruling: Ruling, *, actor: Actor, at: datetime) -> None:
    outcome = Outcome(run.id, run.document_id, run.requester_gid, run.content_hash, ruling.comment)
    if ruling.decision == "reject":
        run_end(run, status="rejected", actor=actor, reason=ruling.comment, at=at)
        kind.on_rejected(outcome=outcome, actor=actor, at=at)
    elif ruling.decision == "return":
        run_end(run, status="returned", actor=actor, reason=ruling.comment, at=at)
        kind.on_returned(outcome=outcome, actor=actor, at=at)
    elif _step_is_complete(run):
        _next_step(run, actor=actor, at=at)
        if run.status == "approved":
            kind.on_approved(outcome=outcome, actor=actor, at=at)


def _step_is_complete(run: FlowRun) -> bool:
    step = current_step(run)
    if step.mode == "any_of":
        return True
    signed = DecisionRecord.objects.filter(run=run, step_index=run.step_index, decision="approve")
    return is_complete(step, [tuple(seats) for seats in signed.values_list("seats", flat=True)])


def _next_step(run: FlowRun, *, actor: Actor, at: datetime) -> None:
    run.step_index, run.version, run.is_blocked = run.step_index + 1, run.version + 1, False
    run.escalated_at = None
    if run.step_index < len(run.plan):
        StepTask.objects.filter(run=run, status="active").update(status="skipped", ended_at=at)
        FlowRun.objects.filter(id=run.id).update(
            step_index=run.step_index, version=run.version, is_blocked=False, escalated_at=None
        )
    step_open(run=run, known=None, actor=actor, at=at)

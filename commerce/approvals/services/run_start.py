"""Starts the approval of a document by the unit's published flow."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from commerce.approvals.flow.assignment import candidates_of, is_manned
from commerce.approvals.flow.conditions import Facts, Malformed
from commerce.approvals.flow.facts import facts_as_json, only_code, read_facts
from commerce.approvals.flow.graph import Step, parse_graph
from commerce.approvals.flow.walk import Walk, walk
from commerce.approvals.models import FlowDefinition, FlowRun
from commerce.approvals.people import KnownPeople, people_for_steps
from commerce.approvals.ports import DocumentType, Outcome, document_type_or_none
from commerce.approvals.services.run_expire import set_expiry
from commerce.approvals.services.run_invalidate import invalidate
from commerce.approvals.services.step_open import step_open
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError
from tenants.runtime import audit, outbox
from tenants.runtime.hot import hot


class NoPublishedFlow(DomainError):
    """The unit has no published flow for this type of document."""

    code = "APPROVAL_NO_FLOW"
    en = "This unit has no published approval flow for {document_en}. Ask an administrator to publish one."
    zh = "本单元没有已发布的“{document_zh}”审批流，请联系管理员发布。"


class FactsUnusable(DomainError):
    """A fact of the document is missing or has not the form that conditions need."""

    code = "APPROVAL_FACTS"
    en = "The approval flow cannot read this document: {place} {reason_en}."
    zh = "审批流无法读取该单据：{place} {reason_zh}。"


class FlowDoesNotCover(DomainError):
    """The flow has no way on for a document like this one."""

    code = "APPROVAL_NOT_COVERED"
    en = "The approval flow has no way on for this document after node {node}. Ask an administrator to mend it."
    zh = "审批流在节点 {node} 之后没有适用于该单据的路径，请联系管理员修正。"


class NoApprover(DomainError):
    """Nobody but the requester may decide one of the steps."""

    code = "APPROVAL_NO_APPROVER"
    en = "Nobody else may decide the step “{step_en}” at present. Ask an administrator to name an approver."
    zh = "目前没有其他人可以处理步骤“{step_zh}”，请联系管理员指定审批人。"


class RunAlreadyPending(DomainError):
    """The document is in approval already."""

    code = "APPROVAL_PENDING"
    en = "This document is in approval already."
    zh = "该单据已在审批中。"


@dataclass(frozen=True, slots=True)
class RunStarted:
    """The new run; `status` is `approved` at once when no human step applies."""

    run_id: uuid.UUID
    status: str


@hot
def _published_flow(document_type: str) -> QuerySet[FlowDefinition]:
    return FlowDefinition.objects.filter(document_type=document_type, status="published")


@hot
def _earlier_runs(document_type: str, document_id: uuid.UUID) -> QuerySet[FlowRun]:
    return FlowRun.objects.filter(
        document_type=document_type, document_id=document_id, status__in=["pending", "approved"]
    )


def run_start(
    *,
    actor: Actor,
    document_type: str,
    document_id: uuid.UUID,
    document_number: str,
    requester_id: uuid.UUID,
    facts: Mapping[str, object],
    content_hash: str,
    at: datetime,
) -> RunStarted:
    """This will start the run of a document and open its first step, or approve it when no step applies.

    The document's own service calls it, has checked the actor's permission to submit, and holds the
    document's row lock. `facts` carry the amount in the unit's currency at the document's date. An earlier
    approval of the document ends. Raises NoPublishedFlow, FactsUnusable, FlowDoesNotCover, NoApprover and
    RunAlreadyPending.
    """
    kind = _known_type(document_type)
    flow = _published_flow.first(document_type)
    if flow is None and kind.flow_of:
        flow = _published_flow.first(kind.flow_of)
    if flow is None:
        raise NoPublishedFlow(document_en=kind.name_en, document_zh=kind.name_zh)
    known_facts = _facts(kind, facts)
    way = _way(flow, known_facts)
    known = people_for_steps(
        way.steps,
        document_type=document_type,
        cost_centre=only_code(known_facts, "cost_centre"),
        also={requester_id},
        at=at,
    )
    _check_manned(way.steps, known, requester_id, only_code(known_facts, "cost_centre"))
    _end_earlier_runs(actor=actor, document_type=document_type, document_id=document_id, at=at)
    summary = kind.describe(document_id)
    run = FlowRun(
        flow=flow,
        flow_number=flow.number,
        document_type=document_type,
        document_id=document_id,
        document_number=document_number,
        title=summary.title,
        amount=summary.amount,
        currency=summary.currency,
        summary_lines=list(summary.lines),
        requester_gid=requester_id,
        requester_name=known.name_of(requester_id) or actor.display_name,
        facts=facts_as_json(known_facts),
        path=list(way.path),
        plan=_plan(flow, way),
        content_hash=content_hash,
        started_at=at,
    )
    run.save(force_insert=True)
    _tell_started(run, actor=actor, at=at)
    set_expiry(run, flow.graph.get("expire_after_days"), at=at)
    step_open(run=run, known=known, actor=actor, at=at)
    if run.status == "approved":
        kind.on_approved(outcome=_outcome(run), actor=actor, at=at)
    return RunStarted(run.id, run.status)


def _known_type(code: str) -> DocumentType:
    kind = document_type_or_none(code)
    if kind is None:
        raise ValueError(f"{code} is not a registered document type")
    return kind


def _facts(kind: DocumentType, raw: Mapping[str, object]) -> Facts:
    try:
        return read_facts(kind.facts, raw)
    except Malformed as fault:
        raise FactsUnusable(place=fault.where, reason_en=fault.en, reason_zh=fault.zh) from None


def _way(flow: FlowDefinition, facts: Facts) -> Walk:
    way = walk(parse_graph(flow.graph), facts)
    if way.stuck_at is not None or not (way.steps or way.automatic):
        raise FlowDoesNotCover(node=way.stuck_at or way.path[-1])
    return way


def _check_manned(
    steps: tuple[Step, ...], known: KnownPeople, requester_id: uuid.UUID, cost_centre: str | None
) -> None:
    for step in steps:
        candidates = candidates_of(
            step, people=known.people, requester_id=requester_id, cost_centre=cost_centre
        )
        if not is_manned(step, candidates):
            raise NoApprover(step_en=step.name_en, step_zh=step.name_zh)


def _end_earlier_runs(*, actor: Actor, document_type: str, document_id: uuid.UUID, at: datetime) -> None:
    for run in _earlier_runs.all(document_type, document_id):
        if run.status == "pending":
            raise RunAlreadyPending
        invalidate(run, actor=actor, reason="submitted again", at=at)


def _plan(flow: FlowDefinition, way: Walk) -> list[dict[str, object]]:
    drawn = {node["id"]: node for node in flow.graph["nodes"]}
    return [{k: v for k, v in drawn[step.id].items() if k != "position"} for step in way.steps]


def _tell_started(run: FlowRun, *, actor: Actor, at: datetime) -> None:
    audit.record(
        actor=actor,
        action="approvals.run.start",
        subject_type="approvals.run",
        subject_id=run.id,
        subject_label=run.document_number,
        new={"document_id": run.document_id, "flow_number": run.flow_number, "steps": len(run.plan)},
        at=at,
    )
    outbox.publish(
        event_type="approvals.run.started",
        subject_type="approvals.run",
        subject_id=run.id,
        version=run.version,
        payload={"document_type": run.document_type, "document_id": str(run.document_id)},
        actor=actor,
        at=at,
    )


def _outcome(run: FlowRun) -> Outcome:
    return Outcome(run.id, run.document_id, run.requester_gid, run.content_hash)

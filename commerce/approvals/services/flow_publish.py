"""Puts a flow in force."""

import uuid
from datetime import datetime

from commerce.approvals.flow.findings import Finding, has_errors
from commerce.approvals.models import FlowDefinition
from commerce.approvals.services.flow_check import findings_of, keep_findings
from commerce.approvals.services.flow_create import lock_flows, tell
from commerce.approvals.services.flow_edit import flow_for_change
from commerce.approvals.states import FLOW
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, NotFound
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows


class FlowHasErrors(DomainError):
    """The checker found errors; the first is in the message, all are in the flow's findings after a check."""

    code = "APPROVAL_FLOW_ERRORS"
    en = "This flow cannot be published ({count} errors). {first_en}"
    zh = "该流程无法发布（共 {count} 个错误）。{first_zh}"


def flow_publish(*, actor: Actor, flow_id: uuid.UUID, version: int, at: datetime) -> uuid.UUID:
    """This will check a flow once more and put it in force; the version in force so far is retired.

    Runs that have begun keep the version they began with. Raises Forbidden, NotFound, Conflict,
    IllegalTransition and FlowHasErrors, which changes nothing.
    """
    require(actor, "approvals.flow.publish")
    known = FlowDefinition.objects.filter(id=flow_id).values_list("document_type", flat=True).first()
    if known is None:
        raise NotFound(field="flowId")
    lock_flows(known)
    flow = flow_for_change(flow_id, version)
    FLOW.check(flow.status, "published")
    findings = findings_of(flow, at=at)
    if has_errors(findings):
        raise _refused(findings)
    _retire_present(flow, actor=actor, at=at)
    keep_findings(flow, findings, at=at)
    put_in_force(flow, actor=actor, at=at)
    flow.save()
    return flow.id


def put_in_force(flow: FlowDefinition, *, actor: Actor, at: datetime) -> None:
    """This will mark a flow as published and tell so; the caller saves it."""
    flow.status, flow.published_at, flow.published_by_name = "published", at, actor.display_name
    tell(flow, "published", actor=actor, at=at, new={"status": "published", "graph": flow.graph})


def _retire_present(flow: FlowDefinition, *, actor: Actor, at: datetime) -> None:
    present = FlowDefinition.objects.filter(document_type=flow.document_type, status="published")
    for other in lock_rows(present):
        retire(other, actor=actor, at=at)


def retire(flow: FlowDefinition, *, actor: Actor, at: datetime) -> None:
    """This will take a flow out of force and tell so."""
    old = flow.status
    flow.status, flow.retired_at, flow.version = "retired", at, flow.version + 1
    flow.save(update_fields=["status", "retired_at", "version"])
    tell(flow, "retired", actor=actor, at=at, old={"status": old}, new={"status": "retired"})


def _refused(findings: list[Finding]) -> FlowHasErrors:
    errors = [found for found in findings if found.severity == "error"]
    return FlowHasErrors(field="flowId", count=len(errors), first_en=errors[0].en, first_zh=errors[0].zh)

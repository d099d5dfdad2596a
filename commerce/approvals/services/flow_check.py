"""Checks a flow and keeps the findings for the designer."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from django.conf import settings

from commerce.approvals.flow.checker import check_flow
from commerce.approvals.flow.crowd import Crowd
from commerce.approvals.flow.findings import Finding, has_errors
from commerce.approvals.flow.graph import parse_graph
from commerce.approvals.models import CostCentre, FlowDefinition
from commerce.approvals.people import DECIDE, all_people
from commerce.approvals.ports import DocumentType, document_type_or_none
from commerce.approvals.services.flow_create import checked_graph, tell
from commerce.approvals.services.flow_edit import flow_for_change
from commerce.approvals.states import FLOW
from tenants.accounts.queries import known_unit_roles
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.runtime.guard import require


def flow_check(*, actor: Actor, flow_id: uuid.UUID, version: int, at: datetime) -> uuid.UUID:
    """This will check a draft against the unit's present people and keep the findings.

    A flow without errors becomes `checked`. Raises Forbidden, NotFound, Conflict and IllegalTransition.
    """
    require(actor, "approvals.flow.edit")
    flow = flow_for_change(flow_id, version)
    FLOW.check(flow.status, "checked")
    findings = findings_of(flow, at=at)
    flow.status = "draft" if has_errors(findings) else "checked"
    keep_findings(flow, findings, at=at)
    flow.save()
    tell(flow, "checked", actor=actor, at=at, new={"status": flow.status, "findings": len(findings)})
    return flow.id


def findings_of(flow: FlowDefinition, *, at: datetime, with_people: bool = True) -> list[Finding]:
    """This will check a flow, with the people of the unit unless told otherwise."""
    kind = document_type_or_none(flow.document_type)
    if kind is None:
        raise NotFound(field="documentType")
    return check_flow(
        parse_graph(flow.graph),
        definitions=kind.facts,
        crowd=_crowd(kind, at=at) if with_people else None,
        max_human_steps=settings.APPROVAL_MAX_HUMAN_STEPS,
    )


def flow_findings(
    *, actor: Actor, document_type: str, graph: Mapping[str, object], at: datetime
) -> list[Finding]:
    """This will check a graph that is still being drawn, keeping nothing.

    Raises Forbidden, NotFound for an unknown type of document, and GraphMalformed.
    """
    require(actor, "approvals.flow.read")
    return findings_of(FlowDefinition(document_type=document_type, graph=checked_graph(graph)), at=at)


def keep_findings(flow: FlowDefinition, findings: list[Finding], *, at: datetime) -> None:
    """This will put the findings into the flow, which the caller saves."""
    flow.findings = [found.as_json() for found in findings]
    flow.checked_at = at
    flow.version += 1


def _crowd(kind: DocumentType, *, at: datetime) -> Crowd:
    known = all_people(document_type=kind.code, at=at)
    members = known.members.values()
    return Crowd(
        people=known.people,
        requesters=frozenset(m.person_id for m in members if kind.submit_permission in m.permissions),
        names={m.person_id: m.display_name for m in members},
        roles={code: DECIDE in permissions for code, permissions in known_unit_roles().items()},
        cost_centres=frozenset(CostCentre.objects.filter(is_active=True).values_list("code", flat=True)),
    )

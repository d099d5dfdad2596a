"""Root fields of approvals."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from graphene import ID, Argument, Field, Int, List, NonNull, String

from api.approvals.calendar import working_calendar
from api.approvals.figures import approval_figures
from api.approvals.replay import flow_replay_field
from api.approvals.simulation import FlowFinding, FlowSimulation, FlowVocabulary
from api.approvals.types import (
    ApprovalDecision,
    ApprovalDelegation,
    ApprovalFlow,
    ApprovalRun,
    ApprovalTask,
    CostCentre,
    InboxTask,
)
from api.guarded import guarded
from api.ids import key_of, to_global_id
from api.reads import connection, one
from api.scalars import JSON
from commerce.approvals.queries import flow_vocabulary
from commerce.approvals.services.flow_check import flow_findings
from commerce.approvals.services.flow_simulate import Simulation, flow_simulate
from tenants.kernel.errors import NotFound


@guarded("approvals.flow.read")
def _simulate(
    root: Any,
    info: Any,
    flow_id: str,
    facts: Mapping[str, object] | None = None,
    requester_id: str | None = None,
    past: int = 0,
) -> Simulation:
    flow, requester = key_of(flow_id, "ApprovalFlow"), key_of(requester_id, "Person")
    if flow is None:
        raise NotFound(field="flowId")
    if requester is None and requester_id is not None:
        raise NotFound(field="requesterId")
    return flow_simulate(
        actor=info.context.actor,
        flow_id=flow,
        facts=facts,
        requester_id=requester,
        past=max(past, 0),
        at=info.context.at,
    )


@guarded("approvals.flow.read")
def _findings(root: Any, info: Any, document_type: str, graph: Mapping[str, object]) -> list[Any]:
    return [
        found.as_json()
        for found in flow_findings(
            actor=info.context.actor, document_type=document_type, graph=graph, at=info.context.at
        )
    ]


@guarded("approvals.task.read")
def _vocabulary(root: Any, info: Any) -> dict[str, Any]:
    known = flow_vocabulary(actor=info.context.actor)
    return {
        "document_types": [
            {
                "code": kind.code,
                "name_en": kind.name_en,
                "name_zh": kind.name_zh,
                "facts": [
                    {"name": f.name, "kind": f.kind, "name_en": f.en, "name_zh": f.zh, "multiple": f.multiple}
                    for f in kind.facts
                ],
            }
            for kind in known.document_types
        ],
        "roles": known.roles,
        "people": [
            {
                "id": to_global_id("Person", member.person_id),
                "name": member.display_name,
                "roles": sorted(member.roles),
            }
            for member in known.people
        ],
        "max_human_steps": settings.APPROVAL_MAX_HUMAN_STEPS,
    }


class UnitQuery:
    """What the unit reads of its approvals."""

    my_tasks = connection(InboxTask)
    approval_tasks = connection(ApprovalTask)
    approval_runs = connection(ApprovalRun)
    approval_run = one(ApprovalRun)
    approval_decisions = connection(ApprovalDecision)
    approval_flows = connection(ApprovalFlow)
    approval_flow = one(ApprovalFlow)
    approval_delegations = connection(ApprovalDelegation)
    cost_centres = connection(CostCentre)
    cost_centre = one(CostCentre)
    working_calendar = working_calendar()
    approval_figures = approval_figures()
    flow_vocabulary = Field(
        NonNull(FlowVocabulary),
        description="Types of documents, roles and people that flows can be made of.",
        resolver=_vocabulary,
    )
    flow_findings = Field(
        NonNull(List(NonNull(FlowFinding))),
        document_type=Argument(NonNull(String), description="The type of document."),
        graph=Argument(NonNull(JSON), description="The graph as it is drawn."),
        description="What is wrong with a graph that is still being drawn; keeps nothing.",
        resolver=_findings,
    )
    flow_simulate = Field(
        NonNull(FlowSimulation),
        flow_id=Argument(NonNull(ID), description="The flow, in any state."),
        facts=Argument(JSON, description='Facts by name, e.g. {"amount": "60000", "category": ["IT"]}.'),
        requester_id=Argument(ID, description="Who would ask; the caller when left out."),
        past=Argument(Int, default_value=0, description="How many past documents to try, at most 200."),
        description="Tries a flow out on given facts and on past documents; changes nothing.",
        resolver=_simulate,
    )
    flow_replay = flow_replay_field()

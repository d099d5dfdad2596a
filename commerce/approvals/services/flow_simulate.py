"""Tries a flow out on given facts and on past documents, changing nothing."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from commerce.approvals.flow.assignment import candidates_of, is_manned
from commerce.approvals.flow.conditions import Facts, Malformed
from commerce.approvals.flow.facts import only_code, read_facts
from commerce.approvals.flow.graph import Graph, Step, parse_graph
from commerce.approvals.flow.walk import Walk, walk
from commerce.approvals.models import FlowDefinition
from commerce.approvals.people import people_for_steps
from commerce.approvals.ports import DocumentType, document_type_or_none
from commerce.approvals.queries import runs_visible_to
from commerce.approvals.services.run_start import FactsUnusable
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.runtime.guard import require

MOST_PAST = 200


@dataclass(frozen=True, slots=True)
class SimulatedStep:
    """A step on the way, and the names of those who would be asked at present."""

    node_id: str
    name_en: str
    name_zh: str
    mode: str
    people: tuple[str, ...]
    is_manned: bool


@dataclass(frozen=True, slots=True)
class SimulatedWay:
    """The way of one document. `stuck_at` names the node after which there is none."""

    path: tuple[str, ...]
    steps: tuple[SimulatedStep, ...]
    is_automatic: bool
    stuck_at: str | None


@dataclass(frozen=True, slots=True)
class PastWay:
    """A past document: the steps it took and those it would take now."""

    run_id: uuid.UUID
    document_number: str
    amount: Decimal
    currency: str
    path: tuple[str, ...]
    steps_then: tuple[str, ...]
    steps_now: tuple[str, ...]
    stuck_at: str | None


@dataclass(frozen=True, slots=True)
class Simulation:
    """What a flow would do."""

    given: SimulatedWay | None
    past: tuple[PastWay, ...]


def flow_simulate(
    *,
    actor: Actor,
    flow_id: uuid.UUID,
    facts: Mapping[str, object] | None = None,
    requester_id: uuid.UUID | None = None,
    past: int = 0,
    at: datetime,
) -> Simulation:
    """This will walk a flow in any state with the facts, and with up to 200 of the latest past documents
    that the actor sees.

    Without a requester the actor stands for one. Raises Forbidden, NotFound and FactsUnusable.
    """
    require(actor, "approvals.flow.read")
    flow = FlowDefinition.objects.filter(id=flow_id).first()
    kind = document_type_or_none(flow.document_type) if flow else None
    if flow is None or kind is None:
        raise NotFound(field="flowId")
    graph = parse_graph(flow.graph)
    requester = requester_id or actor.person_id or uuid.UUID(int=0)
    given = None if facts is None else _given(graph, kind, facts, requester, at=at)
    return Simulation(given, tuple(_past(actor, graph, kind, min(past, MOST_PAST))))


def _given(
    graph: Graph, kind: DocumentType, raw: Mapping[str, object], requester: uuid.UUID, *, at: datetime
) -> SimulatedWay:
    try:
        facts = read_facts(kind.facts, raw)
    except Malformed as fault:
        raise FactsUnusable(
            field="facts", place=fault.where, reason_en=fault.en, reason_zh=fault.zh
        ) from None
    way = walk(graph, facts)
    return SimulatedWay(
        way.path, tuple(_steps(way, kind, facts, requester, at=at)), way.automatic, way.stuck_at
    )


def _steps(
    way: Walk, kind: DocumentType, facts: Facts, requester: uuid.UUID, *, at: datetime
) -> list[SimulatedStep]:
    centre = only_code(facts, "cost_centre")
    known = people_for_steps(way.steps, document_type=kind.code, cost_centre=centre, at=at)

    def simulated(step: Step) -> SimulatedStep:
        candidates = candidates_of(step, people=known.people, requester_id=requester, cost_centre=centre)
        names = sorted(known.name_of(person) for person in candidates)
        return SimulatedStep(
            step.id, step.name_en, step.name_zh, step.mode, tuple(names), is_manned(step, candidates)
        )

    return [simulated(step) for step in way.steps]


def _past(actor: Actor, graph: Graph, kind: DocumentType, count: int) -> list[PastWay]:
    runs = runs_visible_to(actor).filter(document_type=kind.code)
    ways = []
    for run in runs.order_by("-started_at", "-id")[:count]:
        way = walk(graph, read_facts(kind.facts, run.facts))
        ways.append(
            PastWay(
                run_id=run.id,
                document_number=run.document_number,
                amount=run.amount,
                currency=run.currency,
                path=way.path,
                steps_then=tuple(step["id"] for step in run.plan),
                steps_now=tuple(step.id for step in way.steps),
                stuck_at=way.stuck_at,
            )
        )
    return ways

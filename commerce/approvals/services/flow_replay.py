"""Runs the past documents of a period through a flow before it is published, beside what they went through."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.db.models import QuerySet

from commerce.approvals.flow.assignment import candidates_of, is_manned
from commerce.approvals.flow.facts import only_code, read_facts
from commerce.approvals.flow.graph import Graph, Step, parse_graph
from commerce.approvals.flow.walk import walk
from commerce.approvals.models import DecisionRecord, FlowDefinition, FlowRun
from commerce.approvals.people import KnownPeople, all_people
from commerce.approvals.ports import DocumentType, document_type_or_none
from commerce.approvals.queries import runs_visible_to
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid, NotFound
from tenants.runtime.guard import require

MOST_DOCUMENTS = 2_000
LONGEST = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class ReplayedStep:
    """A step with the people who decided it then, or who would be asked now."""

    name_en: str
    name_zh: str
    people: tuple[str, ...]
    is_manned: bool = True


@dataclass(frozen=True, slots=True)
class ReplayedDocument:
    """A past document: the steps it took and those it would take.

    `finds_approvers` is False when a step lacks people or the flow has no way on after `stuck_at`.
    """

    run_id: uuid.UUID
    document_number: str
    amount: Decimal
    currency: str
    started_at: datetime
    then: tuple[ReplayedStep, ...]
    now: tuple[ReplayedStep, ...]
    path: tuple[str, ...]
    stuck_at: str | None
    is_automatic: bool

    @property
    def finds_approvers(self) -> bool:
        """Whether it would reach its end."""
        return self.stuck_at is None and all(step.is_manned for step in self.now)

    @property
    def differs(self) -> bool:
        """Whether it would take other steps than it did, by their names."""
        return [step.name_en for step in self.then] != [step.name_en for step in self.now]


@dataclass(frozen=True, slots=True)
class ReplayedPath:
    """How many documents would take a way, and what steps it has."""

    path: tuple[str, ...]
    steps: tuple[ReplayedStep, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class Replay:
    """The documents, the latest first; `total` may be more than are run, which are at most 2,000."""

    total: int
    documents: tuple[ReplayedDocument, ...]
    paths: tuple[ReplayedPath, ...]

    @property
    def differing(self) -> int:
        """How many documents would take other steps than they did."""
        return sum(document.differs for document in self.documents)

    @property
    def without_approver(self) -> int:
        """How many documents would not find their approvers."""
        return sum(not document.finds_approvers for document in self.documents)


def flow_replay(
    *, actor: Actor, flow_id: uuid.UUID, since: datetime, until: datetime, at: datetime
) -> Replay:
    """This will run the documents that the actor sees, submitted from `since` up to before `until`, through a flow.

    It reads alone: a handful of statements, however many documents. People are those of the present. Raises
    Forbidden, NotFound, and Invalid for a period that is empty or longer than three years.
    """
    require(actor, "approvals.flow.read")
    if not since < until <= since + LONGEST:
        raise Invalid(
            field="until",
            reason_en="Choose a period of up to three years.",
            reason_zh="请选择不超过三年的期间。",
        )
    flow = FlowDefinition.objects.filter(id=flow_id).first()
    kind = document_type_or_none(flow.document_type) if flow else None
    if flow is None or kind is None:
        raise NotFound(field="flowId")
    latest = _latest(actor, kind, since, until)
    runs = list(latest.order_by("-started_at", "-id")[:MOST_DOCUMENTS])
    desk = _Desk(parse_graph(flow.graph), kind, all_people(document_type=kind.code, at=at))
    decided = _decided([run.id for run in runs])
    documents = tuple(desk.replayed(run, decided.get(run.id, {})) for run in runs)
    return Replay(latest.count(), documents, tuple(_paths(documents)))


def _latest(actor: Actor, kind: DocumentType, since: datetime, until: datetime) -> QuerySet[FlowRun]:
    """The latest run of each document in the period."""
    rows = runs_visible_to(actor).filter(document_type=kind.code, started_at__gte=since, started_at__lt=until)
    newest = rows.order_by("document_id", "-started_at", "-id").distinct("document_id").values("id")
    return FlowRun.objects.filter(id__in=newest)


def _decided(run_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, dict[int, list[str]]]:
    """Who decided which step of which run."""
    found: dict[uuid.UUID, dict[int, list[str]]] = {}
    rows = DecisionRecord.objects.filter(run_id__in=run_ids).order_by("decided_at", "id")
    for run_id, index, name in rows.values_list("run_id", "step_index", "actor_name"):
        found.setdefault(run_id, {}).setdefault(index, []).append(name)
    return found


class _Desk:
    """Walks documents through one flow; who would be asked is looked up once for each kind of requester."""

    def __init__(self, graph: Graph, kind: DocumentType, known: KnownPeople) -> None:
        self.graph, self.kind, self.known = graph, kind, known
        self.asked: dict[tuple[str, uuid.UUID, str | None], ReplayedStep] = {}

    def replayed(self, run: FlowRun, decided: Mapping[int, Sequence[str]]) -> ReplayedDocument:
        """This will run one document, given who decided which of its steps."""
        facts = read_facts(self.kind.facts, run.facts)
        way = walk(self.graph, facts)
        centre = only_code(facts, "cost_centre")
        return ReplayedDocument(
            run_id=run.id,
            document_number=run.document_number,
            amount=run.amount,
            currency=run.currency,
            started_at=run.started_at,
            then=tuple(
                ReplayedStep(step["name_en"], step["name_zh"], tuple(decided.get(index, ())))
                for index, step in enumerate(run.plan)
            ),
            now=tuple(self._step(step, run.requester_gid, centre) for step in way.steps),
            path=way.path,
            stuck_at=way.stuck_at,
            is_automatic=way.automatic,
        )

    def _step(self, step: Step, requester: uuid.UUID, centre: str | None) -> ReplayedStep:
        key = (step.id, requester, centre)
        if key not in self.asked:
            found = candidates_of(step, people=self.known.people, requester_id=requester, cost_centre=centre)
            names = tuple(sorted(self.known.name_of(person) for person in found))
            self.asked[key] = ReplayedStep(step.name_en, step.name_zh, names, is_manned(step, found))
        return self.asked[key]


def _paths(documents: Iterable[ReplayedDocument]) -> list[ReplayedPath]:
    """The ways by how many documents take them, with the steps of one of these."""
    counted: dict[tuple[object, ...], tuple[ReplayedDocument, int]] = {}
    for document in documents:
        key = (document.path, tuple(step.name_en for step in document.now))
        first, count = counted.get(key, (document, 0))
        counted[key] = (first, count + 1)
    found = [
        ReplayedPath(
            first.path, tuple(ReplayedStep(step.name_en, step.name_zh, ()) for step in first.now), count
        )
        for first, count in counted.values()
    ]
    return sorted(found, key=lambda each: (-each.documents, each.path))

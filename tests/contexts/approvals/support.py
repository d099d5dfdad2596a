"""A kind of document for the tests, people with roles, and short ways to write flows."""

import uuid
from dataclasses import dataclass, field
from decimal import Decimal

from commerce.approvals.models import FlowDefinition, FlowRun, StepTask
from commerce.approvals.ports import (
    DocumentSummary,
    DocumentType,
    Outcome,
    document_type_or_none,
    register_document_type,
)
from commerce.approvals.services.run_start import RunStarted, run_start
from commerce.approvals.services.task_decide import Decided, task_decide
from tenants.accounts.models import Membership
from tenants.kernel.actor import Actor
from tenants.kernel.ids import new_id
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.support.world import NOW, UnitInWorld, fixed_id

PAPER = "test.paper"
SUBMIT = "procurement.requisition.submit"
DECIDE = "approvals.task.decide"


@dataclass
class Paper:
    """A document that lives in memory: its content hash, its state, and how it was told of the outcome."""

    id: uuid.UUID
    amount: Decimal = Decimal("60000")
    content_hash: str = "hash-1"
    status: str = "in_approval"
    outcomes: list[Outcome] = field(default_factory=list)


PAPERS: dict[uuid.UUID, Paper] = {}


def _lock_content(document_id: uuid.UUID) -> str:
    return PAPERS[document_id].content_hash


def _describe(document_id: uuid.UUID) -> DocumentSummary:
    return DocumentSummary("Paper", PAPERS[document_id].amount, "CNY", ("1 × paper",))


def _becomes(status: str):
    def react(*, outcome: Outcome, actor: Actor, at) -> None:
        paper = PAPERS[outcome.document_id]
        paper.status = status
        paper.outcomes.append(outcome)

    return react


if document_type_or_none(PAPER) is None:
    register_document_type(
        DocumentType(
            code=PAPER,
            name_en="Paper",
            name_zh="文件",
            submit_permission=SUBMIT,
            lock_content=_lock_content,
            describe=_describe,
            on_approved=_becomes("approved"),
            on_rejected=_becomes("rejected"),
            on_returned=_becomes("returned"),
            on_withdrawn=_becomes("draft"),
        )
    )


def person(number: int) -> uuid.UUID:
    """This will give the id of the world's person of that number."""
    return fixed_id(0x9000 + number)


def join(unit: UnitInWorld, **roles: str) -> None:
    """This will make people members of the unit: `join(world.a1, p2="approver")`."""
    with unit_of_work(ACCOUNTS):
        Membership.objects.bulk_create(
            [
                Membership(
                    group_id=unit.group.id,
                    person_id=person(int(name[1:])),
                    kind="unit",
                    unit_id=unit.id,
                    unit_role=unit.unit_scope.role,
                    role=role,
                    email=f"{name}@example.com",
                    display_name=f"Person {name[1:]}",
                )
                for name, role in roles.items()
            ]
        )


def leave(unit: UnitInWorld, number: int) -> None:
    """This will take a person's memberships of the unit away."""
    with unit_of_work(ACCOUNTS):
        Membership.objects.filter(unit_id=unit.id, person_id=person(number)).delete()


def step(node_id: str, *assignees: dict, to: str = "end", **fields: object) -> dict:
    """This will write a step; without assignees it asks the role approver."""
    return {
        "id": node_id,
        "type": "step",
        "name_en": f"Step {node_id}",
        "name_zh": f"步骤 {node_id}",
        "assignees": list(assignees) or [role("approver")],
        "next": to,
        **fields,
    }


def role(code: str) -> dict:
    return {"kind": "role", "role": code}


def one(number: int) -> dict:
    return {"kind": "person", "person_id": str(person(number))}


def graph(*nodes: dict, start: str | None = None, automatic: bool = False) -> dict:
    """This will write a graph that ends in a node `end`."""
    return {
        "start": start or nodes[0]["id"],
        "nodes": [*nodes, {"id": "end", "type": "end", "automatic": automatic}],
    }


def amount(op: str, value: str) -> dict:
    return {"fact": "amount", "op": op, "value": value}


def published(drawn: dict, *, document_type: str = PAPER, number: int = 1) -> FlowDefinition:
    """This will put a published flow in place without checking it."""
    return FlowDefinition.objects.create(
        document_type=document_type, number=number, name="Flow", status="published", graph=drawn
    )


def submit(unit: UnitInWorld, *, requester: int = 1, value: str = "60000", **facts: object) -> Paper:
    """This will make a paper and start its run as the requester."""
    paper = Paper(new_id(), Decimal(value))
    PAPERS[paper.id] = paper
    start(unit, paper, requester=requester, **facts)
    return paper


def start(unit: UnitInWorld, paper: Paper, *, requester: int = 1, **facts: object) -> RunStarted:
    """This will start the run of a paper as the requester."""
    paper.status = "in_approval"
    return run_start(
        actor=unit.actor(SUBMIT, person=requester),
        document_type=PAPER,
        document_id=paper.id,
        document_number="PA-1",
        requester_id=person(requester),
        facts={"amount": paper.amount, **facts},
        content_hash=paper.content_hash,
        at=NOW,
    )


def run_of(paper: Paper) -> FlowRun:
    return FlowRun.objects.filter(document_id=paper.id).latest("started_at", "created_at")


def asked_now(paper: Paper) -> list[int]:
    """This will give the numbers of the people who have an open task for the paper."""
    tasks = StepTask.objects.filter(run__document_id=paper.id, status="active")
    return sorted(gid.int - person(0).int for gid in tasks.values_list("assignee_gid", flat=True))


def task_of(paper: Paper, number: int) -> StepTask:
    return StepTask.objects.filter(run__document_id=paper.id, assignee_gid=person(number)).latest(
        "opened_at", "id"
    )


def decide(
    unit: UnitInWorld, paper: Paper, number: int, decision: str = "approve", *, at=NOW, **fields: object
) -> Decided:
    """This will decide the person's latest task for the paper."""
    if decision != "approve":
        fields.setdefault("comment", "because")
    return task_decide(
        actor=unit.actor(DECIDE, person=number),
        task_id=task_of(paper, number).id,
        decision=decision,
        at=at,
        **fields,
    )

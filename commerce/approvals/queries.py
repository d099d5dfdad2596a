"""What other contexts and the API may know of approvals. The doors `…_visible_to` are the only way to rows."""

import uuid
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from commerce.approvals.calendar import calendar_in_force
from commerce.approvals.models import (
    CostCentre,
    DecisionRecord,
    Delegation,
    FlowDefinition,
    FlowRun,
    StepTask,
)
from commerce.approvals.people import DECIDE, unit_in_scope
from commerce.approvals.ports import DocumentType, document_types
from tenants.accounts.queries import Member, known_unit_roles, members_of_unit
from tenants.kernel.actor import Actor
from tenants.runtime.guard import require

__all__ = ["calendar_in_force"]

READ_ALL = "approvals.run.read_all"


def runs_visible_to(actor: Actor) -> QuerySet[FlowRun]:
    """This will give the runs of the actor's own documents and those the actor was asked in, or all."""
    rows = FlowRun.objects.all()
    if _sees_all(actor):
        return rows
    me = _reader(actor)
    if me is None:
        return rows.none()
    asked = StepTask.objects.filter(assignee_gid=me)
    return rows.filter(Q(requester_gid=me) | Q(id__in=asked.values("run_id")))


def tasks_visible_to(actor: Actor) -> QuerySet[StepTask]:
    """This will give the tasks of the runs that the actor sees, with what lists show of their documents."""
    rows = StepTask.objects.annotate(
        document_type=F("run__document_type"),
        document_number=F("run__document_number"),
        requester_name=F("run__requester_name"),
    )
    if _sees_all(actor):
        return rows
    return rows.filter(run__in=runs_visible_to(actor))


def inbox_of(actor: Actor) -> QuerySet[StepTask]:
    """This will give what the actor is asked to decide now, in person or for somebody else."""
    rows = StepTask.objects.annotate(
        document_type=F("run__document_type"),
        document_id=F("run__document_id"),
        document_number=F("run__document_number"),
        title=F("run__title"),
        amount=F("run__amount"),
        currency=F("run__currency"),
        summary_lines=F("run__summary_lines"),
        requester_name=F("run__requester_name"),
        content_hash=F("run__content_hash"),
        plan=F("run__plan"),
    )
    me = _reader(actor)
    if me is None:
        return rows.none()
    return rows.filter(assignee_gid=me, status="active", run__status="pending")


def decisions_visible_to(actor: Actor) -> QuerySet[DecisionRecord]:
    """This will give the decisions on the runs that the actor sees."""
    rows = DecisionRecord.objects.all()
    if _sees_all(actor):
        return rows
    return rows.filter(run__in=runs_visible_to(actor))


def flows_visible_to(actor: Actor) -> QuerySet[FlowDefinition]:
    """This will give every version of the unit's flows."""
    rows = FlowDefinition.objects.all()
    return rows if _is_insider(actor) and actor.may("approvals.flow.read") else rows.none()


def delegations_visible_to(actor: Actor) -> QuerySet[Delegation]:
    """This will give the actor's own delegations and those to the actor, or all."""
    rows = Delegation.objects.all()
    if _sees_all(actor):
        return rows
    me = _reader(actor)
    return rows.none() if me is None else rows.filter(Q(from_gid=me) | Q(to_gid=me))


def cost_centres_visible_to(actor: Actor) -> QuerySet[CostCentre]:
    """This will give the unit's cost centres."""
    rows = CostCentre.objects.all()
    return rows if _is_insider(actor) and actor.may("approvals.cost_centre.read") else rows.none()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What flows can be made of in this unit."""

    document_types: tuple[DocumentType, ...]
    roles: tuple[str, ...]
    people: tuple[Member, ...]


def flow_vocabulary(*, actor: Actor) -> Vocabulary:
    """This will give the types of documents, and the roles and people who may decide; raises Forbidden."""
    require(actor, "approvals.task.read")
    if not _is_insider(actor):
        return Vocabulary((), (), ())
    deciders = [m for m in members_of_unit(unit_id=unit_in_scope()).values() if DECIDE in m.permissions]
    return Vocabulary(
        document_types(),
        tuple(sorted(code for code, permissions in known_unit_roles().items() if DECIDE in permissions)),
        tuple(sorted(deciders, key=lambda member: (member.display_name, member.person_id))),
    )


def _is_insider(actor: Actor) -> bool:
    return actor.supplier_org_id is None and actor.distributor_id is None


def _sees_all(actor: Actor) -> bool:
    return _is_insider(actor) and actor.may(READ_ALL)


def _reader(actor: Actor) -> uuid.UUID | None:
    """The person whose own runs and tasks are seen; None for who may see none."""
    return actor.person_id if _is_insider(actor) and actor.may("approvals.task.read") else None

"""Looks up the people that flows ask for: members who may decide, delegations in force, cost centres."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from commerce.approvals.flow.assignment import People
from commerce.approvals.flow.graph import Assignee, Step
from commerce.approvals.models import CostCentre, Delegation
from tenants.accounts.queries import Member, members_of_unit
from tenants.kernel.ids import parse_id
from tenants.runtime.hot import hot
from tenants.runtime.scope import current_scope

DECIDE = "approvals.task.decide"


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """People in the form the flow rules use, with their names."""

    people: People
    members: dict[uuid.UUID, Member]

    def name_of(self, person_id: uuid.UUID | None) -> str:
        """This will give a person's name, empty when unknown."""
        member = self.members.get(person_id) if person_id is not None else None
        return member.display_name if member else ""


def people_for_steps(
    steps: Iterable[Step],
    *,
    document_type: str,
    cost_centre: str | None,
    at: datetime,
    also: Iterable[uuid.UUID] = (),
) -> KnownPeople:
    """This will look up everybody who could be asked by the steps at this instant, and `also` others."""
    assignees = [a for step in steps for a in step.everybody]
    delegations = delegations_in_force(document_type=document_type, at=at)
    owners = _owners(cost_centre) if cost_centre is not None and _asks_owner(assignees) else {}
    roles = {a.value for a in assignees if a.kind == "role"}
    persons = {person for a in assignees if a.kind == "person" and (person := parse_id(a.value))}
    members = members_of_unit(
        unit_id=unit_in_scope(),
        roles=roles,
        person_ids={*persons, *also, *delegations.values(), *delegations, *owners.values()},
    )
    return _known(members, delegations, owners)


def all_people(*, document_type: str, at: datetime) -> KnownPeople:
    """This will look up every member of the unit, for the checker."""
    owners = _owners()
    members = members_of_unit(unit_id=unit_in_scope())
    return _known(members, delegations_in_force(document_type=document_type, at=at), owners)


def delegations_in_force(*, document_type: str, at: datetime) -> dict[uuid.UUID, uuid.UUID]:
    """This will give who decides in whose place at this instant for documents of this type."""
    return {
        from_gid: to_gid
        for from_gid, to_gid, document_types in _delegations.all(at)
        if not document_types or document_type in document_types
    }


@hot
def _delegations(at: datetime) -> QuerySet:
    rows = Delegation.objects.filter(ended_at__isnull=True, starts_at__lte=at, ends_at__gt=at)
    return rows.order_by("created_at", "id").values_list("from_gid", "to_gid", "document_types")


def _known(
    members: dict[uuid.UUID, Member],
    delegations: dict[uuid.UUID, uuid.UUID],
    owners: dict[str, uuid.UUID],
) -> KnownPeople:
    deciders = {m.person_id: m.roles for m in members.values() if DECIDE in m.permissions}
    return KnownPeople(People(deciders, delegations, owners), members)


def _asks_owner(assignees: Iterable[Assignee]) -> bool:
    return any(assignee.kind == "cost_centre_owner" for assignee in assignees)


def _owners(cost_centre: str | None = None) -> dict[str, uuid.UUID]:
    rows = CostCentre.objects.filter(is_active=True)
    if cost_centre is not None:
        rows = rows.filter(code=cost_centre)
    return {code: owner for code, owner in rows.values_list("code", "owner_gid") if owner is not None}


def unit_in_scope() -> uuid.UUID:
    """This will give the unit whose work this is."""
    unit_id = current_scope().unit_id
    if unit_id is None:
        raise ValueError("approvals work in a unit's scope")
    return unit_id

"""Faults of a flow with the unit's present people: empty seats and self-approval by any route."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from commerce.approvals.flow.assignment import People, asked, candidates_of, needed_for_seat, seats_of
from commerce.approvals.flow.findings import Finding, finding
from commerce.approvals.flow.graph import Assignee, Graph, Step

NOBODY = uuid.UUID(int=0)
"""A requester who is none of the unit's deciders."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """The unit's people: who decides, who may submit, their names, and which roles may decide."""

    people: People
    requesters: frozenset[uuid.UUID]
    names: Mapping[uuid.UUID, str] = field(default_factory=dict)
    roles: Mapping[str, bool] = field(default_factory=dict)
    cost_centres: frozenset[str] = frozenset()

    def name_of(self, person_id: uuid.UUID) -> str:
        """This will give a person's name, or the id of one without."""
        return self.names.get(person_id) or str(person_id)


def check_assignees(graph: Graph) -> Iterator[Finding]:
    """This will find steps that ask nobody, and those that ask a cost centre's owner alone."""
    for step in _steps(graph):
        if not step.assignees:
            yield finding("EMPTY_ASSIGNEES", step.id, node=step.id)
            continue
        lonely = any(all(a.kind == "cost_centre_owner" for a in seat) for seat in seats_of(step))
        if lonely and not any(a.kind != "cost_centre_owner" for a in step.fallback):
            yield finding("OWNER_NEEDS_FALLBACK", step.id, node=step.id)


def check_escalation(graph: Graph) -> Iterator[Finding]:
    """This will find steps that escalate to nobody, or name people without saying when."""
    for step in _steps(graph):
        if (step.escalate_after_hours is None) is not (not step.escalate_to):
            yield finding("ESCALATION_INCOMPLETE", step.id, node=step.id)


def check_known(graph: Graph, crowd: Crowd) -> Iterator[Finding]:
    """This will find roles and people that do not exist in the unit or may not decide."""
    for step in _steps(graph):
        for assignee in dict.fromkeys(step.everybody):
            if assignee.kind == "role" and assignee.value not in crowd.roles:
                yield finding("UNKNOWN_ROLE", step.id, node=step.id, role=assignee.value)
            elif assignee.kind == "role" and not crowd.roles[assignee.value]:
                yield finding("ROLE_CANNOT_DECIDE", step.id, node=step.id, role=assignee.value)
            elif assignee.kind == "person" and not asked(assignee, people=crowd.people, cost_centre=None):
                yield finding("UNKNOWN_PERSON", step.id, node=step.id)


def check_step(step: Step, crowd: Crowd, path: tuple[str, ...]) -> Iterator[Finding]:
    """This will find seats of the step that nobody, or only the requester, could fill.

    Leaving out somebody who neither delegates nor stands in takes at most one candidate from a seat, so they
    are looked at one by one only where the seat has none to spare. With the others whole chains change, and
    circles may join in one person: they are always looked at.
    """
    for cost_centre in _cost_centres(step, crowd):
        for seat in range(len(seats_of(step))):
            found = list(_check_seat(step, seat, cost_centre, crowd, path))
            if found:
                yield from found
                return


def _check_seat(
    step: Step, seat: int, cost_centre: str | None, crowd: Crowd, path: tuple[str, ...]
) -> Iterator[Finding]:
    needed = needed_for_seat(step)
    anybody = _fill(step, seat, cost_centre, crowd, NOBODY)
    if not anybody:
        yield finding("NOBODY", step.id, path=path, node=step.id)
        return
    involved = _in_delegations(crowd)
    if len(anybody) <= needed:
        involved |= anybody | _asked_by(step, seat, cost_centre, crowd)
    for requester in sorted(crowd.requesters & involved):
        others = _fill(step, seat, cost_centre, crowd, requester)
        if not others or (
            anybody == {requester} and requester not in _asked_by(step, seat, cost_centre, crowd)
        ):
            route, route_zh = _route(step, seat, cost_centre, crowd, requester)
            person = crowd.name_of(requester)
            yield finding(
                "SELF_APPROVAL",
                step.id,
                path=path,
                node=step.id,
                person=person,
                route=route,
                route_zh=route_zh,
            )
        elif len(others) < needed:
            yield finding(
                "TOO_FEW_PEOPLE",
                step.id,
                path=path,
                node=step.id,
                needed=needed,
                person=crowd.name_of(requester),
                count=len(others),
            )
    if len(anybody) < needed:
        yield finding(
            "TOO_FEW_PEOPLE", step.id, path=path, node=step.id, needed=needed, person="–", count=len(anybody)
        )


def _fill(
    step: Step, seat: int, cost_centre: str | None, crowd: Crowd, requester: uuid.UUID
) -> set[uuid.UUID]:
    candidates = candidates_of(step, people=crowd.people, requester_id=requester, cost_centre=cost_centre)
    return {c.person_id for c in candidates.values() if seat in c.seats}


def _in_delegations(crowd: Crowd) -> set[uuid.UUID]:
    return set(crowd.people.delegations) | set(crowd.people.delegations.values())


def _asked_by(step: Step, seat: int, cost_centre: str | None, crowd: Crowd) -> set[uuid.UUID]:
    people: set[uuid.UUID] = set()
    for assignee in seats_of(step)[seat]:
        people |= asked(assignee, people=crowd.people, cost_centre=cost_centre)
    return people


def _route(
    step: Step, seat: int, cost_centre: str | None, crowd: Crowd, requester: uuid.UUID
) -> tuple[str, str]:
    for assignee in seats_of(step)[seat]:
        if requester in asked(assignee, people=crowd.people, cost_centre=cost_centre):
            return _route_of(assignee)
    return "delegation", "委托"


def _route_of(assignee: Assignee) -> tuple[str, str]:
    if assignee.kind == "role":
        return f"role {assignee.value}", f"角色 {assignee.value}"
    if assignee.kind == "person":
        return "name", "指定人员"
    return "cost centre", "成本中心"


def _cost_centres(step: Step, crowd: Crowd) -> list[str | None]:
    """One cost centre for each different owner, and none, when the step asks for owners."""
    if all(assignee.kind != "cost_centre_owner" for assignee in (*step.assignees, *step.fallback)):
        return [None]
    one_each = {owner: code for code, owner in sorted(crowd.people.owners.items(), reverse=True)}
    return [None, *sorted(one_each.values())]


def _steps(graph: Graph) -> Iterator[Step]:
    return (node for node in graph.nodes.values() if isinstance(node, Step))

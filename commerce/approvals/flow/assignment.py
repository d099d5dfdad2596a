"""Who may decide a step: people behind its assignees, those they delegated to, never the requester.

The chain rule. Starting with the person that the step asks for, each active delegation is followed. It is
not followed to the requester, to somebody who may not decide here, or to somebody already in the chain: the
seat then stays with the last one before. Once a step has escalated, the people of `escalate_to` can fill
its seats too. The requester's own seats go to nobody. So the requester is in no
chain at all (invariant 4).
"""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

from commerce.approvals.flow.graph import Assignee, Step
from tenants.kernel.ids import parse_id


@dataclass(frozen=True, slots=True)
class People:
    """What is known of a unit's people at one instant, for one type of document.

    `deciders` maps each person who may decide approvals to the roles held; `delegations` maps a person to
    the one who decides in their place now; `owners` maps the code of a cost centre to its owner.
    """

    deciders: Mapping[uuid.UUID, frozenset[str]]
    delegations: Mapping[uuid.UUID, uuid.UUID] = field(default_factory=dict)
    owners: Mapping[str, uuid.UUID] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who may decide, the seats they can fill, and the chain from the one who was asked."""

    person_id: uuid.UUID
    chain: tuple[uuid.UUID, ...]
    seats: tuple[int, ...]

    @property
    def on_behalf_of(self) -> uuid.UUID | None:
        """The person the step asked for, when it is another."""
        return self.chain[0] if len(self.chain) > 1 else None


def candidates_of(
    step: Step,
    *,
    people: People,
    requester_id: uuid.UUID,
    cost_centre: str | None,
    escalated: bool = False,
) -> dict[uuid.UUID, Candidate]:
    """This will give everybody who may decide the step for this requester, by person."""
    found: dict[uuid.UUID, Candidate] = {}
    for seat, assignees in enumerate(seats_of(step)):
        chains = _chains(assignees, people, requester_id, cost_centre)
        if len(chains) < needed_for_seat(step):
            chains = _chains(step.fallback, people, requester_id, cost_centre) | chains
        if escalated:
            chains = _chains(step.escalate_to, people, requester_id, cost_centre) | chains
        for person_id, chain in chains.items():
            known = found.get(person_id)
            if known is None:
                found[person_id] = Candidate(person_id, chain, (seat,))
            else:
                shorter = min(known.chain, chain, key=len)
                found[person_id] = Candidate(person_id, shorter, (*known.seats, seat))
    return found


def seats_of(step: Step) -> tuple[tuple[Assignee, ...], ...]:
    """This will give the seats of a step: one for each assignee entry when all must sign, else one."""
    if step.mode == "all_of":
        return tuple((assignee,) for assignee in step.assignees)
    return (step.assignees,)


def needed_for_seat(step: Step) -> int:
    """This will give how many different people each seat needs."""
    return step.quorum if step.mode == "quorum" else 1


def is_manned(step: Step, candidates: Mapping[uuid.UUID, Candidate]) -> bool:
    """This will tell whether the candidates suffice to finish the step."""
    return is_complete(step, [candidate.seats for candidate in candidates.values()])


def is_complete(step: Step, signed_seats: list[tuple[int, ...]]) -> bool:
    """This will tell whether the approvals finish the step; each is the seats of one different person.

    One person's approval fills every seat that person holds.
    """
    needed = needed_for_seat(step)
    return all(sum(seat in seats for seats in signed_seats) >= needed for seat in range(len(seats_of(step))))


def follow(start: uuid.UUID, *, people: People, requester_id: uuid.UUID) -> tuple[uuid.UUID, ...]:
    """This will follow the delegations from a person by the chain rule; empty for the requester."""
    if start == requester_id:
        return ()
    chain = [start]
    while (then := people.delegations.get(chain[-1])) is not None:
        if then == requester_id or then in chain or then not in people.deciders:
            break
        chain.append(then)
    return tuple(chain)


def asked(assignee: Assignee, *, people: People, cost_centre: str | None) -> frozenset[uuid.UUID]:
    """This will give the people that an assignee entry asks for, before delegation."""
    if assignee.kind == "role":
        return frozenset(p for p, roles in people.deciders.items() if assignee.value in roles)
    if assignee.kind == "person":
        person = parse_id(assignee.value)
    else:
        person = people.owners.get(cost_centre) if cost_centre is not None else None
    return frozenset({person}) if person is not None and person in people.deciders else frozenset()


def _chains(
    assignees: tuple[Assignee, ...], people: People, requester_id: uuid.UUID, cost_centre: str | None
) -> dict[uuid.UUID, tuple[uuid.UUID, ...]]:
    chains: dict[uuid.UUID, tuple[uuid.UUID, ...]] = {}
    for assignee in assignees:
        for person in sorted(asked(assignee, people=people, cost_centre=cost_centre)):
            chain = follow(person, people=people, requester_id=requester_id)
            if chain and len(chain) < len(chains.get(chain[-1], (*chain, person))):
                chains[chain[-1]] = chain
    return chains

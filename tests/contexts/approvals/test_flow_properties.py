"""Properties of the flow rules, against brute force that shares no code with them."""

import itertools
import random
import re
import uuid
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commerce.approvals.flow.assignment import People, candidates_of
from commerce.approvals.flow.checker import check_flow
from commerce.approvals.flow.crowd import Crowd
from commerce.approvals.flow.graph import parse_graph, parse_step
from commerce.approvals.flow.paths import Explorer
from commerce.approvals.flow.space import space_of
from commerce.approvals.flow.walk import walk
from commerce.approvals.ports import STANDARD_FACTS

CROWD = 6
PEOPLE = [uuid.UUID(int=n) for n in range(1, CROWD + 1)]
ROLES = ["approver", "finance", "requester"]
BORDERS = ["0", "0.0001", "1", "1.5", "2", "3"]
CODES = ["IT", "MRO", "LOG"]
EPSILON = Decimal("0.00001")

people = st.sampled_from(PEOPLE)
roles = st.frozensets(st.sampled_from(ROLES), max_size=2)


@st.composite
def delegation_graphs(draw):
    """People with roles, any delegations among them (circles too), a step, and a requester."""
    deciders = draw(st.dictionaries(people, roles, max_size=CROWD))
    delegations = draw(st.dictionaries(people, people, max_size=CROWD))
    owners = draw(st.dictionaries(st.sampled_from(["CC1", "CC2"]), people, max_size=2))
    assignee = st.one_of(
        st.builds(lambda code: {"kind": "role", "role": code}, st.sampled_from(ROLES)),
        st.builds(lambda person: {"kind": "person", "person_id": str(person)}, people),
        st.just({"kind": "cost_centre_owner"}),
    )
    step = {
        "id": "s", "type": "step", "name_en": "s", "name_zh": "s",
        "mode": draw(st.sampled_from(["any_of", "all_of", "quorum"])),
        "quorum": draw(st.integers(1, 3)),
        "assignees": draw(st.lists(assignee, max_size=3)),
        "fallback": draw(st.lists(assignee, max_size=2)),
    }  # fmt: skip
    centre = draw(st.sampled_from([None, "CC1", "CC2"]))
    return People(deciders, delegations, owners), parse_step(step, "s"), draw(people), centre


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(delegation_graphs())
def test_the_requester_is_in_no_chain(case):
    check_chains(*case)


def test_the_requester_is_in_no_chain_of_ten_thousand_random_delegation_graphs():
    chance = random.Random(20260302)
    longest = 0
    for _ in range(10_000):
        case = random_delegations(chance)
        longest = max(longest, check_chains(*case))
    assert longest >= 5


def random_delegations(chance):
    """A crowd of 2 to 12 people, most of them delegating, circles included."""
    crowd = [uuid.UUID(int=n) for n in range(1, chance.randint(2, 12) + 1)]
    held = {p: frozenset(chance.sample(ROLES, chance.randint(0, 2))) for p in crowd if chance.random() < 0.9}
    delegations = {p: chance.choice(crowd) for p in crowd if chance.random() < 0.8}
    owners = {"CC1": chance.choice(crowd)}
    asked = [
        {"kind": "role", "role": chance.choice(ROLES)},
        {"kind": "person", "person_id": str(chance.choice(crowd))},
        {"kind": "cost_centre_owner"},
    ]
    step = {
        "id": "s", "type": "step", "name_en": "s", "name_zh": "s",
        "mode": chance.choice(["any_of", "all_of", "quorum"]), "quorum": chance.randint(1, 3),
        "assignees": chance.sample(asked, chance.randint(1, 3)), "fallback": chance.sample(asked, 1),
    }  # fmt: skip
    known = People(held, delegations, owners)
    return known, parse_step(step, "s"), chance.choice(crowd), chance.choice([None, "CC1"])


def check_chains(known, step, requester, centre):
    """This will check invariant 4 on every candidate and give the length of the longest chain."""
    candidates = candidates_of(step, people=known, requester_id=requester, cost_centre=centre)
    for person, candidate in candidates.items():
        assert requester not in candidate.chain
        assert candidate.chain[-1] == person
        assert all(link in known.deciders for link in candidate.chain)
        assert len(set(candidate.chain)) == len(candidate.chain)
        steps = itertools.pairwise(candidate.chain)
        assert all(known.delegations[earlier] == later for earlier, later in steps)
    return max((len(candidate.chain) for candidate in candidates.values()), default=0)


@settings(max_examples=400, deadline=None)
@given(delegation_graphs())
def test_a_step_that_passes_the_checker_can_be_finished_whoever_asks(case):
    known, step, _, _ = case
    check_finishable(known, step)


def check_finishable(known, step):
    """This will check a step that passes the checker for every requester, and tell whether it passed."""
    everybody = set(known.deciders) | set(known.delegations) | set(PEOPLE)
    crowd = Crowd(known, frozenset(everybody), {}, dict.fromkeys(ROLES, True), frozenset(known.owners))
    drawn = {"start": "s", "nodes": [_step_json(step), {"id": "end", "type": "end"}]}
    found = check_flow(parse_graph(drawn), definitions=STANDARD_FACTS, crowd=crowd)
    if any(f.severity == "error" for f in found):
        return False
    for requester, centre in itertools.product(everybody, (None, *known.owners)):
        candidates = candidates_of(step, people=known, requester_id=requester, cost_centre=centre)
        needed = step.quorum if step.mode == "quorum" else 1
        for seat in range(len(step.assignees) if step.mode == "all_of" else 1):
            assert sum(seat in c.seats for c in candidates.values()) >= needed
    return True


def test_no_random_crowd_passes_the_checker_with_a_step_that_cannot_be_finished():
    chance = random.Random(7)
    passed = 0
    for _ in range(3_000):
        known, step, _, _ = random_delegations(chance)
        passed += check_finishable(known, step)
    assert passed > 300


def _step_json(step):
    def assignee(a):
        key = {"role": "role", "person": "person_id"}.get(a.kind)
        return {"kind": a.kind, **({key: a.value} if key else {})}

    return {
        "id": step.id, "type": "step", "name_en": "s", "name_zh": "s", "mode": step.mode, "quorum": step.quorum,
        "assignees": [assignee(a) for a in step.assignees], "fallback": [assignee(a) for a in step.fallback],
        "next": "end",
    }  # fmt: skip


def _conditions(draw):
    number = st.one_of(
        st.builds(
            lambda op, value: {"fact": "amount", "op": op, "value": value},
            st.sampled_from(["lt", "lte", "gt", "gte", "eq"]),
            st.sampled_from(BORDERS),
        ),
        _betweens(),
    )
    codes = st.builds(
        lambda fact, op, values: {"fact": fact, "op": op, "values": sorted(values)},
        st.sampled_from(["category", "cost_centre"]),
        st.sampled_from(["in", "not_in"]),
        st.frozensets(st.sampled_from(CODES), min_size=1, max_size=2),
    )
    return draw(st.lists(st.one_of(number, codes), max_size=2))


@st.composite
def _betweens(draw):
    low, high = sorted(
        draw(st.lists(st.sampled_from(BORDERS), min_size=2, max_size=2, unique=True)), key=Decimal
    )
    return {
        "fact": "amount", "op": "between", "from": low, "to": high,
        "from_included": draw(st.booleans()), "to_included": draw(st.booleans()),
    }  # fmt: skip


@st.composite
def flows(draw):
    """Random graphs whose connections lead forward only."""
    count = draw(st.integers(1, 6))
    names = [f"n{i}" for i in range(count)]
    nodes = []
    for i, name in enumerate(names):
        later = st.sampled_from([*names[i + 1 :], "end"])
        if draw(st.booleans()):
            nodes.append(
                {
                    "id": name, "type": "step", "name_en": name, "name_zh": name,
                    "assignees": [{"kind": "role", "role": "approver"}],
                    "when": _conditions(draw), "next": draw(later),
                }
            )  # fmt: skip
        else:
            rows = [{"when": _conditions(draw), "to": draw(later)} for _ in range(draw(st.integers(1, 3)))]
            other = draw(st.one_of(st.none(), later))
            nodes.append({"id": name, "type": "branch", "rows": rows, "else": other})
    return {"start": "n0", "nodes": [*nodes, {"id": "end", "type": "end"}]}


def _every_document():
    """One document for each border, each neighbourhood, and each set of codes."""
    numbers = sorted({n for b in BORDERS for n in (Decimal(b), Decimal(b) + EPSILON, Decimal(b) - EPSILON)})
    categories = [
        frozenset(chosen) for size in range(5) for chosen in itertools.combinations([*CODES, "?"], size)
    ]
    centres = [frozenset(), *(frozenset({code}) for code in [*CODES, "?"])]
    for number, category, centre in itertools.product(numbers, categories, centres):
        if number >= 0:
            yield {"amount": number, "category": category, "cost_centre": centre, "supplier": frozenset()}


DOCUMENTS = list(_every_document())


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(flows())
def test_the_paths_found_are_exactly_those_that_documents_take(drawn):
    graph = parse_graph(drawn)
    paths = Explorer(graph, space_of(graph, STANDARD_FACTS)).explore()
    walked = {
        (way.path, tuple(step.id for step in way.steps), way.stuck_at is not None)
        for way in (walk(graph, facts) for facts in DOCUMENTS)
    }
    found = {(path.nodes, path.steps, path.stuck) for path in paths}
    assert found == walked
    assert len(found) == len(paths)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(flows())
def test_errors_are_found_exactly_where_documents_meet_them(drawn):
    graph = parse_graph(drawn)
    found = {f.code for f in check_flow(graph, definitions=STANDARD_FACTS, crowd=None)}
    ways = [walk(graph, facts) for facts in DOCUMENTS]
    assert ("UNCOVERED" in found) == any(way.stuck_at is not None for way in ways)
    assert ("NO_HUMAN_STEP" in found) == any(way.stuck_at is None and not way.steps for way in ways)
    assert ("TOO_MANY_STEPS" in found) == any(len(way.steps) > 3 for way in ways)


@settings(max_examples=400, deadline=None)
@given(st.lists(_betweens(), min_size=1, max_size=5))
def test_uncovered_amounts_are_exactly_the_gaps_between_intervals(intervals):
    rows = [{"when": [interval], "to": "s"} for interval in intervals]
    step = {
        "id": "s", "type": "step", "name_en": "s", "name_zh": "s", "next": "end",
        "assignees": [{"kind": "role", "role": "approver"}],
    }  # fmt: skip
    drawn = {
        "start": "b",
        "nodes": [{"id": "b", "type": "branch", "rows": rows}, step, {"id": "end", "type": "end"}],
    }
    found = check_flow(parse_graph(drawn), definitions=STANDARD_FACTS, crowd=None)
    (uncovered,) = [f for f in found if f.code == "UNCOVERED"]
    ranges = re.search(r"\(amounts (.*)\) and", uncovered.en).group(1)
    probes = {n for b in BORDERS for n in (Decimal(b), Decimal(b) + EPSILON, Decimal(b) - EPSILON)}
    for probe in (p for p in probes | {Decimal("1e12")} if p >= 0):
        assert _lies_in(probe, ranges) is not any(_holds(interval, probe) for interval in intervals)


def _holds(interval, number):
    low, high = Decimal(interval["from"]), Decimal(interval["to"])
    above = number >= low if interval["from_included"] else number > low
    return above and (number <= high if interval["to_included"] else number < high)


def _lies_in(number, ranges):
    for text in ranges.split(" ∪ "):
        low, high = text[1:-1].split(", ")
        above = number >= Decimal(low) if text[0] == "[" else number > Decimal(low)
        below = high == "∞" or (number <= Decimal(high) if text[-1] == "]" else number < Decimal(high))
        if above and below:
            return True
    return False

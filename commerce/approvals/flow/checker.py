"""Checks a flow before it is published: every path, every amount, every requester.

Exact: amounts are compared as decimals with open and closed borders, and the space of documents is cut
along the conditions, so a finding's range is the range. Nothing is sampled.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from commerce.approvals.flow.conditions import Between, OneOf
from commerce.approvals.flow.crowd import Crowd, check_assignees, check_escalation, check_known, check_step
from commerce.approvals.flow.findings import Finding, finding
from commerce.approvals.flow.graph import Branch, Graph, Row, Step, conditions_of
from commerce.approvals.flow.paths import Explorer, Path, TooManyPaths
from commerce.approvals.flow.space import Region, Space, TooManyClasses, intersect, space_of
from commerce.approvals.flow.structure import check_connections, check_cycles, check_facts
from commerce.approvals.ports import FactDef

MAX_HUMAN_STEPS = 3
MAX_FINDINGS = 100
_NO_PATHS = frozenset({"NO_START", "CYCLE", "UNKNOWN_FACT", "WRONG_KIND_OF_FACT"})


def check_flow(
    graph: Graph,
    *,
    definitions: Sequence[FactDef],
    crowd: Crowd | None,
    max_human_steps: int = MAX_HUMAN_STEPS,
) -> list[Finding]:
    """This will find everything that is wrong with a flow, at most a hundred findings.

    Without a crowd the unit's people are left out, e.g. while a unit is being made. Sign-offs side by side
    in one step count as one.
    """
    found = [
        *check_connections(graph),
        *check_cycles(graph),
        *check_facts(graph, definitions),
        *check_assignees(graph),
        *check_escalation(graph),
        *(check_known(graph, crowd) if crowd is not None else ()),
        *(_unknown_cost_centres(graph, crowd) if crowd is not None else ()),
    ]
    if not _NO_PATHS & {f.code for f in found} and graph.start in graph.nodes:
        try:
            explorer = Explorer(graph, space_of(graph, definitions))
            found += islice(_check_paths(graph, explorer, crowd, max_human_steps), MAX_FINDINGS)
        except (TooManyPaths, TooManyClasses):
            found.append(finding("TOO_COMPLEX"))
    return list(dict.fromkeys(found))[:MAX_FINDINGS]


def _check_paths(
    graph: Graph, explorer: Explorer, crowd: Crowd | None, max_human_steps: int
) -> Iterator[Finding]:
    paths = explorer.explore()
    yield from _long_paths(paths, max_human_steps)
    yield from _unmanned_paths(paths, explorer.space)
    yield from _uncovered(explorer)
    yield from _never_reached(graph, paths)
    yield from _people(graph, paths, crowd) if crowd is not None else ()
    yield from _rows(graph, explorer)


def _long_paths(paths: list[Path], most: int) -> Iterator[Finding]:
    for path in paths:
        if len(path.steps) > most:
            way = " → ".join(path.nodes)
            yield finding(
                "TOO_MANY_STEPS", *path.steps, path=path.nodes, way=way, count=len(path.steps), most=most
            )


def _unmanned_paths(paths: list[Path], space: Space) -> Iterator[Finding]:
    for path in paths:
        if not (path.steps or path.stuck or path.automatic):
            yield finding("NO_HUMAN_STEP", path.nodes[-1], path=path.nodes, **_described(space, path.region))


def _uncovered(explorer: Explorer) -> Iterator[Finding]:
    for use in explorer.row_uses:
        if use.left and use.branch.otherwise is None:
            node_id = use.branch.id
            yield finding(
                "UNCOVERED", node_id, path=use.path, node=node_id, **_described(explorer.space, use.left)
            )


def _described(space: Space, region: Region) -> dict[str, object]:
    return {"region": space.text(region), "amounts": space.range_of("amount", region)}


def _rows(graph: Graph, explorer: Explorer) -> Iterator[Finding]:
    for branch in graph.nodes.values():
        uses = [use for use in explorer.row_uses if use.branch is branch]
        if not isinstance(branch, Branch) or not uses:
            continue
        arriving = [box for use in uses for box in use.arriving]
        for i, row in enumerate(branch.rows):
            box = explorer.space.box(row.when)
            taken = [box for use in uses for box in use.received[i]] if branch.hit == "first" else arriving
            if not intersect(taken, box):
                yield finding("ROW_NEVER_TAKEN", branch.id, node=branch.id, row=i + 1)
            yield from _overlaps(branch, i, arriving, explorer.space)


def _overlaps(branch: Branch, i: int, arriving: Region, space: Space) -> Iterator[Finding]:
    row = branch.rows[i]
    for j in range(i):
        other = branch.rows[j]
        both = intersect(arriving, space.box((*row.when, *other.when)))
        if not both:
            continue
        if branch.hit == "unique":
            code = "OVERLAP"
        elif _limits_numbers(row) and _limits_numbers(other) and row.to != other.to:
            code = "OVERLAP_BY_ORDER"
        else:
            continue
        yield finding(code, branch.id, node=branch.id, row=j + 1, other=i + 1, region=space.text(both))


def _limits_numbers(row: Row) -> bool:
    return any(isinstance(condition, Between) for condition in row.when)


def _never_reached(graph: Graph, paths: list[Path]) -> Iterator[Finding]:
    reached = {node_id for path in paths for node_id in path.nodes}
    applied = {node_id for path in paths for node_id in path.steps}
    for node_id, node in graph.nodes.items():
        if node_id not in reached:
            yield finding("UNREACHABLE", node_id, node=node_id)
        elif isinstance(node, Step) and node_id not in applied:
            yield finding("STEP_NEVER_APPLIES", node_id, node=node_id)


def _people(graph: Graph, paths: list[Path], crowd: Crowd) -> Iterator[Finding]:
    shown: dict[str, tuple[str, ...]] = {}
    for path in paths:
        for node_id in path.steps:
            shown.setdefault(node_id, path.nodes)
    for node_id, way in shown.items():
        step = graph.nodes[node_id]
        if isinstance(step, Step) and step.assignees:
            yield from check_step(step, crowd, way)


def _unknown_cost_centres(graph: Graph, crowd: Crowd) -> Iterator[Finding]:
    for node_id, node in graph.nodes.items():
        conditions = list(conditions_of(node))
        named = {
            code for c in conditions if isinstance(c, OneOf) and c.fact == "cost_centre" for code in c.values
        }
        for code in sorted(named - crowd.cost_centres):
            yield finding("UNKNOWN_COST_CENTRE", node_id, node=node_id, centre=code)

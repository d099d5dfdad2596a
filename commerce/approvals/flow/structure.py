"""Faults of a flow's drawing: what is not connected, goes in circles, or asks for unknown facts."""

from collections.abc import Iterator, Sequence

from commerce.approvals.flow.conditions import Between
from commerce.approvals.flow.findings import Finding, finding
from commerce.approvals.flow.graph import Branch, Graph, conditions_of
from commerce.approvals.ports import FactDef


def check_connections(graph: Graph) -> Iterator[Finding]:
    """This will find a missing start, dead ends, connections to nowhere and nodes that nothing leads to."""
    if graph.start is None:
        yield finding("NO_START")
    elif graph.start not in graph.nodes:
        yield finding("UNKNOWN_NODE", node="start", target=graph.start)
    for node_id, node in graph.nodes.items():
        targets = graph.targets(node_id)
        if None in targets or (isinstance(node, Branch) and not targets):
            yield finding("DEAD_END", node_id, node=node_id)
        for target in dict.fromkeys(t for t in targets if t is not None and t not in graph.nodes):
            yield finding("UNKNOWN_NODE", node_id, node=node_id, target=target)
    if graph.start in graph.nodes:
        reached = _reached(graph)
        for node_id in graph.nodes:
            if node_id not in reached:
                yield finding("UNREACHABLE", node_id, node=node_id)


def check_cycles(graph: Graph) -> Iterator[Finding]:
    """This will find one circle for each connection that closes one."""
    done: set[str] = set()
    for first in graph.nodes:
        trail = [first] if first not in done else []
        ways = [_leads_to(graph, node_id) for node_id in trail]
        while trail:
            target = next(ways[-1], None)
            if target is None:
                done.add(trail.pop())
                ways.pop()
            elif target in trail:
                circle = (*trail[trail.index(target) :], target)
                yield finding("CYCLE", *circle[:-1], path=circle, circle=" → ".join(circle))
            elif target not in done:
                trail.append(target)
                ways.append(_leads_to(graph, target))


def _leads_to(graph: Graph, node_id: str) -> Iterator[str]:
    return iter([target for target in graph.targets(node_id) if target is not None and target in graph.nodes])


def check_facts(graph: Graph, definitions: Sequence[FactDef]) -> Iterator[Finding]:
    """This will find conditions on facts that the document type does not have, or of another kind."""
    kinds = {definition.name: definition.kind for definition in definitions}
    for node_id, node in graph.nodes.items():
        for condition in conditions_of(node):
            kind = kinds.get(condition.fact)
            if kind is None:
                yield finding("UNKNOWN_FACT", node_id, node=node_id, fact=condition.fact)
            elif (kind == "number") is not isinstance(condition, Between):
                yield finding("WRONG_KIND_OF_FACT", node_id, node=node_id, fact=condition.fact)


def _reached(graph: Graph) -> set[str]:
    reached: set[str] = set()
    pending = [graph.start]
    while pending:
        here = pending.pop()
        if here is not None and here in graph.nodes and here not in reached:
            reached.add(here)
            pending.extend(graph.targets(here))
    return reached

"""One document's way through a flow."""

from dataclasses import dataclass

from commerce.approvals.flow.conditions import Facts, all_hold
from commerce.approvals.flow.graph import Branch, Graph, Step


@dataclass(frozen=True, slots=True)
class Walk:
    """The nodes that were met, in order, and the human steps among them that apply.

    `stuck_at` names the node from which there is no way on; None when an end was reached.
    """

    path: tuple[str, ...]
    steps: tuple[Step, ...]
    automatic: bool
    stuck_at: str | None


def walk(graph: Graph, facts: Facts) -> Walk:
    """This will follow the facts from the start to an end, or to where no connection fits.

    Of several rows that hold the first is taken; a node met twice counts as stuck.
    """
    path: list[str] = []
    steps: list[Step] = []
    here, last = graph.start, ""
    while here is not None and here in graph.nodes and here not in path:
        node = graph.nodes[here]
        path.append(here)
        last = here
        if isinstance(node, Branch):
            here = _chosen(node, facts)
        elif isinstance(node, Step):
            if all_hold(node.when, facts):
                steps.append(node)
            here = node.next
        else:
            return Walk(tuple(path), tuple(steps), node.automatic, None)
    return Walk(tuple(path), tuple(steps), False, last)


def _chosen(branch: Branch, facts: Facts) -> str | None:
    for row in branch.rows:
        if all_hold(row.when, facts):
            return row.to
    return branch.otherwise

"""Every path that documents can take through a flow, each with the documents that take it."""

from collections.abc import Iterator
from dataclasses import dataclass

from commerce.approvals.flow.graph import Branch, Graph, Step
from commerce.approvals.flow.space import Region, Space, intersect, subtract

MAX_PATHS = 5_000
MAX_WORK = 200_000
"""Boxes that may be cut while the paths are found: about half a second."""


class TooManyPaths(ValueError):
    """The flow has more paths, or cuts the documents into more pieces, than can be enumerated."""


@dataclass(frozen=True, slots=True)
class Path:
    """The nodes from the start on, the human steps among them that apply, and the documents concerned.

    `stuck` says that these documents find no way on after the last node.
    """

    nodes: tuple[str, ...]
    steps: tuple[str, ...]
    region: Region
    automatic: bool
    stuck: bool


@dataclass(frozen=True, slots=True)
class RowUse:
    """The documents that arrive at a branch on one path, those each row receives, and those left over."""

    branch: Branch
    path: tuple[str, ...]
    arriving: Region
    received: tuple[Region, ...]
    left: Region


class Explorer:
    """Enumerates the paths of a graph without cycles; `row_uses` tells what each branch did meanwhile."""

    def __init__(self, graph: Graph, space: Space) -> None:
        self.graph = graph
        self.space = space
        self.row_uses: list[RowUse] = []
        self.paths: list[Path] = []
        self.work = 0

    def explore(self) -> list[Path]:
        """This will find every path that at least one document takes; raises TooManyPaths."""
        for path in self._from(self.graph.start, (), (), [self.space.whole]):
            self.paths.append(path)
            if len(self.paths) > MAX_PATHS:
                raise TooManyPaths
        return self.paths

    def _from(
        self, here: str | None, nodes: tuple[str, ...], steps: tuple[str, ...], region: Region
    ) -> Iterator[Path]:
        if not region:
            return
        self._spend(region)
        if here is None or here not in self.graph.nodes:
            yield Path(nodes, steps, region, False, True)
            return
        node = self.graph.nodes[here]
        if isinstance(node, Step):
            box = self.space.box(node.when)
            yield from self._from(node.next, (*nodes, here), (*steps, here), intersect(region, box))
            yield from self._from(
                node.next, (*nodes, here), steps, subtract(region, box) if node.when else []
            )
        elif isinstance(node, Branch):
            yield from self._branch(node, (*nodes, here), steps, region)
        else:
            yield Path((*nodes, here), steps, region, node.automatic, False)

    def _spend(self, region: Region) -> None:
        self.work += len(region) + 1
        if self.work > MAX_WORK:
            raise TooManyPaths

    def _branch(
        self, branch: Branch, nodes: tuple[str, ...], steps: tuple[str, ...], region: Region
    ) -> Iterator[Path]:
        left, received, ways = region, [], []
        for row in branch.rows:
            self._spend(left)
            box = self.space.box(row.when)
            received.append(intersect(left, box))
            ways.append((row.to, received[-1]))
            left = subtract(left, box)
        self.row_uses.append(RowUse(branch, nodes, region, tuple(received), left))
        ways.append((branch.otherwise, left))
        for target, part in _merged(ways):
            yield from self._from(target, nodes, steps, part)


def _merged(ways: list[tuple[str | None, Region]]) -> list[tuple[str | None, Region]]:
    """Rows that lead to the same node are one path."""
    merged: dict[str | None, Region] = {}
    for target, region in ways:
        merged.setdefault(target, []).extend(region)
    return list(merged.items())

"""The space of all documents, cut into classes that no condition of a flow can tell apart.

Each fact is an axis. A number's classes are the points that conditions name and the open intervals between
them, so borders are exact to the digit. A text's classes are the different answers its conditions can give
together. A box holds a set of classes for each axis; a region is a list of boxes that do not overlap. Sets
of classes are integers used as bit masks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from commerce.approvals.flow.conditions import Between, Condition, Facts, OneOf
from commerce.approvals.flow.graph import Graph, conditions_of
from commerce.approvals.ports import FactDef

MAX_CLASSES = 1024
OTHER = "…"
"""Stands for any code that no condition names."""

Box = tuple[int, ...]
Region = list[Box]


class TooManyClasses(ValueError):
    """Conditions on one fact can answer in more ways than can be looked at."""


@dataclass(frozen=True, slots=True)
class NumberAxis:
    """A number of zero or more. Class 2i is the point borders[i], 2i + 1 the open interval after it."""

    name: str
    borders: tuple[Decimal, ...]

    @property
    def size(self) -> int:
        return 2 * len(self.borders)

    def mask(self, condition: Condition) -> int:
        """This will give the classes in which the condition holds."""
        return sum(1 << i for i in range(self.size) if condition.holds({self.name: self.sample(i)}))

    def sample(self, index: int) -> Decimal:
        """This will give a number of the class."""
        low = self.borders[index // 2]
        if index % 2 == 0:
            return low
        return (low + self.borders[index // 2 + 1]) / 2 if index + 1 < self.size else low + 1

    def text(self, mask: int) -> str:
        """This will write classes as intervals, e.g. `[0, 100) ∪ (200, ∞)`."""
        parts: list[str] = []
        index = 0
        while index < self.size:
            if mask >> index & 1:
                first = index
                while index + 1 < self.size and mask >> (index + 1) & 1:
                    index += 1
                parts.append(self._interval(first, index))
            index += 1
        return " ∪ ".join(parts)

    def _interval(self, first: int, last: int) -> str:
        low = f"{'(' if first % 2 else '['}{self.borders[first // 2]:f}"
        if last % 2 == 0:
            return f"{low}, {self.borders[last // 2]:f}]"
        return f"{low}, {self.borders[last // 2 + 1]:f})" if last + 1 < self.size else f"{low}, ∞)"


@dataclass(frozen=True, slots=True)
class TextAxis:
    """A set of codes. Each class is a set that answers the conditions in one of the possible ways."""

    name: str
    samples: tuple[frozenset[str], ...]

    @property
    def size(self) -> int:
        return len(self.samples)

    def mask(self, condition: Condition) -> int:
        """This will give the classes in which the condition holds."""
        return sum(1 << i for i in range(self.size) if condition.holds({self.name: self.samples[i]}))

    def sample(self, index: int) -> frozenset[str]:
        """This will give a set of codes of the class."""
        return self.samples[index]

    def text(self, mask: int) -> str:
        """This will write classes by their samples, e.g. `{IT} | {IT, MRO} | {}`."""
        chosen = [self.samples[i] for i in range(self.size) if mask >> i & 1]
        shown = [f"{{{', '.join(sorted(codes))}}}" for codes in chosen[:6]]
        return " | ".join([*shown, OTHER] if len(chosen) > 6 else shown)


Axis = NumberAxis | TextAxis


class Space:
    """The axes that a flow's conditions ask of."""

    def __init__(self, axes: Sequence[Axis]) -> None:
        self.axes = tuple(axes)
        self.whole: Box = tuple((1 << axis.size) - 1 for axis in self.axes)
        self._place = {axis.name: i for i, axis in enumerate(self.axes)}
        self._masks: dict[Condition, int] = {}

    def box(self, conditions: Iterable[Condition]) -> Box | None:
        """This will give the box in which all conditions hold; None when there is no such document."""
        masks = list(self.whole)
        for condition in conditions:
            place = self._place[condition.fact]
            if condition not in self._masks:
                self._masks[condition] = self.axes[place].mask(condition)
            masks[place] &= self._masks[condition]
        return tuple(masks) if all(masks) else None

    def sample(self, box: Box) -> Facts:
        """This will give the facts of one document in the box."""
        return {
            axis.name: axis.sample((mask & -mask).bit_length() - 1)
            for axis, mask in zip(self.axes, box, strict=True)
        }

    def text(self, region: Region) -> str:
        """This will describe a region for people, by the axes that are narrowed."""
        return "; ".join(self._box_text(box) for box in region[:5]) + ("; …" if len(region) > 5 else "")

    def _box_text(self, box: Box) -> str:
        parts = [
            f"{axis.name} {axis.text(mask)}"
            for axis, mask, whole in zip(self.axes, box, self.whole, strict=True)
            if mask != whole
        ]
        return ", ".join(parts) or "every document"

    def range_of(self, name: str, region: Region) -> str:
        """This will write which values of one axis occur in the region."""
        place = self._place.get(name)
        if place is None:
            return "–"
        mask = 0
        for box in region:
            mask |= box[place]
        return self.axes[place].text(mask)


def space_of(graph: Graph, definitions: Sequence[FactDef]) -> Space:
    """This will cut the space as finely as the conditions of the graph need; raises TooManyClasses."""
    asked: dict[str, list[Condition]] = {}
    for condition in (c for node in graph.nodes.values() for c in conditions_of(node)):
        asked.setdefault(condition.fact, []).append(condition)
    axes: list[Axis] = []
    for definition in definitions:
        conditions = asked.get(definition.name, [])
        if definition.kind == "number":
            axes.append(_number_axis(definition.name, conditions))
        elif conditions:
            axes.append(_text_axis(definition, conditions))
    return Space(axes)


def _number_axis(name: str, conditions: Iterable[Condition]) -> NumberAxis:
    named = {c for cond in conditions if isinstance(cond, Between) for c in (cond.low, cond.high)}
    return NumberAxis(name, tuple(sorted({Decimal(0)} | {b for b in named if b is not None})))


def _text_axis(definition: FactDef, conditions: Iterable[Condition]) -> TextAxis:
    sets = list({c.values for c in conditions if isinstance(c, OneOf)})
    atoms: dict[int, str] = {}
    for code in sorted({code for values in sets for code in values}):
        atoms.setdefault(sum(1 << i for i, values in enumerate(sets) if code in values), code)
    atoms.setdefault(0, OTHER)
    if not definition.multiple:
        return TextAxis(definition.name, (frozenset(), *(frozenset({code}) for code in atoms.values())))
    classes: dict[int, frozenset[str]] = {0: frozenset()}
    for answer, code in atoms.items():
        for known, codes in list(classes.items()):
            classes.setdefault(known | answer, codes | {code})
        if len(classes) > MAX_CLASSES:
            raise TooManyClasses(definition.name)
    return TextAxis(definition.name, tuple(classes.values()))


def intersect(region: Region, box: Box | None) -> Region:
    """This will give the part of a region inside the box."""
    if box is None:
        return []
    cut = (tuple(a & b for a, b in zip(part, box, strict=True)) for part in region)
    return [part for part in cut if all(part)]


def subtract(region: Region, box: Box | None) -> Region:
    """This will give the part of a region outside the box, as boxes that do not overlap."""
    if box is None:
        return region
    left: Region = []
    for part in region:
        if not all(a & b for a, b in zip(part, box, strict=True)):
            left.append(part)
            continue
        inside = list(part)
        for axis, mask in enumerate(box):
            outside = part[axis] & ~mask
            if outside:
                left.append((*inside[:axis], outside, *part[axis + 1 :]))
            inside[axis] &= mask
    return left

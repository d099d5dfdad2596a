"""Limits on documents, reckoned before validation (R20): memoised, safe against fragment cycles.

A document is measured once for its text; only the cost is reckoned again when a list's length comes from a
variable. Whatever is over a limit is refused with TOO_COMPLEX and the name of the limit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLList,
    GraphQLNonNull,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    VariableNode,
    get_named_type,
    is_composite_type,
    parse,
)

from api.errors import TooComplex
from api.reads.arguments import DEFAULT_FIRST, MAX_FIRST
from api.reads.fields import DEFAULT_CHILDREN, Children
from api.reads.mounting import FieldResolver
from api.reads.roots import ListRoot

MAX_TOKENS = 4_000
MAX_COMMENTS = 200
MAX_FRAGMENTS = 50
MAX_DEPTH = 15
MAX_ALIASES = 40
MAX_DIRECTIVES = 40
MAX_FIELDS = 1_500
MAX_SAME_FIELD = 8
MAX_DUPLICATES = 60
MAX_COST = 150_000
COUNT_COST = 100
MOST = 10**9
"""Figures are cut off here: doubling fragments would make them astronomic."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a selection amounts to when its fragments are spread."""

    depth: int = 0
    fields: int = 0
    aliases: int = 0
    directives: int = 0
    duplicates: int = 0
    cost: int = 0


EMPTY = Measure()


def read_document(text: str) -> DocumentNode:
    """This will parse a document within the limits of its text; raises GraphQLError or TooComplex."""
    try:
        document = parse(text, max_lexical_tokens=MAX_TOKENS, max_comments=MAX_COMMENTS)
    except RecursionError:
        raise TooComplex(what="nested too deeply") from None
    except GraphQLError as error:
        if "tokens" in error.message or "comments" in error.message:
            raise TooComplex(what=f"more than {MAX_TOKENS} tokens or {MAX_COMMENTS} comments") from None
        raise
    operations = [d for d in document.definitions if isinstance(d, OperationDefinitionNode)]
    if len(operations) > 1:
        raise TooComplex(what="more than one operation")
    if len(document.definitions) - len(operations) > MAX_FRAGMENTS:
        raise TooComplex(what=f"more than {MAX_FRAGMENTS} fragments")
    return document


class Measured:
    """The measures of one document under one schema; the cost depends on variables that give lengths."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode) -> None:
        self.schema = schema
        self.document = document
        self.length_variables: set[str] = set()
        self._costs: dict[Any, int] = {}
        _check(self._measure({}))

    def cost(self, variables: Mapping[str, Any]) -> int:
        """This will reckon the cost with these variables; raises TooComplex when it is over the limit."""
        key = tuple(
            value if isinstance(value := variables.get(name), int) else None
            for name in sorted(self.length_variables)
        )
        known = self._costs.get(key)
        if known is None:
            known = self._measure(variables).cost
            if len(self._costs) < 32:
                self._costs[key] = known
        if known > MAX_COST:
            raise TooComplex(what=f"it costs {known} and the limit is {MAX_COST}")
        return known

    def _measure(self, variables: Mapping[str, Any]) -> Measure:
        walk = _Walk(self.schema, self.document, variables)
        measures = [
            walk.selection(d.selection_set, self.schema.get_root_type(d.operation), 0)
            for d in self.document.definitions
            if isinstance(d, OperationDefinitionNode)
        ]
        measures += [walk.fragment(name) for name in walk.fragments]
        self.length_variables |= walk.length_variables
        return _widest(measures)


def _check(measure: Measure) -> None:
    for what, value, limit in (
        ("levels", measure.depth, MAX_DEPTH),
        ("fields", measure.fields, MAX_FIELDS),
        ("aliases", measure.aliases, MAX_ALIASES),
        ("directives", measure.directives, MAX_DIRECTIVES),
        ("repeated fields", measure.duplicates, MAX_DUPLICATES),
    ):
        if value > limit:
            raise TooComplex(what=f"more than {limit} {what}")


class _Walk:
    def __init__(self, schema: GraphQLSchema, document: DocumentNode, variables: Mapping[str, Any]) -> None:
        self.schema = schema
        self.variables = variables
        self.fragments = {
            d.name.value: d for d in document.definitions if isinstance(d, FragmentDefinitionNode)
        }
        self.length_variables: set[str] = set()
        self._measures: dict[str, Measure] = {}
        self._keys: dict[str, Counter[str]] = {}
        self._open: set[str] = set()

    def fragment(self, name: str) -> Measure:
        """The measure of a fragment, reckoned once; a cycle counts as nothing, validation names it."""
        if name in self._measures:
            return self._measures[name]
        definition = self.fragments.get(name)
        if definition is None or name in self._open:
            return EMPTY
        self._open.add(name)
        type_ = self.schema.get_type(definition.type_condition.name.value)
        found = self.selection(definition.selection_set, type_, 0)
        self._open.discard(name)
        self._measures[name] = found
        return found

    def selection(self, selections: SelectionSetNode, parent: Any, depth: int) -> Measure:
        """The measure of a selection set of a type (None: unknown, validation will say so)."""
        if depth > MAX_DEPTH * 3:
            raise TooComplex(what=f"more than {MAX_DEPTH} levels")
        parts = [self._part(node, parent, depth) for node in selections.selections]
        keys = self._keys_of(selections)
        most = max(keys.values(), default=0)
        if most > MAX_SAME_FIELD:
            raise TooComplex(what=f"one field more than {MAX_SAME_FIELD} times in one place")
        total = _sum(parts)
        repeated = min(MOST, total.duplicates + sum(keys.values()) - len(keys))
        return Measure(total.depth, total.fields, total.aliases, total.directives, repeated, total.cost)

    def _part(self, node: Any, parent: Any, depth: int) -> Measure:
        directives = Measure(directives=len(node.directives))
        if isinstance(node, FieldNode):
            return _sum([self._field(node, parent, depth), directives])
        if isinstance(node, InlineFragmentNode):
            type_ = self.schema.get_type(node.type_condition.name.value) if node.type_condition else parent
            return _sum([self.selection(node.selection_set, type_, depth + 1), directives])
        if isinstance(node, FragmentSpreadNode):
            return _sum([self.fragment(node.name.value), directives])
        return directives

    def _field(self, node: FieldNode, parent: Any, depth: int) -> Measure:
        aliases = 1 if node.alias else 0
        name = node.name.value
        if name in ("__schema", "__type"):
            return Measure(1, 1, aliases, 0, 0, COUNT_COST)
        definition = getattr(parent, "fields", {}).get(name)
        if node.selection_set is None:
            return Measure(1, 1, aliases, 0, 0, COUNT_COST if name == "totalCount" else 1)
        type_ = get_named_type(definition.type) if definition is not None else None
        inner = self.selection(node.selection_set, type_, depth + 1)
        cost = min(MOST, 1 + self._length(node, definition, parent) * inner.cost)
        return Measure(
            inner.depth + 1,
            inner.fields + 1,
            inner.aliases + aliases,
            inner.directives,
            inner.duplicates,
            cost,
        )

    def _length(self, node: FieldNode, definition: Any, parent: Any) -> int:
        """How many rows a field is reckoned with."""
        if definition is None:
            return 1
        resolver = definition.resolve
        if isinstance(resolver, ListRoot):
            return self._first(node)
        if isinstance(resolver, FieldResolver) and isinstance(resolver.declaration, Children):
            return resolver.declaration.expect
        if getattr(getattr(parent, "graphene_type", None), "is_page", False):
            return 1
        return DEFAULT_CHILDREN if _is_list_of_composites(definition.type) else 1

    def _first(self, node: FieldNode) -> int:
        for argument in node.arguments:
            if argument.name.value != "first":
                continue
            value = argument.value
            if isinstance(value, IntValueNode):
                return max(1, min(MAX_FIRST, int(value.value[:10])))
            if isinstance(value, VariableNode):
                self.length_variables.add(value.name.value)
                given = self.variables.get(value.name.value)
                return max(1, min(MAX_FIRST, given)) if isinstance(given, int) else DEFAULT_FIRST
        return DEFAULT_FIRST

    def _keys_of(self, selections: SelectionSetNode) -> Counter[str]:
        """How often each answer key stands in one place, fragments spread."""
        keys: Counter[str] = Counter()
        for node in selections.selections:
            if isinstance(node, FieldNode):
                keys[node.alias.value if node.alias else node.name.value] += 1
            elif isinstance(node, InlineFragmentNode):
                keys.update(self._keys_of(node.selection_set))
            elif isinstance(node, FragmentSpreadNode):
                keys.update(self._keys_of_fragment(node.name.value))
        return Counter({key: min(MOST, value) for key, value in keys.items()})

    def _keys_of_fragment(self, name: str) -> Counter[str]:
        if name not in self._keys:
            definition = self.fragments.get(name)
            self._keys[name] = Counter()
            if definition is not None:
                self._keys[name] = self._keys_of(definition.selection_set)
        return self._keys[name]


def _is_list_of_composites(type_: Any) -> bool:
    while isinstance(type_, GraphQLNonNull):
        type_ = type_.of_type
    return isinstance(type_, GraphQLList) and is_composite_type(get_named_type(type_))


def _sum(parts: list[Measure]) -> Measure:
    return Measure(
        max((p.depth for p in parts), default=0),
        min(MOST, sum(p.fields for p in parts)),
        min(MOST, sum(p.aliases for p in parts)),
        min(MOST, sum(p.directives for p in parts)),
        min(MOST, sum(p.duplicates for p in parts)),
        min(MOST, sum(p.cost for p in parts)),
    )


def _widest(parts: list[Measure]) -> Measure:
    names = Measure.__dataclass_fields__
    return Measure(**{name: max((getattr(p, name) for p in parts), default=0) for name in names})

"""Our own pages' documents where modules are off: they lose what does not exist there.

A page asks for all it may show; in a unit without some module the answer simply lacks it, and a page of which
nothing is left is not found. Documents of other clients are never changed: they are refused like any unknown field.
"""

from __future__ import annotations

from typing import Any

from graphql import (
    REMOVE,
    DocumentNode,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    OperationDefinitionNode,
    TypeInfo,
    TypeInfoVisitor,
    Visitor,
    parse,
    print_ast,
    visit,
)

MAX_TOKENS = 20_000


def pruned(schema: GraphQLSchema, text: str) -> str | None:
    """This will give the text without fields that the schema does not have; None when nothing is left to ask."""
    whole = parse(text, max_tokens=MAX_TOKENS)
    document = _without_unknown_fields(schema, whole)
    if document is whole:
        return text
    if not any(isinstance(d, OperationDefinitionNode) for d in document.definitions):
        return None
    return print_ast(_without_unused_variables(document))


def _without_unknown_fields(schema: GraphQLSchema, document: DocumentNode) -> DocumentNode:
    while True:
        types = TypeInfo(schema)
        remover = _Remover(schema, types, _fragments(document))
        document = visit(document, TypeInfoVisitor(types, remover))
        if not remover.removed:
            return document


def _fragments(document: DocumentNode) -> set[str]:
    return {d.name.value for d in document.definitions if d.kind == "fragment_definition"}


class _Remover(Visitor):
    """One pass; what becomes empty by it goes in the next one."""

    def __init__(self, schema: GraphQLSchema, types: TypeInfo, fragments: set[str]) -> None:
        super().__init__()
        self.schema = schema
        self.types = types
        self.fragments = fragments
        self.removed = False

    def enter_field(self, node: Any, *_: Any) -> Any:
        parent = self.types.get_parent_type()
        if node.name.value.startswith("__") or not isinstance(
            parent, GraphQLObjectType | GraphQLInterfaceType
        ):
            return None
        empty = node.selection_set is not None and not node.selection_set.selections
        return self._remove() if empty or node.name.value not in parent.fields else None

    def enter_fragment_spread(self, node: Any, *_: Any) -> Any:
        return None if node.name.value in self.fragments else self._remove()

    def enter_fragment_definition(self, node: Any, *_: Any) -> Any:
        return self._unless_empty_or_unknown(node)

    def enter_inline_fragment(self, node: Any, *_: Any) -> Any:
        return self._unless_empty_or_unknown(node)

    def enter_operation_definition(self, node: Any, *_: Any) -> Any:
        return None if node.selection_set.selections else self._remove()

    def _unless_empty_or_unknown(self, node: Any) -> Any:
        condition = node.type_condition
        known = condition is None or self.schema.get_type(condition.name.value) is not None
        return None if known and node.selection_set.selections else self._remove()

    def _remove(self) -> Any:
        self.removed = True
        return REMOVE


class _UsedVariables(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_variable_definition(self, *_: Any) -> Any:
        return False

    def enter_variable(self, node: Any, *_: Any) -> None:
        self.names.add(node.name.value)


def _without_unused_variables(document: DocumentNode) -> DocumentNode:
    used = _UsedVariables()
    visit(document, used)

    class Remover(Visitor):
        def enter_variable_definition(self, node: Any, *_: Any) -> Any:
            return None if node.variable.name.value in used.names else REMOVE

    return visit(document, Remover())

"""Documents: parsed and validated once for a schema, then kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

from graphql import DocumentNode, GraphQLError, GraphQLSchema, parse, specified_rules, validate


class Rejected(Exception):
    """The document cannot be executed; `errors` say why."""

    def __init__(self, errors: list[GraphQLError]) -> None:
        self.errors = errors
        super().__init__(errors[0].message)


class Document:
    """A parsed and validated document of one schema."""

    def __init__(self, ast: DocumentNode) -> None:
        self.ast = ast


class Documents:
    """The documents of one schema that were used last."""

    def __init__(self, schema: GraphQLSchema, *, capacity: int = 1_000) -> None:
        self.schema = schema
        self.capacity = capacity
        self._known: OrderedDict[str, Document] = OrderedDict()

    def get(self, text: str, variables: Mapping[str, Any]) -> Document:
        """This will give the document of a text; raises Rejected."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._read(text)
            if len(self._known) > self.capacity:
                self._known.popitem(last=False)
        return known

    def _read(self, text: str) -> Document:
        try:
            ast = parse(text)
        except GraphQLError as error:
            raise Rejected([error]) from error
        errors = validate(self.schema, ast, specified_rules, hide_suggestions=True)
        if errors:
            raise Rejected(errors)
        return Document(ast)


_by_schema: WeakKeyDictionary[GraphQLSchema, Documents] = WeakKeyDictionary()


def documents_of(schema: GraphQLSchema) -> Documents:
    """This will give the documents of a schema."""
    if schema not in _by_schema:
        _by_schema[schema] = Documents(schema)
    return _by_schema[schema]

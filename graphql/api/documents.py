"""Documents: read, measured and validated once for a schema, then kept while there is room.

Rejected documents are not kept. What is kept is bounded by the size of the texts, so that strangers cannot
fill the memory; the front end's own documents have their own place and never leave it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLSchema,
    NoSchemaIntrospectionCustomRule,
    VariableNode,
    Visitor,
    specified_rules,
    validate,
    visit,
)

from api.errors import TooComplex
from api.limits import Measured, read_document
from api.pruning import pruned
from tenants.kernel.errors import NotFound

MAX_KEPT_BYTES = 1_000_000
MAX_ERRORS = 5


class Rejected(Exception):
    """The document cannot be executed; `errors` say why."""

    def __init__(self, errors: list[GraphQLError]) -> None:
        self.errors = errors
        super().__init__(errors[0].message)


class Document:
    """A parsed and validated document of one schema, with the programs compiled for it."""

    modules: tuple[str, ...] | None = None

    def __init__(self, text: str, ast: DocumentNode, measured: Measured, schema: GraphQLSchema) -> None:
        self.text = text
        self.schema = schema
        self.ast = ast
        self.measured = measured
        self.switches = switches_of(ast)
        self.programs: dict[Any, Any] = {}

    def variant(self, variables: Mapping[str, Any]) -> tuple[Any, ...]:
        """The values of the variables that switch parts of the document on and off."""
        return tuple(variables.get(name) for name in self.switches)


class _Switches(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_directive(self, node: Any, *_: Any) -> None:
        if node.name.value in ("include", "skip"):
            self.names |= {a.value.name.value for a in node.arguments if isinstance(a.value, VariableNode)}


def switches_of(ast: DocumentNode) -> tuple[str, ...]:
    """This will name the variables that stand in @include and @skip."""
    found = _Switches()
    visit(ast, found)
    return tuple(sorted(found.names))


class Documents:
    """The documents of one schema that were used last."""

    def __init__(self, schema: GraphQLSchema, *, introspection: bool) -> None:
        self.schema = schema
        extra = () if introspection else (NoSchemaIntrospectionCustomRule,)
        self.rules = (*specified_rules, *extra)
        self._own: dict[str, Document] = {}
        self._known: OrderedDict[str, Document] = OrderedDict()
        self._kept_bytes = 0
        self._lock = threading.Lock()

    def get(self, text: str, variables: Mapping[str, Any], *, own: bool = False) -> Document:
        """This will give the document of a text; raises Rejected, or TooComplex when it is over a limit.

        `own` documents, those of our front end, stay for good; they lose what belongs to modules that are off, and
        NotFound is raised when nothing is left of one.
        """
        known = self._own.get(text) or self._used_again(text) or self._keep(text, own)
        known.measured.cost(variables)
        return known

    def _used_again(self, text: str) -> Document | None:
        with self._lock:
            if text in self._known:
                self._known.move_to_end(text)
            return self._known.get(text)

    def _keep(self, text: str, own: bool) -> Document:
        if own:
            left = pruned(self.schema, text)
            if left is None:
                raise NotFound
            self._own[text] = known = self.read(left)
            return known
        known = self.read(text)
        with self._lock:
            if text in self._known:  # another thread read it at the same time
                return self._known[text]
            self._known[text] = known
            self._kept_bytes += len(text)
            while self._kept_bytes > MAX_KEPT_BYTES and len(self._known) > 1:
                oldest, _ = self._known.popitem(last=False)
                self._kept_bytes -= len(oldest)
        return known

    def read(self, text: str) -> Document:
        """This will read, measure and validate a document without keeping it."""
        try:
            ast = read_document(text)
        except GraphQLError as error:
            raise Rejected([error]) from error
        try:
            measured = Measured(self.schema, ast)
            errors = validate(self.schema, ast, self.rules, max_errors=MAX_ERRORS, hide_suggestions=True)
        except RecursionError:
            raise TooComplex(what="nested too deeply") from None
        if errors:
            raise Rejected(errors)
        return Document(text, ast, measured, self.schema)


_by_schema: WeakKeyDictionary[GraphQLSchema, dict[bool, Documents]] = WeakKeyDictionary()


def documents_of(schema: GraphQLSchema, *, introspection: bool = False) -> Documents:
    """This will give the documents of a schema, with introspection allowed or not."""
    kept = _by_schema.setdefault(schema, {})
    if introspection not in kept:
        kept[introspection] = Documents(schema, introspection=introspection)
    return kept[introspection]

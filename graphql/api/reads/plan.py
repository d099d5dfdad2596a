"""Plans an operation's root field: which rows are fetched, and how a row becomes an object.

The plan is made once for a document, an actor's permissions and the values of its @include and @skip
variables. Every permission on the way is asked here, before any row is read. A plan has one `Rows` for each
place in the answer that needs a statement, parents before children.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from graphql import FieldNode, GraphQLObjectType, GraphQLSchema
from graphql.execution.collect_fields import collect_sub_fields

from api.reads.expressions import Names, column_expression, computed_expression, money_expression
from api.reads.fields import Children, Column, Computed, Declaration, Loaded, MoneyField, Reference
from api.reads.guards import require_field, require_type
from api.reads.mounting import FieldResolver
from api.reads.types import ReadMeta, read_type
from api.reads.values import Unsupported, completer
from tenants.kernel.actor import Actor

Nodes = dict[str, list[FieldNode]]


@dataclass(eq=False)
class Rows:
    """The rows of one statement. `link` leads here from the parent's rows; the root has none."""

    index: int
    read: ReadMeta
    parent: Rows | None = None
    link: Children | Reference | None = None
    columns: dict[str, int] = field(default_factory=dict)

    def position(self, name: str) -> int:
        """The place of a column in the row; a column is fetched because it was asked for here."""
        return self.columns.setdefault(self.read.attname(name), len(self.columns))

    @property
    def own_key(self) -> str:
        """The column by which these rows are found."""
        assert self.link is not None
        return self.link.by if isinstance(self.link, Children) else self.link.to

    @property
    def parent_key(self) -> str:
        """The column of the parent's rows that leads here."""
        assert self.link is not None
        return self.link.to if isinstance(self.link, Children) else self.link.by


@dataclass(eq=False)
class Loading:
    """A call to another context for the values of one column of some rows."""

    index: int
    rows: Rows
    declaration: Loaded
    complete: Callable[[Any], Any]


class Plan:
    """Collects rows, loadings and the body of the completion function while it walks the selection."""

    def __init__(
        self, schema: GraphQLSchema, fragments: Any, variables: dict[str, Any], actor: Actor
    ) -> None:
        self.schema = schema
        self.fragments = fragments
        self.variables = variables
        self.actor = actor
        self.rows: list[Rows] = []
        self.loadings: list[Loading] = []
        self.names = Names()
        self.body: list[str] = []
        self._linked: dict[tuple[int, str], Rows] = {}

    def collect(self, type_: GraphQLObjectType, nodes: list[FieldNode]) -> Nodes:
        """The fields under some nodes for a runtime type, exactly as the executor collects them."""
        return collect_sub_fields(self.schema, self.fragments, self.variables, type_, nodes)

    def new_rows(self, read: ReadMeta, parent: Rows | None = None, link: Any = None) -> Rows:
        """This will add a statement for rows of a type; raises Forbidden."""
        require_type(read, self.actor)
        rows = Rows(len(self.rows), read, parent, link)
        self.rows.append(rows)
        return rows

    def object_expression(self, rows: Rows, nodes: list[FieldNode]) -> str:
        """This will write the expression that makes the object of one row `r`."""
        type_ = self.object_type(rows.read.name)
        parts = [
            f"{key!r}: {self._field_expression(rows, type_, found)}"
            for key, found in self.collect(type_, nodes).items()
        ]
        return "{" + ", ".join(parts) + "}"

    def object_type(self, name: str) -> GraphQLObjectType:
        """The object type of that name in the schema."""
        found = self.schema.get_type(name)
        if not isinstance(found, GraphQLObjectType):
            raise Unsupported(name)
        return found

    def _field_expression(self, rows: Rows, type_: GraphQLObjectType, nodes: list[FieldNode]) -> str:
        name = nodes[0].name.value
        if name == "__typename":
            return repr(type_.name)
        resolver = type_.fields[name].resolve
        if not isinstance(resolver, FieldResolver):
            raise Unsupported(f"{type_.name}.{name}")
        declaration = resolver.declaration
        require_field(declaration, self.actor)
        return self._declared(rows, declaration, type_.fields[name].type, nodes)

    def _declared(self, rows: Rows, declaration: Declaration, type_: Any, nodes: list[FieldNode]) -> str:
        if isinstance(declaration, Column):
            place = rows.position(declaration.source)
            return column_expression(self.names, declaration, type_, place)
        if isinstance(declaration, MoneyField):
            fields = self.collect(self.object_type("Money"), nodes)
            amount, currency = rows.position(declaration.amount), rows.position(declaration.currency)
            return money_expression(self.names, declaration, rows.read, amount, currency, fields)
        if isinstance(declaration, Computed):
            places = [rows.position(name) for name in declaration.needs]
            return computed_expression(self.names, declaration, self._completer(type_, nodes), places)
        if isinstance(declaration, Loaded):
            return self._loaded(rows, declaration, type_, nodes)
        if isinstance(declaration, Children):
            return self._children(rows, declaration, nodes)
        if isinstance(declaration, Reference):
            return self._reference(rows, declaration, nodes)
        raise Unsupported(declaration.where)

    def _completer(self, type_: Any, nodes: list[FieldNode]) -> Callable[[Any], Any]:
        return completer(type_, nodes, self.collect)

    def _loaded(self, rows: Rows, declaration: Loaded, type_: Any, nodes: list[FieldNode]) -> str:
        place = rows.position(declaration.by)
        loading = Loading(len(self.loadings), rows, declaration, self._completer(type_, nodes))
        self.loadings.append(loading)
        found = f"D{loading.index}.get(r[{place}])"
        return f"not_null({found})" if declaration.required else found

    def _linked_rows(self, rows: Rows, declaration: Children | Reference) -> Rows:
        key = (rows.index, declaration.name)
        if key not in self._linked:
            rows.position(declaration.to if isinstance(declaration, Children) else declaration.by)
            target = read_type(declaration.type_name).read
            linked = self._linked[key] = self.new_rows(target, rows, declaration)
            linked.position(linked.own_key)
        return self._linked[key]

    def _children(self, rows: Rows, declaration: Children, nodes: list[FieldNode]) -> str:
        linked = self._linked_rows(rows, declaration)
        expression = self.object_expression(linked, nodes)
        key = linked.position(linked.own_key)
        name = self.names.new("k")
        self.body += [
            f"{name} = {{}}",
            f"for r in R{linked.index}:",
            f"    o = {expression}",
            f"    g = {name}.get(r[{key}])",
            "    if g is None:",
            f"        {name}[r[{key}]] = [o]",
            "    else:",
            "        g.append(o)",
        ]
        return f"{name}.get(r[{rows.position(declaration.to)}], NONE)"

    def _reference(self, rows: Rows, declaration: Reference, nodes: list[FieldNode]) -> str:
        linked = self._linked_rows(rows, declaration)
        expression = self.object_expression(linked, nodes)
        name = self.names.new("k")
        key = linked.position(linked.own_key)
        self.body.append(f"{name} = {{r[{key}]: {expression} for r in R{linked.index}}}")
        found = f"{name}.get(r[{rows.position(declaration.by)}])"
        return f"not_null({found})" if declaration.required else found

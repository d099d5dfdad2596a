"""Programs: a compiled root field. It fetches level by level and completes the answer in one function.

The function's text is made from the plan: GraphQL names and numbers only (see `expressions.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graphql import FieldNode, GraphQLObjectType, get_named_type

from api.reads.arguments import ListRequest
from api.reads.cursor import fetch
from api.reads.fields import Children
from api.reads.keyset import encode_cursor
from api.reads.kinds import INTEGER, UUID
from api.reads.levels import MAX_ROWS, order_sql, python_value, too_many_rows
from api.reads.plan import Loading, Plan, Rows
from api.reads.roots import total_of
from api.reads.statements import Part, identifier, prepared, read_column, select
from api.reads.types import ReadMeta
from api.reads.values import Unsupported
from tenants.kernel.actor import Actor

JOINED = (UUID, INTEGER)
"""Kinds whose keys need no quoting inside an array's text."""


class Step:
    """Fetches the rows of one level by the keys of the level above."""

    def __init__(self, rows: Rows, actor: Actor) -> None:
        assert rows.parent is not None
        self.index = rows.index
        self.parent = rows.parent.index
        self.place = rows.parent.position(rows.parent_key)
        read = rows.read
        kind = read.kind_of_column(rows.own_key, where=read.name)
        self.joined = kind in JOINED
        ordered = rows.link.order_by if isinstance(rows.link, Children) else ()
        column = identifier(read_column(read, rows.own_key))
        columns = (rows.own_key, "id", *(name.lstrip("-") for name in ordered))
        self.statement = prepared(
            read,
            actor,
            columns=tuple(rows.columns),
            where=Part(f"{column} = ANY(%s::{kind.sql_type}[])", (None,), columns),
            order_by=order_sql(read, ordered) if isinstance(rows.link, Children) else "",
            limit=MAX_ROWS + 1,
        )

    def run(self, actor: Actor, levels: list[Sequence[tuple[Any, ...]]]) -> Sequence[tuple[Any, ...]]:
        """This will fetch the level's rows; raises TooComplex when there are too many."""
        place = self.place
        keys = {row[place] for row in levels[self.parent]}
        keys.discard(None)
        if not keys:
            return ()
        value: Any = "{" + ",".join(map(str, keys)) + "}" if self.joined else list(keys)
        statement = self.statement(actor, value)
        if statement is None:
            return ()
        rows = fetch(*statement)
        if len(rows) > MAX_ROWS:
            raise too_many_rows()
        return rows


@dataclass(slots=True)
class Program:
    """A compiled selection of rows of one type. `complete` is the generated function."""

    read: ReadMeta
    columns: tuple[str, ...]
    steps: list[Step]
    loadings: list[Loading]
    complete: Callable[..., Any]
    text: str
    by_id: Callable[[Actor, Any], tuple[str, list[Any]] | None]
    wants_cursor: bool = False
    wants_total: bool = False

    def page(self, request: ListRequest, actor: Actor, at: datetime) -> Any:
        """This will answer a list."""
        columns = (*self.columns, request.order.column) if self.wants_cursor else self.columns
        statement = select(
            self.read,
            actor,
            columns=columns,
            where=request.where,
            order_by=request.order.sql(self.read),
            limit=request.first + 1,
            also=("id", request.order.column),
        )
        rows = [] if statement is None else fetch(*statement)
        more = len(rows) > request.first
        if more:
            rows.pop()
        total = total_of(self.read, actor, request.conditions) if self.wants_total else None
        order, key = request.order, self.columns.index("id") if self.wants_cursor else 0

        def cursor(row: tuple[Any, ...]) -> str:
            return encode_cursor(order, row[-1], row[key])

        return self._complete(rows, actor, at, cursor, more, request.position is not None, total)

    def record(self, key: str, actor: Actor, at: datetime) -> Any:
        """This will answer one record by its id, or None."""
        statement = self.by_id(actor, key)
        rows = [] if statement is None else fetch(*statement)
        return self._complete(rows, actor, at) if rows else None

    def _complete(self, rows: list[tuple[Any, ...]], actor: Actor, at: datetime, *page: Any) -> Any:
        levels: list[Any] = [rows]
        for step in self.steps:
            levels.append(step.run(actor, levels))
        return self.complete(
            levels, [_load(loading, levels, actor) for loading in self.loadings], at, actor, *page
        )


def _load(loading: Loading, levels: list[Any], actor: Actor) -> Mapping[Any, Any]:
    """This will ask another context for the values of one column, once for all rows."""
    place = loading.rows.position(loading.declaration.by)
    keys = {row[place] for row in levels[loading.rows.index]}
    keys.discard(None)
    if not keys:
        return {}
    kind = loading.declaration.kind
    by_key = {python_value(kind, key): key for key in keys}
    found = loading.declaration.load(actor=actor, keys=list(by_key))
    return {raw: loading.complete(found.get(key)) for key, raw in by_key.items()}


def compile_record(plan: Plan, read: ReadMeta, nodes: list[FieldNode]) -> Program:
    """This will compile a selection on one record; raises Forbidden, or Unsupported."""
    rows = plan.new_rows(read)
    rows.position("id")
    expression = plan.object_expression(rows, nodes)
    return _finish(plan, rows, ["r = R0[0]", f"return {expression}"], "")


def compile_page(plan: Plan, read: ReadMeta, nodes: list[FieldNode]) -> Program:
    """This will compile a selection on a list; raises Forbidden, or Unsupported."""
    rows = plan.new_rows(read)
    rows.position("id")
    page = _PageExpressions(plan, rows, nodes)
    program = _finish(plan, rows, [f"return {page.expression}"], ", cursor, more, behind, total")
    program.wants_cursor, program.wants_total = page.wants_cursor, page.wants_total
    return program


class _PageExpressions:
    def __init__(self, plan: Plan, rows: Rows, nodes: list[FieldNode]) -> None:
        self.plan = plan
        self.rows = rows
        self.wants_cursor = False
        self.wants_total = False
        type_ = plan.object_type(f"{rows.read.name}Connection")
        self.expression = self._object(type_, nodes, self._page_field)

    def _object(self, type_: GraphQLObjectType, nodes: list[FieldNode], write: Callable[..., str]) -> str:
        parts = []
        for key, found in self.plan.collect(type_, nodes).items():
            name = found[0].name.value
            parts.append(
                f"{key!r}: {repr(type_.name) if name == '__typename' else write(type_, name, found)}"
            )
        return "{" + ", ".join(parts) + "}"

    def _page_field(self, type_: GraphQLObjectType, name: str, nodes: list[FieldNode]) -> str:
        if name == "nodes":
            return f"[{self.plan.object_expression(self.rows, nodes)} for r in R0]"
        if name == "edges":
            edge = get_named_type(type_.fields[name].type)
            return f"[{self._object(edge, nodes, self._edge_field)} for r in R0]"
        if name == "pageInfo":
            return self._object(self.plan.object_type("PageInfo"), nodes, self._info_field)
        if name == "totalCount":
            self.wants_total = True
            return "total"
        raise Unsupported(name)

    def _edge_field(self, type_: GraphQLObjectType, name: str, nodes: list[FieldNode]) -> str:
        if name == "node":
            return self.plan.object_expression(self.rows, nodes)
        self.wants_cursor = True
        return "cursor(r)"

    def _info_field(self, type_: GraphQLObjectType, name: str, nodes: list[FieldNode]) -> str:
        if name in ("startCursor", "endCursor"):
            self.wants_cursor = True
            return f"(cursor(R0[{0 if name == 'startCursor' else -1}]) if R0 else None)"
        return "more" if name == "hasNextPage" else "behind"


def _finish(plan: Plan, root: Rows, last: list[str], page: str) -> Program:
    lines = [f"def complete(levels, loads, at, actor{page}):"]
    lines += [f"    R{rows.index} = levels[{rows.index}]" for rows in plan.rows]
    lines += [f"    D{loading.index} = loads[{loading.index}]" for loading in plan.loadings]
    lines += [f"    {line}" for line in (*plan.body, *last)]
    text = "\n".join(lines)
    namespace = dict(plan.names.bound)
    exec(compile(text, "<compiled read>", "exec"), namespace)  # noqa: S102 - see the module's docstring
    steps = [Step(rows, plan.actor) for rows in plan.rows[1:]]
    return Program(
        read=root.read,
        columns=tuple(root.columns),
        steps=steps,
        loadings=plan.loadings,
        complete=namespace["complete"],
        text=text,
        by_id=_by_id(plan.actor, root),
    )


def _by_id(actor: Actor, root: Rows) -> Callable[[Actor, Any], tuple[str, list[Any]] | None]:
    """The statement for one row of the root by its id."""
    where = Part(f"{identifier('id')} = %s::uuid", (None,), ("id",))
    return prepared(root.read, actor, columns=tuple(root.columns), where=where)

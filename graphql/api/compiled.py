"""Answers root fields over read types by compiled programs, kept with the document."""

from __future__ import annotations

from typing import Any

from graphql import ExecutionContext, FieldNode, GraphQLField, GraphQLObjectType
from graphql.execution.values import get_argument_values

from api.ids import key_of
from api.reads.arguments import list_request
from api.reads.guards import require_type
from api.reads.plan import Plan
from api.reads.program import Program, compile_page, compile_record
from api.reads.roots import ListRoot, NodeRoot, OneRoot, ReadBackRoot
from api.reads.types import ReadMeta
from api.reads.values import Bail, Unsupported
from tenants.runtime.shapes import shape_of

READ_ROOTS = (ListRoot, OneRoot, NodeRoot, ReadBackRoot)
MAX_PROGRAMS = 200
MISSING = object()


class NotCompiled(Exception):
    """The field is answered by graphql-core."""


def answer(execution: ExecutionContext, definition: GraphQLField, source: Any, nodes: list[FieldNode]) -> Any:
    """This will give the completed value of a root field over read types.

    Raises NotCompiled where graphql-core must answer, and refusals as they are.
    """
    context = execution.context_value
    resolver = definition.resolve
    try:
        if isinstance(resolver, ListRoot):
            arguments = get_argument_values(definition, nodes[0], execution.variable_values)
            require_type(resolver.read, context.actor)
            program = _program(execution, resolver.read, nodes, compile_page)
            request = list_request(resolver.read, context.actor, **arguments)
            return program.page(request, context.actor, context.at)
        read, key = _record(execution, definition, source, nodes)
        if read is None:
            return None
        program = _program(execution, read, nodes, compile_record)
        return None if key is None else program.record(str(key), context.actor, context.at)
    except (Bail, Unsupported) as reason:
        raise NotCompiled from reason


def _record(
    execution: ExecutionContext, definition: GraphQLField, source: Any, nodes: list[FieldNode]
) -> tuple[ReadMeta | None, Any]:
    """The type and key of the record that a root field asks for."""
    resolver = definition.resolve
    if isinstance(resolver, ReadBackRoot):
        return resolver.read, source.key_of(nodes[0].name.value)
    arguments = get_argument_values(definition, nodes[0], execution.variable_values)
    if isinstance(resolver, NodeRoot):
        return resolver.parse(arguments["id"], execution.schema, execution.context_value.actor)
    assert isinstance(resolver, OneRoot)
    return resolver.read, key_of(arguments["id"], resolver.read.name)


def _program(execution: Any, read: ReadMeta, nodes: list[FieldNode], compile_with: Any) -> Program:
    """The program of these nodes for actors of this shape and these switches; compiled once."""
    programs = execution.document.programs
    actor = execution.context_value.actor
    key = (
        read.name,
        tuple(map(id, nodes)),
        execution.document.variant(execution.variable_values),
        shape_of(actor),
    )
    known = programs.get(key, MISSING)
    if known is MISSING:
        plan = Plan(execution.schema, execution.fragments, execution.variable_values, actor)
        try:
            known = compile_with(plan, read, nodes)
        except Unsupported:
            known = None
        if len(programs) >= MAX_PROGRAMS:
            programs.clear()
        programs[key] = known
    if known is None:
        raise NotCompiled
    return known


def guard(execution: Any, definition: GraphQLField, source: Any, nodes: list[FieldNode]) -> None:
    """This will ask every permission of a selection as compiling it would; raises Forbidden."""
    resolver = definition.resolve
    if isinstance(resolver, ListRoot):
        require_type(resolver.read, execution.context_value.actor)
        guard_type(execution, execution.schema.get_type(f"{resolver.read.name}Connection"), nodes)
        return
    read, _ = _record(execution, definition, source, nodes)
    if read is not None:
        require_type(read, execution.context_value.actor)
        guard_type(execution, execution.schema.get_type(read.name), nodes)


def guard_type(execution: Any, type_: GraphQLObjectType, nodes: list[FieldNode]) -> None:
    """This will ask every permission under some nodes of an object type; raises Forbidden."""
    from graphql import get_named_type, is_object_type

    from api.reads.guards import require_field
    from api.reads.mounting import FieldResolver
    from api.reads.types import read_type

    for found in execution.collect_subfields(type_, nodes).values():
        definition = type_.fields.get(found[0].name.value)
        if definition is None:
            continue
        if isinstance(definition.resolve, FieldResolver):
            declaration = definition.resolve.declaration
            require_field(declaration, execution.context_value.actor)
            if declaration.target() is not None:
                require_type(read_type(declaration.target()).read, execution.context_value.actor)
        inner = get_named_type(definition.type)
        if is_object_type(inner):
            guard_type(execution, inner, found)

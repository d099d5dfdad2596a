"""Executes one operation for one actor inside the request's unit of work.

graphql-core coerces the variables and walks the root fields; whatever lies under a root field over read
types is answered by a compiled program, and by graphql-core again where that is not possible. A mutation is
the only field of its operation: when it is refused, everything is rolled back and the payload tells why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from graphql import (
    ExecutionContext,
    FieldNode,
    GraphQLError,
    GraphQLObjectType,
    GraphQLSchema,
    OperationType,
    located_error,
)
from graphql.pyutils import Path

from api.compiled import READ_ROOTS, NotCompiled, answer, guard
from api.errors import RETRYABLE, ListenElsewhere, TooComplex, format_error, refusal_as_error, state_of
from api.mutation import MutationRoot
from api.scalars import to_json_bytes
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError


@dataclass(slots=True)
class RequestContext:
    """What resolvers know: who acts, when, and how the request was made."""

    actor: Actor
    at: datetime
    text: str = ""
    variables: Mapping[str, Any] = field(default_factory=dict)
    idempotency_key: str | None = None
    compiled: bool = True
    refusal: DomainError | None = None
    request: Any = None
    fell_back: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Outcome:
    """The answer to an operation. `roll_back`: nothing of the unit of work may stay."""

    data: dict[str, Any] | None
    errors: list[dict[str, Any]] = field(default_factory=list)
    roll_back: bool = False
    retry: bool = False

    def as_json(self) -> bytes:
        """This will write the answer as GraphQL over HTTP wants it."""
        payload: dict[str, Any] = {"errors": self.errors} if self.errors else {}
        payload["data"] = self.data
        return to_json_bytes(payload)


class _Stopped(Exception):
    """A mutation met an error; the errors are collected by the execution."""


def execute(
    schema: GraphQLSchema, document: Any, context: RequestContext, *, operation_name: str | None = None
) -> Outcome:
    """This will execute the operation of a parsed, validated document."""
    built = Execution.build(
        schema,
        document.ast,
        context_value=context,
        raw_variable_values=dict(context.variables),
        operation_name=operation_name,
        max_coercion_errors=5,
        hide_suggestions=True,
    )
    locale = context.actor.locale
    if isinstance(built, list):
        return Outcome(None, [format_error(error, locale) for error in built])
    built.document = document
    if built.operation.operation is OperationType.SUBSCRIPTION:
        return Outcome(None, [refusal_as_error(ListenElsewhere(), locale)])
    if built.operation.operation is OperationType.MUTATION:
        return _mutate(built, context)
    return _outcome(built, context)


def _outcome(execution: Execution, context: RequestContext) -> Outcome:
    try:
        data = execution.execute_operation(execution.operation, None)
    except GraphQLError as error:
        execution.collected_errors.add(error, None)
        data = None
    collected = execution.collected_errors.errors
    return Outcome(
        data,
        [format_error(error, context.actor.locale) for error in collected],
        retry=any(state_of(error.original_error) in RETRYABLE for error in collected),
    )


def _mutate(execution: Execution, context: RequestContext) -> Outcome:
    outcome = _outcome(execution, context)
    if not outcome.errors:
        return outcome
    refusals = [e.original_error for e in execution.collected_errors.errors]
    if len(refusals) == 1 and isinstance(refusals[0], DomainError):
        context.refusal = refusals[0]
        execution.collected_errors = type(execution.collected_errors)()
        outcome = _outcome(execution, context)
    outcome.roll_back = True
    return outcome


class Execution(ExecutionContext):
    """graphql-core's execution with our mutations and compiled fields at the root."""

    document: Any = None

    def execute_fields_serially(
        self, parent_type: GraphQLObjectType, source_value: Any, path: Path | None, fields: Any
    ) -> Any:
        actions = [nodes for nodes in fields.values() if not nodes[0].name.value.startswith("__")]
        if len(actions) > 1:
            raise located_error(TooComplex(what="more than one mutation"), actions[1])
        return super().execute_fields_serially(parent_type, source_value, path, fields)

    def execute_field(
        self, parent_type: GraphQLObjectType, source: Any, field_nodes: list[FieldNode], path: Path
    ) -> Any:
        definition = parent_type.fields.get(field_nodes[0].name.value)
        resolver = definition.resolve if definition is not None else None
        if isinstance(resolver, MutationRoot) and self.context_value.refusal is None:
            return self._act_once(resolver, parent_type, source, field_nodes, path)
        if isinstance(resolver, READ_ROOTS) and self.context_value.refusal is None:
            return self._read(definition, parent_type, source, field_nodes, path)
        return super().execute_field(parent_type, source, field_nodes, path)

    def _read(
        self,
        definition: Any,
        parent_type: GraphQLObjectType,
        source: Any,
        field_nodes: list[FieldNode],
        path: Path,
    ) -> Any:
        """This will answer a field over read types: compiled, or by graphql-core where that is not possible."""
        try:
            if self.context_value.compiled:
                try:
                    return answer(self, definition, source, field_nodes)
                except NotCompiled:
                    self.context_value.fell_back.append(field_nodes[0].name.value)
            guard(self, definition, source, field_nodes)
        except Exception as error:
            located = located_error(error, field_nodes, path.as_list())
            self.handle_field_error(located, definition.type, path)
            return None
        return super().execute_field(parent_type, source, field_nodes, path)

    def _act_once(
        self,
        root: MutationRoot,
        parent_type: GraphQLObjectType,
        source: Any,
        field_nodes: list[FieldNode],
        path: Path,
    ) -> Any:
        """This will run a mutation, at most once for its idempotency key."""

        def act() -> Any:
            completed = super(Execution, self).execute_field(parent_type, source, field_nodes, path)
            if self.collected_errors.errors:
                raise _Stopped
            return completed

        try:
            return root.act_once(self.context_value, field_nodes[0], self.variable_values, act)
        except _Stopped:
            return None
        except Exception as error:
            self.collected_errors.add(located_error(error, field_nodes, path.as_list()), path)
            return None

"""The schemas: what the group API and the unit API offer, per set of modules that are on, and the operator's.

Each context's folder may hold `queries.py` with the classes `GroupQuery`, `UnitQuery` and `OperatorQuery` (root
fields), and `mutations.py` with the lists `GROUP`, `UNIT` and `OPERATOR`. What is switched off does not exist.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal

import graphene
from graphene.types.schema import TypeMap
from graphql import GraphQLSchema, print_schema, specified_directives

from api.live.fields import Subscription, live_stream
from api.modules import module_of_declared, without
from api.reads import ReadType, node
from api.reads.types import read_types
from tenants.kernel.modules import ALL

Side = Literal["group", "unit", "operator"]

GROUP_CONTEXTS: tuple[str, ...] = (
    "accounts",
    "directory",
    "runtime",
    "masterdata",
    "suppliers",
    "analytics",
    "billing",
    "webhooks",
    "operations",
    "departure",
    "privacy",
)
UNIT_CONTEXTS: tuple[str, ...] = (
    "accounts",
    "directory",
    "runtime",
    "masterdata",
    "approvals",
    "suppliers",
    "procurement",
    "analytics",
    "webhooks",
    "operations",
)
OPERATOR_CONTEXTS: tuple[str, ...] = ("operations",)
PARTS: dict[Side, str] = {"group": "GroupQuery", "unit": "UnitQuery", "operator": "OperatorQuery"}
WORDS: dict[Side, str] = {
    "group": "the group",
    "unit": "one business unit",
    "operator": "the operator's console",
}


class ContextTypeMap(TypeMap):
    """Graphene's type map that knows which contexts there are and which modules are off."""

    def __init__(self, contexts: frozenset[str], off: frozenset[str], **types: Any) -> None:
        self.contexts = contexts
        self.off = off
        super().__init__(**types)


@lru_cache(maxsize=64)
def group_schema(modules: frozenset[str] | None = None) -> GraphQLSchema:
    """This will give the schema of the group API for a group with these modules; None stands for all."""
    return schema_of("group", GROUP_CONTEXTS, _off(modules))


@lru_cache(maxsize=64)
def unit_schema(modules: frozenset[str] | None = None) -> GraphQLSchema:
    """This will give the schema of the unit API for a unit with these modules; None stands for all."""
    return schema_of("unit", UNIT_CONTEXTS, _off(modules))


@cache
def operator_schema() -> GraphQLSchema:
    """This will give the schema of the operator's API."""
    return schema_of("operator", OPERATOR_CONTEXTS)


def _off(modules: frozenset[str] | None) -> frozenset[str]:
    return frozenset() if modules is None else ALL - modules


def printed_schemas() -> dict[str, str]:
    """This will print all schemas with every module on, by the name of their file."""
    schemas = {"group": group_schema(), "unit": unit_schema(), "operator": operator_schema()}
    return {name: print_schema(schema) + "\n" for name, schema in schemas.items()}


@lru_cache(maxsize=64)
def schema_of(side: Side, contexts: tuple[str, ...], off: frozenset[str] = frozenset()) -> GraphQLSchema:
    """This will build a schema from the folders of some contexts, without what belongs to modules that are off."""
    queries = [without(part, off) for context in contexts if (part := _query_part(side, context)) is not None]
    mutations = [m for context in contexts for m in _mutations(side, context) if _module_of(m) not in off]
    return build_schema(side, queries=queries, mutations=mutations, contexts=frozenset(contexts), off=off)


def _module_of(mutation: Any) -> str | None:
    return module_of_declared(mutation.permission, where=mutation.__module__)


def build_schema(
    side: Side,
    *,
    queries: list[type],
    mutations: list[Any],
    contexts: frozenset[str],
    off: frozenset[str] = frozenset(),
) -> GraphQLSchema:
    """This will build a schema from root field classes and mutations."""
    words = WORDS[side]
    roots: dict[str, Any] = {"__doc__": f"What can be read in {words}."}
    if side != "operator":
        roots |= {"node": node(), "live_stream": live_stream()}
    query = type("Query", (*queries, graphene.ObjectType), roots)
    mutation = None
    if mutations:
        fields = {m.name: m.mounted() for m in mutations}
        attributes = {"__doc__": f"What can be done in {words}.", **fields}
        mutation = type("Mutation", (graphene.ObjectType,), attributes)
    subscription = None if side == "operator" else Subscription
    types = ContextTypeMap(contexts, off, query=query, mutation=mutation, subscription=subscription)
    return GraphQLSchema(
        types.query,
        types.mutation,
        types.subscription,
        types=_reached(types),
        directives=specified_directives,
        description=f"The API of {words}.",
    )


def _reached(types: ContextTypeMap) -> list[Any]:
    """Read types that a field of the schema leads to; they are possible types of Node."""
    pending = list(types.values())
    while pending:
        before = set(types)
        for graphql_type in pending:
            getattr(graphql_type, "fields", None)
        pending = [type_ for name, type_ in types.items() if name not in before]
    names = {t.read.name for t in read_types()}
    return [graphql_type for name, graphql_type in types.items() if name in names]


def _query_part(side: Side, context: str) -> type | None:
    module = _module(context, "queries")
    return getattr(module, PARTS[side], None)


def _mutations(side: Side, context: str) -> list[Any]:
    return list(getattr(_module(context, "mutations"), side.upper(), ()))


@cache
def _module(context: str, name: str) -> Any:
    path = f"api.{context}.{name}"
    if find_spec(f"api.{context}") is None or find_spec(path) is None:
        return None
    return import_module(path)


__all__ = ["ReadType", "build_schema", "group_schema", "schema_of", "unit_schema"]

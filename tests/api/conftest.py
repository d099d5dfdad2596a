"""The tests' shop in unit a1, and a way to run operations on it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from typing import Any

import orjson
import pytest
from django.db import connection
from graphql import GraphQLSchema
from graphql.execution.values import get_argument_values
from graphql.pyutils import Path

from api import execution
from api.documents import documents_of
from api.execution import Outcome, RequestContext, execute
from api.scalars import to_json_bytes
from api.schema import build_schema
from tests.api.shop_mutations import SHOP_MUTATIONS
from tests.api.shop_types import PRICES, READ, ShopQuery
from tests.support.shop import make_shop, shop_rows
from tests.support.world import NOW, World

ALL = (READ, PRICES)


@pytest.fixture(autouse=True)
def compared_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every compiled answer of these tests is compared with graphql-core's for the same field (DESIGN §4).

    Where a test counts statements, nothing is compared.
    """
    compiled = execution.answer

    def compared(running: Any, definition: Any, source: Any, nodes: Any) -> Any:
        found = compiled(running, definition, source, nodes)
        counted = connection.execute_wrappers or connection.queries_logged
        if not counted and running.context_value.compiled:
            _compare(running, definition, source, nodes, found)
        return found

    monkeypatch.setattr(execution, "answer", compared)


def _compare(running: Any, definition: Any, source: Any, nodes: Any, found: Any) -> None:
    plain = copy(running)
    plain.collected_errors = type(running.collected_errors)()
    plain.context_value = replace(running.context_value, compiled=False, fell_back=[])
    parent = plain.schema.get_root_type(running.operation.operation)
    key = nodes[0].alias.value if nodes[0].alias else nodes[0].name.value
    path = Path(None, key, parent.name)
    info = plain.build_resolve_info(definition, nodes, parent, path)
    arguments = get_argument_values(definition, nodes[0], plain.variable_values)
    value = definition.resolve(source, info, **arguments)
    wanted = plain.complete_value(definition.type, nodes, info, path, value)
    assert plain.collected_errors.errors == []
    assert orjson.loads(to_json_bytes(found)) == orjson.loads(to_json_bytes(wanted))


@pytest.fixture(scope="session")
def shop_schema() -> GraphQLSchema:
    """A schema over the shop's types."""
    return build_schema("unit", queries=[ShopQuery], mutations=SHOP_MUTATIONS, contexts=frozenset())


@pytest.fixture(scope="session")
def shop_database(postgres: Any, worker_database: str) -> str:
    """The worker's database with the shop in the schema of unit a1."""
    from tests.support.world import make_world

    unit = make_world().a1
    make_shop(
        postgres.url_for("owner", worker_database),
        schema_name=unit.schema_name,
        role=unit.unit_scope.role,
        rows=shop_rows(products=40),
    )
    return worker_database


@pytest.fixture
def shop(shop_database: str, world: World, shop_schema: GraphQLSchema) -> Iterator[Shop]:
    """Unit a1 with its shop, inside a unit of work."""
    with world.a1.scope():
        yield Shop(world, shop_schema)


class Shop:
    """Runs operations as actors of unit a1."""

    def __init__(self, world: World, schema: GraphQLSchema) -> None:
        self.world = world
        self.schema = schema

    def run(
        self,
        text: str,
        variables: dict[str, Any] | None = None,
        *,
        permissions: Any = ALL,
        compiled: bool = True,
    ) -> dict[str, Any]:
        """This will run one operation and give the answer as a client reads it."""
        outcome = self.outcome(text, variables, permissions=permissions, compiled=compiled)
        return orjson.loads(outcome.as_json())

    def outcome(
        self,
        text: str,
        variables: dict[str, Any] | None = None,
        *,
        permissions: Any = ALL,
        compiled: bool = True,
    ) -> Outcome:
        """This will run one operation."""
        context = self.context(text, variables, permissions=permissions, compiled=compiled)
        document = documents_of(self.schema).get(text, context.variables)
        return execute(self.schema, document, context)

    def context(
        self, text: str, variables: Any = None, *, permissions: Any = ALL, compiled: bool = True
    ) -> RequestContext:
        """This will make the context of a request by an actor of unit a1."""
        actor = self.world.a1.actor(*permissions)
        return RequestContext(actor=actor, at=NOW, text=text, variables=variables or {}, compiled=compiled)

    def answer(self, text: str, context: RequestContext) -> dict[str, Any]:
        """This will run an operation in a context of its own."""
        document = documents_of(self.schema).get(text, context.variables)
        return orjson.loads(execute(self.schema, document, context).as_json())

"""Random operations over the product's own schema and data: compiled reads answer what graphql-core answers."""

from __future__ import annotations

import os
from typing import Any

import orjson
import pytest
from graphql import GraphQLNonNull, GraphQLObjectType, get_named_type
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.documents import documents_of
from api.execution import RequestContext, execute
from api.reads.roots import ListRoot
from api.schema import unit_schema
from tenants.accounts.permissions import CATALOGUE
from tests.api.documents_strategy import Writer
from tests.contexts.approvals.support import join
from tests.contexts.procurement.support import approved, flows, issued_order, order, requisition
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW

EXAMPLES = int(os.environ.get("HANSE_EQUALITY_EXAMPLES", "60"))


@pytest.fixture
def unit(world: Any) -> Any:
    """A unit with requisitions and orders in several states."""
    join(world.a1, p1="requester", p2="approver", p5="buyer")
    suppliers = [supplier_org(world.a, name) for name in ("First Ltd", "Second Ltd")]
    with world.a1.scope():
        flows(automatic_orders=True)
        order(world.a1, suppliers[0])
        issued_order(world.a1, suppliers[1])
        requisition(world.a1)
        approved(world.a1)
    return world.a1


class AnyWriter(Writer):
    """Draws operations over any list of a schema that asks for nothing but its length."""

    def _root(self) -> str:
        query = self.schema.query_type
        assert query is not None
        lists = {
            name: field.resolve.read.name
            for name, field in query.fields.items()
            if isinstance(field.resolve, ListRoot)
        }
        name = self.draw(st.sampled_from(sorted(lists)))
        self.aliases += 1
        return f"a{self.aliases}: {name}(first: {self.draw(st.integers(1, 6))}) {self._page(lists[name])}"

    def _field(self, type_: GraphQLObjectType, name: str, level: int) -> str:
        field = type_.fields[name]
        if any(isinstance(argument.type, GraphQLNonNull) for argument in field.args.values()):
            return ""
        inner = get_named_type(field.type)
        if isinstance(inner, GraphQLObjectType) and not hasattr(inner.graphene_type, "read"):
            leaves = [n for n, f in inner.fields.items() if not hasattr(get_named_type(f.type), "fields")]
            return f"{name} {{ {' '.join(leaves)} }}" if leaves else ""
        return super()._field(type_, name, level)


def test_random_operations_answer_alike(unit: Any) -> None:
    schema = unit_schema()
    actor = unit.actor(*CATALOGUE)
    fell_back: list[str] = []

    def answer(text: str, variables: dict[str, Any], *, compiled: bool) -> Any:
        context = RequestContext(actor=actor, at=NOW, text=text, variables=variables, compiled=compiled)
        found = execute(schema, documents_of(schema).get(text, variables), context)
        fell_back.extend(context.fell_back)
        return orjson.loads(found.as_json())

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def alike(data: Any) -> None:
        text, variables = AnyWriter(data.draw, schema, {}).operation()
        compiled = answer(text, variables, compiled=True)
        assert "errors" not in compiled, (text, compiled["errors"])
        assert compiled == answer(text, variables, compiled=False), text

    with unit.scope():
        alike()
    assert fell_back == []

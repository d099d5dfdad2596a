"""Both schemas keep the house rules: described, guarded, named as one, and every door compiled once."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

import graphene
import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLString,
    is_introspection_type,
    is_specified_scalar_type,
)

from api import scalars
from api.inputs import Input, id_of
from api.live.fields import LiveStream
from api.mutation import Mutation, MutationRoot
from api.permissions import PUBLIC, UndeclaredPermission
from api.reads import ReadType, column, computed
from api.reads.kinds import UnsuitableColumn
from api.reads.levels import all_columns
from api.reads.recipes import learn
from api.reads.roots import ListRoot, NodeRoot, OneRoot
from api.reads.statements import compile_door
from api.reads.types import read_type, read_types
from api.schema import group_schema, schema_of, unit_schema
from tenants.accounts.permissions import CATALOGUE
from tests.support.shop import Product

SCHEMAS = {"group": group_schema(), "unit": unit_schema()}


def descriptions(schema: GraphQLSchema) -> dict[str, str | None]:
    """Every place of a schema that needs a description, with it."""
    found: dict[str, str | None] = {}
    for name, type_ in schema.type_map.items():
        if is_introspection_type(type_) or is_specified_scalar_type(type_):
            continue
        found[name] = type_.description
        if isinstance(type_, GraphQLEnumType):
            found |= {f"{name}.{key}": value.description for key, value in type_.values.items()}
        if isinstance(type_, GraphQLInputObjectType):
            found |= {f"{name}.{key}": value.description for key, value in type_.fields.items()}
        if isinstance(type_, GraphQLObjectType | GraphQLInterfaceType):
            for key, field in type_.fields.items():
                found[f"{name}.{key}"] = field.description
                found |= {f"{name}.{key}({a})": arg.description for a, arg in field.args.items()}
    return found


@pytest.mark.parametrize("side", SCHEMAS)
def test_everything_is_described(side: str) -> None:
    missing = [place for place, text in descriptions(SCHEMAS[side]).items() if not (text or "").strip()]
    assert missing == []


def that_take_the_time(schema: GraphQLSchema) -> list[str]:
    """This will name the inputs by which a caller would say when something happens: services take it from the edge."""
    return [
        f"{kind.name}.{name}"
        for kind in schema.type_map.values()
        if isinstance(kind, GraphQLInputObjectType) and kind.name.endswith("Input")
        for name in kind.fields
        if name in ("at", "now", "today")
    ]


@pytest.mark.parametrize("side", SCHEMAS)
def test_no_caller_gives_the_time(side: str) -> None:
    assert that_take_the_time(SCHEMAS[side]) == []


def test_a_mutation_that_takes_the_time_is_noticed() -> None:
    kind = GraphQLInputObjectType("OrderIssueInput", {"at": GraphQLInputField(GraphQLString)})
    assert that_take_the_time(GraphQLSchema(types=[kind])) == ["OrderIssueInput.at"]


@pytest.mark.parametrize("side", SCHEMAS)
def test_every_root_field_declares_who_may_use_it(side: str) -> None:
    query = SCHEMAS[side].query_type
    assert query is not None
    undeclared = [
        name
        for name, field in query.fields.items()
        if not isinstance(field.resolve, ListRoot | OneRoot | NodeRoot)
        and not hasattr(field.resolve, "permission")
        and getattr(field.type, "of_type", field.type).name != LiveStream._meta.name
    ]
    assert undeclared == []


@pytest.mark.parametrize("side", SCHEMAS)
def test_a_mutation_its_service_and_its_field_have_one_name(side: str) -> None:
    mutation = SCHEMAS[side].mutation_type
    assert mutation is not None
    for name, field in mutation.fields.items():
        assert isinstance(field.resolve, MutationRoot)
        found = field.resolve.mutation
        assert graphene.utils.str_converters.to_camel_case(found.name) == name
        assert type(found).service_of(found).__name__ == found.name
        assert list(field.args) in ([], ["input"])


@pytest.mark.parametrize("partner", [False, True])
@pytest.mark.parametrize("name", [t.read.name for t in read_types() if not t.read.name.startswith("Shop")])
def test_every_door_is_compiled_once_for_all_actors_of_a_shape(world: Any, name: str, partner: bool) -> None:
    read = read_type(name).read
    actor = world.a1.actor(*CATALOGUE, membership_id=uuid.uuid4())
    if partner:
        actor = replace(actor, supplier_org_id=uuid.uuid4())
    with world.a1.scope():
        recipe = learn(actor, lambda who: compile_door(read, who, all_columns(read)))
    assert recipe is not None, (
        f"the door of {name} looks into the actor's ids: it would be compiled every time"
    )


def test_contexts_that_are_off_do_not_exist() -> None:
    small = schema_of("unit", ("accounts", "directory", "runtime", "masterdata"))
    assert small.get_type("PurchaseOrder") is None
    assert small.get_type("Supplier") is not None
    assert unit_schema().get_type("PurchaseOrder") is not None


class TestRefusedAtImport:
    """What is forgotten is told when the module is imported, not when a stranger finds it."""

    def test_a_type_without_a_permission_of_the_catalogue(self) -> None:
        for wrong in (None, "procurement.order.red", "anything"):
            with pytest.raises(UndeclaredPermission):
                self.declare(permission=wrong)

    def test_a_type_or_field_without_a_description(self) -> None:
        with pytest.raises(TypeError, match="description"):
            self.declare(doc="")
        with pytest.raises(TypeError, match="code has no description"):
            self.declare(code=column(graphene.String, description=" "))

    def test_a_column_that_its_type_cannot_carry(self) -> None:
        for wrong in (graphene.Int, graphene.Float, scalars.Date):
            with pytest.raises(UnsuitableColumn):
                self.declare(code=column(wrong, description="x"))
        with pytest.raises(UnsuitableColumn):
            self.declare(weight=column(graphene.Float, description="x"))

    def test_a_filter_that_no_field_shows(self) -> None:
        with pytest.raises(TypeError, match="nothing guards it"):
            self.declare(meta={"filters": {"weight": ["eq"]}})
        with pytest.raises(TypeError, match="unknown operators"):
            self.declare(meta={"filters": {"code": ["regex"]}})

    def test_a_field_permission_outside_the_catalogue(self) -> None:
        with pytest.raises(UndeclaredPermission):
            self.declare(code=column(graphene.String, description="x", permission="prices"))

    def test_a_computed_field_over_a_column_that_is_not_there(self) -> None:
        with pytest.raises(TypeError, match="neither a column"):
            self.declare(
                more=computed(graphene.Int, needs=("nothing",), resolve=lambda n: n, description="x")
            )

    def declare(
        self, *, doc: str = "A thing.", permission: Any = PUBLIC, meta: Any = None, **fields: Any
    ) -> Any:
        """This will declare a read type with something wrong about it."""
        options = {
            "model": Product,
            "permission": permission,
            "visible": lambda actor: Product.objects.all(),
            **(meta or {}),
        }
        body = {"code": column(graphene.String, description="The code."), **fields}
        return type("WrongType", (ReadType,), {"__doc__": doc, "Meta": options, **body})

    @pytest.mark.parametrize(
        ("wrong", "says"),
        [
            ({"permission": None}, "declares no permission"),
            ({"__doc__": None}, "no description"),
            ({"service": lambda *, actor, at, thing_id: None}, "must be named thing_do"),
            (
                {"Input": type("Input", (), {"other_id": id_of("Thing", description="x")})},
                "inputs without a keyword",
            ),
            ({"Input": type("Input", (), {"thing_id": id_of("Thing", description="")})}, "no description"),
            ({"Payload": type("Payload", (), {"n": graphene.Int()})}, "no description"),
        ],
    )
    def test_a_mutation_with_something_missing(self, wrong: dict[str, Any], says: str) -> None:
        def thing_do(*, actor: Any, at: Any, thing_id: uuid.UUID) -> None:
            """Does it."""

        body = {
            "__doc__": "Does a thing.",
            "permission": PUBLIC,
            "service": thing_do,
            "Input": type("Input", (), {"thing_id": id_of("Thing", description="The thing.")}),
        }
        type("ThingDo", (Mutation,), dict(body))
        with pytest.raises(TypeError, match=says):
            type("ThingDo", (Mutation,), {**body, **wrong})

    def test_a_nested_input_that_its_taker_does_not_take(self) -> None:
        def taker(*, a: int) -> None:
            """Takes a."""

        with pytest.raises(TypeError, match="inputs without a keyword"):
            body = {"__doc__": "Wrong.", "Meta": {"into": taker}, "b": graphene.Int(description="x")}
            type("WrongInput", (Input,), body)

"""Every way an id goes into the two APIs: root fields, filters, node ids and inputs of mutations."""

import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import graphene
from django.db import transaction
from graphene.utils.str_converters import to_snake_case
from graphql import GraphQLSchema, get_named_type

from api.documents import documents_of
from api.execution import RequestContext, execute
from api.inputs import IdField
from api.mutation import MutationRoot
from api.reads.roots import ListRoot, OneRoot
from api.reads.types import known_read_type
from api.schema import group_schema, unit_schema
from tenants.accounts.permissions import CATALOGUE
from tests.isolation.marks import owner_of
from tests.support.world import NOW, GroupInWorld, UnitInWorld

Place = UnitInWorld | GroupInWorld
NAMELESS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{16,32}\b")
SCALARS: dict[str, Any] = {
    "String": "x", "Int": 1, "Boolean": False, "Decimal": "1", "Date": "2026-03-02", "DateTime": NOW.isoformat(),
    "JSON": {}, "JSONString": "{}", "BigInt": "1", "Time": "09:00", "ID": "x", "Float": 1,
}  # fmt: skip


@dataclass(frozen=True)
class Question:
    """An operation with a place for one id of a type; `write` when it is a mutation."""

    name: str
    type_name: str
    text: str
    variables: Any
    write: bool = False

    def asked(self, key: uuid.UUID, *, others: uuid.UUID) -> dict[str, Any]:
        """This will fill the one place with `key` and all other ids with `others`."""
        return self.variables(key, others)


def schema_of(place: Place) -> GraphQLSchema:
    """This will give the schema of the place's own API."""
    return unit_schema() if isinstance(place, UnitInWorld) else group_schema()


def answer(place: Place, question: Question, key: uuid.UUID, *, group_id: uuid.UUID | None = None) -> str:
    """This will ask in the place, as somebody who may do everything there, and give the answer without ids.

    Nothing stays. `group_id` pretends that our own code took the actor for one of another group.
    """
    actor = place.actor(*CATALOGUE)
    if group_id is not None:
        actor = replace(actor, group_id=group_id)
    schema, variables = schema_of(place), question.asked(key, others=owner_of(place).mark)
    context = RequestContext(actor=actor, at=NOW, text=question.text, variables=variables)
    with transaction.atomic():
        found = execute(schema, documents_of(schema).get(question.text, variables), context)
        transaction.set_rollback(True)
    return NAMELESS.sub("…", found.as_json().decode())


def reads(schema: GraphQLSchema) -> Iterator[Question]:
    """This will yield a question for each type's node, each single root field, and each filter by an id."""
    for name, type_ in schema.type_map.items():
        if any(interface.name == "Node" for interface in getattr(type_, "interfaces", ())):
            text = "query ($id: ID!) { node(id: $id) { __typename id } }"
            yield Question(f"node({name})", name, text, _only(name))
    query = schema.query_type
    assert query is not None
    for name, field in query.fields.items():
        if isinstance(field.resolve, OneRoot):
            text = f"query ($id: ID!) {{ {name}(id: $id) {{ __typename id }} }}"
            yield Question(name, field.resolve.read.name, text, _only(field.resolve.read.name))
        if isinstance(field.resolve, ListRoot) and "filter" in field.args:
            yield from _filters(name, field)


def _only(type_name: str) -> Any:
    return lambda key, others: {"id": f"{type_name}_{key}"}


def _filters(name: str, field: Any) -> Iterator[Question]:
    for shown, given in get_named_type(field.args["filter"].type).fields.items():
        by = get_named_type(given.type).fields
        if "eq" not in by or get_named_type(by["eq"].type).name != "ID":
            continue
        of = field.resolve.read.shown_as_id_of(to_snake_case(shown)) or field.resolve.read.name
        for operator, written in (("eq", "$id"), ("in", "[$id]")):
            if operator not in by:
                continue
            text = f"query ($id: ID!) {{ {name}(first: 5, filter: {{{shown}: {{{operator}: {written}}}}}) {{ totalCount nodes {{ __typename id }} }} }}"  # noqa: E501
            yield Question(f"{name}.{shown}.{operator}", of, text, _only(of))


def writes(schema: GraphQLSchema) -> Iterator[Question]:
    """This will yield a question for each id in the input of each mutation."""
    mutation = schema.mutation_type
    assert mutation is not None
    for name, field in mutation.fields.items():
        assert isinstance(field.resolve, MutationRoot)
        input_type = field.resolve.mutation.input_type
        if input_type is None:
            continue
        for path, of in _id_paths(input_type):
            text = f"mutation ($input: {input_type.__name__}!) {{ {name}(input: $input) {{ __typename errors {{ code message field }} }} }}"  # noqa: E501

            def variables(key: uuid.UUID, others: uuid.UUID, type_: Any = input_type, at: Any = path) -> Any:
                return {"input": _filled(type_, at, key, others)}

            yield Question(f"{name}({'.'.join(path)})", of, text, variables, write=True)


def _id_paths(type_: Any, before: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, field in type_._meta.fields.items():
        inner = _inner(field.type)
        if isinstance(field, IdField):
            yield (*before, name), field.of
        elif isinstance(inner, type) and issubclass(inner, graphene.InputObjectType) and len(before) < 3:
            yield from _id_paths(inner, (*before, name))


def _inner(type_: Any) -> Any:
    while isinstance(type_, graphene.NonNull | graphene.List):
        type_ = type_.of_type
    return type_


def _filled(type_: Any, path: tuple[str, ...], key: uuid.UUID, others: uuid.UUID) -> Mapping[str, Any]:
    """The least input that has all that is required, and the one id."""
    from graphene.utils.str_converters import to_camel_case

    given = {}
    for name, field in type_._meta.fields.items():
        wanted = path[:1] == (name,)
        if not wanted and not isinstance(field.type, graphene.NonNull):
            continue
        inner = _inner(field.type)
        if isinstance(field, IdField):
            value: Any = f"{field.of}_{key if wanted else others}"
        elif isinstance(inner, type) and issubclass(inner, graphene.InputObjectType):
            value = _filled(inner, path[1:] if wanted else (), key, others)
        elif isinstance(inner, type) and issubclass(inner, graphene.Enum):
            value = next(iter(inner._meta.enum)).name
        else:
            value = SCALARS[inner._meta.name]
        given[to_camel_case(name)] = [value] if _is_list(field.type) else value
    return given


def _is_list(type_: Any) -> bool:
    return isinstance(type_, graphene.List) or (
        isinstance(type_, graphene.NonNull) and isinstance(type_.of_type, graphene.List)
    )


def model_of(type_name: str) -> Any:
    """This will give the model that a type of the API shows; None for ids of what has no type of its own."""
    found = known_read_type(type_name)
    return found.read.model if found is not None else None

"""Which role may call what: role × permission × operations, for examination from outside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLSchema

from api.mutation import MutationRoot
from api.permissions import PUBLIC, SIGNED_IN
from api.reads.roots import ListRoot, NodeRoot, OneRoot
from api.reads.types import read_types
from api.schema import group_schema, operator_schema, unit_schema
from tenants.accounts.permissions import CATALOGUE, ROLES
from tenants.accounts.rights import may_be_a_scope

BY_TYPE = "of the type"
"""What `node` asks: the permission of the type that the id names."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One root field of one door, with the permission it asks for; None when it declares none."""

    door: str
    kind: str
    name: str
    permission: str | None

    @property
    def text(self) -> str:
        """How the map names it."""
        return f"{self.door}.{self.kind}.{self.name}"


def operations() -> list[Operation]:
    """This will list every root field of all doors."""
    return [
        *_operations("group", group_schema()),
        *_operations("unit", unit_schema()),
        *_operations("operator", operator_schema()),
    ]


def field_permissions() -> dict[str, str]:
    """This will give the permission of every field that asks for one of its own, by `Type.field`."""
    return {
        f"{type_.read.name}.{name}": declaration.permission
        for type_ in read_types()
        for name, declaration in type_.read.by_graphql_name.items()
        if declaration.permission is not None
    }


def permission_map() -> dict[str, Any]:
    """This will describe roles, permissions and operations as plain data."""
    known = operations()
    fields = field_permissions()
    return {
        "roles": [
            {"code": r.code, "kind": r.kind, "en": r.en, "zh": r.zh, "permissions": sorted(r.permissions)}
            for r in ROLES.values()
        ],
        "permissions": [
            {
                "code": p.code,
                "en": p.en,
                "zh": p.zh,
                "kinds": list(p.kinds),
                "privileged": p.privileged,
                "key_scope": may_be_a_scope(p.code),
                "roles": [r.code for r in ROLES.values() if p.code in r.permissions],
                "operations": [o.text for o in known if o.permission == p.code],
                "fields": sorted(name for name, code in fields.items() if code == p.code),
            }
            for p in CATALOGUE.values()
        ],
        "open": {
            word: [o.text for o in known if o.permission == word] for word in (PUBLIC, SIGNED_IN, BY_TYPE)
        },
        "undeclared": [o.text for o in known if o.permission is None],
    }


def as_rows() -> Iterator[tuple[str, str, str]]:
    """This will give the map as rows of role, permission and operation; fields count as operations."""
    for permission in permission_map()["permissions"]:
        for role in permission["roles"] or [""]:
            for operation in [*permission["operations"], *permission["fields"]] or [""]:
                yield role, permission["code"], operation


def _operations(door: str, schema: GraphQLSchema) -> Iterator[Operation]:
    for kind, type_ in (("query", schema.query_type), ("mutation", schema.mutation_type)):
        for name, field in type_.fields.items() if type_ is not None else ():
            yield Operation(door, kind, name, _permission_of(field.resolve))


def _permission_of(resolver: Any) -> str | None:
    if isinstance(resolver, ListRoot | OneRoot):
        return resolver.read.permission
    if isinstance(resolver, MutationRoot):
        return resolver.mutation.permission
    if isinstance(resolver, NodeRoot):
        return BY_TYPE
    return getattr(resolver, "permission", None)

"""Mounts declarations as graphene fields, with resolvers for the plain executor.

A field to a type of another module exists only in schemas in which that module is on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import graphene

from api.reads.fields import Children, Declaration, Reference
from tenants.kernel.modules import module_of


class FieldResolver:
    """The plain executor's resolver of one declared field; the planner reads `declaration` from it."""

    __slots__ = ("declaration",)

    def __init__(self, declaration: Declaration) -> None:
        self.declaration = declaration

    def __call__(self, row: Any, info: Any) -> Any:
        return row.value_of(self.declaration, info.context)


def mount(declaration: Declaration) -> Any:
    """This will make the graphene field of a declaration."""
    if isinstance(declaration, Children | Reference):
        return graphene.Dynamic(_link(declaration), with_schema=True)
    if declaration.permission is not None:
        return graphene.Dynamic(_guarded(declaration), with_schema=True)
    return _field(declaration)


def _field(declaration: Declaration) -> graphene.Field:
    return graphene.Field(
        declaration.output_type(),
        description=declaration.description,
        deprecation_reason=declaration.deprecation_reason,
        resolver=FieldResolver(declaration),
    )


def _guarded(declaration: Declaration) -> Callable[..., Any]:
    def field(schema: Any) -> Any:
        return _field(declaration) if module_of(declaration.permission or "") not in off_in(schema) else None

    return field


def _link(declaration: Children | Reference) -> Callable[..., Any]:
    def field(schema: Any) -> Any:
        from api.reads.types import read_type

        target = read_type(declaration.type_name)
        if not is_in_schema(schema, target):
            return None
        if isinstance(declaration, Children):
            type_: Any = graphene.NonNull(graphene.List(graphene.NonNull(target)))
        else:
            type_ = graphene.NonNull(target) if declaration.required else target
        return graphene.Field(
            type_,
            description=declaration.description,
            deprecation_reason=declaration.deprecation_reason,
            resolver=FieldResolver(declaration),
        )

    return field


def is_in_schema(type_map: Any, target: Any) -> bool:
    """This will tell whether a read type's context and module are part of the schema that is being built."""
    contexts = getattr(type_map, "contexts", None)
    if contexts is not None and target.read.context is not None and target.read.context not in contexts:
        return False
    return target.read.module not in off_in(type_map)


def off_in(type_map: Any) -> frozenset[str]:
    """This will give the modules that are off in the schema that is being built."""
    off: frozenset[str] = getattr(type_map, "off", frozenset())
    return off

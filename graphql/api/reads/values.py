"""Completion of plain values: what computed and loaded fields give, checked as the executor checks it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from graphene.types.resolver import attr_resolver, dict_or_attr_resolver, dict_resolver
from graphql import (
    FieldNode,
    GraphQLLeafType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    is_leaf_type,
)

Collect = Callable[[GraphQLObjectType, list[FieldNode]], dict[str, list[FieldNode]]]
_DEFAULT = (attr_resolver, dict_or_attr_resolver, dict_resolver)


class Unsupported(Exception):
    """This selection is left to graphql-core."""


class Bail(Exception):
    """A value is not what its type promises: graphql-core answers, with its own error."""


def not_null(value: Any) -> Any:
    """This will pass a value that is there; raises Bail."""
    if value is None:
        raise Bail
    return value


def completer(type_: Any, nodes: list[FieldNode], collect: Collect) -> Callable[[Any], Any]:
    """This will make the function that completes a plain value of a type; raises Unsupported."""
    if isinstance(type_, GraphQLNonNull):
        inner = completer(type_.of_type, nodes, collect)
        return lambda value: not_null(inner(value))
    if isinstance(type_, GraphQLList):
        return _list_completer(completer(type_.of_type, nodes, collect))
    if is_leaf_type(type_):
        return _leaf_completer(type_)
    if isinstance(type_, GraphQLObjectType):
        return _object_completer(type_, nodes, collect)
    raise Unsupported(str(type_))


def _leaf_completer(type_: GraphQLLeafType) -> Callable[[Any], Any]:
    serialize = type_.serialize
    return lambda value: None if value is None else not_null(serialize(value))


def _list_completer(inner: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def complete(value: Any) -> Any:
        if value is None:
            return None
        if not isinstance(value, Iterable) or isinstance(value, str | bytes | Mapping):
            raise Bail
        return [inner(item) for item in value]

    return complete


def _object_completer(
    type_: GraphQLObjectType, nodes: list[FieldNode], collect: Collect
) -> Callable[[Any], Any]:
    parts: list[tuple[str, Callable[[Any], Any], Callable[[Any], Any]]] = []
    for key, found in collect(type_, nodes).items():
        name = found[0].name.value
        if name == "__typename":
            parts.append((key, lambda value: type_.name, lambda value: value))
            continue
        definition = type_.fields[name]
        parts.append((key, _getter(definition.resolve), completer(definition.type, found, collect)))

    def complete(value: Any) -> Any:
        return None if value is None else {key: inner(get(value)) for key, get, inner in parts}

    return complete


def _getter(resolver: Any) -> Callable[[Any], Any]:
    """The value of a field with graphene's default resolver; any other resolver is left to the executor."""
    if not isinstance(resolver, partial) or resolver.func not in _DEFAULT:
        raise Unsupported("a resolver of its own")
    name, default = resolver.args

    def get(value: Any) -> Any:
        return value.get(name, default) if isinstance(value, dict) else getattr(value, name, default)

    return get

"""Read types: a GraphQL type over one model's rows that come through one door, `visible`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import graphene
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Model, QuerySet
from graphene.types.objecttype import ObjectTypeOptions
from graphene.utils.str_converters import to_camel_case

from api import permissions
from api.modules import module_of_declared
from api.reads.fields import Column, Declaration, MoneyField, Reference
from api.reads.kinds import Kind, kind_of_model_field
from tenants.kernel.actor import Actor

Door = Callable[[Actor], QuerySet]

SHOWING = (Column, MoneyField, Reference)

OPERATORS = ("eq", "in", "gt", "gte", "lt", "lte", "contains", "is_null")

_registry: dict[str, type[ReadType]] = {}


class Node(graphene.Interface):
    """Anything that can be read by its id."""

    id = graphene.ID(required=True, description="The opaque id.")

    @classmethod
    def resolve_type(cls, instance: Any, info: Any) -> Any:
        return read_type(instance.read.name)


class ReadMeta:
    """What a read type is made of."""

    def __init__(
        self,
        *,
        name: str,
        model: type[Model],
        permission: str,
        visible: Door,
        context: str | None,
        module: str | None = None,
    ) -> None:
        self.name = name
        self.model = model
        self.permission = permission
        self.visible = visible
        self.context = context
        self.module = module
        self.fields: dict[str, Declaration] = {}
        self.by_graphql_name: dict[str, Declaration] = {}
        self.search: tuple[str, ...] = ()
        self.filters: dict[str, tuple[str, ...]] = {}
        self.order_by: tuple[str, ...] = ()
        self.default_order: tuple[str, bool] | None = None

    def model_field(self, name: str) -> Field | None:
        """This will find a concrete model field by attribute name; None when it is an annotation."""
        for field in self.model._meta.concrete_fields:
            if name in (field.attname, field.name):
                return field
        try:
            self.model._meta.get_field(name)
        except FieldDoesNotExist:
            return None
        raise TypeError(f"{self.name}: {name} is a relation, not a column")

    def attname(self, name: str) -> str:
        """This will give the column attribute name behind a field name."""
        field = self.model_field(name)
        return field.attname if field is not None else name

    def kind_of_column(self, name: str, *, where: str) -> Kind:
        """This will give the kind of a column; an annotation's comes from the field that shows it."""
        field = self.model_field(name)
        if field is not None:
            return kind_of_model_field(field, where=where)
        for declaration in self.fields.values():
            if (
                isinstance(declaration, Column)
                and declaration.source == name
                and hasattr(declaration, "kind")
            ):
                return declaration.kind
        raise TypeError(f"{where}: {name} is neither a column nor a declared annotation")

    def nullable(self, name: str) -> bool:
        """This will tell whether a column may be null."""
        field = self.model_field(name)
        return field is None or bool(field.null)

    def guards_of(self, name: str) -> tuple[Declaration, ...]:
        """The declared fields that show a column; who may see one of them may filter and order by it."""
        return tuple(d for d in self.fields.values() if name in d.columns() and isinstance(d, SHOWING))

    def shown_as_id_of(self, name: str) -> str | None:
        """The type whose ids a UUID column holds, as its fields say."""
        for declaration in self.guards_of(name):
            if isinstance(declaration, Column) and declaration.of:
                return declaration.of
            if isinstance(declaration, Reference):
                return declaration.type_name
        return None


class ReadType(graphene.ObjectType):
    """Base of read types; see the package docstring of `api` for a whole example."""

    class Meta:
        abstract = True

    read: ReadMeta

    @classmethod
    def __init_subclass_with_meta__(
        cls,
        model: str | type[Model] | None = None,
        permission: str | None = None,
        visible: Door | None = None,
        search: Sequence[str] = (),
        filters: Mapping[str, Sequence[str]] | None = None,
        order_by: Sequence[str] = (),
        default_order: str | None = None,
        name: str | None = None,
        interfaces: Sequence[Any] = (),
        **options: Any,
    ) -> None:
        where = name or cls.__name__
        if not (cls.__doc__ or "").strip() or cls.__doc__ == ReadType.__doc__:
            raise TypeError(f"{where} has no description (its docstring)")
        if model is None or visible is None:
            raise TypeError(f"{where} names no model or no door")
        asked = permissions.declared(permission, where=where)
        read = ReadMeta(
            name=where,
            model=apps.get_model(model) if isinstance(model, str) else model,
            permission=asked,
            visible=visible,
            context=context_of(cls.__module__),
            module=module_of_declared(asked, where=cls.__module__),
        )
        _bind_fields(cls, read)
        _bind_lists(
            read, search=search, filters=filters or {}, order_by=order_by, default_order=default_order
        )
        from api.reads.mounting import mount

        meta = ObjectTypeOptions(cls)
        meta.fields = {field_name: mount(declaration) for field_name, declaration in read.fields.items()}
        identity = meta.fields["id"]
        super().__init_subclass_with_meta__(name=name, interfaces=(Node, *interfaces), _meta=meta, **options)
        cls._meta.fields["id"] = identity
        cls.read = read
        _register(cls)


def context_of(module: str) -> str | None:
    """The bounded context whose folder in `api` holds a module; None for the package's own."""
    parts = module.split(".")
    return parts[1] if parts[0] == "api" and len(parts) > 2 and parts[1] not in ("reads", "live") else None


def _bind_fields(cls: type, read: ReadMeta) -> None:
    declared = [value for value in cls.__dict__.values() if isinstance(value, Declaration)]
    identity = Column(
        graphene.ID, source="id", required=True, of=read.name, description="The opaque id of this record."
    )
    identity.name = "id"
    read.fields = {d.name: d for d in (identity, *declared)}
    read.by_graphql_name = {to_camel_case(d.name): d for d in read.fields.values()}
    for declaration in sorted(read.fields.values(), key=lambda d: not isinstance(d, Column)):
        declaration.bind(read)
        delattr(cls, declaration.name) if declaration.name in cls.__dict__ else None


def _bind_lists(
    read: ReadMeta,
    *,
    search: Sequence[str],
    filters: Mapping[str, Sequence[str]],
    order_by: Sequence[str],
    default_order: str | None,
) -> None:
    for column_name in (*search, *filters, *order_by):
        read.kind_of_column(column_name, where=f"{read.name}.Meta")
        if not read.guards_of(column_name):
            raise TypeError(
                f"{read.name}.Meta: {column_name} is not shown by any field, so nothing guards it"
            )
    for column_name, operators in filters.items():
        unknown = set(operators) - set(OPERATORS)
        if unknown:
            raise TypeError(f"{read.name}.Meta: unknown operators {sorted(unknown)} for {column_name}")
    read.search = tuple(search)
    read.filters = {name: tuple(operators) for name, operators in filters.items()}
    read.order_by = tuple(order_by)
    if default_order is not None:
        read.default_order = (default_order.lstrip("-"), default_order.startswith("-"))


def _register(cls: type[ReadType]) -> None:
    known = _registry.get(cls.read.name)
    if known is not None and known.__module__ != cls.__module__:
        raise TypeError(f"two read types are named {cls.read.name}: {known.__module__} and {cls.__module__}")
    _registry[cls.read.name] = cls


def read_type(name: str) -> type[ReadType]:
    """This will give the read type of that name; raises KeyError."""
    return _registry[name]


def known_read_type(name: str) -> type[ReadType] | None:
    """This will give the read type of that name, or None."""
    return _registry.get(name)


def read_types() -> tuple[type[ReadType], ...]:
    """All read types that have been declared."""
    return tuple(_registry.values())

"""The reference the read path is compared with: resolvers over model instances, one query for each field.

It knows nothing of statements, levels or programs: it walks the declarations with the ORM, as a careful
newcomer would write it.
"""

from __future__ import annotations

import base64
from decimal import Decimal
from typing import Any

import orjson
from django.db.models import F, Q, QuerySet
from graphql import (
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    build_schema,
    execute_sync,
    parse,
    print_schema,
)

from api.reads.fields import Children, Column, Computed, Loaded, MoneyField, Reference
from api.reads.roots import ListRoot, NodeRoot, OneRoot
from api.reads.types import ReadMeta, read_type
from tenants.kernel.money import EXPONENTS
from tests.support.world import NOW


class Record:
    """A model instance with its read type."""

    def __init__(self, read: ReadMeta, instance: Any) -> None:
        self.read = read
        self.instance = instance


def stripped(schema: GraphQLSchema) -> GraphQLSchema:
    """This will copy a schema without its resolvers; its scalars read and write as ours do."""
    copy = build_schema(print_schema(schema))
    for type_ in copy.type_map.values():
        ours = schema.type_map.get(type_.name)
        if isinstance(type_, GraphQLScalarType) and isinstance(ours, GraphQLScalarType):
            type_.serialize = ours.serialize
            type_.parse_value = ours.parse_value
            type_.parse_literal = ours.parse_literal
    return copy


class NaiveApi:
    """Executes documents with graphql-core and one field resolver over model instances."""

    def __init__(self, schema: GraphQLSchema, actor: Any) -> None:
        self.schema = schema
        self.stripped = stripped(schema)
        self.actor = actor

    def run(self, text: str, variables: dict[str, Any]) -> dict[str, Any]:
        """This will execute a document."""
        result = execute_sync(
            self.stripped,
            parse(text),
            variable_values=variables,
            field_resolver=self._resolve,
            type_resolver=lambda record, info, type_: record.read.name,
        )
        assert result.errors is None, result.errors
        return orjson.loads(orjson.dumps(result.data))

    def _resolve(self, source: Any, info: Any, **arguments: Any) -> Any:
        ours: GraphQLObjectType = self.schema.type_map[info.parent_type.name]
        resolver = ours.fields[info.field_name].resolve
        if isinstance(resolver, ListRoot):
            return self._page(resolver.read, **arguments)
        if isinstance(resolver, OneRoot | NodeRoot):
            return self._by_gid(arguments["id"], getattr(resolver, "read", None))
        if isinstance(source, Record):
            return self._field(source, resolver.declaration)
        return source.get(info.field_name) if isinstance(source, dict) else resolver(source, info)

    def _rows(self, read: ReadMeta) -> QuerySet:
        return read.visible(self.actor)

    def _by_gid(self, gid: str, read: ReadMeta | None) -> Record | None:
        name, _, key = gid.rpartition("_")
        if read is None:
            read = read_type(name).read
        if name != read.name:
            return None
        found = self._rows(read).filter(id=key).first()
        return Record(read, found) if found is not None else None

    def _field(self, record: Record, declaration: Any) -> Any:
        row = record.instance
        if isinstance(declaration, Column):
            value = getattr(row, declaration.source)
            if value is not None and declaration.of:
                return f"{declaration.of}_{value}"
            return format(value, "f") if isinstance(value, Decimal) else self._shown(declaration, value)
        if isinstance(declaration, MoneyField):
            amount, currency = getattr(row, declaration.amount), getattr(row, declaration.currency)
            return None if amount is None else {"amount": _rounded(amount, currency), "currency": currency}
        if isinstance(declaration, Computed):
            values = [getattr(row, name) for name in declaration.needs]
            extras = {"at": NOW, "actor": self.actor}
            value = declaration.resolve(*values, **{k: extras[k] for k in declaration.extras})
            return format(value, "f") if isinstance(value, Decimal) else value
        if isinstance(declaration, Loaded):
            key = getattr(row, declaration.by)
            return None if key is None else declaration.load(actor=self.actor, keys=[key]).get(key)
        target = read_type(declaration.type_name).read
        if isinstance(declaration, Children):
            rows = self._rows(target).filter(**{declaration.by: getattr(row, declaration.to)})
            return [Record(target, child) for child in rows.order_by(*declaration.order_by, "id")]
        assert isinstance(declaration, Reference)
        key = getattr(row, declaration.by)
        found = self._rows(target).filter(**{declaration.to: key}).first() if key is not None else None
        return Record(target, found) if found is not None else None

    @staticmethod
    def _shown(declaration: Column, value: Any) -> Any:
        meta = getattr(declaration.type, "_meta", None)
        enum = getattr(meta, "enum", None)
        return enum(value).name if enum is not None and value is not None else value

    def _page(self, read: ReadMeta, **arguments: Any) -> dict[str, Any]:
        rows = self._filtered(read, arguments)
        total = rows.count()
        column, descending = _order(read, arguments.get("orderBy"))
        nulls = {"nulls_last": True}
        ordering = F(column).desc(**nulls) if descending else F(column).asc(**nulls)
        ordered = list(rows.order_by(ordering, "-id" if descending else "id"))
        after, first = arguments.get("after"), arguments.get("first", 50)
        start = 0
        if after is not None:
            key = orjson.loads(base64.urlsafe_b64decode(after + "=="))[2]
            start = [str(row.id) for row in ordered].index(key) + 1
        page = ordered[start : start + first]
        edges = [{"node": Record(read, row), "cursor": _cursor(row, column, descending)} for row in page]
        return {
            "edges": edges,
            "nodes": [edge["node"] for edge in edges],
            "totalCount": total,
            "pageInfo": {
                "hasNextPage": start + first < len(ordered),
                "hasPreviousPage": after is not None,
                "startCursor": edges[0]["cursor"] if edges else None,
                "endCursor": edges[-1]["cursor"] if edges else None,
            },
        }

    def _filtered(self, read: ReadMeta, arguments: dict[str, Any]) -> QuerySet:
        rows = self._rows(read)
        by_name = {_camel(name): name for name in read.filters}
        lookups = {"eq": "", "contains": "__icontains", "isNull": "__isnull"}
        for name, conditions in (arguments.get("filter") or {}).items():
            for operator, value in conditions.items():
                column = by_name[name]
                if column.endswith("_id"):
                    value = [_key(v) for v in value] if isinstance(value, list) else _key(value)
                if column == "status":
                    value = [v.lower() for v in value] if isinstance(value, list) else value.lower()
                rows = rows.filter(**{column + lookups.get(operator, f"__{operator}"): value})
        for word in (arguments.get("search") or "").split():
            anywhere = Q()
            for column in read.search:
                anywhere |= Q(**{f"{column}__icontains": word})
            rows = rows.filter(anywhere)
        return rows


def _key(gid: str) -> str:
    return gid.rpartition("_")[2]


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.title() for part in rest)


def _order(read: ReadMeta, order_by: str | None) -> tuple[str, bool]:
    if order_by is None:
        return read.default_order or ("id", True)
    column, _, direction = order_by.lower().rpartition("_")
    return column, direction == "desc"


def _cursor(row: Any, column: str, descending: bool) -> str:
    value = getattr(row, column)
    value = value.isoformat() if hasattr(value, "isoformat") else value
    value = format(value, "f") if isinstance(value, Decimal) else value
    value = str(value) if column == "id" else value
    name = f"{'-' if descending else ''}{column}"
    return base64.urlsafe_b64encode(orjson.dumps([name, value, str(row.id)])).rstrip(b"=").decode()


def _rounded(amount: Decimal, currency: str) -> str:
    least = Decimal(1).scaleb(-EXPONENTS[currency])
    short = amount.quantize(least)
    return format(short if short == amount else amount.normalize(), "f")

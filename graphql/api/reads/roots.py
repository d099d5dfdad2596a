"""Root fields over read types: lists, single records, and records read back after a change."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from functools import cache
from typing import Any

import graphene

from api.ids import key_of, split_global_id
from api.reads.arguments import ListRequest, list_arguments, list_request
from api.reads.cursor import fetch
from api.reads.guards import require_type
from api.reads.keyset import encode_cursor
from api.reads.levels import Level, Row, fetch_by, fetch_page
from api.reads.mounting import is_in_schema
from api.reads.statements import Part, count
from api.reads.types import Node, ReadMeta, ReadType, known_read_type
from tenants.kernel.actor import Actor


class PageInfo(graphene.ObjectType):
    """Where a page of a list stands."""

    has_next_page = graphene.Boolean(required=True, description="Whether more rows follow.")
    has_previous_page = graphene.Boolean(required=True, description="Whether the page began behind a cursor.")
    start_cursor = graphene.String(description="The cursor of the first row.")
    end_cursor = graphene.String(description="The cursor of the last row.")


class Page:
    """One fetched page of a list, for the plain executor."""

    def __init__(self, read: ReadMeta, actor: Actor, request: ListRequest) -> None:
        self.read = read
        self.actor = actor
        self.request = request
        level = fetch_page(read, actor, request.where, request.order, request.first + 1)
        self.more = len(level.rows) > request.first
        del level.rows[request.first :]
        self.level: Level = level

    def cursor(self, row: Row) -> str:
        """This will make the cursor of one of the rows."""
        return encode_cursor(self.request.order, row.raw(self.request.order.column), row.raw("id"))

    def total(self) -> int:
        """This will count all rows of the list, whatever the page."""
        return total_of(self.read, self.actor, self.request.conditions)


def total_of(read: ReadMeta, actor: Actor, conditions: Sequence[Part]) -> int:
    """This will count the rows an actor may see under some conditions."""
    statement = count(read, actor, where=conditions)
    return 0 if statement is None else fetch(*statement)[0][0]


class ListRoot:
    """Resolver of a list; the compiler knows it by its class."""

    def __init__(self, read: ReadMeta) -> None:
        self.read = read

    def __call__(self, root: Any, info: Any, **arguments: Any) -> Page:
        require_type(self.read, info.context.actor)
        return Page(self.read, info.context.actor, list_request(self.read, info.context.actor, **arguments))


class OneRoot:
    """Resolver of a record by its id: null when it is absent, foreign or of another type."""

    def __init__(self, read: ReadMeta) -> None:
        self.read = read

    def __call__(self, root: Any, info: Any, id: str) -> Row | None:
        require_type(self.read, info.context.actor)
        return record(self.read, info.context.actor, key_of(id, self.read.name))


class NodeRoot:
    """Resolver of any record by its id. A type the actor may not read is answered like an absent record."""

    def __call__(self, root: Any, info: Any, id: str) -> Row | None:
        read, key = self.parse(id, info.schema, info.context.actor)
        return None if read is None else record(read, info.context.actor, key)

    @staticmethod
    def parse(text: str, schema: Any, actor: Actor) -> tuple[ReadMeta | None, uuid.UUID | None]:
        """This will read an id into a type of this schema that the actor may read, and a key."""
        from api import permissions

        parts = split_global_id(text)
        found = known_read_type(parts[0]) if parts else None
        if parts is None or found is None or schema.get_type(parts[0]) is None:
            return None, None
        return (found.read, parts[1]) if permissions.allows(actor, found.read.permission) else (None, None)


class ReadBackRoot:
    """Resolver of a record in a mutation's payload, read by the id that the service returned."""

    def __init__(self, read: ReadMeta) -> None:
        self.read = read

    def __call__(self, payload: Any, info: Any) -> Row | None:
        key = payload.key_of(info.field_name)
        return None if key is None else record(self.read, info.context.actor, key)


def record(read: ReadMeta, actor: Actor, key: uuid.UUID | None) -> Row | None:
    """This will fetch one record that the actor may see, or None."""
    if key is None:
        return None
    rows = fetch_by(read, actor, "id", [str(key)]).rows
    return rows[0] if rows else None


def _resolve_edges(page: Page, info: Any) -> list[dict[str, Any]]:
    return [{"node": row, "cursor": page.cursor(row)} for row in page.level.rows]


def _resolve_page_info(page: Page, info: Any) -> dict[str, Any]:
    rows = page.level.rows
    return {
        "has_next_page": page.more,
        "has_previous_page": page.request.position is not None,
        "start_cursor": page.cursor(rows[0]) if rows else None,
        "end_cursor": page.cursor(rows[-1]) if rows else None,
    }


@cache
def connection_type(type_: type[ReadType]) -> type[graphene.ObjectType]:
    """This will make the connection type of a read type."""
    name = type_.read.name
    edge = type(
        f"{name}Edge",
        (graphene.ObjectType,),
        {
            "__doc__": f"One {name} in a list, with its cursor.",
            "node": graphene.Field(graphene.NonNull(type_), description="The record."),
            "cursor": graphene.String(required=True, description="The cursor of the record."),
        },
    )
    many = graphene.NonNull(graphene.List(graphene.NonNull(type_)))
    edges = graphene.NonNull(graphene.List(graphene.NonNull(edge)))
    attributes: dict[str, Any] = {
        "__doc__": f"One page of a list of {name}.",
        "is_page": True,
        "edges": graphene.Field(
            edges, description="The records with their cursors.", resolver=_resolve_edges
        ),
        "nodes": graphene.Field(
            many, description="The records alone.", resolver=lambda page, info: page.level.rows
        ),
        "page_info": graphene.Field(
            graphene.NonNull(PageInfo), description="Where the page stands.", resolver=_resolve_page_info
        ),
        "total_count": graphene.Field(
            graphene.NonNull(graphene.Int),
            description="How many records meet the conditions; counted only when asked for.",
            resolver=lambda page, info: page.total(),
        ),
    }
    return type(f"{name}Connection", (graphene.ObjectType,), attributes)


def connection(type_: type[ReadType], *, description: str | None = None) -> Any:
    """This will declare a root field that lists a read type: filters, orders, search, keyset pages."""

    def field(schema: Any) -> Any:
        if not is_in_schema(schema, type_):
            return None
        return graphene.Field(
            graphene.NonNull(connection_type(type_)),
            args=dict(list_arguments(type_.read)),
            description=description or f"Lists {type_.read.name} that the caller may see.",
            resolver=ListRoot(type_.read),
        )

    return graphene.Dynamic(field, with_schema=True)


def one(type_: type[ReadType], *, description: str | None = None) -> Any:
    """This will declare a root field that reads one record by its id; null when the caller may not see it."""
    return _where_it_is_on(
        type_,
        graphene.Field(
            type_,
            args={"id": graphene.Argument(graphene.ID, required=True, description="The opaque id.")},
            description=description
            or f"One {type_.read.name} by its id; null when the caller may not see it.",
            resolver=OneRoot(type_.read),
        ),
    )


def _where_it_is_on(type_: type[ReadType], field: graphene.Field) -> Any:
    """The field, in schemas that have the type."""
    return graphene.Dynamic(lambda schema: field if is_in_schema(schema, type_) else None, with_schema=True)


def node() -> Any:
    """This will declare the root field that reads any record by its id."""
    return graphene.Field(
        Node,
        args={"id": graphene.Argument(graphene.ID, required=True, description="The opaque id.")},
        description="Any record by its id; null when the caller may not see it.",
        resolver=NodeRoot(),
    )


def read_back(type_: type[ReadType], *, description: str | None = None) -> Any:
    """This will declare a payload field that reads the changed record by the id the service returned."""
    return _where_it_is_on(
        type_,
        graphene.Field(
            type_,
            description=description or f"The {type_.read.name} after the change; null when it was refused.",
            resolver=ReadBackRoot(type_.read),
        ),
    )

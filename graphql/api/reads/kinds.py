"""Kinds: how a database column's value becomes a GraphQL value.

Rows arrive as tuples with numbers of type `numeric`, UUIDs and JSON as text (see `cursor.py`). A kind gives
the Python expression that the generated completion writes for a value, and the function that turns the same
value into a Python object for computed fields and for the plain executor.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from decimal import Decimal as PyDecimal
from typing import Any

import graphene
import orjson
from django.db import models

from api import scalars


@dataclass(frozen=True, slots=True)
class Kind:
    """`expression` takes the name of the row's value; None means the value itself. `python` keeps None."""

    name: str
    expression: str | None = None
    python: Callable[[Any], Any] | None = None
    sql_type: str = "text"


def _utc(value: Any) -> Any:
    return value.astimezone(UTC)


TEXT = Kind("text")
INTEGER = Kind("integer", sql_type="bigint")
BOOLEAN = Kind("boolean", sql_type="boolean")
DECIMAL = Kind("decimal", python=PyDecimal, sql_type="numeric")
INSTANT = Kind("instant", python=_utc, sql_type="timestamptz")
DAY = Kind("day", sql_type="date")
UUID = Kind("uuid", python=uuid.UUID, sql_type="uuid")
DOCUMENT = Kind("document", expression="Fragment({v})", python=orjson.loads, sql_type="jsonb")
ARRAY = Kind("array", sql_type="text[]")

_BY_MODEL_FIELD: tuple[tuple[type[models.Field], Kind], ...] = (
    (models.BigIntegerField, INTEGER),
    (models.IntegerField, INTEGER),
    (models.BooleanField, BOOLEAN),
    (models.DecimalField, DECIMAL),
    (models.DateTimeField, INSTANT),
    (models.DateField, DAY),
    (models.UUIDField, UUID),
    (models.JSONField, DOCUMENT),
    (models.CharField, TEXT),
    (models.TextField, TEXT),
)

_BY_GRAPHQL_TYPE: dict[Any, tuple[Kind, ...]] = {
    graphene.String: (TEXT,),
    graphene.Int: (INTEGER,),
    graphene.Boolean: (BOOLEAN,),
    graphene.ID: (UUID,),
    scalars.Decimal: (DECIMAL, INTEGER),
    scalars.DateTime: (INSTANT,),
    scalars.Date: (DAY,),
    scalars.JSON: (DOCUMENT,),
}


class UnsuitableColumn(TypeError):
    """A declared GraphQL type cannot carry the values of its model field."""


def kind_of(model_field: models.Field | None, graphql_type: Any, *, where: str) -> Kind:
    """This will choose the kind for a model field (None: an annotation) shown as a GraphQL type."""
    if isinstance(graphql_type, type) and issubclass(graphql_type, graphene.Enum):
        return TEXT
    is_list = isinstance(graphql_type, graphene.List)
    allowed = (ARRAY,) if is_list else _BY_GRAPHQL_TYPE.get(graphql_type, ())
    if not allowed:
        raise UnsuitableColumn(f"{where}: a column cannot be of type {graphql_type}")
    if model_field is None:
        return allowed[0]
    found = kind_of_model_field(model_field, where=where)
    if found not in allowed:
        raise UnsuitableColumn(f"{where}: {type(model_field).__name__} cannot be shown as {graphql_type}")
    if isinstance(model_field, models.BigIntegerField) and graphql_type is graphene.Int:
        raise UnsuitableColumn(f"{where}: Int has 32 bits, show a BigIntegerField as Decimal")
    return found


def kind_of_model_field(model_field: models.Field, *, where: str) -> Kind:
    """This will give the kind of a model field's stored values; raises UnsuitableColumn."""
    if isinstance(model_field, models.ForeignKey):
        return kind_of_model_field(model_field.target_field, where=where)
    if type(model_field).__name__ == "ArrayField":
        return ARRAY
    for cls, kind in _BY_MODEL_FIELD:
        if isinstance(model_field, cls):
            return kind
    raise UnsuitableColumn(f"{where}: no kind for {type(model_field).__name__}, declare it as computed")

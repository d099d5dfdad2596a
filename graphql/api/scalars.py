"""Scalars of both schemas: exact decimals as strings, instants and days in ISO 8601, JSON documents."""

import uuid
from datetime import UTC, date, datetime, time
from decimal import Decimal as PyDecimal
from decimal import InvalidOperation
from typing import Any

import graphene
import orjson
from graphene.types.scalars import Scalar
from graphql import GraphQLError, StringValueNode, ValueNode, value_from_ast_untyped
from graphql.language import FloatValueNode, IntValueNode

MAX_DECIMAL_TEXT = 64


class Decimal(Scalar):
    """An exact decimal number as a string, e.g. "1234.50". Numbers are accepted as input too when written exactly."""

    @staticmethod
    def serialize(value: Any) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, PyDecimal):
            return format(value, "f")
        raise GraphQLError("A Decimal must come from a decimal.")

    @staticmethod
    def parse_value(value: Any) -> PyDecimal:
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise GraphQLError('A Decimal is written as a string, e.g. "1234.50".')
        return _decimal(str(value))

    @staticmethod
    def parse_literal(node: ValueNode, _variables: Any = None) -> PyDecimal:
        if isinstance(node, StringValueNode | IntValueNode | FloatValueNode):
            return _decimal(node.value)
        raise GraphQLError('A Decimal is written as a string, e.g. "1234.50".')


def _decimal(text: str) -> PyDecimal:
    if len(text) <= MAX_DECIMAL_TEXT and "_" not in text:
        try:
            value = PyDecimal(text)
        except InvalidOperation:
            value = PyDecimal("NaN")
        if value.is_finite() and abs(value.adjusted()) < MAX_DECIMAL_TEXT:
            return value
    raise GraphQLError('Not a decimal number. Write it as a string, e.g. "1234.50".')


class DateTime(Scalar):
    """An instant in ISO 8601 with its offset; always answered in UTC, e.g. "2026-01-31T08:00:00Z"."""

    @staticmethod
    def serialize(value: Any) -> str:
        if isinstance(value, str):
            return value
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise GraphQLError("A DateTime must come from an aware instant.")
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")

    @staticmethod
    def parse_value(value: Any) -> datetime:
        if isinstance(value, str) and len(value) <= 40:
            try:
                parsed = datetime.fromisoformat(value)
            except ValueError:
                parsed = None
            if parsed is not None and parsed.tzinfo is not None:
                try:
                    return parsed.astimezone(UTC)
                except OverflowError:
                    pass
        raise GraphQLError('Not an instant. Write it with its offset, e.g. "2026-01-31T08:00:00Z".')

    @staticmethod
    def parse_literal(node: ValueNode, _variables: Any = None) -> datetime:
        return DateTime.parse_value(node.value if isinstance(node, StringValueNode) else None)


class Date(Scalar):
    """A day in ISO 8601, e.g. "2026-01-31"."""

    @staticmethod
    def serialize(value: Any) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, datetime) or not isinstance(value, date):
            raise GraphQLError("A Date must come from a day.")
        return value.isoformat()

    @staticmethod
    def parse_value(value: Any) -> date:
        if isinstance(value, str) and len(value) == 10:
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        raise GraphQLError('Not a day. Write it as "2026-01-31".')

    @staticmethod
    def parse_literal(node: ValueNode, _variables: Any = None) -> date:
        return Date.parse_value(node.value if isinstance(node, StringValueNode) else None)


class TimeOfDay(Scalar):
    """A time of the day on a clock of 24 hours, e.g. "09:00"."""

    @staticmethod
    def serialize(value: Any) -> str:
        if not isinstance(value, time):
            raise GraphQLError("A TimeOfDay must come from a time.")
        return value.isoformat("minutes")

    @staticmethod
    def parse_value(value: Any) -> time:
        if isinstance(value, str) and len(value) == 5:
            try:
                return time.fromisoformat(value)
            except ValueError:
                pass
        raise GraphQLError('Not a time of the day. Write it as "09:00".')

    @staticmethod
    def parse_literal(node: ValueNode, _variables: Any = None) -> time:
        return TimeOfDay.parse_value(node.value if isinstance(node, StringValueNode) else None)


class JSON(Scalar):
    """A JSON document: an object, array, string, number, boolean or null."""

    @staticmethod
    def serialize(value: Any) -> Any:
        return value

    @staticmethod
    def parse_value(value: Any) -> Any:
        return value

    @staticmethod
    def parse_literal(node: ValueNode, variables: Any = None) -> Any:
        return value_from_ast_untyped(node, variables)


class Money(graphene.ObjectType):
    """An exact amount in one currency."""

    amount = Decimal(required=True, description="The amount, with at least the decimals of its currency.")
    currency = graphene.String(required=True, description="The ISO 4217 code of the currency, e.g. CNY.")


def to_json_bytes(payload: Any) -> bytes:
    """This will write a GraphQL answer: UTC instants end in Z, UUIDs and decimals are strings."""
    return orjson.dumps(payload, default=_json_default, option=orjson.OPT_UTC_Z)


def _json_default(value: Any) -> Any:
    if isinstance(value, PyDecimal):
        return format(value, "f")
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, frozenset | set | tuple):
        return list(value)
    raise TypeError(f"cannot write {type(value).__name__} as JSON")

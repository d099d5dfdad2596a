"""Errors of the GraphQL edge: stable codes, texts in the caller's language, nothing internal."""

from __future__ import annotations

import re
import uuid
from typing import Any

import structlog
from django.db import DatabaseError, DataError
from graphql import GraphQLError

from tenants.kernel.errors import DomainError, Invalid

_PLACE = re.compile(r""" at ['"]\w+\.([\w.\[\]]+)['"]""")
"""Where graphql-core says that a variable is wrong."""

RETRYABLE = frozenset({"40001", "40P01", "0A000"})
"""SQLSTATEs of serialization failures, deadlocks and outdated plans: the whole unit of work is run again."""

LOCK_NOT_AVAILABLE = "55P03"

log = structlog.get_logger("api")


class TooComplex(DomainError):
    """The operation is over one of the limits; the text says which."""

    code = "TOO_COMPLEX"
    en = "This request is too complex: {what}. Ask for less at once."
    zh = "请求过于复杂：{what}。请减少单次请求的内容。"


class RateLimited(DomainError):
    """The caller has used up its budget for now."""

    code = "RATE_LIMITED"
    en = "Too many requests. Try again in {seconds} seconds."
    zh = "请求过于频繁，请在 {seconds} 秒后重试。"


class ListenElsewhere(DomainError):
    """A subscription was sent to a door that answers once."""

    code = "LISTEN_ELSEWHERE"
    en = "Subscriptions run at the address that the query liveStream gives, by graphql-sse."
    zh = "订阅请使用 liveStream 查询给出的地址（graphql-sse）。"


class Unstorable(DomainError):
    """PostgreSQL cannot store or compare a value: too large, too precise, or a text it does not know."""

    code = "INVALID"
    en = "A value is outside of what can be stored."
    zh = "某个值超出可存储的范围。"


class Busy(DomainError):
    """Others held what the request needs for too long. Nothing was done, and the same request may be sent again."""

    code = "RETRY"
    en = "The service is busy with this. Nothing was done; try again."
    zh = "系统正忙，操作未执行，请重试。"


def state_of(error: BaseException | None) -> str | None:
    """This will give the SQLSTATE of a database error, also of one that caused another; None for everything else."""
    while error is not None:
        if isinstance(error, DatabaseError):
            return getattr(error.__cause__, "sqlstate", None)
        error = error.__cause__
    return None


def bad_argument(field: str, *, en: str, zh: str) -> Invalid:
    """This will make the refusal of an argument's value."""
    return Invalid(field=field, reason_en=en, reason_zh=zh)


def refusal_as_error(refusal: DomainError, locale: str, **extra: Any) -> dict[str, Any]:
    """This will shape a refusal as a top-level GraphQL error."""
    extensions: dict[str, Any] = {"code": refusal.code, **extra}
    if refusal.field is not None:
        extensions["field"] = refusal.field
    return {"message": refusal.message(locale), "extensions": extensions}


def format_error(error: GraphQLError, locale: str) -> dict[str, Any]:
    """This will shape an execution error: a refusal keeps its code, anything else only gets an id."""
    original = error.original_error
    if isinstance(original, DataError):
        log.warning("unstorable", exc_info=original)
        original = Unstorable()
    elif state_of(original) in {LOCK_NOT_AVAILABLE, *RETRYABLE}:
        log.warning("busy", exc_info=original)
        original = Busy()
    if isinstance(original, DomainError):
        shaped = refusal_as_error(original, locale)
    elif isinstance(original, GraphQLError):
        shaped = _unreadable(error)
    elif original is None:
        shaped = {
            "message": error.message,
            "extensions": {"code": "GRAPHQL_ERROR", **(error.extensions or {})},
        }
    else:
        shaped = internal_error(original, locale)
    if error.locations:
        shaped["locations"] = [location.formatted for location in error.locations]
    if error.path:
        shaped["path"] = error.path
    return shaped


def _unreadable(error: GraphQLError) -> dict[str, Any]:
    """A value that its scalar does not read, e.g. NaN for a decimal: the sender's fault, told with its place."""
    extensions: dict[str, Any] = {"code": "INVALID"}
    found = _PLACE.search(error.message)
    if found:
        extensions["field"] = re.sub(r"\[(\d+)\]", r".\1", found[1])
    return {"message": error.message, "extensions": extensions}


def internal_error(surprise: BaseException, locale: str) -> dict[str, Any]:
    """This will log a surprise under a new id and shape an answer that tells nothing but the id."""
    error_id = uuid.uuid4().hex
    log.error("surprise", error_id=error_id, exc_info=surprise)
    chinese = locale.lower().startswith("zh")
    message = f"内部错误，编号 {error_id}。" if chinese else f"Internal error {error_id}."
    return {"message": message, "extensions": {"code": "INTERNAL", "id": error_id}}

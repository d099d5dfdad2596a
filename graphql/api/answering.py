"""Answers one request at any door: one actor, one transaction, one operation.

The actor is looked up under the accounts role, then the operation runs under the role of the group or unit.
Deadlocks and serialization failures run the whole transaction again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.utils import DatabaseError
from django.http import HttpRequest
from graphql import GraphQLError, GraphQLSchema

from api import doors
from api.access import Access, access_of, operator_access
from api.documents import Document, Rejected, documents_of
from api.errors import (
    RETRYABLE,
    RateLimited,
    TooComplex,
    format_error,
    internal_error,
    refusal_as_error,
    state_of,
)
from api.execution import Outcome, RequestContext, execute
from api.noting import note_modules, note_support, write_noted_failure, write_noted_modules
from api.persisted import persisted_text
from api.rates import charge
from api.scalars import to_json_bytes
from api.schema import Side, group_schema, operator_schema, unit_schema
from billing.api_calls import ApiCallsUsedUp, api_call_count
from tenants.accounts.authenticate import MfaRequired, PartnerRequired
from tenants.accounts.client_ip import client_ip
from tenants.accounts.key_usage import count_request
from tenants.accounts.touch import write_noted_use
from tenants.kernel.errors import DomainError, Invalid, NotFound, Unauthenticated
from tenants.runtime import clock
from tenants.runtime.scope import ACCOUNTS, become, unit_of_work

ATTEMPTS = 3
STATUS: tuple[tuple[type[DomainError], int], ...] = (
    (Unauthenticated, 401),
    (NotFound, 404),
    (TooComplex, 400),
    (Invalid, 400),
    (ApiCallsUsedUp, 429),
    (MfaRequired, 403),
    (PartnerRequired, 403),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, body and further headers of a response."""

    status: int
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Door:
    """Which API is asked, and which unit's."""

    side: Side
    unit_slug: str | None

    def access(self, request: HttpRequest) -> Access:
        """Who asks here."""
        if self.side == "operator":
            return operator_access(request)
        return access_of(request, unit_slug=self.unit_slug)

    def schema(self, access: Access) -> GraphQLSchema:
        """What is offered here to whoever asks."""
        if self.side == "operator":
            return operator_schema()
        return group_schema(access.modules) if self.side == "group" else unit_schema(access.modules)


class _Again(Exception):
    """The unit of work met a deadlock and is run again; after the last time its outcome is the answer."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


def answer(request: HttpRequest, *, unit_slug: str | None, side: Side = "group") -> Answer:
    """This will answer an operation on a unit's API, the operator's, or the group's; it raises nothing."""
    answered = _answer(request, _Door("unit" if unit_slug is not None else side, unit_slug))
    failed = answered.status != 200 or answered.body.startswith(b'{"errors"')
    count_request(request, failed=failed, limited=answered.status == 429)
    return answered


def _answer(request: HttpRequest, door: _Door) -> Answer:
    locale = _locale(request)
    try:
        doors.check(request)
        asked = doors.read(request)
        doors.check_document(request, asked)
        note_support(request, asked, unit_slug=door.unit_slug)
        outcome = _attempts(lambda: _run(request, asked, door))
        write_noted_use(request)
        write_noted_modules(request)
        if any(error.get("extensions", {}).get("code") == "INTERNAL" for error in outcome.errors):
            write_noted_failure(request)
        return Answer(200, outcome.as_json())
    except doors.Turned as turned:
        return _turned_away(turned)
    except Rejected as rejected:
        return _errors(400, [format_error(error, locale) for error in rejected.errors])
    except RateLimited as limited:
        error = refusal_as_error(limited, locale, retryAfter=limited.values["seconds"])
        return _errors(429, [error], (("Retry-After", str(limited.values["seconds"])),))
    except DomainError as refusal:
        return _errors(_status_of(refusal), [refusal_as_error(refusal, locale)])
    except DatabaseError as error:
        write_noted_failure(request)
        return _errors(503, [format_error(GraphQLError("", original_error=error), locale)])
    except Exception as error:
        write_noted_failure(request)
        return _errors(500, [internal_error(error, locale)])


def _attempts(run: Callable[[], Outcome]) -> Outcome:
    left = ATTEMPTS
    while True:
        left -= 1
        try:
            return run()
        except _Again as again:
            if not left:
                return again.outcome
        except DatabaseError as error:
            if not left or state_of(error) not in RETRYABLE:
                raise


def _run(request: HttpRequest, asked: doors.Asked, door: _Door) -> Outcome:
    with unit_of_work(ACCOUNTS):
        access = door.access(request)
        schema = door.schema(access)
        document = _document(schema, asked, door.side)
        cost = document.measured.cost(asked.variables)
        charge(access.actor, document, cost, address=client_ip(request))
        if access.actor.api_key_id is not None and access.actor.group_id is not None:
            api_call_count(group_id=access.actor.group_id, at=clock.now())
        if access.scope != ACCOUNTS:
            become(access.scope)
        context = RequestContext(
            actor=access.actor,
            at=clock.now(),
            text=document.text,
            variables=asked.variables,
            idempotency_key=request.META.get("HTTP_IDEMPOTENCY_KEY"),
            request=request,
        )
        note_modules(request, access.actor, document, at=context.at)
        outcome = execute(schema, document, context, operation_name=asked.operation_name)
        if outcome.roll_back:
            transaction.set_rollback(True)
        if outcome.retry:
            transaction.set_rollback(True)
            raise _Again(outcome)
    return outcome


def _document(schema: GraphQLSchema, asked: doors.Asked, side: Side) -> Document:
    documents = documents_of(schema, introspection=settings.GRAPHQL_INTROSPECTION)
    if asked.text is not None:
        return documents.get(asked.text, asked.variables)
    text = persisted_text(side, asked.document_id or "")
    return documents.get(text, asked.variables, own=True)


def _status_of(refusal: DomainError) -> int:
    return next((status for kind, status in STATUS if isinstance(refusal, kind)), 200)


def _locale(request: HttpRequest) -> str:
    return "zh" if request.META.get("HTTP_ACCEPT_LANGUAGE", "").lower().startswith("zh") else "en"


def _turned_away(turned: doors.Turned) -> Answer:
    error = {"message": turned.message, "extensions": {"code": turned.code}}
    allow = (("Allow", "POST"),) if turned.status == 405 else ()
    return Answer(turned.status, to_json_bytes({"errors": [error]}), allow)


def _errors(status: int, errors: list[dict[str, Any]], headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    return Answer(status, to_json_bytes({"errors": errors}), headers)

"""The doors of the API as Django views, and the busiest two, `/graphql` and `/u/<unit>/graphql`, as a WSGI fast path.

The API needs none of Django's middleware: who asks, from where and with which body is checked by the API
itself. The fast path therefore answers before Django's handler; the views serve tests and other servers.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable
from functools import cache
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.core.handlers.wsgi import WSGIRequest
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from api.answering import Answer, answer

UNIT_DOOR = re.compile(r"/u/([^/]+)/graphql\Z")
GROUP_DOOR = "/graphql"
HEADERS = (
    ("Content-Type", "application/json"),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
)
STATUS_LINES = {status.value: f"{status.value} {status.phrase}" for status in HTTPStatus}
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}\Z")


@csrf_exempt
def group_graphql(request: HttpRequest) -> HttpResponse:
    """This will answer an operation on the group API."""
    return _response(answer(_identified(request), unit_slug=None))


@csrf_exempt
def unit_graphql(request: HttpRequest, unit: str) -> HttpResponse:
    """This will answer an operation on a unit's API."""
    return _response(answer(_identified(request), unit_slug=unit))


@csrf_exempt
def operator_graphql(request: HttpRequest) -> HttpResponse:
    """This will answer an operation on the operator's API."""
    return _response(answer(_identified(request), unit_slug=None, side="operator"))


def _response(answered: Answer) -> HttpResponse:
    response = HttpResponse(answered.body, status=answered.status)
    for name, value in (*HEADERS, *answered.headers):
        response[name] = value
    return response


def _identified(request: HttpRequest) -> HttpRequest:
    """This will give the request an id, the caller's own when it is well formed."""
    given = request.META.get("HTTP_X_REQUEST_ID", "")
    request.request_id = given if REQUEST_ID.match(given) else uuid.uuid4().hex  # type: ignore[attr-defined]
    return request


class DoorsFirst:
    """A WSGI application that answers the API's doors and leaves other paths, and what `leave` says, to `pages`."""

    def __init__(
        self,
        pages: Callable[..., Iterable[bytes]],
        *,
        leave: Callable[[dict[str, Any]], bool] = lambda _: False,
    ) -> None:
        self.pages = pages
        self.leave = leave

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        unit = UNIT_DOOR.match(path)
        if (unit is None and path != GROUP_DOOR) or self.leave(environ):
            return self.pages(environ, start_response)
        answered = self._answer(environ, unit.group(1) if unit else None)
        headers = [
            *HEADERS,
            *_transport_headers(),
            *answered.headers,
            ("Content-Length", str(len(answered.body))),
        ]
        start_response(STATUS_LINES[answered.status], headers)
        return (answered.body,)

    def _answer(self, environ: dict[str, Any], unit_slug: str | None) -> Answer:
        request = WSGIRequest(environ)
        connections["default"].close_if_unusable_or_obsolete()
        try:
            _check_host(request)
            if settings.SECURE_SSL_REDIRECT and not request.is_secure():
                return Answer(
                    403, b'{"errors":[{"message":"Use https.","extensions":{"code":"HTTPS_REQUIRED"}}]}'
                )
            return answer(_identified(request), unit_slug=unit_slug)
        except DisallowedHost:
            return Answer(404, b'{"errors":[{"message":"Not found.","extensions":{"code":"NOT_FOUND"}}]}')
        finally:
            connections["default"].close_if_unusable_or_obsolete()


_known_hosts: set[str] = set()


def _check_host(request: HttpRequest) -> None:
    """This will refuse a Host that is not ours (DisallowedHost); a good one is remembered."""
    host = request.META.get("HTTP_HOST", "")
    if host not in _known_hosts:
        request.get_host()
        if len(_known_hosts) < 100 and not settings.USE_X_FORWARDED_HOST:
            _known_hosts.add(host)


@cache
def _transport_headers() -> tuple[tuple[str, str], ...]:
    seconds = settings.SECURE_HSTS_SECONDS
    return (("Strict-Transport-Security", f"max-age={seconds}; includeSubDomains"),) if seconds else ()

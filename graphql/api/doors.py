"""The checks at the doors of both APIs, before anything is read (R19).

POST with JSON, from our own pages or with an API key: browsers send a header that other sites cannot send
without asking first, and an Origin that is ours. What fails here is answered without touching the database.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import orjson
from django.conf import settings
from django.http import HttpRequest, UnreadablePostError

CLIENT_HEADER = "X-Hanse-Client"
MAX_BODY = 1_048_576
MAX_TEXT = 65_536


class Turned(Exception):
    """The request is turned away at the door with a status and a stable code."""

    def __init__(self, status: int, code: str, message: str) -> None:
        self.status = status
        self.code = code
        self.message = message
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks for."""

    text: str | None
    document_id: str | None
    variables: Mapping[str, Any] = field(default_factory=dict)
    operation_name: str | None = None


def check(request: HttpRequest) -> None:
    """This will pass a request that may be read; raises Turned."""
    if request.method != "POST":
        raise Turned(405, "METHOD_NOT_ALLOWED", "Use POST.")
    if request.content_type != "application/json":
        raise Turned(415, "UNSUPPORTED_MEDIA_TYPE", "Send application/json.")
    check_sender(request)


def check_sender(request: HttpRequest) -> None:
    """This will pass an API key, or a page of ours; raises Turned (403)."""
    if request.META.get("HTTP_AUTHORIZATION", "").startswith("Bearer "):
        return
    if not request.META.get("HTTP_X_HANSE_CLIENT"):
        raise Turned(403, "FORBIDDEN_CLIENT", f"Send the header {CLIENT_HEADER}.")
    origin = request.META.get("HTTP_ORIGIN")
    if origin is not None and not _is_ours(origin, request):
        raise Turned(403, "FORBIDDEN_ORIGIN", "This origin may not call the API.")
    if request.META.get("HTTP_SEC_FETCH_SITE") == "cross-site" and origin is None:
        raise Turned(403, "FORBIDDEN_ORIGIN", "This origin may not call the API.")


def _is_ours(origin: str, request: HttpRequest) -> bool:
    if origin in settings.CSRF_TRUSTED_ORIGINS:
        return True
    parts = urlsplit(origin)
    return parts.scheme == request.scheme and parts.netloc == request.get_host()


def read(request: HttpRequest) -> Asked:
    """This will read the body; raises Turned when it is too large, not JSON, or a batch."""
    declared = request.META.get("CONTENT_LENGTH") or ""
    if declared.isdigit() and int(declared) > MAX_BODY:
        raise Turned(413, "TOO_LARGE", f"Send at most {MAX_BODY} bytes.")
    try:
        body = request.read(MAX_BODY + 1)
    except UnreadablePostError:
        raise Turned(400, "BAD_REQUEST", "The body could not be read.") from None
    if len(body) > MAX_BODY:
        raise Turned(413, "TOO_LARGE", f"Send at most {MAX_BODY} bytes.")
    try:
        asked = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise Turned(400, "BAD_REQUEST", "The body is not JSON.") from None
    if isinstance(asked, list):
        raise Turned(400, "BATCH_REFUSED", "Send one operation a request.")
    return _asked(asked)


def check_document(request: HttpRequest, asked: Asked) -> None:
    """This will pass a document of our own pages, and any of an API key's; raises Turned (403).

    Only where GRAPHQL_PERSISTED_ONLY is on; otherwise everything passes.
    """
    by_key = "HTTP_AUTHORIZATION" in request.META
    if settings.GRAPHQL_PERSISTED_ONLY and asked.text is not None and not by_key:
        raise Turned(
            403, "PERSISTED_ONLY", "Pages send the hashes of their documents. Other clients use an API key."
        )


def _asked(asked: Any) -> Asked:
    wrong = Turned(400, "BAD_REQUEST", "Send an object with `query` or `documentId`, and `variables`.")
    if not isinstance(asked, dict):
        raise wrong
    text, document_id = asked.get("query"), asked.get("documentId")
    variables, name = asked.get("variables"), asked.get("operationName")
    given = (text, document_id, name)
    if any(v is not None and not isinstance(v, str) for v in given) or (text is None) == (
        document_id is None
    ):
        raise wrong
    if variables is not None and not isinstance(variables, dict):
        raise wrong
    if text is not None and len(text.encode()) > MAX_TEXT:
        raise Turned(413, "TOO_LARGE", f"A document has at most {MAX_TEXT} bytes.")
    return Asked(text, document_id, variables or {}, name)

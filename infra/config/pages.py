"""The single-page app's document and the operators' doors."""

import secrets
from functools import cache
from pathlib import Path

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from tenants.runtime.scope import PLATFORM, unit_of_work

NONCE_PLACE = "__CSP_NONCE__"


@require_safe
def app(request: HttpRequest, path: str = "") -> HttpResponse:
    """This will serve the app's document with a nonce of its own; the app finds its screen by the path."""
    return page("index.html")


def page(name: str) -> HttpResponse:
    """This will give one of the front end's documents with a nonce and the policy that belongs to it."""
    document = _document(settings.FRONTEND_DIST, name)
    if document is None:
        return HttpResponse(
            "The front end is not built: run `make run`.", status=503, content_type="text/plain"
        )
    nonce = secrets.token_urlsafe(18)
    response = HttpResponse(document.replace(NONCE_PLACE, nonce))
    response["Content-Security-Policy"] = content_policy(nonce)
    response["Cache-Control"] = "no-store"
    return response


def content_policy(nonce: str) -> str:
    """This will word the content security policy of the app's document (R37)."""
    live = " " + _origin(settings.LIVE_URL) if settings.LIVE_URL else ""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'nonce-{nonce}'",
            f"style-src 'self' 'nonce-{nonce}'",
            "style-src-attr 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            f"connect-src 'self'{live}",
            "manifest-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def _origin(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}"


@cache
def _read(path: Path, changed_at: float) -> str:
    return path.read_text()


def _document(folder: object, name: str) -> str | None:
    path = Path(str(folder)) / name
    return _read(path, path.stat().st_mtime) if path.exists() else None


@require_safe
def livez(request: HttpRequest) -> HttpResponse:
    """This will answer as long as the process serves requests."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """This will tell whether database and broker answer, which readiness needs and liveness does not."""
    states = {"database": _database_answers(), "broker": _broker_answers()}
    return JsonResponse(states, status=200 if all(states.values()) else 503)


def _database_answers() -> bool:
    try:
        with unit_of_work(PLATFORM), connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return True
    except DatabaseError:
        return False


def _broker_answers() -> bool:
    try:
        return bool(redis.Redis.from_url(settings.REDIS_URL, socket_timeout=1).ping())
    except (redis.RedisError, ValueError):
        return False


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """This will give the process's figures in Prometheus' form, to callers on this machine alone."""
    behind_proxy = "HTTP_X_FORWARDED_FOR" in request.META
    if behind_proxy or request.META.get("REMOTE_ADDR") not in ("127.0.0.1", "::1", ""):
        return HttpResponse(status=404)
    return HttpResponse(generate_latest(), content_type=CONTENT_TYPE_LATEST)

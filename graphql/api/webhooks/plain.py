"""The catalogue of events, the use of keys, the limits: small answers without rows of their own."""

from typing import Any

from django.conf import settings
from graphene import ID, Argument, Field, Int, List, NonNull, ObjectType, String

from api.guarded import guarded
from api.ids import to_global_id
from api.limits import MAX_COST, MAX_DEPTH
from api.permissions import SIGNED_IN
from api.scalars import Date
from tenants.accounts.queries.key_usage import use_of_keys
from tenants.kernel.modules import is_on
from tenants.webhooks.body import example_of
from tenants.webhooks.catalogue import VERSION, events_for
from tenants.webhooks.queries import MOST_ATTEMPTS

MOST_DAYS = 90


class WebhookEvent(ObjectType):
    """One event that a webhook can want."""

    code = String(required=True, description="The type, as it stands in the payload.")
    name = String(required=True, description="What it tells, in the caller's language.")
    example = String(required=True, description="A payload with made-up ids, as JSON.")


class ApiKeyDay(ObjectType):
    """What one API key asked on one day (UTC)."""

    api_key_id = ID(required=True, description="The key.")
    day = Date(required=True, description="The day.")
    requests = Int(required=True, description="All requests.")
    errors = Int(required=True, description="Those that were answered with an error.")
    limited = Int(required=True, description="Those that were refused because the key asked too much.")


class ApiLimits(ObjectType):
    """How much may be asked."""

    points_a_minute = Int(
        required=True, description="Points a key has in a minute; a request costs what it reads."
    )
    group_points_a_minute = Int(
        required=True, description="Points that all callers of the group have together."
    )
    most_points_a_request = Int(required=True, description="What one request may cost.")
    deepest = Int(required=True, description="How deep a document may be nested.")
    event_version = String(required=True, description="The version of webhook payloads.")
    attempts = Int(required=True, description="How often a delivery is tried, over about three days.")


@guarded("webhooks.webhook.read")
def _events(root: Any, info: Any) -> list[dict[str, Any]]:
    actor = info.context.actor
    chinese = actor.locale.lower().startswith("zh")
    return [
        {"code": event.code, "name": event.zh if chinese else event.en, "example": example_of(event.code)}
        for event in events_for("group" if actor.unit_id is None else "unit")
        if is_on(event.code, actor.modules)
    ]


@guarded("accounts.api_key.read")
def _key_days(root: Any, info: Any, days: int = 30) -> list[dict[str, Any]]:
    until = info.context.at.date()
    return [
        {
            "api_key_id": to_global_id("ApiKey", row.api_key_id),
            "day": row.day,
            "requests": row.requests,
            "errors": row.errors,
            "limited": row.limited,
        }
        for row in use_of_keys(info.context.actor, until=until, days=max(1, min(days, MOST_DAYS)))
    ]


@guarded(SIGNED_IN)
def _limits(root: Any, info: Any) -> dict[str, Any]:
    return {
        "points_a_minute": settings.API_POINTS_CALLER,
        "group_points_a_minute": settings.API_POINTS_GROUP,
        "most_points_a_request": MAX_COST,
        "deepest": MAX_DEPTH,
        "event_version": VERSION,
        "attempts": MOST_ATTEMPTS,
    }


def events_field() -> Any:
    """This will declare the catalogue of events."""
    return Field(
        NonNull(List(NonNull(WebhookEvent))),
        resolver=_events,
        description="The events that a webhook here can want, of modules that are on.",
    )


def key_days_field() -> Any:
    """This will declare the use of keys by day."""
    return Field(
        NonNull(List(NonNull(ApiKeyDay))),
        resolver=_key_days,
        args={"days": Argument(Int, description="Over how many days, at most 90; 30 when left out.")},
        description="What the API keys here asked, by day, the newest first; days without requests are left out.",
    )


def limits_field() -> Any:
    """This will declare the limits of the API."""
    return Field(NonNull(ApiLimits), resolver=_limits, description="How much may be asked.")

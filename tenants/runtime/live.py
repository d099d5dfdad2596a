"""Tells open pages what changed: type, id and version of committed events, over Valkey pub/sub.

A page re-queries what it shows, so it never learns what a query would not tell it. Losing a message here
is harmless: the page catches up with its next query.
"""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, Protocol

import redis
import structlog
from django.conf import settings

log = structlog.get_logger("hanse.live")


class LiveEvent(Protocol):
    """What the relay knows of an event."""

    id: Any
    event_type: str
    subject_id: Any
    subject_version: int | None
    group_id: Any
    unit_id: Any


@cache
def _client() -> redis.Redis:
    return redis.Redis.from_url(settings.REDIS_URL)


def channel_of(*, group_id: object, unit_id: object | None) -> str:
    """This will name the channel of a unit, or of the group's own events."""
    return f"hanse:live:u:{unit_id}" if unit_id else f"hanse:live:g:{group_id}"


def publish_events(events: Iterable[LiveEvent]) -> None:
    """This will publish the events; a broker that is down is logged, never raised."""
    try:
        with _client().pipeline(transaction=False) as pipeline:
            for event in events:
                message = {
                    "id": str(event.id),
                    "type": event.event_type,
                    "subjectId": str(event.subject_id),
                    "version": event.subject_version,
                    "unit": str(event.unit_id) if event.unit_id else None,
                }
                pipeline.publish(
                    channel_of(group_id=event.group_id, unit_id=event.unit_id), json.dumps(message)
                )
            pipeline.execute()
    except redis.RedisError as error:
        log.warning("live.unavailable", error=str(error))

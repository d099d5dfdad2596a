"""Tells open pages what changed: type, id and version of committed events.

A page re-queries what it shows, so it never learns what a query would not tell it. Each channel (a unit, or
a group's own events) keeps its last events in a short stream, from which a client that was away resumes;
everything is also published, for the live processes to hand on. Losing a message here is harmless.

An event whose payload has `audience` (ids of people or partners) is also told to them, where they may not
read all records of its kind.
"""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, Protocol

import redis
import structlog
from django.conf import settings

log = structlog.get_logger("hanse.live")

PREFIX = "hanse:live:"
"""All channels and streams start with this."""

KEPT = 500
"""Events a channel keeps for clients that resume."""

KEPT_SECONDS = 3600

ALSO_TO_GROUP = ("analytics.", "accounts.alert.")
"""Beginnings of the events of units that head office hears of too: they tell of sums and alerts it may read."""

SESSIONS_ENDED = "accounts.sessions.ended"
"""The event that ends a person's streams: their sessions were ended, and the subject is the person."""

_ADD = """
local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[2], '*', 'm', ARGV[1])
redis.call('EXPIRE', KEYS[1], ARGV[3])
redis.call('PUBLISH', KEYS[1], id .. ' ' .. ARGV[1])
return id
"""


class LiveEvent(Protocol):
    """What the relay knows of an event."""

    @property
    def id(self) -> Any: ...
    @property
    def event_type(self) -> str: ...
    @property
    def subject_id(self) -> Any: ...
    @property
    def subject_version(self) -> int | None: ...
    @property
    def group_id(self) -> Any: ...
    @property
    def unit_id(self) -> Any: ...
    @property
    def audience(self) -> str | None: ...


@cache
def _client() -> redis.Redis:
    return redis.Redis.from_url(settings.REDIS_URL)


def channel_of(*, group_id: object, unit_id: object | None) -> str:
    """This will name the channel of a unit, or of the group's own events."""
    return f"{PREFIX}u:{unit_id}" if unit_id else f"{PREFIX}g:{group_id}"


def _channels_of(event: LiveEvent) -> list[str]:
    own = channel_of(group_id=event.group_id, unit_id=event.unit_id)
    if event.unit_id and event.event_type.startswith(ALSO_TO_GROUP):
        return [own, channel_of(group_id=event.group_id, unit_id=None)]
    return [own]


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
                if event.audience:
                    message["audience"] = json.loads(event.audience)
                text = json.dumps(message, separators=(",", ":"))
                for channel in _channels_of(event):
                    pipeline.eval(_ADD, 1, channel, text, str(KEPT), str(KEPT_SECONDS))
            pipeline.execute()
    except redis.RedisError as error:
        log.warning("live.unavailable", error=str(error))

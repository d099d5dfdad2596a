"""How much a caller may ask in a while: points of cost, from a bucket in Valkey that fills steadily (R20, A15).

Every request is charged its reckoned cost, every root field of a stranger's request is charged dearly. A
process takes points in portions, so that an ordinary request does not travel to Valkey. When Valkey cannot be
reached, a small portion is given: the limits of one request still hold, and people can go on working.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from functools import cache

import redis
import structlog
from django.conf import settings
from graphql import OperationDefinitionNode

from api.documents import Document
from api.errors import RateLimited
from tenants.kernel.actor import Actor
from tenants.runtime.cache import tenant_key

log = structlog.get_logger("api")

LEAST = 20
"""Points that any request costs."""

STRANGERS_FIELD = 1_000
PORTION_SECONDS = 10.0
PORTION_SHARE = 30
"""A portion is the bucket's thirtieth part, and is given back by no one: what is not used in time is lost."""

MAX_KNOWN = 20_000

_TAKE = """
local bucket = redis.call('HMGET', KEYS[1], 'points', 'at')
local now = redis.call('TIME')
local at = tonumber(now[1]) + tonumber(now[2]) / 1000000
local full, fill, wanted, least = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local points = tonumber(bucket[1]) or full
points = math.min(full, points + (at - (tonumber(bucket[2]) or at)) * fill)
local given = 0
if points >= least then given = math.min(points, wanted) end
redis.call('HSET', KEYS[1], 'points', tostring(points - given), 'at', tostring(at))
redis.call('EXPIRE', KEYS[1], math.ceil(full / fill) + 1)
return {tostring(given), tostring(math.max(0, (least - points) / fill))}
"""


@dataclass(slots=True)
class _Portion:
    points: float
    ends_at: float


_portions: dict[str, _Portion] = {}
_lock = threading.Lock()


@cache
def _client() -> redis.Redis:
    return redis.Redis.from_url(settings.REDIS_URL, socket_timeout=0.5, socket_connect_timeout=0.5)


def charge(actor: Actor, document: Document, cost: int, *, address: str | None) -> None:
    """This will charge a request to its caller and, within a group, to the group; raises RateLimited."""
    if actor.kind == "system":
        return  # our own probes: nobody else comes to a door as the system
    if actor.person_id is None and actor.api_key_id is None:
        fields = STRANGERS_FIELD * _root_fields(document)
        _spend(
            tenant_key(tenant="accounts", space="points", key=f"from {address}"),
            fields,
            settings.API_POINTS_STRANGER,
        )
        return
    charge_caller(actor, max(cost, LEAST))


def charge_caller(actor: Actor, points: int) -> None:
    """This will charge points to a known caller and, within a group, to the group; raises RateLimited."""
    tenant = actor.group_id.hex if actor.group_id is not None else "accounts"
    _spend(tenant_key(tenant=tenant, space="points", key=actor.key), points, settings.API_POINTS_CALLER)
    if actor.group_id is not None:
        _spend(tenant_key(tenant=tenant, space="points", key="group"), points, settings.API_POINTS_GROUP)


def _root_fields(document: Document) -> int:
    return sum(
        len(d.selection_set.selections)
        for d in document.ast.definitions
        if isinstance(d, OperationDefinitionNode)
    )


def _spend(key: str, points: int, per_minute: int) -> None:
    now = time.monotonic()
    with _lock:
        portion = _portions.get(key)
        if portion is not None and portion.ends_at > now and portion.points >= points:
            portion.points -= points
            return
    given, wait = _take(key, points, per_minute)
    if given < points:
        raise RateLimited(seconds=max(1, round(wait + 0.5)))
    with _lock:
        if len(_portions) >= MAX_KNOWN:
            _portions.clear()
        _portions[key] = _Portion(given - points, now + PORTION_SECONDS)


def _take(key: str, points: int, per_minute: int) -> tuple[float, float]:
    """This will take a portion of at least these points: points given, or seconds until there are enough."""
    wanted = max(points, per_minute // PORTION_SHARE)
    try:
        given, wait = _client().eval(_TAKE, 1, key, per_minute, per_minute / 60, wanted, points)
        return float(given), float(wait)
    except (redis.RedisError, ValueError) as error:
        log.warning("rates.unavailable", error=str(error))
        return float(wanted), 0.0


def forget() -> None:
    """This will forget the portions of this process."""
    with _lock:
        _portions.clear()
    _client.cache_clear()

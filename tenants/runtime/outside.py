"""Calls to systems outside: a breaker and a bulkhead for each (R34), shared by all processes through Valkey.

    with outside.calling("sap", at=host) as call:
        …                     # an exception counts as the other side's failure,
        call.failed()         # and so does an answer that says so

After a few failures in a row nobody calls the system for a while; then one call tries it, and its success opens the
way for all. Of each kind of system few calls run at once: of pages some, of workers fewer than there are workers, so
that what hangs never takes them all. Who finds no free place waits a moment. What is refused here is work for later:
callers keep it as they keep what failed. Where Valkey cannot be reached, calls go out; their time-outs still hold.
"""

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

import redis
import structlog
from celery import current_task
from django.conf import settings
from redis.backoff import NoBackoff
from redis.retry import Retry

from tenants.kernel.errors import DomainError
from tenants.runtime.cache import tenant_key

log = structlog.get_logger("outside")


@dataclass(frozen=True, slots=True)
class Limits:
    """How a kind of system is treated. `lease` is longer than any call may take: a killed process's place is free then.

    Seconds; `pages` and `workers` are calls at once.
    """

    failures: int = 5
    closed_for: float = 30.0
    lease: float = 60.0
    pages: int = 4
    workers: int = 1
    wait: float = 2.0


KINDS: dict[str, Limits] = {
    "clamd": Limits(failures=3, lease=90.0),
    "dnb": Limits(),
    "mail": Limits(),
    "sap": Limits(),
    "stripe": Limits(lease=90.0),
    "webhook": Limits(),
}
"""Every kind of system that the platform calls."""

MOST_SHOWN = 200
KEPT_SECONDS = 24 * 3600
_PAUSE = 0.05
UNREACHABLE = (redis.RedisError, ValueError)
"""Nobody can count: no Valkey, or no address of one."""

_ENTER = """
local now, token, at_once = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
local open = tonumber(redis.call('HGET', KEYS[2], 'until') or '0')
if open > now then return {'open', tostring(open)} end
if open > 0 and tonumber(redis.call('HGET', KEYS[2], 'probe') or '0') > now then return {'open', tostring(now)} end
if redis.call('ZCARD', KEYS[1]) >= at_once then return {'full', tostring(now)} end
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[4]), token)
redis.call('EXPIRE', KEYS[1], math.ceil(tonumber(ARGV[4])) + 1)
if open > 0 then redis.call('HSET', KEYS[2], 'probe', now + tonumber(ARGV[4])) end
return {'in', tostring(now)}
"""

_LEAVE = """
local now, token, how = tonumber(ARGV[1]), ARGV[2], ARGV[3]
redis.call('ZREM', KEYS[1], token)
if how == 'good' then redis.call('DEL', KEYS[2]) redis.call('ZREM', KEYS[3], ARGV[6]) return 0 end
redis.call('HDEL', KEYS[2], 'probe')
if how == 'neither' then return 0 end
local failures = redis.call('HINCRBY', KEYS[2], 'failures', 1)
redis.call('HSET', KEYS[2], 'failed_at', now, 'why', ARGV[7])
if failures >= tonumber(ARGV[4]) then redis.call('HSET', KEYS[2], 'until', now + tonumber(ARGV[5])) end
redis.call('EXPIRE', KEYS[2], ARGV[8])
redis.call('ZADD', KEYS[3], now, ARGV[6])
return failures
"""


class OutsideUnavailable(DomainError):
    """The system is not called now: it failed again and again, or all its places are taken."""

    code = "OUTSIDE_UNAVAILABLE"
    en = "The other system ({system}) does not answer at the moment. It is tried again by itself in a while."
    zh = "对方系统（{system}）暂时没有响应，稍后将自动重试。"


class Away(Exception):
    """Whom a reaction needs cannot be reached: it is tried again later, and for some days no try counts."""


class UnknownKind(LookupError):
    """A call to a kind of system that nobody has placed."""


class Call:
    """One call under way."""

    def __init__(self) -> None:
        self.outcome, self.why = "", ""

    def answered(self) -> None:
        """This will count the call as answered, whatever the answer was and is raised as."""
        self.outcome = "good"

    def failed(self, why: str = "") -> None:
        """This will count the call as a failure of the other side."""
        self.outcome, self.why = "failed", why

    def refused_by_us(self) -> None:
        """This will count the call as neither: it was ours to refuse."""
        self.outcome = "neither"


@dataclass(frozen=True, slots=True)
class State:
    """How a system stands: closed is well, open is not called, trying is called by one."""

    kind: str
    at: str
    state: str
    failures: int
    why: str
    failed_at: datetime | None
    tried_again_at: datetime | None


@contextmanager
def calling(kind: str, *, at: str) -> Iterator[Call]:
    """This will let the block call a system of a kind at an address, or raise OutsideUnavailable at once.

    An exception from the block counts as the other side's failure unless the call says otherwise.
    """
    limits = _limits(kind)
    token, call = uuid.uuid4().hex, Call()
    _enter(kind, at, limits, token)
    try:
        yield call
    except BaseException as error:
        if not call.outcome:
            call.failed(type(error).__name__)
        raise
    finally:
        _leave(kind, at, limits, token, call)


def states() -> list[State]:
    """This will tell of every system that failed lately, and of each kind that did not, as one line."""
    found = []
    for kind in KINDS:
        troubled = [_state(kind, at) for at in _troubled(kind)]
        found += troubled or [State(kind, "", "closed", 0, "", None, None)]
    return found


def _limits(kind: str) -> Limits:
    try:
        limits = KINDS[kind]
    except KeyError:
        raise UnknownKind(kind) from None
    if not current_task:
        return limits
    return replace(limits, pages=max(limits.workers, settings.OUTSIDE_AT_ONCE))


def _enter(kind: str, at: str, limits: Limits, token: str) -> None:
    deadline = time.monotonic() + limits.wait
    while True:
        try:
            told, _ = _client().eval(
                _ENTER,
                2,
                _places(kind),
                _key("state", f"{kind} {at}"),
                _now(),
                token,
                limits.pages,
                limits.lease,
            )
        except UNREACHABLE as error:
            log.warning("outside.unwatched", kind=kind, error=type(error).__name__)
            return
        if told == "in":
            return
        if told == "open" or time.monotonic() > deadline:
            log.warning("outside.refused", kind=kind, reason=told)
            raise OutsideUnavailable(system=kind)
        time.sleep(_PAUSE)


def _leave(kind: str, at: str, limits: Limits, token: str, call: Call) -> None:
    keys = (_places(kind), _key("state", f"{kind} {at}"), _key("troubled", kind))
    try:
        failures = _client().eval(
            _LEAVE, 3, *keys, _now(), token, call.outcome or "good", limits.failures, limits.closed_for, at, call.why,
            KEPT_SECONDS,
        )  # fmt: skip
    except UNREACHABLE as error:
        log.warning("outside.unwatched", kind=kind, error=type(error).__name__)
        return
    if failures == limits.failures:
        log.error("outside.not_called_for_a_while", kind=kind, seconds=limits.closed_for, why=call.why)


def _troubled(kind: str) -> list[str]:
    try:
        found: Any = _client().zrevrange(_key("troubled", kind), 0, MOST_SHOWN - 1)
    except UNREACHABLE:
        return []
    return list(found)


def _state(kind: str, at: str) -> State:
    try:
        told: Any = _client().hgetall(_key("state", f"{kind} {at}"))
    except UNREACHABLE:
        told = {}
    until, now = float(told.get("until", 0)), _now()  # reviewed: seconds
    state = "closed" if not until else "open" if until > now else "trying"
    return State(
        kind, at, state, int(told.get("failures", 0)), told.get("why", ""), _instant(told.get("failed_at")),
        _instant(told.get("until")),
    )  # fmt: skip


def _instant(seconds: str | None) -> datetime | None:
    return datetime.fromtimestamp(float(seconds), UTC) if seconds else None  # reviewed: seconds


def _places(kind: str) -> str:
    return _key("workers" if current_task else "pages", kind)


def _key(space: str, key: str) -> str:
    return tenant_key(tenant="platform", space=f"outside-{space}", key=key)


def _now() -> float:
    return time.time()


@cache
def _client() -> redis.Redis:
    return redis.Redis.from_url(
        settings.REDIS_URL, socket_timeout=0.5, socket_connect_timeout=0.5, decode_responses=True,
        retry=Retry(NoBackoff(), 0),
    )  # fmt: skip

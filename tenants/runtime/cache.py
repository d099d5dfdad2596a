"""The cache: keys that name their tenant, values that cannot carry code, counters that fail closed.

The rest of the product does not import Django's cache. Libraries that do (allauth's rate limits) get their
keys through `scoped_key`, which puts the current scope in front.
"""

from typing import Any

import orjson
from django.core.cache import cache
from redis import Redis
from redis.exceptions import RedisError

from tenants.kernel.errors import DomainError
from tenants.runtime.scope import current_scope_or_none

OWN = "hanse:"

_ADD = """
local sum = redis.call('INCRBY', KEYS[1], ARGV[1])
if redis.call('TTL', KEYS[1]) < 0 then redis.call('EXPIRE', KEYS[1], ARGV[2]) end
return sum
"""
"""One step, so that no counter is left without its end, which would lock its owner out for ever."""


class CacheUnavailable(DomainError):
    """Counters cannot be read, so what they guard is refused."""

    code = "RETRY"
    en = "The service is not ready. Try again in a moment."
    zh = "服务暂时不可用，请稍后重试。"


class RateLimited(DomainError):
    """Too many tries in a while."""

    code = "RATE_LIMITED"
    en = "Too many attempts. Try again later."
    zh = "尝试次数过多，请稍后再试。"


class JsonSerializer:
    """Values as JSON: whoever can write to the cache cannot make a process run what it unpickles."""

    def dumps(self, value: Any) -> Any:
        """This will write a value; whole numbers stay as they are, so that they can be counted up."""
        return value if type(value) is int else orjson.dumps(value)

    def loads(self, data: bytes) -> Any:
        """This will read a value."""
        return orjson.loads(data)


def scoped_key(key: str, prefix: str, version: int) -> str:
    """This will put the current scope in front of a library's key (Django's KEY_FUNCTION).

    Raises ValueError outside a unit of work unless the key was made by `tenant_key`.
    """
    if key.startswith(OWN):
        return f"{prefix}{key}"
    scope = current_scope_or_none()
    if scope is None:
        raise ValueError("a cache key needs a tenant")
    return f"{prefix}{OWN}{scope.role}:{version}:{key}"


def tenant_key(*, tenant: str, space: str, key: str) -> str:
    """This will make a key of one tenant: a role's name, or `accounts` and `platform` for people's own."""
    if not tenant or ":" in tenant or ":" in space:
        raise ValueError("a cache key needs a tenant and a space, without colons")
    return f"{OWN}{tenant}:{space}:{key}"


def _client() -> Redis:
    return cache._cache.get_client(None, write=True)  # type: ignore[attr-defined] # Django's own cannot count in one step


def add(*, tenant: str, space: str, key: str, amount: int, seconds: int) -> int | None:
    """This will add to a counter that lives so long and give its sum; None when nobody can count."""
    name = tenant_key(tenant=tenant, space=space, key=key)
    try:
        return int(_client().eval(_ADD, 1, cache.make_key(name), amount, seconds))
    except (RedisError, ValueError):
        return None


def counted(*, tenant: str, space: str, key: str) -> int:
    """This will give a counter's sum; 0 when there is none or nobody can tell."""
    try:
        return int(cache.get(tenant_key(tenant=tenant, space=space, key=key)) or 0)
    except (RedisError, ValueError):
        return 0


def take(*, tenant: str, space: str, key: str, amount: int, seconds: int) -> None:
    """This will count one try, of `amount` allowed in each window of `seconds`.

    Raises RateLimited when they are used up, CacheUnavailable when nobody can count.
    """
    count = add(tenant=tenant, space=space, key=key, amount=1, seconds=seconds)
    if count is None:
        raise CacheUnavailable
    if count > amount:
        raise RateLimited

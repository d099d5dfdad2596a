"""Counters in the cache end by themselves, whatever happened when they began."""

import pytest
import redis
from django.core.cache import cache

from tenants.runtime.cache import RateLimited, add, counted, take, tenant_key

PLACE = {"tenant": "accounts", "space": "tries", "key": "x"}


@pytest.fixture
def server(valkey, settings):
    settings.CACHES = {"default": {**settings.CACHES["default"], "LOCATION": valkey.url_for(7)}}
    found = redis.Redis.from_url(valkey.url_for(7))
    found.flushdb()
    return found


def test_a_counter_adds_up_and_keeps_its_first_end(server):
    name = cache.make_key(tenant_key(**PLACE))
    assert [add(**PLACE, amount=amount, seconds=60) for amount in (2, 3)] == [2, 5]
    server.expire(name, 30)
    assert (add(**PLACE, amount=-1, seconds=60), counted(**PLACE)) == (4, 4)
    assert 0 < server.ttl(name) <= 30


def test_a_counter_left_without_an_end_gets_one(server):
    """As if its key had run out between two commands of whoever counted last: it would lock out for ever."""
    name = cache.make_key(tenant_key(**PLACE))
    server.set(name, 100)
    assert server.ttl(name) == -1
    with pytest.raises(RateLimited):
        take(**PLACE, amount=3, seconds=60)
    assert 0 < server.ttl(name) <= 60

"""A cache of its own for each test of log-in."""

import pytest

from tests.support.browser import Browser, fresh_prefix


@pytest.fixture
def cache_server(valkey, settings):
    """The real cache, under a prefix that no other test uses."""
    default = settings.CACHES["default"]
    settings.CACHES = {"default": {**default, "LOCATION": valkey.url, "KEY_PREFIX": fresh_prefix()}}
    return valkey


@pytest.fixture
def browser(world, cache_server):
    """A browser that nobody is logged in with."""
    return Browser()

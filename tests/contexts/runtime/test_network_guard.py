"""The guard that watches every test: a connection opened inside a unit of work fails it (R2)."""

import smtplib
import socket

import pytest
import redis

from tests.support.network import NetworkInsideUnitOfWork


@pytest.fixture
def door():
    """Somebody who listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()


def test_a_connection_inside_a_unit_of_work_is_refused_and_outside_it_is_not(world, door):
    with world.a1.scope(), pytest.raises(NetworkInsideUnitOfWork, match="connects to"):
        socket.create_connection(door)
    socket.create_connection(door).close()


def test_a_library_that_connects_is_seen_too(world):
    with world.a.scope(), pytest.raises(NetworkInsideUnitOfWork):
        smtplib.SMTP("127.0.0.1", 25)


def test_the_cache_may_be_asked(world, valkey):
    with world.a1.scope():
        assert redis.Redis.from_url(valkey.url).ping()

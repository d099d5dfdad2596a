"""The embedded Valkey: on a socket, durable, joined by a second caller."""

import os
import signal
from pathlib import Path

import pytest
import redis
from kombu import Connection

from infra.embedded.places import is_alive
from infra.embedded.valkey import start_valkey

pytestmark = pytest.mark.process


def test_data_survives_stop_and_start_and_celery_reaches_it(home: Path) -> None:
    first = start_valkey(home, follow=True)
    redis.Redis.from_url(first.url).set("kept", "7")
    with Connection(first.celery_url) as connection:
        connection.ensure_connection(max_retries=1)
    first.stop()
    assert not is_alive(first.pid)
    second = start_valkey(home, follow=True)
    assert redis.Redis.from_url(second.url).get("kept") == b"7"
    assert redis.Redis.from_url(second.url_for(3)).get("kept") is None
    second.stop()


def test_a_second_caller_joins_and_leaves_it_running(home: Path) -> None:
    first = start_valkey(home, durable=False, follow=True)
    joined = start_valkey(home)
    assert (joined.process, joined.pid, joined.url) == (None, first.pid, first.url)
    joined.stop()
    assert redis.Redis.from_url(first.url).ping()
    first.stop()


def test_it_starts_again_after_a_hard_kill(home: Path) -> None:
    first = start_valkey(home, follow=True)
    redis.Redis.from_url(first.url).set("kept", "7")
    assert first.process is not None
    os.kill(first.pid, signal.SIGKILL)
    first.process.wait()
    second = start_valkey(home, follow=True)
    assert redis.Redis.from_url(second.url).get("kept") == b"7"
    second.stop()


def test_only_its_own_user_reaches_the_socket_and_no_port_is_open(home: Path) -> None:
    server = start_valkey(home, durable=False, follow=True)
    assert server.socket.stat().st_mode & 0o077 == 0
    assert redis.Redis.from_url(server.url).config_get("port") == {"port": "0"}
    server.stop()

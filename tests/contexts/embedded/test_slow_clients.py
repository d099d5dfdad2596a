"""Slow clients (A38): unfinished headers hold nobody up and are cut off; slow bodies are the proxy's work."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from infra.embedded.supervisor import HEADER_PATIENCE

ROOT = Path(__file__).resolve().parents[3]
SLOW = 200
PATIENCE = ("--http1-header-read-timeout", "1500")  # milliseconds; the product's own would make the test long


def free_port():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return held.getsockname()[1]


@pytest.fixture
def port():
    """The web process as it is served, with a shorter patience."""
    number = free_port()
    command = [sys.executable, "-m", "granian", "--host", "127.0.0.1", "--port", str(number), "--no-ws",
               "--interface", "wsgi", "--workers", "1", "--blocking-threads", "2", *PATIENCE,
               "infra.config.wsgi:application"]  # fmt: skip
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "infra.config.settings.test"}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        deadline = time.monotonic() + 60
        while asked(number) is None and time.monotonic() < deadline:
            assert process.poll() is None, "the server ended"
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.2)
        yield number
    finally:
        process.terminate()
        process.wait(30)


def asked(number):
    """The status of a request and the seconds it took; None when nobody answers."""
    started = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", number, timeout=20)
    try:
        connection.request("GET", "/livez")
        return connection.getresponse().status, time.monotonic() - started
    except OSError:
        return None
    finally:
        connection.close()


def test_two_hundred_clients_with_unfinished_headers_hold_nobody_up_and_are_cut_off(port):
    clients = [socket.create_connection(("127.0.0.1", port), timeout=30) for _ in range(SLOW)]
    try:
        for client in clients:
            client.sendall(b"POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
        answers = [asked(port) for _ in range(20)]
        assert {answer[0] for answer in answers if answer} == {200} and None not in answers
        print(f"slowest of 20 beside {SLOW} slow clients: {max(took for _, took in answers) * 1000:.0f} ms")
        assert max(took for _, took in answers) < 5
        assert [client.recv(1000).partition(b"\r\n")[0][9:12] for client in clients] == [b""] * SLOW
    finally:
        for client in clients:
            client.close()


def test_the_product_gives_clients_ten_seconds_for_their_headers():
    assert HEADER_PATIENCE == ("--http1-header-read-timeout", "10000")
    entrypoint = (ROOT / "infra/docker/entrypoint.sh").read_text()
    assert entrypoint.count("exec granian") == entrypoint.count(" ".join(HEADER_PATIENCE)) == 2


def test_the_proxy_takes_whole_bodies_in_before_a_worker_sees_them():
    """A body that drips would hold one of the few threads of a worker; R35 puts a buffering proxy in front."""
    settings = (ROOT / "infra/docker/nginx.conf").read_text()
    told = dict(re.findall(r"^\s*(\w+) ([^;{]+);", settings, re.MULTILINE))
    assert told["proxy_request_buffering"] == "on"
    assert (told["client_body_timeout"], told["client_header_timeout"]) == ("15s", "15s")
    assert told["client_max_body_size"] == "50m"

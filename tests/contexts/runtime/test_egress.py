"""Addresses inside, disguised or odd are refused before a byte leaves; nothing is called inside a transaction."""

import socket
import threading

import pytest

from tenants.runtime import egress

INSIDE = [
    "https://127.0.0.1/",
    "https://localhost/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0177.0.0.1/",
    "https://127.1/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/",
    "https://0.0.0.0/",
    "https://169.254.169.254/latest/meta-data/",
    "https://[fd00:ec2::254]/",
    "https://10.0.0.1/",
    "https://192.168.1.1/",
    "https://172.16.0.1/",
    "https://100.64.0.1/",
    "https://[64:ff9b::7f00:1]/",
    "https://224.0.0.1/",
]

ODD = [
    "http://example.com/",
    "file:///etc/passwd",
    "gopher://example.com/",
    "ftp://example.com/",
    "unix:///var/run/socket",
    "https://example.com:5432/",
    "https://example.com:6379/",
    "https://user:pw@example.com/",
    "https://example.com@127.0.0.1/",
    "https://example.com\\@127.0.0.1/",
    "https://ⓔxample.com/",
    "https:///path",
    "https://example.com:99999/",
    "//example.com/",
    "",
]


@pytest.fixture
def outside_a_transaction(postgres, worker_database, django_db_blocker):
    from tests.support.database import point_at_once

    point_at_once(postgres, worker_database)
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def no_connection(monkeypatch):
    """Fails the test when a socket is connected."""
    calls = []
    monkeypatch.setattr(socket.socket, "connect", lambda self, address: calls.append(address))
    yield
    assert calls == []


@pytest.mark.parametrize("url", INSIDE)
def test_addresses_inside_are_refused(outside_a_transaction, no_connection, url):
    with pytest.raises((egress.EgressRefused, egress.EgressFailed)) as refusal:
        egress.call("GET", url, system="")
    assert refusal.value.field == "url"


@pytest.mark.parametrize("url", ODD)
def test_odd_addresses_are_refused_by_their_form(url):
    with pytest.raises(egress.EgressRefused) as refusal:
        egress.check_address(url)
    assert (refusal.value.code, refusal.value.field) == ("EGRESS_REFUSED", "url")


def test_a_name_off_the_list_is_refused():
    egress.check_address("https://api.example.com/x", allowed_hosts={"api.example.com"})
    with pytest.raises(egress.EgressRefused):
        egress.check_address("https://api.example.com.evil.example/", allowed_hosts={"api.example.com"})


def test_a_name_that_resolves_inside_is_refused_and_resolved_once(
    outside_a_transaction, no_connection, monkeypatch
):
    """A resolver that answers with a public address first and an inner one later gets no second question."""
    answers = [("127.0.0.1", 443)]
    asked = []

    def resolve(host, port, **kwargs):
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", answers[0])]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(egress.EgressRefused):
        egress.call("GET", "https://rebinding.example/", system="")
    assert asked == ["rebinding.example"]


def test_nothing_is_called_inside_a_transaction(world):
    with world.a1.scope(), pytest.raises(egress.EgressInTransaction):
        egress.call("GET", "https://example.com/", system="")


def test_the_guard_is_what_refuses(outside_a_transaction, monkeypatch):
    """Negative control: with the address filter off, the same call reaches a server on this machine."""
    reached = threading.Event()
    monkeypatch.setattr(egress._manager.config, "ip_filter_enable", False)
    monkeypatch.setattr(socket.socket, "connect", lambda self, address: reached.set())
    with pytest.raises(egress.EgressFailed):
        egress.call("GET", "https://127.0.0.1/", system="")
    assert reached.is_set()

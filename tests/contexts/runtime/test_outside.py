"""A system outside that hangs is left alone after a few tries, never takes all places, and is found well again."""

import socket
import threading
from dataclasses import replace

import pytest
from django.test import override_settings

from tenants.runtime import egress, outside
from tenants.runtime.outside import Limits, OutsideUnavailable, UnknownKind, calling, states
from tests.support.receiver import receiving


class Hanging:
    """Takes connections and never answers, until it is told to."""

    def __init__(self):
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.base = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        self.came, self.answers = [], False
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        try:
            while True:
                talking, _ = self.listening.accept()
                self.came.append(talking)
                if self.answers:
                    talking.recv(4096)
                    talking.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        except OSError:
            pass

    def call(self):
        return egress.call("GET", f"{self.base}/x", system="sap", stand_in=self.base).status


@pytest.fixture
def clock(valkey, monkeypatch):
    """The breakers' clock, in seconds. Nothing has failed yet."""
    now = [1_000_000.0]
    monkeypatch.setattr(outside, "_now", lambda: now[0])
    monkeypatch.setitem(outside.KINDS, "sap", replace(outside.KINDS["sap"], wait=0.1))
    with override_settings(REDIS_URL=valkey.url):
        outside._client.cache_clear()
        for key in outside._client().scan_iter("hanse:platform:outside-*"):
            outside._client().delete(key)
        yield now
    outside._client.cache_clear()


@pytest.fixture
def hanging(clock):
    server = Hanging()
    yield server
    server.listening.close()


def state_of(server):
    (found,) = [s for s in states() if s.kind == "sap" and server.base.endswith(s.at)]
    return found.state, found.failures


def fail(server, times):
    for _ in range(times):
        with pytest.MonkeyPatch.context() as patched, pytest.raises(egress.EgressFailed) as refusal:
            patched.setattr(egress, "READ_SECONDS", 0.05)
            server.call()
        assert refusal.value.code == "EGRESS_FAILED"


def test_a_hanging_system_is_left_alone_then_tried_by_one_and_found_well(hanging, clock):
    fail(hanging, 4)
    assert state_of(hanging) == ("closed", 4)
    fail(hanging, 1)
    assert (state_of(hanging), len(hanging.came)) == (("open", 5), 5)
    for _ in range(20):
        with pytest.raises(egress.EgressUnavailable) as refusal:
            hanging.call()
    assert (refusal.value.code, len(hanging.came)) == ("EGRESS_UNAVAILABLE", 5)
    with receiving() as other:
        for system in ("sap", "webhook"):
            answer = egress.call("POST", other.url("/y"), system=system, body=b"", stand_in=other.url(""))
            assert answer.status == 200
        other.answers["/y"] = 400
        for _ in range(6):
            assert (
                egress.call("POST", other.url("/y"), system="sap", body=b"", stand_in=other.url("")).status
                == 400
            )
        other.answers["/y"] = 503
        for _ in range(5):
            egress.call("POST", other.url("/y"), system="sap", body=b"", stand_in=other.url(""))
        with pytest.raises(egress.EgressUnavailable):
            egress.call("POST", other.url("/y"), system="sap", body=b"", stand_in=other.url(""))
    clock[0] += 31
    assert state_of(hanging) == ("trying", 5)
    fail(hanging, 1)
    with pytest.raises(egress.EgressUnavailable):
        hanging.call()
    clock[0] += 31
    with calling("sap", at=hanging.base.removeprefix("http://")) as trying:
        with pytest.raises(egress.EgressUnavailable):
            hanging.call()
        trying.refused_by_us()
    hanging.answers = True
    assert (hanging.call(), hanging.call(), len(hanging.came)) == (200, 200, 8)
    assert not [s for s in states() if s.kind == "sap" and hanging.base.endswith(s.at)]


def test_without_the_breaker_every_call_would_wait_for_what_hangs(hanging, monkeypatch):
    monkeypatch.setitem(outside.KINDS, "sap", Limits(failures=10**9))
    fail(hanging, 7)
    assert len(hanging.came) == 7


def test_few_calls_of_a_kind_run_at_once_and_other_kinds_do_not_feel_it(clock):
    held = [calling("sap", at=f"h{n}.example") for n in range(4)]
    for call in held:
        call.__enter__()
    with pytest.raises(OutsideUnavailable), calling("sap", at="h9.example"):
        pass
    with calling("mail", at="other.example"):
        pass
    held.pop().__exit__(None, None, None)
    with calling("sap", at="h9.example"):
        pass
    clock[0] += outside.KINDS["sap"].lease + 1
    left = [calling("sap", at=f"i{n}.example") for n in range(4)]
    for call in left:
        call.__enter__()
    for call in (*held, *left):
        call.__exit__(None, None, None)


def test_where_nobody_can_count_calls_go_out(clock):
    with override_settings(REDIS_URL="unix:///nowhere.sock"):
        outside._client.cache_clear()
        for _ in range(7):
            with pytest.raises(OSError), calling("stripe", at="x"):
                raise TimeoutError
        assert {s.state for s in states()} == {"closed"}
        outside._client.cache_clear()
    with pytest.raises(UnknownKind), calling("ecb", at="x"):
        pass

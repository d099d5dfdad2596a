"""No test opens a connection to anything but the cache while a unit of work is open (R2)."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest

from tenants.runtime.scope import current_scope_or_none

_CACHES = ("valkey", "redis")  # in the path of a unix socket


class NetworkInsideUnitOfWork(AssertionError):
    """Something speaks to the network while a transaction is open; it belongs into a handler of an event."""


def _is_cache(connecting: socket.socket, address: Any) -> bool:
    return connecting.family == socket.AF_UNIX and any(word in str(address) for word in _CACHES)


@pytest.fixture(autouse=True)
def no_network_inside_units_of_work(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """This will refuse connections that are opened inside a unit of work. PostgreSQL's own are libpq's."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        scope = current_scope_or_none()
        if scope is not None and not _is_cache(self, address):
            raise NetworkInsideUnitOfWork(f"{scope.role} connects to {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    yield

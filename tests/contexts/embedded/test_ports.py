"""A port is held for our own children and counts as taken for everyone else."""

import socket

import pytest

from infra.embedded.supervisor import hold_port


def test_a_held_port_is_passed_by_and_still_serves_our_children() -> None:
    held = hold_port("127.0.0.1", 0)
    port = held.getsockname()[1]
    with pytest.raises(OSError):
        hold_port("127.0.0.1", port)
    with socket.socket() as child:
        child.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        child.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        child.bind(("127.0.0.1", port))
        child.listen()
        for _ in range(20):  # the held socket never gets a connection
            with socket.create_connection(("127.0.0.1", port), timeout=5):
                child.accept()[0].close()
    held.close()
    hold_port("127.0.0.1", port).close()


def test_a_port_that_somebody_listens_on_is_passed_by() -> None:
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(OSError):
            hold_port("127.0.0.1", other.getsockname()[1])

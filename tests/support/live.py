"""A live process under granian, as the platform starts it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[2]
STOPPED_WITHIN = 10  # seconds


@dataclass
class LiveServer:
    """One running process."""

    port: int
    process: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def stop(self) -> None:
        """This will ask it to stop and wait until it has; raises TimeoutExpired when it does not."""
        self.process.terminate()
        self.process.wait(STOPPED_WITHIN)


@contextmanager
def running_live(*, redis_url: str, key: str, public_url: str = "http://localhost") -> Iterator[LiveServer]:
    """This will start a live process on a free port and stop it afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'graphql'}",
        "REDIS_URL": redis_url,
        "SECRET_KEY": key,
        "PUBLIC_URL": public_url,
        "DJANGO_SETTINGS_MODULE": "infra.config.settings.test",
    }
    command = [sys.executable, "-m", "granian", "--interface", "asginl", "--port", str(port), "--no-ws"]
    process = subprocess.Popen([*command, "infra.config.asgi:application"], env=environment, cwd=ROOT)
    server = LiveServer(port, process)
    try:
        _wait_until_up(server.address)
        yield server
        server.stop()
    finally:
        process.kill()
        process.wait()


def _wait_until_up(address: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{address}/livez").text == "ok":
                return
        except httpx.TransportError:
            pass
    raise AssertionError("the live process did not answer")

"""Servers under measurement: granian with a WSGI application, and the CPU time and memory of process trees."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from infra.embedded.processes import follow_parent

ROOT = Path(__file__).resolve().parents[2]
TICK = os.sysconf("SC_CLK_TCK")
STARTS_WITHIN = 180  # seconds, on a machine that does other things too


@dataclass
class Server:
    """One application under granian."""

    name: str
    port: int
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        """This will stop the server."""
        self.process.terminate()
        self.process.wait(20)


def start(
    name: str,
    target: str,
    environment: dict[str, str],
    *,
    workers: int = 2,
    threads: int = 2,
    interface: str = "wsgi",
) -> Server:
    """This will start an application and wait until its port is open."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable, "-m", "granian", "--interface", interface, "--port", str(port), "--workers", str(workers),
        "--no-ws", "--log-level", "warning", "--workers-kill-timeout", "10",
        "--backlog", "16384", "--backpressure", "12000",
    ]  # fmt: skip
    if interface == "wsgi":
        command += ["--blocking-threads", str(threads)]
    command.append(target)
    path = f"{ROOT}{os.pathsep}{ROOT / 'graphql'}"
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment, "PYTHONPATH": path},
        cwd=ROOT,
        preexec_fn=follow_parent(signal.SIGTERM),
    )
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return Server(name, port, process)
        except OSError:
            if process.poll() is not None:
                raise RuntimeError(f"{name} did not start") from None
            time.sleep(0.1)
    raise RuntimeError(f"{name} did not start")


def _children() -> dict[int, list[int]]:
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError):
                continue
            children.setdefault(parent, []).append(int(entry.name))
    return children


def tree_of(pid: int) -> list[int]:
    """This will list a process and everything below it."""
    children, found = _children(), [pid]
    for known in found:
        found += children.get(known, [])
    return found


def cpu_seconds(pid: int) -> float:
    """This will give the CPU time that a process tree has used, with that of its ended children."""
    total = 0
    for one in tree_of(pid):
        try:
            fields = Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        total += sum(int(fields[n]) for n in (11, 12, 13, 14))
    return total / TICK


def peak_megabytes(pid: int) -> float:
    """This will give the sum of the peak resident memory of a process tree."""
    total = 0
    for one in tree_of(pid):
        try:
            lines = Path(f"/proc/{one}/status").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    return total / 1024

"""The whole platform as people run it, for journeys: `make run`'s supervisor on a home and ports of its own."""

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from infra.config.settings.env import TABLE

ROOT = Path(__file__).resolve().parents[2]
FIRST_PORT = 18000
START_TIMEOUT = 300.0  # seconds; the first start builds the front end
STOP_TIMEOUT = 60.0


@dataclass(frozen=True)
class Platform:
    """A running platform: its address, its folder, and what it has said so far."""

    url: str
    home: Path
    process: subprocess.Popen[str]
    said: list[str]

    def login_of(self, role: str, place: str = "") -> tuple[str, str]:
        """This will give e-mail and password of a demo login, e.g. ("requester", "shanghai")."""
        told = json.loads((self.home / "demo-logins.json").read_text())
        emails = [x["email"] for x in told["logins"] if (x["role"], x["place"]) == (role, place)]
        return emails[0], told["password"]


@contextmanager
def running_platform(home: Path, **environment: str) -> Iterator[Platform]:
    """This will start the platform on a fresh `home`, lend it when it answers, and stop it and delete its data."""
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    known = {
        name: value
        for name, value in os.environ.items()
        if name not in TABLE and name != "DJANGO_SETTINGS_MODULE"
    }
    ports = {"WEB_PORT": str(FIRST_PORT), "LIVE_PORT": str(FIRST_PORT + 1)}
    process = subprocess.Popen(
        [sys.executable, "-m", "infra.embedded"],
        cwd=ROOT,
        env={**known, **ports, **environment, "HANSE_HOME": str(home), "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    said: list[str] = []
    try:
        _read_until(process, said, "Hanse is up")
        url = next(line.split()[1] for line in _follow(process, said) if line.strip().startswith("page "))
        yield Platform(url.rstrip("/"), home, process, said)
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.communicate(timeout=STOP_TIMEOUT)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        subprocess.run([sys.executable, "-m", "infra.embedded", "reset", "--yes"], cwd=ROOT, check=True,
                       env={**known, "HANSE_HOME": str(home)}, stdout=subprocess.DEVNULL)  # fmt: skip


def _read_until(process: subprocess.Popen[str], said: list[str], words: str) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    for line in _follow(process, said):
        if words in line:
            return
        if time.monotonic() > deadline:
            break
    raise AssertionError("the platform did not start:\n" + "\n".join(said[-60:]))


def _follow(process: subprocess.Popen[str], said: list[str]) -> Iterator[str]:
    assert process.stdout is not None
    while True:
        if not select.select([process.stdout], [], [], START_TIMEOUT)[0]:
            return
        line = process.stdout.readline()
        if not line:
            return
        said.append(line.rstrip())
        yield said[-1]

"""The whole platform as people run it, for journeys: `make run`'s supervisor on a home and ports of its own.

What takes long, the database with the demo group, is made once for all workers of a run; each begins with a copy.
"""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from infra.config.settings.env import TABLE
from infra.embedded.places import held_lock, place_for

ROOT = Path(__file__).resolve().parents[2]
FIRST_PORT = 18000
EMBEDDED = [sys.executable, "-m", "infra.embedded"]
PAST_ORDERS = "400"  # of the demo's history; enough for every journey
START_TIMEOUT = 300.0  # seconds
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
def running_platform(home: Path, *, model: Path, **environment: str) -> Iterator[Platform]:
    """This will start the platform on a fresh `home`, lend it when it answers, and stop it and delete its data.

    `home` begins as a copy of `model`, which is made when it is not there.
    """
    _copy_model(model, home)
    process = subprocess.Popen(
        EMBEDDED,
        cwd=ROOT,
        env=_environment(home, **environment),
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
        remove_home(home)


def remove_home(home: Path) -> None:
    """This will delete the data of a platform that does not run."""
    subprocess.run(
        [*EMBEDDED, "reset", "--yes"], cwd=ROOT, check=True, env=_environment(home), stdout=subprocess.DEVNULL
    )


def _environment(home: Path, **more: str) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if name not in TABLE}
    own.pop("DJANGO_SETTINGS_MODULE", None)
    ports = {"WEB_PORT": str(FIRST_PORT), "LIVE_PORT": str(FIRST_PORT + 1)}
    return {
        **own,
        **ports,
        "DEMO_ORDERS": PAST_ORDERS,
        **more,
        "HANSE_HOME": str(home),
        "NO_COLOR": "1",
    }


def _copy_model(model: Path, home: Path) -> None:
    """This will make the model once, whoever comes first, and copy its database, which is stopped, and its secrets."""
    model.mkdir(parents=True, exist_ok=True)
    with held_lock(model / "model.lock"):
        if not (model / "demo-logins.json").exists():
            done = subprocess.run(
                [*EMBEDDED, "prepare"], cwd=ROOT, env=_environment(model), capture_output=True, text=True
            )
            assert done.returncode == 0, done.stdout[-5_000:] + done.stderr[-5_000:]
    home.mkdir(parents=True)
    for path in model.iterdir():
        if path.name == "blueprints" or path.name.endswith(("secrets.json", "postgres.json", "logins.json")):
            subprocess.run(["cp", "-a", path, home], check=True)
    source, target = (place_for(each, "postgres") for each in (model, home))
    subprocess.run(["cp", "-a", source / "data", source / "bootstrapped", target], check=True)


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

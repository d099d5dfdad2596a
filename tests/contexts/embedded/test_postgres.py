"""The embedded PostgreSQL: starts from nothing, keeps its data, survives a hard kill, gives rights sparingly."""

import multiprocessing
import os
import select
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from infra.embedded.bootstrap import bootstrap_database
from infra.embedded.places import EmbeddedError, is_alive, remove_place, server_user, socket_folder
from infra.embedded.postgres import Postgres, start_postgres
from tests.contexts.embedded.conftest import temporary_home

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.process

REFUSED_TO_RUNTIME = [
    "SELECT set_config('role', 'app_owner', true)",
    "SET ROLE app_owner",
    "SET SESSION AUTHORIZATION app_owner",
    "CREATE TABLE public.mine (i int)",
    "CREATE TEMP TABLE mine (i int)",
    "CREATE SCHEMA mine",
    "CREATE ROLE mine",
    "CREATE DATABASE mine",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "SELECT pg_read_file('/etc/hostname')",
    "SELECT lo_import('/etc/hostname')",
    "ALTER DEFAULT PRIVILEGES FOR ROLE app_owner GRANT SELECT ON TABLES TO app_rt",
]


@pytest.fixture(scope="module")
def server_home() -> Iterator[Path]:
    with temporary_home() as made:
        yield made


@pytest.fixture(scope="module")
def server(server_home: Path) -> Iterator[Postgres]:
    """A server that the tests share: they change nothing another one looks at."""
    started = start_postgres(server_home, fsync=False, follow=True)
    yield started
    started.stop("immediate")


def value(url: str, statement: str) -> object:
    """This will run one statement in a connection of its own and give its first value."""
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(statement.encode())
        row = cursor.fetchone() if cursor.description else None
        return row[0] if row else None


def test_server_is_tuned_and_understands_chinese(server: Postgres) -> None:
    assert int(str(value(server.runtime_url, "SHOW server_version_num"))) >= 150000
    expected = {
        "max_locks_per_transaction": "512",
        "recovery_init_sync_method": "syncfs",
        "synchronous_commit": "on",
        "data_checksums": "on",
        "jit": "off",
        "TimeZone": "UTC",
        "listen_addresses": "",
        "password_encryption": "scram-sha-256",
        "server_encoding": "UTF8",
    }
    assert {name: value(server.runtime_url, f"SHOW {name}") for name in expected} == expected
    assert float(str(value(server.runtime_url, "SELECT similarity('上海化工有限公司', '上海化工厂')"))) > 0.3


@pytest.mark.parametrize("statement", REFUSED_TO_RUNTIME)
def test_runtime_login_may_not(server: Postgres, statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        value(server.runtime_url, statement)


def test_runtime_login_inherits_and_owns_nothing(server: Postgres) -> None:
    assert value(server.runtime_url, "SELECT rolinherit FROM pg_roles WHERE rolname = current_user") is False
    owned = "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'app_rt'"
    assert value(server.runtime_url, owned) == 0
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        value(server.url_for("runtime", "postgres"), "SELECT 1")


def test_owner_makes_schemas_and_roles_but_is_no_superuser(server: Postgres) -> None:
    with psycopg.connect(server.owner_url, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA t_one")
        connection.execute("CREATE ROLE u_one NOLOGIN")
        connection.execute("GRANT u_one TO app_rt")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("COPY (SELECT 1) TO PROGRAM 'true'")
    with psycopg.connect(server.runtime_url, autocommit=True) as connection:
        connection.execute("SET ROLE u_one")


def test_passwords_are_asked_for_and_kept_private(server: Postgres, server_home: Path) -> None:
    assert stat.S_IMODE((server_home / "postgres.json").stat().st_mode) == 0o600
    without = server.runtime_url.replace("app_rt:", "app_rt:wrong")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        value(without, "SELECT 1")


def test_a_further_database_from_a_template_has_the_same_rights(server: Postgres) -> None:
    bootstrap_database(server.superuser_url, "first")
    with psycopg.connect(server.url_for("owner", "first"), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (i int)")
    bootstrap_database(server.superuser_url, "second", template="first")
    assert value(server.url_for("owner", "second"), "SELECT count(*) FROM kept") == 0
    for statement in REFUSED_TO_RUNTIME:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            value(server.url_for("runtime", "second"), statement)


def test_data_survives_stop_and_start(home: Path) -> None:
    first = start_postgres(home, follow=True)
    value(first.owner_url, "CREATE TABLE kept (seven) AS VALUES (7)")
    first.stop()
    assert not is_alive(first.pid)
    second = start_postgres(home, follow=True)
    try:
        assert value(second.owner_url, "SELECT seven FROM kept") == 7
        assert second.runtime_url == first.runtime_url
    finally:
        second.stop()


def test_committed_rows_survive_a_hard_kill_with_open_sessions(home: Path) -> None:
    first = start_postgres(home, follow=True)
    session = psycopg.connect(first.owner_url, autocommit=True)
    session.execute("CREATE TABLE kept (seven) AS VALUES (7)")
    os.kill(first.pid, signal.SIGKILL)
    assert first.process is not None
    first.process.wait()
    second = start_postgres(home, follow=True)
    try:
        assert value(second.owner_url, "SELECT seven FROM kept") == 7
    finally:
        second.stop()
        session.close()


def test_a_second_caller_joins_the_running_server_and_leaves_it_running(
    server: Postgres, server_home: Path
) -> None:
    joined = start_postgres(server_home)
    assert joined.process is None and joined.pid == server.pid and joined.owner_url == server.owner_url
    joined.stop()
    assert value(server.runtime_url, "SELECT 1") == 1


def test_a_lock_file_whose_process_id_was_given_to_another_program_does_not_hinder(home: Path) -> None:
    first = start_postgres(home, follow=True)
    first.stop()
    (first.data / "postmaster.pid").write_text(
        f"{os.getpid()}\n{first.data}\n0\n5432\n/nowhere\n\n0 0\nready\n"
    )
    second = start_postgres(home, follow=True)
    assert value(second.runtime_url, "SELECT 1") == 1
    second.stop()


def test_server_stops_when_the_process_that_started_it_is_killed(home: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from infra.embedded.postgres import start_postgres\n"
        f"server = start_postgres(Path({str(home)!r}), follow=True); print(server.pid, flush=True); sys.stdin.read()"
    )
    starter = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert starter.stdout is not None
    pid = int(starter.stdout.readline())
    assert is_alive(pid)
    ended = os.pidfd_open(pid)
    starter.kill()
    starter.communicate()

    assert select.select([ended], [], [], 20)[0], "PostgreSQL outlived the process it follows"
    os.close(ended)


def test_a_home_too_long_for_a_socket_gets_a_short_folder_that_is_remembered(home: Path) -> None:
    place = home / ("x" * 60) / ("y" * 60)
    place.mkdir(parents=True)
    user = server_user()
    first = socket_folder(place, ".s.PGSQL.5432", user)
    assert first.parent == Path("/tmp") and stat.S_IMODE(first.stat().st_mode) == 0o700
    assert socket_folder(place, ".s.PGSQL.5432", user) == first
    first.rmdir()


def test_a_home_that_the_servers_user_cannot_enter_is_left_as_it_is(home: Path) -> None:
    closed = home / "closed"
    closed.mkdir(mode=0o700)
    started = start_postgres(closed / "home", fsync=False, follow=True)
    try:
        assert value(started.runtime_url, "SELECT 1") == 1
        assert stat.S_IMODE(closed.stat().st_mode) == 0o700
    finally:
        started.stop("immediate")
        remove_place(closed / "home", "postgres")
    assert not started.data.exists()


def test_programs_of_a_named_folder_are_used_and_a_wrong_folder_is_refused(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANSE_PG_BIN", str(home))
    with pytest.raises(EmbeddedError, match="HANSE_PG_BIN"):
        start_postgres(home)


def test_bootstrapping_twice_changes_nothing(server: Postgres) -> None:
    query = sql.SQL("SELECT datacl::text FROM pg_database WHERE datname = 'hanse'").as_string()
    before = value(server.superuser_url, query)
    bootstrap_database(server.superuser_url, "hanse")
    assert value(server.superuser_url, query) == before


def test_an_ordinary_user_runs_it_too(server: Postgres, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Started by root this happens in a child that has become an unprivileged user for good."""
    monkeypatch.setenv("HANSE_PG_BIN", str(server.programs))
    home.chmod(0o777)
    context = multiprocessing.get_context("fork")
    reports = context.SimpleQueue()
    child = context.Process(target=_run_as_ordinary_user, args=(home / "own", reports))
    child.start()
    child.join(60)
    assert child.exitcode == 0
    data_owner, ran_as, answer = reports.get()
    assert data_owner == ran_as == server_user().uid
    assert answer == 1


def _run_as_ordinary_user(
    home: Path, reports: "multiprocessing.SimpleQueue[tuple[int, int, object]]"
) -> None:
    user = server_user()
    if user.switch:
        os.setgroups([])
        os.setgid(user.gid)
        os.setuid(user.uid)
    started = start_postgres(home, fsync=False, follow=True)
    reports.put((started.data.stat().st_uid, os.geteuid(), value(started.runtime_url, "SELECT 1")))
    started.stop("immediate")

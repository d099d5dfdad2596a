"""The embedded platform's commands: `python -m infra.embedded [run | prepare | psql | bootstrap | reset]`."""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from infra.config.settings.env import env
from infra.embedded import bootstrap
from infra.embedded.places import EmbeddedError, is_alive, remove_place
from infra.embedded.postgres import start_postgres
from infra.embedded.supervisor import run


def main() -> int:
    """This will run one command and give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m infra.embedded", description=__doc__)
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("run", help="run the whole platform until Ctrl-C (the default)")
    commands.add_parser("prepare", help="make the database and the demo group, and stop")
    psql = commands.add_parser("psql", help="open psql on the embedded database")
    psql.add_argument("role", nargs="?", default="owner", choices=["owner", "runtime", "superuser"])
    boot = commands.add_parser("bootstrap", help="prepare a real PostgreSQL server, once, as its superuser")
    boot.add_argument("--database", default=bootstrap.DATABASE)
    reset = commands.add_parser("reset", help="delete all data of the embedded platform")
    reset.add_argument("--yes", action="store_true", help="do not ask")
    given = parser.parse_args()
    try:
        if given.command == "psql":
            return _psql(given.role)
        if given.command == "bootstrap":
            return _bootstrap(given.database)
        if given.command == "reset":
            return _reset(env("HANSE_HOME"), sure=given.yes)
    except EmbeddedError as error:
        print(error, file=sys.stderr)
        return 1
    return run(serve=given.command != "prepare")


def _psql(role: str) -> int:
    server = start_postgres(env("HANSE_HOME"))
    if server.process is not None:
        server.stop()
        print("Nothing runs. Start the platform with `make run` first.", file=sys.stderr)
        return 1
    known = conninfo_to_dict(server.url_for(role, bootstrap.DATABASE))
    names = {
        "host": "PGHOST",
        "port": "PGPORT",
        "user": "PGUSER",
        "password": "PGPASSWORD",
        "dbname": "PGDATABASE",
    }
    address = {variable: str(known[name]) for name, variable in names.items() if name in known}
    return subprocess.call([server.programs / "psql"], env={**os.environ, **address})


def _bootstrap(database: str) -> int:
    names = {bootstrap.OWNER: "OWNER_PASSWORD", bootstrap.RUNTIME: "RUNTIME_PASSWORD"}
    missing = [name for name in ("SUPERUSER_URL", *names.values()) if not os.environ.get(name)]
    if missing:
        print(f"Set {' and '.join(missing)} in the environment.", file=sys.stderr)
        return 1
    superuser_url = os.environ["SUPERUSER_URL"]
    try:
        bootstrap.bootstrap_cluster(superuser_url, {role: os.environ[name] for role, name in names.items()})
    except bootstrap.UnsuitableServerError as error:
        print(error, file=sys.stderr)
        return 1
    bootstrap.bootstrap_database(superuser_url, database)
    print(f"The server is prepared: {bootstrap.OWNER} owns {database}, {bootstrap.RUNTIME} may connect.")
    return 0


def _reset(home: Path, *, sure: bool) -> int:
    if not home.exists():
        print(f"{home} does not exist; nothing to delete.")
        return 0
    lock = home / "supervisor.lock"
    pid = lock.read_text().strip() if lock.exists() else ""
    if pid and is_alive(int(pid)) and b"infra.embedded" in Path(f"/proc/{pid}/cmdline").read_bytes():
        print(f"The platform runs (process {pid}); stop it first.", file=sys.stderr)
        return 1
    if not sure and input(f"Delete all data in {home}? Type yes: ") != "yes":
        return 1
    remove_place(home, "postgres")
    shutil.rmtree(home)
    print(f"{home} is gone.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

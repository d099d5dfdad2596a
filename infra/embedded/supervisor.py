"""`make run`: servers, migrations, demo group, front end and all processes of the platform, until Ctrl-C.

    python -m infra.embedded

Data lives in HANSE_HOME. DATABASE_URL and REDIS_URL put real servers in the place of the embedded ones.
"""

import contextlib
import fcntl
import http.client
import json
import os
import secrets
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from infra.config.settings.env import ROOT, env
from infra.embedded.places import EmbeddedError, remembered_secrets
from infra.embedded.postgres import Postgres, start_postgres
from infra.embedded.processes import Crew, Output, Program
from infra.embedded.valkey import Valkey, start_valkey

READY_TIMEOUT = 120.0  # seconds the web process gets to answer
PORTS_TO_TRY = 50
HEADER_PATIENCE = ("--http1-header-read-timeout", "10000")  # milliseconds a client gets to send its headers
ACCESS_FORMAT = "%(status)d %(method)s %(path)s %(dt_ms).0f ms"


class StopRequestedError(Exception):
    """Ctrl-C or SIGTERM arrived."""


class Supervisor:
    """Everything `make run` starts, in order, and stops in reverse."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.output = Output()
        self.crew = Crew(self.output)
        self.postgres: Postgres | None = None
        self.valkey: Valkey | None = None
        self.environment: dict[str, str] = {}
        self._held_ports: list[socket.socket] = []
        self._stop_requests = 0
        self._stopping = False

    def run(self, *, serve: bool = True) -> int:
        """This will start everything, serve until asked to stop, and give the exit code.

        Without `serve` it makes the database and the demo group, does what that has set in motion, and stops.
        """
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._on_signal)
        started = time.monotonic()
        try:
            with self._only_one():
                try:
                    if not serve:
                        self._prepare()
                        self._manage_or_fail("outbox", "outbox", "--work-off")
                        return 0
                    self._start()
                    self._announce(time.monotonic() - started)
                    while True:
                        self.crew.hear(1.0)
                        self._look_after_servers()
                finally:
                    self._stop()
        except StopRequestedError:
            return 0
        except EmbeddedError as error:
            print(f"\nHanse cannot start. {error}", file=sys.stderr)
            return 1

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._stop_requests += 1
        if not self._stopping and self._stop_requests == 1:
            raise StopRequestedError

    @contextlib.contextmanager
    def _only_one(self) -> Iterator[None]:
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "supervisor.lock").open("a+") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.seek(0)
                raise EmbeddedError(
                    f"It runs already on {self.home} (process {file.read().strip()}). "
                    "Stop that one, or set HANSE_HOME to another folder."
                ) from None
            file.truncate(0)
            file.write(f"{os.getpid()}\n")
            file.flush()
            yield

    def _start(self) -> None:
        building = self.crew.start(self._python("build", "-m", "infra.embedded.frontend"), keep=False)
        self._prepare()
        if self.crew.finish(building) != 0:
            if not (env("FRONTEND_DIST") / "index.html").exists():
                raise EmbeddedError("The front end could not be built and there is no earlier build.")
            self.output.line("hanse", "the front end could not be built; the earlier build is served")
        web, *others = self.programs()
        self.crew.start(web)
        self._wait_until_it_answers()  # alone on the processors, so that people wait less
        for program in others:
            self.crew.start(program)

    def _prepare(self) -> None:
        self._start_servers()
        self._write_addresses()
        self._manage_or_fail("migrate", "migrate_all")
        self._seed_once()

    def _start_servers(self) -> None:
        self.home.mkdir(parents=True, exist_ok=True)
        database, broker = env("DATABASE_URL"), env("REDIS_URL")
        owner = env("DATABASE_OWNER_URL")
        if database and not owner:
            raise EmbeddedError(
                "DATABASE_URL is set, DATABASE_OWNER_URL is not: migrations need the login that owns the tables."
            )
        if not database:
            self.postgres = start_postgres(self.home, follow=True)
            database, owner = self.postgres.runtime_url, self.postgres.owner_url
            self.output.line("hanse", f"PostgreSQL runs (process {self.postgres.pid})")
        if not broker:
            self.valkey = start_valkey(self.home, follow=True)
            broker = self.valkey.url
            self.output.line("hanse", f"Valkey runs (process {self.valkey.pid})")
        ports = ("WEB_PORT", "LIVE_PORT", "STRIPE_PORT", "CLAMD_PORT")
        web, live, stripe, clamd = (self._free_port(n) for n in ports)
        roots = os.pathsep.join([str(ROOT), str(ROOT / "graphql")])
        self.environment = {
            **os.environ,
            "DATABASE_URL": database,
            "DATABASE_OWNER_URL": owner,
            "REDIS_URL": broker,
            "HANSE_HOME": str(self.home),
            "WEB_PORT": str(web),
            "LIVE_PORT": str(live),
            **self._stripe(stripe),
            "CLAMD_PORT": str(clamd),
            "CLAMD_ADDRESS": env("CLAMD_ADDRESS") or f"127.0.0.1:{clamd}",
            "PUBLIC_URL": os.environ.get("PUBLIC_URL") or f"http://localhost:{web}",
            "LIVE_URL": os.environ.get("LIVE_URL") or f"http://localhost:{live}/live",
            "SECRET_KEY": os.environ.get("SECRET_KEY") or self._own_secret(),
            "DJANGO_SETTINGS_MODULE": os.environ.get(
                "DJANGO_SETTINGS_MODULE", "infra.config.settings.development"
            ),
            "GRAPHQL_INTROSPECTION": os.environ.get("GRAPHQL_INTROSPECTION") or "true",
            "PYTHONPATH": roots,
            "PYTHONUNBUFFERED": "1",
            "PYTHONWARNINGS": "ignore:You're running the worker",  # one's own machine, no strangers' tasks
        }

    def _own_secret(self, name: str = "SECRET_KEY") -> str:
        return remembered_secrets(self.home / "secrets.json", (name,))[name] + "-embedded"

    def _stripe(self, port: int) -> dict[str, str]:
        """This will name Stripe's stand-in, unless the environment has a key of Stripe's."""
        if env("STRIPE_SECRET_KEY"):
            return {}
        return {
            "STRIPE_PORT": str(port),
            "STRIPE_API_BASE": f"http://127.0.0.1:{port}",
            "STRIPE_SECRET_KEY": "sk_test_stand-in",
            "STRIPE_WEBHOOK_SECRETS": self._own_secret("STRIPE_WEBHOOK_SECRET"),
        }

    def _free_port(self, name: str) -> int:
        wanted = env(name)
        for port in range(wanted, wanted + PORTS_TO_TRY):
            try:
                self._held_ports.append(hold_port(env("BIND"), port))
            except OSError:
                continue
            if port != wanted:
                self.output.line("hanse", f"port {wanted} is taken, {port} is used instead ({name})")
            return port
        raise EmbeddedError(f"No free port from {wanted} to {wanted + PORTS_TO_TRY}; set {name}.")

    def _python(self, name: str, *arguments: str) -> Program:
        return Program(
            name, [sys.executable, *arguments], self.environment or dict(os.environ), kept_back="{"
        )

    def _manage_or_fail(self, name: str, *arguments: str) -> list[str]:
        child = self.crew.start(self._python(name, "-m", "infra.manage", *arguments), keep=False)
        if self.crew.finish(child) != 0:
            raise EmbeddedError(f"`manage {' '.join(arguments)}` failed; see the lines above.")
        return child.lines

    def _seed_once(self) -> None:
        """This will load the demo group into an embedded database that has none, and keep its logins."""
        if self.postgres is None:
            self.output.line("hanse", "DATABASE_URL names the database: no demo group is loaded into it")
            return
        logins = self.home / "demo-logins.json"
        if not logins.exists():
            limit = [f"--orders={orders}"] if (orders := env("DEMO_ORDERS")) else []
            lines = self._manage_or_fail("demo", "seed_demo", "--json", *limit)
            told = next(line for line in reversed(lines) if line.startswith("{"))
            with os.fdopen(os.open(logins, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
                file.write(told)

    def programs(self) -> list[Program]:
        """This will list the processes of the platform, the one people wait for first."""
        granian = ["-m", "granian", "--host", env("BIND"), "--no-ws", "--respawn-failed-workers"]
        granian += ["--workers-kill-timeout", "10", "--access-log", "--access-log-fmt", ACCESS_FORMAT]
        granian += HEADER_PATIENCE
        celery = ["-m", "celery", "--quiet", "-A", "infra.config.celery_app"]
        web, live = self.environment["WEB_PORT"], self.environment["LIVE_PORT"]
        stand_ins = [] if env("STRIPE_SECRET_KEY") else [self._stripe_program(web)]
        if not env("CLAMD_ADDRESS"):
            port = self.environment["CLAMD_PORT"]
            stand_ins.append(self._python("clamd", "-m", "infra.standins.clamd", "--port", port))
        return [
            self._python("web", *granian, "--interface", "wsgi", "--port", web, "--workers", "2",
                         "--blocking-threads", "2", "infra.config.wsgi:application"),
            self._python("live", *granian, "--interface", "asginl", "--port", live, "--backlog", "16384",
                         "--backpressure", "12000", "infra.config.asgi:application"),
            self._python("relay", "-m", "infra.manage", "relay"),
            self._python("worker", *celery, "worker", "--concurrency", "2", "--without-gossip",
                         "--without-mingle", "-n", f"worker-{secrets.token_hex(3)}@%h"),
            self._python("beat", *celery, "beat", "--pidfile=", "-s", str(self.home / "beat-schedule")),
            *stand_ins,
        ]  # fmt: skip

    def _stripe_program(self, web: str) -> Program:
        return self._python(
            "stripe", "-m", "infra.standins.stripe", "--port", self.environment["STRIPE_PORT"],
            "--webhook", f"http://127.0.0.1:{web}/webhooks/stripe",
            "--secret", self.environment["STRIPE_WEBHOOK_SECRETS"], "--keep", str(self.home / "stripe.json"),
        )  # fmt: skip

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + READY_TIMEOUT
        while time.monotonic() < deadline:
            self.crew.hear(0.2)
            connection = http.client.HTTPConnection(env("BIND"), int(self.environment["WEB_PORT"]), timeout=5)
            try:
                connection.request("GET", "/livez", headers={"Host": "localhost"})
                if connection.getresponse().status == http.client.OK:
                    return
            except (OSError, http.client.HTTPException):
                continue
            finally:
                connection.close()
        raise EmbeddedError(f"The web process did not answer in {READY_TIMEOUT:.0f} s; see the lines above.")

    def _look_after_servers(self) -> None:
        if self.postgres and self.postgres.process and self.postgres.process.poll() is not None:
            self.output.line("hanse", "PostgreSQL ended; started again")
            self.postgres = start_postgres(self.home, follow=True)
        if self.valkey and self.valkey.process and self.valkey.process.poll() is not None:
            self.output.line("hanse", "Valkey ended; started again")
            self.valkey = start_valkey(self.home, follow=True)

    def _write_addresses(self) -> None:
        """This will leave the addresses where `manage` finds them while the platform runs."""
        names = ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "SECRET_KEY", "PUBLIC_URL", "LIVE_URL",
                 "STRIPE_API_BASE", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRETS", "CLAMD_ADDRESS")  # fmt: skip
        path = self.home / "addresses.json"
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump({name: self.environment.get(name, "") for name in names}, file)

    def _announce(self, seconds: float) -> None:
        page, live = self.environment["PUBLIC_URL"], self.environment["LIVE_URL"]
        rows = [
            ("page", f"{page}/"),
            ("group API", f"{page}/graphql"),
            ("unit API", f"{page}/u/<unit>/graphql"),
            ("live streams", live),
            ("health", f"{page}/readyz"),
            ("PostgreSQL", "make psql" if self.postgres else "as DATABASE_URL says"),
            ("broker", self.valkey.url if self.valkey else "as REDIS_URL says"),
            ("data", f"{self.home}   (make reset empties it)"),
        ]
        say = self.output.plain
        say(f"\n  Hanse is up after {seconds:.0f} s. Ctrl-C stops it.\n")
        for name, value in rows:
            say(f"    {name:<14}{value}")
        logins = self.home / "demo-logins.json"
        if logins.exists():
            told = json.loads(logins.read_text())
            say(f"\n  Demo logins, all with the password {told['password']}\n")
            for login in told["logins"]:
                say(f"    {login['email']:<36} {login['role']:<20} {login['place'] or 'head office'}")
        say("")

    def _stop(self) -> None:
        self._stopping = True
        self._stop_requests = 0
        self.output.line("hanse", "stopping; once more Ctrl-C to hurry")
        (self.home / "addresses.json").unlink(missing_ok=True)
        self.crew.stop(lambda: self._stop_requests > 0)
        if self.valkey:
            self.valkey.stop(joined=True)
        if self.postgres:
            self.postgres.stop("fast", joined=True)
        self.output.line("hanse", "stopped")


def hold_port(address: str, port: int) -> socket.socket:
    """This will bind the port so that our own children may listen on it and other platforms pass it by.

    Raises OSError when it is taken. Nothing listens on the socket; it is given up when closed.
    """
    held = socket.socket()
    try:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # connections of a former run do not count
        held.bind((address, port))
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 0)  # from here on the port counts as taken …
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)  # … but not for our children
    except OSError:
        held.close()
        raise
    return held


def run(*, serve: bool = True) -> int:
    """This will run the platform on HANSE_HOME, or only make its data, and give the exit code."""
    return Supervisor(env("HANSE_HOME")).run(serve=serve)

"""Web, relay and worker are killed without warning at random moments: no event is lost, none applied twice."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime

import psycopg
import pytest
import redis

from tenants.runtime.outbox import CHANNEL
from tenants.runtime.unit.models import NumberSeries
from tests.support.database import ROOT

KILLS = int(os.environ.get("KILLS", "12"))
EVENTS = 10 * KILLS
PYTHON = [sys.executable, "-m"]
COMMANDS = {
    "writer": [*PYTHON, "tests.contexts.runtime.programs", "writer", str(EVENTS)],
    "relay": [*PYTHON, "tests.contexts.runtime.programs", "relay"],
    "worker": [
        *PYTHON, "celery", "-A", "tests.contexts.runtime.worker_app", "worker", "--concurrency=1",
        "--loglevel=ERROR", "--without-gossip", "--without-mingle", "--without-heartbeat",
    ],
}  # fmt: skip


@dataclass
class Processes:
    """The three processes, each in a group of its own so that a kill takes its children along."""

    environment: dict[str, str]
    running: dict[str, subprocess.Popen] = field(default_factory=dict)

    def start(self, name):
        self.running[name] = subprocess.Popen(
            COMMANDS[name], env=self.environment, cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL
        )

    def kill(self, name):
        process = self.running.pop(name)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def work(self, name, seconds):
        with suppress(subprocess.TimeoutExpired):
            self.running[name].wait(seconds)

    def kill_all(self):
        for name in list(self.running):
            self.kill(name)


@pytest.fixture
def processes(live_world, postgres, valkey):
    from django.db import connection

    redis.Redis.from_url(valkey.url, db=9).flushdb()
    crew = Processes(
        {
            **os.environ,
            "PYTHONPATH": f"{ROOT}:{ROOT / 'graphql'}",
            "DJANGO_SETTINGS_MODULE": "infra.config.settings.test",
            "DATABASE_URL": postgres.url_for("runtime", connection.settings_dict["NAME"]),
            "REDIS_URL": valkey.url_for(9),
        }
    )
    yield crew
    crew.kill_all()


def wait_until(condition, watch, seconds):
    """Asks again whenever something is published, and five times a second at least."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "gave up waiting"
        list(watch.notifies(timeout=0.2, stop_after=1))


@pytest.mark.process
@pytest.mark.timeout(600)
def test_killed_processes_lose_nothing_and_apply_nothing_twice(processes, live_world, postgres):
    from django.db import connection

    name = connection.settings_dict["NAME"]
    chance = random.Random(20260302)
    for program in COMMANDS:
        processes.start(program)
    with psycopg.connect(postgres.url_for("superuser", name), autocommit=True) as watch:
        watch.execute(f"LISTEN {CHANNEL}")

        def value(kind):
            row = watch.execute(
                f'SELECT last FROM "{live_world.a1.schema_name}".runtime_number_series WHERE kind = %s',
                [kind],
            ).fetchone()
            return row[0] if row else 0

        def open_events():
            return watch.execute(
                "SELECT count(*) FROM runtime_outbox_event WHERE closed_at IS NULL"
            ).fetchone()[0]

        for turn in range(KILLS):
            wait_until(lambda goal=turn + 1: value("COUNT") >= goal or value("WRITTEN") >= EVENTS, watch, 120)
            victim = list(COMMANDS)[turn % 3]
            processes.work(victim, seconds=chance.random())
            processes.kill(victim)
            watch.execute("UPDATE runtime_outbox_event SET next_attempt_at = now() WHERE closed_at IS NULL")
            processes.start(victim)
        wait_until(lambda: value("WRITTEN") >= EVENTS, watch, 120)

        def settled():
            watch.execute(
                "UPDATE runtime_outbox_event SET next_attempt_at = least(next_attempt_at, now() + interval '2 s')"
                " WHERE closed_at IS NULL"
            )
            return open_events() == 0

        wait_until(settled, watch, 240)
        parked = watch.execute(
            "SELECT count(*) FROM runtime_outbox_event WHERE next_attempt_at IS NULL AND closed_at IS NULL"
        ).fetchone()
        events = watch.execute("SELECT count(*) FROM runtime_outbox_event").fetchone()
    with live_world.a1.scope():
        counts = dict(NumberSeries.objects.filter(year=datetime.now(UTC).year).values_list("kind", "last"))
    written = counts["WRITTEN"]
    assert written >= EVENTS
    assert counts == {"WRITTEN": written, "COUNT": written, "AGAIN": written}
    assert (events, parked) == ((written,), (0,))

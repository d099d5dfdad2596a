"""Live streams in figures: 2,000 subscribers on one process, from an event's publication to every client.

python -m tests.load.bench_live [subscribers]
"""

# ruff: noqa: E402 Django is set up before anything that needs it

from __future__ import annotations

import asyncio
import os
import resource
import sys
import time
import uuid
from dataclasses import dataclass, field
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.test")

import django

django.setup()

from django.test import override_settings

from api.live.tokens import sign_grant
from infra.embedded.valkey import start_valkey
from tenants.runtime import live
from tests.load import servers
from tests.load.report import Figure, keep, table
from tests.support.database import HOME
from tests.support.world import fixed_id

KEY = "k" * 60
EVENTS = 20
UNIT, GROUP = fixed_id(0xA1), fixed_id(0xA)
CHANNEL = live.channel_of(group_id=GROUP, unit_id=UNIT)


@dataclass
class Happened:
    """An event as the relay hands it over; the version carries its number."""

    subject_version: int
    id: uuid.UUID = field(default_factory=uuid.uuid4)
    subject_id: uuid.UUID = field(default_factory=uuid.uuid4)
    event_type: str = "procurement.order.issued"
    unit_id: Any = UNIT
    group_id: Any = GROUP
    audience: str | None = None


class Subscribers:
    """Open streams, and when each of them heard each event."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.heard: list[list[float]] = [[] for _ in range(EVENTS)]
        self.writers: list[asyncio.StreamWriter] = []
        self.tasks: list[asyncio.Task[None]] = []

    async def open(self, number: int) -> None:
        """This will open one stream and wait until it is open."""
        token = sign_grant(
            channel=CHANNEL, holder=f"person {number}", topics=["procurement.order"], now=time.time(), key=KEY
        )
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(f"GET /live?token={token} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        await reader.readuntil(b": open")
        self.writers.append(writer)
        self.tasks.append(asyncio.create_task(self._hear(reader)))

    async def _hear(self, reader: asyncio.StreamReader) -> None:
        while line := await reader.readline():
            if line.startswith(b"data: "):
                number = int(line.partition(b'"version":')[2].partition(b",")[0])
                self.heard[number].append(time.perf_counter())

    def close(self) -> None:
        """This will close all streams."""
        for task in self.tasks:
            task.cancel()
        for writer in self.writers:
            writer.close()


async def measure(port: int, wanted: int) -> tuple[float, list[float]]:
    """This will open the streams, publish events and give the seconds it took to open and each delay."""
    subscribers = Subscribers(port)
    started = time.perf_counter()
    for first in range(0, wanted, 100):
        await asyncio.gather(*(subscribers.open(n) for n in range(first, min(first + 100, wanted))))
    opened = time.perf_counter() - started
    published = []
    for number in range(EVENTS):
        published.append(time.perf_counter())
        await asyncio.to_thread(live.publish_events, [Happened(subject_version=number)])
        deadline = time.perf_counter() + 10
        while len(subscribers.heard[number]) < wanted and time.perf_counter() < deadline:
            await asyncio.sleep(0.01)
    subscribers.close()
    missing = EVENTS * wanted - sum(map(len, subscribers.heard))
    if missing:
        raise AssertionError(f"{missing} deliveries are missing")
    return opened, [at - published[n] for n, all_at in enumerate(subscribers.heard) for at in all_at]


def main(wanted: int) -> None:
    """This will measure one process and keep the figures."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(4_096, wanted * 2)), hard))
    HOME.mkdir(parents=True, exist_ok=True)
    valkey = start_valkey(HOME / "bench-valkey", durable=False)
    environment = {
        "REDIS_URL": valkey.url,
        "SECRET_KEY": KEY,
        "DJANGO_SETTINGS_MODULE": "infra.config.settings.development",
    }
    server = servers.start(
        "live", "infra.config.asgi:application", environment, workers=1, interface="asginl"
    )
    try:
        with override_settings(REDIS_URL=valkey.url):
            live._client.cache_clear()
            opened, delays = asyncio.run(measure(server.port, wanted))
        keep("Live streams", told(wanted, opened, delays, servers.peak_megabytes(server.process.pid)))
    finally:
        server.stop()


def told(wanted: int, opened: float, delays: list[float], megabytes: float) -> list[str]:
    """This will word the figures."""
    delays = sorted(delays)
    p50, p95, worst = (delays[int(len(delays) * share)] * 1000 for share in (0.5, 0.95, 0.9999))
    return [
        f"{wanted:,} subscribers of one channel on one process; the client that reads them all shares the machine.",
        "",
        *table(
            [
                Figure("event to client, p95", f"{p95:.0f} ms", "under 1 s", p95 < 1_000),
                Figure("event to client, median and last", f"{p50:.0f} ms, {worst:.0f} ms"),
                Figure(f"deliveries of {EVENTS} events", f"{len(delays):,}", "none missing", True),
                Figure("all streams open after", f"{opened:.1f} s"),
                Figure("peak memory", f"{megabytes:.0f} MB"),
            ]
        ),
    ]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)

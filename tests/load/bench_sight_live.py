"""What open pages see of a change, through everything between: outbox, relay, worker, live process, asking again.

    python -m tests.load.bench_sight_live [viewers] [changes]

Web, live, relay and worker processes run as the platform runs them. A change is made by its service; each viewer
hears of it on a stream of its own, waits as the page does, asks again over HTTP and has the answer. The clock runs
from before the change to the last byte of that answer. All share the machine with the client that plays the viewers.
"""

# ruff: noqa: E402 Django is set up before anything that needs it

from __future__ import annotations

import asyncio
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

import orjson

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.test")

import django

django.setup()

from api.live.tokens import sign_grant
from infra.embedded.processes import follow_parent
from tenants.runtime import live
from tests.load import servers
from tests.load.bench_sight import as_owner, bare
from tests.load.client import prepared
from tests.load.place import Place, make_place
from tests.load.report import Figure, keep, table

KEY = "k" * 60
SETTLE = 0.25
"""Seconds for which a page gathers events before it asks again (`app/LiveUpdates.tsx`)."""
PATIENCE = 90.0
HISTORY = 20_000
GOAL, ALERT_GOAL = 3.0, 60.0

DASHBOARD = """query { deliveries(by: [MONTH], since: "2026-01-01", until: "2026-12-31") {
  total { inTimePercent lines } rows { keys { month } inTimePercent lines } refreshedAt } }"""
DESK = "query { desk { code count } }"
PROPOSED = """query ($id: ID!) { orderConfirmations(first: 1, filter: { orderId: { eq: $id } }, orderBy: SENT_AT_DESC) {
  nodes { status lines { schedules { promisedDate } } } } }"""
DATES = "query ($id: ID!) { purchaseOrder(id: $id) { id lines { schedules { quantity promisedDate } } } }"
_DELIVERIES = f"""
INSERT INTO procurement_delivery_record
  (id, receipt_line_id, supplier_org_gid, item_gid, due_date, received_date, quantity, accepted_quantity)
SELECT gen_random_uuid(), gen_random_uuid(), md5('s' || n % 200)::uuid, md5('i' || n / 7 % 400)::uuid,
       d, d + (n * 31 % 9 - 6)::int, 1 + n % 50, 1 + n % 50
  FROM (SELECT n, DATE '2026-01-05' + (n * 7 % 320)::int AS d FROM generate_series(1, {HISTORY}) n) x
"""


@dataclass
class Viewer:
    """One open page: its stream, and a connection to ask again on."""

    number: int
    session: str
    partner: str = ""
    heard: dict[str, float] = field(default_factory=dict)
    expected: str = ""
    ask: bytes = b""
    done: asyncio.Event = field(default_factory=asyncio.Event)
    answered: float = 0.0
    answer: bytes = b""

    async def open(self, place: Place, live_port: int, web_port: int, holder: str, topics: list[str]) -> None:
        """This will open the stream and the connection."""
        unit, group = place.world.a1.id, place.world.a.id
        token = sign_grant(
            channel=live.channel_of(group_id=group, unit_id=unit), holder=holder, topics=topics, now=time.time(),
            key=KEY,
        )  # fmt: skip
        reader, writer = await asyncio.open_connection("127.0.0.1", live_port)
        writer.write(f"GET /live?token={token} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        await reader.readuntil(b": open")
        self.stream, self.to_stream = reader, writer
        self.web, self.to_web = await asyncio.open_connection("127.0.0.1", web_port, limit=1 << 20)
        self.task = asyncio.create_task(self._watch())

    def expect(self, event: str, document: str, variables: dict[str, Any] | None = None) -> None:
        """This will have the page ask again once it hears of such an event."""
        headers = {"X-Hanse-Client": "bench", "Cookie": f"session={self.session}"}
        if self.partner:
            headers["X-Hanse-Partner"] = self.partner
        body = orjson.dumps({"query": document, "variables": variables or {}})
        self.ask = prepared("/u/a1/graphql", body, headers)
        self.expected = event
        self.done.clear()

    async def _watch(self) -> None:
        while line := await self.stream.readline():
            if line.startswith(b"data: ") and self.expected and self.expected.encode() in line:
                self.expected = ""
                await asyncio.sleep(SETTLE)
                try:
                    self.answer = await self._asked()
                finally:
                    self.answered = time.perf_counter()
                    self.done.set()

    async def _asked(self) -> bytes:
        self.to_web.write(self.ask)
        head = await self.web.readuntil(b"\r\n\r\n")
        length = next(
            int(line.partition(b":")[2])
            for line in head.split(b"\r\n")
            if line.lower().startswith(b"content-length:")
        )
        body = await self.web.readexactly(length)
        if b" 200 " not in head.partition(b"\r\n")[0] or b'"errors":[{' in body:
            raise AssertionError(body[:500])
        return body

    def close(self) -> None:
        """This will close the page."""
        self.task.cancel()
        self.to_stream.close()
        self.to_web.close()


@dataclass
class Platform:
    """The running processes."""

    web: servers.Server
    live: servers.Server
    others: list[subprocess.Popen[bytes]]

    def cpu_seconds(self, place: Place) -> float:
        """The CPU time that they and PostgreSQL have used."""
        pids = [
            self.web.process.pid,
            self.live.process.pid,
            place.postgres_pid,
            *(p.pid for p in self.others),
        ]
        return sum(servers.cpu_seconds(pid) for pid in pids)

    def stop(self) -> None:
        """This will end them, each by itself."""
        for process in self.others:
            process.terminate()
        for process in self.others:
            process.wait(30)
        self.web.stop()
        self.live.stop()


def start(place: Place) -> Platform:
    """This will start the platform's processes on the place."""
    environment = {**place.environment, "SECRET_KEY": KEY, "EMAIL_URL": "", "BIND": "127.0.0.1"}
    path = f"{servers.ROOT}{os.pathsep}{servers.ROOT / 'graphql'}"
    whole = {**os.environ, **environment, "PYTHONPATH": path}
    celery = [sys.executable, "-m", "celery", "--quiet", "-A", "infra.config.celery_app", "worker"]
    celery += ["--concurrency", "2", "--without-gossip", "--without-mingle", "-n", "bench@%h"]
    commands = ([sys.executable, "-m", "infra.manage", "relay"], celery)
    others = [
        subprocess.Popen(
            command,
            env=whole,
            cwd=servers.ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=follow_parent(signal.SIGTERM),
        )
        for command in commands
    ]
    live_process = servers.start(
        "live", "infra.config.asgi:application", environment, workers=1, interface="asginl"
    )
    return Platform(servers.start("web", "infra.config.wsgi:application", environment), live_process, others)


async def seen(viewers: list[Viewer], change: Callable[[], object]) -> list[float]:
    """This will make a change in a thread and give the seconds after which each viewer has its answer."""
    began = time.perf_counter()
    await asyncio.to_thread(change)
    async with asyncio.timeout(PATIENCE):  # a viewer that never hears is an error, not a long wait
        await asyncio.gather(*(viewer.done.wait() for viewer in viewers))
    for viewer in viewers:
        if viewer.task.done():
            viewer.task.result()
    return [viewer.answered - began for viewer in viewers]


class Stage:
    """A unit with people, orders and a supplier, and what changes in it."""

    def __init__(self, place: Place) -> None:
        from tests.contexts.procurement.support import bought, flows, issued_order
        from tests.factories.masterdata import supplier_org
        from tests.factories.people import make_member, make_person, make_session

        self.place, self.unit = place, place.world.a1
        as_owner(place, bare("procurement_delivery_record"), _DELIVERIES)
        self.supplier = supplier_org(place.world.a, "First Ltd")
        admin = make_person("admin@example.com")
        make_member(admin, self.unit, "unit_admin")
        self.admin = make_session(admin)
        partner = make_person("contact@example.com")
        make_member(partner, self.unit, "supplier_contact", kind="supplier", supplier_org_id=self.supplier)
        self.contact = make_session(partner)
        self.today = datetime.now(UTC).date()
        with self.unit.scope():
            flows(automatic_orders=True)
            self.orders = [
                issued_order(
                    self.unit, self.supplier, bought("1000", requested_date=date(self.today.year + 1, 1, 10))
                )
                for _ in range(3)
            ]

    def receive(self) -> None:
        """This will post a receipt of ten pieces."""
        from tests.contexts.procurement.receiving_support import came, po_lines, received

        with self.unit.scope():
            line = po_lines(self.orders[0])[0]
            received(
                self.unit, self.orders[0], came(line, "10"), at=datetime.now(UTC), received_date=self.today
            )

    def dispute(self, number: int) -> None:
        """This will key in an invoice with a dearer price, which raises an alert."""
        from tests.contexts.procurement.invoicing_support import charged, invoiced
        from tests.contexts.procurement.receiving_support import po_lines

        with self.unit.scope():
            line = po_lines(self.orders[0])[0]
            invoiced(
                self.unit, self.orders[0], "30", charged(line, "10", "3"), supplier_number=f"R-{number}",
                at=datetime.now(UTC),
            )  # fmt: skip

    def promise(self, day: date) -> None:
        """This will have the supplier propose another day for an order."""
        from tests.contexts.procurement.collaborating import answer, confirmed, contact, lines

        order = self.orders[1]
        with self.unit.scope():
            line = lines(order)[0]
            supplier = contact(self.unit, self.supplier)
            self.proposal = confirmed(supplier, order, answer(line, "change", ("1000", day)))

    def agree(self) -> None:
        """This will have the buyer accept the day that was proposed."""
        from commerce.procurement.services.order_confirmation_answer import order_confirmation_accept
        from tests.contexts.procurement.support import buyer

        with self.unit.scope():
            order_confirmation_accept(
                actor=buyer(self.unit),
                at=datetime.now(UTC),
                confirmation_id=self.proposal.id,
                version=self.proposal.version,
            )


async def dashboards(
    place: Place, stage: Stage, running: Platform, viewers: int, changes: int
) -> list[Figure]:
    """This will have many viewers look at the dashboard and the desk while goods come in."""
    topics = ["analytics.delivery", "procurement.receipt"]
    pages = [Viewer(number, stage.admin) for number in range(viewers)]
    for first in range(0, viewers, 50):
        await asyncio.gather(
            *(
                page.open(place, running.live.port, running.web.port, f"person {page.number}", topics)
                for page in pages[first : first + 50]
            )
        )
    figures = []
    for what, event, document in (
        ("desk of a unit, tiles", "procurement.receipt.posted", DESK),
        ("deliveries in time, chart and tiles", "analytics.delivery.refreshed", DASHBOARD),
    ):
        found: list[float] = []
        used = 0.0
        for number in range(-1, changes):  # the first one is for processes that just started
            for page in pages:
                page.expect(event, document)
            before = running.cpu_seconds(place)
            took = await seen(pages, stage.receive)
            if number >= 0:
                found += took
                used += running.cpu_seconds(place) - before
            print(f"{what} {number}: {min(took):.2f} to {max(took):.2f} s", flush=True)
        figures.append(told(f"a receipt on {viewers} open pages: {what}", found, GOAL))
        figures.append(
            Figure("the same, CPU of all processes and PostgreSQL for one receipt", f"{used / changes:.2f} s")
        )
    for page in pages:
        page.close()
    return figures


async def few(place: Place, stage: Stage, running: Platform, changes: int) -> list[Figure]:
    """This will measure an alert, and a renegotiated day on the screens of both sides."""
    topics = ["accounts.alert", "procurement.order", "procurement.order_confirmation"]
    buyer = Viewer(0, stage.admin)
    supplier = Viewer(1, stage.contact)
    await buyer.open(place, running.live.port, running.web.port, "person 0", topics)
    await supplier.open(place, running.live.port, running.web.port, str(stage.supplier), [])
    alerts, days = [], []
    for number in range(changes):
        buyer.expect("accounts.alert.raised", "{ alerts(first: 20) { nodes { kind text } } }")
        alerts += await seen([buyer], lambda number=number: stage.dispute(number))
        print(f"alert {number}: {alerts[-1]:.2f} s", flush=True)
    key = f"PurchaseOrder_{stage.orders[1].id}"
    for number in range(changes):
        day = date(stage.today.year + 1, 2, 1 + number)
        for event, document, change in (
            ("order_confirmation.sent", PROPOSED, lambda day=day: stage.promise(day)),
            ("order_confirmation.accepted", DATES, stage.agree),
        ):
            for page in (buyer, supplier):
                page.expect(event, document, {"id": key})
            days += await seen([buyer, supplier], change)
            for page in (buyer, supplier):
                assert day.isoformat().encode() in page.answer, page.answer
        print(f"day {number}: {max(days[-4:]):.2f} s", flush=True)
    buyer.close()
    supplier.close()
    return [
        told("an invoice with a dearer price: its alert on the owner's page", alerts, ALERT_GOAL),
        told(
            "another day for a delivery, proposed and agreed, on the supplier's and the buyer's page",
            days,
            GOAL,
        ),
    ]


def told(what: str, found: list[float], goal: float) -> Figure:
    """This will word a figure."""
    ordered = sorted(found)
    middle, p95 = (ordered[min(int(len(ordered) * share), len(ordered) - 1)] for share in (0.5, 0.95))
    return Figure(f"{what}, median / p95", f"{middle:.2f} / {p95:.2f} s", f"p95 ≤ {goal:.0f} s", p95 <= goal)


def main(viewers: int, changes: int) -> None:
    """This will measure and keep the figures."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(4_096, viewers * 4)), hard))
    place = make_place()
    running = None
    try:
        stage = Stage(place)
        running = start(place)
        stage.receive()
        figures = asyncio.run(dashboards(place, stage, running, viewers, changes))
        figures += asyncio.run(few(place, stage, running, changes))
    finally:
        if running is not None:
            running.stop()
        place.close()
    lines = [
        f"Web (2 workers), live, relay and worker processes; {HISTORY:,} deliveries before; {changes} changes of each",
        "kind, one after the other. From before the change to the last byte of the new answer, the quarter of a",
        "second included for which a page gathers events.",
        "",
        *table(figures),
    ]
    keep("Sight, live", lines)


if __name__ == "__main__":
    given = [int(text) for text in sys.argv[1:]]
    main(*(given or [500, 8]))

"""The write path: an order of 20 lines created, submitted (approved by its flow) and issued through the API.

    python -m tests.load.bench_writes [orders]

Once by the one mutation that does all of it, once by one mutation a step. Every request carries log-in, tenant
role, permissions, blacklist gate, approval run, audit rows, outbox events and an idempotency key; some creating
requests are sent twice, as by an impatient client. Afterwards the database is asked whether anything was lost or
done twice.
"""

# ruff: noqa: E402 Django is set up before anything that needs it

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

import orjson

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.test")

import django

django.setup()

from tests.load import servers
from tests.load.client import Caller, prepared
from tests.load.place import Place, make_place
from tests.load.report import Figure, keep, table

LINES = 20
CALLERS = 2
MOST_MS = 20
CREATE = """
mutation ($input: OrderCreateInput!) {
  orderCreate(input: $input) { order { id number version status totalAmount } errors { code message } }
}
"""
PLACE = """
mutation ($input: OrderPlaceInput!) {
  orderPlace(input: $input) { order { id number version status totalAmount } errors { code message } }
}
"""
STEP = """
mutation ($input: Order%sInput!) {
  order%s(input: $input) { order { id version status } errors { code message } }
}
"""


class Buyer:
    """One client that places orders."""

    def __init__(self, port: int, place: Place, supplier: str, name: str) -> None:
        self.caller = Caller(port)
        self.headers = {"X-Hanse-Client": "bench", "Cookie": f"session={place.session}"}
        self.supplier = supplier
        self.name = name
        self.numbers: list[str] = []

    def ask(self, text: str, field: str, given: dict[str, Any]) -> Any:
        """This will run one mutation and give its order; raises when it was refused."""
        body = orjson.dumps({"query": text, "variables": {"input": given}})
        status, answer = self.caller.call(prepared("/u/a1/graphql", body, self.headers))
        found = orjson.loads(answer)
        if status != 200 or "errors" in found or found["data"][field]["errors"]:
            raise AssertionError(found)
        return found["data"][field]["order"]

    def place(self, number: int, *, twice: bool) -> None:
        """This will place one order by one mutation."""
        given = self._wanted(number)
        order = self.ask(PLACE, "orderPlace", given)
        if twice:
            assert self.ask(PLACE, "orderPlace", given) == order
        assert order["status"] == "issued", order
        self.numbers.append(order["number"])

    def step_by_step(self, number: int, *, twice: bool) -> None:
        """This will create, submit and issue one order, each by its own mutation."""
        given = self._wanted(number)
        order = self.ask(CREATE, "orderCreate", given)
        if twice:
            assert self.ask(CREATE, "orderCreate", given) == order
        for step in ("Submit", "Issue"):
            known = {"orderId": order["id"], "version": order["version"]}
            order = {**order, **self.ask(STEP % (step, step), f"order{step}", known)}
        assert order["status"] == "issued", order
        self.numbers.append(order["number"])

    def _wanted(self, number: int) -> dict[str, Any]:
        return {
            "supplierOrgId": self.supplier,
            "idempotencyKey": f"{self.name}-{number}",
            "lines": [
                {"description": f"Bearing {n}", "unit": "C62", "quantity": f"{n + 1}", "unitPrice": "3.145"}
                for n in range(LINES)
            ],
        }


WAYS = {
    "one mutation": (Buyer.place, "creating and issuing by the one mutation `orderPlace`"),
    "three mutations": (Buyer.step_by_step, "the same by three mutations, a request each"),
}


def run(orders: int) -> dict[str, Any]:
    """This will place the orders and give the figures."""
    place = make_place()
    supplier = _prepare(place)
    server = servers.start("ours", "infra.config.wsgi:application", place.environment)
    try:
        numbers: list[str] = []
        cpu = {}
        for name, (way, _) in WAYS.items():
            placed = partial(_place_all, server, place, supplier, way)
            numbers += placed(10, f"warm {name}", twice=False)
            app, database = servers.cpu_seconds(server.process.pid), servers.cpu_seconds(place.postgres_pid)
            numbers += placed(orders, f"measured {name}", twice=False)
            app_ms = (servers.cpu_seconds(server.process.pid) - app) / orders * 1000
            database_ms = (servers.cpu_seconds(place.postgres_pid) - database) / orders * 1000
            cpu[name] = (app_ms, database_ms)
            numbers += placed(orders // 4, f"twice {name}", twice=True)
        return {
            "orders": len(numbers),
            "cpu": cpu,
            **_counted(place, len(numbers)),
            "peak_mb": round(servers.peak_megabytes(server.process.pid)),
        }
    finally:
        server.stop()
        place.close()


def _place_all(
    server: servers.Server,
    place: Place,
    supplier: str,
    way: Callable[..., None],
    orders: int,
    name: str,
    *,
    twice: bool,
) -> list[str]:
    buyers = [Buyer(server.port, place, supplier, f"{name}-{n}") for n in range(CALLERS)]
    failures: list[BaseException] = []

    def work(buyer: Buyer, share: int) -> None:
        try:
            for number in range(share):
                way(buyer, number, twice=twice)
        except BaseException as error:
            failures.append(error)

    shares = [orders // CALLERS + (n < orders % CALLERS) for n in range(CALLERS)]
    threads = [threading.Thread(target=work, args=pair) for pair in zip(buyers, shares, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return [number for buyer in buyers for number in buyer.numbers]


def _prepare(place: Place) -> str:
    """This will publish a flow that approves by itself and register a supplier."""
    from tests.contexts.procurement.support import flows
    from tests.factories.masterdata import supplier_org

    key = supplier_org(place.world.a, "Baltic Timber Ltd")
    with place.world.a1.scope():
        flows(automatic_orders=True)
    return f"Supplier_{key}"


def _counted(place: Place, wanted: int) -> dict[str, Any]:
    """This will count what is in the database against what was asked for: lost and double."""
    from commerce.procurement.models import PoLine, PurchaseOrder
    from tenants.runtime.models import OutboxEvent
    from tenants.runtime.unit.models import UnitAuditEntry

    with place.world.a1.scope():
        orders = PurchaseOrder.objects.filter(status="issued").count()
        numbers = PurchaseOrder.objects.values("number").distinct().count()
        lines = PoLine.objects.count()
        audit = UnitAuditEntry.objects.filter(action="procurement.order.issue").count()
    with place.world.a1.scope():
        events = OutboxEvent.objects.filter(event_type="procurement.order.issued").count()
    found = {"issued": orders, "numbers": numbers, "lines": lines // LINES, "audit": audit, "events": events}
    return {
        "lost": sum(max(0, wanted - value) for value in found.values()),
        "double": sum(max(0, value - wanted) for value in found.values()),
    }


def told(found: dict[str, Any]) -> list[str]:
    """This will word the figures."""
    figures = []
    for number, (name, (_, words)) in enumerate(WAYS.items()):
        app, database = found["cpu"][name]
        goal = (f"at most {MOST_MS} ms", app + database <= MOST_MS) if number == 0 else ("", None)
        measured = f"{app + database:.1f} ms (app {app:.1f}, PostgreSQL {database:.1f})"
        figures.append(Figure(f"CPU an order, {words}", measured, *goal))
    for fault in ("lost", "double"):
        figures.append(
            Figure(f"{fault}, of {found['orders']} orders", str(found[fault]), "0", found[fault] == 0)
        )
    return [
        f"An order of {LINES} lines created, submitted, approved by its flow and issued over HTTP, with log-in,",
        "tenant role, permissions, blacklist gate, approval run, audit rows, outbox events and idempotency key.",
        f"Some orders are asked for twice, as by an impatient client; {CALLERS} callers at once.",
        "",
        *table(figures),
        "",
        f"Peak memory of the web process: {found['peak_mb']} MB.",
    ]


if __name__ == "__main__":
    keep("Writes", told(run(int(sys.argv[1]) if len(sys.argv) > 1 else 100)))

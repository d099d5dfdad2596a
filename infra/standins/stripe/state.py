"""Everything the stand-in knows, in memory: objects by kind, events, clocks, remembered answers."""

import copy
import json
import secrets
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from infra.standins.stripe.errors import invalid, missing

Object = dict[str, Any]
API_VERSION = "2026-10-28.endive"
ACCOUNT = "acct_standin"
SHAPES: dict[str, list[str]] = json.loads((Path(__file__).parent / "shapes.json").read_text())

PREFIXES = {
    "billing.meter": "mtr", "billing.meter_event_summary": "mtrusg",
    "billing_portal.configuration": "bpc", "billing_portal.session": "bps", "checkout.session": "cs_test",
    "coupon": "", "customer": "cus", "discount": "di", "event": "evt", "invoice": "in",
    "invoice_payment": "inpay", "invoiceitem": "ii", "line_item": "il", "payment_intent": "pi",
    "payment_method": "pm", "price": "price", "product": "prod", "promotion_code": "promo",
    "setup_intent": "seti", "subscription": "sub", "subscription_item": "si", "tax_id": "txi", "tax_rate": "txr",
    "test_helpers.test_clock": "clock", "webhook_endpoint": "we",
}  # fmt: skip


class State:
    """The stand-in's memory. Callers hold `lock` around each request."""

    def __init__(self, *, base_url: str, real_time: Callable[[], float] = time.time) -> None:
        self.lock = threading.RLock()
        self.base_url = base_url
        self.real_time = real_time
        self.tables: dict[str, dict[str, Object]] = defaultdict(dict)
        self.answers: dict[str, tuple[str, int, bytes]] = {}
        self.events: list[Object] = []
        self.on_event: list[Callable[[Object], None]] = []
        self.cards: dict[str, Any] = {}

    def new(self, kind: str, **values: Any) -> Object:
        """This will make an object with every field of its kind; fields not given are null."""
        prefix = PREFIXES.get(kind, "")
        made: Object = dict.fromkeys(SHAPES[kind])
        made |= {"object": kind, "livemode": False, "created": self.now(), "metadata": {}}
        made["id"] = f"{prefix}_{secrets.token_hex(12)}" if prefix else secrets.token_hex(4)
        made |= values
        return {name: value for name, value in made.items() if name in SHAPES[kind] or name in values}

    def put(self, made: Object) -> Object:
        """This will keep an object under its kind and id."""
        self.tables[made["object"]][made["id"]] = made
        return made

    def get(self, kind: str, key: str | None, *, param: str = "id") -> Object:
        """This will find an object; raises ApiError 404."""
        found = self.tables[kind].get(key or "")
        if found is None:
            raise missing(kind, key or "", param=param)
        return found

    def all(self, kind: str, **values: Any) -> list[Object]:
        """This will list the objects of a kind whose fields have these values, oldest first."""
        return [o for o in self.tables[kind].values() if all(o.get(n) == v for n, v in values.items())]

    def find(self, key: str) -> Object | None:
        """This will find an object of any kind by its id."""
        return next((table[key] for table in self.tables.values() if key in table), None)

    def now(self, clock: str | None = None) -> int:
        """This will give the time in seconds: a test clock's, or the real one."""
        if clock is not None:
            return int(self.get("test_helpers.test_clock", clock)["frozen_time"])
        return int(self.real_time())

    def now_of(self, customer: Object) -> int:
        """This will give the time as a customer lives it."""
        return self.now(customer.get("test_clock"))

    def emit(self, kind: str, subject: Object, *, at: int | None = None) -> None:
        """This will tell of a change: an event with the object as it is now."""
        event = self.new(
            "event",
            type=kind,
            api_version=API_VERSION,
            created=at if at is not None else self._time_of(subject),
            data={"object": copy.deepcopy(subject)},
            pending_webhooks=1,
            request={"id": f"req_{secrets.token_hex(7)}", "idempotency_key": None},
        )
        event.pop("account", None)
        self.put(event)
        self.events.append(event)
        for listener in self.on_event:
            listener(event)

    def _time_of(self, subject: Object) -> int:
        customer = self.tables["customer"].get(str(subject.get("customer")))
        if customer is None and subject["object"] == "customer":
            customer = subject
        return self.now_of(customer) if customer else self.now()


def page(state: State, objects: Iterable[Object], params: dict[str, Any], url: str) -> Object:
    """This will give one page of a list, the newest first, as cursors ask."""
    rows = list(objects)[::-1]
    limit = int(params.get("limit") or 10)
    if not 1 <= limit <= 100:
        raise invalid("limit must be between 1 and 100", param="limit")
    after, before = params.get("starting_after"), params.get("ending_before")
    ids = [row["id"] for row in rows]
    if after:
        rows = rows[ids.index(after) + 1 :] if after in ids else []
    if before:
        rows = rows[: ids.index(before)][-limit:] if before in ids else []
    return {"object": "list", "url": url, "data": rows[:limit], "has_more": len(rows) > limit}


def sublist(rows: list[Object], url: str) -> Object:
    """This will give a list inside an object."""
    return {"object": "list", "data": rows, "has_more": False, "total_count": len(rows), "url": url}

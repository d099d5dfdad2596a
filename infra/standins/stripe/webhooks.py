"""Sends events to webhook endpoints: signed, in the order they wait, again after a failure."""

import hashlib
import hmac
import json
import queue
import threading
import time
import urllib.error
import urllib.request
from typing import Any

from infra.standins.stripe.state import Object, State

PAUSES = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)
"""Seconds before an event is sent again; after the last it is given up, as Stripe does after days."""


def signature(body: bytes, secret: str, at: int) -> str:
    """This will make the value of the header Stripe-Signature."""
    signed = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={signed}"


def encoded(event: Object) -> bytes:
    """This will write an event as it is sent."""
    return json.dumps(event, separators=(",", ":"), ensure_ascii=False).encode()


class Sender(threading.Thread):
    """The thread that sends events; it looks at the endpoints when an event's turn comes."""

    def __init__(self, state: State) -> None:
        super().__init__(daemon=True, name="webhooks")
        self.state = state
        self.waiting: queue.PriorityQueue[tuple[float, int, int, str, str]] = queue.PriorityQueue()
        self.number = 0
        self.attempts: list[tuple[str, int]] = []
        state.on_event.append(self.enqueue)

    def enqueue(self, event: Object) -> None:
        """This will put an event on its way to every endpoint that wants it."""
        for endpoint in self.state.all("webhook_endpoint", status="enabled"):
            if "*" in endpoint["enabled_events"] or event["type"] in endpoint["enabled_events"]:
                self._wait(0, 0, event["id"], endpoint["id"])

    def _wait(self, pause: float, tries: int, event: str, endpoint: str) -> None:
        self.number += 1
        self.waiting.put((time.monotonic() + pause, self.number, tries, event, endpoint))

    def run(self) -> None:
        """This will send for ever."""
        while True:
            due, number, tries, event, endpoint = self.waiting.get()
            pause = due - time.monotonic()
            if pause > 0:
                self.waiting.put((due, number, tries, event, endpoint))
                time.sleep(min(pause, 0.05))
                continue
            with self.state.lock:
                found = self.state.tables["event"].get(event)
                target = self.state.tables["webhook_endpoint"].get(endpoint)
                body = encoded(found) if found else b""
            if found is None or target is None:
                continue
            status = send(target, body)
            self.attempts.append((event, status))
            if not 200 <= status < 300 and tries < len(PAUSES):
                self._wait(PAUSES[tries], tries + 1, event, endpoint)


def send(endpoint: dict[str, Any], body: bytes) -> int:
    """This will send a body once and give the HTTP status; 0 when nobody answers."""
    request = urllib.request.Request(  # noqa: S310 the address was given by whoever runs the stand-in
        endpoint["url"], data=body, method="POST",
        headers={"Content-Type": "application/json; charset=utf-8", "User-Agent": "Stripe/1.0 (stand-in)",
                 "Stripe-Signature": signature(body, endpoint["secret"], int(time.time()))},
    )  # fmt: skip
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0

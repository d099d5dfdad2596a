"""The HTTP server: keys, idempotency, pages. One request at a time touches the state."""

import hashlib
import json
import secrets
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from infra.standins.stripe import catalogue, clocks, customers, meters, sessions, subscriptions
from infra.standins.stripe.errors import ApiError
from infra.standins.stripe.forms import Params, decode, listed
from infra.standins.stripe.keeping import keep
from infra.standins.stripe.pages import open_page
from infra.standins.stripe.routes import call
from infra.standins.stripe.state import State
from infra.standins.stripe.webhooks import Sender

PARTS = (catalogue, clocks, customers, meters, sessions, subscriptions)
"""The modules whose routes are served."""

LARGEST_BODY = 1_000_000
LOOPBACK = ("127.0.0.1", "::1", "localhost")


class StandIn(ThreadingHTTPServer):
    """The server with its state."""

    daemon_threads = True
    request_queue_size = 256
    allow_reuse_port = True  # the supervisor of `make run` holds the port for us

    def __init__(self, address: str = "127.0.0.1", port: int = 0) -> None:
        if address not in LOOPBACK:
            raise ValueError("the stand-in listens on the loopback interface only")
        self._ticking = threading.Event()
        super().__init__((address, port), Handler)
        self.state = State(base_url=f"http://{address}:{self.server_address[1]}")
        self.sender = Sender(self.state)
        self.sender.start()
        self.writes = 0
        self.calls: list[tuple[str, str]] = []

    def tick_forever(self, kept_in: Path | None = None, seconds: float = 1.0) -> None:
        """This will let real time pass for customers without a test clock, until the server is closed.

        With a file the state is written to it whenever something may have changed.
        """
        seen = -1
        while not self._ticking.wait(seconds):
            with self.state.lock:
                clocks.live(self.state, None, self.state.now())
                changes = self.writes + len(self.state.tables["event"])
            if kept_in is not None and changes != seen:
                keep(self.state, kept_in)
                seen = changes

    def server_close(self) -> None:
        self._ticking.set()
        super().server_close()


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: StandIn
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body leave in one segment; two would wait for a delayed acknowledgement

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is logged: requests may hold card numbers."""

    def do_GET(self) -> None:
        self._answer("GET")

    def do_POST(self) -> None:
        self._answer("POST")

    def do_DELETE(self) -> None:
        self._answer("DELETE")

    def _answer(self, method: str) -> None:
        address = urlsplit(self.path)
        size = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(min(size, LARGEST_BODY)).decode()
        state = self.server.state
        with state.lock:
            self.server.writes += method != "GET"
            if not address.path.startswith("/v1/"):
                self._page(method, address.path, body)
                return
            self.server.calls.append((method, address.path))
            status, payload, headers = self._api(method, address.path, address.query, body)
        self._send(status, {"Content-Type": "application/json", **headers}, payload)

    def _page(self, method: str, path: str, body: str) -> None:
        found = open_page(self.server.state, method, path, decode(body))
        status, headers, text = found or (404, {"Content-Type": "text/plain"}, "Not found")
        self._send(status, headers, text.encode())

    def _api(self, method: str, path: str, query: str, body: str) -> tuple[int, bytes, dict[str, str]]:
        key = self.headers.get("Idempotency-Key") if method == "POST" else None
        digest = hashlib.sha256(f"{method} {path} {body}".encode()).hexdigest()
        headers = {"Request-Id": f"req_{secrets.token_hex(7)}"}
        try:
            self._check_key()
            if key is not None:
                headers["Idempotency-Key"] = key
                known = self._known(key, digest)
                if known is not None:
                    return known[1], known[2], {**headers, "Idempotent-Replayed": "true"}
            params = {**decode(query), **decode(body)}
            found = call(self.server.state, method, path, params)
            status, payload = 200, _written(_expanded(self.server.state, found, params))
        except ApiError as refusal:
            status, payload = refusal.status, _written({"error": refusal.error})
        if key is not None and status in (200, 402):
            self.server.state.answers[key] = (digest, status, payload)
        return status, payload, headers

    def _check_key(self) -> None:
        scheme, _, secret = self.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or not secret.startswith(("sk_test_", "rk_test_")):
            raise ApiError(401, "invalid_request_error", "Invalid API key: the stand-in takes test keys.")

    def _known(self, key: str, digest: str) -> tuple[str, int, bytes] | None:
        known = self.server.state.answers.get(key)
        if known is not None and known[0] != digest:
            message = "Keys for idempotent requests can only be used with the same parameters."
            raise ApiError(400, "idempotency_error", message)
        return known

    def _send(self, status: int, headers: dict[str, str], payload: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)


def _written(payload: Any) -> bytes:
    return json.dumps(payload, ensure_ascii=False).encode()


def _expanded(state: State, found: Any, params: Params) -> Any:
    """The answer with the asked-for ids replaced by their objects."""
    for path in listed(params, "expand"):
        found = json.loads(json.dumps(found))
        _expand(state, found, str(path).split("."))
    return found


def _expand(state: State, place: Any, path: list[str]) -> None:
    name, *rest = path
    if isinstance(place, list):
        for inner in place:
            _expand(state, inner, path)
        return
    if not isinstance(place, dict) or name not in place:
        return
    if isinstance(place[name], str):
        place[name] = json.loads(json.dumps(state.find(place[name]) or place[name]))
    elif isinstance(place[name], list):
        place[name] = [json.loads(json.dumps(_found(state, each))) for each in place[name]]
    if rest:
        _expand(state, place[name], rest)


def _found(state: State, each: Any) -> Any:
    return (state.find(each) or each) if isinstance(each, str) else each

"""The HTTP server of the stand-in: entity sets as OData V2 or V4 JSON, $top and $skip, or pages of the server's own."""

import base64
import json
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

ENTITY_SETS = ("A_PurchaseRequisitionItem", "PurchaseReqnItem", "A_PlannedOrder", "PlannedOrderHeader")
EXPANDED = ("to_PurchaseReqnAcctAssgmt", "_PurchaseReqnAcctAssgmt")
DATES = ("DeliveryDate", "PlndOrderPlannedEndDate")

Entry = dict[str, Any]


class StandIn(ThreadingHTTPServer):
    """The server with its entries by entity set.

    `server_page` above 0 lets it page by itself, with links to the next page; `version` is 2 or 4.
    """

    daemon_threads = True

    def __init__(
        self,
        *,
        entries: dict[str, Sequence[Entry]] | None = None,
        user: str = "planner",
        password: str = "planner",  # noqa: S107 - opens nothing but the stand-in
        port: int = 0,
        version: int = 2,
        server_page: int = 0,
    ) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.base_url = f"http://127.0.0.1:{self.server_address[1]}"
        self.service = f"{self.base_url}/sap/opu/odata/sap/API_PURCHASEREQ_PROCESS_SRV"
        self.planned = f"{self.base_url}/sap/opu/odata/sap/API_PLANNED_ORDERS"
        v4 = f"{self.base_url}/sap/opu/odata4/sap"
        self.service_v4 = f"{v4}/api_purchaserequisition_2/srvd_a2x/sap/purchaserequisition/0001"
        self.planned_v4 = f"{v4}/api_plannedorder/srvd_a2x/sap/api_plannedorder/0001"
        self.entries: dict[str, list[Entry]] = {
            name: list((entries or {}).get(name, ())) for name in ENTITY_SETS
        }
        self.token = "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
        self.version, self.server_page = version, server_page
        self.down = False
        self.calls: list[str] = []
        self.lock = threading.Lock()


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: StandIn
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is logged: requests hold credentials."""

    def do_GET(self) -> None:
        """This will answer a read of an entity set."""
        status, body = self._reply()
        raw = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def _reply(self) -> tuple[int, dict[str, Any]]:
        address = urlsplit(self.path)
        name = address.path.rsplit("/", 1)[-1]
        with self.server.lock:
            self.server.calls.append(self.path)
        if self.server.down:
            return 503, _error("SERVICE_UNAVAILABLE", "Service unavailable")
        if self.headers.get("Authorization") != self.server.token:
            return 401, _error("UNAUTHORIZED", "Logon failed")
        if name not in ENTITY_SETS:
            return 404, _error("NOT_FOUND", f"Resource not found for segment {name}")
        query = {key: values[0] for key, values in parse_qs(address.query).items()}
        skip = int(query.get("$skip") or query.get("$skiptoken") or 0)
        most = int(query.get("$top") or 10**9)
        if self.server.server_page:
            most = min(most, self.server.server_page)
        found = self.server.entries[name]
        page = found[skip : skip + most]
        more = bool(self.server.server_page) and skip + len(page) < len(found)
        following = f"{name}?$skiptoken={skip + len(page)}&$expand={query.get('$expand', '')}" if more else ""
        return 200, self._body([_with(entry, query.get("$expand", "")) for entry in page], following)

    def _body(self, page: list[Entry], following: str) -> dict[str, Any]:
        if self.server.version == 4:
            return {"value": page, **({"@odata.nextLink": following} if following else {})}
        results = [{key: _v2(key, value) for key, value in entry.items()} for entry in page]
        whole = f"{self.server.base_url}{self.path.split('?')[0].rsplit('/', 1)[0]}/{following}"
        return {"d": {"results": results, **({"__next": whole} if following else {})}}


def _with(entry: Entry, expand: str) -> Entry:
    """What is not asked for with its entry is left out."""
    return {key: value for key, value in entry.items() if key not in EXPANDED or key in expand.split(",")}


def _v2(name: str, value: Any) -> Any:
    """V2 writes days as milliseconds since 1970, and what was expanded under `results`."""
    if name in EXPANDED:
        return {"results": value}
    if name in DATES and isinstance(value, str) and value:
        day = datetime.fromisoformat(value).replace(tzinfo=UTC)
        return f"/Date({int(day.timestamp() * 1000)})/"
    return value


def _error(code: str, message: str) -> dict[str, Any]:
    return {"error": {"code": code, "message": {"lang": "en", "value": message}}}

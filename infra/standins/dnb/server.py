"""The HTTP server of the stand-in: tokens, matching, data blocks, notifications."""

import json
import secrets
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from difflib import SequenceMatcher
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

CLASS_WORDS = ("Low Risk", "Low-Moderate Risk", "Moderate Risk", "Moderate-High Risk", "High Risk")
RISK_ELEMENT = "organization.riskAssessment.dnbAssessment.failureScoreClassDescription"
RISK_BLOCK = "thirdpartyriskinsight_L3_v3"
TOKEN_SECONDS = 86_400
LARGEST_BODY = 100_000

Reply = tuple[int, dict[str, Any]]


class StandIn(ThreadingHTTPServer):
    """The server with the organisations it knows, its tokens and the notifications that wait."""

    daemon_threads = True

    def __init__(self, *, organizations: Sequence[dict[str, Any]], port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.base_url = f"http://127.0.0.1:{self.server_address[1]}"
        self.organizations = {str(o["duns"]): dict(o) for o in organizations}
        self.tokens: set[str] = set()
        self.changes: list[dict[str, Any]] = []
        self.read_up_to: dict[str, int] = {}
        self.down = False
        self.calls: list[str] = []
        self.lock = threading.Lock()

    def set_class(self, duns: str, risk_class: int) -> None:
        """This will change an organisation's failure score class and let monitoring tell of it."""
        organization = self.organizations[duns]
        before = CLASS_WORDS[int(organization["failureScoreClass"]) - 1]
        organization["failureScoreClass"] = risk_class
        self.changes.append(
            {
                "duns": duns,
                "changeTimestamp": _now(),
                "blockID": RISK_BLOCK,
                "elementId": RISK_ELEMENT,
                "previousValue": before,
                "currentValue": CLASS_WORDS[risk_class - 1],
            }
        )


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: StandIn
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body leave in one segment; two would wait for a delayed acknowledgement

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is logged: requests hold credentials."""

    def do_GET(self) -> None:
        """This will answer a read."""
        self._answer("GET")

    def do_POST(self) -> None:
        """This will answer a token request, or one of the stand-in's own."""
        self._answer("POST")

    def _answer(self, method: str) -> None:
        size = min(int(self.headers.get("Content-Length") or 0), LARGEST_BODY)
        body = self.rfile.read(size)
        address = urlsplit(self.path)
        with self.server.lock:
            self.server.calls.append(f"{method} {address.path}")
            status, answer = self._reply(
                method,
                [unquote(p) for p in address.path.strip("/").split("/")],
                parse_qs(address.query),
                body,
            )
        raw = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def _reply(self, method: str, path: list[str], query: dict[str, list[str]], body: bytes) -> Reply:
        if method == "POST" and path[0] == "stand-in":
            return self._own(path[1:], json.loads(body or b"{}"))
        if self.server.down:
            return 503, _error("00001", "Service unavailable")
        if (method, path) == ("POST", ["v3", "token"]):
            return self._token()
        if self.headers.get("Authorization", "").removeprefix("Bearer ") not in self.server.tokens:
            return 401, _error("00004", "Unauthorized")
        match path:
            case ["v1", "match", "cleanseMatch"] if method == "GET":
                return self._match({name: values[0] for name, values in query.items()})
            case ["v1", "data", "duns", duns] if method == "GET":
                return self._data(duns, query.get("blockIDs", [""])[0].split(","))
            case ["v1", "monitoring", "registrations", reference, "notifications"] if method == "GET":
                return self._notifications(reference, int(query.get("maximumQuantity", ["100"])[0]))
        return 404, _error("00005", "Not found")

    def _own(self, path: list[str], given: dict[str, Any]) -> Reply:
        match path:
            case ["outage"]:
                self.server.down = bool(given.get("down"))
            case ["organizations", duns] if duns in self.server.organizations:
                self.server.set_class(duns, int(given["failureScoreClass"]))
            case _:
                return 404, {}
        return 200, {"done": True}

    def _token(self) -> Reply:
        if not self.headers.get("Authorization", "").startswith("Basic "):
            return 401, _error("00004", "Unauthorized")
        token = secrets.token_urlsafe(24)
        self.server.tokens.add(token)
        return 200, {"access_token": token, "expires_in": TOKEN_SECONDS}

    def _match(self, asked: dict[str, str]) -> Reply:
        found = [
            (confidence, organization)
            for organization in self.server.organizations.values()
            if (confidence := _confidence(asked, organization))
        ]
        found.sort(key=lambda pair: -pair[0])
        if not found:
            return 404, _error("20505", "No match found for the given criteria")
        most = int(asked.get("candidateMaximumQuantity", "5"))
        return 200, {
            "transactionDetail": _transaction(),
            "inquiryDetail": asked,
            "matchCandidates": [
                {
                    "displaySequence": place,
                    "matchQualityInformation": {"confidenceCode": confidence},
                    "organization": _identity(organization),
                }
                for place, (confidence, organization) in enumerate(found[:most], 1)
            ],
        }

    def _data(self, duns: str, blocks: list[str]) -> Reply:
        organization = self.server.organizations.get(duns)
        if organization is None:
            return 404, _error("10001", "Requested product not available")
        told = _identity(organization)
        if any(block.startswith("companyinfo") for block in blocks):
            told["dunsControlStatus"] = {
                "operatingStatus": {"description": organization.get("operatingStatus", "Active")}
            }
            told["registrationNumbers"] = [{"registrationNumber": organization.get("registrationNumber", "")}]
        if RISK_BLOCK in blocks:
            words = CLASS_WORDS[int(organization["failureScoreClass"]) - 1]
            told["riskAssessment"] = {"dnbAssessment": {"failureScoreClassDescription": words}}
        return 200, {
            "transactionDetail": _transaction(),
            "inquiryDetail": {"duns": duns, "blockIDs": blocks},
            "organization": told,
        }

    def _notifications(self, reference: str, most: int) -> Reply:
        start = self.server.read_up_to.get(reference, 0)
        told = self.server.changes[start : start + most]
        self.server.read_up_to[reference] = start + len(told)
        return 200, {"notifications": told}


def _confidence(asked: dict[str, str], organization: dict[str, Any]) -> int:
    """1 to 10 by likeness of the names, 10 for the same registration number, 0 for another country."""
    if asked.get("countryISOAlpha2Code") not in (None, organization.get("country")):
        return 0
    if asked.get("registrationNumber") and asked["registrationNumber"] == organization.get(
        "registrationNumber"
    ):
        return 10
    names = (asked.get("name", "").lower(), str(organization["primaryName"]).lower())
    return round(10 * SequenceMatcher(None, *names).ratio())


def _identity(organization: dict[str, Any]) -> dict[str, Any]:
    return {
        "duns": organization["duns"],
        "primaryName": organization["primaryName"],
        "primaryAddress": {"addressCountry": {"isoAlpha2Code": organization.get("country", "")}},
    }


def _transaction() -> dict[str, str]:
    return {
        "transactionID": f"stand-in-{secrets.token_hex(8)}",
        "transactionTimestamp": _now(),
        "inLanguage": "en-US",
        "serviceVersion": "1",
    }


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _error(code: str, message: str) -> dict[str, Any]:
    return {"error": {"errorCode": code, "errorMessage": message}}

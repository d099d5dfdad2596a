"""The one door out: HTTP to addresses that people or partners named (R25).

Only https on its usual port, to names the caller allows, at public addresses; the name is resolved once and that
address is used; no redirects, no proxies from the environment, no credentials in the address, an answer of bounded
size within bounded time. Never inside a transaction (R2).
"""

import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from django.db import connection
from requests_hardened import Config, Manager
from requests_hardened.ip_filter import InvalidIPAddress

from tenants.kernel.errors import DomainError
from tenants.runtime import outside

MAX_ANSWER_BYTES = 5 * 1024 * 1024
CONNECT_SECONDS = 3.0
READ_SECONDS = 10.0
TOTAL_SECONDS = 20.0
HTTPS_PORT = 443
TOO_MUCH = (408, 429)
SERVER_FAILED = 500

_manager = Manager(
    Config(
        ip_filter_enable=True,
        ip_filter_allow_loopback_ips=False,
        never_redirect=True,
        default_timeout=(CONNECT_SECONDS, READ_SECONDS),
        user_agent_override="Hanse",
    )
)


class EgressRefused(DomainError):
    """The address is not one the platform may call."""

    code = "EGRESS_REFUSED"
    en = "This address may not be called: {reason}. Use a public https address."
    zh = "不允许访问该地址（{reason}）。请使用公网 https 地址。"


class EgressFailed(DomainError):
    """The other side did not answer as it should."""

    code = "EGRESS_FAILED"
    en = "The other system did not answer ({reason}). Try again later."
    zh = "对方系统未正常响应（{reason}），请稍后再试。"


class EgressUnavailable(EgressFailed):
    """The other side failed again and again, or is called too often already: it was not called."""

    code = "EGRESS_UNAVAILABLE"
    en = "The other system does not answer at the moment ({reason}). It is tried again by itself in a while."
    zh = "对方系统暂时没有响应（{reason}），稍后将自动重试。"


class EgressInTransaction(RuntimeError):
    """A call to the network was tried inside a transaction."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def call(
    method: str,
    url: str,
    *,
    system: str,
    allowed_hosts: Collection[str] | None = None,
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
    stand_in: str = "",
) -> Answer:
    """This will make one HTTP call; `allowed_hosts` None allows every public name.

    `system` is the kind whose breaker and bulkhead hold (`outside.KINDS`), empty for our own pages alone.
    `stand_in` is an address on this machine from the operator's settings (never a person's word): calls below it
    go there in plain HTTP. Raises EgressRefused, EgressFailed, EgressUnavailable;
    EgressInTransaction is a fault of the caller.
    """
    if connection.in_atomic_block:
        raise EgressInTransaction(f"{method} inside a transaction")
    local = bool(stand_in) and url.startswith(f"{stand_in}/")
    if local:
        _check_loopback(stand_in)
    else:
        check_address(url, allowed_hosts=allowed_hosts)
    if not system:
        return _exchange(method, url, headers=headers, body=body, local=local)
    try:
        with outside.calling(system, at=urlsplit(url).netloc.lower()) as watched:
            try:
                answer = _exchange(method, url, headers=headers, body=body, local=local)
            except EgressRefused:
                watched.refused_by_us()
                raise
            if answer.status in TOO_MUCH or answer.status >= SERVER_FAILED:
                watched.failed(f"status {answer.status}")
            return answer
    except outside.OutsideUnavailable:
        raise EgressUnavailable(field="url", reason=system) from None


def _exchange(
    method: str, url: str, *, headers: Mapping[str, str] | None, body: bytes | None, local: bool
) -> Answer:
    try:
        with requests.Session() if local else _manager.get_session() as session:
            session.trust_env = False
            more: dict[str, Any] = (
                {"timeout": (CONNECT_SECONDS, READ_SECONDS), "allow_redirects": False} if local else {}
            )
            response = session.request(
                method, url, headers=dict(headers or {}), data=body, stream=True, **more
            )
            return Answer(response.status_code, response.headers, _body(response))
    except InvalidIPAddress:
        raise EgressRefused(field="url", reason="not a public address") from None
    except requests.RequestException as error:
        raise EgressFailed(field="url", reason=type(error).__name__) from None


def check_address(url: str, *, allowed_hosts: Collection[str] | None = None) -> None:
    """This will refuse an address by its form alone; raises EgressRefused."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise EgressRefused(field="url", reason="not an address") from None
    if parts.scheme != "https":
        raise EgressRefused(field="url", reason="not https")
    if parts.username is not None or parts.password is not None or "\\" in url:
        raise EgressRefused(field="url", reason="credentials in the address")
    if port not in (None, HTTPS_PORT):
        raise EgressRefused(field="url", reason=f"port {port}")
    host = (parts.hostname or "").rstrip(".")
    if not host or not host.isascii():
        raise EgressRefused(field="url", reason="no plain host name")
    if allowed_hosts is not None and host not in allowed_hosts:
        raise EgressRefused(field="url", reason=f"{host} is not on the list")


def _check_loopback(base: str) -> None:
    parts = urlsplit(base)
    if parts.scheme != "http" or parts.hostname not in ("127.0.0.1", "::1", "localhost"):
        raise EgressRefused(field="url", reason="a stand-in is on this machine")


def _body(response: requests.Response) -> bytes:
    deadline = time.monotonic() + TOTAL_SECONDS
    chunks, size = [], 0
    for chunk in response.iter_content(65536):
        size += len(chunk)
        if size > MAX_ANSWER_BYTES:
            raise EgressFailed(field="url", reason="the answer is too large")
        if time.monotonic() > deadline:
            raise EgressFailed(field="url", reason="the answer takes too long")
        chunks.append(chunk)
    return b"".join(chunks)

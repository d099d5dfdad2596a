"""Stream tokens: signed, good for one stream that is opened within a minute.

A token names one channel and what of it its holder may hear: topics (`procurement.order`), and events that
name the holder as their audience. It travels in an address, so it is used up by the first stream.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import orjson

OPENED_WITHIN = 60  # seconds
MAX_TOKEN = 4_096


@dataclass(frozen=True, slots=True)
class Grant:
    """What the holder of a token may hear until its stream ends."""

    channel: str
    holder: str
    topics: frozenset[str]
    nonce: str
    opened_before: int


def sign_grant(
    *, channel: str, holder: str, topics: Iterable[str], now: float, key: str, nonce: str | None = None
) -> str:
    """This will make the token of a grant."""
    body = {
        "c": channel,
        "h": holder,
        "t": sorted(topics),
        "n": nonce or secrets.token_urlsafe(12),
        "e": int(now) + OPENED_WITHIN,
    }
    payload = _encode(orjson.dumps(body))
    return f"{payload}.{_signature(payload, key)}"


def read_grant(token: str, *, now: float, keys: Sequence[str]) -> Grant | None:
    """This will read a token that one of the keys signed and that is still good; None otherwise."""
    payload, dot, signature = token.partition(".")
    if not dot or len(token) > MAX_TOKEN:
        return None
    if not any(hmac.compare_digest(_signature(payload, key), signature) for key in keys):
        return None
    try:
        body = orjson.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except (ValueError, binascii.Error):
        return None
    if body["e"] < now:
        return None
    return Grant(body["c"], body["h"], frozenset(body["t"]), body["n"], body["e"])


def _signature(payload: str, key: str) -> str:
    digest = hmac.new(b"hanse.live:" + key.encode(), payload.encode("utf-8", "replace"), hashlib.sha256)
    return _encode(digest.digest())


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

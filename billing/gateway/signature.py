"""Who sent a webhook, and when: Stripe's signature scheme with a bound on both sides of the clock."""

import hashlib
import hmac
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

TOLERANCE = 300
"""Seconds by which a signature may be old, or lie ahead of our clock."""


class BadSignature(Exception):
    """The body is not what Stripe signed for this endpoint just now."""


def signed_event(body: bytes, header: str, *, secrets: Sequence[str], at: datetime) -> dict[str, Any]:
    """This will give the event of a body that one of the secrets signed within the tolerance.

    Raises BadSignature, also for a body that is no event.
    """
    stamp, signatures = _parts(header)
    if abs(at.timestamp() - stamp) > TOLERANCE:
        raise BadSignature("signed too long ago, or in the future")
    signed = f"{stamp}.".encode() + body
    known = [hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest() for secret in secrets]
    if not any(hmac.compare_digest(own, given) for own in known for given in signatures):
        raise BadSignature("not signed for this endpoint")
    try:
        event = json.loads(body)
    except ValueError:
        raise BadSignature("not JSON") from None
    if not isinstance(event, dict) or event.get("object") != "event" or not isinstance(event.get("id"), str):
        raise BadSignature("not an event")
    return event


def _parts(header: str) -> tuple[int, list[str]]:
    stamp, signatures = "", []
    for part in header[:2000].split(","):
        name, _, value = part.strip().partition("=")
        if name == "t":
            stamp = value
        elif name == "v1" and value.isascii():
            signatures.append(value)
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) < 16):
        raise BadSignature("no time of signing")
    return int(stamp), signatures

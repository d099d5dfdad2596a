"""The codes an authenticator app shows (RFC 6238: SHA-1, 30 seconds, six digits)."""

import base64
import hashlib
import hmac
import struct
import time

STEP = 30  # seconds


def totp(secret: str, *, at: float | None = None) -> str:
    """This will give the code of a secret for an instant, now when none is given."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    counter = int((time.time() if at is None else at) // STEP)
    digest = hmac.new(key, struct.pack(">Q", counter), hashlib.sha1).digest()
    offset = digest[-1] & 15
    number = struct.unpack(">I", digest[offset : offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"

"""Which addresses a webhook may have: checked by form when entered, and again by the egress guard at each call."""

import re
from urllib.parse import urlsplit

from django.conf import settings

from tenants.kernel.errors import Invalid
from tenants.runtime import egress

LONGEST = 500
_LIKE_A_NUMBER = re.compile(r"^(0x[0-9a-f]*|\d+)$", re.IGNORECASE)
_INSIDE = ("localhost", "local", "internal", "intranet", "lan", "home", "corp", "arpa")
THIS_MACHINE = ("127.0.0.1", "localhost")


def checked(url: str) -> str:
    """This will accept a public https address by name; raises EgressRefused or Invalid.

    Where the name leads is found out at each call, and only there: what it leads to today it need not tomorrow.
    """
    url = url.strip()
    if not 1 <= len(url) <= LONGEST:
        raise Invalid(
            field="url",
            reason_en=f"An address has 1 to {LONGEST} characters.",
            reason_zh=f"地址长度为 1 至 {LONGEST} 个字符。",
        )
    if stand_in_of(url):
        return url
    egress.check_address(url)
    labels = (urlsplit(url).hostname or "").rstrip(".").split(".")
    if len(labels) < 2 or _LIKE_A_NUMBER.match(labels[-1]) or ":" in labels[0] or labels[-1] in _INSIDE:
        raise egress.EgressRefused(field="url", reason="not a public name")
    return url


def stand_in_of(url: str) -> str:
    """This will give the beginning of an address on this machine, where the settings allow such; empty otherwise."""
    if not settings.WEBHOOKS_TO_THIS_MACHINE:
        return ""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme != "http" or parts.hostname not in THIS_MACHINE or parts.username is not None:
        return ""
    return f"http://{parts.hostname}:{port}" if port else f"http://{parts.hostname}"

"""Where a request came from."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_ip(request: HttpRequest) -> str | None:
    """This will give the address of the client, believing only as many proxies as stand in front (R35)."""
    hops = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    if hops == 0:
        return request.META.get("REMOTE_ADDR") or None
    path = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if len(path) < hops:
        return None
    try:
        return str(ipaddress.ip_address(path[-hops].strip()))
    except ValueError:
        return None

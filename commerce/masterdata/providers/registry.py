"""Which third party is asked: D&B when the operator has credentials, nobody otherwise."""

from functools import lru_cache

from django.conf import settings

from commerce.masterdata.providers.dnb import DnbDirectPlus
from commerce.masterdata.providers.port import Provider


def provider() -> Provider | None:
    """This will give the provider of checks, or None: then people enter them by hand."""
    if not settings.DNB_API_KEY:
        return None
    return _dnb(settings.DNB_API_KEY, settings.DNB_API_SECRET, settings.DNB_API_BASE)


def portfolio_of(group_id: object) -> str:
    """This will name a group's monitoring registration; empty when changes are not monitored."""
    return f"{settings.DNB_MONITORING}-{group_id}" if settings.DNB_MONITORING else ""


@lru_cache(maxsize=4)
def _dnb(key: str, secret: str, base: str) -> Provider:
    return DnbDirectPlus(key=key, secret=secret, base=base)

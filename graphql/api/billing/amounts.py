"""Minor units as the API's money."""

from decimal import Decimal

from billing.queries import in_major


def money(minor: int, currency: str) -> dict[str, object]:
    """This will write minor units as Money."""
    return {"amount": in_major(minor, currency), "currency": currency}


def amount(minor: int, currency: str) -> Decimal:
    """This will write minor units as a decimal amount."""
    return in_major(minor, currency)

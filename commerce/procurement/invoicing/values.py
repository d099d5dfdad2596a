"""Decimals of invoices that come as files."""

import re
from decimal import Decimal

from commerce.procurement.invoicing.refusals import BadValue
from tenants.kernel.quantity import decimals_of

_NUMBER = re.compile(r"[+-]?\d{1,18}(\.\d{0,12})?|[+-]?\.\d{1,12}")


def decimal_of(text: str, name: str, decimals: int = 6) -> Decimal:
    """This will read a decimal with at most so many decimals, zero for an empty text; raises BadValue."""
    if not text:
        return Decimal(0)
    value = Decimal(text) if _NUMBER.fullmatch(text) else None
    if value is None or abs(value) >= Decimal("1e15") or decimals_of(value) > decimals:
        raise BadValue(name=name, value=text[:40])
    return value

"""Values of exchanged documents: exact decimals, days, texts; what cannot be kept exactly is refused."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from tenants.kernel.errors import Invalid
from tenants.kernel.quantity import decimals_of

_NUMBER = re.compile(r"[+-]?\d{1,18}(\.\d{0,12})?|[+-]?\.\d{1,12}")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})")
MAX_TEXT = 5_000
MAX_DECIMALS = 6


class BadValue(Invalid):
    """A value of the document is not readable or has more digits than are kept."""

    code = "EXCHANGE_VALUE"

    def __init__(self, *, name: str, value: str) -> None:
        super().__init__(
            field="file",
            reason_en=f"{name} has the value {value[:80]!r}, which cannot be kept exactly.",
            reason_zh=f"{name} 的值“{value[:80]}”无法准确保存。",
        )


def number(text: str | None, name: str, decimals: int = MAX_DECIMALS) -> Decimal | None:
    """This will read a decimal of at most so many decimals as it is; None for nothing. Raises BadValue."""
    if text is None or not text.strip():
        return None
    if not _NUMBER.fullmatch(text.strip()):
        raise BadValue(name=name, value=text)
    value = Decimal(text.strip())
    if decimals_of(value) > decimals:
        raise BadValue(name=name, value=text)
    return value


def needed(text: str | None, name: str) -> Decimal:
    """This will read a decimal that must be there; raises BadValue."""
    value = number(text, name)
    if value is None:
        raise BadValue(name=name, value="")
    return value


def day(text: str | None, name: str) -> date | None:
    """This will read the day of a date or an instant; None for nothing. Raises BadValue."""
    if text is None or not text.strip():
        return None
    found = _DAY.match(text.strip())
    try:
        return date.fromisoformat(found[1]) if found else _refuse(name, text)
    except ValueError:
        return _refuse(name, text)


def _refuse(name: str, text: str) -> date:
    raise BadValue(name=name, value=text)


def words(element: Any) -> str:
    """This will give an element's text, tidied and bounded; an empty one for none."""
    text = "" if element is None or element.text is None else element.text
    return " ".join(text.split())[:MAX_TEXT]


def plain(value: Decimal) -> str:
    """This will write a decimal without exponent and without zeros at its end."""
    return f"{value.normalize():f}"

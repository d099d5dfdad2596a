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


class TextTooLong(Invalid):
    """A text of the document is longer than what is kept of it; nothing is cut off."""

    code = "EXCHANGE_TEXT_TOO_LONG"

    def __init__(self, *, en: str, zh: str, length: int, most: int) -> None:
        super().__init__(
            field="file",
            reason_en=f"{en}: {length} characters, of which at most {most} are kept. Shorten it in the file and "
            "send it again.",
            reason_zh=f"{zh}：共 {length} 个字符，最多保存 {most} 个。请在文件中缩短后重新发送。",
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
    """This will give an element's text, tidied; an empty one for none. Raises TextTooLong."""
    if element is None or element.text is None:
        return ""
    tag = str(element.tag).rpartition("}")[2]
    name = element.get("name", tag) if tag == "Extrinsic" else tag
    return fits(" ".join(element.text.split()), MAX_TEXT, name)


def fits(text: str, most: int, en: str, zh: str = "") -> str:
    """This will give the text back as it is; raises TextTooLong, with the name of its place, above `most`."""
    if len(text) > most:
        raise TextTooLong(en=en, zh=zh or en, length=len(text), most=most)
    return text


def plain(value: Decimal) -> str:
    """This will write a decimal without exponent and without zeros at its end."""
    return f"{value.normalize():f}"

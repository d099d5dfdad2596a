"""The kinds of alerts: each context declares its own at start-up, with the words that people read.

    LATE = alert_kind(
        "procurement.delivery.late", name_en="Late deliveries", name_zh="交货逾期",
        permission="procurement.order.edit", subject_type="order",
        en="{number} of {supplier} is late: {quantity} were due on {due}", zh="…",
        advice_en="Ask the supplier for a new date.", advice_zh="…",
    )

Braces name details of the alert; the words end without a full stop. How one is raised and resolved is in
`services/alerts.py`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tenants.kernel.modules import module_of


@dataclass(frozen=True, slots=True)
class AlertKind:
    """One kind: whom it is for, what it says, and what to do about it.

    Everybody who holds `permission` in the place sees it. An urgent one is mailed to everybody who did not
    choose otherwise.
    """

    code: str
    permission: str
    subject_type: str
    en: str
    zh: str
    advice_en: str
    advice_zh: str
    name_en: str
    name_zh: str
    urgent: bool = False

    def words(self, locale: str, details: Mapping[str, object]) -> str:
        """This will say what is wrong, with days as people write them; a detail that is missing is left out."""
        chinese = locale.lower().startswith("zh")
        told = _Known({name: _told(value, chinese=chinese) for name, value in details.items()})
        return (self.zh if chinese else self.en).format_map(told)

    def name(self, locale: str) -> str:
        """This will give the kind's name."""
        return self.name_zh if locale.lower().startswith("zh") else self.name_en

    def advice(self, locale: str) -> str:
        """This will say what to do about it."""
        return self.advice_zh if locale.lower().startswith("zh") else self.advice_en


class _Known(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "–"


_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _told(value: object, *, chinese: bool) -> object:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return value
    day = date.fromisoformat(value)
    return f"{day.year}年{day.month}月{day.day}日" if chinese else f"{day.day} {day:%b} {day.year}"


_KINDS: dict[str, AlertKind] = {}


def alert_kind(code: str, **fields: object) -> AlertKind:
    """This will make a kind of alert known and give it; raises ValueError when its code is taken."""
    if code in _KINDS:
        raise ValueError(f"alert kind {code} is declared twice")
    if module_of(code) is None:
        raise ValueError(f"alert kind {code} belongs to no module")
    kind = AlertKind(code, **fields)  # type: ignore[arg-type]
    _KINDS[code] = kind
    return kind


def kind_or_none(code: str) -> AlertKind | None:
    """This will give a kind by its code, or None."""
    return _KINDS.get(code)


def alert_kinds() -> tuple[AlertKind, ...]:
    """This will give every kind, by code."""
    return tuple(_KINDS[code] for code in sorted(_KINDS))

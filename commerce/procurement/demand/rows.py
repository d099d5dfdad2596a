"""One row of demand, read from texts: from a table's cells, or from what an ERP or a client of the API sent."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from commerce.procurement.importing.checking import RowProblem
from commerce.procurement.importing.columns import UNIT_WORDS
from commerce.procurement.lines import MAX_DESCRIPTION
from tenants.kernel.errors import DomainError
from tenants.kernel.money import EXPONENTS
from tenants.kernel.quantity import check_quantity, check_unit_price

FIELDS = (
    "key", "item_code", "description", "category", "quantity", "unit", "need_by_date", "unit_price", "currency",
    "supplier", "cost_centre", "cancelled",
)  # fmt: skip
NEEDED = ("key", "quantity")
LONGEST = {"key": 100, "description": MAX_DESCRIPTION, "supplier": 300, "cost_centre": 64}
LONGEST_TEXT = 100
TRUE = frozenset({"1", "x", "true", "yes", "y", "是", "cancelled", "deleted", "已取消"})
ERP_UNITS = {
    **UNIT_WORDS, "ST": "C62", "PC": "C62", "EA": "EA", "TO": "TNE", "G": "GRM", "M": "MTR", "H": "HUR", "M2": "MTK",
    "M3": "MTQ",
}  # fmt: skip
"""What people and SAP call units of UN/ECE Recommendation 20."""

Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """How texts are written, and what people call each field."""

    names: Mapping[str, str] = field(default_factory=dict)
    date_format: str = "%Y-%m-%d"
    decimal_mark: str = "."

    def name_of(self, name: str) -> str:
        """This will give the column's header, or the field's own name."""
        return self.names.get(name, name)


@dataclass(frozen=True, slots=True)
class DemandRow:
    """What is demanded under one key. No quantity, or `cancelled`, means that it is no longer needed."""

    row: int
    key: str
    item_code: str
    description: str
    category: str
    quantity: Decimal
    unit: str
    need_by_date: date | None
    unit_price: Decimal | None
    currency: str
    supplier: str
    cost_centre: str
    cancelled: bool

    @property
    def digest(self) -> str:
        """Equal for equal demand, however its numbers were written."""
        cells = [_plain(getattr(self, name)) for name in FIELDS]
        return hashlib.sha256("\x1f".join(cells).encode()).hexdigest()[:32]


COMPARED = tuple(f.name for f in fields(DemandRow) if f.name not in ("row", "key"))


class _Bad(Exception):
    """A text that cannot be taken: field, text, code and the two sentences."""


def read_rows(
    texts: Iterable[tuple[int, Texts]], form: Form
) -> tuple[list[DemandRow], list[RowProblem], set[str]]:
    """This will read every row: the good ones, what is wrong with the others, and every key that was named."""
    rows: list[DemandRow] = []
    problems: list[RowProblem] = []
    seen: dict[str, int] = {}
    for number, cells in texts:
        try:
            row = _row(number, cells, form)
            if seen.setdefault(row.key, number) != number:
                raise _Bad(
                    "key", row.key, "KEY_TWICE",
                    f"Row {seen[row.key]} has the same key. Remove one of them.",
                    f"与第 {seen[row.key]} 行的键重复，请删除其一。",
                )  # fmt: skip
            rows.append(row)
        except _Bad as bad:
            name, value, code, en, zh = bad.args
            problems.append(RowProblem(number, form.name_of(name), value, code, en, zh))
            if cells.get("key", "").strip():
                seen.setdefault(cells["key"].strip(), number)
    return rows, problems, set(seen)


def in_order(rows: Sequence[DemandRow], grouping: str) -> list[DemandRow]:
    """This will put rows that are likely to share a requisition side by side; the same rows in the same order."""
    near = {
        "supplier": lambda row: row.supplier.casefold(),
        "category": lambda row: (row.category, row.item_code),
        "week": lambda row: week_of(row.need_by_date),
    }.get(grouping, lambda row: "")
    return sorted(rows, key=lambda row: (row.cost_centre, row.currency, near(row), row.row))


def week_of(day: date | None) -> str:
    """This will name the week of a day, e.g. 2026-W48; empty without one."""
    if day is None:
        return ""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _row(number: int, cells: Texts, form: Form) -> DemandRow:
    text = {name: " ".join(cells.get(name, "").split()) for name in FIELDS}
    for name in NEEDED:
        if not text[name] and not (name == "quantity" and _is_true(text["cancelled"])):
            raise _Bad(name, "", "REQUIRED", "This cell must have a value.", "此单元格为必填项。")
    for name, value in text.items():
        limit = LONGEST.get(name, LONGEST_TEXT)
        if len(value) > limit or "\0" in value:
            raise _Bad(
                name, value[:100], "TOO_LONG", f"At most {limit} characters.", f"最多 {limit} 个字符。"
            )
    quantity = _number(text, "quantity", form) if text["quantity"] else Decimal(0)
    cancelled = _is_true(text["cancelled"]) or quantity == 0
    price = _number(text, "unit_price", form) if text["unit_price"] else None
    if not cancelled or quantity < 0 or quantity >= Decimal("1e15"):
        _check(text, "quantity", quantity)
    if price is not None:
        _check(text, "unit_price", price)
    return DemandRow(
        row=number,
        key=text["key"],
        item_code=text["item_code"],
        description=text["description"],
        category=text["category"],
        quantity=Decimal(0) if cancelled else quantity,
        unit=ERP_UNITS.get(text["unit"], text["unit"]),
        need_by_date=_day(text["need_by_date"], form),
        unit_price=price,
        currency=_currency(text["currency"]),
        supplier=text["supplier"],
        cost_centre=text["cost_centre"],
        cancelled=cancelled,
    )


def _is_true(text: str) -> bool:
    return text.casefold() in TRUE


def _number(text: Texts, name: str, form: Form) -> Decimal:
    thousands = "." if form.decimal_mark == "," else ","
    plain = text[name].replace(" ", "").replace(thousands, "").replace(form.decimal_mark, ".")
    try:
        value = Decimal(plain) if len(plain) <= 40 and "_" not in plain else Decimal("NaN")
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise _Bad(
            name, text[name], "NOT_A_NUMBER", "Write a number, e.g. 1234.50.", "请填写数字，例如 1234.50。"
        )
    return value


def _check(text: Texts, name: str, value: Decimal) -> None:
    check = check_unit_price if name == "unit_price" else check_quantity
    try:
        check(value, field=name)
    except DomainError as refusal:
        raise _Bad(name, text[name], refusal.code, refusal.message("en"), refusal.message("zh")) from None


def _day(text: str, form: Form) -> date | None:
    if not text:
        return None
    for day, shape in ((text, form.date_format), (text.split("T")[0], "%Y-%m-%d")):
        try:
            return datetime.strptime(day, shape).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    example = date(2026, 3, 31).strftime(form.date_format)
    raise _Bad(
        "need_by_date", text, "NOT_A_DATE", f"Not a day in the form {example}.", f"日期不符合格式 {example}。"
    )


def _currency(text: str) -> str:
    code = text.upper()
    if code and code not in EXPONENTS:
        raise _Bad(
            "currency", text, "UNKNOWN_CURRENCY", "Not a currency code of ISO 4217 that is supported, e.g. USD.",
            "不是受支持的 ISO 4217 货币代码，例如 USD。",
        )  # fmt: skip
    return code


def _plain(value: object) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "" if value is None else str(value)

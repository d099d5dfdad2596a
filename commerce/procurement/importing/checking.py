"""Turns rows into orders, or says what is wrong with which cell and the way out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from commerce.procurement.importing.mapping import OrderMapping, Source
from commerce.procurement.importing.table import Row
from commerce.procurement.lines import MAX_DESCRIPTION, TAX_DECIMALS
from commerce.procurement.texts import ORDER_TEXTS
from tenants.kernel.errors import DomainError
from tenants.kernel.money import EXPONENTS, line_amount, round_amount
from tenants.kernel.quantity import check_quantity, check_unit_price, decimals_of

HEADER_TEXTS = ("supplier_country", "supplier_tax_id", "supplier_duns", "incoterm", "payment_terms", "ship_to",
                "cost_centre", "note")  # fmt: skip

LONGEST_TEXT = 64


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong: the row of the file, the column, the cell as it is, the rule, and the way out."""

    row: int
    column: str
    value: str
    code: str
    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line as the file has it. `adjustment` is what its stated amount differs from quantity × price."""

    row: int
    number: str
    item_code: str
    item_name: str
    categories: tuple[str, ...]
    unit: str
    quantity: Decimal
    unit_price: Decimal
    adjustment: Decimal
    tax_rate: Decimal
    requested_date: date | None
    promised_date: date | None
    delivered_date: date | None
    delivered_quantity: Decimal


@dataclass(slots=True)
class ReadOrder:
    """One order as the file has it, out of one or more rows."""

    number: str
    supplier: str
    currency: str
    order_date: date | None
    texts: Mapping[str, str]
    lines: list[ReadLine] = field(default_factory=list)

    @property
    def header(self) -> tuple[object, ...]:
        """What all rows of an order must agree on."""
        return (self.supplier, self.currency, self.order_date, *sorted(self.texts.items()))


@dataclass(slots=True)
class Checked:
    """The orders of a file and what is wrong with its rows; an order with a bad row is left out whole."""

    orders: list[ReadOrder] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)
    rows: int = 0


class _Bad(Exception):
    """A cell that cannot be taken."""

    def __init__(self, source: Source, value: str, code: str, en: str, zh: str) -> None:
        super().__init__(code)
        self.problem = (source.name, value, code, en, zh)


def check_rows(rows: Iterable[Row], mapping: OrderMapping) -> Checked:
    """This will read every row and gather the orders, in the order of the file."""
    checked = Checked()
    orders: dict[str, ReadOrder] = {}
    broken: set[str] = set()
    seen: dict[str, int] = {}
    for number, cells in rows:
        checked.rows += 1
        key = _cell(cells, mapping.order["number"], mapping)
        try:
            order = _order(cells, mapping)
            known = orders.setdefault(order.number, order)
            _refuse_other_header(known, order, mapping)
            line = _line(number, cells, mapping, order.currency)
            _refuse_second(line, seen, mapping)
            known.lines.append(line)
        except _Bad as bad:
            checked.problems.append(RowProblem(number, *bad.problem))
            broken.add(key)
    checked.orders = [order for key, order in orders.items() if key not in broken]
    return checked


def _cell(cells: Mapping[str, str], source: Source, mapping: OrderMapping) -> str:
    """The text of a source: the first of its cells that says something, translated."""
    if not source.columns:
        return source.constant
    for column in source.columns:
        text = cells.get(column, "")
        text = source.values.get(text, text)
        if text and text not in mapping.empty:
            return text
    return ""


def _order(cells: Mapping[str, str], mapping: OrderMapping) -> ReadOrder:
    values = {name: _cell(cells, source, mapping) for name, source in mapping.order.items()}
    for name in ("number", "supplier", "currency"):
        if not values[name]:
            raise _missing(mapping.order[name])
    currency = values["currency"].upper()
    if currency not in EXPONENTS:
        raise _Bad(
            mapping.order["currency"], values["currency"], "UNKNOWN_CURRENCY",
            "Not a currency code of ISO 4217 that is supported, e.g. USD.",
            "不是受支持的 ISO 4217 货币代码，例如 USD。",
        )  # fmt: skip
    for name in HEADER_TEXTS:
        limit = ORDER_TEXTS.get(name, LONGEST_TEXT)
        if len(values.get(name, "")) > limit:
            raise _Bad(
                mapping.order[name], values[name], "TOO_LONG", f"At most {limit} characters.",
                f"最多 {limit} 个字符。",
            )  # fmt: skip
    return ReadOrder(
        number=values["number"][:200],
        supplier=" ".join(values["supplier"].split())[:300],
        currency=currency,
        order_date=_date(cells, mapping.order.get("order_date"), mapping),
        texts={name: values[name] for name in HEADER_TEXTS if values.get(name)},
    )


def _line(row: int, cells: Mapping[str, str], mapping: OrderMapping, currency: str) -> ReadLine:
    text = {name: _cell(cells, source, mapping) for name, source in mapping.line.items()}
    for name in ("item_name", "unit", "quantity", "unit_price"):
        if not text[name]:
            raise _missing(mapping.line[name])
    if len(text["item_name"]) > MAX_DESCRIPTION:
        source = mapping.line["item_name"]
        en, zh = f"At most {MAX_DESCRIPTION} characters.", f"最多 {MAX_DESCRIPTION} 个字符。"
        raise _Bad(source, text["item_name"], "TOO_LONG", en, zh)
    quantity = _checked(mapping, "quantity", text["quantity"])
    unit_price = _checked(mapping, "unit_price", text["unit_price"])
    delivered = _date(cells, mapping.line.get("delivered_date"), mapping)
    return ReadLine(
        row=row,
        number=text.get("number", ""),
        item_code=text.get("item_code", ""),
        item_name=" ".join(text["item_name"].split()),
        categories=tuple(_categories(cells, mapping)),
        unit=text["unit"],
        quantity=quantity,
        unit_price=unit_price,
        adjustment=_adjustment(mapping, text.get("amount", ""), quantity, unit_price, currency),
        tax_rate=_tax(mapping, text.get("tax_rate", "")),
        requested_date=_date(cells, mapping.line.get("requested_date"), mapping),
        promised_date=_date(cells, mapping.line.get("promised_date"), mapping),
        delivered_date=delivered,
        delivered_quantity=_delivered(mapping, text.get("delivered_quantity", ""), quantity, delivered),
    )


def _categories(cells: Mapping[str, str], mapping: OrderMapping) -> Iterable[str]:
    for source in mapping.categories:
        text = _cell(cells, source, mapping)
        if not text:
            return
        yield text


def _number(mapping: OrderMapping, source: Source, text: str) -> Decimal:
    plain = text.replace(mapping.thousands_mark, "") if mapping.thousands_mark else text
    plain = plain.replace(mapping.decimal_mark, ".")
    try:
        value = Decimal(plain) if len(plain) <= 40 and "_" not in plain else Decimal("NaN")
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise _Bad(
            source, text, "NOT_A_NUMBER", "Write a number, e.g. 1234.50.", "请填写数字，例如 1234.50。"
        )
    return value


def _checked(mapping: OrderMapping, name: str, text: str) -> Decimal:
    source = mapping.line[name]
    check = check_unit_price if name == "unit_price" else check_quantity
    try:
        return check(_number(mapping, source, text), field=name)
    except DomainError as refusal:
        raise _Bad(source, text, refusal.code, refusal.message("en"), refusal.message("zh")) from None


def _adjustment(
    mapping: OrderMapping, text: str, quantity: Decimal, unit_price: Decimal, currency: str
) -> Decimal:
    """What the stated amount adds to, or takes from, quantity × price."""
    if not text:
        return Decimal(0)
    source = mapping.line["amount"]
    stated = _number(mapping, source, text)
    if stated < 0 or stated >= Decimal("1e15") or stated != round_amount(stated, currency):
        raise _Bad(
            source, text, "BAD_AMOUNT", f"The amount must be zero or more, in whole minor units of {currency}.",
            f"金额必须大于或等于零，且符合 {currency} 的最小单位。",
        )  # fmt: skip
    return stated - line_amount(quantity=quantity, unit_price=unit_price, currency=currency)


def _tax(mapping: OrderMapping, text: str) -> Decimal:
    if not text:
        return Decimal(0)
    source = mapping.line["tax_rate"]
    rate = _number(mapping, source, text.removesuffix("%"))
    if not 0 <= rate <= 100 or decimals_of(rate) > TAX_DECIMALS:
        raise _Bad(
            source, text, "BAD_TAX_RATE", "Write a percentage from 0 to 100.", "请填写 0 至 100 的百分数。"
        )
    return rate


def _delivered(mapping: OrderMapping, text: str, quantity: Decimal, delivered: date | None) -> Decimal:
    if text:
        value = _number(mapping, mapping.line["delivered_quantity"], text)
        if value < 0 or decimals_of(value) > 6 or value >= Decimal("1e15"):
            raise _Bad(
                mapping.line["delivered_quantity"], text, "INVALID", "The quantity must be zero or more.",
                "数量必须大于或等于零。",
            )  # fmt: skip
        return value
    return quantity if delivered else Decimal(0)


def _date(cells: Mapping[str, str], source: Source | None, mapping: OrderMapping) -> date | None:
    text = _cell(cells, source, mapping) if source else ""
    if source is None or not text:
        return None
    for form in mapping.date_formats:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    forms = ", ".join(mapping.date_formats)
    raise _Bad(
        source, text, "NOT_A_DATE",
        f"Not a day in one of the mapping's forms ({forms}). Correct it, or add its form or the text to `empty`.",
        f"日期不符合映射中的格式（{forms}），请更正，或在映射中增加格式或空值。",
    )  # fmt: skip


def _refuse_other_header(known: ReadOrder, order: ReadOrder, mapping: OrderMapping) -> None:
    if known.header != order.header:
        raise _Bad(
            mapping.order["number"], order.number, "HEADER_DIFFERS",
            "Rows of one order differ in supplier, currency, date or terms. Make them equal, or split the order.",
            "同一订单的各行在供应商、币种、日期或条款上不一致，请统一或拆分订单。",
        )  # fmt: skip


def _refuse_second(line: ReadLine, seen: dict[str, int], mapping: OrderMapping) -> None:
    if line.number and seen.setdefault(line.number, line.row) != line.row:
        raise _Bad(
            mapping.line["number"], line.number, "LINE_TWICE",
            f"Row {seen[line.number]} has the same line number. Remove one of them.",
            f"与第 {seen[line.number]} 行的行号重复，请删除其一。",
        )  # fmt: skip


def _missing(source: Source) -> _Bad:
    return _Bad(source, "", "REQUIRED", "This cell must have a value.", "此单元格为必填项。")

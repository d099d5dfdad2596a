"""The mapping of a table's columns to the fields of orders.

Written as TOML or JSON; docs/imports.md has the whole form with an example. A source is one of

    { column = "Vendor" }                          the cell
    { columns = ["Sent on", "Quoted on"] }         the first of the cells that has a value
    { constant = "USD" }                           the same for every row
    { column = "Term", values = { "Ex works" = "EXW" } }   a cell, translated; others stay as they are
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

from tenants.kernel.errors import Invalid

ORDER_FIELDS = (
    "number", "supplier", "supplier_country", "supplier_tax_id", "supplier_duns", "currency", "order_date",
    "incoterm", "payment_terms", "ship_to", "cost_centre", "note",
)  # fmt: skip
LINE_FIELDS = (
    "number", "item_code", "item_name", "unit", "quantity", "unit_price", "amount", "tax_rate",
    "requested_date", "promised_date", "delivered_date", "delivered_quantity",
)  # fmt: skip
REQUIRED = {
    "order": ("number", "supplier", "currency"),
    "line": ("item_name", "unit", "quantity", "unit_price"),
}
DELIMITERS = (",", ";", "\t", "|")


class BadMapping(Invalid):
    """The mapping cannot be used; `field` names the place in it."""

    code = "BAD_MAPPING"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a field's text comes from."""

    columns: tuple[str, ...] = ()
    constant: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What people call the source: its column, or the constant."""
        return self.columns[0] if self.columns else f"constant {self.constant!r}"


@dataclass(frozen=True, slots=True)
class OrderMapping:
    """A whole mapping: how the file is written, and where each field of orders and lines comes from.

    `categories` are columns from the widest to the narrowest category.
    """

    delimiter: str
    encoding: str
    decimal_mark: str
    thousands_mark: str
    date_formats: tuple[str, ...]
    empty: frozenset[str]
    order: Mapping[str, Source]
    line: Mapping[str, Source]
    categories: tuple[Source, ...]

    @property
    def columns(self) -> set[str]:
        """Every column that the mapping names."""
        sources = (*self.order.values(), *self.line.values(), *self.categories)
        return {column for source in sources for column in source.columns}


def read_mapping(text: str, *, form: str) -> OrderMapping:
    """This will read a mapping in the form "toml" or "json"; raises BadMapping naming the place."""
    try:
        raw = tomllib.loads(text) if form == "toml" else json.loads(text)
    except (tomllib.TOMLDecodeError, json.JSONDecodeError) as fault:
        raise _bad("mapping", f"cannot be read: {fault}", f"无法读取：{fault}") from None
    if not isinstance(raw, dict):
        raise _bad("mapping", "must be a table", "必须是一个表")
    known = {"file", "order", "line"}
    for name in raw:
        if name not in known:
            raise _bad(name, f"is unknown; known are {', '.join(sorted(known))}", "未知的部分")
    file = _table(raw, "file")
    line = _table(raw, "line")
    categories = line.pop("categories", [])
    mapping = OrderMapping(
        delimiter=_choice(file, "delimiter", ",", DELIMITERS),
        encoding=_choice(file, "encoding", "utf-8", ("utf-8", "gb18030", "cp1252", "latin-1")),
        decimal_mark=_choice(file, "decimal_mark", ".", (".", ",")),
        thousands_mark=_choice(file, "thousands_mark", "", ("", ",", ".", " ", "'")),
        date_formats=tuple(_texts(file.get("date_formats", ["%Y-%m-%d"]), "file.date_formats")),
        empty=frozenset(_texts(file.get("empty", []), "file.empty")),
        order=_sources(_table(raw, "order"), "order", ORDER_FIELDS),
        line=_sources(line, "line", LINE_FIELDS),
        categories=tuple(
            _source(entry, f"line.categories.{place}")
            for place, entry in enumerate(categories if isinstance(categories, list) else [categories])
        ),
    )
    if mapping.decimal_mark == mapping.thousands_mark:
        raise _bad("file.thousands_mark", "equals the decimal mark", "与小数点相同")
    return mapping


def _table(raw: Mapping[str, object], name: str) -> dict[str, object]:
    value = raw.get(name, {})
    if not isinstance(value, dict):
        raise _bad(name, "must be a table", "必须是一个表")
    return dict(value)


def _choice(raw: Mapping[str, object], name: str, default: str, known: tuple[str, ...]) -> str:
    value = raw.get(name, default)
    if value not in known:
        raise _bad(f"file.{name}", f"must be one of {known}", f"必须是 {known} 之一")
    return str(value)


def _texts(value: object, where: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise _bad(where, "must be a list of texts", "必须是文本列表")
    return value


def _sources(raw: Mapping[str, object], part: str, known: tuple[str, ...]) -> dict[str, Source]:
    for name in raw:
        if name not in known:
            raise _bad(f"{part}.{name}", f"is unknown; known are {', '.join(known)}", "未知的字段")
    for name in REQUIRED[part]:
        if name not in raw:
            raise _bad(f"{part}.{name}", "is missing", "缺失")
    return {name: _source(entry, f"{part}.{name}") for name, entry in raw.items()}


def _source(entry: object, where: str) -> Source:
    if not isinstance(entry, dict) or len({"column", "columns", "constant"} & set(entry)) != 1:
        raise _bad(where, "needs one of column, columns, constant", "需要 column、columns 或 constant 之一")
    values = entry.get("values", {})
    if not isinstance(values, dict) or not all(isinstance(v, str) for v in values.values()):
        raise _bad(f"{where}.values", "must translate texts to texts", "必须为文本到文本的对应")
    if "constant" in entry:
        return Source(constant=str(entry["constant"]))
    columns = entry["columns"] if "columns" in entry else [entry["column"]]
    return Source(columns=tuple(_texts(columns, where)), values=values)


def _bad(where: str, en: str, zh: str) -> BadMapping:
    return BadMapping(field=where, reason_en=f"{where} {en}.", reason_zh=f"{where} {zh}。")

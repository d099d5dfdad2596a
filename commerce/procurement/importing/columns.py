"""Which column of a table is which field of an order: what is recognised, and the mapping it becomes."""

import json
import unicodedata
from collections.abc import Mapping, Sequence

from commerce.procurement.importing.mapping import LINE_FIELDS, ORDER_FIELDS, OrderMapping, read_mapping

FIELDS = (
    *(f"order.{name}" for name in ORDER_FIELDS),
    *(f"line.{name}" for name in LINE_FIELDS),
)
NEEDED = ("order.number", "order.supplier", "line.item_name", "line.quantity", "line.unit_price")
FIXABLE = ("order.currency", "line.unit")
"""Fields that may be the same in every row, when the file has no column for them."""

DATE_FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d", "%d-%b-%y")

_WORDS: dict[str, tuple[str, ...]] = {
    "order.number": ("order number", "order no", "po", "po number", "po no", "purchase order", "订单号", "订单编号",
                     "采购订单号"),
    "order.supplier": ("supplier", "supplier name", "vendor", "vendor name", "供应商", "供应商名称"),
    "order.supplier_tax_id": ("tax id", "vat id", "supplier tax id", "税号", "纳税人识别号"),
    "order.currency": ("currency", "币种", "货币"),
    "order.order_date": ("order date", "po date", "date", "订单日期", "下单日期"),
    "order.note": ("note", "remark", "备注"),
    "line.number": ("line", "line number", "line no", "position", "行号"),
    "line.item_code": ("item code", "sku", "material", "item number", "物料编码", "物料号"),
    "line.item_name": ("item", "item name", "description", "material name", "product", "物料名称", "品名", "描述"),
    "line.unit": ("unit", "uom", "unit of measure", "单位", "计量单位"),
    "line.quantity": ("quantity", "qty", "数量"),
    "line.unit_price": ("unit price", "price", "单价"),
    "line.tax_rate": ("tax rate", "vat rate", "税率"),
    "line.requested_date": ("requested date", "need by", "需求日期"),
    "line.promised_date": ("promised date", "delivery date", "承诺交期", "交货日期"),
    "line.delivered_date": ("delivered date", "received date", "实际交货日期", "到货日期"),
}  # fmt: skip

UNIT_WORDS = {
    "pcs": "C62", "pc": "C62", "PCS": "C62", "piece": "C62", "个": "C62", "件": "C62", "ea": "EA", "each": "EA",
    "kg": "KGM", "KG": "KGM", "千克": "KGM", "公斤": "KGM", "g": "GRM", "t": "TNE", "吨": "TNE", "m": "MTR",
    "米": "MTR", "l": "LTR", "L": "LTR", "升": "LTR", "h": "HUR", "小时": "HUR",
}  # fmt: skip
"""Everyday words for units of UN/ECE Recommendation 20."""


def _key(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LN")


_BY_KEY = {_key(word): field for field, words in _WORDS.items() for word in (field.split(".")[1], *words)}


def suggested(columns: Sequence[str]) -> dict[str, int]:
    """This will give the place of the column for each field it recognises; each column serves one field."""
    found: dict[str, int] = {}
    for place, column in enumerate(columns):
        field = _BY_KEY.get(_key(column))
        if field is not None and field not in found:
            found[field] = place
    return found


def column_names(columns: Sequence[str]) -> list[str]:
    """This will give each column a name of its own: its header, numbered when another has the same or it has none."""
    names: list[str] = []
    for place, column in enumerate(columns, start=1):
        names.append(column if column and column not in names else f"{column} [{place}]".strip())
    return names


def as_mapping(
    *,
    columns: Sequence[str],
    places: Mapping[str, int],
    fixed: Mapping[str, str],
    date_format: str,
    decimal_mark: str,
) -> OrderMapping:
    """This will make the mapping that the checks read; raises BadMapping."""
    names = column_names(columns)
    raw: dict[str, dict[str, object]] = {
        "file": {
            "decimal_mark": decimal_mark,
            "thousands_mark": "." if decimal_mark == "," else ",",
            "date_formats": [date_format, "%Y-%m-%d"],
        },
        "order": {},
        "line": {},
    }
    for field, place in places.items():
        part, name = field.split(".")
        values = {"values": UNIT_WORDS} if field == "line.unit" else {}
        raw[part][name] = {"column": names[place], **values}
    for field, text in fixed.items():
        part, name = field.split(".")
        raw[part].setdefault(name, {"constant": UNIT_WORDS.get(text, text)})
    return read_mapping(json.dumps(raw), form="json")

"""Which column of a table is which field of demand."""

import unicodedata
from collections.abc import Mapping, Sequence

from commerce.procurement.demand.rows import FIELDS, NEEDED, Form
from commerce.procurement.importing.columns import DATE_FORMATS, column_names
from tenants.kernel.errors import Invalid

_WORDS: dict[str, tuple[str, ...]] = {
    "key": ("key of the demand", "mrp key", "demand key", "planned order", "purchase requisition", "requirement", "id",
            "计划订单", "需求编号", "需求号", "采购申请号"),
    "item_code": ("item code", "material", "material number", "sku", "part number", "item", "物料", "物料编码",
                  "物料号"),
    "description": ("description", "material description", "short text", "name", "物料描述", "描述", "品名"),
    "category": ("category", "category code", "material group", "品类", "品类编码", "物料组"),
    "quantity": ("quantity", "qty", "order quantity", "requirement quantity", "数量", "需求数量"),
    "unit": ("unit", "uom", "unit of measure", "base unit", "单位", "计量单位"),
    "need_by_date": ("needed by", "need by", "need by date", "required date", "delivery date", "date",
                     "需求日期", "交货日期"),
    "unit_price": ("unit price", "price", "单价"),
    "currency": ("currency", "币种", "货币"),
    "supplier": ("supplier", "vendor", "fixed supplier", "fixed vendor", "供应商"),
    "cost_centre": ("cost centre", "cost center", "成本中心"),
    "cancelled": ("cancelled", "canceled", "deleted", "deletion indicator", "已取消", "删除标识"),
}  # fmt: skip


def _key(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if unicodedata.category(c)[0] in "LN")


_BY_KEY = {_key(word): name for name, words in _WORDS.items() for word in (name, *words)}


def suggested(columns: Sequence[str]) -> dict[str, int]:
    """This will give the place of the column for each field it recognises; each column serves one field."""
    found: dict[str, int] = {}
    for place, column in enumerate(columns):
        name = _BY_KEY.get(_key(column))
        if name is not None and name not in found:
            found[name] = place
    return found


def check_mapping(columns: Sequence[str], places: Mapping[str, int]) -> None:
    """This will refuse a mapping that cannot be used; raises Invalid."""
    taken = list(places.values())
    if (
        not set(places) <= set(FIELDS)
        or len(set(taken)) != len(taken)
        or any(not 0 <= place < len(columns) for place in taken)
    ):
        raise Invalid(
            field="mapping",
            reason_en="Give each field one column of the file, and each column to one field at most.",
            reason_zh="每个字段只能对应文件中的一列，每列最多对应一个字段。",
        )
    for name in NEEDED:
        if name not in places:
            raise Invalid(
                field="mapping",
                reason_en=f"Choose the column of {name}.",
                reason_zh=f"请选择字段 {name} 对应的列。",
            )
    if "item_code" not in places and "description" not in places:
        raise Invalid(
            field="mapping",
            reason_en="Choose the column of the item code or of the description.",
            reason_zh="请选择物料编码或描述对应的列。",
        )


def check_form(date_format: str, decimal_mark: str) -> None:
    """This will refuse unknown ways of writing; raises Invalid."""
    if date_format not in DATE_FORMATS:
        raise Invalid(
            field="dateFormat", reason_en="Choose one of the known forms.", reason_zh="请选择已知的日期格式。"
        )
    if decimal_mark not in (".", ","):
        raise Invalid(field="decimalMark", reason_en="A point or a comma.", reason_zh="小数点须为“.”或“,”。")


def form_of(columns: Sequence[str], places: Mapping[str, int], date_format: str, decimal_mark: str) -> Form:
    """This will make the form in which a table's rows are read."""
    names = column_names(columns)
    return Form({name: names[place] for name, place in places.items()}, date_format, decimal_mark)


def cells_of(cells: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    """This will give a row's texts by field."""
    return {name: cells[place] for name, place in places.items() if place < len(cells)}

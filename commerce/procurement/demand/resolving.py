"""Turns rows of demand into lines of requisitions: items, suppliers, categories and units looked up set by set."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from commerce.masterdata.queries import (
    categories_visible_to,
    items_visible_to,
    supplier_register_visible_to,
    supplier_with_blocking_sanction,
    uoms_visible_to,
)
from commerce.masterdata.services.ensure import master_data_find
from commerce.procurement.demand.rows import DemandRow, week_of
from commerce.procurement.importing.checking import RowProblem
from commerce.procurement.recommending.history import last_purchases
from tenants.kernel.actor import Actor

_WORDS: dict[str, tuple[str, str, str]] = {
    "UNKNOWN_ITEM": (
        "item_code", "Not an item of the group. Correct the code, or give a description.",
        "集团物料库中没有该物料。请更正编码或填写描述。",
    ),
    "ITEM_ARCHIVED": (
        "item_code", "This item is discontinued. Plan with another one.", "该物料已停用，请改用其他物料。",
    ),
    "UNKNOWN_CATEGORY": (
        "category", "Not the code of a category in use.", "不是正在使用的品类编码。",
    ),
    "UNKNOWN_UNIT": (
        "unit", "Not a unit of UN/ECE Recommendation 20 that is known, e.g. C62 for pieces.",
        "不是已知的 UN/ECE 第 20 号建议书计量单位，例如 C62 表示“件”。",
    ),
    "UNKNOWN_SUPPLIER": (
        "supplier", "Not one supplier of the group's register. Correct the name, or ask head office to add it.",
        "在集团供应商库中未找到唯一对应的供应商。请更正名称，或请总部添加。",
    ),
    "SUPPLIER_SANCTIONED": (
        "supplier", "This supplier is blacklisted. Plan with another source, or ask head office.",
        "该供应商已被列入黑名单。请改用其他货源或联系总部。",
    ),
    "SUPPLIER_ARCHIVED": (
        "supplier", "This supplier is archived. Plan with another source, or ask head office.",
        "该供应商已归档。请改用其他货源或联系总部。",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """A row with everything it names found. `price` is None where neither the row nor the past tells one."""

    row: DemandRow
    item_id: uuid.UUID | None
    description: str
    category_id: uuid.UUID | None
    unit: str
    supplier_id: uuid.UUID | None
    currency: str
    price: Decimal | None

    def group_key(self, grouping: str) -> str:
        """This will name what lines of one requisition have in common."""
        shared = {
            "supplier": str(self.supplier_id or ""),
            "category": str(self.category_id or ""),
            "week": week_of(self.row.need_by_date),
        }.get(grouping, "")
        return "|".join((grouping, self.currency, self.row.cost_centre, shared))


def suppliers_named(*, actor: Actor, rows: Sequence[DemandRow]) -> dict[str, uuid.UUID]:
    """This will find the suppliers that rows name; what is not one of the register is missing."""
    names: dict[str, dict[str, str]] = {
        row.supplier: {} for row in rows if row.supplier and not row.cancelled
    }
    return dict(master_data_find(actor=actor, suppliers=names, items=[]).suppliers) if names else {}


class Resolver:
    """What is known of everything a batch of rows names, read in a handful of statements."""

    def __init__(
        self,
        *,
        actor: Actor,
        rows: Sequence[DemandRow],
        suppliers: dict[str, uuid.UUID],
        currency: str,
        at: datetime,
    ) -> None:
        self._actor, self._at, self._currency = actor, at, currency
        self._suppliers = suppliers
        wanted = [row for row in rows if not row.cancelled]
        items = items_visible_to(actor).filter(sku__in={r.item_code for r in wanted if r.item_code})
        self._items = {
            sku: (key, name, category, unit, status)
            for sku, key, name, category, unit, status in items.values_list(
                "sku", "id", "name", "category_id", "base_uom", "status"
            )
        }
        codes = {r.category for r in wanted if r.category}
        categories = categories_visible_to(actor).filter(code__in=codes, status="active")
        self._categories = dict(categories.values_list("code", "id"))
        units = {r.unit for r in wanted} | {known[3] for known in self._items.values()}
        self._units = set(uoms_visible_to(actor).filter(code__in=units).values_list("code", flat=True))
        register = supplier_register_visible_to(actor).filter(id__in=set(suppliers.values()))
        self._register = {r.id: (bool(r.sanctioned), r.status) for r in register}  # type: ignore[attr-defined]
        self._blocked: dict[tuple[uuid.UUID, uuid.UUID | None], bool] = {}
        unpriced = [
            self._items[r.item_code][0] for r in wanted if r.unit_price is None and r.item_code in self._items
        ]
        self._past = last_purchases(item_ids=unpriced) if unpriced else {}

    def resolve(self, row: DemandRow) -> Wanted | RowProblem:
        """This will give the row's line, or what is wrong with it."""
        item = self._items.get(row.item_code) if row.item_code else None
        if item is None and not row.description:
            return _problem(row, "UNKNOWN_ITEM")
        if item is not None and item[4] != "active":
            return _problem(row, "ITEM_ARCHIVED")
        if row.category and row.category not in self._categories:
            return _problem(row, "UNKNOWN_CATEGORY")
        unit = row.unit or (item[3] if item else "")
        if unit not in self._units:
            return _problem(row, "UNKNOWN_UNIT")
        category = (item[2] if item else None) or self._categories.get(row.category)
        supplier = self._suppliers.get(row.supplier)
        fault = self._fault_of_supplier(row, supplier, category)
        if fault:
            return _problem(row, fault)
        currency = row.currency or self._currency
        description = row.description or (item[1] if item else "")
        if item is None and row.item_code:
            description = f"{row.item_code} {description}"
        return Wanted(
            row=row,
            item_id=item[0] if item else None,
            description=description,
            category_id=category,
            unit=unit,
            supplier_id=supplier,
            currency=currency,
            price=row.unit_price if row.unit_price is not None else self._last_price(item, currency, unit),
        )

    def _fault_of_supplier(
        self, row: DemandRow, supplier: uuid.UUID | None, category: uuid.UUID | None
    ) -> str | None:
        if not row.supplier:
            return None
        if supplier is None or supplier not in self._register:
            return "UNKNOWN_SUPPLIER"
        sanctioned, status = self._register[supplier]
        if status == "archived":
            return "SUPPLIER_ARCHIVED"
        if sanctioned and self._is_blocked(supplier, category):
            return "SUPPLIER_SANCTIONED"
        return None

    def _is_blocked(self, supplier: uuid.UUID, category: uuid.UUID | None) -> bool:
        known = self._blocked.get((supplier, category))
        if known is None:
            found = supplier_with_blocking_sanction(
                actor=self._actor, supplier_org_id=supplier, action="issue", category_ids=[category],
                unit_id=self._actor.unit_id, at=self._at,
            )  # fmt: skip
            known = found is None or found.blocking_id is not None  # type: ignore[attr-defined]
            self._blocked[supplier, category] = known
        return known

    def _last_price(
        self, item: tuple[uuid.UUID, str, uuid.UUID | None, str, str] | None, currency: str, unit: str
    ) -> Decimal | None:
        if item is None:
            return None
        past = self._past.get(item[0], [])
        return next((p.unit_price for p in past if (p.currency, p.unit) == (currency, unit)), None)


def _problem(row: DemandRow, code: str) -> RowProblem:
    field, en, zh = _WORDS[code]
    return RowProblem(row.row, field, str(getattr(row, field)), code, en, zh)

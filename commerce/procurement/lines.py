"""Lines as they come in, checked and completed from the group's items and categories."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from commerce.masterdata.queries import (
    categories_visible_to,
    items_visible_to,
    sku_merged_into,
    uoms_visible_to,
)
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid, NotFound
from tenants.kernel.money import exact_sum
from tenants.kernel.quantity import check_quantity, check_unit_price, decimals_of

MAX_LINES = 3_000
MAX_DESCRIPTION = 2_000
MAX_SCHEDULES = 100
TAX_DECIMALS = 4
AMOUNT_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class RequisitionLineInput:
    """One line of a requisition. `unit_price` is an estimate in the requisition's currency; without an item
    the description says what is meant. `unit` is a Rec. 20 code; an item's own base unit by default.
    `line_id` names the line that this one replaces when a requisition is edited: where it came from stays."""

    quantity: Decimal
    unit_price: Decimal
    unit: str = ""
    item_id: uuid.UUID | None = None
    description: str = ""
    category_id: uuid.UUID | None = None
    need_by_date: date | None = None
    supplier_org_id: uuid.UUID | None = None
    line_id: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class ScheduleInput:
    """A part of a line's quantity, asked for by a day."""

    quantity: Decimal
    requested_date: date | None = None


@dataclass(frozen=True, slots=True)
class OrderLineInput:
    """One line of an order. `tax_rate` is a percentage; `adjustment_amount` a charge, or below zero an
    allowance, on the line. `schedules` split the quantity over days; without them all of it is asked for by
    `requested_date`. `line_id` names the line that this one replaces when an order is edited."""

    quantity: Decimal
    unit_price: Decimal
    unit: str = ""
    item_id: uuid.UUID | None = None
    description: str = ""
    category_id: uuid.UUID | None = None
    tax_rate: Decimal = Decimal(0)
    adjustment_amount: Decimal = Decimal(0)
    requested_date: date | None = None
    line_id: uuid.UUID | None = None
    schedules: Sequence[ScheduleInput] = ()

    @property
    def parts(self) -> tuple[ScheduleInput, ...]:
        """How much is asked for when, the earliest first; one part when the line is not split."""
        if not self.schedules:
            return (ScheduleInput(self.quantity, self.requested_date),)
        return tuple(sorted(self.schedules, key=lambda part: part.requested_date or date.max))


LineInput = RequisitionLineInput | OrderLineInput


@dataclass(frozen=True, slots=True)
class Named:
    """What a line is about, completed from the item when there is one."""

    item_id: uuid.UUID | None
    description: str
    category_id: uuid.UUID | None
    unit: str


class TooManyLines(Invalid):
    """The document has more lines than the platform takes."""

    code = "TOO_MANY_LINES"

    def __init__(self) -> None:
        super().__init__(
            field="lines",
            reason_en=f"A document has at most {MAX_LINES} lines. Split it.",
            reason_zh=f"单据最多 {MAX_LINES} 行，请拆分。",
        )


class NoLines(Invalid):
    """The document has no line."""

    code = "NO_LINES"

    def __init__(self) -> None:
        super().__init__(field="lines", reason_en="Add at least one line.", reason_zh="请至少添加一行。")


class ItemArchived(Invalid):
    """The item was taken out of use."""

    code = "ITEM_ARCHIVED"

    def __init__(self, *, field: str) -> None:
        super().__init__(
            field=field,
            reason_en="This item is archived. Choose another one.",
            reason_zh="该物料已归档，请选择其他物料。",
        )


class UnknownUnit(Invalid):
    """The unit of measure is not one of Recommendation 20 that the platform knows."""

    code = "UNKNOWN_UNIT"

    def __init__(self, *, field: str) -> None:
        super().__init__(
            field=field,
            reason_en="Choose a unit of measure, e.g. C62 (piece) or KGM (kilogram).",
            reason_zh="请选择计量单位，例如 C62（件）或 KGM（千克）。",
        )


class ItemMerged(Invalid):
    """The item was merged into another one."""

    code = "ITEM_MERGED"

    def __init__(self, *, field: str, sku: str) -> None:
        super().__init__(
            field=field,
            reason_en=f"This item was merged into {sku}. Choose that one.",
            reason_zh=f"该物料已并入 {sku}，请改选该物料。",
        )


_known_units: set[str] = set()


def check_lines(lines: Sequence[LineInput]) -> None:
    """This will refuse figures, texts and counts that cannot be kept exactly; names the line and field."""
    if len(lines) > MAX_LINES:
        raise TooManyLines
    for index, line in enumerate(lines):
        at = f"lines.{index}"
        check_quantity(line.quantity, field=f"{at}.quantity")
        check_unit_price(line.unit_price, field=f"{at}.unitPrice")
        if len(line.description) > MAX_DESCRIPTION:
            raise Invalid(
                field=f"{at}.description",
                reason_en=f"The description has more than {MAX_DESCRIPTION} characters.",
                reason_zh=f"描述不能超过 {MAX_DESCRIPTION} 个字符。",
            )
        if isinstance(line, OrderLineInput):
            check_tax(line.tax_rate, field=f"{at}.taxRate")
            _check_schedules(line, at)
            _check_adjustment(line.adjustment_amount, field=f"{at}.adjustmentAmount")


def _check_schedules(line: OrderLineInput, at: str) -> None:
    if len(line.schedules) > MAX_SCHEDULES:
        raise Invalid(
            field=f"{at}.schedules",
            reason_en=f"A line has at most {MAX_SCHEDULES} delivery days.",
            reason_zh=f"每行最多 {MAX_SCHEDULES} 个交货日期。",
        )
    for place, part in enumerate(line.schedules):
        check_quantity(part.quantity, field=f"{at}.schedules.{place}.quantity")
    total = exact_sum(part.quantity for part in line.schedules)
    if line.schedules and total != line.quantity:
        raise Invalid(
            field=f"{at}.schedules",
            reason_en=f"The parts add up to {total.normalize():f}, the line has {line.quantity.normalize():f}.",
            reason_zh=f"各交货数量合计 {total.normalize():f}，与行数量 {line.quantity.normalize():f} 不符。",
        )


def check_tax(rate: Decimal, *, field: str) -> None:
    """This will accept a percentage from 0 to 100 with at most four decimals; raises Invalid."""
    if not rate.is_finite() or not 0 <= rate <= 100 or decimals_of(rate) > TAX_DECIMALS:
        raise Invalid(
            field=field,
            reason_en=f"The tax rate is a percentage from 0 to 100 with at most {TAX_DECIMALS} decimals.",
            reason_zh=f"税率为 0 至 100 的百分数，最多 {TAX_DECIMALS} 位小数。",
        )


def _check_adjustment(amount: Decimal, *, field: str) -> None:
    if not amount.is_finite() or abs(amount) >= Decimal("1e15") or decimals_of(amount) > AMOUNT_DECIMALS:
        raise Invalid(
            field=field,
            reason_en=f"The adjustment is an amount with at most {AMOUNT_DECIMALS} decimals.",
            reason_zh=f"调整金额最多 {AMOUNT_DECIMALS} 位小数。",
        )


def named_lines(*, actor: Actor, lines: Sequence[LineInput]) -> list[Named]:
    """This will complete the lines from items and categories that the actor sees, in two statements.

    Raises NotFound, ItemArchived, UnknownUnit, Invalid, each naming the line.
    """
    items = _items(actor, {line.item_id for line in lines if line.item_id is not None})
    named = [_named(line, items, index) for index, line in enumerate(lines)]
    _check_categories(actor, [line.category_id for line in lines])
    _check_units(actor, [line.unit for line in named])
    return named


def _items(actor: Actor, ids: set[uuid.UUID]) -> dict[uuid.UUID, tuple[str, uuid.UUID | None, str, str]]:
    if not ids:
        return {}
    rows = items_visible_to(actor=actor).filter(id__in=ids)
    return {row[0]: row[1:] for row in rows.values_list("id", "name", "category_id", "base_uom", "status")}


def _named(line: LineInput, items: dict, index: int) -> Named:  # type: ignore[type-arg]
    if line.item_id is None:
        if not line.description.strip():
            raise Invalid(
                field=f"lines.{index}.description",
                reason_en="Choose an item or describe what is meant.",
                reason_zh="请选择物料或填写描述。",
            )
        return Named(None, line.description.strip(), line.category_id, line.unit)
    if line.item_id not in items:
        raise NotFound(field=f"lines.{index}.itemId")
    name, category_id, base_uom, status = items[line.item_id]
    if status != "active":
        raise _out_of_use(line.item_id, f"lines.{index}.itemId")
    return Named(
        line.item_id,
        line.description.strip() or name,
        category_id or line.category_id,
        line.unit or base_uom,
    )


def _out_of_use(item_id: uuid.UUID, field: str) -> Invalid:
    """Where a merged item went, otherwise that it is archived."""
    sku = sku_merged_into(item_id)
    return ItemMerged(field=field, sku=sku) if sku else ItemArchived(field=field)


def _check_categories(actor: Actor, ids: Sequence[uuid.UUID | None]) -> None:
    wanted = {i for i in ids if i is not None}
    if not wanted:
        return
    rows = categories_visible_to(actor=actor).filter(id__in=wanted, status="active")
    known = set(rows.values_list("id", flat=True))
    _refuse_first(ids, known, "categoryId")


def _refuse_first(ids: Sequence[uuid.UUID | None], known: set[uuid.UUID], name: str) -> None:
    for index, value in enumerate(ids):
        if value is not None and value not in known:
            raise NotFound(field=f"lines.{index}.{name}")


def _check_units(actor: Actor, units: Sequence[str]) -> None:
    """Units of measure are the same for everyone and only ever added, so known codes are remembered."""
    unknown = set(units) - _known_units
    if unknown:
        _known_units.update(
            uoms_visible_to(actor=actor).filter(code__in=unknown).values_list("code", flat=True)
        )
    for index, unit in enumerate(units):
        if unit not in _known_units:
            raise UnknownUnit(field=f"lines.{index}.unit")

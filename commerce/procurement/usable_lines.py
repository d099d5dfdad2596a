"""Lines that were written down before, looked at again before they are asked for once more."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from commerce.masterdata.queries import (
    categories_visible_to,
    items_visible_to,
    supplier_register_visible_to,
    supplier_with_blocking_sanction,
    uoms_visible_to,
)
from commerce.procurement.lines import RequisitionLineInput
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError


@dataclass(frozen=True, slots=True)
class LineLeftOut:
    """A line that cannot be asked for any more: `reason` is item_archived, category_archived, supplier_gone,
    supplier_sanctioned or unit_unknown."""

    description: str
    reason: str


class NothingLeft(DomainError):
    """No line of it can be asked for any more."""

    code = "NOTHING_LEFT"
    en = "None of its lines can be asked for any more: items are discontinued or suppliers blacklisted."
    zh = "其所有行均已不可申请：物料已停用或供应商已被列入黑名单。"


def usable_lines(
    *, actor: Actor, lines: Sequence[RequisitionLineInput], at: datetime
) -> tuple[list[RequisitionLineInput], list[LineLeftOut]]:
    """This will part the lines into those that can be asked for now and those that cannot, with the reason.

    Raises NothingLeft when there were lines and none is left.
    """
    faults = _Faults(actor, lines, at)
    kept: list[RequisitionLineInput] = []
    left_out: list[LineLeftOut] = []
    for line in lines:
        reason = faults.of(line)
        if reason is None:
            kept.append(line)
        else:
            left_out.append(LineLeftOut(line.description, reason))
    if lines and not kept:
        raise NothingLeft
    return kept, left_out


class _Faults:
    """What is known of everything the lines name, read in a handful of statements."""

    def __init__(self, actor: Actor, lines: Sequence[RequisitionLineInput], at: datetime) -> None:
        self._actor, self._at = actor, at
        items = items_visible_to(actor).filter(id__in={n.item_id for n in lines if n.item_id})
        self._items = {key: (status, category) for key, status, category in
                       items.values_list("id", "status", "category_id")}  # fmt: skip
        categories = categories_visible_to(actor).filter(
            id__in={n.category_id for n in lines if n.category_id}
        )
        self._categories = set(categories.filter(status="active").values_list("id", flat=True))
        units = uoms_visible_to(actor).filter(code__in={n.unit for n in lines})
        self._units = set(units.values_list("code", flat=True))
        named = {n.supplier_org_id for n in lines if n.supplier_org_id}
        rows = supplier_register_visible_to(actor).filter(id__in=named)
        self._suppliers = {row.id: bool(row.sanctioned) for row in rows}  # type: ignore[attr-defined]
        self._blocked: dict[tuple[uuid.UUID, uuid.UUID | None], bool] = {}

    def of(self, line: RequisitionLineInput) -> str | None:
        """The reason against a line, or None."""
        status, item_category = (
            self._items.get(line.item_id, (None, None)) if line.item_id else ("active", None)
        )
        if status != "active":
            return "item_archived"
        if line.category_id is not None and line.category_id not in self._categories:
            return "category_archived"
        if line.unit not in self._units:
            return "unit_unknown"
        if line.supplier_org_id is None:
            return None
        if line.supplier_org_id not in self._suppliers:
            return "supplier_gone"
        category = item_category or line.category_id
        if self._suppliers[line.supplier_org_id] and self._is_blocked(line.supplier_org_id, category):
            return "supplier_sanctioned"
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

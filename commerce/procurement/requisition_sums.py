"""The sums and content hashes of requisitions whose lines changed, anew from the lines, many at once."""

import uuid
from collections.abc import Sequence

from commerce.procurement.content import content_hash
from commerce.procurement.models import Requisition, RequisitionLine
from tenants.kernel.money import exact_sum

_CELLS = ("item_gid", "description", "category_gid", "quantity", "unit", "unit_price", "supplier_org_gid")


def sum_up(rows: Sequence[Requisition]) -> dict[uuid.UUID, int]:
    """This will set total and content hash of locked requisitions in memory and give how many lines each has."""
    lines: dict[uuid.UUID, list[tuple[object, ...]]] = {row.id: [] for row in rows}
    stored = RequisitionLine.objects.filter(requisition_id__in=lines).order_by("requisition_id", "line_no")
    for owner, amount, *cells in stored.values_list("requisition_id", "line_amount", *_CELLS):
        lines[owner].append((amount, cells))
    for row in rows:
        row.total_amount = exact_sum(amount for amount, _ in lines[row.id])  # type: ignore[misc]
        row.content_hash = content_hash(
            [row.currency, row.cost_centre, row.total_amount],
            [cells for _, cells in lines[row.id]],  # type: ignore[misc]
        )
    return {key: len(entries) for key, entries in lines.items()}

"""Lines of a receipt as they are reported, checked against the order's lines."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from commerce.procurement.lines import MAX_LINES, NoLines, TooManyLines
from commerce.procurement.models import GoodsReceipt, PoLine, ReceiptLine
from commerce.procurement.receiving_states import REJECT_REASONS
from commerce.procurement.texts import check_text
from tenants.kernel.errors import Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.kernel.money import exact_sum
from tenants.kernel.quantity import check_quantity
from tenants.runtime.bulk import insert_rows

COLUMNS = (
    "id", "receipt_id", "line_no", "order_line_id", "received_quantity", "accepted_quantity",
    "rejected_quantity", "quarantined_quantity", "unit", "reason_code", "reason", "lot", "expiry_date",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReceiptLineInput:
    """What came in for one order line, in the line's unit. What is not rejected or put into quarantine is
    accepted; rejected and quarantined goods need a reason code."""

    order_line_id: uuid.UUID
    received_quantity: Decimal
    rejected_quantity: Decimal = Decimal(0)
    quarantined_quantity: Decimal = Decimal(0)
    reason_code: str = ""
    reason: str = ""
    lot: str = ""
    expiry_date: date | None = None

    @property
    def accepted_quantity(self) -> Decimal:
        """What is kept without reservation."""
        return exact_sum((self.received_quantity, -self.rejected_quantity, -self.quarantined_quantity))


def check_receipt_lines(lines: Sequence[ReceiptLineInput]) -> None:
    """This will refuse figures and texts that cannot be; names the line. Raises Invalid, NoLines, TooManyLines."""
    if not lines:
        raise NoLines
    if len(lines) > MAX_LINES:
        raise TooManyLines
    for index, line in enumerate(lines):
        _check_line(line, f"lines.{index}")


def _check_line(line: ReceiptLineInput, at: str) -> None:
    check_quantity(line.received_quantity, field=f"{at}.receivedQuantity")
    for name, part in (("rejected", line.rejected_quantity), ("quarantined", line.quarantined_quantity)):
        if part:
            check_quantity(part, field=f"{at}.{name}Quantity")
    if line.accepted_quantity < 0:
        raise Invalid(
            field=f"{at}.rejectedQuantity",
            reason_en="More is rejected and put into quarantine than came in.",
            reason_zh="拒收与隔离数量之和不能超过到货数量。",
        )
    if line.reason_code not in ("", *REJECT_REASONS):
        raise Invalid(
            field=f"{at}.reasonCode",
            reason_en=f"The reason is one of {', '.join(REJECT_REASONS)}.",
            reason_zh=f"原因须为 {'、'.join(REJECT_REASONS)} 之一。",
        )
    if (line.rejected_quantity or line.quarantined_quantity) and not line.reason_code:
        raise Invalid(
            field=f"{at}.reasonCode",
            reason_en="Say why goods are rejected or put into quarantine.",
            reason_zh="请说明拒收或隔离的原因。",
        )
    check_text(line.reason, field=f"{at}.reason", longest=2_000)
    check_text(line.lot, field=f"{at}.lot", longest=100)


def write_receipt_lines(receipt: GoodsReceipt, lines: Sequence[ReceiptLineInput]) -> None:
    """This will write the lines of a receipt; raises NotFound for a line of another order."""
    units = dict(PoLine.objects.filter(order_id=receipt.order_id).values_list("id", "unit"))
    for index, line in enumerate(lines):
        if line.order_line_id not in units:
            raise NotFound(field=f"lines.{index}.orderLineId")
    rows = [
        (new_id(), receipt.id, place, line.order_line_id, line.received_quantity, line.accepted_quantity,
         line.rejected_quantity, line.quarantined_quantity, units[line.order_line_id], line.reason_code,
         line.reason.strip(), line.lot.strip(), line.expiry_date)
        for place, line in enumerate(lines, 1)
    ]  # fmt: skip
    insert_rows(ReceiptLine, COLUMNS, rows)

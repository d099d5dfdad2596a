"""Short ways to receive goods in tests, through the services."""

import uuid
from decimal import Decimal

from commerce.procurement.incoming.receipt_lines import ReceiptLineInput
from commerce.procurement.models import (
    DeliveryRecord,
    GoodsReceipt,
    LineProgress,
    PoLine,
    PoSchedule,
    ProcurementSetting,
    PurchaseOrder,
    ReceiptLine,
    ReturnLine,
    SupplierReturn,
)
from commerce.procurement.services.receipt_write import receipt_create
from tenants.kernel.actor import Actor
from tests.contexts.procurement.support import with_role
from tests.support.world import NOW, UnitInWorld

RECEIVING = (
    PurchaseOrder, PoSchedule, GoodsReceipt, ReceiptLine, LineProgress, DeliveryRecord, SupplierReturn, ReturnLine,
)  # fmt: skip


def receiver(unit: UnitInWorld, person: int = 6) -> Actor:
    return with_role(unit, "receiver", person)


def choose(**fields: object) -> None:
    """This will set the unit's purchasing choices."""
    ProcurementSetting.objects.update_or_create(id=1, defaults=fields)


def po_lines(order: PurchaseOrder) -> list[PoLine]:
    return list(PoLine.objects.filter(order_id=order.id).order_by("line_no"))


def came(
    line: PoLine | uuid.UUID, quantity: str, rejected: str = "0", quarantined: str = "0", **fields: object
):
    """One line of a receipt; rejected goods are damaged unless said otherwise."""
    key = line if isinstance(line, uuid.UUID) else line.id
    if Decimal(rejected) or Decimal(quarantined):
        fields = {"reason_code": "damaged", **fields}
    return ReceiptLineInput(key, Decimal(quantity), Decimal(rejected), Decimal(quarantined), **fields)


def received(
    unit: UnitInWorld, order: PurchaseOrder, *lines: ReceiptLineInput, **fields: object
) -> GoodsReceipt:
    """This will write a receipt and post it."""
    values = {
        "actor": receiver(unit),
        "at": NOW,
        "order_id": order.id,
        "lines": lines,
        "post": True,
        **fields,
    }
    return GoodsReceipt.objects.get(id=receipt_create(**values))


def progress(line: PoLine) -> tuple[Decimal, ...]:
    """Accepted, rejected, quarantined, returned, returned of the rejected, invoiced."""
    row = LineProgress.objects.filter(order_line_id=line.id).first() or LineProgress()
    return (
        row.accepted_quantity, row.rejected_quantity, row.quarantined_quantity, row.returned_quantity,
        row.returned_rejected_quantity, row.invoiced_quantity,
    )  # fmt: skip

"""Doors to goods receipts and returns, and what their services read."""

import uuid
from collections.abc import Sequence
from decimal import Decimal

from django.db.models import QuerySet

from commerce.procurement.models import GoodsReceipt, LineProgress, ReceiptLine, ReturnLine, SupplierReturn
from commerce.procurement.queries import order_lines_visible_to
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, NotFound

FINAL_RECEIPTS = ("posted", "reversed")
"""What a supplier sees of the receipts of its goods."""


def receipts_visible_to(actor: Actor) -> QuerySet[GoodsReceipt]:
    """This will give the unit's receipts; to a supplier's contact the posted ones of its own goods alone."""
    rows = GoodsReceipt.objects.all()
    if actor.distributor_id is not None or not actor.may("procurement.receipt.read"):
        return rows.none()
    if actor.supplier_org_id is not None:
        return rows.filter(supplier_org_gid=actor.supplier_org_id, status__in=FINAL_RECEIPTS)
    return rows


def _sees_all(actor: Actor, permission: str) -> bool:
    return actor.supplier_org_id is None and actor.distributor_id is None and actor.may(permission)


def receipt_lines_visible_to(actor: Actor) -> QuerySet[ReceiptLine]:
    """This will give the lines of the receipts that the actor sees."""
    rows = ReceiptLine.objects.all()
    if _sees_all(actor, "procurement.receipt.read"):
        return rows
    return rows.filter(receipt__in=receipts_visible_to(actor=actor))


def returns_visible_to(actor: Actor) -> QuerySet[SupplierReturn]:
    """This will give the unit's returns; to a supplier's contact those of its own goods alone."""
    rows = SupplierReturn.objects.all()
    if actor.distributor_id is not None or not actor.may("procurement.receipt.read"):
        return rows.none()
    if actor.supplier_org_id is not None:
        return rows.filter(supplier_org_gid=actor.supplier_org_id)
    return rows


def return_lines_visible_to(actor: Actor) -> QuerySet[ReturnLine]:
    """This will give the lines of the returns that the actor sees."""
    return ReturnLine.objects.filter(supplier_return__in=returns_visible_to(actor=actor))


PROGRESS = (
    "accepted_quantity",
    "rejected_quantity",
    "quarantined_quantity",
    "returned_quantity",
    "returned_rejected_quantity",
    "invoiced_quantity",
)


def line_progress(*, actor: Actor, keys: Sequence[uuid.UUID]) -> dict[uuid.UUID, dict[str, Decimal]]:
    """This will give how far each order line has come in and been invoiced, of the lines that the actor sees."""
    lines = order_lines_visible_to(actor=actor).filter(id__in=keys).values_list("id", flat=True)
    found: dict[uuid.UUID, dict[str, Decimal]] = {key: dict.fromkeys(PROGRESS, Decimal(0)) for key in lines}
    for row in LineProgress.objects.filter(order_line_id__in=found).values("order_line_id", *PROGRESS):
        found[row.pop("order_line_id")] = row
    return found


def order_of_receipt(*, actor: Actor, receipt_id: uuid.UUID) -> uuid.UUID:
    """This will give the order of a receipt that the actor sees, whose row is locked first; raises NotFound."""
    found = receipts_visible_to(actor=actor).filter(id=receipt_id).values_list("order_id", flat=True).first()
    if found is None:
        raise NotFound(field="receiptId")
    return found


def locked_receipt(*, actor: Actor, receipt_id: uuid.UUID, version: int | None) -> GoodsReceipt:
    """This will lock a receipt that the actor sees; raises NotFound, and Conflict for another version."""
    row = receipts_visible_to(actor=actor).filter(id=receipt_id).select_for_update(no_key=True).first()
    if row is None:
        raise NotFound(field="receiptId")
    if version is not None and row.version != version:
        raise Conflict(field="version", current_version=row.version)
    return row


def locked_return(*, actor: Actor, return_id: uuid.UUID, version: int) -> SupplierReturn:
    """This will lock a return that the actor sees; raises NotFound, and Conflict for another version."""
    row = returns_visible_to(actor=actor).filter(id=return_id).select_for_update(no_key=True).first()
    if row is None:
        raise NotFound(field="returnId")
    if row.version != version:
        raise Conflict(field="version", current_version=row.version)
    return row

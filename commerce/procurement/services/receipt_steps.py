"""Posting goods receipts and reversing them."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.db.models import F
from django.db.models.functions import Now

from commerce.masterdata.uoms import unit_words
from commerce.procurement.closed_periods import refuse_closed
from commerce.procurement.incoming.deliveries import record_deliveries, reverse_deliveries
from commerce.procurement.incoming.locks import GoodsMove, move_goods, settle_receipt_axis
from commerce.procurement.incoming.notices import notice_completed
from commerce.procurement.incoming.quarantine import Stand, stand_of
from commerce.procurement.incoming.queries import locked_receipt, order_of_receipt
from commerce.procurement.models import (
    GoodsReceipt,
    LineProgress,
    PoLine,
    PurchaseOrder,
    ReceiptLine,
    SupplierReturn,
)
from commerce.procurement.queries import locked_order, setting
from commerce.procurement.receiving_states import RECEIPT
from commerce.procurement.texts import check_text
from commerce.procurement.trail import leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, IllegalTransition, Invalid
from tenants.kernel.money import exact_sum
from tenants.runtime.guard import require


class OverReceived(DomainError):
    """More would be kept than was ordered and the tolerance allows."""

    code = "OVER_RECEIVED"
    en = (
        "Of line {line_no}, at most {open_quantity} {unit_en} can still be accepted (tolerance {percent} %). "
        "Reject the rest, or ask the buyer for a change of the order."
    )
    zh = "第 {line_no} 行最多还可接收 {open_quantity} {unit_zh}（允许超收 {percent}%）。请拒收多余部分或变更订单。"


class ReturnedAlready(DomainError):
    """Goods of the receipt went back to the supplier."""

    code = "RECEIPT_RETURNED"
    en = "Goods of {number} were returned to the supplier, so it cannot be reversed."
    zh = "{number} 的货物已退回供应商，无法冲销。"


class InvoicedAlready(DomainError):
    """Invoices were matched with the goods of the receipt."""

    code = "RECEIPT_INVOICED"
    en = "Line {line_no} is invoiced up to {invoiced} {unit_en}; without this receipt less was accepted."
    zh = "第 {line_no} 行已开票 {invoiced} {unit_zh}，冲销后已接收数量不足。"


def receipt_post(*, actor: Actor, at: datetime, receipt_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will make a receipt final: its quantities count for the order, its ship notice is complete.

    Raises Forbidden, NotFound, Conflict, IllegalTransition, PeriodClosed, OverReceived.
    """
    require(actor, "procurement.receipt.post")
    order_id = order_of_receipt(actor=actor, receipt_id=receipt_id)
    order = locked_order(actor=actor, order_id=order_id, version=None)
    receipt = locked_receipt(actor=actor, receipt_id=receipt_id, version=version)
    post_locked(receipt, order, actor=actor, at=at)
    return receipt.id


def post_locked(receipt: GoodsReceipt, order: PurchaseOrder, *, actor: Actor, at: datetime) -> None:
    """This will post a receipt whose order the caller has locked; raises what posting raises."""
    RECEIPT.check(receipt.status, "posted")
    refuse_closed(receipt.received_date, field="receivedDate")
    if order.status != "issued":
        raise IllegalTransition(field="status", state=order.status)
    choices = setting()
    lines = list(ReceiptLine.objects.filter(receipt_id=receipt.id).order_by("line_no"))
    moves = _moves(lines)
    moved = move_goods(moves, over_percent=choices.over_delivery_percent)
    if len(moved) < len(moves):
        raise _over_received(next(m for m in moves if m.order_line_id not in moved))
    record_deliveries(receipt, lines)
    GoodsReceipt.objects.filter(id=receipt.id).update(
        status="posted", posted_at=at, version=F("version") + 1, updated_at=Now()
    )
    notice_completed(order=order, ship_notice_id=receipt.ship_notice_gid, actor=actor, at=at)
    axis = settle_receipt_axis(order_id=order.id, under_percent=choices.under_delivery_percent)
    leave_trail(
        actor=actor, at=at, action="receipt.post", event="receipt.posted", subject_type="receipt",
        subject_id=receipt.id, number=receipt.number, version=receipt.version + 1,
        old={"status": receipt.status, "order_receipt": order.receipt},
        new={"status": "posted", "order_receipt": axis},
        payload={"order_id": str(order.id), "supplier_org_id": str(order.supplier_org_gid)},
    )  # fmt: skip


def receipt_reverse(
    *, actor: Actor, at: datetime, receipt_id: uuid.UUID, version: int, reason: str
) -> uuid.UUID:
    """This will take a posted receipt back as a whole; it stays on record with the reason.

    Raises Forbidden, NotFound, Conflict, IllegalTransition, PeriodClosed (goods of such a day go back by a return),
    ReturnedAlready, InvoicedAlready, Invalid.
    """
    require(actor, "procurement.receipt.reverse")
    check_text(reason, field="reason", longest=2_000)
    if not reason.strip():
        raise Invalid(field="reason", reason_en="Give a reason.", reason_zh="请填写原因。")
    order_id = order_of_receipt(actor=actor, receipt_id=receipt_id)
    order = locked_order(actor=actor, order_id=order_id, version=None)
    receipt = locked_receipt(actor=actor, receipt_id=receipt_id, version=version)
    RECEIPT.check(receipt.status, "reversed")
    refuse_closed(receipt.received_date, field="receivedDate")
    if SupplierReturn.objects.filter(receipt_id=receipt.id).exists():
        raise ReturnedAlready(number=receipt.number)
    choices = setting()
    lines = list(ReceiptLine.objects.filter(receipt_id=receipt.id).order_by("line_no"))
    moves = _moves_back(lines)
    if choices.match_way == "three_way":
        _check_not_invoiced(moves)
    move_goods(moves, over_percent=choices.over_delivery_percent)
    reverse_deliveries(lines)
    GoodsReceipt.objects.filter(id=receipt.id).update(
        status="reversed", closed_at=at, reversal_reason=reason.strip(), version=F("version") + 1,
        updated_at=Now(),
    )  # fmt: skip
    axis = settle_receipt_axis(order_id=order.id, under_percent=choices.under_delivery_percent)
    leave_trail(
        actor=actor, at=at, action="receipt.reverse", event="receipt.reversed", subject_type="receipt",
        subject_id=receipt.id, number=receipt.number, version=receipt.version + 1,
        old={"status": "posted", "order_receipt": order.receipt},
        new={"status": "reversed", "order_receipt": axis}, reason=reason,
        payload={"order_id": str(order.id), "supplier_org_id": str(order.supplier_org_gid)},
    )  # fmt: skip
    return receipt.id


def _moves(lines: Sequence[ReceiptLine]) -> list[GoodsMove]:
    """One move for each order line, however many lines of the receipt name it."""
    sums: dict[uuid.UUID, list[list[Decimal]]] = defaultdict(list)
    for line in lines:
        sums[line.order_line_id].append(
            [line.accepted_quantity, line.rejected_quantity, line.quarantined_quantity]
        )
    return [
        GoodsMove(key, *(exact_sum(column) for column in zip(*parts, strict=True)))
        for key, parts in sums.items()
    ]


def _moves_back(lines: Sequence[ReceiptLine]) -> list[GoodsMove]:
    """What the lines stand for by now, decisions on goods in quarantine included, taken back."""
    stand = stand_of(lines)
    sums: dict[uuid.UUID, list[Stand]] = defaultdict(list)
    for line in lines:
        sums[line.order_line_id].append(stand[line.id])
    return [
        GoodsMove(
            key,
            -exact_sum(part.accepted for part in parts),
            -exact_sum(part.rejected for part in parts),
            -exact_sum(part.quarantined for part in parts),
        )
        for key, parts in sums.items()
    ]


def _over_received(move: GoodsMove) -> OverReceived:
    line = PoLine.objects.get(id=move.order_line_id)
    progress = LineProgress.objects.get(order_line_id=line.id)
    percent = Decimal(setting().over_delivery_percent)
    kept = exact_sum((progress.accepted_quantity, progress.quarantined_quantity, -progress.returned_quantity))
    limit = line.quantity * (100 + percent) / 100
    return OverReceived(
        field="lines", line_no=line.line_no, **unit_words(line.unit), percent=f"{percent.normalize():f}",
        open_quantity=f"{max(Decimal(0), exact_sum((limit, -kept))).normalize():f}",
    )  # fmt: skip


def _check_not_invoiced(moves: Sequence[GoodsMove]) -> None:
    taken = {move.order_line_id: move.accepted for move in moves}
    for row in LineProgress.objects.filter(order_line_id__in=taken).select_related("order_line"):
        left = exact_sum((row.accepted_quantity, -row.returned_quantity, taken[row.order_line_id]))
        if row.invoiced_quantity > max(left, Decimal(0)) and row.invoiced_quantity > 0:
            raise InvoicedAlready(
                line_no=row.order_line.line_no, **unit_words(row.order_line.unit),
                invoiced=f"{row.invoiced_quantity.normalize():f}",
            )  # fmt: skip

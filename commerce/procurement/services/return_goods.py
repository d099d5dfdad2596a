"""Sending goods back to their supplier, for which a credit note is expected."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import F, Sum

from commerce.masterdata.uoms import unit_words
from commerce.procurement.closed_periods import refuse_closed
from commerce.procurement.incoming.locks import GoodsMove, move_goods, settle_receipt_axis
from commerce.procurement.incoming.quarantine import stand_of
from commerce.procurement.incoming.queries import (
    locked_receipt,
    locked_return,
    order_of_receipt,
)
from commerce.procurement.lines import MAX_LINES, NoLines, TooManyLines
from commerce.procurement.models import GoodsReceipt, PurchaseOrder, ReceiptLine, ReturnLine, SupplierReturn
from commerce.procurement.queries import locked_order, setting
from commerce.procurement.receiving_states import DISPOSITIONS, DISPOSITIONS_ZH, RETURN
from commerce.procurement.services.receipt_write import check_reason
from commerce.procurement.trail import leave_trail
from commerce.procurement.unit import unit_day
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, IllegalTransition, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.kernel.money import exact_sum, line_amount
from tenants.kernel.quantity import check_quantity
from tenants.runtime.bulk import insert_rows
from tenants.runtime.guard import require
from tenants.runtime.numbering import next_number

COLUMNS = (
    "id", "supplier_return_id", "line_no", "receipt_line_id", "disposition", "quantity", "unit",
    "credit_amount",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReturnLineInput:
    """How much of a receipt line goes back, and whether it had been accepted, rejected or quarantined."""

    receipt_line_id: uuid.UUID
    quantity: Decimal
    disposition: str = "rejected"


class OverReturned(DomainError):
    """More would go back than is there of that kind."""

    code = "OVER_RETURNED"
    en = "Of line {line_no}, {open_quantity} {unit_en} can still be returned as {disposition}."
    zh = "第 {line_no} 行（{disposition_zh}）最多还可退回 {open_quantity} {unit_zh}。"


def return_create(
    *,
    actor: Actor,
    at: datetime,
    receipt_id: uuid.UUID,
    lines: Sequence[ReturnLineInput],
    reason: str,
    returned_date: date | None = None,
) -> uuid.UUID:
    """This will send goods of a posted receipt back; the credit at the order's prices is then expected.

    Raises Forbidden, NotFound, IllegalTransition, PeriodClosed, OverReturned, Invalid.
    """
    require(actor, "procurement.return.create")
    check_reason(reason)
    _check_lines(lines)
    order_id = order_of_receipt(actor=actor, receipt_id=receipt_id)
    order = locked_order(actor=actor, order_id=order_id, version=None)
    receipt = locked_receipt(actor=actor, receipt_id=receipt_id, version=None)
    if receipt.status != "posted":
        raise IllegalTransition(field="receiptId", state=receipt.status)
    day = returned_date or unit_day(at)
    _check_day(day, receipt, at)
    known = _lines_of(receipt)
    _check_open(lines, known)
    row = SupplierReturn(
        id=new_id(), number=next_number(kind="RT", at=at), receipt_id=receipt.id, order_id=order.id,
        supplier_org_gid=order.supplier_org_gid, currency=order.currency, reason=reason.strip(),
        returned_date=day, sender_name=actor.display_name,
    )  # fmt: skip
    credits = [_credit(line, known[line.receipt_line_id], order.currency) for line in lines]
    row.credit_amount = exact_sum(credits)
    row.save(force_insert=True)
    _write_lines(row, lines, known, credits)
    _move(order, lines, known)
    _tell(row, receipt, actor=actor, at=at)
    return row.id


def return_waive(*, actor: Actor, at: datetime, return_id: uuid.UUID, version: int, reason: str) -> uuid.UUID:
    """This will no longer expect a credit note. Raises Forbidden, NotFound, Conflict, IllegalTransition, Invalid."""
    require(actor, "procurement.return.waive")
    check_reason(reason)
    row = locked_return(actor=actor, return_id=return_id, version=version)
    RETURN.check(row.status, "waived")
    SupplierReturn.objects.filter(id=row.id).update(
        status="waived", waive_reason=reason.strip(), closed_at=at, version=F("version") + 1
    )
    leave_trail(
        actor=actor, at=at, action="return.waive", event="return.waived", subject_type="return",
        subject_id=row.id, number=row.number, version=row.version + 1,
        old={"status": row.status}, new={"status": "waived"}, reason=reason,
    )  # fmt: skip
    return row.id


def _check_day(day: date, receipt: GoodsReceipt, at: datetime) -> None:
    if not receipt.received_date <= day <= at.date() + timedelta(days=1):
        raise Invalid(
            field="returnedDate",
            reason_en="Goods go back on or after the day they came, and not in the future.",
            reason_zh="退货日期不得早于收货日期，也不得晚于今天。",
        )
    refuse_closed(day, field="returnedDate")


def _check_lines(lines: Sequence[ReturnLineInput]) -> None:
    if not lines:
        raise NoLines
    if len(lines) > MAX_LINES:
        raise TooManyLines
    for index, line in enumerate(lines):
        check_quantity(line.quantity, field=f"lines.{index}.quantity")
        if line.disposition not in DISPOSITIONS:
            known = "、".join(f"{word}（{zh}）" for word, zh in DISPOSITIONS_ZH.items())
            raise Invalid(
                field=f"lines.{index}.disposition",
                reason_en=f"The goods were one of {', '.join(DISPOSITIONS)}.",
                reason_zh=f"须为以下之一：{known}。",
            )


def _lines_of(receipt: GoodsReceipt) -> dict[uuid.UUID, ReceiptLine]:
    rows = ReceiptLine.objects.filter(receipt_id=receipt.id).select_related("order_line")
    return {row.id: row for row in rows}


def _check_open(lines: Sequence[ReturnLineInput], known: dict[uuid.UUID, ReceiptLine]) -> None:
    """The receipt's row is locked, so what went back before is settled."""
    gone: dict[tuple[uuid.UUID, str], Decimal] = defaultdict(Decimal)
    earlier = ReturnLine.objects.filter(receipt_line_id__in=known)
    for key, disposition, quantity in earlier.values_list("receipt_line_id", "disposition").annotate(
        quantity=Sum("quantity")
    ):
        gone[key, disposition] = quantity
    stand = stand_of(list(known.values()))
    for index, line in enumerate(lines):
        row = known.get(line.receipt_line_id)
        if row is None:
            raise NotFound(field=f"lines.{index}.receiptLineId")
        there = getattr(stand[row.id], line.disposition)
        left = exact_sum((there, -gone[row.id, line.disposition]))
        if line.quantity > left:
            raise OverReturned(
                field=f"lines.{index}.quantity", line_no=row.line_no, **unit_words(row.unit),
                open_quantity=f"{left.normalize():f}", disposition=line.disposition,
                disposition_zh=DISPOSITIONS_ZH[line.disposition],
            )  # fmt: skip
        gone[row.id, line.disposition] += line.quantity


def _credit(line: ReturnLineInput, row: ReceiptLine, currency: str) -> Decimal:
    return line_amount(quantity=line.quantity, unit_price=row.order_line.unit_price, currency=currency)


def _write_lines(
    row: SupplierReturn,
    lines: Sequence[ReturnLineInput],
    known: dict[uuid.UUID, ReceiptLine],
    credits: Sequence[Decimal],
) -> None:
    insert_rows(
        ReturnLine,
        COLUMNS,
        [
            (new_id(), row.id, place, line.receipt_line_id, line.disposition, line.quantity,
             known[line.receipt_line_id].unit, credit)
            for place, (line, credit) in enumerate(zip(lines, credits, strict=True), 1)
        ],
    )  # fmt: skip


def _move(
    order: PurchaseOrder, lines: Sequence[ReturnLineInput], known: dict[uuid.UUID, ReceiptLine]
) -> None:
    kept: dict[uuid.UUID, Decimal] = defaultdict(Decimal)
    rejected: dict[uuid.UUID, Decimal] = defaultdict(Decimal)
    for line in lines:
        sums = rejected if line.disposition == "rejected" else kept
        sums[known[line.receipt_line_id].order_line_id] += line.quantity
    choices = setting()
    moves = [
        GoodsMove(key, returned=kept[key], returned_rejected=rejected[key]) for key in {*kept, *rejected}
    ]
    move_goods(moves, over_percent=choices.over_delivery_percent)
    settle_receipt_axis(order_id=order.id, under_percent=choices.under_delivery_percent)


def _tell(row: SupplierReturn, receipt: GoodsReceipt, *, actor: Actor, at: datetime) -> None:
    leave_trail(
        actor=actor, at=at, action="return.create", event="return.created", subject_type="return",
        subject_id=row.id, number=row.number, version=1,
        new={"receipt": receipt.number, "credit_amount": row.credit_amount, "currency": row.currency},
        reason=row.reason,
        payload={"order_id": str(row.order_id), "supplier_org_id": str(row.supplier_org_gid)},
    )  # fmt: skip

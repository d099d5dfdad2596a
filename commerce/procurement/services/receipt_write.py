"""Writing goods receipts down: create, edit, cancel, and putting goods into inspection."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db.models.functions import Now

from commerce.procurement.closed_periods import refuse_closed
from commerce.procurement.incoming.notices import notice_receiving
from commerce.procurement.incoming.queries import locked_receipt, order_of_receipt
from commerce.procurement.incoming.receipt_lines import (
    ReceiptLineInput,
    check_receipt_lines,
    write_receipt_lines,
)
from commerce.procurement.models import GoodsReceipt, PurchaseOrder, ReceiptLine
from commerce.procurement.queries import locked_order
from commerce.procurement.receiving_states import RECEIPT
from commerce.procurement.services.receipt_steps import post_locked
from commerce.procurement.states import BLANKET
from commerce.procurement.texts import check_text
from commerce.procurement.trail import leave_trail
from commerce.procurement.unit import unit_day
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, IllegalTransition, Invalid
from tenants.kernel.ids import new_id
from tenants.runtime.audit import changes
from tenants.runtime.guard import require
from tenants.runtime.numbering import next_number


class NotReceivable(DomainError):
    """The order is not one for which goods can come in."""

    code = "ORDER_NOT_RECEIVABLE"
    en = "{number} is not issued, so nothing can be received for it."
    zh = "{number} 尚未下达或已结束，无法收货。"


def receipt_create(
    *,
    actor: Actor,
    at: datetime,
    order_id: uuid.UUID,
    lines: Sequence[ReceiptLineInput],
    received_date: date | None = None,
    delivery_note_ref: str = "",
    ship_notice_id: uuid.UUID | None = None,
    note: str = "",
    post: bool = False,
) -> uuid.UUID:
    """This will write down what came in for an issued order, today when no day is given, and give its id.

    With `post` it is posted at once. Raises Forbidden, NotFound, NotReceivable, PeriodClosed, Invalid, and with
    `post` what posting raises, by which nothing is written.
    """
    require(actor, "procurement.receipt.create")
    if post:
        require(actor, "procurement.receipt.post")
    check_receipt_lines(lines)
    _check_texts(delivery_note_ref, note)
    day = received_date or unit_day(at)
    _check_day(day, at)
    order = locked_order(actor=actor, order_id=order_id, version=None)
    _check_receivable(order)
    if ship_notice_id is not None:
        notice_receiving(order=order, ship_notice_id=ship_notice_id, actor=actor, at=at)
    receipt = GoodsReceipt(
        id=new_id(), number=next_number(kind="GR", at=at), order_id=order.id,
        supplier_org_gid=order.supplier_org_gid, ship_notice_gid=ship_notice_id,
        delivery_note_ref=delivery_note_ref.strip(), received_date=day, note=note.strip(),
        receiver_key=actor.key, receiver_name=actor.display_name,
    )  # fmt: skip
    receipt.save(force_insert=True)
    write_receipt_lines(receipt, lines)
    leave_trail(
        actor=actor, at=at, action="receipt.create", event="receipt.created", subject_type="receipt",
        subject_id=receipt.id, number=receipt.number, version=1,
        new={"order": order.number, "received_date": day, "lines": len(lines)},
        payload={"order_id": str(order.id)},
    )  # fmt: skip
    if post:
        post_locked(receipt, order, actor=actor, at=at)
    return receipt.id


def receipt_edit(
    *,
    actor: Actor,
    at: datetime,
    receipt_id: uuid.UUID,
    version: int,
    lines: Sequence[ReceiptLineInput] | None = None,
    received_date: date | None = None,
    delivery_note_ref: str | None = None,
    note: str | None = None,
) -> uuid.UUID:
    """This will change a receipt that is not posted, e.g. with what inspection found; `lines` replace all lines.

    Raises Forbidden, NotFound, Conflict, IllegalTransition, PeriodClosed, Invalid.
    """
    require(actor, "procurement.receipt.edit")
    if lines is not None:
        check_receipt_lines(lines)
    _check_texts(delivery_note_ref or "", note or "")
    if received_date is not None:
        _check_day(received_date, at)
    receipt = locked_receipt(actor=actor, receipt_id=receipt_id, version=version)
    if receipt.status not in ("draft", "inspecting"):
        raise IllegalTransition(field="status", state=receipt.status)
    names = ("received_date", "delivery_note_ref", "note")
    old: dict[str, object] = {name: getattr(receipt, name) for name in names}
    receipt.received_date = received_date or receipt.received_date
    receipt.delivery_note_ref = _kept(delivery_note_ref, receipt.delivery_note_ref)
    receipt.note = _kept(note, receipt.note)
    old, new = changes(old, {name: getattr(receipt, name) for name in names})
    if lines is not None:
        ReceiptLine.objects.filter(receipt_id=receipt.id).delete()
        write_receipt_lines(receipt, lines)
        new = {**new, "lines": len(lines)}
    _save(receipt, *names)
    leave_trail(
        actor=actor, at=at, action="receipt.edit", event="receipt.edited", subject_type="receipt",
        subject_id=receipt.id, number=receipt.number, version=receipt.version, old=old, new=new,
    )  # fmt: skip
    return receipt.id


def receipt_inspect(*, actor: Actor, at: datetime, receipt_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will put the goods of a draft into inspection. Raises Forbidden, NotFound, Conflict, IllegalTransition."""
    require(actor, "procurement.receipt.inspect")
    return _moved(actor, at, receipt_id, version, "inspecting", "receipt.inspect", "receipt.inspecting", "")


def receipt_cancel(
    *, actor: Actor, at: datetime, receipt_id: uuid.UUID, version: int, reason: str
) -> uuid.UUID:
    """This will drop a receipt that was never posted.

    Raises Forbidden, NotFound, Conflict, IllegalTransition, Invalid without a reason.
    """
    require(actor, "procurement.receipt.cancel")
    check_reason(reason)
    return _moved(actor, at, receipt_id, version, "cancelled", "receipt.cancel", "receipt.cancelled", reason)


def check_reason(reason: str) -> None:
    """This will refuse an empty or overlong reason; raises Invalid."""
    check_text(reason, field="reason", longest=2_000)
    if not reason.strip():
        raise Invalid(field="reason", reason_en="Give a reason.", reason_zh="请填写原因。")


def _moved(
    actor: Actor,
    at: datetime,
    receipt_id: uuid.UUID,
    version: int,
    target: str,
    action: str,
    event: str,
    reason: str,
) -> uuid.UUID:
    order_of_receipt(actor=actor, receipt_id=receipt_id)
    receipt = locked_receipt(actor=actor, receipt_id=receipt_id, version=version)
    RECEIPT.check(receipt.status, target)
    old, receipt.status = receipt.status, target
    receipt.closed_at = at if target == "cancelled" else None
    _save(receipt, "status", "closed_at")
    leave_trail(
        actor=actor, at=at, action=action, event=event, subject_type="receipt", subject_id=receipt.id,
        number=receipt.number, version=receipt.version, old={"status": old}, new={"status": target},
        reason=reason,
    )  # fmt: skip
    return receipt.id


def _save(receipt: GoodsReceipt, *names: str) -> None:
    receipt.version += 1
    receipt.save(update_fields=[*names, "version"])
    GoodsReceipt.objects.filter(id=receipt.id).update(updated_at=Now())


def _kept(given: str | None, stored: str) -> str:
    return stored if given is None else given.strip()


def _check_receivable(order: PurchaseOrder) -> None:
    if order.status != "issued" or order.order_type_code == BLANKET:
        raise NotReceivable(number=order.number)


def _check_texts(delivery_note_ref: str, note: str) -> None:
    check_text(delivery_note_ref, field="deliveryNoteRef", longest=100)
    check_text(note, field="note", longest=5_000)


def _check_day(day: date, at: datetime) -> None:
    if day > at.date() + timedelta(days=1) or day < at.date() - timedelta(days=366):
        raise Invalid(
            field="receivedDate",
            reason_en="The day of receipt lies within the last year and not in the future.",
            reason_zh="收货日期须在最近一年内且不晚于今天。",
        )
    refuse_closed(day, field="receivedDate")

"""Blanket orders: what may still be called off, guarded by one conditional statement."""

import uuid
from datetime import date, datetime
from decimal import Decimal

from commerce.procurement.locks import take_from_ceiling
from commerce.procurement.models import PurchaseOrder
from commerce.procurement.unit import unit_day
from tenants.kernel.errors import DomainError, NotFound


class CeilingPassed(DomainError):
    """The call-off would pass the blanket order's ceiling."""

    code = "CEILING_PASSED"
    en = "Of {number}, {left} {currency} may still be called off; this needs {wanted}."
    zh = "框架订单 {number} 剩余可调用金额 {left} {currency}，本次需要 {wanted}。"


class BlanketNotRunning(DomainError):
    """The blanket order is not issued, is on hold, or its period has ended or not begun."""

    code = "BLANKET_NOT_RUNNING"
    en = "Nothing can be called off {number} on {day}: it is not in force."
    zh = "框架订单 {number} 在 {day} 未生效，无法下达调用订单。"


def take_call_off(order: PurchaseOrder, *, at: datetime) -> None:
    """This will count a call-off that is being issued against its blanket order's ceiling.

    Other orders pass. Raises CeilingPassed and BlanketNotRunning, by which nothing is counted.
    """
    if order.blanket_id is not None:
        _take(order.blanket_id, order.total_amount, on_date=unit_day(at))


def recount_call_off(order: PurchaseOrder, amount_before: object) -> None:
    """This will count the difference that a change makes to an issued call-off; less is always given back."""
    if order.blanket_id is not None:
        _take(order.blanket_id, order.total_amount - Decimal(str(amount_before)), on_date=None)


def give_back_call_off(order: PurchaseOrder) -> None:
    """This will give back what a cancelled call-off, which had been issued, had taken."""
    if order.blanket_id is not None and order.issued_at is not None:
        _take(order.blanket_id, -order.total_amount, on_date=None)


def _take(blanket_id: uuid.UUID, amount: Decimal, *, on_date: date | None) -> None:
    if not amount or take_from_ceiling(blanket_id=blanket_id, amount=amount, on_date=on_date):
        return
    row = PurchaseOrder.objects.filter(id=blanket_id).first()
    if row is None or row.ceiling_amount is None:
        raise NotFound(field="blanketId")
    left = row.ceiling_amount - row.called_off_amount
    if amount > left:
        raise CeilingPassed(
            field="lines", number=row.number, left=f"{left:f}", currency=row.currency, wanted=f"{amount:f}"
        )
    raise BlanketNotRunning(field="blanketId", number=row.number, day=on_date or row.valid_until_date)

"""Blanket orders and their call-offs, as they are written down."""

import uuid
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from commerce.procurement.amounts import LARGEST_AMOUNT
from commerce.procurement.content import Cell
from commerce.procurement.models import PurchaseOrder
from commerce.procurement.queries import orders_visible_to
from commerce.procurement.states import BLANKET, CALL_OFF
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid, NotFound
from tenants.kernel.money import exponent_of
from tenants.kernel.quantity import decimals_of


@dataclass(frozen=True, slots=True)
class OrderFrame:
    """What makes an order a blanket (a ceiling without tax in its currency, a period) or a call-off of one."""

    blanket_id: uuid.UUID | None = None
    ceiling_amount: Decimal | None = None
    valid_from_date: date | None = None
    valid_until_date: date | None = None


class BlanketMismatch(Invalid):
    """The call-off does not fit its blanket order."""

    code = "BLANKET_MISMATCH"

    def __init__(self) -> None:
        super().__init__(
            field="frame.blanketId",
            reason_en="A call-off has the supplier and currency of its issued blanket order.",
            reason_zh="调用订单的供应商和币种必须与已下达的框架订单一致。",
        )


def take_frame(order: PurchaseOrder, frame: OrderFrame) -> None:
    """This will write the frame onto an order in memory; raises Invalid when it does not suit the order's type."""
    is_blanket, is_call_off = order.order_type_code == BLANKET, order.order_type_code == CALL_OFF
    if is_blanket != (frame.ceiling_amount is not None):
        raise _invalid(
            "ceilingAmount",
            "A blanket order, and no other, has a ceiling.",
            "框架订单必须且仅框架订单可设置金额上限。",
        )
    if is_call_off != (frame.blanket_id is not None):
        raise _invalid(
            "blanketId",
            "A call-off, and no other, names its blanket order.",
            "调用订单必须且仅调用订单可指定框架订单。",
        )
    if not is_blanket and (frame.valid_from_date or frame.valid_until_date):
        raise _invalid("validFromDate", "Only a blanket order has a period.", "只有框架订单可设置有效期。")
    if frame.ceiling_amount is not None:
        _check_ceiling(frame.ceiling_amount, order.currency)
    if frame.valid_from_date and frame.valid_until_date and frame.valid_until_date < frame.valid_from_date:
        raise _invalid("validUntilDate", "The period ends before it begins.", "有效期结束日期早于开始日期。")
    order.blanket_id, order.ceiling_amount = frame.blanket_id, frame.ceiling_amount
    order.valid_from_date, order.valid_until_date = frame.valid_from_date, frame.valid_until_date


def check_blanket(order: PurchaseOrder, *, actor: Actor) -> None:
    """This will refuse a call-off whose blanket order is not issued, or has another supplier or currency.

    Raises NotFound, BlanketMismatch.
    """
    if order.blanket_id is None:
        return
    blanket = orders_visible_to(actor=actor).filter(id=order.blanket_id, order_type_code=BLANKET).first()
    if blanket is None:
        raise NotFound(field="frame.blanketId")
    same = (blanket.supplier_org_gid, blanket.currency) == (order.supplier_org_gid, order.currency)
    if not same or blanket.status != "issued":
        raise BlanketMismatch


def frame_cells(order: PurchaseOrder) -> list[Cell]:
    """The frame's part of the content hash; none for an ordinary order."""
    cells: list[Cell] = [
        order.blanket_id, order.ceiling_amount, order.valid_from_date, order.valid_until_date,
    ]  # fmt: skip
    return cells if any(cell is not None for cell in cells) else []


def _check_ceiling(amount: Decimal, currency: str) -> None:
    if (
        not amount.is_finite()
        or not 0 < amount < LARGEST_AMOUNT
        or decimals_of(amount) > exponent_of(currency)
    ):
        raise _invalid(
            "ceilingAmount", "The ceiling is an amount above zero in the order's currency.",
            "金额上限须为大于零且符合币种小数位的金额。",
        )  # fmt: skip


def _invalid(field: str, en: str, zh: str) -> Invalid:
    return Invalid(field=f"frame.{field}", reason_en=en, reason_zh=zh)

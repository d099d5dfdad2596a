"""Deciding on goods in quarantine: accepted after all, or rejected."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import F, Sum
from django.db.models.functions import Now

from commerce.masterdata.uoms import unit_words
from commerce.procurement.incoming.deliveries import reject_delivered
from commerce.procurement.incoming.locks import GoodsMove, move_goods, settle_receipt_axis
from commerce.procurement.incoming.quarantine import stand_of
from commerce.procurement.incoming.queries import locked_receipt, order_of_receipt
from commerce.procurement.lines import MAX_LINES, NoLines, TooManyLines
from commerce.procurement.models import GoodsReceipt, QuarantineDecision, ReceiptLine, ReturnLine
from commerce.procurement.queries import locked_order, setting
from commerce.procurement.receiving_states import REJECT_REASONS
from commerce.procurement.services.receipt_write import check_reason
from commerce.procurement.trail import leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, IllegalTransition, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.kernel.money import exact_sum
from tenants.kernel.quantity import check_quantity
from tenants.runtime.guard import require


@dataclass(frozen=True, slots=True)
class DecisionInput:
    """How much of a receipt line's goods in quarantine is accepted and how much rejected, in its unit.

    Rejected goods need a reason code.
    """

    receipt_line_id: uuid.UUID
    accepted_quantity: Decimal = Decimal(0)
    rejected_quantity: Decimal = Decimal(0)
    reason_code: str = ""


class OverDecided(DomainError):
    """More would be decided on than is in quarantine."""

    code = "OVER_DECIDED"
    en = "Of line {line_no}, {open_quantity} {unit_en} are still in quarantine."
    zh = "第 {line_no} 行仍在隔离的数量为 {open_quantity} {unit_zh}。"


def receipt_decide(
    *,
    actor: Actor,
    at: datetime,
    receipt_id: uuid.UUID,
    version: int,
    lines: Sequence[DecisionInput],
    reason: str,
) -> uuid.UUID:
    """This will accept or reject goods of a posted receipt that are in quarantine; the receipt stays as posted.

    What is rejected can then be returned. Raises Forbidden, NotFound, Conflict, IllegalTransition, OverDecided,
    Invalid naming the line.
    """
    require(actor, "procurement.receipt.decide")
    check_reason(reason)
    _check_lines(lines)
    order_id = order_of_receipt(actor=actor, receipt_id=receipt_id)
    order = locked_order(actor=actor, order_id=order_id, version=None)
    receipt = locked_receipt(actor=actor, receipt_id=receipt_id, version=version)
    if receipt.status != "posted":
        raise IllegalTransition(field="status", state=receipt.status)
    known = {row.id: row for row in ReceiptLine.objects.filter(receipt_id=receipt.id)}
    _check_open(lines, known)
    _write(lines, actor=actor, at=at, reason=reason)
    choices = setting()
    move_goods(_moves(lines, known), over_percent=choices.over_delivery_percent)
    reject_delivered({line.receipt_line_id: line.rejected_quantity for line in lines})
    GoodsReceipt.objects.filter(id=receipt.id).update(version=F("version") + 1, updated_at=Now())
    axis = settle_receipt_axis(order_id=order.id, under_percent=choices.under_delivery_percent)
    leave_trail(
        actor=actor, at=at, action="receipt.decide", event="receipt.decided", subject_type="receipt",
        subject_id=receipt.id, number=receipt.number, version=receipt.version + 1,
        old={"order_receipt": order.receipt},
        new={"order_receipt": axis, "lines": [
            {"line_no": known[line.receipt_line_id].line_no, "accepted": line.accepted_quantity,
             "rejected": line.rejected_quantity}
            for line in lines
        ]}, reason=reason,
        payload={"order_id": str(order.id), "supplier_org_id": str(order.supplier_org_gid)},
    )  # fmt: skip
    return receipt.id


def _check_lines(lines: Sequence[DecisionInput]) -> None:
    if not lines:
        raise NoLines
    if len(lines) > MAX_LINES:
        raise TooManyLines
    if len({line.receipt_line_id for line in lines}) < len(lines):
        raise Invalid(field="lines", reason_en="Name each line once.", reason_zh="每行只能出现一次。")
    for index, line in enumerate(lines):
        at = f"lines.{index}"
        for name in ("accepted", "rejected"):
            part = getattr(line, f"{name}_quantity")
            if part:
                check_quantity(part, field=f"{at}.{name}Quantity")
        if not line.accepted_quantity and not line.rejected_quantity:
            raise Invalid(
                field=f"{at}.acceptedQuantity",
                reason_en="Say how much is accepted or rejected.",
                reason_zh="请填写接收或拒收数量。",
            )
        if line.rejected_quantity and line.reason_code not in REJECT_REASONS:
            raise Invalid(
                field=f"{at}.reasonCode",
                reason_en=f"The reason is one of {', '.join(REJECT_REASONS)}.",
                reason_zh=f"原因须为 {'、'.join(REJECT_REASONS)} 之一。",
            )


def _check_open(lines: Sequence[DecisionInput], known: dict[uuid.UUID, ReceiptLine]) -> None:
    """The receipt's row is locked, so what was decided and returned before is settled."""
    stand = stand_of(list(known.values()))
    gone = dict(
        ReturnLine.objects.filter(receipt_line_id__in=known, disposition="quarantined")
        .order_by().values_list("receipt_line_id").annotate(quantity=Sum("quantity"))
    )  # fmt: skip
    for index, line in enumerate(lines):
        row = known.get(line.receipt_line_id)
        if row is None:
            raise NotFound(field=f"lines.{index}.receiptLineId")
        left = exact_sum((stand[row.id].quarantined, -gone.get(row.id, Decimal(0))))
        if exact_sum((line.accepted_quantity, line.rejected_quantity)) > left:
            raise OverDecided(
                field=f"lines.{index}", line_no=row.line_no, **unit_words(row.unit),
                open_quantity=f"{left.normalize():f}",
            )  # fmt: skip


def _write(lines: Sequence[DecisionInput], *, actor: Actor, at: datetime, reason: str) -> None:
    QuarantineDecision.objects.bulk_create(
        QuarantineDecision(
            id=new_id(), receipt_line_id=line.receipt_line_id, accepted_quantity=line.accepted_quantity,
            rejected_quantity=line.rejected_quantity,
            reason_code=line.reason_code if line.rejected_quantity else "", reason=reason.strip(),
            decider_key=actor.key, decider_name=actor.display_name, decided_at=at,
        )
        for line in lines
    )  # fmt: skip


def _moves(lines: Sequence[DecisionInput], known: dict[uuid.UUID, ReceiptLine]) -> list[GoodsMove]:
    sums: dict[uuid.UUID, list[DecisionInput]] = defaultdict(list)
    for line in lines:
        sums[known[line.receipt_line_id].order_line_id].append(line)
    moves = []
    for key, parts in sums.items():
        accepted = exact_sum(part.accepted_quantity for part in parts)
        rejected = exact_sum(part.rejected_quantity for part in parts)
        moves.append(GoodsMove(key, accepted, rejected, exact_sum((-accepted, -rejected))))
    return moves

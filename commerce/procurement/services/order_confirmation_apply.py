"""Writing what a supplier promised into an order's schedules."""

import uuid
from collections.abc import Iterable
from datetime import datetime

from commerce.procurement import promises
from commerce.procurement.collaboration import (
    confirmation_axis,
    parts_of,
    tell_both,
    touch_order,
    write_parts,
)
from commerce.procurement.models import (
    ConfirmationLine,
    ConfirmationSchedule,
    OrderChange,
    OrderChangeLine,
    OrderConfirmation,
    PurchaseOrder,
)
from commerce.procurement.promises import Part, Promise
from commerce.procurement.services.order_change_apply import end_change
from commerce.procurement.states import CHANGE_OPEN, CONFIRMATION
from tenants.kernel.actor import Actor


def write_promises(lines: Iterable[ConfirmationLine]) -> None:
    """This will carve the answered lines' promises out of their open schedules; other parts stay as they were.

    Raises promises.TooMuchPromised when more is promised than is open.
    """
    answered = {line.line_id: line for line in lines}
    given = _promises(answered.values())
    before = parts_of(answered)
    write_parts({key: _after(before[key], line, given[line.id]) for key, line in answered.items()})


def waiting_lines(answer: OrderConfirmation) -> list[ConfirmationLine]:
    """This will give the lines of an answer that wait for the buyer: what deviates, and what a change touches."""
    lines = ConfirmationLine.objects.filter(confirmation_id=answer.id)
    touched = set(
        OrderChangeLine.objects.filter(change_id=answer.change_id).values_list("line_id", flat=True)
    )
    return [line for line in lines if line.deviates or line.line_id in touched]


def take_promises(answer: OrderConfirmation, order: PurchaseOrder, *, actor: Actor, at: datetime) -> None:
    """This will accept a pending answer, with what it promises; the caller holds the order's row."""
    CONFIRMATION.check(answer.status, "accepted")
    write_promises(waiting_lines(answer))
    settle_answer(answer, order, "accepted", actor=actor, at=at)


def settle_answer(
    answer: OrderConfirmation,
    order: PurchaseOrder,
    target: str,
    *,
    actor: Actor,
    at: datetime,
    reason: str = "",
) -> None:
    """This will end a pending answer and bring the order's confirmation axis up to date."""
    CONFIRMATION.check(answer.status, target)
    answer.status, answer.version = target, answer.version + 1
    answer.decider_name, answer.decided_at, answer.decision_reason = actor.display_name, at, reason
    answer.save()
    axis = confirmation_axis(order.id, is_pending=False, before=order.confirmation)
    touch_order(order, confirmation=axis)
    words = {"accepted": "accept", "declined": "decline", "superseded": "supersede"}
    tell_both(
        order=order, actor=actor, at=at, action=f"order_confirmation.{words[target]}",
        event=f"order_confirmation.{target}", subject_type="order_confirmation", subject_id=answer.id,
        number=answer.number, version=answer.version, old={"status": "pending"}, new={"status": target},
        reason=reason, state=target,
    )  # fmt: skip


def supersede_pending(order: PurchaseOrder, *, actor: Actor, at: datetime) -> None:
    """This will end an answer that waits for the buyer, with the change it had proposed, before a newer one."""
    for pending in OrderConfirmation.objects.filter(order_id=order.id, status="pending"):
        settle_answer(pending, order, "superseded", actor=actor, at=at)
        for change in OrderChange.objects.filter(confirmation_id=pending.id, status__in=CHANGE_OPEN):
            end_change(change, order, "withdrawn", actor=actor, at=at)


def end_negotiation(order: PurchaseOrder, *, actor: Actor, at: datetime) -> None:
    """This will end what is still proposed about an order that ends itself; the caller holds its row."""
    supersede_pending(order, actor=actor, at=at)
    for change in OrderChange.objects.filter(order_id=order.id, status__in=CHANGE_OPEN):
        end_change(change, order, "withdrawn", actor=actor, at=at)


def _promises(lines: Iterable[ConfirmationLine]) -> dict[uuid.UUID, list[Promise]]:
    found: dict[uuid.UUID, list[Promise]] = {line.id: [] for line in lines}
    rows = ConfirmationSchedule.objects.filter(confirmation_line_id__in=found)
    for row in rows.order_by("confirmation_line_id", "schedule_no"):
        found[row.confirmation_line_id].append(Promise(row.quantity, row.promised_date, row.is_back_order))
    return found


def _after(parts: list[Part], line: ConfirmationLine, given: list[Promise]) -> list[Part]:
    if line.answer == "reject":
        return promises.rejected(parts)
    if line.answer == "accept" or not given:
        return promises.accepted(parts)
    return promises.promised(parts, given)

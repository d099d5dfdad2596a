"""A supplier's answer to an order, or to a change of it: line by line, in whole or in part."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime

from commerce.procurement.answers import Checked, LineAnswer, checked_answers, response_of
from commerce.procurement.collaboration import (
    confirmation_axis,
    locked_placed_order,
    side_of,
    tell_both,
    touch_order,
)
from commerce.procurement.collaboration_queries import locked_change, order_changes_visible_to
from commerce.procurement.models import (
    ConfirmationLine,
    ConfirmationSchedule,
    OrderChange,
    OrderConfirmation,
    PurchaseOrder,
)
from commerce.procurement.restating import LineTerms, Standing, standing_of
from commerce.procurement.services.order_change import write_change
from commerce.procurement.services.order_change_apply import apply_change, end_change, terms_of_change
from commerce.procurement.services.order_change_approval import share_with_other_side
from commerce.procurement.services.order_confirmation_apply import supersede_pending, write_promises
from commerce.procurement.states import ANSWERS
from commerce.procurement.texts import check_text
from tenants.kernel.actor import Actor
from tenants.kernel.errors import IllegalTransition, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime.guard import require
from tenants.runtime.numbering import next_number


def order_acknowledge(*, actor: Actor, at: datetime, order_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will note that the supplier has received the order and will answer it.

    Raises Forbidden, NotFound, Conflict, and IllegalTransition for an order that was answered already.
    """
    require(actor, "procurement.order.acknowledge")
    order = locked_placed_order(actor=actor, order_id=order_id, version=version)
    if order.confirmation != "none":
        raise IllegalTransition(field="confirmation", state=order.confirmation)
    answer = _write_answer(order, actor=actor, at=at, response="acknowledged", status="recorded")
    touch_order(order, confirmation="acknowledged")
    _tell_sent(answer, order, actor=actor, at=at, action="order.acknowledge")
    return order.id


def order_confirmation_send(
    *,
    actor: Actor,
    at: datetime,
    order_id: uuid.UUID,
    version: int,
    lines: Sequence[LineAnswer] = (),
    change_id: uuid.UUID | None = None,
    note: str = "",
    external_ref: str = "",
) -> uuid.UUID:
    """This will answer an issued order, or the buyer's change of it, and give the answer's id.

    Without lines everything is accepted as it is asked for. What agrees takes effect at once; what deviates
    waits for the buyer. Lines, and parts of lines, that are not answered keep their earlier promise. A newer
    answer takes the place of one that waits. Raises Forbidden, NotFound, Conflict, IllegalTransition,
    ChangeOpen, AlreadyShipped, Invalid naming the line.
    """
    require(actor, "procurement.order_confirmation.send")
    check_text(note, field="note", longest=5_000)
    check_text(external_ref, field="externalRef", longest=200)
    order = locked_placed_order(actor=actor, order_id=order_id, version=version)
    change = None if change_id is None else _change_to_answer(actor, order, change_id)
    supersede_pending(order, actor=actor, at=at)
    standing = standing_of(order.id)
    asked = terms_of_change(change.id) if change else {}
    checked = checked_answers(standing, asked, lines)
    refuses = any(c.answer == "reject" and c.line_id in asked for c in checked)
    waits = not refuses and any(c.deviates for c in checked)
    answer = _write_answer(
        order, actor=actor, at=at, response=response_of(checked, standing),
        status="pending" if waits else "recorded", note=note.strip(), external_ref=external_ref.strip(),
        change=change,
    )  # fmt: skip
    rows = _write_lines(answer, checked)
    if change is not None and refuses:
        reasons = "; ".join(c.reason for c in checked if c.reason)
        end_change(change, order, "rejected", actor=actor, at=at, reason=reasons)
    elif waits:
        _propose_terms(answer, order, standing, asked, checked, change, actor=actor, at=at)
    elif change is not None:
        apply_change(change, order, actor=actor, at=at)
    write_promises([row for row in rows if _takes_effect(row, asked, refuses=refuses, waits=waits)])
    axis = confirmation_axis(order.id, is_pending=waits, before=order.confirmation)
    touch_order(order, confirmation=axis)
    _tell_sent(answer, order, actor=actor, at=at, action="order_confirmation.send")
    return answer.id


def _takes_effect(
    row: ConfirmationLine, asked: Mapping[uuid.UUID, LineTerms], *, refuses: bool, waits: bool
) -> bool:
    """A refused change leaves its lines as they were; what waits for the buyer is written when it is accepted."""
    in_change = row.line_id in asked
    return not (row.deviates and waits) and not (in_change and (refuses or waits))


def _change_to_answer(actor: Actor, order: PurchaseOrder, change_id: uuid.UUID) -> OrderChange:
    visible = order_changes_visible_to(actor=actor).filter(id=change_id, order_id=order.id, side="buyer")
    if side_of(actor) != "supplier" or not visible.exists():
        raise NotFound(field="changeId")
    change = locked_change(change_id, None)
    if change.status != "proposed":
        raise IllegalTransition(field="changeId", state=change.status)
    return change


def _propose_terms(
    answer: OrderConfirmation,
    order: PurchaseOrder,
    standing: Standing,
    asked: Mapping[uuid.UUID, LineTerms],
    checked: Sequence[Checked],
    change: OrderChange | None,
    *,
    actor: Actor,
    at: datetime,
) -> None:
    """Another quantity or price is a change of the order, which the supplier proposes with its answer.

    It takes the place of the buyer's change that it answers.
    """
    terms = {c.line_id: c.terms for c in checked if c.terms is not None}
    if not terms:
        return
    if change is not None:
        end_change(change, order, "rejected", actor=actor, at=at, reason=answer.number)
    counter = write_change(
        order, standing, {**asked, **terms}, actor=actor, at=at, reason=answer.note, confirmation=answer
    )
    share_with_other_side(counter, order, actor=actor, at=at)


def _write_answer(
    order: PurchaseOrder,
    *,
    actor: Actor,
    at: datetime,
    response: str,
    status: str,
    note: str = "",
    external_ref: str = "",
    change: OrderChange | None = None,
) -> OrderConfirmation:
    answer = OrderConfirmation(
        id=new_id(), number=next_number(kind="OC", at=at), order_id=order.id, order_version=order.version,
        change=change, side=side_of(actor), response=response, status=status, note=note,
        external_ref=external_ref, sender_key=actor.key, sender_name=actor.display_name, sent_at=at,
    )  # fmt: skip
    answer.save(force_insert=True)
    return answer


def _write_lines(answer: OrderConfirmation, checked: Sequence[Checked]) -> list[ConfirmationLine]:
    rows = [
        ConfirmationLine(
            id=new_id(), confirmation=answer, line_id=c.line_id, answer=c.answer,
            status_code=ANSWERS[c.answer], quantity=c.quantity, unit_price=c.unit_price,
            deviates=c.deviates, reason=c.reason,
        )
        for c in checked
    ]  # fmt: skip
    ConfirmationLine.objects.bulk_create(rows)
    ConfirmationSchedule.objects.bulk_create(
        ConfirmationSchedule(
            confirmation_line=row, schedule_no=number, quantity=promise.quantity,
            promised_date=promise.promised_date, is_back_order=promise.is_back_order,
        )
        for row, c in zip(rows, checked, strict=True)
        for number, promise in enumerate(c.promises, start=1)
    )  # fmt: skip
    return rows


def _tell_sent(
    answer: OrderConfirmation, order: PurchaseOrder, *, actor: Actor, at: datetime, action: str
) -> None:
    tell_both(
        order=order, actor=actor, at=at, action=action, event="order_confirmation.sent",
        subject_type="order_confirmation", subject_id=answer.id, number=answer.number,
        version=answer.version, new={"response": answer.response, "status": answer.status},
        state=answer.status, awaits="buyer" if answer.status == "pending" else "",
    )  # fmt: skip

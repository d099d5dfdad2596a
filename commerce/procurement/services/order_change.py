"""Proposing changes of an issued order, and answering them. The original stays in force meanwhile."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from commerce.masterdata.services.gate import SupplierArchived, SupplierSanctioned
from commerce.procurement.collaboration import locked_placed_order, side_of
from commerce.procurement.collaboration_queries import locked_change, order_of_change
from commerce.procurement.gate import pass_gate
from commerce.procurement.models import OrderChange, OrderChangeLine, OrderConfirmation, PurchaseOrder
from commerce.procurement.queries import order_about
from commerce.procurement.restating import LineTerms, Standing, check_not_shipped, restated, standing_of
from commerce.procurement.services.order_change_apply import end_change
from commerce.procurement.services.order_change_approval import (
    apply_with_answer,
    ask_for_approval,
    share_with_other_side,
)
from commerce.procurement.services.order_confirmation_apply import supersede_pending
from commerce.procurement.states import CHANGE_OPEN
from commerce.procurement.texts import check_text
from commerce.suppliers.services.order_gate import SupplierNotQualified
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Forbidden, IllegalTransition, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.kernel.quantity import check_quantity, check_unit_price
from tenants.runtime.clock import clear_alarm, set_alarm
from tenants.runtime.guard import require
from tenants.runtime.numbering import next_number

EXPIRE = "procurement.order_change.expire"


class ChangeOpen(DomainError):
    """The order has a proposed change already."""

    code = "CHANGE_OPEN"
    en = "{number} is proposed already. Answer or withdraw it first."
    zh = "已存在待处理的变更 {number}，请先答复或撤回。"


class ChangeHeld(DomainError):
    """The buyer's rules do not let the change take effect now; why is the buyer's own matter."""

    code = "CHANGE_HELD"
    en = "The change cannot take effect at present. Ask the buyer."
    zh = "该变更目前无法生效，请联系采购方。"


class NothingChanges(Invalid):
    """A proposal that changes nothing."""

    code = "NOTHING_CHANGES"

    def __init__(self) -> None:
        super().__init__(
            field="lines",
            reason_en="Change the quantity, price or date of at least one line.",
            reason_zh="请至少修改一行的数量、价格或日期。",
        )


@dataclass(frozen=True, slots=True)
class LineChange:
    """What one line is to become; what is None stays."""

    line_id: uuid.UUID
    quantity: Decimal | None = None
    unit_price: Decimal | None = None
    requested_date: date | None = None


def order_change_propose(
    *,
    actor: Actor,
    at: datetime,
    order_id: uuid.UUID,
    version: int,
    lines: Sequence[LineChange],
    reason: str = "",
    expires_at: datetime | None = None,
) -> uuid.UUID:
    """This will propose to change lines of an issued order, and give the proposal's id.

    A buyer's change of quantity or price asks for approval first; then, or at once, the other side sees it.
    Raises Forbidden, NotFound, Conflict, IllegalTransition, ChangeOpen, NothingChanges, AlreadyShipped,
    SupplierSanctioned, SupplierArchived, Invalid, and what starting an approval raises.
    """
    require(actor, "procurement.order_change.propose")
    check_text(reason, field="reason", longest=2_000)
    if expires_at is not None and expires_at <= at:
        raise Invalid(field="expiresAt", reason_en="The time has passed.", reason_zh="该时间已过。")
    if side_of(actor) == "buyer":
        gate_of_order(actor, order_id, version, at)
    order = locked_placed_order(actor=actor, order_id=order_id, version=version)
    standing = standing_of(order.id)
    terms = _terms(standing, lines)
    change = write_change(
        order, standing, terms, actor=actor, at=at, reason=reason.strip(), expires_at=expires_at
    )
    if change.side == "buyer" and change.is_material:
        ask_for_approval(change, order, actor=actor, at=at)
    else:
        share_with_other_side(change, order, actor=actor, at=at)
    return change.id


def gate_of_order(actor: Actor, order_id: uuid.UUID, version: int, at: datetime) -> None:
    """This will pass the blacklist gate for an order, before its row is locked (R6)."""
    about = order_about(actor=actor, order_id=order_id, version=version)
    pass_gate(
        actor=actor,
        supplier_org_id=about.supplier_org_gid,
        order_type_code=about.order_type_code,
        category_ids=about.category_ids,
        at=at,
    )


def _suppliers_gate(actor: Actor, order_id: uuid.UUID, at: datetime) -> None:
    """The same gate when the supplier agrees, who does not learn what headquarters has against it."""
    try:
        gate_of_order(actor, order_id, _version_of(order_id), at)
    except (SupplierSanctioned, SupplierArchived, SupplierNotQualified):
        raise ChangeHeld from None


def write_change(
    order: PurchaseOrder,
    standing: Standing,
    terms: Mapping[uuid.UUID, LineTerms],
    *,
    actor: Actor,
    at: datetime,
    reason: str = "",
    expires_at: datetime | None = None,
    confirmation: OrderConfirmation | None = None,
) -> OrderChange:
    """This will write a proposal for an order whose row the caller holds; the order stays as it is.

    Raises ChangeOpen, AlreadyShipped and what pricing raises.
    """
    other = OrderChange.objects.filter(order_id=order.id, status__in=CHANGE_OPEN).first()
    if other is not None:
        raise ChangeOpen(number=other.number)
    check_not_shipped(standing, terms)
    would_be = PurchaseOrder.objects.get(id=order.id)
    restated(would_be, standing, terms)
    change = OrderChange(
        id=new_id(), number=next_number(kind="PC", at=at), order_id=order.id, side=side_of(actor),
        reason=reason, base_version=order.version, is_material=_is_material(standing, terms),
        total_amount=would_be.total_amount, tax_amount=would_be.tax_amount,
        content_hash=would_be.content_hash, confirmation=confirmation, proposer_key=actor.key,
        proposer_name=actor.display_name, expires_at=expires_at, proposed_at=at,
    )  # fmt: skip
    change.save(force_insert=True)
    OrderChangeLine.objects.bulk_create(_change_lines(change, standing, terms))
    if expires_at is not None:
        set_alarm(kind=EXPIRE, subject_id=change.id, due_at=expires_at)
    return change


def order_change_accept(*, actor: Actor, at: datetime, change_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will agree to the other side's change: it takes effect, or goes to approval when money changes.

    Only a buyer's approval makes a supplier's change of quantity or price binding. Raises Forbidden,
    NotFound, Conflict, IllegalTransition, AlreadyShipped, OverOrdered, CeilingPassed, SupplierSanctioned, and
    to a supplier ChangeHeld instead.
    """
    require(actor, "procurement.order_change.accept")
    order_id = order_of_change(actor=actor, change_id=change_id)
    if side_of(actor) == "buyer":
        gate_of_order(actor, order_id, _version_of(order_id), at)
    elif OrderChange.objects.filter(id=change_id, is_material=True).exists():
        _suppliers_gate(actor, order_id, at)
    order = locked_placed_order(actor=actor, order_id=order_id, version=None)
    change = locked_change(change_id, version)
    _check_answerable(change, actor)
    if change.side == "supplier" and change.is_material:
        ask_for_approval(change, order, actor=actor, at=at)
    else:
        if change.side == "buyer":
            supersede_pending(order, actor=actor, at=at)
        apply_with_answer(change, order, actor=actor, at=at)
    clear_alarm(kind=EXPIRE, subject_id=change.id)
    return change.id


def order_change_reject(
    *, actor: Actor, at: datetime, change_id: uuid.UUID, version: int, reason: str
) -> uuid.UUID:
    """This will decline the other side's change; the order stays as it was.

    Raises Forbidden, NotFound, Conflict, IllegalTransition, Invalid without a reason.
    """
    require(actor, "procurement.order_change.reject")
    check_text(reason, field="reason", longest=2_000)
    if not reason.strip():
        raise Invalid(field="reason", reason_en="Give a reason.", reason_zh="请填写原因。")
    order, change = _locked(actor, change_id, version)
    _check_answerable(change, actor)
    end_change(change, order, "rejected", actor=actor, at=at, reason=reason.strip())
    clear_alarm(kind=EXPIRE, subject_id=change.id)
    return change.id


def order_change_withdraw(*, actor: Actor, at: datetime, change_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will take back a change of one's own side that is not agreed yet.

    Raises Forbidden, NotFound, Conflict, IllegalTransition.
    """
    require(actor, "procurement.order_change.withdraw")
    order, change = _locked(actor, change_id, version)
    if change.side != side_of(actor):
        raise Forbidden(permission="procurement.order_change.withdraw")
    end_change(change, order, "withdrawn", actor=actor, at=at)
    clear_alarm(kind=EXPIRE, subject_id=change.id)
    return change.id


def order_change_expire(*, actor: Actor, at: datetime, change_id: uuid.UUID) -> None:
    """This will end a change that nobody answered in time; one that was answered stays as it is."""
    known = OrderChange.objects.filter(id=change_id).values_list("order_id", flat=True).first()
    if known is None:
        return
    order = PurchaseOrder.objects.select_for_update(no_key=True).get(id=known)
    change = locked_change(change_id, None)
    if change.status in CHANGE_OPEN and change.expires_at is not None and change.expires_at <= at:
        end_change(change, order, "expired", actor=actor, at=at)


def _locked(actor: Actor, change_id: uuid.UUID, version: int) -> tuple[PurchaseOrder, OrderChange]:
    order_id = order_of_change(actor=actor, change_id=change_id)
    order = locked_placed_order(actor=actor, order_id=order_id, version=None)
    return order, locked_change(change_id, version)


def _version_of(order_id: uuid.UUID) -> int:
    return PurchaseOrder.objects.values_list("version", flat=True).get(id=order_id)


def _check_answerable(change: OrderChange, actor: Actor) -> None:
    """A side answers what the other proposed; what is in approval is answered there."""
    if change.side == side_of(actor):
        raise Forbidden(permission="procurement.order_change.accept")
    if change.status != "proposed":
        raise IllegalTransition(field="status", state=change.status)


def _terms(standing: Standing, lines: Sequence[LineChange]) -> dict[uuid.UUID, LineTerms]:
    found: dict[uuid.UUID, LineTerms] = {}
    for place, given in enumerate(lines):
        if given.line_id not in standing.lines or given.line_id in found:
            raise NotFound(field=f"lines.{place}.lineId")
        if given.quantity is not None:
            check_quantity(given.quantity, field=f"lines.{place}.quantity")
        if given.unit_price is not None:
            check_unit_price(given.unit_price, field=f"lines.{place}.unitPrice")
        now = standing.terms_of(given.line_id)
        wanted = LineTerms(
            now.quantity if given.quantity is None else given.quantity,
            now.unit_price if given.unit_price is None else given.unit_price,
            given.requested_date or now.requested_date,
        )
        if wanted != now:
            found[given.line_id] = wanted
    if not found:
        raise NothingChanges
    return found


def _is_material(standing: Standing, terms: Mapping[uuid.UUID, LineTerms]) -> bool:
    now = {key: standing.terms_of(key) for key in terms}
    return any(
        (wanted.quantity, wanted.unit_price) != (now[key].quantity, now[key].unit_price)
        for key, wanted in terms.items()
    )


def _change_lines(
    change: OrderChange, standing: Standing, terms: Mapping[uuid.UUID, LineTerms]
) -> list[OrderChangeLine]:
    rows = []
    for key, wanted in terms.items():
        now = standing.terms_of(key)
        rows.append(
            OrderChangeLine(
                change=change, line_id=key, old_quantity=now.quantity, new_quantity=wanted.quantity,
                old_unit_price=now.unit_price, new_unit_price=wanted.unit_price,
                old_requested_date=now.requested_date, new_requested_date=wanted.requested_date,
            )
        )  # fmt: skip
    return rows

"""Short ways to negotiate an issued order in tests."""

import uuid
from datetime import date
from decimal import Decimal

from commerce.procurement.answers import LineAnswer, PromiseInput
from commerce.procurement.models import (
    ConfirmationLine,
    ConfirmationSchedule,
    OrderChange,
    OrderChangeLine,
    OrderConfirmation,
    PoLine,
    PoSchedule,
    PurchaseOrder,
    ShipNotice,
    ShipNoticeLine,
    ShipNoticePackage,
)
from commerce.procurement.services.order_change import LineChange, order_change_propose
from commerce.procurement.services.order_confirmation import order_confirmation_send
from commerce.procurement.services.ship_notice import NoticeLine, ship_notice_create
from tenants.kernel.actor import Actor
from tests.contexts.procurement.support import buyer, fresh, with_role
from tests.support.world import NOW, UnitInWorld

TABLES = (
    PurchaseOrder, PoLine, PoSchedule, OrderChange, OrderChangeLine, OrderConfirmation, ConfirmationLine,
    ConfirmationSchedule, ShipNotice, ShipNoticeLine, ShipNoticePackage,
)  # fmt: skip

D1, D2, D3 = date(2026, 12, 1), date(2026, 12, 15), date(2027, 1, 20)


def contact(unit: UnitInWorld, supplier: uuid.UUID, person: int = 9) -> Actor:
    """This will make a contact of a supplier in the unit."""
    return with_role(unit, "supplier_contact", person, supplier_org_id=supplier)


def lines(order: PurchaseOrder) -> list[PoLine]:
    return list(PoLine.objects.filter(order_id=order.id).order_by("line_no"))


def promises(order: PurchaseOrder) -> list[tuple]:
    """This will give line, quantity, promised date and word of every schedule, in order."""
    rows = PoSchedule.objects.filter(line__order_id=order.id).order_by("line__line_no", "schedule_no")
    return [
        (r.line.line_no, r.quantity, r.promised_date, r.confirmation) for r in rows.select_related("line")
    ]


def proposed(
    unit: UnitInWorld, order: PurchaseOrder, place: int = 0, *, actor: Actor | None = None, **changed: object
) -> OrderChange:
    """This will propose to change one line."""
    key = order_change_propose(
        actor=actor or buyer(unit), at=NOW, order_id=order.id, version=fresh(order).version,
        lines=[LineChange(lines(order)[place].id, **changed)],
    )  # fmt: skip
    return OrderChange.objects.get(id=key)


def answer(line: PoLine, word: str = "accept", *parts: tuple, **fields: object) -> LineAnswer:
    """This will answer on a line with parts as (quantity, date); a part without a date is a back order."""
    given = [PromiseInput(Decimal(q), day, is_back_order=day is None) for q, day in parts]
    return LineAnswer(line.id, word, given, **fields)


def confirmed(
    actor: Actor, order: PurchaseOrder, *answers: LineAnswer, **fields: object
) -> OrderConfirmation:
    """This will send an answer to the order."""
    key = order_confirmation_send(
        actor=actor, at=NOW, order_id=order.id, version=fresh(order).version, lines=answers, **fields
    )
    return OrderConfirmation.objects.get(id=key)


def noticed(actor: Actor, order: PurchaseOrder, *quantities: str, **fields: object) -> ShipNotice:
    """This will draft a ship notice with so much of each line."""
    given = [
        NoticeLine(line.id, Decimal(q)) for line, q in zip(lines(order), quantities, strict=False) if q != "0"
    ]
    key = ship_notice_create(actor=actor, at=NOW, order_id=order.id, lines=given, **fields)
    return ShipNotice.objects.get(id=key)

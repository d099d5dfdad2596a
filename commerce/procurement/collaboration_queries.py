"""Reads of what buyer and supplier agree about an order. The doors `…_visible_to` narrow for suppliers."""

import uuid
from typing import TypeVar

from django.db.models import Q, QuerySet

from commerce.procurement.models import (
    ConfirmationLine,
    ConfirmationSchedule,
    OrderChange,
    OrderChangeLine,
    OrderConfirmation,
    ShipNotice,
    ShipNoticeLine,
    ShipNoticePackage,
)
from commerce.procurement.queries import orders_visible_to
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, NotFound

Row = TypeVar("Row", OrderChange, OrderConfirmation, ShipNotice)


def order_changes_visible_to(actor: Actor) -> QuerySet[OrderChange]:
    """This will give the changes of the orders that the actor sees; to a supplier its own and those shared."""
    rows = OrderChange.objects.all()
    if not actor.may("procurement.order_change.read"):
        return rows.none()
    rows = rows.filter(order__in=orders_visible_to(actor=actor))
    if actor.supplier_org_id is not None:
        return rows.filter(Q(side="supplier") | Q(shared_at__isnull=False))
    return rows


def order_change_lines_visible_to(actor: Actor) -> QuerySet[OrderChangeLine]:
    """This will give the lines of the changes that the actor sees."""
    return OrderChangeLine.objects.filter(change__in=order_changes_visible_to(actor=actor))


def order_confirmations_visible_to(actor: Actor) -> QuerySet[OrderConfirmation]:
    """This will give the answers to the orders that the actor sees."""
    rows = OrderConfirmation.objects.all()
    if not actor.may("procurement.order_confirmation.read"):
        return rows.none()
    return rows.filter(order__in=orders_visible_to(actor=actor))


def confirmation_lines_visible_to(actor: Actor) -> QuerySet[ConfirmationLine]:
    """This will give the lines of the answers that the actor sees."""
    return ConfirmationLine.objects.filter(confirmation__in=order_confirmations_visible_to(actor=actor))


def confirmation_schedules_visible_to(actor: Actor) -> QuerySet[ConfirmationSchedule]:
    """This will give the promised parts of the answers that the actor sees."""
    return ConfirmationSchedule.objects.filter(
        confirmation_line__in=confirmation_lines_visible_to(actor=actor)
    )


def ship_notices_visible_to(actor: Actor) -> QuerySet[ShipNotice]:
    """This will give the ship notices of the orders that the actor sees, without the other side's drafts."""
    rows = ShipNotice.objects.all()
    if not actor.may("procurement.ship_notice.read"):
        return rows.none()
    rows = rows.filter(order__in=orders_visible_to(actor=actor))
    if actor.supplier_org_id is not None:
        return rows.exclude(side="buyer", status="draft")
    return rows.exclude(side="supplier", status="draft")


def ship_notice_packages_visible_to(actor: Actor) -> QuerySet[ShipNoticePackage]:
    """This will give the packages of the ship notices that the actor sees."""
    return ShipNoticePackage.objects.filter(notice__in=ship_notices_visible_to(actor=actor))


def ship_notice_lines_visible_to(actor: Actor) -> QuerySet[ShipNoticeLine]:
    """This will give the lines of the ship notices that the actor sees."""
    return ShipNoticeLine.objects.filter(notice__in=ship_notices_visible_to(actor=actor))


def order_of_change(*, actor: Actor, change_id: uuid.UUID) -> uuid.UUID:
    """This will give the order of a change that the actor sees, to lock it first; raises NotFound."""
    return _order_of(order_changes_visible_to(actor=actor).filter(id=change_id), "changeId")


def order_of_confirmation(*, actor: Actor, confirmation_id: uuid.UUID) -> uuid.UUID:
    """This will give the order of an answer that the actor sees, to lock it first; raises NotFound."""
    return _order_of(order_confirmations_visible_to(actor=actor).filter(id=confirmation_id), "confirmationId")


def order_of_notice(*, actor: Actor, notice_id: uuid.UUID) -> uuid.UUID:
    """This will give the order of a ship notice that the actor sees, to lock it first; raises NotFound."""
    return _order_of(ship_notices_visible_to(actor=actor).filter(id=notice_id), "noticeId")


def _order_of(rows: QuerySet, field: str) -> uuid.UUID:
    found = rows.values_list("order_id", flat=True).first()
    if found is None:
        raise NotFound(field=field)
    return found


def locked_change(change_id: uuid.UUID, version: int | None) -> OrderChange:
    """This will lock a change whose order the caller holds; raises Conflict for another version."""
    return _checked(OrderChange.objects.select_for_update(no_key=True).get(id=change_id), version)


def locked_confirmation(confirmation_id: uuid.UUID, version: int | None) -> OrderConfirmation:
    """This will lock an answer whose order the caller holds; raises Conflict for another version."""
    return _checked(OrderConfirmation.objects.select_for_update(no_key=True).get(id=confirmation_id), version)


def locked_notice(notice_id: uuid.UUID, version: int | None) -> ShipNotice:
    """This will lock a ship notice whose order the caller holds; raises Conflict for another version."""
    return _checked(ShipNotice.objects.select_for_update(no_key=True).get(id=notice_id), version)


def _checked(row: Row, version: int | None) -> Row:
    if version is not None and row.version != version:
        raise Conflict(field="version", current_version=row.version)
    return row

"""Reads of requisitions and orders. The doors `…_visible_to` are the only way to rows from outside."""

import uuid
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet

from commerce.procurement.models import (
    ItemTerms,
    OrderDocument,
    OrderImport,
    PoLine,
    PoSchedule,
    ProcurementSetting,
    PurchaseOrder,
    Requisition,
    RequisitionLine,
    RequisitionTemplate,
)
from commerce.procurement.states import PLACED
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, NotFound
from tenants.runtime.rows import fetch_rows


def _is_partner(actor: Actor) -> bool:
    return actor.supplier_org_id is not None or actor.distributor_id is not None


def requisitions_visible_to(actor: Actor) -> QuerySet[Requisition]:
    """This will give the unit's requisitions to whoever reads all, otherwise the actor's own; none to partners."""
    rows = Requisition.objects.all()
    if _is_partner(actor):
        return rows.none()
    if actor.may("procurement.requisition.read_all"):
        return rows
    if actor.may("procurement.requisition.read"):
        return rows.filter(requester_key=actor.key)
    return rows.none()


def requisition_lines_visible_to(actor: Actor) -> QuerySet[RequisitionLine]:
    """This will give the lines of the requisitions that the actor sees."""
    rows = RequisitionLine.objects.all()
    if _is_partner(actor):
        return rows.none()
    if actor.may("procurement.requisition.read_all"):
        return rows
    return rows.filter(requisition__in=requisitions_visible_to(actor=actor))


def requisition_templates_visible_to(actor: Actor) -> QuerySet[RequisitionTemplate]:
    """This will give the actor's own templates and those shared with the unit; none to partners."""
    rows = RequisitionTemplate.objects.all()
    if _is_partner(actor) or not actor.may("procurement.requisition.create"):
        return rows.none()
    return rows.filter(Q(owner_key=actor.key) | Q(shared=True))


def orders_visible_to(actor: Actor) -> QuerySet[PurchaseOrder]:
    """This will give the unit's orders; to a supplier's contact the placed ones addressed to it alone."""
    rows = PurchaseOrder.objects.all()
    if actor.distributor_id is not None or not actor.may("procurement.order.read"):
        return rows.none()
    if actor.supplier_org_id is not None:
        return rows.filter(supplier_org_gid=actor.supplier_org_id, status__in=(*PLACED, "cancelled")).exclude(
            issued_at__isnull=True, status="cancelled"
        )
    return rows


def item_terms_visible_to(actor: Actor) -> QuerySet[ItemTerms]:
    """This will give the unit's own terms of items; none to outside partners."""
    rows = ItemTerms.objects.all()
    return rows.none() if _is_partner(actor) else rows


def order_lines_visible_to(actor: Actor) -> QuerySet[PoLine]:
    """This will give the lines of the orders that the actor sees."""
    rows = PoLine.objects.all()
    if actor.supplier_org_id is None and actor.distributor_id is None and actor.may("procurement.order.read"):
        return rows
    return rows.filter(order__in=orders_visible_to(actor=actor))


def order_schedules_visible_to(actor: Actor) -> QuerySet[PoSchedule]:
    """This will give the schedules of the order lines that the actor sees."""
    rows = PoSchedule.objects.all()
    if actor.supplier_org_id is None and actor.distributor_id is None and actor.may("procurement.order.read"):
        return rows
    return rows.filter(line__order__in=orders_visible_to(actor=actor))


def order_documents_visible_to(actor: Actor) -> QuerySet[OrderDocument]:
    """This will give the printed forms of the orders that the actor sees, to those who see prices."""
    rows = OrderDocument.objects.all()
    if not actor.may("procurement.price.read"):
        return rows.none()
    return rows.filter(order__in=orders_visible_to(actor=actor))


def order_imports_visible_to(actor: Actor) -> QuerySet[OrderImport]:
    """This will give the door to the unit's imports of orders; partners see none."""
    rows = OrderImport.objects.all()
    return rows if actor.supplier_org_id is None and actor.distributor_id is None else rows.none()


def setting() -> ProcurementSetting:
    """This will give the unit's choices, or the defaults."""
    return ProcurementSetting.objects.filter(id=1).first() or ProcurementSetting()


@dataclass(frozen=True, slots=True)
class OrderAbout:
    """What the blacklist gate and the state table ask of an order; None among the categories is a line without."""

    number: str
    status: str
    order_type_code: str
    supplier_org_gid: uuid.UUID
    category_ids: list[uuid.UUID | None]


def order_about(*, actor: Actor, order_id: uuid.UUID, version: int) -> OrderAbout:
    """This will read, without a lock, what is asked before one is taken; raises NotFound, Conflict.

    The version does not change without the content, so whoever locks it at the same version may rely on this.
    """
    categories = PoLine.objects.filter(order_id=OuterRef("id")).order_by().values("category_gid").distinct()
    rows = orders_visible_to(actor=actor).filter(id=order_id).annotate(categories=ArraySubquery(categories))
    row = rows.values_list(
        "version", "number", "status", "order_type_code", "supplier_org_gid", "categories"
    ).first()
    if row is None:
        raise NotFound(field="orderId")
    if row[0] != version:
        raise Conflict(field="version", current_version=row[0])
    return OrderAbout(*row[1:])


def locked_requisition(*, actor: Actor, requisition_id: uuid.UUID, version: int | None) -> Requisition:
    """This will lock a requisition that the actor sees; raises NotFound, and Conflict for another version."""
    rows = requisitions_visible_to(actor=actor).filter(id=requisition_id)
    row = rows.select_for_update(no_key=True).first()
    if row is None:
        raise NotFound(field="requisitionId")
    _check_version(row, version)
    return row


def locked_order(*, actor: Actor, order_id: uuid.UUID, version: int | None) -> PurchaseOrder:
    """This will lock an order that the actor sees; raises NotFound, and Conflict for another version."""
    row = orders_visible_to(actor=actor).filter(id=order_id).select_for_update(no_key=True).first()
    if row is None:
        raise NotFound(field="orderId")
    _check_version(row, version)
    return row


def _check_version(row: Requisition | PurchaseOrder, version: int | None) -> None:
    if version is not None and row.version != version:
        raise Conflict(field="version", current_version=row.version)


_OWN_UNIT = "SELECT name, currency, country FROM public.directory_business_unit WHERE id = %s"


def own_unit(unit_id: uuid.UUID | None) -> tuple[str, str, str]:
    """This will give the name, currency and country of the unit whose scope is open."""
    return fetch_rows(_OWN_UNIT, [unit_id])[0]

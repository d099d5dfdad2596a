"""Printed forms of orders: asked for here, typeset by a task, kept as private files."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from commerce.masterdata.queries import uoms_visible_to
from commerce.procurement.models import OrderDocument, PoLine, PurchaseOrder
from commerce.procurement.printing.order_form import order_form
from commerce.procurement.printing.render import render_order
from commerce.procurement.queries import orders_visible_to
from commerce.procurement.unit import this_unit
from tenants.kernel.actor import Actor, system_actor
from tenants.kernel.errors import Invalid, NotFound
from tenants.runtime import audit, files, outbox
from tenants.runtime.guard import require
from tenants.runtime.scope import Scope, unit_of_work

LOCALES = ("en", "zh")
REQUESTED = "procurement.order.print_requested"


@dataclass(frozen=True, slots=True)
class _Form:
    """What is typeset, read before the task leaves the database alone."""

    number: str
    locale: str
    data: dict[str, object]


def order_print(*, actor: Actor, at: datetime, order_id: uuid.UUID, locale: str) -> uuid.UUID:
    """This will ask for the PDF of an order as it is now, in the locale "en" or "zh", and give the order's id.

    It is ready a moment later; asking again gives the same. Raises Forbidden, NotFound, Invalid.
    """
    require(actor, "procurement.order.print")
    require(actor, "procurement.price.read")
    if locale not in LOCALES:
        raise Invalid(field="locale", reason_en="The language is en or zh.", reason_zh="语言为 en 或 zh。")
    order = orders_visible_to(actor).filter(id=order_id).first()
    if order is None:
        raise NotFound(field="orderId")
    ask_for_document(order, locale, actor=actor, at=at)
    return order.id


def ask_for_document(order: PurchaseOrder, locale: str, *, actor: Actor, at: datetime) -> None:
    """This will ask for a document that is not there yet, with its trail."""
    row = OrderDocument(
        order_id=order.id, order_version=order.version, locale=locale, requested_by_key=actor.key
    )
    OrderDocument.objects.bulk_create([row], ignore_conflicts=True)
    if not OrderDocument.objects.filter(id=row.id).exists():
        return
    audit.record(
        actor=actor,
        action="procurement.order.print",
        subject_type="order",
        subject_id=order.id,
        subject_label=order.number,
        at=at,
        new={"locale": locale, "order_version": order.version},
    )
    outbox.publish(
        event_type=REQUESTED,
        subject_type="order_document",
        subject_id=row.id,
        at=at,
        actor=actor,
        payload={"order_id": str(order.id), "locale": locale},
    )


def make_document(*, scope: Scope, document_id: uuid.UUID, at: datetime) -> None:
    """This will typeset a document that was asked for and store it; once it is there, nothing.

    Opens units of work of its own: the typesetting lies between them.
    """
    actor = system_actor(group_id=scope.group_id, unit_id=scope.unit_id, name="Printing")
    with unit_of_work(scope):
        form = _form(document_id, actor)
    if form is None:
        return
    pdf = render_order(form.data)
    with unit_of_work(scope):
        row = OrderDocument.objects.select_for_update(no_key=True).get(id=document_id)
        if row.status == "ready":
            return
        row.file_gid = files.put(
            name=f"{form.number}-{form.locale}.pdf",
            content_type="application/pdf",
            data=pdf,
            purpose="order",
            actor=actor,
        )
        described = files.describe(file_id=row.file_gid)
        row.status, row.ready_at = "ready", at
        row.sha256, row.byte_size = described.sha256, described.size
        row.save(update_fields=["file_gid", "status", "ready_at", "sha256", "byte_size"])
        outbox.publish(
            event_type="procurement.order.printed",
            subject_type="order",
            subject_id=row.order_id,
            at=at,
            actor=actor,
            payload={"document_id": str(row.id), "locale": row.locale},
        )


def _form(document_id: uuid.UUID, actor: Actor) -> _Form | None:
    row = OrderDocument.objects.filter(id=document_id).exclude(status="ready").first()
    if row is None:
        return None
    order = PurchaseOrder.objects.get(id=row.order_id)
    lines = list(PoLine.objects.filter(order_id=order.id).order_by("line_no"))
    column = "name_zh" if row.locale == "zh" else "name_en"
    codes = {line.unit for line in lines}
    units = dict(uoms_visible_to(actor=actor).filter(code__in=codes).values_list("code", column))
    data = order_form(order=order, lines=lines, unit_name=this_unit().name, units=units, locale=row.locale)
    return _Form(order.number, row.locale, data)

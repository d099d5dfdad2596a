"""What purchasing does when a sanction begins or ends, and when an order is issued: it is printed."""

import uuid
from datetime import datetime

from commerce.procurement.models import PurchaseOrder
from commerce.procurement.services import attachment, item_repoint, mrp_delivery, mrp_source, order_import_job
from commerce.procurement.services.invoice_match import rematch_waiting
from commerce.procurement.services.mrp_delivery_steps import pull_by_clock, run_delivery_step
from commerce.procurement.services.order_change import EXPIRE, order_change_expire
from commerce.procurement.services.order_import_steps import run_import_step
from commerce.procurement.services.order_print import LOCALES, REQUESTED, ask_for_document, make_document
from commerce.procurement.services.order_sanctions import orders_release_held, orders_stop
from commerce.procurement.watch import reactions  # noqa: F401  looks at risks after changes
from tenants.kernel.actor import system_actor
from tenants.runtime.clock import on_alarm
from tenants.runtime.events import Event, on_event
from tenants.runtime.scope import Scope, current_scope


@on_event("masterdata.sanction.imposed", every_unit=True, when_off=True)
def stop_open_orders(*, event: Event, at: datetime) -> None:
    """This will apply the sanction's policy for open documents to the unit's open orders."""
    categories, units = event.payload["category_ids"], event.payload["unit_ids"]
    orders_stop(
        at=at,
        sanction_id=event.subject_id,
        supplier_org_ids=_ids(event.payload["supplier_org_ids"]),
        actions=[str(action) for action in _list(event.payload["actions"])],
        category_ids=None if categories is None else _ids(categories),
        unit_ids=None if units is None else _ids(units),
        policy=str(event.payload["open_document_policy"]),
    )


@on_event("masterdata.sanction.lifted", every_unit=True, when_off=True)
def release_after_lifting(*, event: Event, at: datetime) -> None:
    """This will release held orders that no sanction covers any more."""
    orders_release_held(at=at)


@on_event("masterdata.sanction.expired", every_unit=True, when_off=True)
def release_after_expiry(*, event: Event, at: datetime) -> None:
    """This will release held orders that no sanction covers any more."""
    orders_release_held(at=at)


@on_event("procurement.order.issued")
def print_issued(*, event: Event, at: datetime) -> None:
    """This will ask for the printed forms of an order that was issued, in both languages."""
    order = PurchaseOrder.objects.get(id=event.subject_id)
    actor = system_actor(group_id=event.group_id, unit_id=event.unit_id, name="Printing")
    for locale in LOCALES:
        ask_for_document(order, locale, actor=actor, at=at)


@on_event(REQUESTED, resumable=True)
def print_requested(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will typeset and store a document that was asked for."""
    make_document(scope=scope, document_id=event.subject_id, at=at)


@on_alarm(EXPIRE)
def expire_change(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will end a proposed change that nobody answered in time."""
    scope = current_scope()
    actor = system_actor(group_id=scope.group_id, unit_id=scope.unit_id, name="Clock")
    order_change_expire(actor=actor, at=at, change_id=subject_id)


@on_event("procurement.receipt.posted")
@on_event("procurement.receipt.decided")
def match_waiting_invoices(*, event: Event, at: datetime) -> None:
    """This will compare invoices anew that waited for the goods of a receipt."""
    actor = system_actor(group_id=event.group_id, unit_id=event.unit_id, name="Matching")
    rematch_waiting(actor=actor, at=at, order_id=uuid.UUID(str(event.payload["order_id"])))


@on_event(order_import_job.REQUESTED, resumable=True)
def import_requested(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will run the step of an import of orders that was asked for."""
    run_import_step(scope=scope, import_id=event.subject_id, step=str(event.payload["step"]), at=at)


@on_event("masterdata.item_merge.asked", every_unit=True, when_off=True)
def count_references(*, event: Event, at: datetime) -> None:
    """This will count what names an item that is to be merged."""
    item_repoint.item_count(merge_id=event.subject_id, at=at)


@on_event("masterdata.item_merge.confirmed", every_unit=True, resumable=True, when_off=True)
def repoint_references(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will re-point what names an item that was merged."""
    item_repoint.item_repoint(scope=scope, merge_id=event.subject_id, at=at)


@on_alarm(item_repoint.SWEEP)
def sweep_references(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will look once more for what names a merged item."""
    item_repoint.item_sweep(share_id=subject_id, at=at)


@on_event(attachment.REQUESTED, resumable=True)
def scan_requested(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will have an attached file scanned for malware."""
    attachment.scan_attachment(scope=scope, attachment_id=event.subject_id, at=at)


@on_alarm(attachment.RESCAN)
def rescan(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will have a file scanned again that got no verdict."""
    attachment.rescan(scope=current_scope(), attachment_id=subject_id, at=at)


@on_event(mrp_delivery.REQUESTED, resumable=True, module="requisitions")
def delivery_requested(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will run the step of a delivery of demand that was asked for."""
    run_delivery_step(scope=scope, delivery_id=event.subject_id, step=str(event.payload["step"]), at=at)


@on_alarm(mrp_source.PULL)
def pull_demand(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will have a source's ERP asked for its demand."""
    pull_by_clock(source_id=subject_id, at=at)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("the event's payload needs a list")
    return value


def _ids(value: object) -> list[uuid.UUID]:
    return [uuid.UUID(str(entry)) for entry in _list(value)]

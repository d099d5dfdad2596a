"""Reactions of master data to time and to its own events."""

import uuid
from datetime import datetime

from commerce.masterdata.events import (
    APPLICATION_SUBMITTED,
    CHECK_REQUESTED,
    SCREENING_REQUESTED,
    SUPPLIER_ALERT_RAISED,
    SUPPLIER_IMPORT_REQUESTED,
)
from commerce.masterdata.services import (
    application_rules,
    certificate,
    certificate_mail,
    provider_check,
    qualification_state,
)
from commerce.masterdata.services.exchange import SharedDocument, exchange_doc_move, exchange_doc_write
from commerce.masterdata.services.import_steps import run_step
from commerce.masterdata.services.sanction import ALARM
from commerce.masterdata.services.sanction_clock import sanction_advance
from commerce.masterdata.services.sanction_mail import WHAT, sanction_tell
from commerce.masterdata.services.screening import screen_register
from tenants.runtime.clock import on_alarm
from tenants.runtime.events import Event, on_event
from tenants.runtime.scope import Scope

NEGOTIATED = (
    "order.changed",
    "order_change.proposed",
    "order_change.accepted",
    "order_change.rejected",
    "order_change.withdrawn",
    "order_change.expired",
    "order_confirmation.sent",
    "order_confirmation.accepted",
    "order_confirmation.declined",
    "order_confirmation.superseded",
    "ship_notice.sent",
    "ship_notice.departed",
    "ship_notice.arrived",
    "ship_notice.receiving",
    "ship_notice.completed",
    "ship_notice.cancelled",
)
"""Steps between buyer and supplier that the exchange index follows."""


@on_alarm(ALARM)
def sanction_check(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will bring the sanction into force or end it, when its instant has come."""
    sanction_advance(sanction_id=subject_id, at=at)


@on_alarm(certificate.ALARM)
def certificate_check(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will warn before a certificate ends, and end it on its day."""
    certificate.certificate_advance(certificate_id=subject_id, at=at)


@on_alarm(qualification_state.ALARM)
def qualification_check(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will end a qualification whose last day has passed."""
    qualification_state.qualification_advance(qualification_id=subject_id, at=at)


@on_event(SUPPLIER_IMPORT_REQUESTED, resumable=True)
def supplier_import_step(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will run the step of the import that was asked for."""
    run_step(scope=scope, import_id=event.subject_id, step=str(event.payload["step"]), at=at)


@on_event(SCREENING_REQUESTED, resumable=True)
def screening_step(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will run the screening that was asked for."""
    screen_register(scope=scope, run_id=event.subject_id, at=at)


def _tell_of_sanction(*, event: Event, at: datetime) -> None:
    """This will tell the others at headquarters what happened to the blacklist."""
    sanction_tell(
        sanction_id=event.subject_id,
        event_type=event.event_type,
        actor_key=event.actor_key,
        at=event.occurred_at,
    )


for _event in WHAT:
    on_event(_event)(_tell_of_sanction)


@on_event("procurement.order.issued")
def share_issued_order(*, event: Event, at: datetime) -> None:
    """This will show an issued order to its supplier in the exchange index."""
    exchange_doc_write(
        document=SharedDocument(
            doc_type="order",
            doc_gid=event.subject_id,
            doc_number=str(event.payload["number"]),
            supplier_org_id=uuid.UUID(str(event.payload["supplier_org_id"])),
            state="issued",
            doc_version=event.subject_version or 0,
            order_gid=event.subject_id,
            awaits="supplier",
        ),
        at=event.occurred_at,
    )


@on_event("procurement.order.cancelled")
def share_cancelled_order(*, event: Event, at: datetime) -> None:
    """This will note in the exchange index that an order was cancelled."""
    exchange_doc_move(
        doc_gid=event.subject_id,
        state="cancelled",
        doc_version=event.subject_version or 0,
        at=event.occurred_at,
    )


@on_event("procurement.order.closed")
def share_closed_order(*, event: Event, at: datetime) -> None:
    """This will note in the exchange index that an order was closed."""
    exchange_doc_move(
        doc_gid=event.subject_id, state="closed", doc_version=event.subject_version or 0, at=event.occurred_at
    )


def _share_document(*, event: Event, at: datetime) -> None:
    """This will list a document that a supplier shares in, and its order as it is now, whose issue may be told later.

    Documents that are not shared, e.g. a buyer's change still in approval, name no supplier.
    """
    supplier, order = event.payload.get("supplier_org_id"), event.payload.get("order_id")
    if supplier is None or order is None:
        return
    order_gid, supplier_id = uuid.UUID(str(order)), uuid.UUID(str(supplier))
    if event.subject_id != order_gid:
        exchange_doc_write(
            document=SharedDocument(
                doc_type=event.subject_type,
                doc_gid=event.subject_id,
                doc_number=str(event.payload["number"]),
                supplier_org_id=supplier_id,
                state=str(event.payload["state"]),
                doc_version=event.subject_version or 0,
                order_gid=order_gid,
                awaits=str(event.payload["awaits"]),
            ),
            at=event.occurred_at,
        )
    exchange_doc_write(
        document=SharedDocument(
            doc_type="order",
            doc_gid=order_gid,
            doc_number=str(event.payload.get("order_number", "")),
            supplier_org_id=supplier_id,
            state=str(event.payload["order_state"]),
            doc_version=int(str(event.payload["order_version"])),
            order_gid=order_gid,
            awaits=str(event.payload["order_awaits"]),
        ),
        at=event.occurred_at,
    )


for _kind in NEGOTIATED:
    on_event(f"procurement.{_kind}")(_share_document)


@on_event(CHECK_REQUESTED, resumable=True)
def provider_check_step(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will ask the provider about the supplier."""
    provider_check.run_check(scope=scope, check_id=event.subject_id, at=at)


@on_event(provider_check.WATCH_REQUESTED, resumable=True)
def provider_watch_step(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will read which suppliers' risk has changed."""
    provider_check.read_changes(scope=scope, at=at)


@on_alarm(provider_check.RETRY)
def provider_check_retry(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will have a pending check tried again."""
    provider_check.retry_check(check_id=subject_id, at=at)


@on_alarm(provider_check.EXPIRE)
def provider_check_expire(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will tell that a check's answer is over."""
    provider_check.expire_check(check_id=subject_id, at=at)


@on_alarm(provider_check.WATCH)
def provider_watch(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will have the monitoring read."""
    provider_check.watch_again(group_id=subject_id, at=at)


@on_event(APPLICATION_SUBMITTED, resumable=True)
def application_step(*, event: Event, scope: Scope, at: datetime) -> None:
    """This will let the rules look at an application."""
    application_rules.run_rules(scope=scope, application_id=event.subject_id, at=at)


@on_alarm(application_rules.ALARM)
def application_retry(*, subject_id: uuid.UUID, at: datetime) -> None:
    """This will let the rules look again, the provider having been down."""
    application_rules.look_again(application_id=subject_id, at=at)


@on_event(SUPPLIER_ALERT_RAISED)
def tell_supplier(*, event: Event, at: datetime) -> None:
    """This will mail a supplier's contacts about their certificates."""
    certificate_mail.certificate_tell(alert_id=event.subject_id, at=at)

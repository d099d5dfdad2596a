"""Keeps the exchange index: which documents a unit and a supplier share, and in what state they are."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from commerce.masterdata.models import ExchangeDoc
from tenants.runtime.scope import current_scope


@dataclass(frozen=True, slots=True)
class SharedDocument:
    """A document as the index tells of it: no prices, no body."""

    doc_type: str
    doc_gid: uuid.UUID
    doc_number: str
    supplier_org_id: uuid.UUID
    state: str
    doc_version: int
    order_gid: uuid.UUID | None = None
    awaits: str = ""


def exchange_doc_write(*, document: SharedDocument, at: datetime) -> None:
    """This will add the unit's document to the index, or bring its entry up to date.

    An older version than the one known changes nothing. Runs in the unit's scope.
    """
    scope = current_scope()
    row = ExchangeDoc(
        group_id=scope.group_id,
        unit_id=scope.unit_id,
        doc_type=document.doc_type,
        doc_gid=document.doc_gid,
        doc_number=document.doc_number,
        supplier_org_id=document.supplier_org_id,
        order_gid=document.order_gid,
        state=document.state,
        awaits=document.awaits,
        doc_version=document.doc_version,
        changed_at=at,
    )
    # Events of an order and of its answers run side by side: who comes second must see what the first wrote.
    ExchangeDoc.objects.bulk_create([row], ignore_conflicts=True)
    exchange_doc_move(
        doc_gid=document.doc_gid,
        state=document.state,
        awaits=document.awaits,
        doc_version=document.doc_version,
        at=at,
    )


def exchange_doc_move(
    *, doc_gid: uuid.UUID, state: str, doc_version: int, at: datetime, awaits: str = ""
) -> None:
    """This will note the new state of a document that is in the index; others are none of its business."""
    ExchangeDoc.objects.filter(
        unit_id=current_scope().unit_id, doc_gid=doc_gid, doc_version__lt=doc_version
    ).update(state=state, awaits=awaits, doc_version=doc_version, changed_at=at)

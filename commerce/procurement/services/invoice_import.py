"""Taking invoices in from files: UBL 2.1 as EN 16931 maps it, and cXML 1.2."""

import uuid
from dataclasses import replace
from datetime import date, datetime

from django.db.models import Q

from commerce.masterdata.queries import supplier_orgs_visible_to
from commerce.procurement.invoicing.document import InvoiceDocument
from commerce.procurement.invoicing.queries import own_upload
from commerce.procurement.invoicing.reading import read_invoice
from commerce.procurement.invoicing.writing import Provenance, order_lines_named, write_invoice
from commerce.procurement.models import PoLine, PurchaseOrder
from commerce.procurement.queries import orders_visible_to
from commerce.procurement.services.attachment import picture_attach
from commerce.procurement.services.invoice_create import (
    FILE_PURPOSE,
    check_booker,
    placed_order,
)
from commerce.procurement.services.invoice_match import match_locked, note_unknown_order
from commerce.procurement.states import PLACED
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError
from tenants.runtime import files
from tenants.runtime.guard import require


class SupplierUnknown(DomainError):
    """The document names neither a known order nor a known supplier."""

    code = "INVOICE_SUPPLIER_UNKNOWN"
    en = "The invoice names no known order ({order_ref}) and its sender is not in the register. Choose the order."
    zh = "发票未引用已知订单（{order_ref}），且开票方不在供应商库中。请选择对应订单。"


def invoice_import(
    *,
    actor: Actor,
    at: datetime,
    file_id: uuid.UUID,
    order_id: uuid.UUID | None = None,
    pdf_file_id: uuid.UUID | None = None,
    booking_date: date | None = None,
) -> uuid.UUID:
    """This will take in an uploaded UBL or cXML invoice or credit note, compare it with its order, and give its id.

    The order is the one chosen, otherwise the one that the document names. A supplier's contact invoices its
    own orders alone. Raises Forbidden, NotFound, what `read_invoice` raises, SupplierUnknown,
    OrderNotPlaced, InvoiceKnown, PeriodClosed, AttachmentTooLarge, Invalid.
    """
    require(actor, "procurement.invoice.import")
    check_booker(actor, booking_date)
    own_upload(actor=actor, file_id=file_id, purpose=FILE_PURPOSE)
    if pdf_file_id is not None:
        own_upload(actor=actor, file_id=pdf_file_id, purpose=FILE_PURPOSE)
    document = read_invoice(files.read(file_id=file_id))
    order = _order_of(document, order_id, actor)
    source = _source(document, order, actor, file_id, pdf_file_id)
    lines = list(PoLine.objects.filter(order_id=order.id)) if order is not None else []
    invoice = write_invoice(
        document,
        order=order,
        source=replace(source, booking_date=booking_date),
        order_lines=order_lines_named(document, lines),
        actor=actor,
        at=at,
    )
    if pdf_file_id is not None:
        picture_attach(actor=actor, at=at, invoice_id=invoice.id, file_id=pdf_file_id)
    if order is None:
        note_unknown_order(invoice, actor=actor, at=at)
    else:
        match_locked(invoice, order, actor=actor, at=at)
    return invoice.id


def _order_of(document: InvoiceDocument, order_id: uuid.UUID | None, actor: Actor) -> PurchaseOrder | None:
    if order_id is not None:
        return placed_order(actor=actor, order_id=order_id)
    if not document.order_ref:
        return None
    named = Q(number=document.order_ref) | Q(external_ref=document.order_ref)
    rows = orders_visible_to(actor=actor).filter(named, status__in=PLACED).order_by("-issued_at")
    found = rows.values_list("id", flat=True).first()
    return None if found is None else placed_order(actor=actor, order_id=found)


def _source(
    document: InvoiceDocument,
    order: PurchaseOrder | None,
    actor: Actor,
    file_id: uuid.UUID,
    pdf_file_id: uuid.UUID | None,
) -> Provenance:
    origin = "file" if actor.supplier_org_id is None else "portal"
    if order is not None:
        return Provenance(
            origin, order.supplier_org_gid, order.supplier_name, order.supplier_tax_id, file_id, pdf_file_id
        )
    rows = supplier_orgs_visible_to(actor=actor)
    if actor.supplier_org_id is not None:
        rows = rows.filter(id=actor.supplier_org_id)
    elif document.supplier_tax_id:
        rows = rows.filter(Q(tax_id=document.supplier_tax_id) | Q(uscc=document.supplier_tax_id))
    else:
        rows = rows.none()
    found = rows.values_list("id", "legal_name", "tax_id").first()
    if found is None:
        raise SupplierUnknown(field="orderId", order_ref=document.order_ref or "–")
    return Provenance(origin, found[0], found[1], found[2] or "", file_id, pdf_file_id)

"""Doors to invoices and what matching found, and what their services read."""

import uuid
from collections.abc import Sequence

from django.db.models import QuerySet

from commerce.procurement.models import (
    Attachment,
    InvoiceLine,
    InvoiceTax,
    MatchException,
    MatchLine,
    MatchResult,
    SupplierInvoice,
)
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, NotFound
from tenants.runtime import files


def invoices_visible_to(actor: Actor) -> QuerySet[SupplierInvoice]:
    """This will give the unit's invoices; to a supplier's contact those of its own organisation alone."""
    rows = SupplierInvoice.objects.all()
    if actor.distributor_id is not None or not actor.may("procurement.invoice.read"):
        return rows.none()
    if actor.supplier_org_id is not None:
        return rows.filter(supplier_org_gid=actor.supplier_org_id)
    return rows


def invoice_lines_visible_to(actor: Actor) -> QuerySet[InvoiceLine]:
    """This will give the lines of the invoices that the actor sees."""
    return InvoiceLine.objects.filter(invoice__in=invoices_visible_to(actor=actor))


def invoice_taxes_visible_to(actor: Actor) -> QuerySet[InvoiceTax]:
    """This will give the taxes of the invoices that the actor sees."""
    return InvoiceTax.objects.filter(invoice__in=invoices_visible_to(actor=actor))


def match_results_visible_to(actor: Actor) -> QuerySet[MatchResult]:
    """This will give what matching found, to the unit alone."""
    rows = MatchResult.objects.all()
    inside = actor.supplier_org_id is None and actor.distributor_id is None
    return rows if inside and actor.may("procurement.invoice.read") else rows.none()


def match_lines_visible_to(actor: Actor) -> QuerySet[MatchLine]:
    """This will give the comparisons of lines, to the unit alone."""
    return MatchLine.objects.filter(match_result__in=match_results_visible_to(actor=actor))


def match_exceptions_visible_to(actor: Actor) -> QuerySet[MatchException]:
    """This will give the differences beyond tolerance, to the unit alone."""
    return MatchException.objects.filter(match_result__in=match_results_visible_to(actor=actor))


def pictures_of(*, actor: Actor, keys: Sequence[uuid.UUID]) -> dict[uuid.UUID, Attachment]:
    """This will give the pictures of those invoices that the actor sees, with what the virus scanner said."""
    seen = invoices_visible_to(actor).filter(id__in=keys).values("id")
    rows = Attachment.objects.filter(subject_type="invoice", subject_id__in=seen)
    return {row.subject_id: row for row in rows}


def invoice_about(*, actor: Actor, invoice_id: uuid.UUID) -> SupplierInvoice:
    """This will read, without a lock, an invoice that the actor sees; raises NotFound."""
    row = invoices_visible_to(actor=actor).filter(id=invoice_id).first()
    if row is None:
        raise NotFound(field="invoiceId")
    return row


def locked_invoice(*, actor: Actor, invoice_id: uuid.UUID, version: int | None) -> SupplierInvoice:
    """This will lock an invoice that the actor sees; raises NotFound, and Conflict for another version."""
    row = invoices_visible_to(actor=actor).filter(id=invoice_id).select_for_update(no_key=True).first()
    if row is None:
        raise NotFound(field="invoiceId")
    if version is not None and row.version != version:
        raise Conflict(field="version", current_version=row.version)
    return row


def open_exceptions(invoice_id: uuid.UUID) -> Sequence[MatchException]:
    """This will give the differences of the latest comparison about which nothing was decided."""
    rows = MatchException.objects.filter(
        match_result__invoice_id=invoice_id, match_result__is_current=True
    ).exclude(resolution="accepted")
    return list(rows.order_by("place"))


def own_upload(*, actor: Actor, file_id: uuid.UUID, purpose: str) -> files.Described:
    """This will describe a file that the actor uploaded for the purpose; raises NotFound for any other."""
    described = files.describe(file_id=file_id)
    if described.purpose != purpose or described.created_by != actor.key:
        raise NotFound(field="fileId")
    return described

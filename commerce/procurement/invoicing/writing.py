"""Writes an invoice down as it came, once and for all."""

import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from commerce.procurement.closed_periods import first_open, refuse_closed
from commerce.procurement.content import Cell, content_hash
from commerce.procurement.exchange.values import fits
from commerce.procurement.invoicing.document import InvoiceDocument
from commerce.procurement.models import InvoiceLine, InvoiceTax, PoLine, PurchaseOrder, SupplierInvoice
from commerce.procurement.trail import leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid
from tenants.kernel.ids import new_id
from tenants.kernel.money import exponent_of
from tenants.kernel.quantity import decimals_of
from tenants.runtime.bulk import insert_rows
from tenants.runtime.numbering import next_number

LARGEST = Decimal("1e15")
LINE_COLUMNS = (
    "id", "invoice_id", "line_no", "line_ref", "order_line_ref", "order_line_id", "item_ref", "description",
    "quantity", "unit", "unit_price", "base_quantity", "adjustment_amount", "line_amount", "tax_category",
    "tax_rate", "carried",
)  # fmt: skip
TAX_COLUMNS = (
    "id", "invoice_id", "category", "rate", "base_amount", "tax_amount", "exemption_reason", "exemption_code",
)  # fmt: skip


class InvoiceKnown(DomainError):
    """The supplier's invoice is there already."""

    code = "INVOICE_KNOWN"
    en = "The invoice {supplier_number} of {supplier} is there already: {number}. Open that one, or correct the number."
    zh = "{supplier} 的发票 {supplier_number} 已存在：{number}，请打开该发票或更正号码。"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Whose invoice it is, how it came in, and the day it is booked for when somebody chose one."""

    origin: str
    supplier_org_id: uuid.UUID
    supplier_name: str
    supplier_tax_id: str = ""
    file_id: uuid.UUID | None = None
    pdf_file_id: uuid.UUID | None = None
    credited_return_id: uuid.UUID | None = None
    booking_date: date | None = None


def number_key(supplier_number: str) -> str:
    """This will reduce a number to what tells invoices apart: letters and digits, in one case."""
    return re.sub(r"[\W_]+", "", supplier_number.casefold()) or supplier_number.strip()


def write_invoice(
    document: InvoiceDocument,
    *,
    order: PurchaseOrder | None,
    source: Provenance,
    order_lines: Mapping[int, uuid.UUID],
    actor: Actor,
    at: datetime,
) -> SupplierInvoice:
    """This will write the invoice with its trail; `order_lines` gives the order's line by place, from 0.

    Raises InvoiceKnown for a number of this supplier that is there already, PeriodClosed for a chosen day of
    booking whose books are closed, TextTooLong, and Invalid.
    """
    check_document(document, at)
    key = number_key(document.supplier_number)
    known = SupplierInvoice.objects.filter(supplier_org_gid=source.supplier_org_id, number_key=key)
    _refuse_known(known, document, source)
    invoice = _header(document, order, source, key, actor)
    invoice.booking_date = _booking_date(document, source, at)
    invoice.number = next_number(kind="SI", at=at)
    try:
        with transaction.atomic():
            invoice.save(force_insert=True)
    except IntegrityError:
        _refuse_known(known, document, source)
        raise
    _write_lines(invoice, document, order_lines)
    leave_trail(
        actor=actor, at=at, action="invoice.create", event="invoice.received", subject_type="invoice",
        subject_id=invoice.id, number=invoice.number, version=1,
        new={"supplier_number": document.supplier_number, "payable_amount": document.payable_amount,
             "currency": document.currency, "lines": len(document.lines), "origin": source.origin},
        payload={"order_id": str(order.id) if order else None,
                 "supplier_org_id": str(source.supplier_org_id), "kind": document.kind},
    )  # fmt: skip
    return invoice


def _refuse_known(known: QuerySet[SupplierInvoice], document: InvoiceDocument, source: Provenance) -> None:
    earlier = known.exclude(status="rejected").first()
    if earlier is not None:
        raise InvoiceKnown(
            field="supplierNumber", supplier_number=document.supplier_number,
            supplier=source.supplier_name, number=earlier.number,
        )  # fmt: skip


def check_document(document: InvoiceDocument, at: datetime) -> None:
    """This will refuse a number, day or amounts that cannot be; raises Invalid naming the field."""
    if not document.supplier_number.strip() or len(document.supplier_number) > 100:
        raise Invalid(
            field="supplierNumber",
            reason_en="Give the supplier's invoice number, at most 100 characters.",
            reason_zh="请填写供应商发票号，最多 100 个字符。",
        )
    if document.issue_date > at.date() + timedelta(days=1):
        raise Invalid(
            field="issueDate",
            reason_en="The invoice is dated in the future.",
            reason_zh="开票日期不能晚于今天。",
        )
    _check_texts(document)
    exponent = exponent_of(document.currency)
    for amount in (document.net_amount, document.tax_amount, document.payable_amount):
        if abs(amount) >= LARGEST or decimals_of(amount) > exponent:
            raise Invalid(
                field="payableAmount",
                reason_en=f"Totals in {document.currency} have at most {exponent} decimals and stay below 10^15.",
                reason_zh=f"{document.currency} 合计金额最多 {exponent} 位小数且小于 10^15。",
            )


def _check_texts(document: InvoiceDocument) -> None:
    """Refuses what is longer than its place, which a file may have."""
    fits(document.order_ref, 100, "Order reference (BT-13)", "订单号 (BT-13)")
    fits(document.credited_number, 100, "Preceding invoice (BT-25)", "原发票号 (BT-25)")
    fits(document.payment_ref, 140, "Payment reference (BT-83)", "付款附言 (BT-83)")
    fits(document.note, 5_000, "Note (BT-22)", "备注 (BT-22)")
    for line in document.lines:
        fits(line.line_ref, 100, "Line number (BT-126)", "行号 (BT-126)")
        fits(line.order_line_ref, 100, "Order line (BT-132)", "订单行号 (BT-132)")
        fits(line.item_ref, 100, "Item number (BT-155)", "物料编号 (BT-155)")
        fits(line.description, 2_000, "Description (BT-153)", "描述 (BT-153)")
        fits(line.tax_category, 3, "Tax category (BT-151)", "税类 (BT-151)")
    for tax in document.taxes:
        fits(tax.category, 3, "Tax category (BT-118)", "税类 (BT-118)")
        fits(tax.exemption_reason, 1_000, "Exemption reason (BT-120)", "免税原因 (BT-120)")
        fits(tax.exemption_code, 50, "Exemption code (BT-121)", "免税代码 (BT-121)")


def _booking_date(document: InvoiceDocument, source: Provenance, at: datetime) -> date:
    """The day chosen, else the document's own or the first after it whose books are open."""
    day = source.booking_date
    if day is None:
        return first_open(document.issue_date)
    if not document.issue_date <= day <= at.date() + timedelta(days=1):
        raise Invalid(
            field="bookingDate",
            reason_en="An invoice is booked on a day from its own date until today.",
            reason_zh="入账日期须在开票日期至今天之间。",
        )
    refuse_closed(day, field="bookingDate")
    return day


def _header(
    document: InvoiceDocument, order: PurchaseOrder | None, source: Provenance, key: str, actor: Actor
) -> SupplierInvoice:
    return SupplierInvoice(
        id=new_id(), supplier_number=document.supplier_number.strip(), number_key=key, kind=document.kind,
        origin=source.origin, order_id=order.id if order else None, order_ref=document.order_ref,
        supplier_org_gid=source.supplier_org_id, supplier_name=source.supplier_name,
        supplier_tax_id=source.supplier_tax_id, issue_date=document.issue_date,
        stated_due_date=document.stated_due_date, currency=document.currency,
        lines_amount=document.lines_amount, allowance_amount=document.allowance_amount,
        charge_amount=document.charge_amount, net_amount=document.net_amount,
        tax_amount=document.tax_amount, gross_amount=document.gross_amount,
        prepaid_amount=document.prepaid_amount, rounding_amount=document.rounding_amount,
        payable_amount=document.payable_amount, payment_ref=document.payment_ref,
        note=document.note, credited_number=document.credited_number,
        credited_return_id=source.credited_return_id, file_gid=source.file_id,
        pdf_file_gid=source.pdf_file_id, sender_key=actor.key, sender_name=actor.display_name,
        content_hash=_hash(document, source), carried=dict(document.terms),
    )  # fmt: skip


def _hash(document: InvoiceDocument, source: Provenance) -> str:
    header: list[Cell] = [
        document.kind, source.supplier_org_id, document.supplier_number, document.issue_date,
        document.currency, document.net_amount, document.tax_amount, document.payable_amount,
    ]  # fmt: skip
    return content_hash(
        header,
        [
            (line.description, line.quantity, line.unit, line.unit_price, line.line_amount, line.tax_rate)
            for line in document.lines
        ],
    )


def _write_lines(
    invoice: SupplierInvoice, document: InvoiceDocument, order_lines: Mapping[int, uuid.UUID]
) -> None:
    insert_rows(
        InvoiceLine,
        LINE_COLUMNS,
        [
            (new_id(), invoice.id, place + 1, line.line_ref, line.order_line_ref,
             order_lines.get(place), line.item_ref, line.description, line.quantity, line.unit,
             line.unit_price, line.base_quantity, line.adjustment_amount, line.line_amount,
             line.tax_category, line.tax_rate, dict(line.terms))
            for place, line in enumerate(document.lines)
        ],
    )  # fmt: skip
    insert_rows(
        InvoiceTax,
        TAX_COLUMNS,
        [
            (new_id(), invoice.id, tax.category, tax.rate, tax.base_amount, tax.tax_amount,
             tax.exemption_reason, tax.exemption_code)
            for tax in document.taxes
        ],
    )  # fmt: skip


def order_lines_named(document: InvoiceDocument, lines: Sequence[PoLine]) -> dict[int, uuid.UUID]:
    """This will find the order line of each invoice line: by the number it names, or as the only one that fits.

    Without a number a line fits when it is described alike, or when both documents have one line alone.
    """
    numbers = {str(line.line_no): line.id for line in lines}
    texts: dict[str, list[uuid.UUID]] = {}
    for line in lines:
        texts.setdefault(_reduced(line.description), []).append(line.id)
    found: dict[int, uuid.UUID] = {}
    for place, billed in enumerate(document.lines):
        same = texts.get(_reduced(billed.description), [])
        if billed.order_line_ref:
            named = numbers.get(billed.order_line_ref.lstrip("0") or "0")
        elif len(same) == 1:
            named = same[0]
        else:
            named = lines[0].id if len(lines) == len(document.lines) == 1 else None
        if named is not None:
            found[place] = named
    return found


def _reduced(text: str) -> str:
    return " ".join(text.casefold().split())

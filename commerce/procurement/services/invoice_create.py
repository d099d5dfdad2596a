"""Taking invoices in: keyed line by line, by the unit or by the supplier itself."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from commerce.procurement.amounts import Amounts, PricedLine, amounts_of
from commerce.procurement.invoicing.document import DocumentLine, DocumentTax, InvoiceDocument
from commerce.procurement.invoicing.queries import own_upload
from commerce.procurement.invoicing.writing import Provenance, write_invoice
from commerce.procurement.lines import MAX_LINES, NoLines, TooManyLines, check_tax
from commerce.procurement.models import PoLine, PurchaseOrder, SupplierReturn
from commerce.procurement.queries import locked_order
from commerce.procurement.receiving_states import INVOICE_KINDS
from commerce.procurement.services.attachment import picture_attach
from commerce.procurement.services.invoice_match import match_locked
from commerce.procurement.states import PLACED
from commerce.procurement.texts import check_text
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid, NotFound
from tenants.kernel.money import exact_sum
from tenants.kernel.quantity import check_quantity, check_unit_price, decimals_of
from tenants.runtime.guard import require

FILE_PURPOSE = "invoice"
"""The purpose under which files of invoices are uploaded."""


@dataclass(frozen=True, slots=True)
class InvoiceLineInput:
    """One line as it stands on paper. Without an order line it is compared with none; without a tax rate it
    has the order line's."""

    quantity: Decimal
    unit_price: Decimal
    order_line_id: uuid.UUID | None = None
    description: str = ""
    tax_rate: Decimal | None = None
    adjustment_amount: Decimal = Decimal(0)


class OrderNotPlaced(DomainError):
    """The order was never placed with a supplier."""

    code = "ORDER_NOT_PLACED"
    en = "{number} was not issued, so nothing can be invoiced for it."
    zh = "{number} 尚未下达，不能开票。"


class TotalDiffers(DomainError):
    """The stated amount due is not what the lines come to."""

    code = "INVOICE_TOTAL_DIFFERS"
    en = "The lines come to {computed} {currency} with tax, but {stated} was stated. Check lines, tax and rounding."
    zh = "明细含税合计为 {computed} {currency}，与填写的 {stated} 不一致，请检查明细、税额和尾差。"


def invoice_create(
    *,
    actor: Actor,
    at: datetime,
    order_id: uuid.UUID,
    supplier_number: str,
    issue_date: date,
    lines: Sequence[InvoiceLineInput],
    payable_amount: Decimal,
    kind: str = "380",
    charge_amount: Decimal = Decimal(0),
    allowance_amount: Decimal = Decimal(0),
    rounding_amount: Decimal = Decimal(0),
    stated_due_date: date | None = None,
    credited_number: str = "",
    return_id: uuid.UUID | None = None,
    payment_ref: str = "",
    note: str = "",
    file_id: uuid.UUID | None = None,
    booking_date: date | None = None,
) -> uuid.UUID:
    """This will take in an invoice for an order, compare it with the order, and give its id.

    `payable_amount` is the control total. A supplier's contact invoices its own orders alone, and does not
    choose the day of booking. A picture is opened once the virus scanner found it clean. Raises Forbidden,
    NotFound, OrderNotPlaced, TotalDiffers, InvoiceKnown, PeriodClosed, AttachmentTooLarge, Invalid.
    """
    require(actor, "procurement.invoice.create")
    check_booker(actor, booking_date)
    _check(kind, lines, (charge_amount, allowance_amount, rounding_amount, payable_amount))
    for name, text, longest in (("creditedNumber", credited_number, 100), ("note", note, 5_000),
                                ("paymentRef", payment_ref, 140)):  # fmt: skip
        check_text(text, field=name, longest=longest)
    if file_id is not None:
        own_upload(actor=actor, file_id=file_id, purpose=FILE_PURPOSE)
    order = placed_order(actor=actor, order_id=order_id)
    known = {line.id: line for line in PoLine.objects.filter(order_id=order.id)}
    entries, places = _document_lines(lines, known)
    amounts = amounts_of(
        [PricedLine(e.quantity, e.unit_price, e.tax_rate, e.adjustment_amount) for e in entries],
        order.currency,
    )
    document = InvoiceDocument(
        kind=kind, supplier_number=supplier_number, issue_date=issue_date, currency=order.currency,
        lines=tuple(_with_amount(e, a) for e, a in zip(entries, amounts.lines, strict=True)),
        taxes=tuple(DocumentTax("S" if s.rate else "Z", s.rate, s.base, s.tax) for s in amounts.shares),
        **_totals(amounts, charge_amount, allowance_amount, rounding_amount),
        stated_due_date=stated_due_date, order_ref=order.number, credited_number=credited_number.strip(),
        payment_ref=payment_ref.strip(), note=note.strip(),
    )  # fmt: skip
    if document.payable_amount != payable_amount:
        raise TotalDiffers(
            field="payableAmount", computed=f"{document.payable_amount}", currency=order.currency,
            stated=f"{payable_amount}",
        )  # fmt: skip
    source = Provenance(
        origin="keyed" if actor.supplier_org_id is None else "portal",
        supplier_org_id=order.supplier_org_gid, supplier_name=order.supplier_name,
        supplier_tax_id=order.supplier_tax_id, pdf_file_id=file_id,
        credited_return_id=_return_of(order, kind, return_id), booking_date=booking_date,
    )  # fmt: skip
    invoice = write_invoice(document, order=order, source=source, order_lines=places, actor=actor, at=at)
    if file_id is not None:
        picture_attach(actor=actor, at=at, invoice_id=invoice.id, file_id=file_id)
    match_locked(invoice, order, actor=actor, at=at)
    return invoice.id


def check_booker(actor: Actor, booking_date: date | None) -> None:
    """This will refuse a day of booking that a supplier's contact chose; raises Invalid."""
    if booking_date is not None and actor.supplier_org_id is not None:
        raise Invalid(
            field="bookingDate",
            reason_en="The buyer says for which day an invoice is booked.",
            reason_zh="入账日期由采购方确定。",
        )


def placed_order(*, actor: Actor, order_id: uuid.UUID) -> PurchaseOrder:
    """This will lock an order that the actor sees and that was placed; raises NotFound, OrderNotPlaced."""
    order = locked_order(actor=actor, order_id=order_id, version=None)
    if order.status not in PLACED:
        raise OrderNotPlaced(number=order.number)
    return order


def _check(kind: str, lines: Sequence[InvoiceLineInput], amounts: Sequence[Decimal]) -> None:
    if kind not in INVOICE_KINDS:
        raise Invalid(
            field="kind",
            reason_en="The kind is 380 (invoice) or 381 (credit note).",
            reason_zh="类型须为 380（发票）或 381（贷项通知单）。",
        )
    if not lines:
        raise NoLines
    if len(lines) > MAX_LINES:
        raise TooManyLines
    for index, line in enumerate(lines):
        check_quantity(line.quantity, field=f"lines.{index}.quantity")
        check_unit_price(line.unit_price, field=f"lines.{index}.unitPrice")
        check_text(line.description, field=f"lines.{index}.description", longest=2_000)
        check_tax(line.tax_rate or Decimal(0), field=f"lines.{index}.taxRate")
        _check_amount(line.adjustment_amount, f"lines.{index}.adjustmentAmount")
    for name, amount in zip(
        ("chargeAmount", "allowanceAmount", "roundingAmount", "payableAmount"), amounts, strict=True
    ):
        _check_amount(amount, name)
        if amount < 0 and name != "roundingAmount":
            raise Invalid(
                field=name,
                reason_en="The amount is zero or more; a credit note's are positive as in the document.",
                reason_zh="金额不得为负；贷项通知单的金额按单据填正数。",
            )


def _check_amount(amount: Decimal, field: str) -> None:
    if not amount.is_finite() or abs(amount) >= Decimal("1e15") or decimals_of(amount) > 4:
        raise Invalid(
            field=field,
            reason_en="The amount has at most four decimals.",
            reason_zh="金额最多四位小数。",
        )


def _document_lines(
    lines: Sequence[InvoiceLineInput], known: dict[uuid.UUID, PoLine]
) -> tuple[list[DocumentLine], dict[int, uuid.UUID]]:
    entries, places = [], {}
    for place, line in enumerate(lines):
        ordered = None if line.order_line_id is None else known.get(line.order_line_id)
        if line.order_line_id is not None and ordered is None:
            raise NotFound(field=f"lines.{place}.orderLineId")
        if ordered is not None:
            places[place] = ordered.id
        description = line.description.strip() or (ordered.description if ordered else "")
        if not description:
            raise Invalid(
                field=f"lines.{place}.description",
                reason_en="Name the order line or describe what is invoiced.",
                reason_zh="请选择订单行或填写描述。",
            )
        own_rate = ordered.tax_rate if ordered else Decimal(0)
        entries.append(
            DocumentLine(
                line_ref=str(place + 1),
                description=description,
                quantity=line.quantity,
                unit=ordered.unit if ordered else "C62",
                unit_price=line.unit_price,
                line_amount=Decimal(0),
                adjustment_amount=line.adjustment_amount,
                tax_rate=own_rate if line.tax_rate is None else line.tax_rate,
                order_line_ref=str(ordered.line_no) if ordered else "",
            )
        )
    return entries, places


def _with_amount(entry: DocumentLine, amount: Decimal) -> DocumentLine:
    category = "S" if entry.tax_rate else "Z"
    return DocumentLine(
        entry.line_ref, entry.description, entry.quantity, entry.unit, entry.unit_price, amount,
        entry.base_quantity, entry.adjustment_amount, category, entry.tax_rate, entry.order_line_ref,
    )  # fmt: skip


def _totals(amounts: Amounts, charge: Decimal, allowance: Decimal, rounding: Decimal) -> dict[str, Any]:
    net = exact_sum((amounts.total, charge, -allowance))
    gross = exact_sum((net, amounts.tax))
    return {
        "lines_amount": amounts.total, "charge_amount": charge, "allowance_amount": allowance,
        "net_amount": net, "tax_amount": amounts.tax, "gross_amount": gross, "rounding_amount": rounding,
        "payable_amount": exact_sum((gross, rounding)),
    }  # fmt: skip


def _return_of(order: PurchaseOrder, kind: str, return_id: uuid.UUID | None) -> uuid.UUID | None:
    """The return that a credit note answers to; the caller holds the order's row."""
    if return_id is None:
        return None
    rows = SupplierReturn.objects.filter(id=return_id, order_id=order.id, status="expected")
    if kind != "381" or not rows.exists():
        raise NotFound(field="returnId")
    return return_id

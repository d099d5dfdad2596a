"""Comparing invoices with their orders, and counting what fits as invoiced."""

import uuid
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.db.models import F, Max
from django.db.models.functions import Now

from commerce.procurement.incoming.locks import book_invoiced, settle_invoice_axis
from commerce.procurement.invoicing.matching import (
    Billed,
    Difference,
    LineMatch,
    Ordered,
    Tolerances,
    match_line,
    total_differences,
)
from commerce.procurement.invoicing.queries import invoice_about, locked_invoice
from commerce.procurement.models import (
    InvoiceLine,
    LineProgress,
    MatchException,
    MatchLine,
    MatchResult,
    PoLine,
    ProcurementSetting,
    PurchaseOrder,
    SupplierInvoice,
)
from commerce.procurement.queries import locked_order, setting
from commerce.procurement.receiving_states import ANSWERS, INVOICE
from commerce.procurement.trail import leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, IllegalTransition
from tenants.kernel.ids import new_id
from tenants.kernel.money import exact_sum
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows


class OverInvoiced(DomainError):
    """More would be invoiced than was ordered and the tolerance allows."""

    code = "OVER_INVOICED"
    en = (
        "Line {line_no} of the order is invoiced up to its quantity already. Ask for a credit note or reject."
    )
    zh = "订单第 {line_no} 行已按订购数量全部开票。请要求贷项通知单或拒收发票。"


MATCHABLE = ("received", "matching", "exception")
BLOCKING = ("QTY", "DEL", "QUA", "ITM")


def invoice_match(*, actor: Actor, at: datetime, invoice_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will compare an invoice anew, e.g. after goods came in; earlier decisions on differences end.

    Raises Forbidden, NotFound, Conflict, IllegalTransition.
    """
    require(actor, "procurement.invoice.match")
    about = invoice_about(actor=actor, invoice_id=invoice_id)
    order = None
    if about.order_id is not None:
        order = locked_order(actor=actor, order_id=about.order_id, version=None)
    invoice = locked_invoice(actor=actor, invoice_id=invoice_id, version=version)
    if invoice.status not in MATCHABLE or invoice.approval_run_gid is not None:
        raise IllegalTransition(field="status", state=invoice.status)
    if order is None:
        note_unknown_order(invoice, actor=actor, at=at)
    else:
        match_locked(invoice, order, actor=actor, at=at)
    return invoice.id


def rematch_waiting(*, actor: Actor, at: datetime, order_id: uuid.UUID) -> None:
    """This will compare invoices of an order anew that wait for goods and about which nobody decided yet."""
    order = PurchaseOrder.objects.filter(id=order_id).select_for_update(no_key=True).get()
    current = MatchException.objects.filter(match_result__is_current=True)
    waiting = current.filter(reason_code__in=("DEL", "QTY", "QUA")).values("match_result__invoice_id")
    decided = current.exclude(resolution="open").values("match_result__invoice_id")
    rows = SupplierInvoice.objects.filter(order_id=order_id, status="exception", id__in=waiting)
    for invoice in lock_rows(rows.exclude(id__in=decided)):
        match_locked(invoice, order, actor=actor, at=at)


def match_locked(invoice: SupplierInvoice, order: PurchaseOrder, *, actor: Actor, at: datetime) -> None:
    """This will compare an invoice whose order the caller has locked, and move it to matching or exception."""
    choices = setting()
    release_booking(invoice, choices)
    sign = sign_of(invoice)
    lines = list(InvoiceLine.objects.filter(invoice_id=invoice.id).order_by("line_no"))
    ordered = _ordered(order)
    tolerances = tolerances_of(choices)
    compared: dict[int, LineMatch] = {}
    pending: dict[uuid.UUID, Decimal] = defaultdict(Decimal)
    for line in lines:
        known = ordered.get(line.order_line_id) if line.order_line_id else None
        if known is not None and line.order_line_id is not None:
            known = _after(known, pending[line.order_line_id])
        match = match_line(
            _billed(line), known, sign=sign, currency=order.currency, way=choices.match_way,
            tolerances=tolerances,
        )  # fmt: skip
        if match.quantity_fits and line.order_line_id is not None:
            pending[line.order_line_id] += sign * line.quantity
        compared[line.line_no] = match
    found = [d for match in compared.values() for d in match.differences]
    found += _header_differences(invoice, order, list(compared.values()), tolerances)
    result = _write_result(invoice, choices.match_way, found, actor=actor, at=at)
    booked = _book(lines, compared, sign, choices)
    rows = _write_lines(result, lines, compared, booked)
    _write_exceptions(result, found, rows)
    _move(invoice, "exception" if found else "matching", result, actor=actor, at=at)
    settle_invoice_axis(order_id=order.id, under_percent=choices.under_delivery_percent)


def note_unknown_order(invoice: SupplierInvoice, *, actor: Actor, at: datetime) -> None:
    """This will hold an invoice that names no order of the unit until somebody says which one it is for."""
    found = [Difference("REF", "order", "", invoice.order_ref)]
    result = _write_result(invoice, setting().match_way, found, actor=actor, at=at)
    _write_exceptions(result, found, {})
    _move(invoice, "exception", result, actor=actor, at=at)


def sign_of(invoice: SupplierInvoice) -> int:
    """Whether the document's quantities count forwards or, a credit note's, backwards."""
    return -1 if invoice.kind == "381" else 1


def tolerances_of(choices: ProcurementSetting) -> Tolerances:
    """This will gather the unit's tolerances."""
    return Tolerances(
        Decimal(choices.match_price_percent), Decimal(choices.match_price_amount),
        Decimal(choices.match_quantity_percent), Decimal(choices.match_tax_amount),
        Decimal(choices.match_total_percent), Decimal(choices.match_total_amount),
    )  # fmt: skip


def release_booking(invoice: SupplierInvoice, choices: ProcurementSetting) -> None:
    """This will take back what the invoice counts for so far; the caller holds the order's row."""
    rows = MatchLine.objects.filter(
        match_result__invoice_id=invoice.id, match_result__is_current=True, order_line_id__isnull=False
    )
    sums: dict[uuid.UUID, Decimal] = defaultdict(Decimal)
    for order_line_id, quantity in rows.values_list("order_line_id", "booked_quantity"):
        if order_line_id is not None and quantity:
            sums[order_line_id] -= quantity
    moved = book_invoiced(dict(sums), over_percent=choices.match_quantity_percent)
    if len(moved) < len(sums):
        raise over_invoiced(next(key for key in sums if key not in moved))
    MatchResult.objects.filter(invoice_id=invoice.id, is_current=True).update(is_current=False)


def over_invoiced(order_line_id: uuid.UUID) -> OverInvoiced:
    """This will make the refusal of counting more of an order line as invoiced."""
    line_no = PoLine.objects.values_list("line_no", flat=True).get(id=order_line_id)
    return OverInvoiced(field="lines", line_no=line_no)


def _ordered(order: PurchaseOrder) -> dict[uuid.UUID, Ordered]:
    progress = {row.order_line_id: row for row in LineProgress.objects.filter(order_line__order_id=order.id)}
    nothing = LineProgress()
    return {
        line.id: _as_ordered(line, progress.get(line.id, nothing))
        for line in PoLine.objects.filter(order_id=order.id)
    }


def _as_ordered(line: PoLine, row: LineProgress) -> Ordered:
    accepted = exact_sum((Decimal(row.accepted_quantity), -Decimal(row.returned_quantity)))
    parts = (row.accepted_quantity, row.rejected_quantity, row.quarantined_quantity)
    return Ordered(
        line.line_no, line.quantity, line.unit, line.unit_price, line.adjustment_amount, line.tax_rate,
        accepted, exact_sum(Decimal(p) for p in parts), Decimal(row.invoiced_quantity),
    )  # fmt: skip


def _after(known: Ordered, pending: Decimal) -> Ordered:
    return Ordered(
        known.line_no, known.quantity, known.unit, known.unit_price, known.adjustment_amount, known.tax_rate,
        known.accepted_quantity, known.received_quantity, exact_sum((known.invoiced_quantity, pending)),
    )  # fmt: skip


def _billed(line: InvoiceLine) -> Billed:
    return Billed(
        line.line_no, line.quantity, line.unit, line.unit_price, line.base_quantity, line.line_amount,
        line.tax_rate,
    )  # fmt: skip


def _header_differences(
    invoice: SupplierInvoice, order: PurchaseOrder, lines: Sequence[LineMatch], tolerances: Tolerances
) -> list[Difference]:
    found = []
    if invoice.currency != order.currency:
        found.append(Difference("FIN", "currency", order.currency, invoice.currency))
    if invoice.order_ref and invoice.order_ref not in (order.number, order.external_ref):
        found.append(Difference("REF", "order", order.number, invoice.order_ref))
    return found + total_differences(
        lines=lines, net_amount=invoice.net_amount, lines_amount=invoice.lines_amount, tolerances=tolerances
    )


def _write_result(
    invoice: SupplierInvoice, way: str, found: Sequence[Difference], *, actor: Actor, at: datetime
) -> MatchResult:
    last = MatchResult.objects.filter(invoice_id=invoice.id).aggregate(last=Max("run_no"))["last"]
    MatchResult.objects.filter(invoice_id=invoice.id, is_current=True).update(is_current=False)
    result = MatchResult(
        id=new_id(), invoice_id=invoice.id, run_no=(last or 0) + 1, way=way,
        outcome="exception" if found else "matched", matcher_name=actor.display_name, matched_at=at,
    )  # fmt: skip
    result.save(force_insert=True)
    return result


def _book(
    lines: Sequence[InvoiceLine], compared: dict[int, LineMatch], sign: int, choices: ProcurementSetting
) -> dict[int, Decimal]:
    """Counts the quantities that fit; the guard in the database has the last word."""
    sums: dict[uuid.UUID, Decimal] = defaultdict(Decimal)
    fitting = [line for line in lines if line.order_line_id and compared[line.line_no].quantity_fits]
    for line in fitting:
        sums[line.order_line_id] += sign * line.quantity  # type: ignore[index]
    moved = book_invoiced(dict(sums), over_percent=choices.match_quantity_percent)
    if len(moved) < len(sums):
        raise over_invoiced(next(key for key in sums if key not in moved))
    return {line.line_no: sign * line.quantity for line in fitting}


def _write_lines(
    result: MatchResult,
    lines: Sequence[InvoiceLine],
    compared: dict[int, LineMatch],
    booked: dict[int, Decimal],
) -> dict[int, MatchLine]:
    rows = {}
    for line in lines:
        match = compared[line.line_no]
        ordered = match.ordered
        rows[line.line_no] = MatchLine(
            id=new_id(), match_result_id=result.id, invoice_line_id=line.id, line_no=line.line_no,
            order_line_id=line.order_line_id if ordered else None,
            ordered_quantity=ordered and ordered.quantity,
            accepted_quantity=ordered and ordered.accepted_quantity,
            invoiced_before_quantity=ordered and ordered.invoiced_quantity,
            invoice_quantity=line.quantity, order_price=None if ordered is None else ordered.unit_price,
            invoice_price=match.invoice_price, expected_amount=match.expected_amount,
            invoice_amount=line.line_amount, booked_quantity=booked.get(line.line_no, Decimal(0)),
        )  # fmt: skip
    MatchLine.objects.bulk_create(rows.values())
    return rows


def _write_exceptions(result: MatchResult, found: Sequence[Difference], rows: dict[int, MatchLine]) -> None:
    MatchException.objects.bulk_create(
        [
            MatchException(
                id=new_id(),
                match_result_id=result.id,
                place=place,
                reason_code=d.reason_code,
                match_line_id=rows[d.line_no].id if d.line_no in rows else None,
                subject=d.subject,
                expected=d.expected,
                actual=d.actual,
                difference=d.difference,
            )
            for place, d in enumerate(found, 1)
        ]
    )


def _move(invoice: SupplierInvoice, target: str, result: MatchResult, *, actor: Actor, at: datetime) -> None:
    before = invoice.status
    if before != target:
        INVOICE.check(before, target)
    SupplierInvoice.objects.filter(id=invoice.id).update(
        status=target, answer_code=ANSWERS[target], version=F("version") + 1, updated_at=Now()
    )
    invoice.status = target
    invoice.version += 1
    leave_trail(
        actor=actor, at=at, action="invoice.match", event=f"invoice.{result.outcome}", subject_type="invoice",
        subject_id=invoice.id, number=invoice.number, version=invoice.version,
        old={"status": before}, new={"status": target, "match_run": result.run_no, "way": result.way},
        payload={"supplier_org_id": str(invoice.supplier_org_gid)},
    )  # fmt: skip

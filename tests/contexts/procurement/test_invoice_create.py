"""Keyed invoices: exact totals, matching, decisions on differences, rejections, credit notes, approval."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from commerce.masterdata.services.gate import SupplierSanctioned
from commerce.procurement.handlers import match_waiting_invoices
from commerce.procurement.models import InvoiceLine, SupplierInvoice, SupplierReturn
from commerce.procurement.services.invoice_approval import ExceptionsOpen, invoice_submit, invoice_withdraw
from commerce.procurement.services.invoice_create import OrderNotPlaced, TotalDiffers
from commerce.procurement.services.invoice_match import OverInvoiced, invoice_match
from commerce.procurement.services.invoice_resolve import invoice_reject, invoice_resolve
from commerce.procurement.services.receipt_steps import InvoicedAlready, receipt_reverse
from commerce.procurement.services.return_goods import ReturnLineInput, return_create
from commerce.suppliers.models import TierTerms
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime.events import Event
from tenants.runtime.models import OutboxEvent
from tests.contexts.procurement.invoicing_support import (
    INVOICING,
    approved_invoice,
    charged,
    exception_ids,
    exceptions,
    finance,
    invoice_flow,
    invoiced,
    tiered,
    uploaded,
)
from tests.contexts.procurement.receiving_support import came, choose, po_lines, progress, received, receiver
from tests.contexts.procurement.support import (
    approver,
    bought,
    decide,
    fresh,
    issued_order,
    order,
    refused,
    violations,
    with_role,
)
from tests.factories.masterdata import sanction, supplier_org
from tests.support.world import NOW

D = Decimal


@pytest.fixture
def unit(quick_unit):
    with quick_unit.scope():
        invoice_flow()
    return quick_unit


@pytest.fixture
def bought_ten(unit, supplier):
    """An order of 10 × 2.50 with 13 % tax, all of it received."""
    with unit.scope():
        row = issued_order(unit, supplier, bought("10", "2.5", tax_rate=D(13)))
        received(unit, row, came(po_lines(row)[0], "10"))
        return fresh(row)


def act_on(service, unit, invoice, **fields):
    values = {"actor": finance(unit), "at": NOW, "invoice_id": invoice.id, "version": fresh(invoice).version}
    return service(**{**values, **fields})


def resolve(unit, invoice, resolution="accepted", **fields):
    values = {"exception_ids": exception_ids(invoice), "resolution": resolution, "reason": "Agreed by phone"}
    return act_on(invoice_resolve, unit, invoice, **{**values, **fields})


def test_an_invoice_that_fits_waits_for_its_approval(unit, bought_ten):
    with unit.scope():
        (line,) = po_lines(bought_ten)
        row = invoiced(unit, bought_ten, "11.30", charged(line, "4", "2.5"), supplier_number=" R-1 ")
        assert (row.supplier_number, row.status, row.answer_code, row.version) == ("R-1", "matching", "IP", 2)
        assert (row.lines_amount, row.net_amount, row.tax_amount, row.gross_amount, row.payable_amount) == (
            10, 10, D("1.30"), D("11.30"), D("11.30"),
        )  # fmt: skip
        assert (progress(line)[5], fresh(bought_ten).invoice) == (4, "partial")
        invoiced(unit, bought_ten, "16.95", charged(line, "6", "2.5"), supplier_number="R-2")
        assert (progress(line)[5], fresh(bought_ten).invoice) == (10, "full")
        assert violations() == {}
        kinds = list(
            OutboxEvent.objects.filter(subject_id=row.id).order_by("id").values_list("event_type", flat=True)
        )
        assert kinds == ["procurement.invoice.received", "procurement.invoice.matched"]
        assert "payable_amount" not in OutboxEvent.objects.filter(subject_id=row.id).first().payload


def test_the_control_total_must_be_what_the_lines_come_to(unit, bought_ten):
    with unit.scope():
        (line,) = po_lines(bought_ten)
        refusal = refused(
            TotalDiffers, lambda: invoiced(unit, bought_ten, "28.26", charged(line, "10", "2.5")), *INVOICING
        )
        assert refusal.values["computed"] == "28.25"
        row = invoiced(unit, bought_ten, "28.30", charged(line, "10", "2.5"), rounding_amount=D("0.05"))
        assert (row.gross_amount, row.rounding_amount, row.payable_amount) == (
            D("28.25"),
            D("0.05"),
            D("28.30"),
        )


def test_what_cannot_be_is_refused_with_nothing_changed(world, unit, supplier, bought_ten):
    with unit.scope():
        (line,) = po_lines(bought_ten)
        draft, foreign = order(unit, supplier), po_lines(issued_order(unit, supplier))[0]
        future = NOW.date() + timedelta(days=3)
        cases = [
            (Invalid, {"supplier_number": " "}),
            (Invalid, {"issue_date": future}),
            (Invalid, {"kind": "325"}),
            (Invalid, {"payable_amount": D("NaN")}),
            (Invalid, {"allowance_amount": D("-1")}),
            (Invalid, {"file_id": uploaded(finance(unit), b"MZ\x90", "invoice.pdf")}),
            (Invalid, {"lines": []}),
            (Invalid, {"lines": [charged(line, "-4", "2.5")]}),
            (Invalid, {"lines": [charged(line, "4", "2.5", tax_rate=D(101))]}),
            (NotFound, {"lines": [charged(line, "4", "2.5"), charged(foreign, "1", "1")]}),
            (NotFound, {"return_id": new_id()}),
            (NotFound, {"order_id": new_id()}),
            (OrderNotPlaced, {"order_id": draft.id}),
            (Forbidden, {"actor": receiver(unit)}),
            (NotFound, {"actor": with_role(unit, "supplier_contact", 9, supplier_org_id=new_id())}),
        ]  # fmt: skip
        for refusal, fields in cases:
            given = fields.pop("lines", [charged(line, "4", "2.5")])
            refused(
                refusal, lambda g=given, f=fields: invoiced(unit, bought_ten, "11.30", *g, **f), *INVOICING
            )


def test_a_price_difference_is_decided_with_a_reason(unit, bought_ten):
    with unit.scope():
        (line,) = po_lines(bought_ten)
        row = invoiced(unit, bought_ten, "29.38", charged(line, "10", "2.6"))
        assert (row.status, row.answer_code, fresh(bought_ten).invoice) == ("exception", "UQ", "exception")
        assert exceptions(row) == [("PRI", "price", "2.5", "2.6", D("0.1"))]
        assert progress(line)[5] == 10
        refused(ExceptionsOpen, lambda: act_on(invoice_submit, unit, row), *INVOICING)
        refused(Invalid, lambda: resolve(unit, row, reason=" "), *INVOICING, field="reason")
        refused(Invalid, lambda: resolve(unit, row, "ignored"), *INVOICING, field="resolution")
        refused(NotFound, lambda: resolve(unit, row, exception_ids=[new_id()]), *INVOICING)
        refused(Forbidden, lambda: resolve(unit, row, actor=receiver(unit)), *INVOICING)
        refused(Conflict, lambda: resolve(unit, row, version=1), *INVOICING)
        resolve(unit, row, "credit_asked")
        assert (fresh(row).status, fresh(row).answer_code) == ("exception", "UQ")
        resolve(unit, row)
        assert (fresh(row).status, fresh(bought_ten).invoice) == ("matching", "full")
        act_on(invoice_submit, unit, row)
        decide(unit, row.id)
        assert (fresh(row).status, fresh(row).answer_code) == ("approved", "CA")
        assert violations() == {}


def test_goods_that_come_later_settle_the_difference(unit, supplier):
    with unit.scope():
        row = issued_order(unit, supplier)
        (line,) = po_lines(row)
        invoice = invoiced(unit, row, "25", charged(line, "10", "2.5"))
        assert exceptions(invoice) == [("DEL", "quantity", "0", "10", 10)]
        assert progress(line)[5] == 0
        received(unit, row, came(line, "10"))
        event = OutboxEvent.objects.get(event_type="procurement.receipt.posted")
        match_waiting_invoices(
            event=Event(
                event.id, event.event_type, event.subject_type, event.subject_id, event.subject_version,
                event.payload, event.actor_key, event.occurred_at, event.group_id, event.unit_id,
            ),
            at=NOW,
        )  # fmt: skip
        assert (fresh(invoice).status, exceptions(invoice), progress(line)[5]) == ("matching", [], 10)
        assert violations() == {}


def test_a_quantity_is_accepted_up_to_what_was_ordered(unit, supplier):
    with unit.scope():
        row = issued_order(unit, supplier)
        (line,) = po_lines(row)
        received(unit, row, came(line, "6"))
        first = invoiced(unit, row, "20", charged(line, "8", "2.5"))
        assert exceptions(first) == [("QTY", "quantity", "6", "8", 2)]
        resolve(unit, first)
        assert (fresh(first).status, progress(line)[5]) == ("matching", 8)
        second = invoiced(unit, row, "7.50", charged(line, "3", "2.5"), supplier_number="R-2")
        assert exceptions(second) == [("QTY", "quantity", "2", "3", 1)]
        refused(OverInvoiced, lambda: resolve(unit, second), *INVOICING)
        act_on(invoice_reject, unit, first, reason="Wrong address")
        assert (progress(line)[5], fresh(first).answer_code) == (0, "RE")
        act_on(invoice_match, unit, second)
        assert (fresh(second).status, progress(line)[5]) == ("matching", 3)
        again = invoiced(unit, row, "7.50", charged(line, "3", "2.5"), supplier_number="R-1")
        assert again.status == "matching"
        assert violations() == {}


def test_what_was_invoiced_stays_received(unit, supplier):
    with unit.scope():
        row = issued_order(unit, supplier)
        (line,) = po_lines(row)
        receipt = received(unit, row, came(line, "10"))
        invoiced(unit, row, "25", charged(line, "10", "2.5"))
        refused(
            InvoicedAlready,
            lambda: receipt_reverse(
                actor=receiver(unit), at=NOW, receipt_id=receipt.id, version=receipt.version, reason="x"
            ),
            *INVOICING,
        )


def test_a_credit_note_takes_back_and_answers_a_return(unit, bought_ten):
    with unit.scope():
        (line,) = po_lines(bought_ten)
        invoiced(unit, bought_ten, "28.25", charged(line, "10", "2.5"))
        receipt_line = bought_ten_receipt_line(bought_ten)
        key = return_create(
            actor=receiver(unit), at=NOW, receipt_id=receipt_line.receipt_id, reason="Broken",
            lines=[ReturnLineInput(receipt_line.id, D(4), "accepted")],
        )  # fmt: skip
        credit = approved_invoice(
            unit,
            bought_ten,
            "11.30",
            charged(line, "4", "2.5"),
            kind="381",
            supplier_number="G-1",
            return_id=key,
        )
        assert (credit.status, credit.kind) == ("approved", "381")
        assert (SupplierReturn.objects.get().status, progress(line)[5]) == ("credited", 6)
        assert fresh(bought_ten).invoice == "partial"
        more = invoiced(
            unit, bought_ten, "19.78", charged(line, "7", "2.5"), kind="381", supplier_number="G-2"
        )
        assert exceptions(more) == [("QTY", "quantity", "6", "7", 1)]
        assert violations() == {}


def bought_ten_receipt_line(row):
    from commerce.procurement.models import ReceiptLine

    return ReceiptLine.objects.get(receipt__order_id=row.id)


def test_two_way_matching_and_tolerances_come_from_the_units_choices(unit, supplier):
    with unit.scope():
        choose(match_way="two_way", match_price_percent=D("4"), match_quantity_percent=D("10"))
        row = issued_order(unit, supplier)
        (line,) = po_lines(row)
        assert invoiced(unit, row, "28.60", charged(line, "11", "2.6")).status == "matching"
        assert progress(line)[5] == 11
        over = invoiced(unit, row, "2.50", charged(line, "1", "2.5"), supplier_number="R-2")
        assert over.status == "exception"


def test_an_invoice_is_approved_by_another_person_and_due_by_the_terms(unit, bought_ten):
    with unit.scope():
        (line,) = po_lines(bought_ten)
        row = invoiced(unit, bought_ten, "28.25", charged(line, "10", "2.5"))
        act_on(invoice_submit, unit, row)
        refused(IllegalTransition, lambda: act_on(invoice_submit, unit, row), *INVOICING)
        refused(IllegalTransition, lambda: act_on(invoice_reject, unit, row, reason="x"), *INVOICING)
        act_on(invoice_withdraw, unit, row)
        act_on(invoice_submit, unit, row)
        decide(unit, row.id, "return", "check the address")
        assert (fresh(row).status, fresh(row).approval_run_gid) == ("matching", None)
        act_on(invoice_submit, unit, row)
        decide(unit, row.id)
        after = fresh(row)
        assert (after.status, after.answer_code, after.due_date) == (
            "approved", "AP", NOW.date() + timedelta(days=30),
        )  # fmt: skip
        assert after.approved_hash == after.content_hash
        other = invoiced(
            unit, bought_ten, "0", charged(None, "1", "0", description="Nothing"), supplier_number="R-3"
        )
        assert exceptions(other)[0][:2] == ("ITM", "line")


def test_the_terms_of_the_tier_at_the_orders_issue_say_when_it_is_due(world, unit, supplier):
    """FEATURES P13: strategic pays net 15, watch net 60; the same day's invoices fall due 45 days apart."""
    other = supplier_org(world.a, "Second Ltd")
    with unit.scope():
        tiered(supplier, "strategic", 15, 1)
        tiered(other, "watch", 60, 3)
        due = []
        for number, key in enumerate((supplier, other)):
            row = issued_order(unit, key, bought("1", "10"))
            received(unit, row, came(po_lines(row)[0], "1"))
            tiered_later(key)
            line = charged(po_lines(row)[0], "1", "10")
            due.append(approved_invoice(unit, row, "10", line, supplier_number=f"T-{number}").due_date)
        assert due == [NOW.date() + timedelta(days=15), NOW.date() + timedelta(days=60)]
        assert (due[1] - due[0]).days == 45


def tiered_later(supplier):
    """Terms that begin after the order's issue do not count for it."""
    for tier in ("strategic", "watch"):
        TierTerms.objects.get_or_create(
            tier=tier, from_at=NOW + timedelta(hours=1), defaults={"payment_days": 1, "pay_order": 1}
        )


def test_a_rejection_in_approval_opens_the_order_again(unit, bought_ten):
    with unit.scope():
        (line,) = po_lines(bought_ten)
        row = invoiced(unit, bought_ten, "28.25", charged(line, "10", "2.5"))
        act_on(invoice_submit, unit, row)
        decide(unit, row.id, "reject", "not ours")
        assert (fresh(row).status, fresh(row).reject_reason, progress(line)[5]) == ("rejected", "not ours", 0)
        assert (fresh(bought_ten).invoice, violations()) == ("none", {})


def test_nothing_goes_to_approval_for_a_supplier_who_must_not_be_paid(world, unit, supplier, bought_ten):
    with unit.scope():
        row = invoiced(unit, bought_ten, "28.25", charged(po_lines(bought_ten)[0], "10", "2.5"))
    sanction(world.a, supplier, actions=("pay",))
    with unit.scope():
        refused(SupplierSanctioned, lambda: act_on(invoice_submit, unit, row), *INVOICING)


def test_the_database_keeps_an_invoice_as_it_came(unit, bought_ten):
    with unit.scope():
        row = invoiced(unit, bought_ten, "28.25", charged(po_lines(bought_ten)[0], "10", "2.5"))
        acts = (
            {"payable_amount": D("28.26")}, {"supplier_number": "R-2"}, {"status": "approved"},
            {"status": "paid"}, {"currency": "EUR"},
        )  # fmt: skip
        for fields in acts:
            with pytest.raises(IntegrityError), transaction.atomic():
                SupplierInvoice.objects.filter(id=row.id).update(**fields)
        with pytest.raises(Exception, match="permission denied"), transaction.atomic():
            InvoiceLine.objects.update(quantity=D(1))
        assert fresh(row).payable_amount == D("28.25")


def test_a_stranger_finds_nothing(world, unit, bought_ten):
    with unit.scope():
        row = invoiced(unit, bought_ten, "28.25", charged(po_lines(bought_ten)[0], "10", "2.5"))
    with world.a2.scope():
        values = {"at": NOW, "invoice_id": row.id, "version": 1, "actor": finance(world.a2)}
        refused(NotFound, lambda: invoice_match(**values), *INVOICING)
        refused(NotFound, lambda: invoice_submit(**values), *INVOICING)
    with unit.scope():
        values["actor"] = approver(unit)
        refused(Forbidden, lambda: invoice_match(**values), *INVOICING)

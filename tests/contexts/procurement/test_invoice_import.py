"""Invoices from files: UBL read exactly, rules of EN 16931 held, hostile and foreign files refused."""

from decimal import Decimal

import pytest

from commerce.procurement.exchange.checked import SchemaBroken
from commerce.procurement.exchange.values import TextTooLong
from commerce.procurement.exchange.xml import XmlRefused
from commerce.procurement.invoicing.reading import read_invoice
from commerce.procurement.invoicing.refusals import BadValue, InvoiceRuleBroken, NotAnInvoice
from commerce.procurement.invoicing.rules import RULES
from commerce.procurement.invoicing.writing import InvoiceKnown
from commerce.procurement.models import InvoiceLine, InvoiceTax
from commerce.procurement.services.invoice_import import SupplierUnknown, invoice_import
from commerce.procurement.services.invoice_resolve import CannotAccept, invoice_assign, invoice_resolve
from tenants.kernel.errors import Forbidden, NotFound
from tenants.kernel.money import UnknownCurrency
from tests.contexts.procurement.invoicing_support import (
    INVOICING,
    exception_ids,
    exceptions,
    finance,
    imported,
    ubl,
    uploaded,
)
from tests.contexts.procurement.receiving_support import came, po_lines, progress, received
from tests.contexts.procurement.support import bought, fresh, issued_order, refused, violations, with_role
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW

D = Decimal


def test_a_document_is_read_exactly():
    document = read_invoice(ubl(("1", "3", "0.333333"), ("2", "2.5", "10"), rate="13", allowance="1.00"))
    assert (document.kind, document.supplier_number, document.order_ref) == ("380", "F-77", "PO-2026-000001")
    assert [(line.quantity, line.unit_price, line.line_amount) for line in document.lines] == [
        (D("3"), D("0.333333"), D("1.00")), (D("2.5"), D("10"), D("25.00")),
    ]  # fmt: skip
    assert (document.net_amount, document.tax_amount, document.payable_amount) == (
        D("25.00"), D("3.25"), D("28.25"),
    )  # fmt: skip
    assert document.allowance_amount == D("1.00")
    credit = read_invoice(ubl(("1", "1", "5"), kind="CreditNote"))
    assert (credit.kind, credit.lines[0].quantity, credit.payable_amount) == ("381", 1, D("5.00"))


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (b"<cbc:ID>F-77</cbc:ID>", b"", "BR-02"),
        (b"<cbc:IssueDate>2026-03-01</cbc:IssueDate>", b"", "BR-03"),
        (b"<cbc:Name>Gloves</cbc:Name>", b"", "BR-25"),
        (b'unitCode="C62"', b"", "BR-23"),
        (b">2.5</cbc:PriceAmount>", b">-2.5</cbc:PriceAmount>", "BR-27"),
        (b">25.00</cbc:LineExtensionAmount>\n", b">25.01</cbc:LineExtensionAmount>\n", "BR-CO-10"),
        (b">28.25</cbc:PayableAmount>", b">28.26</cbc:PayableAmount>", "BR-CO-16"),
        (b">28.25</cbc:TaxInclusiveAmount>", b">28.24</cbc:TaxInclusiveAmount>", "BR-CO-15"),
        (b">0</cbc:AllowanceTotalAmount>", b">3</cbc:AllowanceTotalAmount>", "BR-CO-11"),
        (b"<cbc:Percent>13</cbc:Percent>", b"<cbc:Percent>30</cbc:Percent>",
         "BR-CO-17"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_named(old, new, rule):
    data = ubl(("1", "10", "2.5"), rate="13")
    assert read_invoice(data).payable_amount == D("28.25")
    assert old in data
    with pytest.raises(InvoiceRuleBroken) as caught:
        read_invoice(data.replace(old, new, 1))
    assert f"{rule} " in str(caught.value)
    assert rule in RULES


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"<a/>", NotAnInvoice),
        (b"%PDF-1.7", XmlRefused),
        (b'<!DOCTYPE Invoice [<!ENTITY x "y">]>' + ubl(("1", "1", "1")), XmlRefused),
        (ubl(("1", "1", "1"), currency="XXX"), UnknownCurrency),
        (ubl(("1", "1", "1")).replace(b">1</cbc:PriceAmount>", b">1e3</cbc:PriceAmount>"), SchemaBroken),
        (
            ubl(("1", "1", "1")).replace(b">1</cbc:InvoicedQuantity>", b">NaN</cbc:InvoicedQuantity>"),
            SchemaBroken,
        ),
        (
            ubl(("1", "1", "1")).replace(b">1</cbc:InvoicedQuantity>", b">0.0000001</cbc:InvoicedQuantity>"),
            BadValue,
        ),
        (ubl(("1", "1", "1")).replace(b"2026-03-01", b"2026-13-01"), SchemaBroken),
    ],
)
def test_what_is_no_readable_invoice_is_refused_with_nothing_changed(quick_unit, supplier, data, refusal):
    with quick_unit.scope():
        issued_order(quick_unit, supplier)
        actor = finance(quick_unit)
        key = uploaded(actor, data.strip())
        refused(refusal, lambda: invoice_import(actor=actor, at=NOW, file_id=key), *INVOICING)


def test_texts_of_an_invoice_are_taken_whole_or_refused(quick_unit, supplier):
    with quick_unit.scope():
        row = issued_order(quick_unit, supplier, bought("10", "2.5"))
        data, actor = ubl(("1", "4", "2.5"), order=row.number), finance(quick_unit)
        place = b"<cbc:DocumentCurrencyCode>"
        for length, taken in ((5_001, False), (5_000, True)):
            noted = data.replace(place, b"<cbc:Note>" + b"n" * length + b"</cbc:Note>" + place, 1)
            if taken:
                assert imported(quick_unit, noted).note == "n" * length
                continue
            key = uploaded(actor, noted)
            error = refused(
                TextTooLong,
                lambda k=key: invoice_import(actor=actor, at=NOW, file_id=k),
                *INVOICING,
                field="file",
            )
            assert error.message("en").startswith(
                "Note (BT-22): 5001 characters, of which at most 5000 are kept."
            )


def test_a_file_is_compared_with_the_order_it_names(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        row = issued_order(unit, supplier, bought("10", "2.5", tax_rate=D(13)))
        (line,) = po_lines(row)
        received(unit, row, came(line, "10"))
        invoice = imported(unit, ubl(("1", "10", "2.5"), rate="13"))
        assert (invoice.number, invoice.status, invoice.answer_code, invoice.origin) == (
            "SI-2026-000001", "matching", "IP", "file",
        )  # fmt: skip
        assert (invoice.order_id, invoice.supplier_org_gid, invoice.payable_amount) == (
            row.id, supplier, D("28.25"),
        )  # fmt: skip
        assert InvoiceLine.objects.get().order_line_id == line.id
        assert InvoiceTax.objects.values_list("rate", "base_amount", "tax_amount").get() == (
            13,
            25,
            D("3.25"),
        )
        assert (progress(line)[5], fresh(row).invoice) == (10, "full")
        assert violations() == {}


def test_the_same_number_of_a_supplier_is_refused(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        row = issued_order(unit, supplier)
        received(unit, row, came(po_lines(row)[0], "10"))
        imported(unit, ubl(("1", "1", "2.5"), number="F-77"))
        for number in ("F-77", "f 77", "F/77"):
            actor = finance(unit)
            key = uploaded(actor, ubl(("1", "1", "2.5"), number=number))
            refused(
                InvoiceKnown, lambda k=key, a=actor: invoice_import(actor=a, at=NOW, file_id=k), *INVOICING
            )
        assert imported(unit, ubl(("1", "1", "2.5"), number="F-78")).status == "matching"


def test_an_invoice_without_a_known_order_waits_for_somebody_to_name_it(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        row = issued_order(unit, supplier)
        received(unit, row, came(po_lines(row)[0], "10"))
        invoice = imported(unit, ubl(("1", "10", "2.5"), order="4711"))
        assert (invoice.status, invoice.order_id, invoice.answer_code) == ("exception", None, "UQ")
        assert exceptions(invoice) == [("REF", "order", "", "4711", None)]
        values = {"actor": finance(unit), "at": NOW, "invoice_id": invoice.id, "version": invoice.version}
        refused(
            CannotAccept,
            lambda: invoice_resolve(
                **values, exception_ids=exception_ids(invoice), resolution="accepted", reason="x"
            ),
            *INVOICING,
        )
        invoice_assign(**values, order_id=row.id)
        assert (fresh(invoice).status, fresh(invoice).order_id) == ("exception", row.id)
        assert [e[:2] for e in exceptions(invoice)] == [("ITM", "line"), ("REF", "order")]


def test_a_sender_whom_nobody_knows_is_refused(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        actor = finance(unit)
        key = uploaded(actor, ubl(("1", "1", "1"), order="4711", tax_id="DE999"))
        refused(SupplierUnknown, lambda: invoice_import(actor=actor, at=NOW, file_id=key), *INVOICING)


def test_suppliers_hand_in_their_own_invoices_alone(world, quick_unit, supplier):
    unit = quick_unit
    rival = supplier_org(world.a, "Second Ltd", tax_id="DE2")
    with unit.scope():
        mine, theirs = issued_order(unit, supplier), issued_order(unit, rival)
        for row in (mine, theirs):
            received(unit, row, came(po_lines(row)[0], "10"))
        contact = with_role(unit, "supplier_contact", 9, supplier_org_id=supplier)
        invoice = imported(unit, ubl(("1", "10", "2.5"), order=mine.number), contact)
        assert (invoice.origin, invoice.status, invoice.supplier_org_gid) == ("portal", "matching", supplier)
        key = uploaded(contact, ubl(("1", "1", "2.5"), order=theirs.number, number="F-9"))
        refused(
            NotFound,
            lambda: invoice_import(actor=contact, at=NOW, file_id=key, order_id=theirs.id),
            *INVOICING,
        )
        stray = imported(unit, ubl(("1", "1", "2.5"), order=theirs.number, number="F-9"), contact)
        assert (stray.order_id, stray.supplier_org_gid, stray.status) == (None, supplier, "exception")
        someone = with_role(unit, "supplier_contact", 8, supplier_org_id=rival)
        refused(NotFound, lambda: invoice_import(actor=someone, at=NOW, file_id=key), *INVOICING)
        receiver = with_role(unit, "receiver", 6)
        refused(Forbidden, lambda: invoice_import(actor=receiver, at=NOW, file_id=key), *INVOICING)

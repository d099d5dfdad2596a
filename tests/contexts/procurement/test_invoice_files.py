"""Invoices as files of others: every valid example goes in and out without loss, every other one is refused."""

import re
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest
from lxml import etree

from commerce.procurement.exchange.checked import SchemaBroken, UnknownDocument, checked_root
from commerce.procurement.exchange.xml import XmlRefused
from commerce.procurement.exchange_queries import exchange_file
from commerce.procurement.invoicing.reading import read_invoice
from commerce.procurement.invoicing.refusals import (
    BadValue,
    HeaderInvoice,
    InvoiceIncomplete,
    InvoiceRuleBroken,
    NotANewInvoice,
    NotAnInvoice,
    SeveralOrders,
)
from commerce.procurement.invoicing.rules import NS, broken_rules
from commerce.procurement.models import InvoiceLine
from commerce.procurement.services.invoice_import import invoice_import
from tenants.kernel.errors import NotFound
from tests.contexts.procurement.invoicing_support import (
    INVOICING,
    charged,
    finance,
    imported,
    invoiced,
    ubl,
    uploaded,
)
from tests.contexts.procurement.receiving_support import po_lines
from tests.contexts.procurement.support import bought, issued_order, refused, with_role
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW

D = Decimal
DATA = Path(__file__).parents[2] / "data" / "invoices"
EXAMPLES = sorted(path for folder in ("en16931", "peppol") for path in (DATA / folder).glob("*.[xX]*"))
FRAGMENTS = sorted((DATA / "rules").glob("*.xml"))
SAMPLE = (DATA / "InvoiceDetailRequest_taxes_at_line.xml").read_bytes()
SOUND = SAMPLE.replace(b'<Money currency="USD">8</Money>', b'<Money currency="USD">30.11</Money>').replace(
    b'<Money currency="USD" />', b'<Money currency="USD">430.11</Money>'
)
LEFT_OUT = re.compile(
    r"cac:Contact/|PayeeFinancialAccount|PaymentMandate|EmbeddedDocument|cbc:UBLVersionID|TaxTotal/cbc:TaxAmount"
)
"""People, accounts and embedded files stay in the original; the first tax total is told by its parts."""


def test_every_example_is_taken_in_and_given_out_without_loss(quick_unit, supplier):
    assert len(EXAMPLES) == 27
    with quick_unit.scope():
        order = issued_order(quick_unit, supplier)
        who = finance(quick_unit)
        for place, path in enumerate(EXAMPLES):
            data = _numbered(path.read_bytes(), f"E-{place}")
            row = imported(quick_unit, data, who, order_id=order.id)
            document = read_invoice(data)
            given = {
                form: exchange_file(actor=who, kind="invoice", document_id=row.id, form=form).content.encode()
                for form in ("ubl", "cxml")
            }
            assert {form: read_invoice(content) for form, content in given.items()} == {
                "ubl": document,
                "cxml": document,
            }, path.name
            assert _leaves(given["ubl"]) == _leaves(data), path.name


def test_every_rule_is_told_by_its_example(quick_unit, supplier):
    assert len(FRAGMENTS) == 19
    with quick_unit.scope():
        actor = finance(quick_unit)
        for path in FRAGMENTS:
            rule = path.stem
            for test in etree.parse(path).getroot().findall("{*}test"):
                root = next(child for child in test if etree.QName(child).localname != "assert")
                broken = [name for name, _ in broken_rules(root)]
                assert (rule in broken) == (test.find(".//{*}error") is not None), rule
                if rule in broken:
                    key = uploaded(actor, etree.tostring(root))
                    refusal = refused(
                        InvoiceRuleBroken,
                        lambda k=key: invoice_import(actor=actor, at=NOW, file_id=k),
                        *INVOICING,
                        field="file",
                    )
                    assert f"{rule} " in str(refusal)


@pytest.mark.parametrize("name", ["Invoice", "CreditNote"])
def test_examples_that_are_older_than_the_norm_are_refused(name):
    with pytest.raises(InvoiceRuleBroken, match=r"BR-01 .* BR-CO-15 "):
        read_invoice((DATA / "ubl" / f"UBL-{name}-2.1-Example.xml").read_bytes())


def test_a_sample_of_cxml_is_read_once_its_tax_fits_its_rate(quick_unit, supplier):
    with pytest.raises(InvoiceRuleBroken, match="BR-CO-17 "):
        read_invoice(SAMPLE)
    document = read_invoice(SOUND)
    assert (document.kind, document.supplier_number, document.order_ref) == ("380", "3495", "123")
    assert (document.charge_amount, document.tax_amount, document.payable_amount) == (
        35,
        D("30.11"),
        D("430.11"),
    )
    assert str(document.stated_due_date) == "2009-05-31"
    (line,) = document.lines
    assert (line.quantity, line.unit, line.unit_price, line.tax_rate) == (1, "EA", 365, D("8.25"))
    with quick_unit.scope():
        order = issued_order(quick_unit, supplier, bought("1", "365", tax_rate=D("8.25")))
        row = imported(quick_unit, SOUND, order_id=order.id)
        assert (row.currency, row.payable_amount, row.charge_amount) == ("USD", D("430.11"), 35)
        assert InvoiceLine.objects.get(invoice=row).order_line_id == po_lines(order)[0].id


def test_a_credit_memo_is_a_credit_note(quick_unit, supplier):
    data = SOUND.replace(b'purpose="standard"', b'purpose="lineLevelCreditMemo"')
    data = re.sub(rb'(currency="USD">)(?=[\d.]+<)', rb"\1-", data).replace(
        b' quantity="1"', b' quantity="-1"'
    )
    data = data.replace(b">-365</Money>\n          </UnitPrice>", b">365</Money>\n          </UnitPrice>")
    document = read_invoice(data)
    assert (document.kind, document.payable_amount, document.lines[0].quantity) == ("381", D("430.11"), 1)
    assert document.lines[0].line_amount == 365


@pytest.mark.parametrize(
    ("old", "new", "refusal", "said"),
    [
        (b'operation="new"', b'operation="delete"', NotANewInvoice, "withdraws"),
        (b"<InvoiceDetailHeaderIndicator />", b'<InvoiceDetailHeaderIndicator isHeaderInvoice="yes"/>',
         HeaderInvoice, "header invoice"),
        (b'currency="USD">5<', b'currency="EUR">5<', InvoiceRuleBroken, "CXML-01 "),
        (b'invoiceID="3495"', b'invoiceID=" "', InvoiceRuleBroken, "BR-02 "),
        (b'currency="USD">365</Money>\n          </UnitPrice>', b'currency="USD">-365</Money>\n          </UnitPrice>',
         InvoiceRuleBroken, "BR-27 "),
        (b'<InvoiceDetailSummary>\n        <SubtotalAmount>\n          <Money currency="USD">365<',
         b'<InvoiceDetailSummary>\n        <SubtotalAmount>\n          <Money currency="USD">366<',
         InvoiceRuleBroken, "BR-CO-10 "),
        (b"430.11", b"430.12", InvoiceRuleBroken, "BR-CO-15 "),
        (b"<UnitOfMeasure>EA<", b"<UnitOfMeasure>EACH<", BadValue, "UnitOfMeasure"),
        (b' quantity="1"', b' quantity="1e3"', BadValue, "quantity"),
        (b' quantity="1"', b' quantity="0.0000001"', BadValue, "quantity"),
        (b'percentageRate="8.25"', b'percentageRate="825"', InvoiceRuleBroken, "BR-CO-17 "),
        (b'invoiceDate="2009-05-01', b'invoiceDate="2009-13-01', Exception, "invoiceDate"),
        (b'payInNumberOfDays="30"', b'payInNumberOfDays="-3"', BadValue, "payInNumberOfDays"),
        (b' invoiceID="3495"', b"", SchemaBroken, "line"),
        (b'purpose="standard"', b'purpose="gift"', SchemaBroken, "line"),
        (b"InvoiceDetailSummary>", b"InvoiceDetailTotal>", SchemaBroken, "line"),
        (b"<InvoiceDetailRequest>", b"<InvoiceDetailRequests>", XmlRefused, "well-formed"),
        (b"InvoiceDetailRequest>", b"ProfileRequest>", NotAnInvoice, "cXML"),
        (b'InvoiceDetail.dtd">', b'InvoiceDetail.dtd" [<!ENTITY x "y">]>', XmlRefused, "DTD"),
        (b'InvoiceDetail.dtd">', b'InvoiceDetail.dtd" [<!ENTITY a "aa"><!ENTITY b "&a;&a;&a;">]>', XmlRefused, "DTD"),
        (b'SYSTEM "http://xml.cXML.org/schemas/cXML/1.2.020/InvoiceDetail.dtd"',
         b'[<!ENTITY x SYSTEM "file:///etc/passwd">]', XmlRefused, "DTD"),
        (b"<Description xml:lang=\"en\">NEW", b"<Description>" + b"<a>" * 80 + b"</a>" * 80 + b"NEW", XmlRefused,
         "nested"),
    ],
)  # fmt: skip
def test_a_broken_or_hostile_cxml_invoice_is_refused(old, new, refusal, said):
    assert old in SOUND
    with pytest.raises(refusal) as caught:
        read_invoice(SOUND.replace(old, new))
    assert said in str(caught.value)
    assert getattr(caught.value, "code", "")
    assert getattr(caught.value, "field", "") == "file"


def test_lines_of_two_orders_are_refused():
    text = SOUND.decode()
    part = text[text.index("<InvoiceDetailOrder>") : text.index("<InvoiceDetailSummary>")]
    with pytest.raises(SeveralOrders, match=r"[^ ]+, [^ ]+"):
        read_invoice(text.replace(part, part * 2).encode())
    two = ubl(("1", "1", "1")).replace(
        b"<cbc:LineID>1</cbc:LineID>",
        b"<cbc:LineID>1</cbc:LineID><cac:OrderReference><cbc:ID>PO-2</cbc:ID></cac:OrderReference>",
    )
    with pytest.raises(SeveralOrders, match="PO-2026-000001, PO-2"):
        read_invoice(two)


def test_invoices_have_their_own_door():
    for data in (SOUND, ubl(("1", "1", "1"))):
        with pytest.raises(UnknownDocument):
            checked_root(data)


def test_a_keyed_invoice_goes_out_complete_and_to_its_parties_alone(world, quick_unit, supplier):
    rival = supplier_org(world.a, "Second Ltd", tax_id="DE2")
    with quick_unit.scope():
        order = issued_order(quick_unit, supplier, bought("10", "2.5", tax_rate=D(13)))
        (line,) = po_lines(order)
        row = invoiced(
            quick_unit, order, "29.38", charged(line, "10", "2.5", adjustment_amount=D("1.00")), note="a\nb"
        )
        own = with_role(quick_unit, "supplier_contact", 9, supplier_org_id=supplier)
        theirs = with_role(quick_unit, "supplier_contact", 8, supplier_org_id=rival)
        for form in ("ubl", "cxml"):
            values = {"kind": "invoice", "document_id": row.id, "form": form}
            document = read_invoice(exchange_file(actor=own, **values).content.encode())
            assert (document.supplier_number, document.payable_amount, document.note) == (
                "R-1",
                D("29.38"),
                "a\nb",
            )
            assert (document.terms["BT-40"], document.terms["BT-44"], document.terms["BT-37"]) == (
                "DE", "Unit A1", "Hamburg",
            )  # fmt: skip
            assert document.lines[0].adjustment_amount == 1
            refused(NotFound, lambda v=values: exchange_file(actor=theirs, **v), *INVOICING)


def test_what_the_register_lacks_is_named_when_a_keyed_invoice_is_to_go_out(world, quick_unit):
    bare = supplier_org(world.a, "Third Ltd", country="")
    with quick_unit.scope():
        order = issued_order(quick_unit, bare, bought("10", "2.5"))
        row = invoiced(quick_unit, order, "25.00", charged(po_lines(order)[0], "10", "2.5"))
        values = {"actor": finance(quick_unit), "kind": "invoice", "document_id": row.id}
        refusal = refused(InvoiceIncomplete, lambda: exchange_file(**values, form="ubl"), *INVOICING)
        assert refusal.values["rules"].startswith("BR-08 ")
        assert read_invoice(exchange_file(**values, form="cxml").content.encode()).payable_amount == D(25)


def _numbered(data: bytes, number: str) -> bytes:
    root = etree.fromstring(data)
    root.find("cbc:ID", NS).text = number
    return etree.tostring(root)


def _leaves(data: bytes) -> Counter:
    """Every value with its place, in whatever order; zeros that say nothing and notes' seams are left out."""
    root = etree.fromstring(data)
    found: Counter = Counter()
    for element in root.iter(etree.Element):
        names = [element, *element.iterancestors()][:-1]
        path = "/".join(f"{part.prefix}:{etree.QName(part).localname}" for part in reversed(names))
        text = (element.text or "").strip()
        if len(element) or not text or LEFT_OUT.search(path):
            continue
        attributes = tuple(sorted((k, v) for k, v in element.attrib.items() if k != "unitCodeListID"))
        number = _number(text) if path.endswith(("Amount", "Quantity", "Percent", "Numeric")) else None
        if number == 0 and path.startswith("cac:LegalMonetaryTotal"):
            continue
        if path == "cbc:Note":
            found.update((path, part.strip()) for part in text.split("\n") if part.strip())
        else:
            found[(path, text if number is None else number, attributes)] += 1
    return found


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text).normalize()
    except InvalidOperation:
        return None

"""Short ways to invoice in tests: through the services, and as UBL files."""

from datetime import date, timedelta
from decimal import Decimal
from xml.sax.saxutils import escape

from commerce.procurement.models import (
    InvoiceLine,
    InvoiceTax,
    MatchException,
    MatchLine,
    MatchResult,
    PoLine,
    PurchaseOrder,
    SupplierInvoice,
)
from commerce.procurement.services.invoice_approval import invoice_submit
from commerce.procurement.services.invoice_create import InvoiceLineInput, invoice_create
from commerce.procurement.services.invoice_import import invoice_import
from commerce.procurement.states import ORDER_TYPE, REQUISITION_TYPE
from commerce.suppliers.models import ScorePeriod, SupplierScore, TierTerms
from tenants.kernel.actor import Actor
from tenants.runtime import files
from tests.contexts.approvals.support import graph, published, step
from tests.contexts.procurement.receiving_support import RECEIVING
from tests.contexts.procurement.support import decide, fresh, with_role
from tests.support.world import NOW, UnitInWorld

INVOICING = (*RECEIVING, SupplierInvoice, InvoiceLine, InvoiceTax, MatchResult, MatchLine, MatchException)
INVOICE_TYPE = "procurement.invoice"
D = Decimal


def finance(unit: UnitInWorld, person: int = 4) -> Actor:
    return with_role(unit, "finance", person)


def invoice_flow() -> None:
    """This will publish a one-step flow for invoices."""
    published(graph(step("s1")), document_type=INVOICE_TYPE)


def charged(line: PoLine | None, quantity: str, price: str, **fields: object) -> InvoiceLineInput:
    key = None if line is None else line.id
    return InvoiceLineInput(D(quantity), D(price), key, **fields)


def invoiced(
    unit: UnitInWorld, order: PurchaseOrder, payable: str, *lines: InvoiceLineInput, **fields: object
) -> SupplierInvoice:
    """This will key in an invoice over the stated amount due."""
    values = {
        "actor": finance(unit), "at": NOW, "order_id": order.id, "supplier_number": "R-1",
        "issue_date": NOW.date(), "lines": lines, "payable_amount": D(payable), **fields,
    }  # fmt: skip
    return SupplierInvoice.objects.get(id=invoice_create(**values))


def approved_invoice(unit: UnitInWorld, order, payable: str, *lines, **fields: object) -> SupplierInvoice:
    """This will bring a matching invoice through its flow, by person 2."""
    row = invoiced(unit, order, payable, *lines, **fields)
    invoice_submit(actor=finance(unit), at=NOW, invoice_id=row.id, version=row.version)
    if fresh(row).status == "matching":
        decide(unit, row.id)
    return fresh(row)


def exceptions(row: SupplierInvoice) -> list[tuple]:
    """Reason, subject, expected, actual and difference of the latest comparison."""
    rows = MatchException.objects.filter(match_result__invoice_id=row.id, match_result__is_current=True)
    return list(
        rows.order_by("place").values_list("reason_code", "subject", "expected", "actual", "difference")
    )


def exception_ids(row: SupplierInvoice) -> list:
    rows = MatchException.objects.filter(match_result__invoice_id=row.id, match_result__is_current=True)
    return list(rows.order_by("place").values_list("id", flat=True))


def uploaded(actor: Actor, data: bytes, name: str = "invoice.xml", purpose: str = "invoice"):
    return files.put(
        name=name, content_type="application/octet-stream", data=data, purpose=purpose, actor=actor
    )


def imported(unit: UnitInWorld, data: bytes, actor: Actor | None = None, **fields: object) -> SupplierInvoice:
    """This will upload a file and take it in."""
    who = actor or finance(unit)
    key = invoice_import(actor=who, at=NOW, file_id=uploaded(who, data), **fields)
    return SupplierInvoice.objects.get(id=key)


def ubl(
    *lines: tuple[str, str, str],
    order: str = "PO-2026-000001",
    number: str = "F-77",
    rate: str = "0",
    currency: str = "CNY",
    kind: str = "Invoice",
    unit: str = "C62",
    tax_id: str = "DE1",
    net: str | None = None,
    allowance: str = "0",
) -> bytes:
    """This will write a UBL document of lines (order line number, quantity, price) with one tax rate."""
    amounts = [(D(q) * D(p)).quantize(D("0.01")) for _, q, p in lines]
    total = sum(amounts, D(0))
    taxable = D(net) if net is not None else total - D(allowance)
    tax = (taxable * D(rate) / 100).quantize(D("0.01"))
    word = "Invoiced" if kind == "Invoice" else "Credited"
    body = "".join(
        f"""<cac:{kind}Line><cbc:ID>{place}</cbc:ID><cbc:{word}Quantity unitCode="{unit}">{q}</cbc:{word}Quantity>
        <cbc:LineExtensionAmount currencyID="{currency}">{a}</cbc:LineExtensionAmount>
        <cac:OrderLineReference><cbc:LineID>{no}</cbc:LineID></cac:OrderLineReference>
        <cac:Item><cbc:Name>Gloves</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID>
        <cbc:Percent>{rate}</cbc:Percent>{_SCHEME}</cac:ClassifiedTaxCategory></cac:Item>
        <cac:Price><cbc:PriceAmount currencyID="{currency}">{p}</cbc:PriceAmount></cac:Price></cac:{kind}Line>"""
        for place, ((no, q, p), a) in enumerate(zip(lines, amounts, strict=True), 1)
    )
    cut = ""
    if D(allowance):
        cut = f"""<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>
        <cbc:Amount currencyID="{currency}">{allowance}</cbc:Amount></cac:AllowanceCharge>"""
    code = "380" if kind == "Invoice" else "381"
    space = "urn:oasis:names:specification:ubl:schema:xsd"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
    <{kind} xmlns="{space}:{kind}-2" xmlns:cac="{space}:CommonAggregateComponents-2"
      xmlns:cbc="{space}:CommonBasicComponents-2">
    <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID><cbc:ID>{escape(number)}</cbc:ID>
    <cbc:IssueDate>2026-03-01</cbc:IssueDate><cbc:{kind}TypeCode>{code}</cbc:{kind}TypeCode>
    <cbc:DocumentCurrencyCode>{currency}</cbc:DocumentCurrencyCode>
    <cac:OrderReference><cbc:ID>{order}</cbc:ID></cac:OrderReference>
    {_party("Supplier", "First Ltd", tax_id)}{_party("Customer", "Unit A1", "CN1")}{cut}
    <cac:TaxTotal><cbc:TaxAmount currencyID="{currency}">{tax}</cbc:TaxAmount><cac:TaxSubtotal>
    <cbc:TaxableAmount currencyID="{currency}">{taxable}</cbc:TaxableAmount>
    <cbc:TaxAmount currencyID="{currency}">{tax}</cbc:TaxAmount><cac:TaxCategory><cbc:ID>S</cbc:ID>
    <cbc:Percent>{rate}</cbc:Percent>{_SCHEME}</cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
    <cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="{currency}">{total}</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="{currency}">{taxable}</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="{currency}">{taxable + tax}</cbc:TaxInclusiveAmount>
    <cbc:AllowanceTotalAmount currencyID="{currency}">{allowance}</cbc:AllowanceTotalAmount>
    <cbc:PayableAmount currencyID="{currency}">{taxable + tax}</cbc:PayableAmount></cac:LegalMonetaryTotal>
    {body}</{kind}>""".encode()


_SCHEME = "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>"


def _party(word: str, name: str, tax_id: str) -> str:
    return f"""<cac:Accounting{word}Party><cac:Party><cac:PostalAddress><cac:Country>
    <cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress><cac:PartyTaxScheme>
    <cbc:CompanyID>{tax_id}</cbc:CompanyID>{_SCHEME}</cac:PartyTaxScheme><cac:PartyLegalEntity><cbc:RegistrationName>{name}
    </cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:Accounting{word}Party>"""


def all_flows() -> None:
    """This will publish flows of no step for orders and requisitions, and of one step for invoices."""
    ends = {"nodes": [{"id": "end", "type": "end", "automatic": True}], "start": "end"}
    for kind in (REQUISITION_TYPE, ORDER_TYPE):
        published(ends, document_type=kind)
    invoice_flow()


def tiered(supplier, tier: str, days: int, place: int, at=None) -> None:
    """This will put a supplier into a tier with its terms, from an instant on."""
    moment = at or NOW - timedelta(days=30)
    period = ScorePeriod.objects.filter(start_date=date(2026, 1, 1), end_date=date(2026, 1, 31)).first()
    if period is None:
        period = ScorePeriod(
            start_date=date(2026, 1, 1),
            end_date=date(2026, 1, 31),
            requested_at=moment,
            model_name="default",
            weights={},
            quality_bar=D(80),
            least_coverage=D(45),
        )
        period.save(force_insert=True)
    rank = SupplierScore.objects.filter(period=period).count() + 1
    SupplierScore.objects.bulk_create(
        [
            SupplierScore(
                period=period,
                start_date=period.start_date,
                end_date=period.end_date,
                supplier_org_gid=supplier,
                supplier_name="S",
                total=D(80),
                rank=rank,
                tier=tier,
                closed_at=moment,
            )
        ]
    )
    TierTerms.objects.get_or_create(
        tier=tier, from_at=moment, defaults={"payment_days": days, "pay_order": place}
    )

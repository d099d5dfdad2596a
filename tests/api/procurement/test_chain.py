"""The chain of a document in one query: requisition, order, confirmation, ship notice, receipt, invoice, payment."""

from decimal import Decimal

import pytest

from api.reads.cursor import observed_statements
from commerce.procurement.invoicing.reading import read_invoice
from commerce.procurement.models import PurchaseOrder
from commerce.procurement.services.order_steps import order_issue, order_submit
from commerce.procurement.services.payment_run import payment_confirm, payment_release
from commerce.procurement.services.requisition_order import LineToOrder, requisition_order
from tests.api.procurement.support import ask, data
from tests.contexts.approvals.support import join
from tests.contexts.procurement.invoicing_support import approved_invoice, charged, finance, invoice_flow
from tests.contexts.procurement.receiving_support import came, po_lines, received, receiver
from tests.contexts.procurement.support import approved, asked, buyer, flows, fresh, lines_of, with_role
from tests.contexts.procurement.test_payment_run import OTHER_IBAN, account, admin, propose
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW

CHAIN = """query Chain($id: ID!) { purchaseOrder(id: $id) { number status
  lines { lineNo progress { acceptedQuantity invoicedQuantity } requisitionLine { requisition { number status } } }
  confirmations { number } shipNotices { number }
  receipts { number status lines { acceptedQuantity rejectedQuantity reasonCode } } returns { number }
  invoices { id number status answerCode payable { amount currency }
    payments { status amount { amount currency } run { number status } } } } }"""
FILE = (
    "query File($id: ID!, $format: String!) { exchangeDocument(id: $id, format: $format) { name content } }"
)
OPEN = """query Chain($id: ID!) { purchaseOrder(id: $id) { number
  receipts { number } invoices { number status answerCode payable { amount } } } }"""


@pytest.fixture
def unit(world):
    join(world.a1, p1="requester", p2="approver", p4="finance", p5="buyer")
    with world.a1.scope():
        flows(automatic_orders=True)
        invoice_flow()
    return world.a1


def paid_order(unit, supplier, receipts=2):
    """An order from a requisition that came in parts, was invoiced in parts and is paid."""
    row = approved(unit, asked("10", "2.5", supplier_org_id=supplier))
    (line,) = lines_of(row)
    requisition_order(
        actor=buyer(unit), at=NOW, requisition_id=row.id, version=row.version, lines=[LineToOrder(line.id)]
    )
    order = PurchaseOrder.objects.get(origin="requisition")
    order_submit(actor=buyer(unit), at=NOW, order_id=order.id, version=order.version)
    order_issue(actor=buyer(unit), at=NOW, order_id=order.id, version=fresh(order).version)
    (ordered,) = po_lines(order)
    part = Decimal(10) / receipts
    for number in range(receipts):
        received(unit, order, came(ordered, str(part)))
        approved_invoice(
            unit,
            order,
            str(part * Decimal("2.5")),
            charged(ordered, str(part), "2.5"),
            supplier_number=f"R-{number}",
        )
    account(unit, number=OTHER_IBAN)
    account(unit, supplier)
    run, _ = propose(unit)
    payment_release(actor=admin(unit), at=NOW, run_id=run.id, version=1)
    payment_confirm(actor=finance(unit), at=NOW, run_id=run.id, version=2)
    return fresh(order)


def test_one_query_gives_the_whole_chain(world, unit):
    supplier = supplier_org(world.a)
    with unit.scope():
        order = paid_order(unit, supplier)
        found = data(finance(unit), CHAIN, {"id": f"PurchaseOrder_{order.id}"})["purchaseOrder"]
        files = [
            data(finance(unit), FILE, {"id": found["invoices"][0]["id"], "format": form})["exchangeDocument"]
            for form in ("ubl", "cxml")
        ]
    assert [file["name"] for file in files] == ["SI-2026-000001.ubl.xml", "SI-2026-000001.cxml.xml"]
    assert {read_invoice(file["content"].encode()).payable_amount for file in files} == {Decimal("12.50")}
    assert found["lines"] == [
        {
            "lineNo": 1,
            "progress": {"acceptedQuantity": "10.000000", "invoicedQuantity": "10.000000"},
            "requisitionLine": {"requisition": {"number": "PR-2026-000001", "status": "ordered"}},
        }
    ]
    assert [(r["number"], r["status"]) for r in found["receipts"]] == [
        ("GR-2026-000001", "posted"), ("GR-2026-000002", "posted"),
    ]  # fmt: skip
    assert [(i["status"], i["answerCode"], i["payable"]) for i in found["invoices"]] == [
        ("paid", "PD", {"amount": "12.50", "currency": "CNY"})
    ] * 2
    assert [i["payments"] for i in found["invoices"]] == [
        [{"status": "paid", "amount": {"amount": "12.50", "currency": "CNY"},
          "run": {"number": "PAY-2026-000001", "status": "paid"}}]
    ] * 2  # fmt: skip


def test_the_chain_costs_the_same_however_long_it_is(world, unit):
    supplier = supplier_org(world.a)
    counts = []
    for parts in (1, 5):
        with unit.scope():
            order = paid_order(unit, supplier, parts) if parts == 1 else longer(unit, parts)
            with observed_statements() as statements:
                data(finance(unit), CHAIN, {"id": f"PurchaseOrder_{order.id}"})
            counts.append(len(statements))
    assert counts[0] == counts[1] <= 16


def longer(unit, parts):
    """The same order again, with a receipt for every piece."""
    order = PurchaseOrder.objects.get(origin="requisition")
    (line,) = po_lines(order)
    for _ in range(parts):
        received(unit, order, came(line, "1", rejected="1"))
    return order


def test_each_part_asks_for_its_permission(world, unit):
    supplier, rival = supplier_org(world.a), supplier_org(world.a, "Rival Ltd")
    with unit.scope():
        order = paid_order(unit, supplier)
        key = {"id": f"PurchaseOrder_{order.id}"}
        assert ask(receiver(unit), CHAIN, key)["errors"][0]["extensions"]["code"] == "FORBIDDEN"
        contact = with_role(unit, "supplier_contact", 9, supplier_org_id=supplier)
        assert ask(contact, CHAIN, key)["errors"][0]["extensions"]["code"] == "FORBIDDEN"
        own = data(contact, OPEN, key)["purchaseOrder"]
        assert [i["answerCode"] for i in own["invoices"]] == ["PD", "PD"]
        stranger = with_role(unit, "supplier_contact", 8, supplier_org_id=rival)
        assert data(stranger, OPEN, key)["purchaseOrder"] is None
        lists = "{ supplierInvoices(first: 5) { totalCount } goodsReceipts(first: 5) { totalCount } }"
        assert data(contact, lists) == {
            "supplierInvoices": {"totalCount": 2},
            "goodsReceipts": {"totalCount": 2},
        }
        assert data(stranger, lists) == {
            "supplierInvoices": {"totalCount": 0},
            "goodsReceipts": {"totalCount": 0},
        }
        accounts = "{ bankAccounts(first: 5) { edges { node { holderName accountNo } } } }"
        shown = data(admin(unit), accounts)["bankAccounts"]["edges"]
        assert {edge["node"]["accountNo"] for edge in shown} == {"•••• 3000", "•••• 5432"}
        assert ask(contact, accounts)["errors"][0]["extensions"]["code"] == "FORBIDDEN"

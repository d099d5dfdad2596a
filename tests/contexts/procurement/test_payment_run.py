"""Payment runs: tier then due day, four eyes, an exact file for the bank, nothing paid twice."""

from datetime import timedelta
from decimal import Decimal
from importlib import resources
from xml.etree import ElementTree

import pytest
import xmlschema
from cryptography.exceptions import InvalidTag
from django.db import IntegrityError, transaction

from commerce.masterdata.services.gate import SupplierSanctioned
from commerce.procurement.models import BankAccount, PaymentItem, PaymentRun
from commerce.procurement.paying.accounts import BadAccount, masked, plain_account
from commerce.procurement.paying.pain001 import remittance_of
from commerce.procurement.services.bank_account import bank_account_set
from commerce.procurement.services.payment_propose import NoPayerAccount, NothingToPay, payment_propose
from commerce.procurement.services.payment_run import (
    AccountChanged,
    OwnAccountChange,
    SameHands,
    payment_cancel,
    payment_confirm,
    payment_release,
)
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime import files
from tenants.runtime.guard import ProofRequired
from tenants.runtime.models import OutboxEvent
from tenants.runtime.unit.models import UnitAuditEntry
from tests.contexts.procurement.invoicing_support import (
    INVOICING,
    approved_invoice,
    charged,
    finance,
    invoice_flow,
    tiered,
)
from tests.contexts.procurement.receiving_support import came, choose, po_lines, received
from tests.contexts.procurement.support import (
    bought,
    fresh,
    issued_order,
    refused,
    violations,
    with_role,
)
from tests.factories.masterdata import sanction, supplier_org
from tests.support.world import NOW

D = Decimal
IBAN, OTHER_IBAN = "DE89370400440532013000", "GB82WEST12345698765432"
PAYING = (*INVOICING, PaymentRun, PaymentItem, BankAccount)
NS = {"p": "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"}
UNTIL = NOW.date() + timedelta(days=40)


def admin(unit, person=7, **fields):
    return with_role(unit, "unit_admin", person, **{"proved_at": NOW, **fields})


def account(unit, supplier=None, number=IBAN, **fields):
    values = {"actor": admin(unit), "at": NOW, "holder_name": "First Ltd", "account_no": number,
              "country": "DE", "currency": "CNY", "supplier_org_id": supplier, **fields}  # fmt: skip
    return bank_account_set(**values)


def owed(unit, supplier, amount, number="R-1", **fields):
    """An approved invoice over an amount."""
    row = issued_order(unit, supplier, bought("1", amount))
    received(unit, row, came(po_lines(row)[0], "1"))
    return approved_invoice(
        unit, row, amount, charged(po_lines(row)[0], "1", amount), supplier_number=number, **fields
    )


def propose(unit, **fields):
    values = {
        "actor": finance(unit),
        "at": NOW,
        "due_until_date": UNTIL,
        "execution_date": NOW.date(),
        **fields,
    }
    answer = payment_propose(**values)
    return PaymentRun.objects.get(id=answer.run_id), answer.skipped


def act_on(service, unit, run, **fields):
    values = {"actor": admin(unit), "at": NOW, "run_id": run.id, "version": fresh(run).version, **fields}
    return service(**values)


@pytest.fixture
def unit(quick_unit, supplier):
    with quick_unit.scope():
        invoice_flow()
        account(quick_unit, number=OTHER_IBAN, holder_name="Unit A1", bic="DEUTDEFF")
        account(quick_unit, supplier)
    return quick_unit


def schema():
    return xmlschema.XMLSchema(str(resources.files("sepaxml") / "schemas" / "pain.001.001.09.xsd"))


def test_a_run_goes_from_proposal_to_payment(unit, supplier):
    with unit.scope():
        first, second = owed(unit, supplier, "100.10"), owed(unit, supplier, "0.20", "R-2")
        run, skipped = propose(unit)
        assert (run.number, run.status, run.total_amount, run.transfer_count, skipped) == (
            "PAY-2026-000001", "proposed", D("100.30"), 1, (),
        )  # fmt: skip
        act_on(payment_release, unit, run)
        assert [fresh(i).status for i in (first, second)] == ["scheduled", "scheduled"]
        data = files.read(file_id=fresh(run).file_gid)
        schema().validate(data.decode())
        root = ElementTree.fromstring(data)
        assert [e.text for e in root.findall(".//p:CtrlSum", NS)] == ["100.30", "100.30"]
        assert [e.text for e in root.findall(".//p:IBAN", NS)] == [OTHER_IBAN, IBAN]
        assert root.find(".//p:Ustrd", NS).text == "R-1 R-2"
        assert root.find(".//p:InstdAmt", NS).attrib == {"Ccy": "CNY"}
        act_on(payment_confirm, unit, run)
        assert [(fresh(i).status, fresh(i).answer_code) for i in (first, second)] == [("paid", "PD")] * 2
        assert (fresh(run).status, fresh(first.order).payment) == ("paid", "full")
        told = UnitAuditEntry.objects.filter(subject_id=first.id, action__startswith="procurement.payment.")
        assert [(e.old["status"], e.new["status"]) for e in told.order_by("id")] == [
            ("approved", "scheduled"), ("scheduled", "paid"),
        ]  # fmt: skip
        assert violations() == {}
        refused(NothingToPay, lambda: propose(unit), *PAYING)
        refused(IllegalTransition, lambda: act_on(payment_confirm, unit, run), *PAYING)
        refused(IllegalTransition, lambda: act_on(payment_cancel, unit, run, reason="x"), *PAYING)


def test_suppliers_come_by_tier_and_then_by_due_day(world, unit, supplier):
    others = [supplier_org(world.a, f"Supplier {n}") for n in range(3)]
    tiers = {supplier: ("watch", 60, 3), others[0]: ("strategic", 15, 1), others[1]: ("preferred", 10, 2)}
    with unit.scope():
        for number, (key, (tier, days, place)) in enumerate(tiers.items()):
            tiered(key, tier, days, place)
            if key != supplier:
                account(unit, key)
            owed(unit, key, "10", f"T-{number}")
        account(unit, others[2])
        owed(unit, others[2], "10", "T-9")
        run, _ = propose(unit, due_until_date=NOW.date() + timedelta(days=61))
        items = PaymentItem.objects.filter(run_id=run.id).order_by("place")
        assert [item.supplier_org_gid for item in items] == [others[0], others[1], supplier, others[2]]
        assert [(item.due_date - NOW.date()).days for item in items] == [15, 10, 60, 30]
        act_on(payment_cancel, unit, run, reason="again")
        early, _ = propose(unit, due_until_date=NOW.date() + timedelta(days=12))
        assert PaymentItem.objects.get(run_id=early.id).supplier_org_gid == others[1]


def test_credit_notes_lessen_the_transfer(unit, supplier):
    with unit.scope():
        invoice = owed(unit, supplier, "100")
        credit = {"kind": "381", "supplier_number": "G-1"}
        (line,) = po_lines(invoice.order)
        approved_invoice(unit, invoice.order, "30", charged(line, "0.3", "100"), **credit)
        run, _ = propose(unit)
        assert (run.total_amount, run.transfer_count) == (70, 1)
        assert sorted(PaymentItem.objects.values_list("amount", flat=True)) == [-30, 100]


def test_four_eyes_and_permissions(unit, supplier):
    with unit.scope():
        owed(unit, supplier, "10")
        boss = admin(unit)
        run, _ = propose(unit, actor=boss)
        refused(SameHands, lambda: act_on(payment_release, unit, run, actor=boss), *PAYING)
        refused(Forbidden, lambda: act_on(payment_release, unit, run, actor=finance(unit)), *PAYING)
        with pytest.raises(IntegrityError, match="payment_run_four_eyes"), transaction.atomic():
            PaymentRun.objects.filter(id=run.id).update(
                status="released", releaser_key=run.creator_key, file_gid=new_id()
            )
        refused(
            Conflict, lambda: act_on(payment_release, unit, run, actor=admin(unit, 8), version=4), *PAYING
        )
        refused(
            NotFound,
            lambda: act_on(payment_release, unit, run, actor=admin(unit, 8), run_id=new_id()),
            *PAYING,
        )
        act_on(payment_release, unit, run, actor=admin(unit, 8))
        assert fresh(run).status == "released"


def test_a_cancelled_run_gives_its_invoices_back(unit, supplier):
    with unit.scope():
        invoice = owed(unit, supplier, "10")
        run, _ = propose(unit)
        refused(NothingToPay, lambda: propose(unit), *PAYING)
        act_on(payment_release, unit, run)
        refused(Invalid, lambda: act_on(payment_cancel, unit, run, reason=""), *PAYING)
        act_on(payment_cancel, unit, run, reason="The bank refused it")
        assert (fresh(invoice).status, fresh(run).status) == ("approved", "cancelled")
        again, _ = propose(unit)
        assert again.total_amount == 10


def test_who_cannot_be_paid_is_left_out_and_named(world, unit, supplier):
    bare, barred = supplier_org(world.a, "No Account Ltd"), supplier_org(world.a, "Barred Ltd")
    with unit.scope():
        account(unit, barred)
        for key in (supplier, bare, barred):
            owed(unit, key, "10")
    sanction(world.a, barred, actions=("pay",))
    with unit.scope():
        run, skipped = propose(unit)
        assert (run.total_amount, sorted(skipped)) == (
            10,
            ["Barred Ltd: sanction", "No Account Ltd: no account"],
        )
    sanction(world.a, supplier, actions=("pay",))
    with unit.scope():
        refused(SupplierSanctioned, lambda: act_on(payment_release, unit, run), *PAYING)
        with pytest.raises(IntegrityError, match="under sanction"), transaction.atomic():
            PaymentItem.objects.filter(run_id=run.id).update(status="scheduled")


def test_a_changed_account_is_looked_at_by_a_second_person(unit, supplier):
    with unit.scope():
        owed(unit, supplier, "10")
        run, _ = propose(unit)
        account(unit, supplier, number=OTHER_IBAN)
        refused(AccountChanged, lambda: act_on(payment_release, unit, run), *PAYING, field="runId")
        act_on(payment_cancel, unit, run, reason="account")
        again, _ = propose(unit)
        refused(OwnAccountChange, lambda: act_on(payment_release, unit, again), *PAYING, field="runId")
        act_on(payment_release, unit, again, actor=admin(unit, 8))
        assert fresh(again).status == "released"
        assert violations() == {}


def test_nothing_is_proposed_without_an_account_or_something_due(quick_unit, supplier):
    unit = quick_unit
    with unit.scope():
        refused(NoPayerAccount, lambda: propose(unit), *PAYING)
        account(unit, number="6222 0200 1234 5678", country="CN")
        refused(NothingToPay, lambda: propose(unit), *PAYING)
        refused(Invalid, lambda: propose(unit, execution_date=NOW.date() - timedelta(days=1)), *PAYING)
        choose(payment_days=60)
        invoice_flow()
        account(unit, supplier)
        owed(unit, supplier, "10")
        refused(NothingToPay, lambda: propose(unit), *PAYING)


def test_an_account_is_kept_sealed_and_shown_masked(unit, supplier):
    with unit.scope():
        row = BankAccount.objects.get(supplier_org_gid=supplier, status="active")
        assert (row.masked, row.scheme) == ("•••• 3000", "iban")
        assert IBAN.encode() not in bytes(row.sealed)
        assert files.open_text(row.sealed, record_id=row.id) == IBAN
        with pytest.raises(InvalidTag):
            files.open_text(row.sealed, record_id=new_id())
        trail = str(list(UnitAuditEntry.objects.values())) + str(list(OutboxEvent.objects.values()))
        assert IBAN not in trail
        account(unit, supplier, OTHER_IBAN)
        assert fresh(row).status == "retired"
        stale = NOW - timedelta(minutes=16)
        refused(ProofRequired, lambda: account(unit, supplier, actor=admin(unit, proved_at=stale)), *PAYING)
        refused(Forbidden, lambda: account(unit, supplier, actor=finance(unit)), *PAYING)
        for fields in ({"number": "DE88370400440532013000"}, {"number": "1"}, {"bic": "X"}):
            refused(BadAccount, lambda f=fields: account(unit, supplier, **f), *PAYING)
        refused(Invalid, lambda: account(unit, supplier, holder_name=" "), *PAYING)
        refused(Invalid, lambda: account(unit, supplier, country="XX"), *PAYING)
        refused(NotFound, lambda: account(unit, new_id()), *PAYING)


def test_account_numbers_are_read_as_people_write_them():
    assert plain_account("de89 3704-0044 0532 0130 00") == ("iban", IBAN)
    assert plain_account("6222 0200 1234") == ("other", "622202001234")
    assert masked("622202001234") == "•••• 1234"


def test_a_transfer_names_whole_documents_within_the_banks_140_characters():
    few, many = ["R-1", "C-9001"], [f"INV-2026-{n:05}" for n in range(300)]
    assert remittance_of(few) == "R-1 C-9001"
    assert remittance_of(many).split(" ") == [*many[:9], "+291"]
    assert remittance_of(["x" * 200]) == "x" * 140
    assert all(len(remittance_of(many[:n])) <= 140 for n in range(1, 30))

"""Every way to a document with a supplier runs while headquarters bars it: none is committed afterwards."""

import itertools
import threading
import time
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, connections

from commerce.approvals.models import FlowDefinition
from commerce.masterdata.services.ensure import Ensured, master_data_ensure
from commerce.masterdata.services.gate import SupplierSanctioned
from commerce.masterdata.services.sanction import sanction_impose
from commerce.procurement.demand.rows import DemandRow
from commerce.procurement.frames import OrderFrame
from commerce.procurement.importing.checking import ReadLine, ReadOrder
from commerce.procurement.models import PurchaseOrder
from commerce.procurement.services.mrp_apply import mrp_apply
from commerce.procurement.services.order_change import ChangeHeld, order_change_accept
from commerce.procurement.services.order_import import order_import
from commerce.procurement.services.order_place import order_place
from commerce.procurement.services.order_write import order_create
from commerce.procurement.services.payment_propose import NothingToPay
from commerce.procurement.services.payment_run import payment_cancel
from commerce.procurement.services.requisition_order import LineToOrder, requisition_order
from commerce.procurement.states import CHANGE_TYPE
from tenants.accounts.permissions import ROLES
from tenants.kernel.errors import DomainError
from tests.contexts.approvals.support import graph, join, published, step
from tests.contexts.procurement.collaborating import contact, proposed
from tests.contexts.procurement.invoicing_support import all_flows
from tests.contexts.procurement.mrp_support import source
from tests.contexts.procurement.support import (
    approved_order,
    asked,
    bought,
    buyer,
    decide,
    fresh,
    issued_order,
    lines_of,
    submitted,
    violations,
)
from tests.contexts.procurement.test_order_message_import import given_out, take_in
from tests.contexts.procurement.test_payment_run import OTHER_IBAN, account, act_on, owed, propose
from tests.factories.masterdata import supplier_org
from tests.support.world import NOW

ACTIONS = ["invite", "award", "issue", "call_off", "pay"]
RAW = """UPDATE procurement_order
   SET status = 'issued', issued_at = now(), issue_recorded_at = clock_timestamp() WHERE id = %s"""
RAW_REPOINT = "UPDATE procurement_order SET supplier_org_gid = %s WHERE id = %s"
ENOUGH = 3
MOST_WAIT = 1.0  # seconds that headquarters waits


class Barred(DomainError):
    """A row of demand that came back as a problem, as a refusal."""

    code = en = zh = "BARRED"


class Ways:
    """One unit with everything under way to one supplier; each method makes one more document."""

    def __init__(self, unit, supplier, other, name="First Ltd"):
        self.unit, self.supplier, self.name = unit, supplier, name
        self.demand = source(unit, f"ERP {name}")
        self.frame = OrderFrame(ceiling_amount=Decimal(900_000))
        self.numbers = itertools.count(1)
        self.blanket = issued_order(unit, supplier, bought("1", "0"), order_type_code="221", frame=self.frame)
        self.asked = submitted(unit, asked("100000", supplier_org_id=supplier))
        self.raw = [approved_order(unit, supplier) for _ in range(ENOUGH + 9)]
        self.changes = [
            proposed(unit, issued_order(unit, supplier), quantity=Decimal(11)) for _ in range(ENOUGH + 2)
        ]
        self.repointed = [issued_order(unit, other).id for _ in range(ENOUGH + 2)]
        known = FlowDefinition.objects.filter(document_type=CHANGE_TYPE)
        flow = published(graph(step("s1")), document_type=CHANGE_TYPE, number=known.count() + 1)
        self.waiting = [self._agreed_by_the_buyer() for _ in range(ENOUGH + 2)]
        known.filter(id=flow.id).update(status="retired")
        account(unit, number=OTHER_IBAN)
        account(unit, supplier)
        owed(unit, supplier, "100")
        self.file = given_out(buyer(unit), "order", issued_order(unit, supplier), "ubl")
        self.file_no = PurchaseOrder.objects.order_by("-number").first().number.encode()

    def _agreed_by_the_buyer(self):
        """A dearer price that the supplier asks for and the buyer agrees to; it waits for approval."""
        order = issued_order(self.unit, self.supplier)
        change = proposed(self.unit, order, actor=contact(self.unit, self.supplier), unit_price=Decimal(3))
        order_change_accept(actor=buyer(self.unit), at=NOW, change_id=change.id, version=change.version)
        return change

    def write(self):
        order_create(actor=buyer(self.unit), at=NOW, supplier_org_id=self.supplier, lines=[bought()])

    def place(self, **fields):
        order_place(actor=buyer(self.unit), at=NOW, supplier_org_id=self.supplier, lines=[bought()], **fields)

    def call_off(self):
        self.place(order_type_code="226", frame=OrderFrame(blanket_id=self.blanket.id))

    def order_a_need(self):
        (line,) = lines_of(self.asked)
        requisition_order(
            actor=buyer(self.unit), at=NOW, requisition_id=self.asked.id, version=fresh(self.asked).version,
            lines=[LineToOrder(line.id, quantity=Decimal(1))],
        )  # fmt: skip

    def take_in_a_file(self):
        take_in(
            buyer(self.unit), self.file.replace(self.file_no, f"{self.name}-{next(self.numbers)}".encode())
        )

    def pay(self):
        run, _ = propose(self.unit)
        act_on(payment_cancel, self.unit, run, reason="again")

    def plan_a_need(self):
        row = DemandRow(
            1, f"{self.name}-{next(self.numbers)}", "", "Part", "", Decimal(1), "C62", None, Decimal(2), "",
            self.name, "", False,
        )  # fmt: skip
        done = mrp_apply(actor=buyer(self.unit), at=NOW, source_id=self.demand, rows=[row], delivery_id=None)
        if done.problems:
            assert [problem.code for problem in done.problems] == ["SUPPLIER_SANCTIONED"]
            raise Barred

    def import_a_table(self):
        place = next(self.numbers)
        line = ReadLine(
            1, f"{place}", "", "Gloves", (), "C62", Decimal(1), Decimal(2), Decimal(0), Decimal(0), None, None,
            None, Decimal(0),
        )  # fmt: skip
        order_import(
            actor=buyer(self.unit), at=NOW, ensured=Ensured({self.name: self.supplier}, {}, {}, {}),
            orders=[ReadOrder(f"{self.name}-{place}", self.name, "CNY", NOW.date(), {}, [line])],
        )  # fmt: skip

    def agree_to_more(self):
        change = self.changes.pop()
        order_change_accept(
            actor=contact(self.unit, self.supplier),
            at=NOW,
            change_id=change.id,
            version=fresh(change).version,
        )

    def approve_a_change(self):
        change = self.waiting.pop()
        decide(self.unit, change.id)
        if fresh(change).status == "rejected":
            raise ChangeHeld

    def write_sql(self):
        with connection.cursor() as cursor:
            cursor.execute(RAW, [self.raw.pop().id])

    def repoint_by_sql(self):
        with connection.cursor() as cursor:
            cursor.execute(RAW_REPOINT, [self.supplier, self.repointed.pop()])


NAMES = (
    "write", "place", "call_off", "order_a_need", "take_in_a_file", "pay", "plan_a_need", "import_a_table",
    "agree_to_more", "approve_a_change", "write_sql", "repoint_by_sql",
)  # fmt: skip
COUNTED = ("agree_to_more", "approve_a_change", "write_sql", "repoint_by_sql")
"""Ways with a supply that was prepared: they pause until the sanction is there."""
REFUSALS = {
    "pay": NothingToPay, "write_sql": IntegrityError, "repoint_by_sql": IntegrityError, "plan_a_need": Barred,
    "agree_to_more": ChangeHeld, "approve_a_change": ChangeHeld,
}  # fmt: skip


@pytest.fixture
def ways(live_world):
    unit = live_world.a1
    join(unit, p1="requester", p2="approver", p5="buyer")
    with live_world.a.scope():
        hq = live_world.a.actor(*ROLES["hq_admin"].permissions)
        names = {"First Ltd": {"country": "DE"}}
        supplier = master_data_ensure(actor=hq, at=NOW, suppliers=names, items=[]).suppliers["First Ltd"]
    other = supplier_org(live_world.a, "Second Ltd", tax_id="DE2")
    with unit.scope():
        all_flows()
        return Ways(unit, supplier, other)


def test_no_way_passes_a_sanction(live_world, ways):
    done = {name: [] for name in NAMES}
    refused: dict[str, BaseException] = {}
    all_began, imposed = threading.Event(), threading.Event()

    def keep_on(name):
        try:
            while name not in refused:
                with ways.unit.scope():
                    getattr(ways, name)()
                    moment = time.perf_counter()
                done[name].append(moment)
                if name in COUNTED and len(done[name]) == ENOUGH:
                    assert imposed.wait(60)
                if all(done.values()):
                    all_began.set()
        except (DomainError, IntegrityError) as refusal:
            refused[name] = refusal
        finally:
            connections.close_all()

    threads = [threading.Thread(target=keep_on, args=(name,)) for name in NAMES]
    for thread in threads:
        thread.start()
    assert all_began.wait(60), (done, refused)
    began = time.perf_counter()
    with live_world.a.scope():
        sanction_impose(
            actor=live_world.a.actor("masterdata.sanction.impose"), supplier_org_id=ways.supplier,
            actions=ACTIONS, reason="Falsified test reports", at=NOW,
        )  # fmt: skip
    ended = time.perf_counter()
    imposed.set()
    for thread in threads:
        thread.join(60)
    assert ended - began < MOST_WAIT
    assert {name: [m for m in moments if m > ended] for name, moments in done.items()} == {
        name: [] for name in NAMES
    }
    assert {name: type(refused[name]) for name in NAMES} == {
        name: REFUSALS.get(name, SupplierSanctioned) for name in NAMES
    }
    with ways.unit.scope():
        assert violations() == {}

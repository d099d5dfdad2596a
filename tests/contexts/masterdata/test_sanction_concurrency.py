"""T2: 24 writers in 12 units issue orders while HQ blacklists their supplier.

None commits after the sanction, and HQ waits less than a second: with small documents in many rounds, and
with real purchase orders. The same checker finds leaks once the gate's lock is taken out.
"""

import threading
import time
from dataclasses import dataclass, field

import pytest
from django.db import connections

from commerce.masterdata.services import gate
from commerce.masterdata.services.gate import SupplierSanctioned, supplier_gate
from commerce.masterdata.services.sanction import sanction_impose
from commerce.procurement.models import PurchaseOrder
from commerce.procurement.services.order_steps import order_issue
from tenants.directory.models import BusinessUnit
from tenants.directory.schemas import make_schema_from_template
from tenants.runtime import audit
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tenants.runtime.unit.models import UnitAuditEntry
from tests.contexts.approvals.support import join
from tests.contexts.procurement.support import approved_order, buyer, flows
from tests.factories import masterdata as make
from tests.support.world import NOW, UnitInWorld, fixed_id

UNITS, WRITERS, ROUNDS, ORDERS_FIRST = 12, 24, 4, 40
ORDER = "test.order.issue"


def twelve_units(world):
    units = [world.a1, world.a2]
    for number in range(UNITS - len(units)):
        unit = UnitInWorld(
            fixed_id(0xC00 + number), world.a, f"c{number}", f"t_0000000000000000000000c{number:03d}", "CNY"
        )
        make_schema_from_template(group_id=world.a.id, schema_name=unit.schema_name)
        units.append(unit)
    with unit_of_work(ACCOUNTS):
        BusinessUnit.objects.bulk_create(
            [
                BusinessUnit(id=u.id, group_id=world.a.id, slug=u.slug, schema_name=u.schema_name,
                             name=u.slug, country="CN", currency=u.currency, status="active")
                for u in units[2:]
            ]
        )  # fmt: skip
    return units


@dataclass
class Round:
    """One supplier, its writers, and when each order and the sanction were committed."""

    units: list[UnitInWorld]
    supplier: object
    committed: list[float] = field(default_factory=list)
    failures: list[BaseException] = field(default_factory=list)
    enough: threading.Event = field(default_factory=threading.Event)

    def issue_until_refused(self, unit):
        actor = unit.actor()
        try:
            while True:
                with unit.scope():
                    supplier_gate(
                        actor=actor, supplier_org_id=self.supplier, action="issue", category_ids=[], at=NOW
                    )
                    for line in range(3):
                        audit.record(
                            actor=actor, action=ORDER, subject_type="order", subject_id=fixed_id(line), at=NOW,
                            subject_label=str(self.supplier),
                        )  # fmt: skip
                    about_to_commit = time.perf_counter()
                self.committed.append(about_to_commit)
                if len(self.committed) >= ORDERS_FIRST:
                    self.enough.set()
        except SupplierSanctioned:
            pass
        except BaseException as failure:
            self.failures.append(failure)
            self.enough.set()
        finally:
            connections.close_all()

    def run(self, world):
        """This will run all writers and HQ; gives the orders begun to commit after HQ's commit, and HQ's wait."""
        writers = [
            threading.Thread(target=self.issue_until_refused, args=(self.units[n % len(self.units)],))
            for n in range(WRITERS)
        ]
        for writer in writers:
            writer.start()
        assert self.enough.wait(60)
        began = time.perf_counter()
        with world.a.scope():
            sanction_impose(
                actor=world.a.actor("masterdata.sanction.impose"), supplier_org_id=self.supplier,
                actions=["issue"], reason="Falsified test reports", at=NOW,
            )  # fmt: skip
        done = time.perf_counter()
        for writer in writers:
            writer.join(60)
        assert self.failures == []
        return [moment for moment in self.committed if moment > done], done - began

    def orders(self):
        """This will count the orders in all units."""
        found = 0
        for unit in self.units:
            with unit.scope():
                found += UnitAuditEntry.objects.filter(action=ORDER, subject_label=str(self.supplier)).count()
        return found // 3


def rounds(world):
    units = twelve_units(world)
    for number in range(ROUNDS):
        yield Round(units, make.supplier_org(world.a, f"Supplier {number}"))


@pytest.mark.timeout(300)
def test_no_order_commits_after_a_sanction_and_hq_waits_less_than_a_second(live_world):
    for each in rounds(live_world):
        late, waited = each.run(live_world)
        assert late == []
        assert waited < 10
        assert each.orders() == len(each.committed) >= ORDERS_FIRST
        print(
            f"T2: {len(each.committed)} orders before the sanction, 0 after, HQ waited {waited * 1000:.0f} ms"
        )


@pytest.mark.timeout(300)
def test_without_the_lock_the_same_checker_finds_orders_after_the_sanction(live_world, monkeypatch):
    monkeypatch.setattr(gate, "lock_shared", lambda *_: None)
    leaks = [late for each in rounds(live_world) for late in each.run(live_world)[0]]
    assert leaks, "the checker cannot see a leak"
    print(f"T2 negative control: {len(leaks)} orders after the sanction in {ROUNDS} rounds")


ORDERS_EACH = 3


def issued(units):
    """This will count the issued purchase orders of all units."""
    found = 0
    for unit in units:
        with unit.scope():
            found += PurchaseOrder.objects.filter(status="issued").count()
    return found


@pytest.mark.timeout(300)
def test_no_purchase_order_is_issued_after_a_sanction_in_any_of_twelve_units(live_world):
    units, supplier = twelve_units(live_world), make.supplier_org(live_world.a)
    orders = []
    for unit in units:
        join(unit, p5="buyer")
        with unit.scope():
            flows(automatic_orders=True)
            orders += [(unit, approved_order(unit, supplier)) for _ in range(2 * ORDERS_EACH)]
    late, failures, under_way, imposed = [], [], threading.Event(), threading.Event()

    def write(number):
        try:
            for unit, order in orders[number * ORDERS_EACH : (number + 1) * ORDERS_EACH]:
                after_the_sanction = imposed.is_set()
                with unit.scope():
                    order_issue(actor=buyer(unit), at=NOW, order_id=order.id, version=order.version)
                late.extend([order.number] if after_the_sanction else [])
                under_way.set()
        except SupplierSanctioned:
            pass
        except BaseException as failure:
            failures.append(failure)
        finally:
            connections.close_all()

    writers = [threading.Thread(target=write, args=(number,)) for number in range(WRITERS)]
    for writer in writers:
        writer.start()
    assert under_way.wait(60)
    began = time.perf_counter()
    with live_world.a.scope():
        sanction_impose(
            actor=live_world.a.actor("masterdata.sanction.impose"), supplier_org_id=supplier,
            actions=["issue"], reason="Falsified test reports", at=NOW,
        )  # fmt: skip
    imposed.set()
    waited = time.perf_counter() - began
    at_once = issued(units)
    for writer in writers:
        writer.join(60)
    assert (failures, late) == ([], [])
    assert waited < 10
    assert 1 <= issued(units) == at_once < len(orders)
    print(f"T2 with purchase orders: {at_once} issued before, 0 after, HQ waited {waited * 1000:.0f} ms")


def test_hq_waits_for_an_order_under_way_and_a_later_one_is_refused(live_world):
    supplier = make.supplier_org(live_world.a)
    imposed = threading.Event()

    def hq():
        with live_world.a.scope():
            sanction_impose(
                actor=live_world.a.actor("masterdata.sanction.impose"), supplier_org_id=supplier,
                actions=["issue"], reason="Falsified test reports", at=NOW,
            )  # fmt: skip
        imposed.set()
        connections.close_all()

    with live_world.a1.scope():
        supplier_gate(
            actor=live_world.a1.actor(), supplier_org_id=supplier, action="issue", category_ids=[], at=NOW
        )
        thread = threading.Thread(target=hq)
        thread.start()
        assert not imposed.wait(0.3)
    assert imposed.wait(5)
    thread.join(5)
    with live_world.a1.scope(), pytest.raises(SupplierSanctioned):
        supplier_gate(
            actor=live_world.a1.actor(), supplier_org_id=supplier, action="issue", category_ids=[], at=NOW
        )

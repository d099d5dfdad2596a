"""Material demand becomes requisition lines: one for each key, amended and withdrawn while nobody has bought."""

from datetime import date
from decimal import Decimal

import pytest

from commerce.masterdata.models import Item
from commerce.masterdata.services.ensure import master_data_ensure
from commerce.procurement.models import MrpDemand, Requisition, RequisitionLine
from commerce.procurement.services import mrp_delivery_steps
from commerce.procurement.services.mrp_apply import mrp_apply
from commerce.procurement.services.mrp_delivery import EmptyDelivery, SourcePaused, mrp_delivery_create
from commerce.procurement.services.mrp_demand import DemandStillBlocked, NoException, mrp_demand_decide
from commerce.procurement.services.mrp_source import (
    OwnerCannotRequest,
    SourceNameTaken,
    mrp_source_create,
    mrp_source_edit,
)
from commerce.procurement.services.requisition_order import LineToOrder, requisition_order
from commerce.procurement.services.requisition_steps import requisition_submit
from commerce.procurement.services.requisition_write import requisition_edit, stored_inputs
from tenants.accounts.permissions import ROLES
from tenants.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from tenants.runtime.unit.models import UnitAuditEntry
from tests.contexts.procurement.mrp_support import TABLES, deliver, demand, line, need, source, step
from tests.contexts.procurement.support import (
    approver,
    buyer,
    decide,
    fresh,
    refused,
    requester,
    violations,
)
from tests.factories.masterdata import category, item, sanction
from tests.support.world import NOW


def submit(unit, row):
    requisition_submit(actor=requester(unit), at=NOW, requisition_id=row.id, version=row.version)


def only():
    return Requisition.objects.get()


def test_the_same_delivery_twice_makes_one_line_for_each_key(unit):
    src = source(unit)
    lines = [need(f"K{n}", str(n + 1), need_by_date=date(2026, 12, 1 + n)) for n in range(9)]
    first = deliver(unit, src, *lines)
    assert (first.status, first.progress, first.counts) == ("applied", 9, {"new": 9, "problems": 0})
    again = deliver(unit, src, *reversed(lines))
    assert again.counts == {"unchanged": 9, "problems": 0}
    step(unit, first.id)  # the event comes twice
    with unit.scope():
        row = only()
        assert (row.requester_key, row.status, row.need_by_date) == (
            requester(unit).key,
            "draft",
            date(2026, 12, 1),
        )
        assert row.total_amount == sum(Decimal(n + 1) * Decimal("2.5") for n in range(9))
        assert MrpDemand.objects.count() == RequisitionLine.objects.filter(source="mrp").count() == 9
        assert violations() == {}
        hashed = row.content_hash
        version = row.version
        requisition_edit(
            actor=requester(unit), at=NOW, requisition_id=row.id, version=version, lines=stored_inputs(row.id)
        )
        assert fresh(row).content_hash == hashed  # summed up as people's own edits are
        assert MrpDemand.objects.filter(status="open", requisition_line__isnull=False).count() == 9


def test_changed_demand_amends_and_cancelled_demand_withdraws(unit):
    src = source(unit)
    deliver(unit, src, need("A"), need("B"), need("C"))
    changed = deliver(unit, src, need("A", "12"), need("B", need_by_date=date(2027, 1, 5)), need("C", "0"))
    assert changed.counts == {"amended": 2, "withdrawn": 1, "problems": 0}
    with unit.scope():
        row = only()
        assert (line("A").quantity, line("B").need_by_date) == (Decimal(12), date(2027, 1, 5))
        assert (demand("C").status, demand("C").requisition_line_id) == ("withdrawn", None)
        assert row.total_amount == Decimal(55)
        assert violations() == {}
    back = deliver(unit, src, need("C", "3"))
    assert back.counts == {"new": 1, "problems": 0}
    with unit.scope():
        assert line("C").requisition_id == row.id  # into the draft that has room
    gone = deliver(unit, src, need("A", "12"), complete=True)
    assert gone.counts == {"unchanged": 1, "withdrawn": 2, "problems": 0}
    last = deliver(unit, src, need("A", cancelled=True))
    assert last.counts == {"withdrawn": 1, "problems": 0}
    with unit.scope():
        assert (only().status, only().total_amount) == ("cancelled", 0)
        assert violations() == {}


def test_an_approval_of_other_content_is_taken_back_and_of_the_same_stands(unit):
    src = source(unit)
    deliver(unit, src, need("A"), need("B"))
    with unit.scope():
        row = only()
        submit(unit, row)
        decide(unit, row.id)
        assert fresh(row).status == "approved"
    assert deliver(unit, src, need("A", need_by_date=date(2027, 1, 5))).counts["amended"] == 1
    with unit.scope():
        assert fresh(row).status == "approved"  # no approval answers for days
    assert deliver(unit, src, need("A", "11", need_by_date=date(2027, 1, 5))).counts["amended"] == 1
    with unit.scope():
        assert (fresh(row).status, fresh(row).approved_hash, fresh(row).approved_at) == ("draft", "", None)
        assert violations() == {}
        trail = UnitAuditEntry.objects.filter(subject_id=row.id, action="procurement.requisition.edit")
        assert trail.order_by("-id").first().new["mrp_source"] == "ERP"


def test_what_is_in_approval_or_ordered_is_left_to_a_person(unit, supplier):
    src = source(unit)
    deliver(unit, src, need("A"), need("B"))
    with unit.scope():
        row = only()
        submit(unit, row)
    held = deliver(unit, src, need("A", "12"), need("B", cancelled=True))
    assert held.counts == {"exceptions": 2, "problems": 0}
    assert deliver(unit, src, need("A", "12"), need("B", cancelled=True)).counts["exceptions"] == 2
    with unit.scope():
        assert (demand("A").exception, demand("A").pending, line("A").quantity) == (
            "IN_APPROVAL", ["quantity"], Decimal(10),
        )  # fmt: skip
        refused(
            DemandStillBlocked,
            lambda: mrp_demand_decide(actor=buyer(unit), at=NOW, demand_id=demand("A").id, decision="apply"),
            *TABLES,
        )
        decide(unit, row.id)
        mrp_demand_decide(
            actor=buyer(unit), at=NOW, demand_id=demand("B").id, decision="keep", reason="stock"
        )
        assert (demand("B").exception, demand("B").status) == ("", "open")
        row = fresh(row)
        chosen = [LineToOrder(line_id=line("A").id, quantity=Decimal(4), supplier_org_id=supplier)]
        requisition_order(actor=buyer(unit), at=NOW, requisition_id=row.id, version=row.version, lines=chosen)
    late = deliver(unit, src, need("A", "12"), need("B", "9"))
    assert late.counts == {"exceptions": 2, "problems": 0}
    with unit.scope():
        assert (demand("A").exception, demand("B").exception) == ("ORDERED", "PARTLY_ORDERED")
        assert (line("A").quantity, line("B").quantity) == (10, 10)
        assert violations() == {}


def test_what_a_person_dropped_or_refused_stays_until_a_person_wants_it_again(unit):
    src = source(unit)
    deliver(unit, src, need("A"), need("B"))
    with unit.scope():
        row = only()
        kept = [one for one in stored_inputs(row.id) if one.line_id == line("A").id]
        requisition_edit(
            actor=requester(unit), at=NOW, requisition_id=row.id, version=row.version, lines=kept
        )
        assert (demand("B").status, line("A").source) == ("dropped", "mrp")
    assert deliver(unit, src, need("A"), need("B")).counts == {"unchanged": 2, "problems": 0}
    assert deliver(unit, src, need("B", "11")).counts["exceptions"] == 1
    with unit.scope():
        assert demand("B").exception == "DROPPED"
        mrp_demand_decide(actor=buyer(unit), at=NOW, demand_id=demand("B").id, decision="apply")
        assert (line("B").quantity, demand("B").exception) == (Decimal(11), "")
        submit(unit, fresh(row))
        decide(unit, row.id, "reject", "no money")
    assert deliver(unit, src, need("A", "11")).counts["exceptions"] == 1
    with unit.scope():
        assert demand("A").exception == "REJECTED"
        mrp_demand_decide(actor=buyer(unit), at=NOW, demand_id=demand("A").id, decision="apply")
        assert line("A").requisition_id != row.id
        refused(
            NoException,
            lambda: mrp_demand_decide(actor=buyer(unit), at=NOW, demand_id=demand("A").id, decision="keep"),
            *TABLES,
        )
        assert violations() == {}


def test_wrong_rows_and_blacklisted_suppliers_are_named_and_left_out(world, unit):
    old, good = item(world.a, "OLD"), item(world.a, "GOOD", category_id=category(world.a, "PARTS"))
    with world.a.scope():
        hq = world.a.actor(*ROLES["hq_admin"].permissions)
        named = {"First Ltd": {"country": "DE"}, "Bad Ltd": {"country": "DE"}}
        found = master_data_ensure(actor=hq, at=NOW, suppliers=named, items=[]).suppliers
    supplier = found["First Ltd"]
    sanction(world.a, found["Bad Ltd"])
    with world.a.scope():
        Item.objects.filter(id=old).update(status="archived")
    src = source(unit, grouping="supplier")
    done = deliver(
        unit, src,
        need("OK", item_code="GOOD", description="", unit="", supplier="First Ltd"),
        need("BLACK", supplier="Bad Ltd"), need("WHO", supplier="Nobody Ltd"), need("UNIT", unit="parsec"),
        need("OLD", item_code="OLD"), need("NONE", description="", item_code="NONE"),
        need("CAT", category="NOPE"), need("MINUS", "-1"), need("FINE", "1.1234567"), need("CUR", currency="XXQ"),
        need("TWICE"), need("TWICE"),
    )  # fmt: skip
    assert done.counts == {"new": 2, "problems": 10}
    assert sorted((p["value"], p["code"]) for p in done.problems) == sorted(
        [
            ("Bad Ltd", "SUPPLIER_SANCTIONED"), ("Nobody Ltd", "UNKNOWN_SUPPLIER"), ("parsec", "UNKNOWN_UNIT"),
            ("OLD", "ITEM_ARCHIVED"), ("NONE", "UNKNOWN_ITEM"), ("NOPE", "UNKNOWN_CATEGORY"), ("-1", "INVALID"),
            ("1.1234567", "INVALID"), ("XXQ", "UNKNOWN_CURRENCY"), ("TWICE", "KEY_TWICE"),
        ]
    )  # fmt: skip
    with unit.scope():
        made = line("OK")
        assert (made.item_gid, made.unit, made.supplier_org_gid) == (good, "C62", supplier)
        assert not MrpDemand.objects.filter(mrp_key="BLACK").exists()
        assert {r.title for r in Requisition.objects.all()} == {"ERP · First Ltd", "ERP"}
        assert violations() == {}
    sanction(world.a, supplier)
    assert deliver(unit, src, need("NEW", supplier="First Ltd")).problems[0]["code"] == "SUPPLIER_SANCTIONED"


def test_a_killed_delivery_goes_on_where_it_was(unit, monkeypatch):
    src = source(unit)
    monkeypatch.setattr(mrp_delivery_steps, "BATCH", 4)
    monkeypatch.setattr(mrp_delivery_steps, "mrp_apply", dies_at(3))
    with unit.scope():
        lines = [need(f"K{n:02}") for n in range(18)]
        key = mrp_delivery_create(actor=buyer(unit), at=NOW, source_id=src, lines=lines)
    with pytest.raises(Killed):
        step(unit, key)
    with unit.scope():
        assert MrpDemand.objects.count() == 8
    monkeypatch.setattr(mrp_delivery_steps, "mrp_apply", mrp_apply)
    done = step(unit, key)
    assert (done.status, done.progress, done.counts) == ("applied", 18, {"new": 18, "problems": 0})
    with unit.scope():
        assert RequisitionLine.objects.count() == MrpDemand.objects.count() == 18
        assert violations() == {}


class Killed(BaseException):
    """The worker is gone."""


def dies_at(call):
    """This will make the apply that is killed in its so-manieth batch, after its writes."""
    calls = []

    def apply(**given):
        done = mrp_apply(**given)
        calls.append(1)
        if len(calls) == call:
            raise Killed
        return done

    return apply


def test_sources_and_deliveries_are_the_units_own(world, unit):
    src = source(unit)
    with unit.scope():
        make = {"actor": buyer(unit), "at": NOW, "owner_id": requester(unit).person_id}
        refused(SourceNameTaken, lambda: mrp_source_create(name="ERP", **make), *TABLES, field="name")
        nobody = {**make, "owner_id": approver(unit).person_id}
        refused(OwnerCannotRequest, lambda: mrp_source_create(name="X", **nobody), *TABLES, field="ownerId")
        refused(Invalid, lambda: mrp_source_create(name="X", grouping="moon", **make), *TABLES)
        refused(Forbidden, lambda: mrp_source_create(name="X", **{**make, "actor": requester(unit)}), *TABLES)
        give = {"actor": buyer(unit), "at": NOW, "source_id": src}
        refused(EmptyDelivery, lambda: mrp_delivery_create(lines=[], **give), *TABLES)
        refused(
            Conflict, lambda: mrp_source_edit(source_id=src, version=9, actor=buyer(unit), at=NOW), *TABLES
        )
        mrp_source_edit(source_id=src, version=1, actor=buyer(unit), at=NOW, active=False)
        refused(SourcePaused, lambda: mrp_delivery_create(lines=[need("A")], **give), *TABLES)
    with world.a2.scope(), pytest.raises(NotFound):
        mrp_delivery_create(actor=buyer(world.a2), at=NOW, source_id=src, lines=[need("A")])

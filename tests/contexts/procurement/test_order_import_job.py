"""People import orders: file, columns, check, apply; what is wrong comes back as a file to correct."""

from decimal import Decimal

import pytest

from commerce.masterdata.models import Item, SupplierOrg
from commerce.masterdata.services.ensure import master_data_ensure
from commerce.procurement.models import OrderImport, PoLine, PurchaseOrder
from commerce.procurement.services.order_import_job import (
    PURPOSE,
    FixedValue,
    OrderColumn,
    OrdersHaveProblems,
    order_import_apply,
    order_import_create,
    order_import_discard,
    order_import_map,
)
from commerce.procurement.services.order_import_steps import order_import_report, run_import_step
from tenants.accounts.permissions import ROLES
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, Invalid, NotFound
from tenants.runtime import files
from tenants.runtime.unit.models import UnitAuditEntry
from tests.contexts.procurement.support import buyer, violations
from tests.factories.masterdata import sanction
from tests.support.world import NOW

TABLE = """PO number,Supplier,Order date,Item,Qty,UoM,Unit price,Received date
X-1,First Ltd,2026-01-05,Gloves,10,pcs,1.25,2026-02-01
X-1,First Ltd,2026-01-05,Masks,4,pcs,0.5,2026-02-01
X-2,First Ltd,2026-02-05,Paper,2.5,kg,3,
"""
BAD = """X-3,Nobody Ltd,2026-02-05,Paper,1,kg,3,
X-4,First Ltd,2026-02-05,Paper,much,kg,3,
X-5,First Ltd,2026-02-05,Paper,1,parsec,3,
"""
FIXED = [FixedValue("order.currency", "CNY")]


@pytest.fixture
def unit(world):
    with world.a.scope():
        hq = world.a.actor(*ROLES["hq_admin"].permissions)
        master_data_ensure(actor=hq, at=NOW, suppliers={"First Ltd": {"country": "DE"}}, items=[])
    return world.a1


def step(unit, job_id, name):
    run_import_step(scope=unit.unit_scope, import_id=job_id, step=name, at=NOW)


def uploaded(unit, text=TABLE, *, actor=None, purpose=PURPOSE):
    who = actor or buyer(unit)
    with unit.scope():
        file_id = files.put(
            name="orders.csv", content_type="text/csv", data=text.encode(), purpose=purpose, actor=who
        )
        job_id = order_import_create(actor=who, at=NOW, file_id=file_id)
    step(unit, job_id, "read")
    return job_id


def job(unit, job_id):
    with unit.scope():
        return OrderImport.objects.get(id=job_id)


def mapped(unit, job_id, **changes):
    row = job(unit, job_id)
    columns = [OrderColumn(field, place) for field, place in row.mapping.items()]
    given = {"mapping": columns, "fixed": FIXED, "version": row.version, **changes}
    with unit.scope():
        order_import_map(actor=buyer(unit), at=NOW, import_id=job_id, **given)
    step(unit, job_id, "check")
    return job(unit, job_id)


def applied(unit, job_id, **changes):
    row = job(unit, job_id)
    with unit.scope():
        order_import_apply(actor=buyer(unit), at=NOW, import_id=job_id, version=row.version, **changes)
    step(unit, job_id, "apply")
    return job(unit, job_id)


def test_columns_are_recognised_and_orders_written_once(world, unit):
    job_id = uploaded(unit)
    row = job(unit, job_id)
    assert row.status == "read"
    assert row.mapping == {
        "order.number": 0, "order.supplier": 1, "order.order_date": 2, "line.item_name": 3, "line.quantity": 4,
        "line.unit": 5, "line.unit_price": 6, "line.delivered_date": 7,
    }  # fmt: skip
    assert mapped(unit, job_id).counts == {"good": 2, "known": 0, "lines": 3, "problems": 0}
    done = applied(unit, job_id)
    assert (done.status, done.progress, done.counts["created"]) == ("applied", 2, 2)
    step(unit, job_id, "apply")  # delivered twice: nothing more
    with unit.scope():
        rows = PurchaseOrder.objects.order_by("external_ref")
        assert [(r.external_ref, r.status, r.total_amount, r.origin) for r in rows] == [
            ("X-1", "closed", Decimal("14.5"), "import"), ("X-2", "issued", Decimal("7.5"), "import"),
        ]  # fmt: skip
        lines = PoLine.objects.order_by("order__external_ref", "line_no")
        assert [(line.description, line.unit, line.item_gid) for line in lines] == [
            ("Gloves", "C62", None), ("Masks", "C62", None), ("Paper", "KGM", None),
        ]  # fmt: skip
        assert violations() == {}
        assert UnitAuditEntry.objects.filter(action="procurement.order.import").count() == 3
    again = uploaded(unit)
    assert mapped(unit, again).counts["known"] == 2
    assert applied(unit, again).counts["kept"] == 2
    with unit.scope():
        assert PurchaseOrder.objects.count() == 2
    with world.a.scope():
        assert not Item.objects.exists()
        assert SupplierOrg.objects.count() == 1


def test_what_is_wrong_comes_back_as_a_file_to_correct(unit):
    job_id = uploaded(unit, TABLE + BAD)
    row = mapped(unit, job_id)
    assert [(p["row"], p["column"], p["value"], p["code"]) for p in row.problems] == [
        (5, "Supplier", "Nobody Ltd", "UNKNOWN_SUPPLIER"),
        (6, "Qty", "much", "NOT_A_NUMBER"),
        (7, "UoM", "parsec", "UNKNOWN_UNIT"),
    ]
    with unit.scope():
        with pytest.raises(OrdersHaveProblems):
            order_import_apply(actor=buyer(unit), at=NOW, import_id=job_id, version=row.version)
        assert not PurchaseOrder.objects.exists()
        url = order_import_report(actor=buyer(unit), at=NOW, import_id=job_id)["url"]
        assert "/files/" in url
    assert applied(unit, job_id, only_good=True).counts["created"] == 2


def test_a_sanctioned_supplier_stops_the_import_with_the_reason(world, unit):
    job_id = uploaded(unit)
    mapped(unit, job_id)
    with world.a.scope():
        supplier = SupplierOrg.objects.get()
    sanction(world.a, supplier.id)
    done = applied(unit, job_id)
    assert done.status == "failed"
    assert "First Ltd" in done.failure_en
    with unit.scope():
        assert not PurchaseOrder.objects.exists()


@pytest.mark.parametrize(
    ("error", "changes"),
    [
        (Invalid, {"fixed": []}),
        (Invalid, {"mapping": [OrderColumn("order.number", 99)]}),
        (Invalid, {"mapping": [OrderColumn("order.number", 0), OrderColumn("order.supplier", 0)]}),
        (Invalid, {"fixed": [FixedValue("order.supplier", "First Ltd")]}),
        (Invalid, {"date_format": "%s"}),
        (Invalid, {"decimal_mark": ";"}),
        (Conflict, {"version": 9}),
    ],
)
def test_a_mapping_that_cannot_be_used(unit, error, changes):
    job_id = uploaded(unit)
    with pytest.raises(error):
        mapped(unit, job_id, **changes)
    assert job(unit, job_id).status == "read"


def test_only_own_files_and_own_unit(world, unit):
    job_id = uploaded(unit)
    with unit.scope():
        actor = buyer(unit)
        stranger = buyer(unit, person=7)
        other = files.put(
            name="x.csv", content_type="text/csv", data=b"a,b\n1,2", purpose="other", actor=actor
        )
        foreign = files.put(
            name="x.csv", content_type="text/csv", data=b"a,b\n1,2", purpose=PURPOSE, actor=stranger
        )
        for file_id in (other, foreign):
            with pytest.raises(NotFound):
                order_import_create(actor=actor, at=NOW, file_id=file_id)
        with pytest.raises(Forbidden):
            order_import_create(actor=unit.actor("procurement.order.read"), at=NOW, file_id=foreign)
    with world.a2.scope():
        with pytest.raises(NotFound):
            order_import_discard(actor=buyer(world.a2), at=NOW, import_id=job_id)
    with unit.scope():
        order_import_discard(actor=buyer(unit), at=NOW, import_id=job_id)
        with pytest.raises(IllegalTransition):
            order_import_discard(actor=buyer(unit), at=NOW, import_id=job_id)


def test_a_file_that_is_no_table_says_why(unit):
    job_id = uploaded(unit, "")
    row = job(unit, job_id)
    assert (row.status, row.failure_en) == ("failed", "The file holds no rows.")

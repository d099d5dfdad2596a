"""Demand as a table that people map and check, and pulled from an SAP-shaped service by hand or by the clock."""

import threading
from datetime import date, timedelta
from decimal import Decimal

import pytest

from commerce.procurement.demand.columns import suggested
from commerce.procurement.demand.rows import Form, read_rows
from commerce.procurement.models import MrpDelivery, MrpDemand, MrpSource, Requisition
from commerce.procurement.services.mrp_delivery import (
    PURPOSE,
    DemandColumn,
    DemandHasProblems,
    NotPulled,
    mrp_delivery_apply,
    mrp_delivery_discard,
    mrp_delivery_map,
    mrp_delivery_pull,
    mrp_delivery_upload,
)
from commerce.procurement.services.mrp_delivery_steps import mrp_delivery_report, pull_by_clock
from commerce.procurement.services.mrp_source import PULL, mrp_source_edit
from infra.standins.sap.server import StandIn
from tenants.kernel.errors import Forbidden, Invalid, NotFound
from tenants.runtime import files
from tenants.runtime.egress import EgressRefused
from tenants.runtime.models import Alarm
from tests.contexts.approvals.support import join
from tests.contexts.procurement.mrp_support import TABLES, demand, line, source, step
from tests.contexts.procurement.support import buyer, refused, requester, violations
from tests.support.world import NOW

TABLE = """计划订单;物料描述;数量;单位;需求日期;单价
P-1;Gloves;1.200,5;kg;01.12.2026;0,25
P-2;Masks;10;件;15.12.2026;
"""
BAD = "P-3;Paper;much;kg;15.12.2026;\nP-4;;1;kg;15.12.2026;\n"


def uploaded(unit, src, text=TABLE, complete=False):
    with unit.scope():
        who = buyer(unit)
        file_id = files.put(
            name="demand.csv", content_type="text/csv", data=text.encode(), purpose=PURPOSE, actor=who
        )
        key = mrp_delivery_upload(actor=who, at=NOW, source_id=src, file_id=file_id, complete=complete)
    return step(unit, key, "read")


def mapped(unit, job, **changes):
    columns = [DemandColumn(field, place) for field, place in job.mapping.items()]
    given = {
        "mapping": columns,
        "date_format": "%d.%m.%Y",
        "decimal_mark": ",",
        "version": job.version,
        **changes,
    }
    with unit.scope():
        mrp_delivery_map(actor=buyer(unit), at=NOW, delivery_id=job.id, **given)
    return step(unit, job.id, "check")


def test_a_table_is_recognised_checked_and_brought_in(unit):
    src = source(unit)
    job = uploaded(unit, src, TABLE + BAD)
    assert (job.status, job.total, job.preview[0][0]) == ("read", 4, "P-1")
    assert job.mapping == {
        "key": 0, "description": 1, "quantity": 2, "unit": 3, "need_by_date": 4, "unit_price": 5,
    }  # fmt: skip
    for changes in ({"mapping": []}, {"date_format": "%s"}, {"decimal_mark": ";"}):
        with pytest.raises(Invalid):
            mapped(unit, job, **changes)
    checked = mapped(unit, job)
    assert checked.counts == {"good": 2, "new": 2, "unchanged": 0, "problems": 2}
    assert [(p["row"], p["column"], p["value"], p["code"]) for p in checked.problems] == [
        (4, "数量", "much", "NOT_A_NUMBER"), (5, "item_code", "", "UNKNOWN_ITEM"),
    ]  # fmt: skip
    with unit.scope():
        apply = {"actor": buyer(unit), "at": NOW, "delivery_id": job.id, "version": checked.version}
        refused(DemandHasProblems, lambda: mrp_delivery_apply(**apply), *TABLES)
        assert "/files/" in mrp_delivery_report(actor=buyer(unit), at=NOW, delivery_id=job.id)["url"]
        mrp_delivery_apply(only_good=True, **apply)
    done = step(unit, job.id)
    assert (done.status, done.counts) == ("applied", {"new": 2, "problems": 2})
    with unit.scope():
        made = line("P-1")
        assert (made.quantity, made.unit, made.unit_price, made.need_by_date, made.line_amount) == (
            Decimal("1200.5"), "KGM", Decimal("0.25"), date(2026, 12, 1), Decimal("300.13"),
        )  # fmt: skip
        assert (line("P-2").unit, line("P-2").unit_price) == ("C62", 0)
        assert violations() == {}
    again = uploaded(unit, src, "key,description,quantity\nP-1,Gloves,\n")
    with unit.scope():
        mrp_delivery_discard(actor=buyer(unit), at=NOW, delivery_id=again.id)
        with pytest.raises(Forbidden):
            mrp_delivery_report(actor=requester(unit), at=NOW, delivery_id=job.id)


@pytest.fixture
def sap(settings):
    items = [
        {
            "PurchaseRequisition": f"1{n:07}", "PurchaseRequisitionItem": "10", "Material": "",
            "PurchaseRequisitionItemText": f"Part {n}", "RequestedQuantity": f"{n + 1}.5", "BaseUnit": "KG",
            "DeliveryDate": "2026-12-24", "PurchaseRequisitionPrice": "2.00", "PurReqnItemCurrency": "CNY",
            "FixedSupplier": "", "IsDeleted": False,
        }
        for n in range(1_005)
    ]  # fmt: skip
    server = StandIn(entries={"A_PurchaseRequisitionItem": items})
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    settings.SAP_STAND_IN = server.base_url
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def live_unit(live_world):
    """A unit whose changes are committed: nothing is pulled inside a transaction."""
    join(live_world.a1, p1="requester", p5="buyer")
    return live_world.a1


def pulled(unit, src):
    with unit.scope():
        key = mrp_delivery_pull(actor=buyer(unit), at=NOW, source_id=src)
    return step(unit, key, "pull")


def test_demand_is_pulled_page_by_page_and_what_is_gone_is_withdrawn(live_unit, sap):
    unit = live_unit
    failures_change_nothing(unit, sap)
    sap.calls.clear()
    src = source(
        unit, shape="purchase_requisition", url=sap.service, user_name="planner", password="planner",
        every_minutes=60,
    )  # fmt: skip
    first = pulled(unit, src)
    assert (first.status, first.counts) == ("applied", {"new": 1_005, "problems": 0})
    assert len(sap.calls) == 2
    with unit.scope():
        made = line("10000003/10")
        assert (made.description, made.quantity, made.unit, made.need_by_date) == (
            "Part 3", Decimal("4.5"), "KGM", date(2026, 12, 24),
        )  # fmt: skip
        assert b"planner" not in bytes(MrpSource.objects.get(id=src).sealed)
        assert Requisition.objects.count() == 3
        assert Alarm.objects.get(kind=PULL, subject_id=src).due_at == NOW + timedelta(minutes=60)
    entries = sap.entries["A_PurchaseRequisitionItem"]
    entries[0]["RequestedQuantity"] = "99"
    entries[1]["IsDeleted"] = True
    del entries[-2:]
    sap.version, sap.server_page = 4, 400
    with unit.scope():
        pull_by_clock(source_id=src, at=NOW)
        by_clock = MrpDelivery.objects.get(status="pulling")
        assert by_clock.delivered_by_name == "MRP: ERP"
    second = step(unit, by_clock.id, "pull")
    assert second.counts == {"amended": 1, "withdrawn": 3, "unchanged": 1_001, "problems": 0}
    with unit.scope():
        assert line("10000000/10").quantity == 99
        assert demand("10000001/10").status == demand("10001004/10").status == "withdrawn"
        assert violations() == {}


def failures_change_nothing(unit, sap):
    """This will pull with wrong credentials, an empty answer and a system that is down."""
    src = source(unit, "Plans", shape="planned_order", url=sap.service, user_name="planner", password="wrong")
    assert "user name and password" in pulled(unit, src).failure_en
    with unit.scope():
        mrp_source_edit(actor=buyer(unit), at=NOW, source_id=src, version=1, password="planner")
    empty = pulled(unit, src)
    assert (empty.status, empty.failure_en[:19]) == ("failed", "The delivery names ")
    sap.down = True
    assert "status 503" in pulled(unit, src).failure_en
    sap.down = False
    plain = source(unit, "Plain")
    with unit.scope():
        assert not MrpDemand.objects.exists()
        refused(NotPulled, lambda: mrp_delivery_pull(actor=buyer(unit), at=NOW, source_id=plain), *TABLES)


def test_addresses_inside_are_refused_and_a_password_goes_to_no_other_host(unit, settings):
    for url in (
        "http://sap.example.com/odata",
        "https://sap.example.com:8443/x",
        "https://u:p@sap.example.com/x",
    ):
        with pytest.raises(EgressRefused):
            source(unit, shape="planned_order", url=url)
    with pytest.raises(Invalid):
        source(unit, shape="planned_order", url="https://sap.example.com/odata?x=1")
    src = source(
        unit, shape="planned_order", url="https://sap.example.com/odata", user_name="u", password="secret"
    )
    with unit.scope():
        edit = {"actor": buyer(unit), "at": NOW, "source_id": src, "version": 1}
        refused(
            Invalid,
            lambda: mrp_source_edit(url="https://evil.example.com/odata", **edit),
            *TABLES,
            field="password",
        )
        refused(Invalid, lambda: mrp_source_edit(every_minutes=3, **edit), *TABLES, field="everyMinutes")
        refused(NotFound, lambda: mrp_delivery_pull(actor=buyer(unit), at=NOW, source_id=unit.id), *TABLES)
        mrp_source_edit(shape="", url="", user_name="", **edit)
        row = MrpSource.objects.get(id=src)
        assert (row.shape, row.url, row.sealed) == ("", "", None)


def test_a_table_with_our_own_words_and_days_of_any_form_is_recognised():
    head = ("Key of the demand", "Item code", "Description", "Quantity", "Unit of measure", "Needed by")
    assert suggested(head) == {
        name: place
        for place, name in enumerate(("key", "item_code", "description", "quantity", "unit", "need_by_date"))
    }
    assert suggested(("需求编号", "品类编码")) == {"key": 0, "category": 1}
    for text, form in (("05-OCT-26", "%d-%b-%y"), ("2026-10-05T00:00:00", "%d.%m.%Y")):
        ((row,), problems, _) = read_rows(
            [(2, {"key": "K", "quantity": "1", "need_by_date": text})], Form(date_format=form)
        )
        assert (row.need_by_date, problems) == (date(2026, 10, 5), [])
    _, (problem,), _ = read_rows(
        [(2, {"key": "K", "quantity": "1", "need_by_date": "31.31.2026"})], Form(date_format="%d.%m.%Y")
    )
    assert (problem.code, problem.en) == ("NOT_A_DATE", "Not a day in the form 31.03.2026.")

"""Deliveries in time and purchase cycles: equal to independent SQL over the units' ledgers, in constant statements."""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commerce.analytics.approval_times import ApprovalFilter, approval_times
from commerce.analytics.cycles import CycleFilter, cycle_times
from commerce.analytics.deliveries import DeliveryFilter, deliveries
from commerce.analytics.handlers import refresh_after_receipt
from commerce.analytics.models import ApprovalRollup, CycleRollup, DeliveryRollup, SpendRollup
from commerce.analytics.rollups import ROLLUPS
from commerce.analytics.services.rollup_refresh import rollup_rewrite
from commerce.procurement.models import GoodsReceipt, PoLine, PurchaseOrder, Requisition, RequisitionLine
from commerce.procurement.services.order_steps import order_issue, order_submit
from commerce.procurement.services.receipt_steps import receipt_reverse
from tenants.kernel.errors import Forbidden, Invalid
from tenants.kernel.ids import new_id
from tenants.runtime.models import Alarm, OutboxEvent
from tenants.runtime.scope import PLATFORM, unit_of_work
from tests.contexts.approvals.support import join
from tests.contexts.procurement.receiving_support import came, po_lines, received, receiver
from tests.contexts.procurement.support import bought, buyer, flows, fresh, issued_order, requisition
from tests.contexts.procurement.support import order as draft_of
from tests.factories.masterdata import category, fx_rate, item, supplier_org
from tests.support.world import NOW

READ = ("analytics.cycle.read", "analytics.delivery.read")
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
YEAR = (date(2026, 1, 1), date(2026, 12, 1))

ON_TIME = """
SELECT d.supplier_org_gid, d.item_gid, date_trunc('month', d.received_date)::date, sum(d.quantity),
  sum(CASE WHEN d.due_date IS NULL THEN 0 ELSE d.quantity END),
  sum(CASE WHEN d.received_date <= d.due_date THEN d.quantity ELSE 0 END), sum(d.accepted_quantity)
FROM procurement_delivery_record d GROUP BY 1, 2, 3 HAVING sum(d.quantity) <> 0"""
CYCLE = """
SELECT rl.category_gid, min(r.received_date) - q.submitted_at::date
FROM procurement_requisition q JOIN procurement_requisition_line rl ON rl.requisition_id = q.id
JOIN procurement_order_line l ON l.requisition_line_id = rl.id
JOIN procurement_receipt_line x ON x.order_line_id = l.id
JOIN procurement_receipt r ON r.id = x.receipt_id
WHERE r.status = 'posted' GROUP BY rl.id, rl.category_gid, q.submitted_at"""


@pytest.fixture
def units(world):
    """Two units of group A whose orders are approved without a step."""
    fx_rate(world.a, "EUR", "CNY", "7.5", MARCH)
    for unit in (world.a1, world.a2):
        join(unit, p1="requester", p2="approver", p5="buyer", p6="receiver")
        with unit.scope():
            flows(automatic_orders=True)
    return world.a1, world.a2


def rows_of(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def refresh(unit):
    with unit.scope():
        for name in ("delivery", "cycle"):
            for month in (MARCH, APRIL):
                rollup_rewrite(name=name, month=month, at=NOW)


def buy(unit, who, chance, items, categories):
    """One line asked for, ordered and received in up to three parts on days in March and April."""
    asked = requisition(unit)
    wanted, sku = chance.choice(categories), chance.choice(items)
    Requisition.objects.filter(id=asked.id).update(submitted_at=NOW - timedelta(days=chance.randrange(0, 60)))
    RequisitionLine.objects.filter(requisition=asked).update(category_gid=wanted)
    due = MARCH + timedelta(days=chance.randrange(0, 50)) if chance.random() < 0.9 else None
    order = draft_of(unit, who, bought("12", "1", requested_date=due), currency="CNY")
    line = po_lines(order)[0]
    PoLine.objects.filter(id=line.id).update(
        item_gid=sku, requisition_line_id=RequisitionLine.objects.get(requisition=asked).id
    )
    order_submit(actor=buyer(unit), at=NOW, order_id=order.id, version=order.version)
    order_issue(actor=buyer(unit), at=NOW, order_id=order.id, version=fresh(order).version)
    for part in chance.choice([("12",), ("5", "7"), ("4", "4", "4")]):
        day = MARCH + timedelta(days=chance.randrange(0, 60))
        receipt = received(unit, order, came(line, part), received_date=day, at=NOW + timedelta(days=70))
        if chance.random() < 0.1:
            receipt_reverse(
                actor=receiver(unit), at=NOW + timedelta(days=71), receipt_id=receipt.id,
                version=fresh(receipt).version, reason="wrong",
            )  # fmt: skip
    return order


def test_roll_ups_of_two_units_equal_independent_sql_over_their_ledgers(units, world):
    chance = random.Random(11)
    suppliers = [supplier_org(world.a, f"Supplier {n}") for n in range(3)]
    items = [item(world.a, f"SKU-{n}") for n in range(2)] + [None]
    categories = [category(world.a, "SCREWS"), category(world.a, "GLOVES"), None]
    ledger, waits, whole = {}, {}, []
    for unit in units:
        with unit.scope():
            for _ in range(12):
                buy(unit, chance.choice(suppliers), chance, items, categories)
            for who, sku, month, *sums in rows_of(ON_TIME):
                known = ledger.get((who, sku, month), [0, 0, 0, 0])
                ledger[who, sku, month] = [a + b for a, b in zip(known, sums, strict=True)]
            for kind, days in rows_of(CYCLE):
                waits.setdefault(kind, []).append(days)
                whole.append(days)
        refresh(unit)
    with world.a.scope():
        hq = world.a.actor(*READ)
        found = deliveries(actor=hq, by=("supplier", "item", "month"), of=DeliveryFilter(*YEAR))
        assert {row.keys: (row.due_quantity, row.in_time_quantity) for row in found.rows} == {
            key: (due, in_time) for key, (_, due, in_time, _) in ledger.items()
        }
        due, in_time = sum(s[1] for s in ledger.values()), sum(s[2] for s in ledger.values())
        assert found.total.in_time_percent == (in_time * 100 / due).quantize(Decimal("0.01"))
        cycles = cycle_times(actor=hq, by="category", of=CycleFilter(*YEAR))
        assert {row.key: (row.lines, row.mean_days, row.median_days, row.p90_days) for row in cycles.rows} == {
            kind: (len(days), *rows_of(
                "SELECT round(avg(d), 2), round(percentile_cont(0.5) WITHIN GROUP (ORDER BY d)::numeric, 2),"
                f" round(percentile_cont(0.9) WITHIN GROUP (ORDER BY d)::numeric, 2) FROM unnest(ARRAY{days}) d"
            )[0])
            for kind, days in waits.items()
        }  # fmt: skip
        assert cycles.total.lines == len(whole)
        by_unit = cycle_times(actor=hq, by="unit", of=CycleFilter(*YEAR, unit_ids=[units[0].id]))
        assert [row.name[0] for row in by_unit.rows] == ["a1"]
    with units[0].scope():
        own = units[0].actor(*READ)
        assert [
            row.keys[0] for row in deliveries(actor=own, by=("unit",), of=DeliveryFilter(*YEAR)).rows
        ] == [units[0].id]
        with pytest.raises(Forbidden):
            deliveries(actor=units[0].actor(), by=("unit",), of=DeliveryFilter(*YEAR))
        with pytest.raises(Forbidden):
            cycle_times(actor=units[0].actor(), by="unit", of=CycleFilter(*YEAR))
        with pytest.raises(Invalid):
            cycle_times(actor=own, by="unit", of=CycleFilter(APRIL, MARCH))
        partner = units[0].actor(*READ, supplier_org_id=suppliers[0])
        assert deliveries(actor=partner, by=("unit",), of=DeliveryFilter(*YEAR)).total is None


def test_a_receipt_asks_for_the_months_of_its_order_and_the_command_mends(units, world, capsys):
    unit = units[0]
    who = supplier_org(world.a, "First Ltd")
    with unit.scope():
        order = issued_order(unit, who, bought("10", "2.5", requested_date=MARCH), currency="CNY")
        line = po_lines(order)[0]
        received(unit, order, came(line, "4"), received_date=MARCH)
        last = received(unit, order, came(line, "6"), received_date=NOW.date(), at=NOW)
        refresh_after_receipt(event=_event(last), at=NOW)
        assert sorted(Alarm.objects.filter(kind__startswith="analytics.").values_list("kind", flat=True)) == [
            ROLLUPS["cycle"].alarm, ROLLUPS["delivery"].alarm,
        ]  # fmt: skip
    with pytest.raises(CommandError):
        call_command("insight_rebuild", check=True)
    call_command("insight_rebuild")
    call_command("insight_rebuild", check=True)
    assert capsys.readouterr().out.splitlines()[-1].endswith(" 0 differing")
    with unit.scope():
        row = DeliveryRollup.objects.get()
        assert (row.quantity, row.in_time_quantity, row.line_count) == (10, 4, 2)
        assert (CycleRollup.objects.count(), GoodsReceipt.objects.count()) == (0, 2)


def _event(receipt):
    return type("Told", (), {"subject_id": receipt.id})


def test_the_views_of_the_unit_name_what_differs_once_nothing_is_on_its_way(units, world):
    unit = units[0]
    who = supplier_org(world.a, "First Ltd")
    with unit.scope():
        asked = requisition(unit)
        order = draft_of(unit, who, bought("10", "2.5", requested_date=MARCH), currency="CNY")
        wanted = RequisitionLine.objects.get(requisition=asked).id
        PoLine.objects.filter(order=order).update(requisition_line_id=wanted)
        order_submit(actor=buyer(unit), at=NOW, order_id=order.id, version=order.version)
        order_issue(actor=buyer(unit), at=NOW, order_id=order.id, version=fresh(order).version)
        received(unit, order, came(po_lines(order)[0], "4"), received_date=MARCH)
        Requisition.objects.filter(id=asked.id).update(submitted_at=NOW - timedelta(days=9))
        assert breaches() == (0, 0, 0)
    with unit_of_work(PLATFORM):
        OutboxEvent.objects.update(closed_at=NOW)
    with unit.scope():
        assert breaches() == (1, 1, 1)
        for name in ("delivery", "spend", "cycle"):
            rollup_rewrite(name=name, month=MARCH, at=NOW)
        assert breaches() == (0, 0, 0)
        SpendRollup.objects.all().delete()
        assert breaches() == (1, 0, 0)
        CycleRollup.objects.all().delete()
        assert breaches() == (1, 0, 1)
        Alarm.objects.create(
            kind=ROLLUPS["spend"].alarm, subject_id=new_id(), group_id=world.a.id, unit_id=unit.id, due_at=NOW
        )
        assert breaches() == (0, 0, 1)
    with units[1].scope():
        assert breaches() == (0, 0, 0)


def breaches():
    names = ("spend", "delivery", "cycle")
    return tuple(len(rows_of(f"SELECT * FROM inv_analytics_{name}")) for name in names)


def test_history_that_came_with_an_import_counts_by_its_days(units, world):
    unit = units[0]
    who = supplier_org(world.a, "First Ltd")
    with unit.scope():
        order = issued_order(unit, who, bought("10", "2.5", requested_date=MARCH), currency="CNY")
        PurchaseOrder.objects.filter(id=order.id).update(origin="import")
        schedules = "procurement_order_schedule SET delivered_date = '2026-03-02', delivered_quantity = 10"
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE {schedules}")
        rollup_rewrite(name="delivery", month=MARCH, at=NOW)
        found = deliveries(actor=unit.actor(*READ), by=("month",), of=DeliveryFilter(*YEAR))
        assert [(row.keys, row.in_time_percent, row.lines) for row in found.rows] == [((MARCH,), 0, 1)]


def test_the_number_of_statements_is_the_same_for_one_and_for_fifty_units(units, world):
    counts = []
    for number in (1, 50):
        with units[0].scope():
            DeliveryRollup.objects.bulk_create(
                DeliveryRollup(
                    group_id=world.a.id, unit_id=new_id(), month_date=MARCH, supplier_org_id=new_id(), quantity=2,
                    due_quantity=2, in_time_quantity=1, accepted_quantity=2, line_count=1, refreshed_at=NOW,
                )
                for _ in range(number)
            )  # fmt: skip
            CycleRollup.objects.bulk_create(
                CycleRollup(
                    group_id=world.a.id, unit_id=new_id(), month_date=MARCH, day_count=n, line_count=1,
                    refreshed_at=NOW,
                )
                for n in range(number)
            )  # fmt: skip
            ApprovalRollup.objects.bulk_create(
                ApprovalRollup(
                    group_id=world.a.id, unit_id=new_id(), month_date=MARCH, document_type="procurement.order",
                    hundredth_count=n, document_count=1, microsecond_sum=n, refreshed_at=NOW,
                )
                for n in range(number)
            )  # fmt: skip
        with world.a.scope(), CaptureQueriesContext(connection) as captured:
            approval_times(actor=world.a.actor(*READ), by="unit", of=ApprovalFilter(*YEAR))
            deliveries(actor=world.a.actor(*READ), by=("unit", "supplier"), of=DeliveryFilter(*YEAR))
            cycle_times(actor=world.a.actor(*READ), by="unit", of=CycleFilter(*YEAR))
        counts.append(len(captured))
    assert counts[0] == counts[1]

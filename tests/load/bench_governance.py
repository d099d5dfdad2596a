"""Head office over fifty units: its figures equal the units' own ledgers, and how fast they are there.

    python -m tests.load.bench_governance [units] [queries]

In one process without HTTP. Rows are made by the database itself, without the foreign keys and triggers that documents
need; roll-ups and answers are the product's own, and are compared with one statement over all units' schemas.
"""

# ruff: noqa: E402 Django is set up before anything that needs it

from __future__ import annotations

import os
import statistics
import sys
import time
from datetime import date
from decimal import Decimal
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.test")

import django

django.setup()

from django.db import connections

from commerce.analytics.approval_times import ApprovalFilter, approval_times
from commerce.analytics.cycles import CycleFilter, cycle_times
from commerce.analytics.deliveries import DeliveryFilter, deliveries
from commerce.analytics.queries import SpendFilter, spend
from commerce.analytics.rollups import ROLLUPS
from commerce.analytics.services.rollup_refresh import rollup_rewrite
from tenants.accounts.models import Alert
from tenants.accounts.queries.alerts import open_alerts
from tenants.directory.models import BusinessUnit
from tenants.directory.schemas import make_schema_from_template
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.load.bench_sight import as_owner, bare
from tests.load.place import Place, make_place
from tests.load.report import Figure, keep, table
from tests.support.world import NOW, UnitInWorld, fixed_id

ORDERS, LINES, GOAL_MS = 60, 5, 2_000
SINCE, UNTIL = date(2023, 1, 1), date(2025, 12, 1)
MONTHS = [date(2023 + number // 12, number % 12 + 1, 1) for number in range(36)]
READ = ("analytics.spend.read", "analytics.delivery.read", "analytics.cycle.read", "procurement.price.read")

_ORDERS = f"""
INSERT INTO procurement_order (id, number, supplier_org_gid, supplier_name, buyer_key, currency, status, origin,
  approval_basis, order_date, order_type_code, supplier_address, supplier_tax_id, buyer_name, cost_centre, incoterm,
  payment_terms, ship_to, note, confirmation, receipt, invoice, payment, buyer_hold, sanction_hold, total_amount,
  tax_amount, content_hash, approved_hash, external_ref, version)
SELECT md5('@u o' || n)::uuid, 'G-' || n, md5('s' || (n + @u) % 40)::uuid, 'Supplier', 'system:system', 'CNY', 'closed',
  'manual', 'import', DATE '{SINCE}' + (n * 37 + @u) % 1090, '220', '', '', '', '', '', '', '', '', 'none', 'full',
  'none', 'none', false, false, 0, 0, '', '', 'G-' || n, 1
  FROM generate_series(0, {ORDERS - 1}) n
"""
_LINES = f"""
INSERT INTO procurement_order_line (id, order_id, line_no, description, quantity, unit, unit_price, adjustment_amount,
  line_extension_amount, tax_rate, external_ref, requisition_line_id)
SELECT md5('@u l' || n)::uuid, md5('@u o' || n % {ORDERS})::uuid, 1 + n / {ORDERS}, 'Line', 1, 'C62', 0, 0,
  (1 + n::bigint * 7919 * (@u + 3) % 9999999)::numeric / 100, 0, '', md5('@u q' || n)::uuid
  FROM generate_series(0, {ORDERS * LINES - 1}) n
"""
_DELIVERIES = f"""
INSERT INTO procurement_delivery_record
  (id, receipt_line_id, supplier_org_gid, item_gid, due_date, received_date, quantity, accepted_quantity)
SELECT gen_random_uuid(), gen_random_uuid(), md5('s' || (n + @u) % 40)::uuid, md5('i' || n % 30)::uuid,
       d, d + (n * 31 % 9 - 6)::int, 1 + n % 50, 1 + n % 50
  FROM (SELECT n, DATE '2023-01-10' + (n * 37 + @u) % 1060 AS d FROM generate_series(1, {ORDERS * LINES}) n) x
"""
_NEEDS = f"""
INSERT INTO procurement_requisition (id, number, title, requester_key, requester_name, cost_centre, currency,
  total_amount, justification, status, version, content_hash, approved_hash, submitted_at)
SELECT md5('@u r' || n)::uuid, 'N-' || n, '', 'system:system', '', '', 'CNY', 0, '', 'closed', 1, '', '',
  (DATE '{SINCE}' + (n * 37 + @u) % 1090 - (n * 11 + @u) % 60)::timestamp AT TIME ZONE 'UTC'
  FROM generate_series(0, {ORDERS - 1}) n
"""
_NEED_LINES = f"""
INSERT INTO procurement_requisition_line (id, line_no, description, quantity, unit, unit_price, line_amount, source,
  ordered_quantity, requisition_id)
SELECT md5('@u q' || n)::uuid, 1 + n / {ORDERS}, 'Line', 1, 'C62', 0, 0, 'manual', 1, md5('@u r' || n % {ORDERS})::uuid
  FROM generate_series(0, {ORDERS * LINES - 1}) n
"""
_RECEIPTS = f"""
INSERT INTO procurement_receipt (id, number, supplier_org_gid, delivery_note_ref, received_date, status, receiver_key,
  receiver_name, note, reversal_reason, version, order_id, posted_at)
SELECT md5('@u c' || n)::uuid, 'R-' || n, md5('s')::uuid, '',
  least(DATE '{SINCE}' + (n % {ORDERS} * 37 + @u) % 1090 + (n * 7) % 40, DATE '2025-12-31'),
  CASE WHEN n % 17 = 0 THEN 'reversed' ELSE 'posted' END, 'system:system', '', '', '', 1,
  md5('@u o' || n % {ORDERS})::uuid, now()
  FROM generate_series(0, {2 * ORDERS - 1}) n
"""
_RECEIPT_LINES = f"""
INSERT INTO procurement_receipt_line (id, line_no, received_quantity, accepted_quantity, rejected_quantity,
  quarantined_quantity, unit, reason_code, reason, lot, order_line_id, receipt_id)
SELECT gen_random_uuid(), 1 + n / {ORDERS}, 1, 1, 0, 0, 'C62', '', '', '', md5('@u l' || n)::uuid,
  md5('@u c' || n % {ORDERS} + part * {ORDERS})::uuid
  FROM generate_series(0, {ORDERS * LINES - 1}) n, generate_series(0, 1) part
"""
_RUNS = f"""
INSERT INTO approvals_flow_run (id, flow_id, flow_number, document_type, document_id, document_number, title, amount,
  currency, summary_lines, requester_gid, requester_name, facts, path, plan, step_index, is_blocked, status,
  content_hash, approved_hash, version, started_at, ended_at)
SELECT gen_random_uuid(), gen_random_uuid(), 1, 'procurement.' || (ARRAY['order', 'requisition', 'invoice'])[1 + n % 3],
  gen_random_uuid(), 'A-' || n, '', 0, 'CNY', '[]', gen_random_uuid(), '', '{{}}', '[]', '[]', n % 5, false,
  CASE WHEN n % 7 = 0 THEN 'rejected' ELSE 'approved' END, 'h', CASE WHEN n % 7 = 0 THEN '' ELSE 'h' END, 1, began,
  began + ((n * 7919::bigint * (@u + 1)) % 900000007) * interval '1 millisecond'
  FROM (SELECT n, TIMESTAMPTZ '2023-01-01 00:00Z' + n * interval '3.5 days' AS began
          FROM generate_series(0, {ORDERS * LINES - 1}) n) x
"""
_FILLED = {
    "procurement_order": _ORDERS, "procurement_order_line": _LINES, "procurement_delivery_record": _DELIVERIES,
    "procurement_requisition": _NEEDS, "procurement_requisition_line": _NEED_LINES, "procurement_receipt": _RECEIPTS,
    "procurement_receipt_line": _RECEIPT_LINES, "approvals_flow_run": _RUNS,
}  # fmt: skip
_WAITED = """
SELECT :id AS unit, (min(r.received_date) - (q.submitted_at AT TIME ZONE 'UTC')::date)::numeric AS days,
       NULL::numeric AS exact
  FROM :s.procurement_requisition q
  JOIN :s.procurement_requisition_line n ON n.requisition_id = q.id
  JOIN :s.procurement_order_line l ON l.requisition_line_id = n.id
  JOIN :s.procurement_receipt_line x ON x.order_line_id = l.id
  JOIN :s.procurement_receipt r ON r.id = x.receipt_id AND r.status = 'posted'
 GROUP BY n.id, q.submitted_at
"""
_APPROVED = """
SELECT :id AS unit, round(extract(epoch FROM ended_at - started_at) / 86400, 2) AS days,
       extract(epoch FROM ended_at - started_at) / 86400 AS exact
  FROM :s.approvals_flow_run
 WHERE status = 'approved' AND step_index > 0 AND ended_at < TIMESTAMPTZ '2026-01-01 00:00Z'
"""
_MEASURED = """
SELECT unit, count(*), round(avg(coalesce(exact, days)), 2),
       round(percentile_cont(0.5) WITHIN GROUP (ORDER BY days)::numeric, 2),
       round(percentile_cont(0.9) WITHIN GROUP (ORDER BY days)::numeric, 2)
  FROM ({}) x GROUP BY GROUPING SETS ((unit), ())
"""


def main(units: int, queries: int) -> None:
    """This will make the units, ask, compare, and keep the figures."""
    place = make_place()
    try:
        made = _make(place, units)
        figures = [*_equal(place, made), *_durations(place, made), *_times(place, queries)]
    finally:
        place.close()
    lines = [
        f"{units} units with {ORDERS * LINES} order lines, deliveries, requisition lines and approvals each, over 36",
        "months. In one process without HTTP.",
        "",
        *table(figures),
    ]
    keep("Head office over fifty units", lines)


def _make(place: Place, count: int) -> list[UnitInWorld]:
    units = []
    for number in range(count):
        name = f"t_{0xC000 + number:026x}"
        units.append(
            UnitInWorld(fixed_id(0xC000 + number), place.world.a, f"c{number}", name, "CNY", f"C{number}")
        )
        make_schema_from_template(group_id=place.world.a.id, schema_name=name)
    with unit_of_work(ACCOUNTS):
        BusinessUnit.objects.bulk_create(
            BusinessUnit(
                id=u.id, group_id=u.group.id, slug=u.slug, schema_name=u.schema_name, name=u.name, country="CN",
                currency=u.currency, status="active",
            )
            for u in units
        )  # fmt: skip
    for number, unit in enumerate(units):
        filled = [text.replace("@u", str(number)) for text in _FILLED.values()]
        as_owner(place, *map(bare, _FILLED), *filled, schema_name=unit.schema_name)
        with unit.scope():
            for name in ROLLUPS:
                for month in MONTHS:
                    rollup_rewrite(name=name, month=month, at=NOW)
            Alert.objects.bulk_create(
                Alert(
                    group_id=unit.group.id, unit_id=unit.id, kind="procurement.delivery.late", key=f"{n}",
                    permission="procurement.order.read", subject_type="order", subject_gid=fixed_id(n), raised_at=NOW,
                )
                for n in range(number % 5)
            )  # fmt: skip
    as_owner(place, "ANALYZE")
    return units


def _all_units(units: list[UnitInWorld], statement: str, around: str = "{}") -> list[tuple[Any, ...]]:
    """One statement over all units' schemas; `:s` is the schema, `:id` the unit; `around` is what is made of it."""
    parts = [statement.replace(":s", f'"{u.schema_name}"').replace(":id", f"'{u.id}'::uuid") for u in units]
    with connections["owner"].cursor() as cursor:
        cursor.execute(around.format(" UNION ALL ".join(parts)))
        return list(cursor.fetchall())


def _durations(place: Place, units: list[UnitInWorld]) -> list[Figure]:
    """Cycle and approval times of each unit and of all together, as the units' own documents have them."""
    group = place.world.a
    waited = {row[0]: row[1:] for row in _all_units(units, _WAITED, _MEASURED)}
    approved = {row[0]: row[1:] for row in _all_units(units, _APPROVED, _MEASURED)}
    with group.scope():
        actor = group.actor(*READ)
        cycles = cycle_times(actor=actor, by="unit", of=CycleFilter(SINCE, UNTIL))
        approvals = approval_times(actor=actor, by="unit", of=ApprovalFilter(SINCE, UNTIL))
    assert cycles.total is not None and approvals.total is not None
    told = {
        row.key: (row.lines, row.mean_days, row.median_days, row.p90_days)
        for row in [*cycles.rows, cycles.total]
    }
    signed = {
        row.key: (row.documents, row.mean_days, row.median_days, row.p90_days)
        for row in [*approvals.rows, approvals.total]
    }
    return [
        Figure(
            f"cycle times of {cycles.total.lines:,} lines, {len(cycles.rows)} units: count, mean, median, 9 of 10",
            "equal" if told == waited else "different", "equal to the units' documents", told == waited,
        ),
        Figure(
            f"approval times of {approvals.total.documents:,} documents, {len(approvals.rows)} units: the same",
            "equal" if signed == approved else "different", "equal to the units' documents", signed == approved,
        ),
    ]  # fmt: skip


def _equal(place: Place, units: list[UnitInWorld]) -> list[Figure]:
    ledger = _all_units(
        units,
        "SELECT :id, o.supplier_org_gid, date_trunc('month', o.order_date)::date, sum(l.line_extension_amount)"
        " FROM :s.procurement_order o JOIN :s.procurement_order_line l ON l.order_id = o.id GROUP BY 1, 2, 3",
    )
    came = _all_units(
        units,
        "SELECT :id, supplier_org_gid, date_trunc('month', received_date)::date, sum(quantity),"
        " coalesce(sum(quantity) FILTER (WHERE received_date <= due_date), 0)"
        " FROM :s.procurement_delivery_record GROUP BY 1, 2, 3",
    )
    actor, group = place.world.a.actor(*READ), place.world.a
    total, equal = Decimal(0), True
    with group.scope():
        for place_of, by in enumerate(("unit", "supplier", "month")):
            found = spend(actor=actor, by=by, of=SpendFilter(SINCE, UNTIL))
            expected: dict[Any, Decimal] = {}
            for row in ledger:
                expected[row[place_of]] = expected.get(row[place_of], Decimal(0)) + row[3]
            equal &= {row.key: row.spend for row in found.rows} == expected
            equal &= found.total == sum(expected.values(), Decimal(0))
            total = found.total
            sums = deliveries(actor=actor, by=(by,), of=DeliveryFilter(SINCE, UNTIL)).rows
            wanted: dict[Any, tuple[Decimal, Decimal]] = {}
            for row in came:
                known = wanted.get(row[place_of], (Decimal(0), Decimal(0)))
                wanted[row[place_of]] = (known[0] + row[3], known[1] + row[4])
            equal &= {row.keys[0]: (row.due_quantity, row.in_time_quantity) for row in sums} == wanted
        hq = group.actor("accounts.alert.read", "procurement.order.read")
        alerts = sum(count for _, unit, count in open_alerts(hq) if unit is not None)
    risks = sum(number % 5 for number in range(len(units)))
    return [
        Figure(
            f"spend and deliveries of {len(units)} units by unit, supplier and month against their ledgers",
            f"{total:,.2f} CNY, {'equal' if equal else 'different'}", "equal to the cent", equal,
        ),
        Figure("open risks of all units", f"{alerts}", f"{risks}", alerts == risks),
    ]  # fmt: skip


def _times(place: Place, queries: int) -> list[Figure]:
    actor, group = place.world.a.actor(*READ), place.world.a
    asked = {
        "spend of 36 months": lambda: spend(actor=actor, by="month", of=SpendFilter(SINCE, UNTIL)),
        "spend by supplier": lambda: spend(actor=actor, by="supplier", of=SpendFilter(SINCE, UNTIL)),
        "deliveries in time by unit": lambda: deliveries(
            actor=actor, by=("unit",), of=DeliveryFilter(SINCE, UNTIL)
        ),
        "approval times by unit": lambda: approval_times(
            actor=actor, by="unit", of=ApprovalFilter(SINCE, UNTIL)
        ),
        "cycle times by unit": lambda: cycle_times(actor=actor, by="unit", of=CycleFilter(SINCE, UNTIL)),
    }
    figures = []
    for what, ask in asked.items():
        took = []
        for _ in range(queries):
            began = time.perf_counter()
            with group.scope():
                ask()
            took.append((time.perf_counter() - began) * 1000)
        p95 = statistics.quantiles(took, n=20)[-1]
        both = f"{statistics.median(took):,.0f} / {p95:,.0f} ms"
        figures.append(Figure(f"{what}, median / p95", both, f"p95 < {GOAL_MS:,} ms", p95 < GOAL_MS))
    return figures


if __name__ == "__main__":
    given = [int(text) for text in sys.argv[1:]]
    main(*(given or [50, 40]))

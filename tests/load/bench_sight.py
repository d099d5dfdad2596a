"""A large unit: on-time over 1,000,000 receipt lines; a ledger of 80,000,000,000.00 in 2,000,000 lines.

    python -m tests.load.bench_sight [queries]

In one process without HTTP. Rows are made by the database itself, without the foreign keys and triggers that documents
need; what is read and summed is the product's own code.
"""

# ruff: noqa: E402 Django is set up before anything that needs it

from __future__ import annotations

import os
import random
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

from commerce.analytics.deliveries import DeliveryFilter, deliveries
from commerce.analytics.models import SpendRollup
from commerce.analytics.services.rollup_refresh import rollup_rewrite
from commerce.procurement.insight.queries import deliveries_in_time
from commerce.procurement.ledger import ledger_of_month
from tests.load.place import Place, make_place
from tests.load.report import Figure, keep, table
from tests.support.world import NOW

RECEIPT_LINES, SUPPLIERS, ITEMS, MONTHS, GOAL_MS = 1_000_000, 200, 400, 24, 2_000
LEDGER_LINES, ORDERS, TOTAL_CENTS = 2_000_000, 20_000, 8_000_000_000_000
CURRENCIES = ("CNY", "EUR", "USD", "JPY", "GBP", "CHF")
BEGIN = date(2024, 1, 1)
LEDGER_MONTH = date(2026, 1, 1)

_DELIVERIES = f"""
INSERT INTO procurement_delivery_record
  (id, receipt_line_id, supplier_org_gid, item_gid, due_date, received_date, quantity, accepted_quantity)
SELECT gen_random_uuid(), gen_random_uuid(), md5('s' || n % {SUPPLIERS})::uuid, md5('i' || n / 7 % {ITEMS})::uuid,
       d, d + (n * 31 % 9 - 6)::int, 1 + n % 50, 1 + n % 50
  FROM (SELECT n, DATE '{BEGIN}' + (n * 7 % {MONTHS * 30})::int AS d FROM generate_series(1, {RECEIPT_LINES}) n) x
"""
_ORDERS = f"""
INSERT INTO procurement_order (id, number, supplier_org_gid, supplier_name, buyer_key, currency, status, origin,
  approval_basis, order_date, order_type_code, supplier_address, supplier_tax_id, buyer_name, cost_centre, incoterm,
  payment_terms, ship_to, note, confirmation, receipt, invoice, payment, buyer_hold, sanction_hold, total_amount,
  tax_amount, content_hash, approved_hash, external_ref, version)
SELECT md5('o' || n)::uuid, 'L-' || n, md5('s' || n % {SUPPLIERS})::uuid, 'Supplier', 'system:system',
  (ARRAY{list(CURRENCIES)})[1 + n % 6], 'closed', 'import', 'import', DATE '{LEDGER_MONTH}', '220', '', '', '', '',
  '', '', '', '', 'none', 'full', 'none', 'none', false, false, 0, 0, '', '', 'L-' || n, 1
  FROM generate_series(0, {ORDERS - 1}) n
"""
_LINES = f"""
INSERT INTO procurement_order_line (id, order_id, line_no, description, quantity, unit, unit_price, adjustment_amount,
  line_extension_amount, tax_rate, external_ref)
SELECT gen_random_uuid(), md5('o' || n % {ORDERS})::uuid, 1 + n / {ORDERS}, 'Line', 1, 'C62', 0, 0,
  (CASE WHEN n = 0 THEN :first ELSE 4000000 + n::bigint * 7919 % 1999 - 999 END)::numeric / 100, 0, ''
  FROM generate_series(0, {LEDGER_LINES - 1}) n
"""


def main(queries: int) -> None:
    """This will fill a database, ask, sum, and keep the figures."""
    place = make_place()
    try:
        figures = [*_on_time(place, queries), *_ledger(place)]
    finally:
        place.close()
    keep("Sight over a large unit", ["In one process without HTTP.", "", *table(figures)])


def as_owner(place: Place, *statements: str, schema_name: str = "") -> None:
    """This will run statements as the owner of a unit's tables, A1's unless another schema is named."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(f'SET search_path TO "{schema_name or place.world.a1.schema_name}", public')
        for statement in statements:
            cursor.execute(statement)


def bare(table_name: str) -> str:
    """This will free a table of foreign keys and triggers that only documents written by services satisfy."""
    return f"""DO $$ DECLARE found record; BEGIN
      FOR found IN SELECT conname FROM pg_constraint WHERE conrelid = '{table_name}'::regclass AND contype = 'f'
      LOOP EXECUTE format('ALTER TABLE {table_name} DROP CONSTRAINT %I', found.conname); END LOOP;
      ALTER TABLE {table_name} DISABLE TRIGGER USER; END $$"""


def _on_time(place: Place, queries: int) -> list[Figure]:
    unit, dice = place.world.a1, random.Random(5)
    as_owner(place, bare("procurement_delivery_record"), _DELIVERIES, "ANALYZE procurement_delivery_record")
    months = [_month(BEGIN, n) for n in range(MONTHS)]
    rewriting = [_timed(unit, lambda m=m: rollup_rewrite(name="delivery", month=m, at=NOW)) for m in months]
    as_owner(place, "ANALYZE public.analytics_delivery_rollup")
    actor = unit.actor("analytics.delivery.read", "procurement.receipt.read")
    rolled, direct = [], []
    for _ in range(queries):
        since = dice.choice(months[:12])
        of = DeliveryFilter(since, _month(since, 11))
        rolled.append(
            _timed(unit, lambda of=of: deliveries(actor=actor, by=("supplier", "item", "month"), of=of))
        )
        end = _month(since, 12)
        direct.append(_timed(unit, lambda s=since, e=end: deliveries_in_time(actor=actor, start=s, end=e)))
    return [
        _times("On time by supplier × item × month, 12 months, from roll-ups", rolled),
        _times("The same straight from the receipts", direct),
        Figure(
            f"Writing a month's roll-up anew ({RECEIPT_LINES // MONTHS:,} receipt lines), median",
            f"{statistics.median(rewriting):,.0f} ms",
        ),
    ]


def _ledger(place: Place) -> list[Figure]:
    unit = place.world.a1
    others = sum(4_000_000 + n * 7919 % 1999 - 999 for n in range(1, LEDGER_LINES))
    first = TOTAL_CENTS - others
    freed = [bare("procurement_order"), bare("procurement_order_line")]
    lines = _LINES.replace(":first", str(first))
    as_owner(place, *freed, _ORDERS, lines, "ANALYZE procurement_order", "ANALYZE procurement_order_line")
    expected = dict.fromkeys(CURRENCIES, 0)
    for n in range(LEDGER_LINES):
        cents = first if n == 0 else 4_000_000 + n * 7919 % 1999 - 999
        expected[CURRENCIES[n % ORDERS % 6]] += cents
    summed: dict[str, Decimal] = {}
    took = _timed(
        unit, lambda: _sum_into(summed, [(s.currency, s.amount) for s in ledger_of_month(LEDGER_MONTH)])
    )
    with unit.scope():
        rollup_rewrite(name="spend", month=LEDGER_MONTH, at=NOW)
        kept: dict[str, Decimal] = {}
        _sum_into(kept, list(SpendRollup.objects.values_list("currency", "spend_amount")))
    exact = {currency: Decimal(cents) / 100 for currency, cents in expected.items()}
    total = sum(summed.values(), Decimal(0))
    right = summed == exact == kept and total == Decimal("80000000000.00")
    return [
        Figure(
            f"A ledger of {LEDGER_LINES:,} lines in {len(CURRENCIES)} currencies: the sum, and its roll-up",
            f"{total:,.2f}", "80,000,000,000.00, exact in each currency", right,
        ),
        Figure("Summing it up", f"{took / 1000:.1f} s"),
    ]  # fmt: skip


def _sum_into(found: dict[str, Decimal], rows: list[tuple[str, Decimal]]) -> None:
    for currency, amount in rows:
        found[currency] = found.get(currency, Decimal(0)) + amount


def _timed(unit: Any, act: Any) -> float:
    started = time.perf_counter()
    with unit.scope():
        act()
    return (time.perf_counter() - started) * 1000


def _times(what: str, found: list[float]) -> Figure:
    p95 = statistics.quantiles(found, n=20)[-1]
    both = f"{statistics.median(found):,.0f} / {p95:,.0f} ms"
    return Figure(f"{what}, median / p95", both, f"p95 < {GOAL_MS:,} ms", p95 < GOAL_MS)


def _month(first: date, later: int) -> date:
    number = first.year * 12 + first.month - 1 + later
    return date(number // 12, number % 12 + 1, 1)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)

"""The item master at size: 100,000 group SKUs searched, units' own terms, and a merge that moves many references.

python -m tests.load.bench_items [items] [references]
"""

# ruff: noqa: E402 Django is set up before anything that needs it

from __future__ import annotations

import os
import random
import statistics
import sys
import time
import uuid
from decimal import Decimal
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.test")

import django

django.setup()

import orjson
from django.db import connections

from api.documents import documents_of
from api.execution import RequestContext, execute
from api.schema import unit_schema
from commerce.masterdata.models import Item, ItemMergeShare
from commerce.masterdata.naming import search_text
from commerce.masterdata.services.item_merge import item_merge_confirm, item_merge_preview
from commerce.procurement.item_references import references_to
from commerce.procurement.models import ItemTerms, PoLine, PurchaseOrder, RequisitionLine
from commerce.procurement.services.item_repoint import item_count, item_repoint
from tenants.accounts.permissions import ROLES
from tests.factories import masterdata as make
from tests.load.place import Place, make_place
from tests.load.report import Figure, keep, table
from tests.support.world import NOW

QUERIES, CATEGORIES, GOAL_MS = 200, 25, 150
WORDS = ("Resistor", "Capacitor", "Bracket", "Housing", "Screw", "Cable", "Sensor", "Valve")
ASK = """query ($search: String, $filter: ItemFilter) { items(first: 50, search: $search, filter: $filter) {
  nodes { id sku name baseUom category { code } } pageInfo { hasNextPage endCursor } } }"""


def main(items: int, references: int) -> None:
    """This will fill a database, search, merge, and keep the figures."""
    place = make_place()
    try:
        categories = [make.category(place.world.a, f"C{number:02}") for number in range(CATEGORIES)]
        keys = _fill(place, items, categories)
        times = _search(place, items, categories)
        old, new = keys[0], keys[1]
        _refer(place, old, references)
        before, record = _counts(place, old), _record(place, new)
        seconds = _merge(place, old, new)
        told_keep(
            items, times, before, _counts(place, old), _shares(place), seconds, record == _record(place, new)
        )
    finally:
        place.close()


def told_keep(
    items: int,
    times: list[float],
    before: list[int],
    left: list[int],
    shares: tuple[int, int],
    seconds: float,
    same: bool,
) -> None:
    """This will keep the figures."""
    p95 = statistics.quantiles(times, n=20)[-1]
    moved, folded = shares
    both = f"{statistics.median(times):.0f} / {p95:.0f} ms"
    lines = [
        f"{items:,} items in {CATEGORIES} categories; one is merged into another, named in two units by lines of "
        "issued orders and by the units' own terms. In one process without HTTP.",
        "",
        *table(
            [
                Figure("search by number, word, or word and category, median / p95", both, f"p95 < {GOAL_MS} ms",
                       p95 < GOAL_MS),
                Figure("references before, by unit", " + ".join(f"{n:,}" for n in before)),
                Figure("re-pointed / folded", f"{moved:,} / {folded:,}", f"{sum(before):,} together",
                       moved + folded == sum(before)),
                Figure("left", str(sum(left)), "0", sum(left) == 0),
                Figure("the job, counting included", f"{seconds:.1f} s"),
                Figure("record of the item that stays", "untouched" if same else "changed", "untouched", same),
            ]
        ),
    ]  # fmt: skip
    keep("The item master", lines)


def _fill(place: Place, count: int, categories: list[uuid.UUID]) -> list[uuid.UUID]:
    dice = random.Random(3)
    rows = []
    for number in range(count):
        sku, name = f"SKU-{number:06}", f"{dice.choice(WORDS)} {dice.randrange(10_000):04}"
        rows.append(
            Item(group_id=place.world.a.id, sku=sku, name=name, base_uom="C62", search_text=search_text([sku, name]),
                 category_id=dice.choice(categories))
        )  # fmt: skip
    with place.world.a.scope():
        Item.objects.bulk_create(rows, batch_size=2_000)
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE")
    return [row.id for row in rows]


def _search(place: Place, count: int, categories: list[uuid.UUID]) -> list[float]:
    dice, schema, unit = random.Random(4), unit_schema(), place.world.a1
    actor, document = unit.actor(*ROLES["buyer"].permissions), documents_of(schema)
    times = []
    for number in range(QUERIES):
        word = {"search": dice.choice(WORDS).lower()}
        given: dict[str, Any] = [
            {"search": f"{dice.randrange(count):06}"},
            word,
            {**word, "filter": {"categoryId": {"eq": f"Category_{dice.choice(categories)}"}}},
        ][number % 3]
        began = time.perf_counter()
        with unit.scope():
            context = RequestContext(actor=actor, at=NOW, text=ASK, variables=given)
            raw = execute(schema, document.get(ASK, given), context).as_json()
        times.append((time.perf_counter() - began) * 1000)
        if "errors" in orjson.loads(raw):
            raise AssertionError(raw)
    return times


def _refer(place: Place, item: uuid.UUID, count: int) -> None:
    """Issued orders of imports, with lines that name the item, and own terms, in two units."""
    supplier = make.supplier_org(place.world.a, "Supplier")
    for unit, share in ((place.world.a1, count * 2 // 3), (place.world.a2, count - count * 2 // 3)):
        with unit.scope():
            order = PurchaseOrder.objects.create(
                number="PO-1", origin="manual", supplier_org_gid=supplier, supplier_name="x",
                buyer_key="system:system", currency="CNY", order_date=NOW.date(),
            )  # fmt: skip
            PoLine.objects.bulk_create(
                [
                    PoLine(order=order, line_no=number + 1, item_gid=item, description="Bolts", quantity=1, unit="C62",
                           unit_price=Decimal(1), line_extension_amount=Decimal(1))
                    for number in range(share)
                ],
                batch_size=1_000,
            )  # fmt: skip
            PurchaseOrder.objects.filter(id=order.id).update(status="approved", approval_basis="run")
            ItemTerms.objects.create(item_gid=item, supplier_org_gid=supplier, currency="CNY", set_at=NOW)


def _merge(place: Place, old: uuid.UUID, new: uuid.UUID) -> float:
    group, units = place.world.a, (place.world.a1, place.world.a2)
    actor = group.actor("masterdata.item.merge")
    began = time.perf_counter()
    with group.scope():
        merge = item_merge_preview(actor=actor, at=NOW, from_item_id=old, into_item_id=new)
    for unit in units:
        with unit.scope():
            item_count(merge_id=merge, at=NOW)
    with group.scope():
        item_merge_confirm(actor=actor, at=NOW, item_merge_id=merge, version=1, reason="the same thing")
    for unit in units:
        item_repoint(scope=unit.unit_scope, merge_id=merge, at=NOW)
    return time.perf_counter() - began


def _counts(place: Place, item: uuid.UUID) -> list[int]:
    found = []
    for unit in (place.world.a1, place.world.a2):
        with unit.scope():
            found.append(references_to(item))
            assert RequisitionLine.objects.filter(item_gid=item).count() == 0
    return found


def _shares(place: Place) -> tuple[int, int]:
    with place.world.a.scope():
        rows = ItemMergeShare.objects.values_list("moved", "folded")
        return sum(row[0] for row in rows), sum(row[1] for row in rows)


def _record(place: Place, item: uuid.UUID) -> dict[str, Any]:
    with place.world.a.scope():
        return Item.objects.filter(id=item).values().get()


if __name__ == "__main__":
    given = [int(text) for text in sys.argv[1:]]
    main(*(given or [100_000, 30_000]))

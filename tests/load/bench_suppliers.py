"""How fast a unit searches and filters 5,000 suppliers × 25 categories, on the compiled read path.

    python -m tests.load.bench_suppliers [queries]

In one process without HTTP: search by name with filters by grade, region and end, 50 rows a page, through the
second page. Random filters from a fixed seed.
"""

# ruff: noqa: E402 Django is set up before anything that needs it

from __future__ import annotations

import os
import random
import statistics
import sys
import time
from datetime import date, timedelta
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "infra.config.settings.test")

import django

django.setup()

import orjson
from django.db import connections

from api.documents import documents_of
from api.execution import RequestContext, execute
from api.schema import unit_schema
from commerce.masterdata.models import Category, SupplierOrg, SupplierQualification
from commerce.masterdata.naming import name_key, search_text
from tenants.accounts.permissions import ROLES
from tenants.kernel.ids import new_id
from tests.load.place import Place, make_place
from tests.load.report import Figure, keep, table
from tests.support.world import NOW

SUPPLIERS, CATEGORIES, GOAL_MS = 5_000, 25, 300
WORDS = ("Metal", "Paper", "Glass", "Wood")
REGIONS = ("", "CN", "DE", "US", "BR")
GRADES = ("", "A", "B", "C", "D")
ASK = """query ($search: String, $filter: SupplierQualificationFilter, $orderBy: SupplierQualificationOrder,
                $after: String) {
  supplierQualifications(first: 50, search: $search, filter: $filter, orderBy: $orderBy, after: $after) {
    nodes { id supplierName region grade status counts endDate category { code nameEn } }
    pageInfo { hasNextPage endCursor } } }"""


def main(queries: int) -> None:
    """This will fill a database, ask, and keep the figures."""
    place = make_place()
    try:
        categories = _fill(place)
        times = _ask_all(place, categories, queries)
        paged = _page_through(place, categories[0])
    finally:
        place.close()
    keep("Searching suppliers", told(times, queries, paged))


def told(times: dict[str, list[float]], queries: int, paged: tuple[int, int, int, int]) -> list[str]:
    """This will write the figures."""
    rows, edits, twice, missed = paged
    figures = [
        Figure(
            f"paging through {rows:,} rows during {edits} edits: untouched rows seen twice / missed",
            f"{twice} / {missed}", "0 / 0", twice == missed == 0,
        )
    ]  # fmt: skip
    for what, found in times.items():
        p95 = statistics.quantiles(found, n=20)[-1]
        both = f"{statistics.median(found):.0f} / {p95:.0f} ms"
        figures.append(Figure(f"{what}, median / p95", both, f"p95 < {GOAL_MS} ms", p95 < GOAL_MS))
    return [
        f"{SUPPLIERS:,} suppliers × {CATEGORIES} categories = {SUPPLIERS * CATEGORIES:,} qualifications, {queries} "
        "queries of each kind, 50 rows, in one process without HTTP.",
        "",
        *table(figures),
    ]


def _fill(place: Place) -> list[str]:
    dice, group = random.Random(7), place.world.a
    suppliers = [
        SupplierOrg(
            group_id=group.id, legal_name=name, name_key=name_key(name), search_text=search_text([name]),
            country="CN",
        )
        for name in (f"Supplier {n:05} {dice.choice(WORDS)} Works" for n in range(SUPPLIERS))
    ]  # fmt: skip
    categories = []
    for n in range(CATEGORIES):
        key = new_id()
        categories.append(
            Category(id=key, group_id=group.id, code=f"C{n:02}", name_en=f"Category {n}", path=[key])
        )
    today = NOW.date()
    with group.scope():
        SupplierOrg.objects.bulk_create(suppliers, batch_size=1_000)
        Category.objects.bulk_create(categories)
        for category in categories:
            SupplierQualification.objects.bulk_create(
                [_qualification(group.id, s.id, category.id, dice, today) for s in suppliers],
                batch_size=1_000,
            )
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE")
    return [f"Category_{category.id}" for category in categories]


def _qualification(group_id: Any, supplier: Any, category: Any, dice: random.Random, today: date) -> Any:
    return SupplierQualification(
        group_id=group_id, supplier_org_id=supplier, category_id=category, region=dice.choice(REGIONS),
        status="qualified", grade=dice.choice(GRADES), start_date=today,
        end_date=today + timedelta(days=dice.randrange(1, 700)),
    )  # fmt: skip


def _ask_all(place: Place, categories: list[str], queries: int) -> dict[str, list[float]]:
    dice, schema, unit = random.Random(11), unit_schema(), place.world.a1
    actor = unit.actor(*ROLES["buyer"].permissions)
    document = documents_of(schema)

    def ask(**variables: Any) -> tuple[float, dict[str, Any]]:
        started = time.perf_counter()
        with unit.scope():
            context = RequestContext(actor=actor, at=NOW, text=ASK, variables=variables)
            raw = execute(schema, document.get(ASK, variables), context).as_json()
        spent = (time.perf_counter() - started) * 1000
        answer = orjson.loads(raw)
        if "errors" in answer:
            raise AssertionError(answer)
        found = answer["data"]["supplierQualifications"]
        if not found["nodes"]:
            raise AssertionError(f"nothing found: {variables}")
        return spent, found

    def filters() -> dict[str, Any]:
        end = NOW.date() + timedelta(days=dice.randrange(30, 600))
        return {
            "grade": {"in": dice.sample(GRADES[1:], 2)},
            "region": {"in": ["", dice.choice(REGIONS[1:])]},
            "categoryId": {"eq": dice.choice(categories)},
            "endDate": {"lt": end.isoformat()},
        }

    kinds = ("grade, region, category, end", "the same, by name", "name alone", "second page")
    found: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _ in range(queries):
        found["grade, region, category, end"].append(ask(filter=filters())[0])
        number = f"{dice.randrange(SUPPLIERS):05}"
        given = {"filter": filters(), "search": "metal", "orderBy": "SUPPLIER_NAME_ASC"}
        found["the same, by name"].append(ask(**given)[0])
        found["name alone"].append(ask(search=number[:4], orderBy="SUPPLIER_NAME_ASC")[0])
        first = {"filter": {"grade": {"eq": "A"}}, "orderBy": "SUPPLIER_NAME_ASC"}
        page = ask(**first)[1]["pageInfo"]
        found["second page"].append(ask(**first, after=page["endCursor"])[0])
    return found


def _page_through(place: Place, category: str) -> tuple[int, int, int, int]:
    """Reads a category page by page, while between pages rows before and behind the place change and move.

    Gives the number of rows, of edits, and of untouched rows that were seen twice or not at all.
    """
    dice, schema, unit, group = random.Random(13), unit_schema(), place.world.a1, place.world.a
    actor = unit.actor(*ROLES["buyer"].permissions)
    document = documents_of(schema)
    seen: list[str] = []
    touched: set[str] = set()
    with group.scope():
        rows = SupplierQualification.objects.filter(category_id=category.partition("_")[2])
        keys = list(rows.values_list("id", flat=True))
    after: str | None = None
    edits = 0
    while True:
        given = {"filter": {"categoryId": {"eq": category}}, "orderBy": "END_DATE_ASC", "after": after}
        with unit.scope():
            raw = execute(
                schema,
                document.get(ASK, given),
                RequestContext(actor=actor, at=NOW, text=ASK, variables=given),
            ).as_json()
        found = orjson.loads(raw)["data"]["supplierQualifications"]
        seen += [node["id"].partition("_")[2] for node in found["nodes"]]
        if not found["pageInfo"]["hasNextPage"]:
            break
        after = found["pageInfo"]["endCursor"]
        with group.scope():
            for key in dice.sample(keys, 3):
                end = NOW.date() + timedelta(days=dice.randrange(1, 700))
                SupplierQualification.objects.filter(id=key).update(end_date=end)
                touched.add(str(key))
                edits += 1
    untouched = {str(key) for key in keys} - touched
    twice = sum(1 for key in untouched if seen.count(key) > 1)
    return len(keys), edits, twice, len(untouched - set(seen))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)

"""Recommended lines: what the history says, what is left out and why, and how good they are on real data."""

import csv
import gzip
import uuid
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from commerce.masterdata.models import Item
from commerce.procurement.models import Requisition, RequisitionLine
from commerce.procurement.recommending.history import past_of
from commerce.procurement.recommending.ranking import ranked
from commerce.procurement.recommending.recommend import LeftOut, requisition_recommend
from tenants.kernel.errors import Forbidden
from tenants.kernel.ids import new_id
from tests.contexts.procurement.support import (
    asked,
    bought,
    buyer,
    issued_order,
    requester,
    requisition,
    submitted,
)
from tests.factories.masterdata import category, item, sanction, supplier_org
from tests.support.world import NOW

SAMPLE = Path(__file__).parents[2] / "data" / "procurement" / "online_retail_sample.csv.gz"


def recommend(unit, actor=None, **fields):
    return requisition_recommend(actor=actor or requester(unit), at=NOW, **fields)


def test_own_needs_come_first_with_quantity_price_and_supplier(quick_unit, world, supplier):
    unit = quick_unit
    bolts, nuts = item(world.a, "BOLT"), item(world.a, "NUT")
    with unit.scope():
        for quantity in ("10", "30", "20"):
            submitted(unit, asked(quantity, "1", item_id=bolts))
        issued_order(unit, supplier, bought("500", "0.25", item_id=nuts), bought("99", "1.5", item_id=bolts))
        found = recommend(unit)
        assert [(line.sku, line.quantity, line.unit_price, line.supplier_org_id) for line in found.lines] == [
            ("BOLT", Decimal(20), Decimal("1.5"), supplier),
            ("NUT", Decimal(500), Decimal("0.25"), supplier),
        ]
        first = found.lines[0]
        assert (first.own_times, first.times, first.last_date) == (3, 4, NOW.date())
        assert found.left_out == ()


def test_drafts_and_other_units_count_nothing(unit, world):
    bolts = item(world.a, "BOLT")
    with unit.scope():
        requisition(unit, asked(item_id=bolts))
        assert recommend(unit).lines == ()
        submitted(unit, asked(item_id=bolts))
    with world.a2.scope():
        assert requisition_recommend(actor=requester(world.a2), at=NOW).lines == ()


def test_archived_items_and_blacklisted_suppliers_are_left_out_with_the_reason(quick_unit, world):
    unit = quick_unit
    old, barred, shared = item(world.a, "OLD"), item(world.a, "BARRED"), item(world.a, "SHARED")
    bad, good = supplier_org(world.a, "Bad Ltd"), supplier_org(world.a, "Good Ltd")
    with unit.scope():
        for who, lines in ((good, [shared]), (bad, [old, barred, shared])):
            issued_order(unit, who, *(bought(item_id=each) for each in lines))
    sanction(world.a, bad)
    with world.a.scope():
        Item.objects.filter(id=old).update(status="archived")
    with unit.scope():
        found = recommend(unit)
        assert [(line.sku, line.supplier_name) for line in found.lines] == [("SHARED", "Good Ltd")]
        assert set(found.left_out) == {
            LeftOut(old, "OLD", "Item OLD", "item_archived"),
            LeftOut(barred, "BARRED", "Item BARRED", "supplier_sanctioned"),
        }


def test_a_sanction_on_another_category_does_not_count(quick_unit, world, supplier):
    unit = quick_unit
    bolts = item(world.a, "BOLT", category_id=category(world.a, "FASTENERS"))
    with unit.scope():
        issued_order(unit, supplier, bought(item_id=bolts))
    sanction(world.a, supplier, category_ids=(category(world.a, "PAPER"),))
    with unit.scope():
        assert [line.sku for line in recommend(unit).lines] == ["BOLT"]


def test_who_may_not_raise_requisitions_gets_none(unit):
    with unit.scope(), pytest.raises(Forbidden):
        requisition_recommend(actor=unit.actor("procurement.order.read"), at=NOW)


def test_the_number_of_statements_does_not_grow_with_the_lines(quick_unit, world, supplier):
    unit = quick_unit
    goods = [item(world.a, f"I{n}") for n in range(30)]
    counts = []
    with unit.scope():
        for part in (goods[:3], goods):
            issued_order(unit, supplier, *(bought(item_id=each) for each in part))
            with CaptureQueriesContext(
                connection,
            ) as captured:
                assert len(recommend(unit, buyer(unit), first=50).lines) == len(part)
            counts.append(len(captured))
    assert counts[0] == counts[1]


@dataclass
class Basket:
    """One real order: who, when, what."""

    customer: str
    day: date
    goods: set[str] = field(default_factory=set)


def baskets() -> Iterator[Basket]:
    found: dict[str, Basket] = {}
    with gzip.open(SAMPLE, "rt") as lines:
        for row in csv.DictReader(lines):
            basket = found.setdefault(
                row["invoice"], Basket(row["customer"], date.fromisoformat(row["date"]))
            )
            basket.goods.add(row["item"])
    return iter(found.values())


def keep(history: list[Basket], ids: dict[str, uuid.UUID]) -> None:
    """This will write real orders as requisitions of their customers."""
    heads, lines = [], []
    for number, basket in enumerate(history):
        submitted_at = datetime.combine(basket.day, time(12), NOW.tzinfo)
        head = Requisition(
            id=new_id(), number=f"R{number}", requester_key=basket.customer, currency="GBP",
            submitted_at=submitted_at,
        )  # fmt: skip
        heads.append(head)
        for line_no, code in enumerate(sorted(basket.goods), start=1):
            lines.append(
                RequisitionLine(
                    requisition=head, line_no=line_no, item_gid=ids[code], description=code, quantity=1,
                    unit="C62", unit_price=1, line_amount=1,
                )
            )  # fmt: skip
    Requisition.objects.bulk_create(heads)
    RequisitionLine.objects.bulk_create(lines)
    Requisition.objects.update(status="submitted")


def recall(baskets: list[Basket], recommended: dict[str, list[str]]) -> float:
    shares = [len(b.goods & set(recommended[b.customer][:20])) / len(b.goods) for b in baskets]
    return sum(shares) / len(shares)


def hits(baskets: list[Basket], recommended: dict[str, list[str]]) -> float:
    return sum(bool(b.goods & set(recommended[b.customer][:10])) for b in baskets) / len(baskets)


def test_recall_on_the_last_real_month_beats_the_most_frequent_items_by_far(unit):
    month = date(2011, 8, 1)
    every = list(baskets())
    history = [basket for basket in every if basket.day < month]
    known = {basket.customer for basket in history}
    last = [basket for basket in every if basket.day >= month and basket.customer in known]
    ids = {code: uuid.uuid5(uuid.NAMESPACE_OID, code) for basket in every for code in basket.goods}
    codes = {key: code for code, key in ids.items()}
    frequent = [code for code, _ in Counter(c for b in history for c in sorted(b.goods)).most_common(20)]
    ours: dict[str, list[str]] = defaultdict(list)
    with unit.scope():
        keep(history, ids)
        for customer in {basket.customer for basket in last}:
            past = past_of(requester_key=customer, cost_centre="", on=month)
            likely = ranked({key: each.use for key, each in past.items()}, most=20)
            ours[customer] = [codes[key] for key in likely]
    simple = {basket.customer: frequent for basket in last}
    measured = recall(last, ours), recall(last, simple), hits(last, ours), hits(last, simple)
    print(
        f"recall@20 {measured[0]:.3f} against {measured[1]:.3f}; hit@10 {measured[2]:.3f} against {measured[3]:.3f}"
    )
    assert measured[0] >= 1.2 * measured[1]
    assert measured[2] >= 1.2 * measured[3]


def test_old_needs_fade(unit, world):
    bolts, nuts = item(world.a, "BOLT"), item(world.a, "NUT")
    with unit.scope():
        for each, days in ((bolts, 400), (nuts, 10)):
            row = submitted(unit, asked(item_id=each))
            Requisition.objects.filter(id=row.id).update(submitted_at=NOW - timedelta(days=days))
        assert [line.sku for line in recommend(unit).lines] == ["NUT", "BOLT"]
        past = past_of(requester_key=requester(unit).key, cost_centre="", on=NOW.date())
        assert past[bolts].use.own == pytest.approx(0.10836802, rel=1e-6)
        Requisition.objects.update(submitted_at=NOW - timedelta(days=800))
        assert recommend(unit).lines == ()

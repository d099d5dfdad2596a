"""Closing a period: numbers from documents, each traceable; tiers; what the group is told."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from commerce.masterdata.models import GroupMeasure
from commerce.suppliers.models import Measure, ScorePeriod, SupplierScore
from commerce.suppliers.queries import measures_visible_to, periods_visible_to, scores_visible_to
from commerce.suppliers.scoring.measures import cost_value, share
from commerce.suppliers.services.assessment_enter import assessment_enter
from commerce.suppliers.services.period_close import PeriodOverlaps, period_close, run_period
from tenants.kernel.errors import Forbidden, Invalid
from tenants.runtime.models import OutboxEvent
from tenants.runtime.unit.models import UnitAuditEntry
from tests.contexts.procurement.receiving_support import came, po_lines, received
from tests.contexts.procurement.support import bought, flows, issued_order
from tests.contexts.suppliers.support import CLOSE, FEB, JAN, MAR, closed, past_order, score_of_supplier
from tests.factories import masterdata as make
from tests.support.world import NOW


def two_suppliers(world):
    """A delivers 70 of 100 in time and sells at 0.90, B all of 100 and sells at 1.10."""
    a, b = make.supplier_org(world.a, "Alpha Ltd"), make.supplier_org(world.a, "Beta Ltd")
    bolt = make.item(world.a)
    with world.a1.scope():
        past_order(a, "A-1", quantity="70", price="0.90", item=bolt)
        past_order(a, "A-2", quantity="20", price="0.90", item=bolt, delivered=date(2026, 1, 21))
        past_order(a, "A-3", quantity="10", price="0.90", item=bolt, delivered=None)
        past_order(b, "B-1", quantity="100", price="1.10", item=bolt)
        past_order(b, "B-2", quantity="5", price="1.10", due=date(2026, 2, 1))  # due in February
    return a, b


def test_scores_are_the_documents_numbers_and_every_number_names_its_documents(world):
    a, b = two_suppliers(world)
    period = closed(world.a1)
    assert (period.status, period.suppliers, period.done, period.rated, period.reached) == (
        "closed",
        2,
        2,
        2,
        0,
    )
    assert (period.model_name, period.closed_at) == ("default", NOW)
    alpha, beta = score_of_supplier(world.a1, a), score_of_supplier(world.a1, b)
    assert (alpha.quality, alpha.on_time, alpha.cost) == (None, Decimal("70.0000"), Decimal("75.0000"))
    assert (beta.on_time, beta.cost) == (Decimal("100.0000"), Decimal("25.0000"))
    assert (alpha.total, alpha.coverage) == (Decimal("72.22"), Decimal("45.00"))  # (25·70 + 20·75) / 45
    assert beta.total == Decimal("66.67")  # (25·100 + 20·25) / 45
    assert (alpha.rank, beta.rank) == (1, 2)
    assert (alpha.supplier_name, alpha.source_count) == ("Alpha Ltd", 6)
    with world.a1.scope():
        on_time = Measure.objects.get(supplier_org_gid=a, dimension="on_time")
    assert (on_time.part, on_time.whole, on_time.source_count) == (70, 100, 3)
    assert [source[2:] for source in on_time.sources] == [
        ["A-1", "2026-01-20", "70", "70"], ["A-2", "2026-01-20", "0", "20"], ["A-3", "2026-01-20", "0", "10"],
    ]  # fmt: skip


def test_every_measure_is_the_sum_of_its_sources_and_every_score_follows_from_its_measures(world):
    two_suppliers(world)
    closed(world.a1)
    with world.a1.scope():
        rows = list(Measure.objects.all())
    assert len(rows) == 4
    for row in rows:
        part, whole = (sum(Decimal(source[n]) for source in row.sources) for n in (4, 5))
        assert (part, whole) == (row.part, row.whole)
        cost = row.dimension == "cost"
        value = cost_value(paid=Fraction(part), at_mean=Fraction(whole)) if cost else share(part, whole)
        assert value == row.value


def test_receipts_with_inspection_make_quality(world):
    supplier = make.supplier_org(world.a)
    with world.a1.scope():
        flows(automatic_orders=True)
        order = issued_order(world.a1, supplier, bought("100", "1"))
        received(world.a1, order, came(po_lines(order)[0], "90", rejected="9", quarantined="20"))
    period = closed(
        world.a1, start=NOW.date(), end=NOW.date() + timedelta(days=1), at=NOW + timedelta(days=1)
    )
    score = score_of_supplier(world.a1, supplier)
    assert (score.quality, score.on_time, score.total) == (Decimal("87.1429"), None, None)  # 61 of 70 decided
    assert (score.rank, score.tier, period.rated) == (None, "", 0)  # quality alone covers 30 of 45


def test_without_documents_a_supplier_with_marks_alone_is_unrated(world):
    supplier = make.supplier_org(world.a)
    actor = world.a1.actor("suppliers.assessment.enter")
    with world.a1.scope():
        for dimension in ("innovation", "environment"):
            assessment_enter(
                actor=actor, at=NOW, supplier_org_id=supplier, dimension=dimension, value=Decimal(100),
                reason="Audit", assessed_date=JAN,
            )  # fmt: skip
    closed(world.a1)
    score = score_of_supplier(world.a1, supplier)
    assert (score.total, score.rank, score.tier, score.innovation) == (None, None, "", Decimal(100))


def test_marks_count_from_their_day_for_a_year_and_the_newest_wins(world):
    a, _ = two_suppliers(world)
    actor = world.a1.actor("suppliers.assessment.enter")
    marks = ((date(2025, 1, 31), "innovation", 99), (date(2025, 6, 1), "innovation", 40),
             (date(2026, 1, 31), "innovation", 60), (date(2026, 2, 1), "innovation", 1),
             (date(2024, 1, 1), "environment", 100))  # fmt: skip
    with world.a1.scope():
        for day, dimension, value in marks:
            assessment_enter(
                actor=actor, at=NOW, supplier_org_id=a, dimension=dimension, value=Decimal(value),
                reason="Audit", assessed_date=day,
            )  # fmt: skip
    closed(world.a1)
    score = score_of_supplier(world.a1, a)
    assert (score.innovation, score.environment) == (Decimal(60), None)
    assert score.total == Decimal("69.17")  # (25·70 + 20·75 + 15·60) / 60


def test_a_closed_period_does_not_change_when_it_runs_again_or_orders_change(world):
    a, _ = two_suppliers(world)
    period = closed(world.a1)
    with world.a1.scope():
        before = list(SupplierScore.objects.order_by("id").values())
        past_order(a, "A-9", quantity="500", delivered=None)
    run_period(scope=world.a1.unit_scope, period_id=period.id, at=NOW)
    with world.a1.scope():
        assert list(SupplierScore.objects.order_by("id").values()) == before
        assert Measure.objects.count() == 4


def test_a_run_that_was_broken_off_goes_on_behind_what_is_measured(world):
    alpha, _ = two_suppliers(world)
    with world.a1.scope():
        key = period_close(actor=world.a1.actor(CLOSE), at=NOW, start_date=JAN, end_date=FEB)
        first = Measure.objects.model(
            period_id=key, supplier_org_gid=alpha, dimension="on_time", part=70, whole=100, value=70,
            source_count=3, sources=[],
        )  # fmt: skip
        first.save(force_insert=True)
        ScorePeriod.objects.filter(id=key).update(status="running")
    run_period(scope=world.a1.unit_scope, period_id=key, at=NOW)
    with world.a1.scope():
        assert ScorePeriod.objects.get(id=key).status == "closed"
        assert Measure.objects.filter(supplier_org_gid=first.supplier_org_gid).count() == 1
        assert OutboxEvent.objects.filter(event_type="suppliers.period.closed").count() == 1


def test_the_group_is_told_sums_and_counts_and_no_price(world):
    a, b = two_suppliers(world)
    closed(world.a1)
    with world.a.scope():
        told = {
            (row.supplier_org_id, row.dimension): (row.part, row.whole, row.sources)
            for row in GroupMeasure.objects.all()
        }
    assert told == {
        (a, "on_time"): (70, 100, 3), (a, "cost"): (225, 300, 3),
        (b, "on_time"): (100, 100, 1), (b, "cost"): (25, 100, 1),
    }  # fmt: skip
    with world.a2.scope():
        assert GroupMeasure.objects.count() == 0  # a sister unit's sums are its own and the group's
    with world.b.scope():
        assert GroupMeasure.objects.count() == 0


def test_other_units_and_suppliers_see_nothing_of_it(world):
    a, b = two_suppliers(world)
    closed(world.a1)
    for unit in (world.a2, world.b1):
        with unit.scope():
            assert scores_visible_to(unit.actor()).count() == 0
    contact = world.a1.actor(supplier_org_id=a)
    with world.a1.scope():
        assert {s.supplier_org_gid for s in scores_visible_to(contact)} == {a}
        assert {(m.supplier_org_gid, m.dimension) for m in measures_visible_to(contact)} == {(a, "on_time")}
        assert periods_visible_to(contact).count() == 0
        assert scores_visible_to(world.a1.actor(distributor_id=b)).count() == 0


@pytest.mark.parametrize(
    ("start", "end", "refusal"),
    [
        (JAN, JAN, Invalid),
        (FEB, JAN, Invalid),
        (date(2024, 1, 1), date(2025, 1, 3), Invalid),
        (MAR, date(2026, 3, 3), Invalid),
        (date(2026, 1, 31), MAR, PeriodOverlaps),
        (JAN, FEB, PeriodOverlaps),
    ],
)
def test_periods_that_cannot_be_are_refused_and_change_nothing(world, start, end, refusal):
    closed(world.a1)
    with world.a1.scope():
        before = (ScorePeriod.objects.count(), UnitAuditEntry.objects.count(), OutboxEvent.objects.count())
        with pytest.raises(refusal):
            period_close(actor=world.a1.actor(CLOSE), at=NOW, start_date=start, end_date=end)
        with pytest.raises(Forbidden):
            period_close(actor=world.a1.actor("suppliers.period.read"), at=NOW, start_date=FEB, end_date=MAR)
        after = (ScorePeriod.objects.count(), UnitAuditEntry.objects.count(), OutboxEvent.objects.count())
    assert before == after


def test_who_was_above_a_cut_stays_there_for_one_rank(world):
    with world.a1.scope():
        suppliers = []
    for n in range(10):
        suppliers.append(make.supplier_org(world.a, f"Supplier {n}"))
    late = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

    def month(number, order):
        bolt = make.item(world.a, f"BOLT-{number}")
        with world.a1.scope():
            for supplier, missed in zip(suppliers, order, strict=True):
                day = date(2026, number, 20)
                for name, quantity, when in (("t", 100 - missed, day), ("l", missed, None)):
                    if quantity:
                        row = past_order(
                            supplier, f"{number}-{supplier}-{name}", quantity=str(quantity), due=day,
                            delivered=when, item=bolt,
                        )  # fmt: skip
                        type(row).objects.filter(id=row.id).update(order_date=date(2026, number, 5))

    month(1, late)
    swapped = [0, 2, 1, *late[3:]]
    month(2, swapped)
    closed(world.a1)
    closed(world.a1, start=FEB, end=MAR)
    with world.a1.scope():
        rows = SupplierScore.objects.order_by("end_date").values_list(
            "supplier_org_gid", "end_date", "rank", "tier"
        )
        found = {(suppliers.index(key), end): (rank, tier) for key, end, rank, tier in rows}
    assert [found[n, FEB] for n in (1, 2)] == [(2, "strategic"), (3, "preferred")]
    assert [found[n, MAR] for n in (1, 2)] == [(3, "strategic"), (2, "preferred")]

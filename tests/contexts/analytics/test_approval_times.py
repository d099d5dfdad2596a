"""Approval times of all units: equal to independent SQL over the units' own runs, in the units' calendars."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection

from commerce.analytics.approval_times import ApprovalFilter, approval_times
from commerce.analytics.handlers import refresh_after_approval, refresh_after_edit
from commerce.analytics.models import ApprovalRollup
from commerce.analytics.rollups import ROLLUPS
from commerce.analytics.services.rollup_refresh import month_key, months_to_compare, rollup_rewrite
from commerce.approvals.figures import approval_figures
from commerce.approvals.models import FlowRun
from tenants.directory.models import BusinessUnit
from tenants.kernel.errors import Forbidden, Invalid
from tenants.kernel.ids import new_id
from tenants.runtime.models import Alarm, OutboxEvent
from tenants.runtime.scope import PLATFORM, unit_of_work
from tests.contexts.approvals.support import decide, graph, join, one, published, step, submit
from tests.support.world import NOW

READ = "analytics.cycle.read"
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
YEAR = (date(2026, 1, 1), date(2026, 12, 1))
SHANGHAI = ZoneInfo("Asia/Shanghai")
MEASURED = """
SELECT count(*), round((avg(s) / 86400)::numeric, 2), percentile_cont(0.5) WITHIN GROUP (ORDER BY d),
       percentile_cont(0.9) WITHIN GROUP (ORDER BY d)
  FROM (SELECT s, round((s / 86400)::numeric, 2)::float AS d FROM unnest(%s::float[]) s) x"""
TOOK = """
SELECT extract(epoch FROM ended_at - started_at) FROM approvals_flow_run WHERE status = 'approved' AND step_index > 0"""
BREACHES = "SELECT * FROM inv_analytics_approval"


def rows_of(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def approve(unit, *hours):
    """Documents that the approver signs after so many hours."""
    found = []
    for took in hours:
        paper = submit(unit)
        decide(unit, paper, 2, at=NOW + timedelta(hours=took))
        found.append(FlowRun.objects.get(document_id=paper.id))
    return found


@pytest.fixture
def units(world):
    """Two units of one group, one of them in Shanghai, each with documents approved and one rejected."""
    with world.a.scope():
        BusinessUnit.objects.filter(id=world.a2.id).update(time_zone="Asia/Shanghai")
    for unit, hours in ((world.a1, (1, 5, 5.07, 70)), (world.a2, (2.5, 730.3))):
        join(unit, p1="requester", p2="approver")
        with unit.scope():
            published(graph(step("s1", one(2))))
            approve(unit, *hours)
            decide(unit, submit(unit), 2, "reject", at=NOW + timedelta(hours=9))
            for month in months_to_compare(name="approval"):
                rollup_rewrite(name="approval", month=month, at=NOW)
    return world.a1, world.a2


def told(row):
    return (row.documents, row.mean_days, float(row.median_days), float(row.p90_days))


def expected(seconds):
    count, mean, median, p90 = rows_of(MEASURED, seconds)[0]
    return count, mean, round(median + 1e-9, 2), round(p90 + 1e-9, 2)


def test_all_units_equal_independent_sql_over_their_runs(units, world):
    took = {}
    for unit in units:
        with unit.scope():
            took[unit.id] = [float(seconds) for (seconds,) in rows_of(TOOK)]
            own = approval_figures(
                actor=unit.actor("approvals.run.read_all"), since=NOW, until=NOW + timedelta(days=60)
            )
            found = approval_times(actor=unit.actor(READ), by="unit", of=ApprovalFilter(*YEAR))
            assert [(row.key, row.documents) for row in found.rows] == [(unit.id, len(took[unit.id]))]
            assert (found.total.documents, found.total.mean_days) == (own.documents, own.mean_days)
            assert abs(found.total.median_days - own.median_days) <= abs(found.total.p90_days) / 100
    with world.a.scope():
        hq = world.a.actor(READ)
        found = approval_times(actor=hq, by="unit", of=ApprovalFilter(*YEAR))
        assert {row.key: told(row) for row in found.rows} == {key: expected(s) for key, s in took.items()}
        assert told(found.total) == expected([s for each in took.values() for s in each])
        one_unit = approval_times(actor=hq, by="month", of=ApprovalFilter(*YEAR, unit_ids=[units[1].id]))
        assert [(row.key, row.documents) for row in one_unit.rows] == [(MARCH, 1), (APRIL, 1)]
        (kind,) = approval_times(actor=hq, by="document_type", of=ApprovalFilter(*YEAR)).rows
        assert kind.name[0] == kind.key and kind.name[1] and kind.name[2]
        other = ApprovalFilter(*YEAR, document_types=["procurement.order"])
        assert approval_times(actor=hq, by="unit", of=other).total is None
    with world.b.scope():
        assert approval_times(actor=world.b.actor(READ), by="unit", of=ApprovalFilter(*YEAR)).total is None


def test_strangers_and_impossible_periods_are_refused(units):
    with units[0].scope():
        with pytest.raises(Forbidden):
            approval_times(actor=units[0].actor(), by="unit", of=ApprovalFilter(*YEAR))
        with pytest.raises(Invalid):
            approval_times(actor=units[0].actor(READ), by="unit", of=ApprovalFilter(APRIL, MARCH))
        partner = units[0].actor(READ, supplier_org_id=new_id())
        assert approval_times(actor=partner, by="unit", of=ApprovalFilter(*YEAR)).total is None


def test_an_approval_asks_for_its_month_in_the_units_calendar(units):
    unit = units[1]
    with unit.scope():
        (run,) = approve(unit, 0.5)
        FlowRun.objects.filter(id=run.id).update(ended_at=datetime(2026, 3, 31, 20, tzinfo=ZoneInfo("UTC")))
        assert FlowRun.objects.get(id=run.id).ended_at.astimezone(SHANGHAI).month == 4
        refresh_after_approval(event=_event(run.id), at=NOW)
        asked = Alarm.objects.filter(kind=ROLLUPS["approval"].alarm)
        assert list(asked.values_list("subject_id", flat=True)) == [month_key(unit.id, APRIL)]
        refresh_after_edit(event=_event(units[0].id), at=NOW)
        assert asked.count() == 1
        refresh_after_edit(event=_event(unit.id), at=NOW)
        assert asked.count() == 2
        rejected = FlowRun.objects.get(status="rejected")
        refresh_after_approval(event=_event(rejected.id), at=NOW)
        assert asked.count() == 2


def _event(subject_id):
    return type("Told", (), {"subject_id": subject_id})


def test_the_view_of_the_unit_names_what_differs_once_nothing_is_on_its_way(units):
    with unit_of_work(PLATFORM):
        OutboxEvent.objects.update(closed_at=NOW)
    for unit in units:
        with unit.scope():
            assert rows_of(BREACHES) == []
    with units[1].scope():
        ApprovalRollup.objects.filter(unit_id=units[1].id, month_date=APRIL).delete()
        assert [row[0] for row in rows_of(BREACHES)] == [APRIL]
        ApprovalRollup.objects.all().delete()
        assert len(rows_of(BREACHES)) == 2

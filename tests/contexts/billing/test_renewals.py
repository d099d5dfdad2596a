"""Gross and net renewal of cohorts: golden data, figures reckoned by hand."""

import uuid
from datetime import UTC, date, datetime
from decimal import Decimal

from billing.models import Plan, RevenueMonth, Subscription
from billing.renewals import Revenue, cohorts, renewal_cohorts, take_revenue
from billing.tasks import take_revenue_of_month
from tenants.directory.models import Group
from tenants.operations.models import SuccessTask
from tenants.runtime import clock
from tenants.runtime.scope import OPERATOR, PLATFORM, unit_of_work

A, B, C, D, E = (uuid.UUID(int=number) for number in range(1, 6))
JAN, FEB, MAR, APR = (date(2026, month, 1) for month in range(1, 5))


def paid(group, **months):
    days = {"jan": JAN, "feb": FEB, "mar": MAR, "apr": APR}
    return [Revenue(group, days[name], "EUR", Decimal(minor)) for name, minor in months.items()]


GOLDEN = [
    *paid(A, jan=10_000, feb=12_000, mar=12_000, apr=15_000),  # grows
    *paid(B, jan=20_000, feb=20_000, mar=16_000, apr=16_000),  # shrinks by a fifth in March
    *paid(C, jan=30_000, feb=30_000, mar=30_000, apr=0),  # leaves in April
    *paid(D, mar=50_000, apr=50_000),  # a cohort of its own
    Revenue(E, JAN, "CNY", Decimal(70_000)),  # another currency; nothing is known of it after January
]


def make_subscription(group_id, *, base, seat, seats, interval):
    Subscription.objects.create(
        group_id=group_id, plan=Plan.objects.get(code="renewed"), status="active", currency="EUR",
        interval=interval, seats=seats, base_minor=base, seat_minor=seat,
        paid_since_at=datetime(2026, 1, 5, tzinfo=UTC),
    )  # fmt: skip


def rates(cohort):
    return [(m.age, m.groups_left, m.revenue_minor, m.gross, m.net) for m in cohort.months]


def test_gross_and_net_renewal_are_those_reckoned_by_hand() -> None:
    march, january_cny, january = cohorts(GOLDEN, until=APR)
    # January began with 10,000 + 20,000 + 30,000 = 60,000.
    # February: gross 10,000 + 20,000 + 30,000 = 100 %; net 62,000 / 60,000 = 103.3 %.
    # March: gross 10,000 + 16,000 + 30,000 = 56,000 = 93.3 %; net 58,000 = 96.7 %.
    # April: gross 10,000 + 16,000 + 0 = 26,000 = 43.3 %; net 15,000 + 16,000 = 31,000 = 51.7 %.
    assert (january.start_date, january.currency, january.groups, january.start_minor) == (
        JAN,
        "EUR",
        3,
        60_000,
    )
    assert rates(january) == [
        (1, 3, 62_000, Decimal("100.0"), Decimal("103.3")),
        (2, 3, 58_000, Decimal("93.3"), Decimal("96.7")),
        (3, 2, 31_000, Decimal("43.3"), Decimal("51.7")),
    ]
    assert rates(march) == [(1, 1, 50_000, Decimal("100.0"), Decimal("100.0"))]
    assert rates(january_cny)[-1] == (3, 0, 0, Decimal("0.0"), Decimal("0.0"))
    assert [cohort.alert for cohort in (march, january_cny, january)] == [False, True, True]


def test_eighty_per_cent_is_no_alert_and_less_is() -> None:
    def kept(minor):
        return cohorts([*paid(A, jan=1_000, feb=minor)], until=FEB)[0].alert

    assert (kept(800), kept(799)) == (False, True)


def test_revenue_is_taken_every_month_and_a_cohort_that_fails_opens_one_task(world, monkeypatch) -> None:
    """Two groups pay, one of them a year at a time; next month one has left."""
    with unit_of_work(PLATFORM):
        Plan.objects.create(code="renewed", name_en="Plan", name_zh="方案", position=99)
    with world.a.scope():
        make_subscription(world.a.id, base=100_00, seat=10_00, seats=5, interval="month")
    with world.b.scope():
        make_subscription(world.b.id, base=1_000_00, seat=20_00, seats=10, interval="year")
    with unit_of_work(PLATFORM):
        assert take_revenue(at=datetime(2026, 1, 20, tzinfo=UTC)) == 2
        assert take_revenue(at=datetime(2026, 1, 21, tzinfo=UTC)) == 2
        taken = dict(RevenueMonth.objects.values_list("group_id", "monthly_minor"))
    assert taken == {world.a.id: Decimal("15000"), world.b.id: Decimal("10000")}
    with world.a.scope():
        Subscription.objects.filter(group_id=world.a.id).update(status="cancelled")
    monkeypatch.setattr(clock, "now", lambda: datetime(2026, 2, 3, tzinfo=UTC))
    for _ in range(2):
        with unit_of_work(PLATFORM):
            take_revenue_of_month.run()
    with unit_of_work(OPERATOR):
        # On the first of March nothing of March has been taken: nobody is gone for that.
        (cohort,) = renewal_cohorts(at=datetime(2026, 3, 1, tzinfo=UTC))
        # 10,000 of 25,000 stayed.
        assert rates(cohort) == [(1, 1, Decimal("10000.0000"), Decimal("40.0"), Decimal("40.0"))]
        tasks = list(SuccessTask.objects.values_list("group_id", "cause", "key"))
    assert tasks == [(None, "renewal", "renewal 2026-01 EUR")]


def test_a_group_that_is_gone_is_taken_no_more_though_law_keeps_its_contract(world) -> None:
    with unit_of_work(PLATFORM):
        Plan.objects.create(code="renewed", name_en="Plan", name_zh="方案", position=99)
    for group in (world.a, world.b):
        with group.scope():
            make_subscription(group.id, base=100_00, seat=0, seats=1, interval="month")
    with unit_of_work(PLATFORM):
        Group.objects.filter(id=world.b.id).update(status="closed")
        assert take_revenue(at=datetime(2026, 1, 20, tzinfo=UTC)) == 1
        assert list(RevenueMonth.objects.values_list("group_id", flat=True)) == [world.a.id]

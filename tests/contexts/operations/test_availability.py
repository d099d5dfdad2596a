"""Availability from raw probes: two groups, announced and late maintenance, a month that closes."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import orjson
from django.test import Client

from tenants.directory.queries import unit_facts
from tenants.operations.availability import unit_months
from tenants.operations.models import AvailabilityMonth, Incident, Maintenance, Probe, ServiceDay
from tenants.operations.probing import Verdict, close_month, keep, probe_secret
from tenants.operations.queries import service_status
from tenants.operations.sla import Availability, budget_of
from tenants.privacy.services.retention_apply import retention_apply
from tenants.runtime.scope import ACCOUNTS, OPERATOR, PLATFORM, unit_of_work

START = datetime(2026, 4, 1, tzinfo=UTC)
MAY = datetime(2026, 5, 2, tzinfo=UTC)


def at(minute: int) -> datetime:
    return START + timedelta(minutes=minute)


def window(first: int, last: int, announced: int) -> Maintenance:
    return Maintenance(
        title_en="Work", title_zh="维护", starts_at=at(first), ends_at=at(last), announced_at=at(announced)
    )


def test_the_budget_of_thirty_days_is_forty_three_minutes_and_a_fifth() -> None:
    budget = budget_of(30, 12)
    assert (budget.minutes, budget.left) == (Decimal("43.20"), Decimal("31.20"))
    assert budget_of(31, 50).left == Decimal("-5.36")
    assert Availability(43_200, 43, 0).percent == Decimal("99.900")
    assert Availability(43_200, 44, 0).percent == Decimal("99.898")
    assert Availability(10, 0, 10).percent is None


def test_a_month_is_reckoned_from_raw_probes_and_closed_once(world) -> None:
    """A1 fails in minutes 10 to 29: ten of them in a window announced before, the others in one announced late."""
    with unit_of_work(OPERATOR):
        Maintenance.objects.bulk_create([window(10, 20, announced=5), window(20, 25, announced=21)])
    with unit_of_work(PLATFORM):
        Probe.objects.bulk_create(
            Probe(
                group_id=unit.group.id, unit_id=unit.id, minute_at=at(minute), milliseconds=9,
                answered=unit != world.a1 or not 10 <= minute < 30,
            )
            for unit in world.units
            for minute in range(100)
        )  # fmt: skip
    with world.a.scope():
        months = {m.unit_id: m for m in unit_months(group_id=world.a.id, at=at(200), months=1)}
        assert set(months) == {world.a1.id, world.a2.id}
        found = months[world.a1.id]
        assert found.availability == Availability(observed=100, failed=10, excluded=10)
        assert found.availability.percent == Decimal("88.888")
        assert (found.budget.left, found.closed) == (Decimal("33.20"), False)
        assert months[world.a2.id].availability.percent == Decimal("100.000")
    with unit_of_work(PLATFORM):
        assert (close_month(at=MAY), close_month(at=MAY)) == (3, 0)
    retention_apply(at=START + timedelta(days=140))
    with unit_of_work(PLATFORM):
        assert not Probe.objects.exists()
        assert AvailabilityMonth.objects.count() == 3
    with world.a.scope():
        kept = {m.unit_id: m for m in unit_months(group_id=world.a.id, at=MAY, months=2)}
        assert (kept[world.a1.id].availability, kept[world.a1.id].closed) == (found.availability, True)
        assert world.b1.id not in kept


def test_a_probe_is_kept_once_a_minute_and_the_public_day_names_nobody(world) -> None:
    seen = [Verdict(True, 5, ""), Verdict(False, 3000, "ConnectTimeout"), Verdict(True, 6, "")]
    with unit_of_work(PLATFORM):
        units = [u for u in unit_facts(active_only=True) if u.slug in ("a1", "a2", "b1")]
    for second in (1, 31):
        keep(units, seen, at=START + timedelta(seconds=second))
    with unit_of_work(ACCOUNTS):
        day = ServiceDay.objects.get(day_date=date(2026, 4, 1))
        assert (day.observed, day.failed, day.excluded) == (3, 1, 0)
    with world.b.scope():
        assert list(Probe.objects.values_list("unit_id", flat=True)) == [world.b1.id]


def test_the_public_state_follows_the_newest_probes_and_is_unknown_without_fresh_ones(world) -> None:
    def probes(minute, *answers):
        with unit_of_work(PLATFORM):
            Probe.objects.bulk_create(
                Probe(
                    group_id=unit.group.id, unit_id=unit.id, minute_at=at(minute), milliseconds=9, answered=answered
                )
                for unit, answered in zip(world.units, answers, strict=True)
            )  # fmt: skip

    def told(minute):
        with unit_of_work(ACCOUNTS):
            status = service_status(at=at(minute))
        return status.state, status.units_answer

    assert told(0) == ("unknown", "unknown")
    probes(0, True, True, True)
    assert told(0) == ("operational", "all")
    probes(1, True, False, True)
    assert told(1) == ("degraded", "some")
    probes(2, False, False, False)
    assert told(2) == ("outage", "none")
    probes(3, True, True, True)
    assert [told(minute) for minute in (3, 7, 8)] == [
        ("operational", "all"), ("operational", "all"), ("unknown", "unknown"),
    ]  # fmt: skip
    with unit_of_work(OPERATOR):
        Maintenance.objects.bulk_create([window(20, 30, announced=10), window(40, 50, announced=41)])
    for minute in (20, 41):
        probes(minute, False, False, False)
    assert [told(minute) for minute in (20, 29, 41, 49)] == [
        ("maintenance", "none"), ("maintenance", "unknown"), ("outage", "none"), ("maintenance", "unknown"),
    ]  # fmt: skip
    probes(60, True, True, True)
    with unit_of_work(OPERATOR):
        Incident.objects.create(title_en="Slow", title_zh="缓慢", impact="minor", started_at=at(60))
    assert [told(minute) for minute in (60, 65)] == [("degraded", "all"), ("degraded", "unknown")]
    probes(66, False, False, False)
    assert told(66) == ("outage", "none")


def test_a_probe_comes_in_by_the_real_door_and_by_no_other_unit_and_nobody_elses_key(world) -> None:
    def ask(slug, secret, text="{ alive }"):
        return Client().post(
            f"/u/{slug}/graphql", orjson.dumps({"query": text}), content_type="application/json",
            headers={"Authorization": f"Bearer {secret}"},
        )  # fmt: skip

    good = ask("a1", probe_secret("a1"))
    assert (good.status_code, good.json()) == (200, {"data": {"alive": True}})
    assert ask("a2", probe_secret("a1")).status_code == 401
    assert ask("nowhere", probe_secret("nowhere")).status_code == 401
    assert ask("a1", "hk_probe_invented").status_code == 401
    refused = ask("a1", probe_secret("a1"), "{ auditEntries(first: 1) { totalCount } }").json()
    assert refused["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"

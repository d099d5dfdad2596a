"""Health, tasks and milestones; use of modules and what is proposed from it."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tenants.accounts.services.operators import operator_appoint
from tenants.directory.queries import group_facts
from tenants.kernel.actor import Actor, Support
from tenants.operations import usage
from tenants.operations.health import Figures, causes, measure, milestones_of, points
from tenants.operations.models import FailureDay, Milestone, Probe, SuccessTask, UsageDay
from tenants.operations.services.care import success_task_close
from tenants.operations.usage_report import usage_report
from tenants.runtime import outbox
from tenants.runtime.scope import ACCOUNTS, OPERATOR, PLATFORM, unit_of_work
from tests.factories.people import make_member, make_person
from tests.support.world import NOW, fixed_id


@pytest.mark.parametrize(
    ("seats", "active", "failures", "availability", "expected"),
    [
        (10, 5, 0, None, (40, 30, 30)),
        (10, 2, 0, "99.9", (16, 30, 30)),
        (10, 0, 0, "99.0", (0, 30, 0)),
        (4, 2, 5, "99.45", (40, 23, 15)),
        (4, 2, 20, "90", (40, 0, 0)),
        (0, 0, 3, "100", (40, 21, 30)),
    ],
)
def test_points_are_those_reckoned_by_hand(seats, active, failures, availability, expected) -> None:
    kept = Decimal(availability) if availability else None
    found = points(Figures(seats, active, failures, kept, settling_in=False))
    assert (found["use"], found["errors"], found["availability"]) == expected


def test_causes_are_the_parts_that_lost_half() -> None:
    assert causes({"use": 0, "errors": 30, "availability": 30}) == []
    assert causes({"use": 0, "errors": 30, "availability": 15}) == ["use", "availability"]
    assert causes({"use": 21, "errors": 16, "availability": 16}) == ["use"]


def hours(actor_group, unit, module, person, *stamps):
    return [[stamp, str(actor_group.id), str(unit.id), module, str(person)] for stamp in stamps]


def facts_of(group):
    with unit_of_work(PLATFORM):
        (found,) = group_facts(group_id=group.id)
    return found


def test_a_group_that_fares_badly_opens_one_task_for_the_one_who_looks_after_it(world) -> None:
    """Group A: nobody active, a unit half away. Group B fares well and has no task."""
    carer = make_person("cs@service.example", name="Cora")
    with unit_of_work(ACCOUNTS):
        operator_appoint(at=NOW, email=carer.email, role="operator_success")
    for number, place in enumerate((world.a1, world.a1, world.b1)):
        make_member(make_person(f"p{number}@example.com"), place, "requester")
    later = NOW + timedelta(days=400)
    with unit_of_work(PLATFORM):
        Probe.objects.bulk_create(
            Probe(
                group_id=world.a.id, unit_id=world.a1.id, minute_at=later - timedelta(minutes=m),
                answered=m % 2 == 0, milliseconds=1,
            )
            for m in range(1, 11)
        )  # fmt: skip
        usage.write_hours(hours(world.b, world.b1, "orders", fixed_id(1), f"{later:%Y-%m-%d}T08"))
        usage.write_failures([[f"{later:%Y-%m-%d}", str(world.b.id), "1"]])
    for _ in range(2):
        scores = [measure(facts_of(group), at=later).score for group in world.groups]
    assert scores == [30, 97]
    with unit_of_work(OPERATOR):
        tasks = list(
            SuccessTask.objects.order_by("cause").values_list("group_id", "cause", "assigned_name", "score")
        )
        assert tasks == [(world.a.id, "availability", "Cora", 30), (world.a.id, "use", "Cora", 30)]
        first = SuccessTask.objects.get(cause="use")
        actor = Actor(kind="person", permissions=frozenset({"operations.success_task.close"}))
        success_task_close(actor=actor, at=later, task_id=first.id, note="Called them.")
    measure(facts_of(world.a), at=later + timedelta(hours=1))
    with unit_of_work(OPERATOR):
        assert SuccessTask.objects.filter(cause="use").count() == 2


def test_milestones_come_from_what_happened_and_are_the_groups_own(world) -> None:
    with world.a1.scope():
        for minutes in (0, 5):
            outbox.publish(
                event_type="procurement.order.issued", subject_type="order", subject_id=fixed_id(7),
                at=NOW + timedelta(minutes=minutes), actor=world.a1.actor(),
            )  # fmt: skip
    measure(facts_of(world.a), at=NOW + timedelta(hours=1))
    with world.a.scope():
        reached = dict(milestones_of(world.a.id))
        assert (reached["first_order"], reached["first_receipt"]) == (NOW, None)
    with world.b.scope():
        assert not Milestone.objects.exists()


def test_hours_told_twice_count_once_and_support_does_not_count(world, valkey, settings) -> None:
    settings.REDIS_URL = valkey.url
    usage.forget()
    actor = world.a1.actor(person=3)
    for minutes in (0, 20, 70):
        usage.note_use_of(("orders", "core"), actor=actor, at=NOW + timedelta(minutes=minutes))
    usage.note_failure(actor=actor, at=NOW)
    support = Support(fixed_id(1), fixed_id(2), "Olga", world.a.id, may_write=False)
    usage.note_use_of(("receiving",), actor=world.a1.actor(support=support), at=NOW)
    gathered, failures = usage.take_gathered("hours"), usage.take_gathered("failures")
    for _ in range(2):
        with unit_of_work(PLATFORM):
            usage.write_hours(gathered)
    with unit_of_work(PLATFORM):
        usage.write_failures(failures)
    assert usage.take_gathered("hours") == gathered
    usage.drop_taken("hours")
    assert usage.take_gathered("hours") == []
    with world.a.scope():
        rows = list(UsageDay.objects.order_by("module").values_list("module", "hours", "last_used_at"))
        assert rows == [(module, 1 << 9 | 1 << 10, NOW + timedelta(hours=1)) for module in ("core", "orders")]
        assert list(FailureDay.objects.values_list("failures", flat=True)) == [1]
    with world.b.scope():
        assert not UsageDay.objects.exists()
    usage.forget()


def test_ninety_days_without_use_propose_to_switch_off(world) -> None:
    """Receiving is used, so orders, which it needs, stay; approvals were last used 91 days ago."""

    def day(ago):
        return f"{NOW - timedelta(days=ago):%Y-%m-%d}T08"

    with unit_of_work(PLATFORM):
        usage.write_hours(
            [
                *hours(world.a, world.a1, "receiving", fixed_id(1), day(1), day(89)),
                *hours(world.a, world.a2, "receiving", fixed_id(2), day(1)),
                *hours(world.a, world.a1, "approvals", fixed_id(1), day(91)),
                *hours(world.b, world.b1, "suppliers", fixed_id(3), day(10)),
            ]
        )
    with world.a.scope():
        report = usage_report(group_id=world.a.id, at=NOW)
    found = {use.module.code: use for use in report.modules}
    assert (found["receiving"].active_people, found["receiving"].active_days) == (2, 2)
    assert {code for code, use in found.items() if use.proposed} >= {"approvals", "suppliers", "requisitions"}
    assert not found["orders"].proposed and not found["receiving"].proposed and report.full_period
    with world.b.scope():
        young = usage_report(group_id=world.b.id, at=NOW)
    assert not young.full_period and not any(use.proposed for use in young.modules)

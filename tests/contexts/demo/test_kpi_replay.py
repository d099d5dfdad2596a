"""The replays: five signatures against three steps on a simulated clock, and 45.0 against 22.0 days of buying."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from commerce.analytics.cycles import CycleFilter, cycle_times
from commerce.analytics.services.rollup_refresh import months_to_compare, rollup_rewrite
from commerce.approvals.figures import approval_figures
from commerce.approvals.models import StepTask
from commerce.approvals.services.flow_install_defaults import flow_install_defaults
from infra.commands.places import UnitPlace
from infra.demo import replay
from infra.demo.places import DemoGroup, Login
from tenants.kernel.actor import system_actor
from tests.contexts.approvals.support import join, person
from tests.factories.masterdata import supplier_org

START = datetime(2026, 1, 5, tzinfo=UTC)
ROLES = ("requester", "approver", "finance", "unit_admin", "buyer", "receiver")


def stage(world):
    unit = world.a1
    join(unit, p7="unit_admin", **{f"p{number}": role for number, role in enumerate(ROLES, 1)})
    place = UnitPlace(unit.group.id, unit.id, unit.slug, unit.schema_name, unit.currency)
    logins = [Login(f"{role}@example.com", role, unit.slug, person(n)) for n, role in enumerate(ROLES, 1)]
    return replay.Stage(DemoGroup(replay.SIMULATION, unit.group.id, {unit.slug: place}, logins), place)


def test_five_signatures_in_a_row_take_what_the_baseline_names():
    assert Decimal("3.1") <= replay.mean_before(count=1_000, start=START) <= Decimal("3.3")


def test_documents_run_through_three_steps_and_the_page_measures_them(world):
    found = stage(world)
    replay.publish_three_steps(found, at=START)
    replay.replay_approvals(found, first=0, count=4, start=START)
    replay.replay_approvals(found, first=replay.written(found, at=START), count=6, start=START)
    with world.a1.scope():
        figures = approval_figures(
            actor=found.actor("unit_admin", START), since=START, until=START + timedelta(days=60)
        )
        assert (figures.documents, len(figures.steps)) >= (6, 1)
        assert figures.mean_days < replay.mean_before(count=6, start=START)
        assert StepTask.objects.filter(reminders__gt=0).exists()


def test_the_purchase_cycle_is_replayed_from_instants_of_real_documents(world):
    found = stage(world)
    supplier = supplier_org(world.a, replay.TITLE)
    with world.a1.scope():
        flow_install_defaults(actor=system_actor(name="test"), currency="CNY", at=START)
    assert replay.replay_cycles(found, supplier_id=supplier, at=START, months=1) == 8
    with world.a1.scope():
        months = months_to_compare(name="cycle")
        for month in months:
            rollup_rewrite(name="cycle", month=month, at=START)
        actor = found.actor("unit_admin", START)
        means = [
            cycle_times(actor=actor, by="month", of=CycleFilter(month, month)).total.mean_days
            for month in months
        ]
        assert means == [Decimal("45.00"), Decimal("22.00")]

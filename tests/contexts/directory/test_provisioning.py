"""Making a unit: in steps that may be killed anywhere, at most two at once, and nothing left of a failure."""

import os
import signal
import threading

import pytest
from django.db import connections

from tenants.accounts.models import Membership
from tenants.directory.models import BusinessUnit, ProvisioningJob, UnitSchema
from tenants.directory.provisioning import hooks
from tenants.directory.provisioning.job import MOST_ATTEMPTS, Unfinished, run_waiting_jobs
from tenants.directory.provisioning.steps import STEPS
from tenants.kernel.errors import Invalid
from tenants.runtime.models import GroupAuditEntry, OutboxEvent
from tenants.runtime.scope import ACCOUNTS, PLATFORM, unit_of_work, unit_role, unit_scope
from tenants.runtime.tasks import TaskRefused, active_unit_scope
from tenants.runtime.unit.models import NumberSeries
from tests.contexts.directory.conftest import ORDERER
from tests.contexts.directory.test_template import lines_of
from tests.support.database import in_child
from tests.support.world import NOW


@pytest.fixture
def hook():
    """A hook of new units that counts its runs in the unit itself; `fail` makes it raise."""
    state = {"fail": None}

    def count_runs(*, unit, at):
        series, _ = NumberSeries.objects.get_or_create(kind="HOOK", year=2026)
        NumberSeries.objects.filter(id=series.id).update(last=series.last + 1)
        if state["fail"]:
            raise state["fail"]

    hooks.on_provision("tests.count_runs")(count_runs)
    yield state
    del hooks._DEFAULTS["tests.count_runs"]


def unit_of(job):
    with unit_of_work(PLATFORM):
        return BusinessUnit.objects.get(id=job.unit_id)


def state_of(job):
    """Everything that can be seen of a job's outcome, without ids and times."""
    unit = unit_of(job)
    scope = unit_scope(group_id=unit.group_id, unit_id=unit.id, schema_name=unit.schema_name)
    with unit_of_work(scope):
        runs = list(NumberSeries.objects.values_list("kind", "last"))
    with unit_of_work(PLATFORM):
        stored = ProvisioningJob.objects.get(id=job.id)
        noted = UnitSchema.objects.get(schema_name=unit.schema_name)
    with unit_of_work(ACCOUNTS):
        members = list(
            Membership.objects.filter(unit_id=unit.id).values_list("person_id", "role", "unit_role")
        )
    return {
        "unit": (unit.status, unit.version, unit.epoch, unit.activated_at),
        "job": (stored.status, stored.step, stored.done, stored.total, stored.error),
        "applied": noted.applied,
        "grants": noted.grants,
        "hook runs": runs,
        "members": [(p, r, role == scope.role) for p, r, role in members],
        "catalogue": lines_of(unit.group_id, unit.schema_name),
    }


def test_a_job_makes_the_unit_and_opens_it_at_the_end(live_world, order, hook):
    job = order()
    seen = []

    def observe(step, moment):
        seen.append((step, moment))
        if moment == "begin":
            assert unit_of(job).status == ("requested" if step == "reserve" else "provisioning")
            with pytest.raises(TaskRefused):
                active_unit_scope(unit_id=str(job.unit_id), group_id=str(job.group_id), epoch=None)

    assert run_waiting_jobs(at=NOW, observe=observe) == 1
    assert [step for step, moment in seen if moment == "end"] == list(STEPS)
    made = state_of(job)
    assert made["unit"] == ("active", 3, 3, NOW)
    assert made["job"] == ("done", "activate", 8, 8, "")
    assert made["hook runs"] == [("HOOK", 1)]
    assert made["members"] == [(ORDERER, "unit_admin", True)]
    assert made["catalogue"] == lines_of(live_world.a1.group.id, live_world.a1.schema_name)
    unit = unit_of(job)
    assert active_unit_scope(
        unit_id=str(unit.id), group_id=str(unit.group_id), epoch=unit.epoch
    ).role == unit_role(group_id=unit.group_id, schema_name=unit.schema_name)
    with live_world.a.scope():
        types = list(OutboxEvent.objects.order_by("position").values_list("event_type", flat=True))
        assert types[0] == "directory.unit.created"
        assert types.count("directory.unit.provision_advanced") == 8
        assert types[-2:] == ["directory.unit.activated", "directory.unit.provision_advanced"]
        actions = GroupAuditEntry.objects.order_by("recorded_at").values_list("action", flat=True)
        assert list(actions) == [
            "directory.unit.create",
            "directory.unit.provision",
            "accounts.member.appoint",
            "directory.unit.activate",
        ]


@pytest.mark.parametrize("moment", ["begin", "made", "end"])
def test_killed_at_any_step_and_resumed_it_ends_in_the_same_state(live_world, order, hook, moment):
    untouched = order("untouched")
    run_waiting_jobs(at=NOW)
    expected = state_of(untouched)
    for step in STEPS:
        job = order(f"killed-at-{step.replace('_', '-')}")

        def kill(at_step, at_moment, wanted=(step, moment)):
            if (at_step, at_moment) == wanted:
                os.kill(os.getpid(), signal.SIGKILL)

        child = in_child(lambda kill=kill: run_waiting_jobs(at=NOW, observe=kill))
        child.join()
        assert child.exitcode == -signal.SIGKILL
        if (step, moment) != ("activate", "end"):
            assert state_before_end(job) == "running"
        run_waiting_jobs(at=NOW)
        assert state_of(job) == expected, (step, moment)


def state_before_end(job):
    with unit_of_work(PLATFORM):
        return ProvisioningJob.objects.get(id=job.id).status


def nothing_is_left_of(job):
    unit = unit_of(job)
    role = unit_role(group_id=unit.group_id, schema_name=unit.schema_name)
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_namespace WHERE nspname = %s", [unit.schema_name])
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT count(*) FROM pg_roles WHERE rolname = %s", [role])
        assert cursor.fetchone() == (0,)
    assert not UnitSchema.objects.using("owner").filter(schema_name=unit.schema_name).exists()
    assert not Membership.objects.using("owner").filter(unit_id=unit.id).exists()
    return unit.status == "purged"


def test_a_refused_step_leaves_nothing_behind_and_says_why(live_world, order, hook):
    hook["fail"] = Invalid(
        field="x", reason_en="The default flow is not possible.", reason_zh="无法创建默认流程。"
    )
    job = order()
    assert run_waiting_jobs(at=NOW) == 0
    assert nothing_is_left_of(job)
    with unit_of_work(PLATFORM):
        stored = ProvisioningJob.objects.get(id=job.id)
    assert (stored.status, stored.error, stored.finished_at) == ("failed", "无法创建默认流程。", NOW)
    hook["fail"] = None
    again = order()
    assert run_waiting_jobs(at=NOW) == 1
    assert unit_of(again).status == "active"


def test_a_step_that_breaks_is_tried_again_and_given_up_in_the_end(live_world, order, hook):
    hook["fail"] = RuntimeError("no disk")
    job = order()
    for attempt in range(1, MOST_ATTEMPTS):
        with pytest.raises(Unfinished):
            run_waiting_jobs(at=NOW)
        with unit_of_work(PLATFORM):
            assert ProvisioningJob.objects.get(id=job.id).attempts == attempt
        assert unit_of(job).status == "provisioning"
    run_waiting_jobs(at=NOW)
    assert nothing_is_left_of(job)
    with unit_of_work(PLATFORM):
        assert ProvisioningJob.objects.get(id=job.id).error == "RuntimeError"


def test_a_failure_that_passes_is_overcome(live_world, order, hook):
    hook["fail"] = RuntimeError("no disk")
    job = order()
    with pytest.raises(Unfinished):
        run_waiting_jobs(at=NOW)
    hook["fail"] = None
    assert run_waiting_jobs(at=NOW) == 1
    assert state_of(job)["hook runs"] == [("HOOK", 1)]


def test_at_most_two_units_are_made_at_once_and_none_is_forgotten(live_world, order, hook):
    jobs = [order(f"unit-{number}") for number in range(6)]
    inside, most, guard = set(), [], threading.Lock()

    def observe(step, moment):
        with guard:
            inside.add(threading.get_ident())
            most.append(len(inside))
            if (step, moment) == ("activate", "end"):
                inside.discard(threading.get_ident())

    def work():
        run_waiting_jobs(at=NOW, observe=observe)
        connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 2
    assert [unit_of(job).status for job in jobs] == ["active"] * 6
    assert [state_of(job)["hook runs"] for job in jobs] == [[("HOOK", 1)]] * 6

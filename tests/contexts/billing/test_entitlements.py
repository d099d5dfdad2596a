"""What a plan grants: modules beyond it do not exist, limits hold, a group that does not pay reads only."""

import threading
from collections import Counter

import pytest

from tenants.accounts.models import Invitation
from tenants.directory.limits import PlanLimit
from tenants.directory.models import BusinessUnit, Group, ModuleSwitch
from tenants.directory.module_choices import modules_on
from tenants.directory.services.group_grant import Grant, group_grant
from tenants.directory.services.module_disable import module_disable
from tenants.directory.services.module_enable import module_enable
from tenants.directory.services.module_switch import ModuleNotInPlan
from tenants.directory.services.unit_create import unit_create
from tenants.kernel.actor import system_actor
from tenants.kernel.errors import DomainError
from tenants.kernel.modules import ALL
from tenants.runtime.models import OutboxEvent
from tests.api.accounts.conftest import Member
from tests.contexts.directory.conftest import wanted
from tests.support.world import NOW

BASE = ("core", "orders", "suppliers")


def grant(group, *, modules=None, read_only=False, **limits):
    actor = system_actor(group_id=group.id, name="Test")
    given = Grant(modules=modules, limits=limits, read_only=read_only)
    return group_grant(actor=actor, at=NOW, group_id=group.id, grant=given)


def test_what_a_plan_lacks_is_off_everywhere_and_choices_come_back_with_it(world):
    with world.a.scope():
        switch = world.a.actor("directory.module.enable", "directory.module.disable")
        module_disable(actor=switch, at=NOW, module="requisitions", unit_id=world.a1.id)
        before = {u: modules_on(group_id=world.a.id, unit_id=u.id) for u in (world.a1, world.a2)}
        assert grant(world.a, modules=BASE)
        for unit in (world.a1, world.a2):
            assert modules_on(group_id=world.a.id, unit_id=unit.id) == ALL & set(BASE)
        with pytest.raises(ModuleNotInPlan) as refused:
            module_enable(actor=switch, at=NOW, module="approvals")
        assert refused.value.code == "PLAN_LIMIT"
        assert not grant(world.a, modules=BASE)
        assert grant(world.a)
        assert {u: modules_on(group_id=world.a.id, unit_id=u.id) for u in before} == before
        events = OutboxEvent.objects.filter(event_type__startswith="directory.module.").order_by("position")
        assert [e.event_type.split(".")[-1] for e in events] == ["disabled", "disabled", "enabled"]
    with world.b.scope():
        assert modules_on(group_id=world.b.id, unit_id=world.b1.id) >= {"approvals", "requisitions"}
        assert not ModuleSwitch.objects.filter(module__startswith="!").exists()


def test_units_end_at_the_plans_limit(world):
    may = world.a.actor("directory.unit.create")
    with world.a.scope():
        grant(world.a, units=3)
        unit_create(actor=may, at=NOW, **wanted("third"))
        before = BusinessUnit.objects.count()
        with pytest.raises(PlanLimit) as refused:
            unit_create(actor=may, at=NOW, **wanted("fourth"))
        assert (refused.value.code, refused.value.field, BusinessUnit.objects.count()) == (
            "PLAN_LIMIT",
            "name",
            before,
        )
        assert "3" in refused.value.message("zh")
        grant(world.a, units=4)
        unit_create(actor=may, at=NOW, **wanted("fourth"))
    with world.b.scope():
        unit_create(actor=world.b.actor("directory.unit.create"), at=NOW, **wanted("other"))


def test_seats_count_people_and_open_invitations_once(world):
    hq = Member("anna@group-a.example", world.a, "hq_admin")
    Member("ben@group-a.example", world.a1, "buyer")

    def invite(email, unit):
        given = {"email": email, "kind": "unit", "role": "buyer", "unitId": f"Unit_{unit.id}"}
        answer = hq.do("invitationCreate", **given)
        return answer.get("error") or [e["code"] for e in answer["errors"]]

    with world.a.scope():
        grant(world.a, seats=3)
    assert invite("new@group-a.example", world.a1) == []
    assert invite("more@group-a.example", world.a1) == ["PLAN_LIMIT"]
    assert invite("new@group-a.example", world.a2) == []
    assert invite("ben@group-a.example", world.a2) == []
    with world.a.scope():
        assert sorted(Invitation.objects.values_list("email", flat=True).distinct()) == [
            "ben@group-a.example",
            "new@group-a.example",
        ]


def test_a_group_that_does_not_pay_reads_and_changes_nothing_but_that(world):
    hq = Member("anna@group-a.example", world.a, "hq_admin")
    unit = Member("ben@group-a.example", world.a1, "unit_admin")
    foreign = Member("frank@group-b.example", world.b, "hq_admin")
    with world.a.scope():
        grant(world.a, read_only=True)
    edit = {"version": 1, "name": "Renamed"}
    assert hq.refusal("groupEdit", **edit) == "READ_ONLY"
    with world.a.scope():
        assert Group.objects.get().name == "Group A"
    assert unit.refusal("costCentreCreate", code="X", name="X") == "READ_ONLY"
    assert [u["slug"] for u in hq.ask("{ units { nodes { slug } } }")["data"]["units"]["nodes"]] == [
        "a1",
        "a2",
    ]
    assert hq.refusal("portalOpen", idempotencyKey="k") == "NOT_FOUND"  # reaches its service
    assert foreign.do("groupEdit", **edit)["errors"] == []
    with world.a.scope():
        grant(world.a)
    assert hq.do("groupEdit", **edit)["errors"] == []


def test_sixty_four_units_at_once_stop_at_the_limit(live_world):
    may = live_world.a.actor("directory.unit.create")
    with live_world.a.scope():
        grant(live_world.a, units=5)
    outcomes: Counter[str] = Counter()
    gate = threading.Barrier(16)

    def four(first):
        from django.db import connection

        gate.wait()
        for number in range(first, first + 4):
            try:
                with live_world.a.scope():
                    unit_create(actor=may, at=NOW, **wanted(f"unit-{number}"))
                outcomes["made"] += 1
            except DomainError as refusal:
                outcomes[refusal.code] += 1
        connection.close()

    threads = [threading.Thread(target=four, args=(n * 4,)) for n in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == {"made": 3, "PLAN_LIMIT": 61}

"""A sanction ends by hand or by the clock, once."""

from datetime import timedelta

import pytest

from commerce.masterdata.handlers import sanction_check
from commerce.masterdata.models import Sanction
from commerce.masterdata.services.sanction import sanction_lift
from tenants.kernel.errors import Conflict, Forbidden, IllegalTransition, Invalid, NotFound
from tenants.runtime.models import Alarm, GroupAuditEntry, OutboxEvent
from tests.contexts.masterdata.test_sanction_impose import impose
from tests.contexts.masterdata.test_supplier_gate import passes
from tests.factories import masterdata as make
from tests.support.world import NOW

LATER = NOW + timedelta(days=10)


def lift(group, sanction_id, version=1, reason="Appeal upheld", permission="masterdata.sanction.lift"):
    with group.scope():
        return sanction_lift(
            actor=group.actor(permission, proved_at=LATER),
            sanction_id=sanction_id,
            version=version,
            reason=reason,
            at=LATER,
        )


def state(world, sanction_id):
    with world.a.scope():
        row = Sanction.objects.get(id=sanction_id)
        return row.status, row.version, row.ended_at, row.end_reason


def test_lifting_frees_the_supplier_and_is_told(world):
    supplier = make.supplier_org(world.a)
    sanction_id = impose(world, supplier, until_at=LATER + timedelta(days=90))
    lift(world.a, sanction_id)
    assert passes(world.a1, supplier, at=LATER)
    assert state(world, sanction_id) == ("lifted", 2, LATER, "Appeal upheld")
    with world.a.scope():
        assert Alarm.objects.count() == 0
        assert [e.event_type for e in OutboxEvent.objects.order_by("position")] == [
            "masterdata.sanction.imposed", "masterdata.sanction.lifted",
        ]  # fmt: skip
        entry = GroupAuditEntry.objects.get(action="masterdata.sanction.lift")
        assert (entry.new, entry.reason) == ({"status": "lifted"}, "Appeal upheld")


def test_another_sanction_goes_on_binding(world):
    supplier = make.supplier_org(world.a)
    first, _second = impose(world, supplier), impose(world, supplier)
    lift(world.a, first)
    assert not passes(world.a1, supplier, at=LATER)


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"version": 2}, Conflict),
        ({"reason": ""}, Invalid),
        ({"permission": "masterdata.sanction.impose"}, Forbidden),
    ],
)
def test_a_refused_lifting_changes_nothing(world, change, refusal):
    supplier = make.supplier_org(world.a)
    sanction_id = impose(world, supplier)
    with pytest.raises(refusal):
        lift(world.a, sanction_id, **change)
    assert state(world, sanction_id) == ("in_force", 1, None, "")
    assert not passes(world.a1, supplier)


def test_another_groups_sanction_is_not_found(world):
    supplier = make.supplier_org(world.a)
    sanction_id = impose(world, supplier)
    with pytest.raises(NotFound):
        lift(world.b, sanction_id)
    assert state(world, sanction_id) == ("in_force", 1, None, "")


def test_what_is_over_is_not_lifted_again(world):
    supplier = make.supplier_org(world.a)
    sanction_id = impose(world, supplier)
    lift(world.a, sanction_id)
    with pytest.raises(IllegalTransition):
        lift(world.a, sanction_id, version=2)


def tick(world, sanction_id, at):
    with world.a.scope():
        sanction_check(subject_id=sanction_id, at=at)


def test_the_clock_ends_a_sanction_at_its_end_and_not_before(world):
    supplier = make.supplier_org(world.a)
    sanction_id = impose(world, supplier, until_at=LATER)
    tick(world, sanction_id, LATER - timedelta(seconds=1))
    assert state(world, sanction_id)[0] == "in_force"
    tick(world, sanction_id, LATER)
    tick(world, sanction_id, LATER + timedelta(days=1))
    assert state(world, sanction_id) == ("expired", 2, LATER, "")
    with world.a.scope():
        assert OutboxEvent.objects.filter(event_type="masterdata.sanction.expired").count() == 1


def test_the_clock_brings_a_scheduled_sanction_into_force_and_sets_its_end(world):
    supplier = make.supplier_org(world.a)
    start, end = NOW + timedelta(days=1), NOW + timedelta(days=2)
    sanction_id = impose(world, supplier, from_at=start, until_at=end)
    tick(world, sanction_id, start)
    tick(world, sanction_id, start)
    assert state(world, sanction_id)[:2] == ("in_force", 2)
    with world.a.scope():
        assert Alarm.objects.get().due_at == end
        assert OutboxEvent.objects.filter(event_type="masterdata.sanction.imposed").count() == 1
    assert not passes(world.a1, supplier, at=NOW)


def test_a_clock_that_was_late_ends_a_scheduled_sanction_without_starting_it(world):
    supplier = make.supplier_org(world.a)
    sanction_id = impose(world, supplier, from_at=NOW + timedelta(days=1), until_at=NOW + timedelta(days=2))
    tick(world, sanction_id, LATER)
    assert state(world, sanction_id)[0] == "expired"

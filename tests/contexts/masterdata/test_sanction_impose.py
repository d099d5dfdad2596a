"""HQ blacklists a supplier: scope, period, policy, event, audit; refusals change nothing."""

import uuid
from datetime import timedelta

import pytest

from commerce.masterdata.models import Sanction, SanctionCase
from commerce.masterdata.services.sanction import sanction_impose
from tenants.kernel.errors import Forbidden, Invalid, NotFound
from tenants.runtime.models import Alarm, GroupAuditEntry, OutboxEvent
from tests.contexts.masterdata.test_supplier_gate import passes
from tests.factories import masterdata as make
from tests.support.world import NOW

IMPOSE = "masterdata.sanction.impose"


def impose(world, supplier, group=None, **fields):
    group = group or world.a
    values = {"actions": ["issue"], "reason": "Falsified test reports", **fields}
    with group.scope():
        return sanction_impose(actor=group.actor(IMPOSE), supplier_org_id=supplier, at=NOW, **values)


def rows_of(world):
    with world.a.scope():
        return (
            Sanction.objects.count(), SanctionCase.objects.count(), OutboxEvent.objects.count(),
            GroupAuditEntry.objects.count(), Alarm.objects.count(),
        )  # fmt: skip


def test_a_sanction_binds_at_once_and_is_told(world):
    supplier = make.supplier_org(world.a, "Baltic Timber")
    branch = make.supplier_org(world.a, "Baltic Timber Riga", same_as_id=supplier)
    wood = make.category(world.a, "WOOD")
    until = NOW + timedelta(days=90)
    sanction_id = impose(
        world,
        supplier,
        actions=["pay", "issue"],
        category_ids=[wood],
        unit_ids=[world.a1.id],
        until_at=until,
        open_document_policy="hold_open",
        statement="They had two weeks to answer.",
    )
    with world.a.scope():
        sanction = Sanction.objects.select_related("case").get(id=sanction_id)
        event = OutboxEvent.objects.get()
        entry = GroupAuditEntry.objects.get()
        alarm = Alarm.objects.get()
    assert (sanction.status, sanction.actions, sanction.category_ids, sanction.unit_ids) == (
        "in_force", ["issue", "pay"], [wood], [world.a1.id],
    )  # fmt: skip
    assert (sanction.case.kind, sanction.case.statement) == ("regular", "They had two weeks to answer.")
    assert (event.event_type, event.subject_id, event.unit_id) == (
        "masterdata.sanction.imposed", sanction_id, None,
    )  # fmt: skip
    assert event.payload == {
        "supplier_org_ids": sorted([str(supplier), str(branch)]),
        "actions": ["issue", "pay"],
        "category_ids": [str(wood)],
        "unit_ids": [str(world.a1.id)],
        "open_document_policy": "hold_open",
        "until_at": until.isoformat(),
    }
    assert (entry.action, entry.subject_label, entry.reason) == (
        IMPOSE, "Baltic Timber", "Falsified test reports",
    )  # fmt: skip
    assert (alarm.kind, alarm.subject_id, alarm.due_at) == ("masterdata.sanction.check", sanction_id, until)
    assert not passes(world.a1, branch, categories=[wood])
    assert passes(world.a2, branch, categories=[wood])


def test_a_start_that_has_passed_means_at_once_and_a_later_one_waits_for_the_clock(world):
    early, late = make.supplier_org(world.a, "Early"), make.supplier_org(world.a, "Late")
    impose(world, early, from_at=NOW - timedelta(hours=1))
    later = impose(world, late, from_at=NOW + timedelta(hours=1))
    assert not passes(world.a1, early)
    assert passes(world.a1, late)
    assert not passes(world.a1, late, at=NOW + timedelta(hours=1))
    with world.a.scope():
        assert Sanction.objects.get(id=later).status == "scheduled"
        assert [e.event_type for e in OutboxEvent.objects.order_by("position")] == [
            "masterdata.sanction.imposed", "masterdata.sanction.scheduled",
        ]  # fmt: skip
        assert Alarm.objects.get(subject_id=later).due_at == NOW + timedelta(hours=1)


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"actions": []}, "actions"),
        ({"actions": ["issue", "dance"]}, "actions"),
        ({"reason": "  "}, "reason"),
        ({"reason": "x" * 2001}, "reason"),
        ({"open_document_policy": "burn"}, "openDocumentPolicy"),
        ({"until_at": NOW}, "untilAt"),
        ({"from_at": NOW + timedelta(days=2), "until_at": NOW + timedelta(days=1)}, "untilAt"),
        ({"category_ids": []}, "categoryIds"),
        ({"unit_ids": []}, "unitIds"),
    ],
)
def test_an_incomplete_sanction_is_refused_and_changes_nothing(world, fields, field):
    supplier = make.supplier_org(world.a)
    with pytest.raises(Invalid) as refusal:
        impose(world, supplier, **fields)
    assert refusal.value.field == field
    assert rows_of(world) == (0, 0, 0, 0, 0)


def test_what_belongs_to_another_group_is_not_found(world):
    ours, theirs = make.supplier_org(world.a), make.supplier_org(world.b)
    foreign_category = make.category(world.b)
    for fields in (
        {"supplier": theirs},
        {"supplier": uuid.uuid4()},
        {"category_ids": [foreign_category]},
        {"unit_ids": [world.a1.id, world.b1.id]},
    ):
        with pytest.raises(NotFound):
            impose(world, **{"supplier": ours, **fields})
    assert rows_of(world) == (0, 0, 0, 0, 0)


def test_without_the_permission_nothing_happens(world):
    supplier = make.supplier_org(world.a)
    with world.a.scope(), pytest.raises(Forbidden):
        sanction_impose(
            actor=world.a.actor("masterdata.sanction.read"),
            supplier_org_id=supplier,
            actions=["issue"],
            reason="Falsified test reports",
            at=NOW,
        )
    assert rows_of(world) == (0, 0, 0, 0, 0)

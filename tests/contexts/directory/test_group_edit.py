"""Editing the group: what is given changes, its own group alone."""

import pytest

from tenants.directory.models import Group
from tenants.directory.services.group_edit import group_edit
from tenants.kernel.errors import Conflict, Forbidden, Invalid
from tenants.runtime.models import GroupAuditEntry, OutboxEvent
from tests.support.world import NOW


def test_group_edit_changes_the_actors_group_and_no_other(world):
    with world.a.scope():
        actor = world.a.actor("directory.group.edit")
        edited = group_edit(actor=actor, at=NOW, version=1, name="Alpha", currency="EUR")
        group = Group.objects.get()
        assert (edited, group.id, group.name, group.version) == (world.a.id, world.a.id, "Alpha", 2)
        assert (group.currency, group.locale) == ("EUR", "zh-CN")
        entry = GroupAuditEntry.objects.get()
        assert (entry.action, entry.old, entry.new) == (
            "directory.group.edit",
            {"name": "Group A", "currency": "CNY"},
            {"name": "Alpha", "currency": "EUR"},
        )
        assert OutboxEvent.objects.get().event_type == "directory.group.edited"
    with world.b.scope():
        assert Group.objects.get().name == "Group B"


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"version": 2, "name": "Alpha"}, Conflict),
        ({"version": 1, "name": ""}, Invalid),
        ({"version": 1, "currency": "XXX"}, Invalid),
        ({"version": 1, "locale": "tlh"}, Invalid),
    ],
)
def test_a_refused_edit_changes_nothing(world, change, refusal):
    with world.a.scope():
        with pytest.raises(refusal):
            group_edit(actor=world.a.actor("directory.group.edit"), at=NOW, **change)
        with pytest.raises(Forbidden):
            group_edit(actor=world.a.actor("directory.group.read"), at=NOW, version=1, name="Alpha")
        assert (Group.objects.get().name, Group.objects.get().version) == ("Group A", 1)
        assert GroupAuditEntry.objects.count() == 0

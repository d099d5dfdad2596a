"""The choices of modules that are kept with group and unit are those that were made, whoever made them."""

from django.db import connection

from tenants.directory.models import ModuleSwitch
from tenants.runtime.scope import PLATFORM, unit_of_work


def kept():
    """What is kept with each group and unit, by name."""
    with unit_of_work(PLATFORM), connection.cursor() as cursor:
        cursor.execute("SELECT name, module_choices FROM directory_group")
        found = dict(cursor.fetchall())
        cursor.execute("SELECT slug, module_choices FROM directory_business_unit")
        return {name: text for name, text in {**found, **dict(cursor.fetchall())}.items() if text}


def test_choices_are_kept_with_their_group_and_unit(live_world):
    group, unit = live_world.a.id, live_world.a1.id
    with live_world.a.scope():
        ModuleSwitch.objects.bulk_create(
            ModuleSwitch(group_id=group, unit_id=unit_id, module=module, enabled=enabled)
            for unit_id, module, enabled in (
                (None, "suppliers", False), (None, "approvals", True), (unit, "suppliers", True),
            )
        )  # fmt: skip
    assert kept() == {"Group A": "g+approvals g-suppliers", "a1": "u+suppliers"}
    with live_world.a.scope():
        ModuleSwitch.objects.filter(module="suppliers").update(enabled=False)
    assert kept() == {"Group A": "g+approvals g-suppliers", "a1": "u-suppliers"}
    with live_world.a.scope():
        ModuleSwitch.objects.filter(module="suppliers").delete()
    assert kept() == {"Group A": "g+approvals"}
    with live_world.b.scope():
        ModuleSwitch.objects.create(group_id=live_world.b.id, module="approvals", enabled=False)
        assert ModuleSwitch.objects.filter(group_id=group).update(enabled=False) == 0
    assert kept() == {"Group A": "g+approvals", "Group B": "g-approvals"}

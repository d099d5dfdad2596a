"""Short ways to switch modules in tests."""

from tenants.directory.models import ModuleSwitch
from tenants.directory.services.module_disable import module_disable
from tenants.directory.services.module_enable import module_enable
from tests.support.world import NOW, GroupInWorld, UnitInWorld

SWITCHES = ("directory.module.enable", "directory.module.disable", "directory.module.read")


def off(
    group: GroupInWorld, module: str, unit: UnitInWorld | None = None, also: tuple[str, ...] = ()
) -> None:
    """This will switch a module off as head office, in a unit or by default in the group."""
    _switch(module_disable, group, module, unit, also)


def on(group: GroupInWorld, module: str, unit: UnitInWorld | None = None, also: tuple[str, ...] = ()) -> None:
    """This will switch a module on as head office, in a unit or by default in the group."""
    _switch(module_enable, group, module, unit, also)


def _switch(service, group, module, unit, also) -> None:  # type: ignore[no-untyped-def]
    with group.scope():
        unit_id = unit.id if unit else None
        service(actor=group.actor(*SWITCHES), at=NOW, module=module, unit_id=unit_id, also=also)


def choices(group: GroupInWorld) -> list[tuple[str, str, bool]]:
    """This will list what is stored: place, module, on."""
    with group.scope():
        rows = ModuleSwitch.objects.order_by("module", "unit_id")
        return [("unit" if row.unit_id else "group", row.module, row.enabled) for row in rows]

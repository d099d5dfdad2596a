"""Reads of module switches: what is on where, who chose it, and what a change would bring along."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from tenants.directory.models import BusinessUnit, ModuleSwitch
from tenants.directory.open_work import OpenWork, open_work_of
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.kernel.modules import MODULES, Module, needed_by, needs_of, resolved
from tenants.runtime.scope import current_scope, switched_scope, unit_scope


@dataclass(frozen=True, slots=True)
class ModuleState:
    """A module in one place. `chosen_in` is unit, group or catalogue: whose choice holds."""

    module: Module
    enabled: bool
    chosen_in: str
    changed_at: datetime | None
    changed_by: str


@dataclass(frozen=True, slots=True)
class ModuleChange:
    """What switching a module would do. `also` are the modules that have to be switched with it."""

    module: Module
    enable: bool
    also: tuple[str, ...]
    units: int
    open_work: tuple[OpenWork, ...]


def place_in_question(actor: Actor, unit_id: uuid.UUID | None) -> BusinessUnit | None:
    """This will give the unit that is meant, None for the group's default; raises NotFound.

    At a unit's door only that unit can be meant.
    """
    if actor.unit_id is not None:
        if unit_id not in (None, actor.unit_id):
            raise NotFound(field="unitId")
        unit_id = actor.unit_id
    if unit_id is None:
        return None
    unit = BusinessUnit.objects.filter(id=unit_id, group_id=actor.group_id).exclude(status="purged").first()
    if unit is None:
        raise NotFound(field="unitId")
    return unit


def module_states(*, actor: Actor, unit_id: uuid.UUID | None = None) -> list[ModuleState]:
    """This will describe every module of the catalogue in a unit, or by default of the group; raises NotFound."""
    unit = place_in_question(actor, unit_id)
    rows = switches_of(group_id=actor.group_id, unit_ids=[] if unit is None else [unit.id])
    on = _resolved(rows, in_unit=True)
    by_place = {(row.module, row.unit_id is not None): row for row in rows}
    return [_state(module, module.code in on, by_place) for module in MODULES.values()]


def _state(module: Module, enabled: bool, by_place: dict[tuple[str, bool], ModuleSwitch]) -> ModuleState:
    own, of_group = by_place.get((module.code, True)), by_place.get((module.code, False))
    row = own or of_group
    chosen_in = "unit" if own else "group" if of_group else "catalogue"
    return ModuleState(
        module, enabled, chosen_in, row.changed_at if row else None, row.changed_by if row else ""
    )


def module_change(
    *, actor: Actor, module: str, enable: bool, unit_id: uuid.UUID | None = None
) -> ModuleChange | None:
    """This will tell what a switch would bring along, None for a module that cannot be switched.

    Raises NotFound for a unit of others.
    """
    wanted = MODULES.get(module)
    if wanted is None or wanted.always_on:
        return None
    unit = place_in_question(actor, unit_id)
    on = modules_on(group_id=actor.group_id, unit_id=unit.id if unit else None)
    also = also_switched(module, enable=enable, on=on)
    waiting: tuple[OpenWork, ...] = ()
    if not enable and unit is not None and unit.status == "active":
        waiting = _waiting(unit, [module, *also])
    units = 1 if unit else BusinessUnit.objects.filter(status="active").count()
    return ModuleChange(wanted, enable, also, units, waiting)


def also_switched(module: str, *, enable: bool, on: frozenset[str]) -> tuple[str, ...]:
    """This will give the modules that have to be switched along, where these are on."""
    if enable:
        return tuple(code for code in needs_of(module) if code not in on)
    return tuple(code for code in needed_by(module) if code in on)


def _waiting(unit: BusinessUnit, modules: Iterable[str]) -> tuple[OpenWork, ...]:
    """What waits there, read in the unit's own scope."""
    scope = unit_scope(group_id=unit.group_id, unit_id=unit.id, schema_name=unit.schema_name)
    if current_scope() == scope:
        return tuple(found for code in modules for found in open_work_of(code))
    with switched_scope(scope):
        return tuple(found for code in modules for found in open_work_of(code))


def modules_on(*, group_id: uuid.UUID | None, unit_id: uuid.UUID | None) -> frozenset[str]:
    """This will give the modules that are on in a unit, or by default in a group."""
    rows = switches_of(group_id=group_id, unit_ids=[] if unit_id is None else [unit_id])
    return _resolved(rows, in_unit=True)


def switches_of(*, group_id: uuid.UUID | None, unit_ids: list[uuid.UUID]) -> list[ModuleSwitch]:
    """This will read the choices of a group and of some of its units."""
    if group_id is None:
        return []
    rows = ModuleSwitch.objects.filter(group_id=group_id)
    return list(rows.filter(unit_id__isnull=True) | rows.filter(unit_id__in=unit_ids))


def _resolved(rows: Iterable[ModuleSwitch], *, in_unit: bool) -> frozenset[str]:
    return resolved(((row.module, row.unit_id is not None, row.enabled) for row in rows), in_unit=in_unit)

"""Modules as people choose them: the cards, and what a switch would bring along."""

import uuid
from typing import Any

import graphene
from graphene import Argument, Boolean, Int, List, NonNull, String

from api.guarded import guarded
from api.ids import key_of
from api.scalars import DateTime
from tenants.directory.module_choices import ModuleState, module_change, module_states
from tenants.kernel.errors import NotFound
from tenants.kernel.modules import Module, needed_by, needs_of


class ModuleEntry(graphene.ObjectType):
    """A module of the catalogue, and whether it is on here."""

    code = String(required=True, description="Its code.")
    name = String(required=True, description="Its name, in the caller's language.")
    about = String(required=True, description="What it is for, in the caller's language.")
    needs = NonNull(List(NonNull(String)), description="The codes of the modules it cannot do without.")
    needed_by = NonNull(List(NonNull(String)), description="The codes of the modules that need it.")
    always_on = Boolean(required=True, description="Whether it cannot be switched.")
    enabled = Boolean(required=True, description="Whether it is on.")
    chosen_in = String(required=True, description="Whose choice holds: unit, group or catalogue.")
    changed_at = DateTime(description="When it was last switched, if ever.")
    changed_by = String(required=True, description="Who switched it last; empty for nobody.")


class OpenWorkCount(graphene.ObjectType):
    """How many things of one kind stand still while a module is off."""

    name = String(required=True, description="What they are, in the caller's language.")
    count = Int(required=True, description="How many.")


class ModulePreview(graphene.ObjectType):
    """What switching a module would do."""

    also = NonNull(List(NonNull(ModuleEntry)), description="The modules that are switched along.")
    units = Int(required=True, description="How many units it concerns at most.")
    open_work = NonNull(List(NonNull(OpenWorkCount)), description="What stands still meanwhile; it is kept.")


def _words(module: Module, locale: str) -> dict[str, Any]:
    chinese = locale.lower().startswith("zh")
    return {
        "code": module.code,
        "name": module.zh if chinese else module.en,
        "about": module.about_zh if chinese else module.about_en,
        "needs": needs_of(module.code),
        "needed_by": needed_by(module.code),
        "always_on": module.always_on,
    }


def _entry(state: ModuleState, locale: str) -> dict[str, Any]:
    return {
        **_words(state.module, locale),
        "enabled": state.enabled,
        "chosen_in": state.chosen_in,
        "changed_at": state.changed_at,
        "changed_by": state.changed_by,
    }


def _unit(unit_id: str | None) -> uuid.UUID | None:
    if unit_id is None:
        return None
    key = key_of(unit_id, "Unit")
    if key is None:
        raise NotFound(field="unitId")
    return key


@guarded("directory.module.read")
def _modules(root: Any, info: Any, unit_id: str | None = None) -> list[dict[str, Any]]:
    actor = info.context.actor
    return [_entry(state, actor.locale) for state in module_states(actor=actor, unit_id=_unit(unit_id))]


@guarded("directory.module.read")
def _change(root: Any, info: Any, module: str, enable: bool, unit_id: str | None = None) -> Any:
    actor = info.context.actor
    found = module_change(actor=actor, module=module, enable=enable, unit_id=_unit(unit_id))
    if found is None:
        return None
    states = {s.module.code: s for s in module_states(actor=actor, unit_id=_unit(unit_id))}
    chinese = actor.locale.lower().startswith("zh")
    return {
        "also": [_entry(states[code], actor.locale) for code in found.also],
        "units": found.units,
        "open_work": [{"name": w.zh if chinese else w.en, "count": w.count} for w in found.open_work],
    }


def _unit_argument() -> Argument:
    words = "The unit; when left out, the one asked, or what holds by default in the group."
    return Argument(graphene.ID, description=words)


def modules_field() -> graphene.Field:
    """This will make the root field that lists the catalogue; a unit may ask about itself alone."""
    return graphene.Field(
        NonNull(List(NonNull(ModuleEntry))),
        resolver=_modules,
        args={"unit_id": _unit_argument()},
        description="All modules of the catalogue, by code, and whether they are on.",
    )


def module_change_field() -> graphene.Field:
    """This will make the root field that previews a switch."""
    return graphene.Field(
        ModulePreview,
        resolver=_change,
        args={
            "module": Argument(String, required=True, description="The code of the module."),
            "enable": Argument(Boolean, required=True, description="Whether it would be switched on."),
            "unit_id": _unit_argument(),
        },
        description="What a switch would bring along; null for a module that cannot be switched.",
    )

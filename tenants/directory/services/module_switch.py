"""What switching a module on and off have in common: who may, what must come along, row, trail and event."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from tenants.directory.models import BusinessUnit, Group, ModuleSwitch
from tenants.directory.module_choices import also_switched, modules_on, place_in_question
from tenants.directory.policies import own_group_id
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, NotFound
from tenants.kernel.modules import BY_OPERATOR, MODULES, NOT_IN_PLAN
from tenants.runtime import audit, outbox
from tenants.runtime.locks import lock_rows


class ModuleAlwaysOn(DomainError):
    """Nothing works without this module."""

    code = "MODULE_ALWAYS_ON"
    en = "{name} is always on: everything else stands on it."
    zh = "{name_zh} 始终启用：其他模块都以它为基础。"


class ModuleNeeds(DomainError):
    """Other modules have to be switched together with this one."""

    code = "MODULE_NEEDS"
    en = "This switches {names} too. Look at the preview and confirm it."
    zh = "此操作会同时切换：{names_zh}。请查看预览并确认。"


class ModuleHeldBack(DomainError):
    """The operator of the service has switched the module off for the time being."""

    code = "MODULE_HELD_BACK"
    en = "The operator of the service holds {names} back for the time being. Ask the operator when it comes back."
    zh = "服务运营方暂时停用了{names_zh}。如需使用，请联系运营方。"


class ModuleNotInPlan(DomainError):
    """The group's plan does not have the module."""

    code = "PLAN_LIMIT"
    en = "The plan does not have {names}. Choose a larger plan under Plan and usage."
    zh = "当前方案不含{names_zh}。请在“方案与用量”中选择更大的方案。"


def switch(
    *, actor: Actor, at: datetime, module: str, unit_id: uuid.UUID | None, also: Sequence[str], enable: bool
) -> str:
    """This will store the choice for a module and for what goes along with it; gives the module's code.

    Raises NotFound, ModuleAlwaysOn, ModuleNotInPlan, and ModuleNeeds when `also` does not name all that goes along.
    """
    group_id = own_group_id(actor)
    wanted = MODULES.get(module)
    if wanted is None:
        raise NotFound(field="module")
    if wanted.always_on:
        raise ModuleAlwaysOn(field="module", name=wanted.en, name_zh=wanted.zh)
    lock_rows(Group.objects.filter(id=group_id))
    unit = place_in_question(actor, unit_id)
    before = modules_on(group_id=group_id, unit_id=unit.id if unit else None)
    along = also_switched(module, enable=enable, on=before)
    missing = [MODULES[code] for code in along if code not in also]
    if missing:
        raise ModuleNeeds(
            field="also",
            names=", ".join(m.en for m in missing),
            names_zh="、".join(m.zh for m in missing),
        )
    if enable:
        _require_in_plan(group_id, [module, *along])
    codes = [code for code in (*along, module) if (code in before) != enable]
    if codes:
        keep_and_tell(actor, at, group_id=group_id, unit=unit, codes=codes, enable=enable)
    return module


def _require_in_plan(group_id: uuid.UUID, codes: Sequence[str]) -> None:
    rows = ModuleSwitch.objects.filter(group_id=group_id, unit=None)
    lacking = {row.module[1:] for row in rows.filter(module__startswith=NOT_IN_PLAN)}
    by_operator = {row.module[1:]: row.enabled for row in rows.filter(module__startswith=BY_OPERATOR)}
    held = [MODULES[code] for code in codes if by_operator.get(code) is False]
    if held:
        raise ModuleHeldBack(
            field="module", names=", ".join(m.en for m in held), names_zh="、".join(m.zh for m in held)
        )
    lacking -= set(by_operator)
    missing = [MODULES[code] for code in codes if code in lacking]
    if missing:
        raise ModuleNotInPlan(
            field="module",
            names=", ".join(m.en for m in missing),
            names_zh="、".join(m.zh for m in missing),
        )


def keep_and_tell(
    actor: Actor,
    at: datetime,
    *,
    group_id: uuid.UUID,
    unit: BusinessUnit | None,
    codes: list[str],
    enable: bool,
) -> None:
    """This will store a choice for some modules and leave its trail."""
    _write(actor, at, group_id=group_id, unit=unit, codes=codes, enable=enable)
    _tell(actor, at, group_id=group_id, unit=unit, codes=codes, enable=enable)


def _write(
    actor: Actor,
    at: datetime,
    *,
    group_id: uuid.UUID,
    unit: BusinessUnit | None,
    codes: list[str],
    enable: bool,
) -> None:
    """Kept with the name of who chose, as the cards show it."""
    rows = [
        ModuleSwitch(
            group_id=group_id,
            unit=unit,
            module=code,
            enabled=enable,
            changed_at=at,
            changed_by=actor.display_name,
        )
        for code in codes
    ]
    ModuleSwitch.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["group_id", "unit", "module"],
        update_fields=["enabled", "changed_at", "changed_by"],
    )


def _tell(
    actor: Actor,
    at: datetime,
    *,
    group_id: uuid.UUID,
    unit: BusinessUnit | None,
    codes: list[str],
    enable: bool,
) -> None:
    subject_type, subject_id = ("unit", unit.id) if unit else ("group", group_id)
    audit.record(
        actor=actor, action=f"directory.module.{'enable' if enable else 'disable'}", subject_type=subject_type,
        subject_id=subject_id, subject_label=unit.name if unit else "", at=at,
        old={"modules": codes, "on": not enable}, new={"modules": codes, "on": enable},
    )  # fmt: skip
    outbox.publish(
        event_type=f"directory.module.{'enabled' if enable else 'disabled'}", subject_type=subject_type,
        subject_id=subject_id, at=at, actor=actor, payload={"modules": codes},
    )  # fmt: skip

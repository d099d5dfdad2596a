"""What a group may have: the modules, limits and the right to write that its plan grants. Called by billing alone."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from tenants.directory.models import Group, ModuleSwitch
from tenants.kernel.actor import Actor
from tenants.kernel.modules import ALL, ALWAYS_ON, NOT_IN_PLAN
from tenants.runtime import audit, outbox


@dataclass(frozen=True, slots=True)
class Grant:
    """What a plan gives; no modules means all, a limit that is None is none."""

    modules: tuple[str, ...] | None
    limits: Mapping[str, int | None]
    read_only: bool


def group_grant(*, actor: Actor, at: datetime, group_id: uuid.UUID, grant: Grant) -> bool:
    """This will put a grant in force, in the group's scope; False when it is in force already.

    What the plan does not have is off at once, in every unit; choices and data stay. For the platform's own
    steps: it asks for no permission and no door leads to it.
    """
    group = Group.objects.select_for_update(no_key=True).get(id=group_id)
    limits = {name: value for name, value in sorted(grant.limits.items()) if value is not None}
    on, off = _mark_modules(group_id, grant)
    if not on and not off and (group.limits, group.read_only) == (limits, grant.read_only):
        return False
    old = {"limits": group.limits, "read_only": group.read_only, "modules_off": on}
    group.limits, group.read_only = limits, grant.read_only
    group.save(update_fields=["limits", "read_only"])
    audit.record(
        actor=actor, action="directory.group.grant", subject_type="group", subject_id=group_id,
        subject_label=group.name, at=at, old=old,
        new={"limits": limits, "read_only": grant.read_only, "modules_off": off},
    )  # fmt: skip
    for word, codes in (("enabled", on), ("disabled", off)):
        if codes:
            outbox.publish(
                event_type=f"directory.module.{word}", subject_type="group", subject_id=group_id, at=at,
                actor=actor, payload={"modules": codes},
            )  # fmt: skip
    return True


def _mark_modules(group_id: uuid.UUID, grant: Grant) -> tuple[list[str], list[str]]:
    """The modules that the plan has again, and those that it has no more."""
    marks = ModuleSwitch.objects.filter(group_id=group_id, unit=None, module__startswith=NOT_IN_PLAN)
    before = {mark[1:] for mark in marks.values_list("module", flat=True)}
    lacking = set() if grant.modules is None else set(ALL - ALWAYS_ON) - set(grant.modules)
    on, off = sorted(before - lacking), sorted(lacking - before)
    marks.filter(module__in=[NOT_IN_PLAN + code for code in on]).delete()
    ModuleSwitch.objects.bulk_create(
        ModuleSwitch(group_id=group_id, unit=None, module=NOT_IN_PLAN + code, enabled=False) for code in off
    )
    return on, off

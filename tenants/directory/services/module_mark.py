"""The operator's marks among a group's choices of modules. Called by operations alone."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from tenants.directory.models import ModuleSwitch
from tenants.kernel.actor import Actor
from tenants.kernel.modules import BY_OPERATOR
from tenants.runtime import outbox


def module_marks_put(
    *, actor: Actor, at: datetime, group_id: uuid.UUID, marks: Mapping[str, bool]
) -> list[str]:
    """This will make these the operator's marks in a group: True lends a module, False holds it back.

    In the operator's or the platform's scope. Gives the modules that changed; the group's own choices stay.
    """
    rows = ModuleSwitch.objects.filter(group_id=group_id, unit=None, module__startswith=BY_OPERATOR)
    before = {row.module[1:]: row.enabled for row in rows}
    changed = sorted(code for code in {*before, *marks} if before.get(code) != marks.get(code))
    if not changed:
        return []
    rows.filter(module__in=[BY_OPERATOR + code for code in changed]).delete()
    ModuleSwitch.objects.bulk_create(
        ModuleSwitch(
            group_id=group_id, unit=None, module=BY_OPERATOR + code, enabled=marks[code], changed_at=at,
            changed_by=actor.display_name,
        )
        for code in changed
        if code in marks
    )  # fmt: skip
    for word, codes in (
        ("enabled", [code for code in changed if marks.get(code, True)]),
        ("disabled", [code for code in changed if not marks.get(code, True)]),
    ):
        if codes:
            outbox.publish(
                event_type=f"directory.module.{word}", subject_type="group", subject_id=group_id, at=at,
                actor=actor, payload={"modules": codes}, group_id=group_id,
            )  # fmt: skip
    return changed

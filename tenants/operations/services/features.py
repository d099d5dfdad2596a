"""Feature switches: a module held back from one group or all, or lent beyond the plan.

There is one mechanism for what exists where, the choices of modules; the operator's switches are marks among them.
"""

import uuid
from datetime import datetime

from tenants.directory.queries import existing_group_ids
from tenants.directory.services.module_mark import module_marks_put
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid, NotFound
from tenants.kernel.modules import MODULES
from tenants.operations.models import FeatureSwitch
from tenants.operations.models.switches import FEATURE_STATES
from tenants.operations.trail import done, worded
from tenants.runtime.guard import require

FREE = "free"
"""Neither held back nor lent: the plan and the group decide."""


def feature_switch(
    *,
    actor: Actor,
    at: datetime,
    module: str,
    state: str,
    reason: str,
    group_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """This will hold a module back, lend it, or leave it free, for one group or all; it holds at once.

    What a group has of its own comes before what holds for all. Gives the switch's id. Raises Forbidden, Invalid,
    NotFound.
    """
    require(actor, "operations.feature.switch")
    if module not in MODULES or MODULES[module].always_on:
        raise NotFound(field="module")
    if state not in (*FEATURE_STATES, FREE):
        raise Invalid(
            field="state", reason_en="Choose held, lent or free.", reason_zh="请选择 held、lent 或 free。"
        )
    groups = existing_group_ids()
    if group_id is not None and group_id not in groups:
        raise NotFound(field="groupId")
    rows = FeatureSwitch.objects.filter(for_group=group_id, module=module)
    switch = FeatureSwitch(
        for_group=group_id, module=module, state=state, reason=worded(reason, field="reason"),
        changed_by=actor.display_name, changed_at=at,
    )  # fmt: skip
    rows.delete()
    if state != FREE:
        switch.save(force_insert=True)
    for key in groups if group_id is None else [group_id]:
        put_in_force(actor=actor, at=at, group_id=key)
    done(
        actor=actor, at=at, action="operations.feature.switch", subject_id=switch.id, about_group=group_id,
        details={"module": module, "state": state, "reason": switch.reason},
    )  # fmt: skip
    return switch.id


def put_in_force(*, actor: Actor, at: datetime, group_id: uuid.UUID) -> None:
    """This will bring a group's marks to what the switches say, in the operator's or the platform's scope."""
    wanted: dict[str, bool] = {}
    for row in FeatureSwitch.objects.filter(for_group=None):
        wanted[row.module] = row.state == "lent"
    for row in FeatureSwitch.objects.filter(for_group=group_id):
        wanted[row.module] = row.state == "lent"
    module_marks_put(actor=actor, at=at, group_id=group_id, marks=wanted)

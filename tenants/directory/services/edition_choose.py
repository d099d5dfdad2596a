"""Choosing the edition that a new group begins with; part of `workspace_open`."""

import uuid
from datetime import datetime

from tenants.directory.module_choices import modules_on
from tenants.directory.services.module_switch import keep_and_tell
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid
from tenants.kernel.modules import EDITIONS, MODULES


def edition_choose(*, actor: Actor, at: datetime, group_id: uuid.UUID, edition: str) -> None:
    """This will switch, by default in the group, what the edition has on and what it has not off; raises Invalid."""
    wanted = EDITIONS.get(edition)
    if wanted is None:
        raise Invalid(
            field="edition",
            reason_en=f"Choose one of {', '.join(EDITIONS)}.",
            reason_zh=f"请选择 {'、'.join(EDITIONS)} 之一。",
        )
    on = modules_on(group_id=group_id, unit_id=None)
    for enable, codes in ((True, sorted(wanted - on)), (False, sorted(on - wanted))):
        known = [code for code in codes if code in MODULES]
        if known:
            keep_and_tell(actor, at, group_id=group_id, unit=None, codes=known, enable=enable)

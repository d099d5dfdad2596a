"""Switching a module off: from the next request it does not exist there; its data stays."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from tenants.directory.services.module_switch import switch
from tenants.kernel.actor import Actor
from tenants.runtime.guard import require


def module_disable(
    *, actor: Actor, at: datetime, module: str, unit_id: uuid.UUID | None = None, also: Sequence[str] = ()
) -> str:
    """This will switch a module off in a unit, or by default in the group, with its code as answer.

    `also` names what cannot do without it; that is switched along. Raises Forbidden, NotFound, ModuleAlwaysOn,
    ModuleNeeds.
    """
    require(actor, "directory.module.disable")
    return switch(actor=actor, at=at, module=module, unit_id=unit_id, also=also, enable=False)

"""Switching a module on: from the next request it exists there, with all it held before."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from tenants.directory.services.module_switch import switch
from tenants.kernel.actor import Actor
from tenants.runtime.guard import require


def module_enable(
    *, actor: Actor, at: datetime, module: str, unit_id: uuid.UUID | None = None, also: Sequence[str] = ()
) -> str:
    """This will switch a module on in a unit, or by default in the group, with its code as answer.

    `also` names what it needs; that is switched along. Raises Forbidden, NotFound, ModuleAlwaysOn,
    ModuleNeeds.
    """
    require(actor, "directory.module.enable")
    return switch(actor=actor, at=at, module=module, unit_id=unit_id, also=also, enable=True)

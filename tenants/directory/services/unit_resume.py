"""Opening a suspended unit again."""

import uuid
from datetime import datetime

from tenants.directory.policies import unit_for_change
from tenants.directory.services.unit_move import move_unit
from tenants.kernel.actor import Actor
from tenants.kernel.errors import IllegalTransition
from tenants.runtime.guard import require


def unit_resume(*, actor: Actor, at: datetime, unit_id: uuid.UUID) -> uuid.UUID:
    """This will open the unit's doors again. Raises Forbidden, NotFound, IllegalTransition."""
    require(actor, "directory.unit.resume")
    unit = unit_for_change(unit_id=unit_id)
    if unit.status != "suspended":
        raise IllegalTransition(field="unitId", state=unit.status)
    move_unit(actor=actor, unit=unit, to="active", action="resume", event="resumed", at=at)
    return unit.id

"""Suspending a unit: nobody gets in, nothing runs, nothing is lost."""

import uuid
from datetime import datetime

from tenants.directory.policies import unit_for_change
from tenants.directory.services.unit_move import move_unit
from tenants.kernel.actor import Actor
from tenants.runtime.guard import require, require_recent_proof


def unit_suspend(*, actor: Actor, at: datetime, unit_id: uuid.UUID, reason: str) -> uuid.UUID:
    """This will close the unit's doors; what was signed for its epoch is refused from now on.

    Raises Forbidden, ProofRequired, NotFound, IllegalTransition.
    """
    require(actor, "directory.unit.suspend")
    require_recent_proof(actor, at=at)
    unit = unit_for_change(unit_id=unit_id)
    move_unit(
        actor=actor, unit=unit, to="suspended", action="suspend", event="suspended", at=at, reason=reason
    )
    return unit.id

"""Closing a unit for good, after a full export of it."""

import uuid
from datetime import datetime

from tenants.directory.models import UnitArchive
from tenants.directory.policies import unit_for_change
from tenants.directory.services.unit_move import move_unit
from tenants.kernel.actor import Actor
from tenants.runtime.guard import require, require_recent_proof


def unit_close(*, actor: Actor, at: datetime, unit_id: uuid.UUID, reason: str) -> UnitArchive:
    """This will shut the unit and order its full export; it counts as closed when the export is complete.

    Raises Forbidden, ProofRequired, NotFound, IllegalTransition.
    """
    require(actor, "directory.unit.close")
    require_recent_proof(actor, at=at)
    unit = unit_for_change(unit_id=unit_id)
    archive = UnitArchive(group_id=unit.group_id, unit=unit, purpose="close", requested_by=actor.person_id)
    UnitArchive.objects.bulk_create([archive])
    move_unit(
        actor=actor, unit=unit, to="closing", action="close", event="closing", at=at, reason=reason,
        payload={"archive_id": str(archive.id)},
    )  # fmt: skip
    return archive

"""Ends a delegation early."""

import uuid
from datetime import datetime

from commerce.approvals.models import Delegation
from commerce.approvals.services.delegation_create import MANAGE, refresh_runs_asking, tell
from tenants.kernel.actor import Actor
from tenants.kernel.errors import IllegalTransition, NotFound
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows


def delegation_end(*, actor: Actor, delegation_id: uuid.UUID, at: datetime) -> uuid.UUID:
    """This will end a delegation now; open tasks come back.

    Raises Forbidden, NotFound for another's without the permission to manage delegations, and IllegalTransition
    when it has ended already.
    """
    require(actor, "approvals.delegation.edit")
    rows = lock_rows(Delegation.objects.filter(id=delegation_id))
    if not rows or not (rows[0].from_gid == actor.person_id or actor.may(MANAGE)):
        raise NotFound(field="delegationId")
    delegation = rows[0]
    if delegation.ended_at is not None or delegation.ends_at <= at:
        raise IllegalTransition(field="delegationId", state="ended")
    delegation.ended_at, delegation.version = at, delegation.version + 1
    delegation.save(update_fields=["ended_at", "version"])
    tell(delegation, "ended", actor=actor, at=at)
    refresh_runs_asking([delegation.to_gid], actor=actor, at=at)
    return delegation.id

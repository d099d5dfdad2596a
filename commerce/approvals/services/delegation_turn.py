"""Hands open tasks over when a delegation begins, and back when it ends by itself."""

import uuid
from datetime import datetime

from commerce.approvals.models import Delegation
from commerce.approvals.services.delegation_create import refresh_runs_asking, set_turn
from tenants.kernel.actor import Actor


def delegation_turn(*, actor: Actor, delegation_id: uuid.UUID, at: datetime) -> None:
    """This will bring the runs that ask either person up to date; one that was ended early is left alone."""
    delegation = Delegation.objects.filter(id=delegation_id, ended_at__isnull=True).first()
    if delegation is None:
        return
    refresh_runs_asking([delegation.from_gid, delegation.to_gid], actor=actor, at=at)
    if at < delegation.ends_at:
        set_turn(delegation, at=at)

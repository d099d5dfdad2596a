"""Deleting a closed unit's data."""

import uuid
from datetime import datetime

from tenants.directory.policies import unit_for_change
from tenants.directory.provisioning.hooks import check_purge
from tenants.directory.services.unit_move import move_unit
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError
from tenants.runtime.guard import require, require_recent_proof


class PurgeNotConfirmed(DomainError):
    """The short name given to confirm is not the unit's."""

    code = "PURGE_NOT_CONFIRMED"
    en = "Type the unit's short name to confirm that all its data is deleted."
    zh = "请输入该业务单元的短名称，以确认删除其全部数据。"


def unit_purge(*, actor: Actor, at: datetime, unit_id: uuid.UUID, confirm_slug: str) -> uuid.UUID:
    """This will end a closed unit; its schema, role, memberships and keys are dropped by the worker.

    The archive of its closing stays. Raises Forbidden, ProofRequired, NotFound, IllegalTransition, PurgeNotConfirmed,
    UnderLegalHold.
    """
    require(actor, "directory.unit.purge")
    require_recent_proof(actor, at=at)
    unit = unit_for_change(unit_id=unit_id)
    if confirm_slug != unit.slug:
        raise PurgeNotConfirmed(field="confirmSlug")
    check_purge(group_id=unit.group_id, unit_id=unit.id)
    move_unit(actor=actor, unit=unit, to="purged", action="purge", event="purged", at=at)
    return unit.id

"""Keeps the unit's cost centres."""

import uuid
from datetime import datetime

from commerce.approvals.models import CostCentre
from commerce.approvals.people import unit_in_scope
from tenants.accounts.queries import members_of_unit
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, DomainError, Invalid, NotFound
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows

MAX_CODE, MAX_NAME = 40, 120


class CostCentreCodeTaken(DomainError):
    """Another cost centre has the code."""

    code = "APPROVAL_COST_CENTRE_TAKEN"
    en = "There is a cost centre {centre} already. Choose another code."
    zh = "成本中心 {centre} 已存在，请另选编码。"


def cost_centre_create(
    *, actor: Actor, code: str, name: str, owner_id: uuid.UUID | None = None, at: datetime
) -> uuid.UUID:
    """This will make a cost centre, with its owner if it has one.

    Raises Forbidden, Invalid, NotFound for an owner who is no member, and CostCentreCodeTaken.
    """
    require(actor, "approvals.cost_centre.edit")
    centre = CostCentre(code=_checked(code, "code", MAX_CODE), name=_checked(name, "name", MAX_NAME))
    _check_free(centre)
    _set_owner(centre, owner_id)
    centre.save(force_insert=True)
    _tell(centre, "created", actor=actor, at=at, old={})
    return centre.id


def cost_centre_edit(
    *,
    actor: Actor,
    cost_centre_id: uuid.UUID,
    version: int,
    code: str,
    name: str,
    owner_id: uuid.UUID | None = None,
    is_active: bool = True,
    at: datetime,
) -> uuid.UUID:
    """This will replace the values of a cost centre; an inactive one has no owner to ask.

    Raises Forbidden, Invalid, NotFound, Conflict and CostCentreCodeTaken.
    """
    require(actor, "approvals.cost_centre.edit")
    rows = lock_rows(CostCentre.objects.filter(id=cost_centre_id))
    if not rows:
        raise NotFound(field="costCentreId")
    centre = rows[0]
    if centre.version != version:
        raise Conflict(field="version", current_version=centre.version)
    old = _values(centre)
    centre.code, centre.name = _checked(code, "code", MAX_CODE), _checked(name, "name", MAX_NAME)
    centre.is_active, centre.version = is_active, centre.version + 1
    _check_free(centre)
    _set_owner(centre, owner_id)
    centre.save()
    _tell(centre, "edited", actor=actor, at=at, old=old)
    return centre.id


def _checked(text: str, field: str, most: int) -> str:
    if not 1 <= len(text.strip()) <= most:
        raise Invalid(
            field=field,
            reason_en=f"Give 1 to {most} characters.",
            reason_zh=f"请输入 1 至 {most} 个字符。",
        )
    return text.strip()


def _check_free(centre: CostCentre) -> None:
    if CostCentre.objects.filter(code__iexact=centre.code).exclude(id=centre.id).exists():
        raise CostCentreCodeTaken(field="code", centre=centre.code)


def _set_owner(centre: CostCentre, owner_id: uuid.UUID | None) -> None:
    centre.owner_gid, centre.owner_name = owner_id, ""
    if owner_id is not None:
        owner = members_of_unit(unit_id=unit_in_scope(), roles=(), person_ids=[owner_id]).get(owner_id)
        if owner is None:
            raise NotFound(field="ownerId")
        centre.owner_name = owner.display_name


def _values(centre: CostCentre) -> dict[str, object]:
    return {
        "code": centre.code,
        "name": centre.name,
        "owner": centre.owner_gid,
        "is_active": centre.is_active,
    }


def _tell(centre: CostCentre, done: str, *, actor: Actor, at: datetime, old: dict[str, object]) -> None:
    before, after = audit.changes(old, _values(centre))
    audit.record(
        actor=actor,
        action="approvals.cost_centre.edit",
        subject_type="approvals.cost_centre",
        subject_id=centre.id,
        subject_label=centre.code,
        old=before if old else {},
        new=after,
        at=at,
    )
    outbox.publish(
        event_type=f"approvals.cost_centre.{done}",
        subject_type="approvals.cost_centre",
        subject_id=centre.id,
        version=centre.version,
        actor=actor,
        at=at,
    )

"""Editing what people see of a unit. Its short name, currency and schema stay what they are."""

import uuid
from datetime import datetime

from tenants.directory.policies import check_name, check_place, unit_for_change
from tenants.directory.services.trail import unit_changed
from tenants.directory.services.unit_create import save_named
from tenants.kernel.actor import Actor
from tenants.runtime import audit
from tenants.runtime.guard import require

EDITABLE = ("name", "country", "region", "time_zone")


def unit_edit(
    *,
    actor: Actor,
    at: datetime,
    unit_id: uuid.UUID,
    version: int,
    name: str | None = None,
    country: str | None = None,
    region: str | None = None,
    time_zone: str | None = None,
) -> uuid.UUID:
    """This will change the given fields and leave the others.

    Raises Forbidden, NotFound, Conflict, Invalid, UnitNameTaken.
    """
    require(actor, "directory.unit.edit")
    unit = unit_for_change(unit_id=unit_id, version=version)
    before = {field: getattr(unit, field) for field in EDITABLE}
    given = {
        "name": check_name(name) if name is not None else None,
        "country": country,
        "region": region,
        "time_zone": time_zone,
    }
    after = {field: before[field] if value is None else value for field, value in given.items()}
    check_place(country=str(after["country"]), currency=unit.currency, time_zone=str(after["time_zone"]))
    old, new = audit.changes(before, after)
    if not new:
        return unit.id
    for field, value in new.items():
        setattr(unit, field, value)
    unit.version += 1
    save_named(unit)
    unit_changed(actor=actor, unit=unit, action="edit", event="edited", at=at, old=old, new=new)
    return unit.id

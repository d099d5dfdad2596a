"""Writes the audit row of a change, in the change's own transaction."""

import uuid
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from tenants.kernel.actor import Actor
from tenants.kernel.ids import new_id
from tenants.runtime.bulk import insert_rows
from tenants.runtime.models import GroupAuditEntry
from tenants.runtime.scope import current_scope
from tenants.runtime.unit.models import UnitAuditEntry

Values = Mapping[str, object]


def record(
    *,
    actor: Actor,
    action: str,
    subject_type: str,
    subject_id: uuid.UUID,
    at: datetime,
    subject_label: str = "",
    old: Values | None = None,
    new: Values | None = None,
    reason: str = "",
    group_id: uuid.UUID | None = None,
) -> None:
    """This will record who did what to which subject, with the old and new values of the changed fields.

    In a unit's scope the row goes to the unit's trail, otherwise to the trail of the scope's group, or of
    `group_id` for platform and accounts work. `action` is the permission's code, e.g.
    "procurement.requisition.submit".
    """
    scope = current_scope()
    fields: dict[str, object] = {
        "id": new_id(),
        "at": at,
        "actor_key": actor.key,
        "actor_name": actor.display_name,
        "action": action,
        "subject_type": subject_type,
        "subject_id": subject_id,
        "subject_label": subject_label,
        "old": _plain(old or {}),
        "new": _plain(new or {}),
        "reason": reason,
        "ip_address": actor.ip_address or "",
        "request_id": actor.request_id or "",
    }
    if scope.kind == "unit":
        insert_rows(UnitAuditEntry, list(fields), [list(fields.values())])
        return
    owner = scope.group_id or group_id
    if owner is None:
        raise ValueError("an audit row needs a group")
    fields["group_id"] = owner
    insert_rows(GroupAuditEntry, list(fields), [list(fields.values())])


def changes(old: Values, new: Values) -> tuple[dict[str, object], dict[str, object]]:
    """This will narrow two sets of values to the fields that differ."""
    names = [name for name in new if old.get(name) != new[name]]
    return {name: old.get(name) for name in names}, {name: new[name] for name in names}


def _plain(values: Values) -> dict[str, object]:
    return {name: _text(value) for name, value in values.items()}


def _text(value: object) -> object:
    if isinstance(value, Decimal | uuid.UUID):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset):
        return [_text(item) for item in value]
    if isinstance(value, Mapping):
        return _plain(value)
    return value

"""Writes the audit row of a change, in the change's own transaction."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from tenants.kernel.actor import Actor
from tenants.kernel.ids import new_id
from tenants.runtime.gathering import write_rows
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
    record_many(
        actor=actor,
        action=action,
        subject_type=subject_type,
        changes=[Change(subject_id, subject_label, old or {}, new or {})],
        at=at,
        reason=reason,
        group_id=group_id,
    )


@dataclass(frozen=True, slots=True)
class Change:
    """What one audit row tells of one subject."""

    subject_id: uuid.UUID
    subject_label: str = ""
    old: Values = field(default_factory=dict)
    new: Values = field(default_factory=dict)


def record_many(
    *,
    actor: Actor,
    action: str,
    subject_type: str,
    changes: Sequence[Change],
    at: datetime,
    reason: str = "",
    group_id: uuid.UUID | None = None,
) -> None:
    """This will record one action on many subjects, one row each, in one statement."""
    scope = current_scope()
    shared: dict[str, object] = {
        "at": at,
        "actor_key": actor.key,
        "actor_name": actor.display_name,
        "action": action,
        "subject_type": subject_type,
        "reason": reason,
        "ip_address": actor.ip_address or "",
        "request_id": actor.request_id or "",
    }
    if scope.kind != "unit":
        shared["group_id"] = scope.group_id or group_id
        if shared["group_id"] is None:
            raise ValueError("an audit row needs a group")
    columns = [*shared, "id", "subject_id", "subject_label", "old", "new"]
    rows = [
        [*shared.values(), new_id(), c.subject_id, c.subject_label, _plain(c.old), _plain(c.new)]
        for c in changes
    ]
    write_rows(UnitAuditEntry if scope.kind == "unit" else GroupAuditEntry, columns, rows)


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

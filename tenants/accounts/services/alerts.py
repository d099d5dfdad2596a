"""Raises alerts and resolves them, each once, in the place (group or unit) whose scope is open.

    alert_raise(kind=EXPIRING, cause=Cause(key=str(certificate.id), subject_id=…, details={…}), at=at)
    alert_resolve(kind=EXPIRING, key=str(certificate.id), at=at)      # the cause is gone
    alerts_reconcile(kind=LATE, causes=all_that_are_late_now, at=at)  # both at once, for a whole kind

The same cause again changes nothing but its details. One that comes back within a day opens the same alert
without telling anybody again; after that it is told anew.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tenants.accounts.alert_kinds import AlertKind
from tenants.accounts.models import Alert
from tenants.accounts.queries.alerts import alerts_visible_to
from tenants.kernel.actor import Actor, system_actor
from tenants.kernel.errors import NotFound
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import LockSpace, lock_exclusive, lock_rows
from tenants.runtime.scope import Scope, current_scope

QUIET = timedelta(days=1)
"""A cause that comes back sooner is the same one."""
TOLD_AT_ONCE = 200
WATCHER = "Watch"


@dataclass(frozen=True, slots=True)
class Cause:
    """Why an alert is raised. `key` names the cause, once for its kind; `owner_id` the person it is for.

    `details` are the evidence and fill the words of the kind: ids, names, days, counts; never a price.
    """

    key: str
    subject_id: uuid.UUID
    details: Mapping[str, object] = field(default_factory=dict)
    owner_id: uuid.UUID | None = None


def alert_raise(*, kind: AlertKind, cause: Cause, at: datetime) -> bool:
    """This will raise an alert unless it is open already; tells whether somebody is told of it."""
    scope = _locked(kind)
    known = {row.key: row for row in _rows(kind, scope).filter(key=cause.key)}
    return _raise(kind, [cause], known, scope, at) > 0


def alert_resolve(*, kind: AlertKind, key: str, at: datetime) -> bool:
    """This will resolve the alert of a cause that is gone; tells whether one was open."""
    scope = _locked(kind)
    return _resolve(_rows(kind, scope).filter(key=key), kind, at) > 0


def alerts_reconcile(*, kind: AlertKind, causes: Iterable[Cause], at: datetime) -> tuple[int, int]:
    """This will have exactly these causes of a kind open in the place; gives how many were told and resolved."""
    scope = _locked(kind)
    wanted = {cause.key: cause for cause in causes}
    rows = {row.key: row for row in _rows(kind, scope)}
    gone = [row.pk for key, row in rows.items() if key not in wanted and row.resolved_at is None]
    resolved = _resolve(Alert.objects.filter(id__in=gone), kind, at) if gone else 0
    return _raise(kind, list(wanted.values()), rows, scope, at), resolved


def alert_see(*, actor: Actor, alert_id: uuid.UUID, at: datetime) -> uuid.UUID:
    """This will note that somebody looks after an alert, and give its id; again it changes nothing.

    Raises Forbidden, NotFound.
    """
    require(actor, "accounts.alert.see")
    rows = lock_rows(alerts_visible_to(actor).filter(id=alert_id))
    if not rows:
        raise NotFound(field="alertId")
    alert = rows[0]
    if alert.seen_at is None:
        Alert.objects.filter(id=alert.id).update(seen_at=at, seen_by_name=actor.display_name)
        audit.record(
            actor=actor, action="accounts.alert.see", subject_type="alert", subject_id=alert.id,
            subject_label=f"{alert.kind} {alert.details.get('number', '')}".strip(), at=at,
            new={"kind": alert.kind, "key": alert.key},
        )  # fmt: skip
        _tell("accounts.alert.seen", alert.kind, [alert.id], actor, at)
    return alert.id


def _locked(kind: AlertKind) -> Scope:
    """One at a time raises and resolves alerts of a kind in a place."""
    scope = current_scope()
    assert scope.group_id is not None
    lock_exclusive(LockSpace.ALERT, scope.group_id, [f"{scope.unit_id}:{kind.code}"])
    return scope


def _rows(kind: AlertKind, scope: Scope):  # type: ignore[no-untyped-def]
    return Alert.objects.filter(group_id=scope.group_id, unit_id=scope.unit_id, kind=kind.code)


def _raise(
    kind: AlertKind, causes: Sequence[Cause], known: Mapping[str, Alert], scope: Scope, at: datetime
) -> int:
    """Writes new alerts, opens those that come back, and refreshes details; gives how many are told."""
    fresh = [_new(kind, cause, scope, at) for cause in causes if cause.key not in known]
    Alert.objects.bulk_create(fresh, batch_size=500)
    told = [row.pk for row in fresh]
    changed = []
    for cause in causes:
        row = known.get(cause.key)
        if row is None or (row.resolved_at is None and not _differs(row, cause)):
            continue
        if row.resolved_at is not None and at - row.resolved_at >= QUIET:
            told.append(row.pk)
            row.raised_at, row.seen_at, row.seen_by_name = at, None, ""
        if row.resolved_at is not None:
            row.times_raised += 1
        row.resolved_at, row.details, row.owner_gid = None, dict(cause.details), cause.owner_id
        changed.append(row)
    fields = ["resolved_at", "details", "owner_gid", "raised_at", "seen_at", "seen_by_name", "times_raised"]
    Alert.objects.bulk_update(changed, fields, batch_size=500)
    if told:
        _tell("accounts.alert.raised", kind.code, told, _watcher(scope), at)
    elif changed:
        _tell("accounts.alert.changed", kind.code, [row.pk for row in changed], _watcher(scope), at)
    return len(told)


def _new(kind: AlertKind, cause: Cause, scope: Scope, at: datetime) -> Alert:
    return Alert(
        group_id=scope.group_id,
        unit_id=scope.unit_id,
        kind=kind.code,
        key=cause.key,
        urgent=kind.urgent,
        permission=kind.permission,
        owner_gid=cause.owner_id,
        subject_type=kind.subject_type,
        subject_gid=cause.subject_id,
        details=dict(cause.details),
        raised_at=at,
    )


def _differs(row: Alert, cause: Cause) -> bool:
    return row.details != dict(cause.details) or row.owner_gid != cause.owner_id


def _resolve(rows, kind: AlertKind, at: datetime) -> int:  # type: ignore[no-untyped-def]
    keys = list(rows.filter(resolved_at__isnull=True).values_list("id", flat=True))
    if keys:
        Alert.objects.filter(id__in=keys).update(resolved_at=at)
        _tell("accounts.alert.resolved", kind.code, keys, _watcher(current_scope()), at)
    return len(keys)


def _tell(event: str, kind: str, keys: Sequence[uuid.UUID], actor: Actor, at: datetime) -> None:
    """One event for all that changed at once, so that a wave of alerts is one mail."""
    outbox.publish(
        event_type=event,
        subject_type="alert",
        subject_id=keys[0],
        at=at,
        actor=actor,
        payload={"kind": kind, "count": len(keys), "alert_ids": [str(key) for key in keys[:TOLD_AT_ONCE]]},
    )


def _watcher(scope: Scope) -> Actor:
    return system_actor(group_id=scope.group_id, unit_id=scope.unit_id, name=WATCHER)

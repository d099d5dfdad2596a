"""Raises alerts and resolves them, each once, in the place (group or unit) whose scope is open.

    alert_raise(kind=EXPIRING, cause=Cause(key=str(certificate.id), subject_id=…, details={…}), at=at)
    alert_resolve(kind=EXPIRING, key=str(certificate.id), at=at)      # the cause is gone
    alerts_reconcile(kind=LATE, causes=all_that_are_late_now, at=at)  # both at once, for a whole kind

The same cause again changes nothing but its details. One that comes back within a day opens the same alert
without telling anybody again; after that it is told anew, and what people decided about it before counts no more.
What people do with alerts is in `alert_handling.py`.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tenants.accounts.alert_kinds import AlertKind
from tenants.accounts.models import Alert
from tenants.kernel.actor import Actor, system_actor
from tenants.kernel.folding import folded
from tenants.runtime import outbox
from tenants.runtime.locks import LockSpace, lock_exclusive
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
            _begin_anew(row, at)
        if row.resolved_at is not None:
            row.times_raised += 1
        row.resolved_at, row.details, row.owner_gid = None, dict(cause.details), cause.owner_id
        row.search_text = _search_text(kind, cause)
        changed.append(row)
    Alert.objects.bulk_update(changed, [*_CAUSE, *_CARE], batch_size=500)
    if told:
        tell("accounts.alert.raised", kind.code, told, watcher(scope), at)
    elif changed:
        tell("accounts.alert.changed", kind.code, [row.pk for row in changed], watcher(scope), at)
    return len(told)


_CAUSE = ("resolved_at", "details", "owner_gid", "raised_at", "times_raised", "search_text")
_CARE = (
    "seen_at", "seen_by_name", "assignee_gid", "assignee_name", "snoozed_until_at", "closed_at", "closed_by_name",
    "closed_reason",
)  # fmt: skip


def _begin_anew(row: Alert, at: datetime) -> None:
    row.raised_at = at
    row.seen_at = row.assignee_gid = row.snoozed_until_at = row.closed_at = None
    row.seen_by_name = row.assignee_name = row.closed_by_name = row.closed_reason = ""


def _search_text(kind: AlertKind, cause: Cause) -> str:
    """What the alert says in both languages, and its evidence."""
    said = [
        text for locale in ("en", "zh") for text in (kind.name(locale), kind.words(locale, cause.details))
    ]
    return folded("\n".join([*said, *(str(value) for value in cause.details.values())]))


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
        search_text=_search_text(kind, cause),
        raised_at=at,
    )


def _differs(row: Alert, cause: Cause) -> bool:
    return row.details != dict(cause.details) or row.owner_gid != cause.owner_id


def _resolve(rows, kind: AlertKind, at: datetime) -> int:  # type: ignore[no-untyped-def]
    keys = list(rows.filter(resolved_at__isnull=True).values_list("id", flat=True))
    if keys:
        Alert.objects.filter(id__in=keys).update(resolved_at=at)
        tell("accounts.alert.resolved", kind.code, keys, watcher(current_scope()), at)
    return len(keys)


def tell(
    event: str,
    kind: str,
    keys: Sequence[uuid.UUID],
    actor: Actor,
    at: datetime,
    more: Mapping[str, object] | None = None,
) -> None:
    """This will publish one event for all alerts that changed at once, so that a wave of them is one mail."""
    outbox.publish(
        event_type=event,
        subject_type="alert",
        subject_id=keys[0],
        at=at,
        actor=actor,
        payload={
            "kind": kind,
            "count": len(keys),
            "alert_ids": [str(key) for key in keys[:TOLD_AT_ONCE]],
            **(more or {}),
        },
    )


def watcher(scope: Scope) -> Actor:
    """This will give the actor that raises and resolves alerts by itself."""
    return system_actor(group_id=scope.group_id, unit_id=scope.unit_id, name=WATCHER)

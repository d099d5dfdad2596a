"""What people do with an alert: take it on or give it to somebody, say something, put it off, close it.

An alert that was put off comes back by itself and is told again. One that was closed stays closed while its cause
lasts; a cause that comes back after it was gone for a day is a new one.
"""

import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta

from tenants.accounts.models import Alert, AlertNote
from tenants.accounts.queries.alerts import alerts_visible_to
from tenants.accounts.queries.members import members_of_place
from tenants.accounts.services.alerts import tell, watcher
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid, NotFound
from tenants.runtime import audit
from tenants.runtime.clock import clear_alarm, set_alarm
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows
from tenants.runtime.scope import current_scope

PERMISSION, READ = "accounts.alert.see", "accounts.alert.read"
WAKE = "accounts.alert.wake"
"""The kind of alarm that brings an alert back which was put off."""
LONGEST = timedelta(days=92)
MOST_WORDS = 2_000


class AlertNotOpen(DomainError):
    """The alert is not open any more, so there is nothing to put off or to close."""

    code = "ALERT_NOT_OPEN"
    en = "This alert is not open any more. Open the list again to see what is."
    zh = "该预警已不再处于打开状态。请刷新列表查看当前预警。"


def alert_see(*, actor: Actor, alert_id: uuid.UUID, at: datetime) -> uuid.UUID:
    """This will note that the person looks after an alert, and give its id; again it changes nothing.

    Raises Forbidden, NotFound.
    """
    alert = _locked(actor, alert_id)
    if alert.seen_at is None:
        taken = {"seen_at": at, "seen_by_name": actor.display_name}
        if alert.assignee_gid is None and actor.person_id is not None:
            taken |= {"assignee_gid": actor.person_id, "assignee_name": actor.display_name}
        _change(alert, taken, actor=actor, at=at, action="see", event="seen")
    return alert.id


def alert_assign(
    *, actor: Actor, alert_id: uuid.UUID, at: datetime, person_id: uuid.UUID | None = None
) -> uuid.UUID:
    """This will give an alert to somebody who sees alerts where it is, or to nobody; the person is told by mail.

    Raises Forbidden, and NotFound for an alert or a person that is not there.
    """
    alert = _locked(actor, alert_id)
    if person_id == alert.assignee_gid:
        return alert.id
    name = ""
    if person_id is not None:
        people = alert_people(alert)
        if person_id not in people:
            raise NotFound(field="personId")
        name = people[person_id]
    told = str(person_id) if person_id not in (None, actor.person_id) else ""
    _change(
        alert, {"assignee_gid": person_id, "assignee_name": name}, actor=actor, at=at, action="assign",
        event="assigned", text=name, payload={"person_id": told},
    )  # fmt: skip
    return alert.id


def alert_comment(*, actor: Actor, alert_id: uuid.UUID, text: str, at: datetime) -> uuid.UUID:
    """This will keep what somebody has to say about an alert. Raises Forbidden, NotFound, Invalid."""
    alert = _locked(actor, alert_id)
    _change(alert, {}, actor=actor, at=at, action="comment", event="commented", text=_words(text, "text"))
    return alert.id


def alert_snooze(*, actor: Actor, alert_id: uuid.UUID, until: datetime, at: datetime) -> uuid.UUID:
    """This will take an open alert out of sight until an instant, three months ahead at most.

    Raises Forbidden, NotFound, Invalid, AlertNotOpen.
    """
    alert = _open(actor, alert_id)
    if not at < until <= at + LONGEST:
        raise Invalid(
            field="until",
            reason_en="Choose a time within the next three months.",
            reason_zh="请选择未来三个月以内的时间。",
        )
    set_alarm(kind=WAKE, subject_id=alert.id, due_at=until)
    _change(
        alert,
        {"snoozed_until_at": until},
        actor=actor,
        at=at,
        action="snooze",
        event="snoozed",
        until_at=until,
    )
    return alert.id


def alert_wake(*, actor: Actor, alert_id: uuid.UUID, at: datetime) -> uuid.UUID:
    """This will bring an alert back that was put off; one that was not stays as it is.

    Raises Forbidden, NotFound.
    """
    alert = _locked(actor, alert_id)
    if alert.snoozed_until_at is not None:
        clear_alarm(kind=WAKE, subject_id=alert.id)
        _change(alert, {"snoozed_until_at": None}, actor=actor, at=at, action="wake", event="woken")
    return alert.id


def alert_close(*, actor: Actor, alert_id: uuid.UUID, reason: str, at: datetime) -> uuid.UUID:
    """This will close an open alert for a reason; it stays closed while its cause lasts.

    Raises Forbidden, NotFound, Invalid, AlertNotOpen.
    """
    alert = _open(actor, alert_id)
    said = _words(reason, "reason")
    clear_alarm(kind=WAKE, subject_id=alert.id)
    closed = {
        "closed_at": at, "closed_by_name": actor.display_name, "closed_reason": said, "snoozed_until_at": None,
    }  # fmt: skip
    _change(alert, closed, actor=actor, at=at, action="close", event="closed", text=said)
    return alert.id


def alert_reopen(*, actor: Actor, alert_id: uuid.UUID, at: datetime) -> uuid.UUID:
    """This will open an alert again that somebody closed; one that is not closed stays as it is.

    Raises Forbidden, NotFound, and AlertNotOpen when its cause is gone.
    """
    alert = _locked(actor, alert_id)
    if alert.resolved_at is not None:
        raise AlertNotOpen(field="alertId")
    if alert.closed_at is not None:
        opened = {"closed_at": None, "closed_by_name": "", "closed_reason": ""}
        _change(alert, opened, actor=actor, at=at, action="reopen", event="reopened")
    return alert.id


def alert_return(*, alert_id: uuid.UUID, at: datetime) -> None:
    """This will bring an alert back whose time has come, and tell of it anew if it is still open."""
    rows = lock_rows(Alert.objects.filter(id=alert_id, snoozed_until_at__lte=at))
    if not rows:
        return
    alert = rows[0]
    Alert.objects.filter(id=alert.id).update(snoozed_until_at=None)
    if alert.resolved_at is None and alert.closed_at is None:
        tell("accounts.alert.raised", alert.kind, [alert.id], watcher(current_scope()), at)


def alert_people(alert: Alert) -> dict[uuid.UUID, str]:
    """This will name those who may look after an alert: who sees alerts where it is."""
    people = members_of_place(group_id=alert.group_id, unit_id=alert.unit_id, permission=READ)
    return {key: member.display_name for key, member in people.items()}


def _locked(actor: Actor, alert_id: uuid.UUID) -> Alert:
    require(actor, PERMISSION)
    rows = lock_rows(alerts_visible_to(actor).filter(id=alert_id))
    if not rows:
        raise NotFound(field="alertId")
    return rows[0]


def _open(actor: Actor, alert_id: uuid.UUID) -> Alert:
    alert = _locked(actor, alert_id)
    if alert.resolved_at is not None or alert.closed_at is not None:
        raise AlertNotOpen(field="alertId")
    return alert


def _words(text: str, field: str) -> str:
    said = text.strip()
    if not 0 < len(said) <= MOST_WORDS:
        raise Invalid(
            field=field,
            reason_en=f"Write something, {MOST_WORDS:,} characters at most.",
            reason_zh=f"请填写内容，最多 {MOST_WORDS} 个字符。",
        )
    return said


def _change(
    alert: Alert,
    values: Mapping[str, object],
    *,
    actor: Actor,
    at: datetime,
    action: str,
    event: str,
    text: str = "",
    until_at: datetime | None = None,
    payload: Mapping[str, object] | None = None,
) -> None:
    """Changes an alert, notes who did it, and tells the trail and open pages."""
    old = {name: _plain(getattr(alert, name)) for name in values}
    for name, value in values.items():
        setattr(alert, name, value)
    alert.save(update_fields=list(values))
    AlertNote.objects.create(
        group_id=alert.group_id, unit_id=alert.unit_id, unit_role=alert.unit_role, alert=alert, action=action,
        text=text, until_at=until_at, author_gid=actor.person_id, author_name=actor.display_name, at=at,
    )  # fmt: skip
    audit.record(
        actor=actor, action=f"accounts.alert.{action}", subject_type="alert", subject_id=alert.id,
        subject_label=f"{alert.kind} {alert.details.get('number', '')}".strip(), at=at, old=old or None,
        new={"kind": alert.kind, "key": alert.key, **{name: _plain(value) for name, value in values.items()}},
        reason=text if action == "close" else "",
    )  # fmt: skip
    tell(f"accounts.alert.{event}", alert.kind, [alert.id], actor, at, payload)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, datetime) else None if value is None else str(value)

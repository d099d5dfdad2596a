"""Mails new alerts to those they are for: one mail for all that came at once, to who did not choose otherwise."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.conf import settings

from tenants.accounts.alert_kinds import kind_or_none
from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.models import Alert, Person
from tenants.accounts.queries.alerts import OPEN
from tenants.accounts.queries.members import Member, members_of_place
from tenants.directory.queries import place_of, unit_address
from tenants.kernel.actor import Actor
from tenants.runtime.scope import ACCOUNTS, switched_scope

NAME = "accounts/alerts"
READ = "accounts.alert.read"


def mail_alerts(*, alert_ids: Sequence[uuid.UUID], count: int, actor: Actor, at: datetime) -> int:
    """This will mail the alerts of one place that are still open: to who looks after them or whom they are for,
    otherwise to who holds their permission.

    Gives the number of mails. `count` is how many came at once, which may be more than are named.
    """
    alerts = list(Alert.objects.filter(OPEN, id__in=alert_ids).order_by("raised_at", "id"))
    if not alerts:
        return 0
    sent = 0
    members = members_of_place(group_id=alerts[0].group_id, unit_id=alerts[0].unit_id, permission=READ)
    for person_id, (email, locale, choice) in _reachable(members).items():
        mine = [row for row in alerts if _is_for(row, person_id, members, choice)]
        if mine:
            more = max(count - len(alerts), 0) + len(mine) - 1 if len(mine) == len(alerts) else len(mine) - 1
            _send(mine[0], more, email, locale, actor=actor, at=at)
            sent += 1
    return sent


def mail_assigned_alert(*, alert_id: uuid.UUID, person_id: uuid.UUID, actor: Actor, at: datetime) -> bool:
    """This will mail an open alert to whom it was given, unless the person wants no mails or has it no more."""
    row = Alert.objects.filter(OPEN, id=alert_id, assignee_gid=person_id).first()
    found = _reachable([person_id]).get(person_id)
    if row is None or found is None or found[2] == "none":
        return False
    _send(row, 0, found[0], found[1], actor=actor, at=at)
    return True


def _is_for(row: Alert, person_id: uuid.UUID, members: Mapping[uuid.UUID, Member], choice: str) -> bool:
    """One that names somebody who has left is for all who may act."""
    if choice == "none" or (choice == "urgent" and not row.urgent):
        return False
    for named in (row.assignee_gid, row.owner_gid):
        if named in members:
            return named == person_id
    return row.permission in members[person_id].permissions


def _reachable(person_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, tuple[str, str, str]]:
    """Address, language and choice of the people who can log in."""
    keys = list(person_ids)
    with switched_scope(ACCOUNTS):
        rows = Person.objects.filter(id__in=keys, is_active=True).order_by("id")
        return {key: (email, locale, choice) for key, email, locale, choice in rows.values_list(
            "id", "email", "locale", "alert_mails"
        )}  # fmt: skip


def _send(row: Alert, more: int, email: str, locale: str, *, actor: Actor, at: datetime) -> None:
    kind = kind_or_none(row.kind)
    if kind is None:
        return
    place, link = _place(row)
    values = {
        "place": place,
        "text": kind.words(locale, row.details),
        "advice": kind.advice(locale),
        "more": more,
        "link": link,
    }
    name = NAME if more == 0 else f"{NAME}_more"
    mail_request(name=name, recipient=email, locale=locale, values=values, at=at, actor=actor)


def _place(row: Alert) -> tuple[str, str]:
    """The name of the place, and the address of its list of alerts."""
    if row.unit_id is not None:
        slug, name = unit_address(row.unit_id)
        return name, settings.ALERTS_URL.format(place=f"u/{slug}")
    found = place_of(group_id=row.group_id)
    return found.name if found else "", settings.ALERTS_URL.format(place=f"g/{row.group_id}")

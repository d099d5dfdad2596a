"""Mails new alerts to those they are for: one mail for all that came at once, to who did not choose otherwise."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.conf import settings

from tenants.accounts.alert_kinds import kind_or_none
from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.models import Alert, Membership, Person
from tenants.accounts.queries.members import members_of_unit, role_permissions
from tenants.directory.queries import place_of, unit_address
from tenants.kernel.actor import Actor
from tenants.runtime.scope import ACCOUNTS, current_scope, switched_scope

NAME = "accounts/alerts"
READ = "accounts.alert.read"


def mail_alerts(*, alert_ids: Sequence[uuid.UUID], count: int, actor: Actor, at: datetime) -> int:
    """This will mail the alerts that are still open to their owners, otherwise to who holds their permission.

    Gives the number of mails. `count` is how many came at once, which may be more than are named.
    """
    alerts = list(
        Alert.objects.filter(id__in=alert_ids, resolved_at__isnull=True).order_by("raised_at", "id")
    )
    if not alerts:
        return 0
    sent = 0
    members = _members()
    for person_id, (email, locale, choice) in _reachable(members).items():
        mine = [row for row in alerts if _is_for(row, person_id, members, choice)]
        if mine:
            more = max(count - len(alerts), 0) + len(mine) - 1 if len(mine) == len(alerts) else len(mine) - 1
            _send(mine[0], more, email, locale, actor=actor, at=at)
            sent += 1
    return sent


def _is_for(
    row: Alert, person_id: uuid.UUID, members: Mapping[uuid.UUID, frozenset[str]], choice: str
) -> bool:
    """One that names somebody who has left is for all who may act."""
    if choice == "none" or (choice == "urgent" and not row.urgent):
        return False
    if row.owner_gid in members:
        return row.owner_gid == person_id
    return row.permission in members[person_id] and READ in members[person_id]


def _members() -> dict[uuid.UUID, frozenset[str]]:
    """The people of the place with what they may do there."""
    scope = current_scope()
    if scope.unit_id is not None:
        return {key: m.permissions for key, m in members_of_unit(unit_id=scope.unit_id).items()}
    rows = list(
        Membership.objects.filter(group_id=scope.group_id, kind="group").values_list("person_id", "role")
    )
    granted = role_permissions({role for _, role in rows})
    found: dict[uuid.UUID, frozenset[str]] = {}
    for person_id, role in rows:
        found[person_id] = found.get(person_id, frozenset()) | granted[role]
    return found


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

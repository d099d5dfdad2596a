"""What people change about themselves, and the platform about them."""

import uuid
from datetime import datetime

from django.db.models import F

from tenants.accounts.login.forms import LOCALES
from tenants.accounts.models import Membership, Person
from tenants.accounts.services.consents import ALERTS, note_answer
from tenants.accounts.services.epochs import end_sessions_of
from tenants.accounts.services.scopes import in_accounts
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Forbidden, Invalid, NotFound, Unauthenticated
from tenants.runtime import audit, outbox

ALERT_MAILS = ("none", "urgent", "all")


def person_edit(*, actor: Actor, at: datetime, display_name: str, locale: str) -> uuid.UUID:
    """This will change the logged-in person's name and language; memberships carry the name along.

    Every group of the person has it in its trail. Raises Unauthenticated, Invalid; Forbidden for API keys.
    """
    if actor.person_id is None:
        raise Unauthenticated
    if actor.kind != "person":
        raise Forbidden(permission="accounts.person.edit")
    fresh = {"display_name": _name(display_name), "locale": _locale(locale)}
    with in_accounts():
        person = Person.objects.select_for_update(no_key=True).get(id=actor.person_id)
        old, new = audit.changes({"display_name": person.display_name, "locale": person.locale}, fresh)
        if not new:
            return person.pk
        Person.objects.filter(id=person.pk).update(display_name=fresh["display_name"], locale=fresh["locale"])
        _tell_groups(actor, person, at, old, new)
    return person.pk


def alert_mails_choose(*, actor: Actor, at: datetime, alert_mails: str) -> uuid.UUID:
    """This will set of which alerts the logged-in person gets mails: none, urgent or all, and keep it as an answer.

    Raises Unauthenticated, Invalid; Forbidden for API keys.
    """
    if actor.person_id is None:
        raise Unauthenticated
    if actor.kind != "person":
        raise Forbidden(permission="accounts.person.edit")
    if alert_mails not in ALERT_MAILS:
        raise Invalid(
            field="alertMails",
            reason_en=f"Choose one of {', '.join(ALERT_MAILS)}.",
            reason_zh=f"请选择 {'、'.join(ALERT_MAILS)} 之一。",
        )
    with in_accounts():
        Person.objects.filter(id=actor.person_id).update(alert_mails=alert_mails)
        note_answer(
            person_id=actor.person_id, purpose="alert_mails", given=alert_mails != "none", origin=ALERTS,
            locale=actor.locale, at=at,
        )  # fmt: skip
    return actor.person_id


def person_deactivate(*, actor: Actor, at: datetime, email: str, reason: str) -> uuid.UUID:
    """This will lock a person out of the whole platform at once: sessions and keys are dead with the commit.

    For operators (`manage person_deactivate`); no door leads to it. Raises NotFound.
    """
    with in_accounts():
        person = Person.objects.filter(email=email.strip().lower()).first()
        if person is None:
            raise NotFound(field="email")
        Person.objects.filter(id=person.pk).update(is_active=False)
        end_sessions_of([person.pk], actor=actor, at=at)
        for group_id in _groups_of(person):
            audit.record(
                actor=actor, action="accounts.person.deactivate", subject_type="person",
                subject_id=person.pk, subject_label=person.email, at=at, old={"is_active": True},
                new={"is_active": False}, reason=reason, group_id=group_id,
            )  # fmt: skip
    return person.pk


def _tell_groups(
    actor: Actor, person: Person, at: datetime, old: dict[str, object], new: dict[str, object]
) -> None:
    for group_id in _groups_of(person):
        audit.record(
            actor=actor, action="accounts.person.edit", subject_type="person", subject_id=person.pk,
            subject_label=person.email, at=at, old=old, new=new, group_id=group_id,
        )  # fmt: skip
    if "display_name" in new:
        Membership.objects.filter(person_id=person.pk).update(
            display_name=new["display_name"], version=F("version") + 1
        )
    outbox.publish(
        event_type="accounts.person.edited", subject_type="person", subject_id=person.pk, at=at, actor=actor,
        payload={"fields": sorted(new)},
    )  # fmt: skip


def _groups_of(person: Person) -> list[uuid.UUID]:
    rows = Membership.objects.filter(person_id=person.pk)
    return sorted(set(rows.values_list("group_id", flat=True)))


def _name(text: str) -> str:
    words = " ".join(text.split())
    if not 1 <= len(words) <= 120:
        raise Invalid(
            field="displayName",
            reason_en="A name has 1 to 120 characters.",
            reason_zh="姓名长度为 1 至 120 个字符。",
        )
    return words


def _locale(text: str) -> str:
    if text not in LOCALES:
        raise Invalid(
            field="locale",
            reason_en=f"Choose one of {', '.join(LOCALES)}.",
            reason_zh=f"请选择 {'、'.join(LOCALES)} 之一。",
        )
    return text

"""Erases a person on their own verified wish. What law and evidence hold stays: names on documents, audit rows.

The audit trails are sealed and kept for as long as the group must keep its books (R32); they name who did what.
"""

import uuid
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db.models import F

from tenants.accounts.models import ApiKey, Membership, Person, SecurityEvent
from tenants.accounts.queries.personal import rows_of_person, tables_of_people
from tenants.accounts.services.epochs import end_sessions_of
from tenants.accounts.services.grants import lock_with_admins, require_another_admin
from tenants.accounts.services.scopes import in_accounts, in_scope
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.kernel.personal import kind_of
from tenants.runtime import audit
from tenants.runtime.scope import group_scope

KEPT = (Person, SecurityEvent)
"""Tables whose rows stay: the person's, emptied; and records of log-ins, which law wants for 180 days."""


def person_erase(*, actor: Actor, at: datetime, email: str, reason: str) -> uuid.UUID:
    """This will erase what the platform keeps of a person, and give the id that remains in trails.

    For operators (`manage person_erase`), who have verified who asks; no door leads to it. Whoever is the last
    administrator of a place must hand it over first. Raises NotFound, LastAdmin.
    """
    with in_accounts():
        person = Person.objects.select_for_update(no_key=True).filter(email=email.strip().lower()).first()
        if person is None:
            raise NotFound(field="email")
        members = list(Membership.objects.filter(person_id=person.pk).order_by("group_id", "id"))
        end_sessions_of([person.pk], actor=actor, at=at)
    for group_id in sorted({member.group_id for member in members}):
        with in_scope(group_scope(group_id)):
            for member in members:
                if member.group_id == group_id and lock_with_admins(member) is not None:
                    require_another_admin(member)
            ApiKey.objects.filter(created_by=person.pk, revoked_at=None).update(revoked_at=at)
            audit.record(
                actor=actor, action="accounts.person.erase", subject_type="person", subject_id=person.pk, at=at,
                reason=reason,
            )  # fmt: skip
    with in_accounts():
        for model in tables_of_people("D"):
            if model not in KEPT:
                rows_of_person(model, person_id=person.pk, email=person.email).delete()
        _readdress(person)
        Person.objects.filter(id=person.pk).update(
            email=_nowhere(person), display_name="", is_active=False, password=make_password(None),
            session_epoch=F("session_epoch") + 1,
        )  # fmt: skip
    return person.pk


def _readdress(person: Person) -> None:
    """Invitations and the like stay in their group's books, bound to an address that nobody has."""
    deleted = set(tables_of_people("D"))
    for model in tables_of_people("U"):
        if model in KEPT or model in deleted:
            continue
        mails = [
            f.name for f in model._meta.concrete_fields if kind_of(f.name, table=model._meta.label) == "email"
        ]
        rows = rows_of_person(model, person_id=person.pk, email=person.email)
        if mails:
            rows.update(**dict.fromkeys(mails, _nowhere(person)))  # reviewed: names of columns


def _nowhere(person: Person) -> str:
    return f"{person.pk.hex}@erased.invalid"

"""People, memberships, sessions and API keys for tests: written as the accounts role."""

import secrets
import uuid
from datetime import datetime, timedelta

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.utils import timezone

from tenants.accounts.authenticate import secret_hash
from tenants.accounts.models import ApiKey, CustomRole, Membership, Person
from tenants.accounts.sessions import METHODS_KEY, SessionStore
from tenants.runtime.scope import ACCOUNTS, unit_of_work
from tests.support.world import GroupInWorld, UnitInWorld

PASSWORD = "correct horse battery staple"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def make_person(email: str, *, name: str = "", locale: str = "en", password: str = PASSWORD) -> Person:
    """This will make a person whose e-mail address is verified."""
    from allauth.account.models import EmailAddress

    with unit_of_work(ACCOUNTS):
        person = Person.objects.create_user(email, password, display_name=name or email, locale=locale)
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def make_member(
    person: Person,
    place: GroupInWorld | UnitInWorld,
    role: str,
    *,
    kind: str = "",
    supplier_org_id: uuid.UUID | None = None,
    distributor_id: uuid.UUID | None = None,
) -> Membership:
    """This will give a person a role in a group or unit; `kind` defaults to the place's."""
    in_unit = isinstance(place, UnitInWorld)
    with unit_of_work(ACCOUNTS):
        return Membership.objects.create(
            group_id=place.group.id if in_unit else place.id,
            person=person,
            kind=kind or ("unit" if in_unit else "group"),
            unit_id=place.id if in_unit else None,
            unit_role=place.unit_scope.role if in_unit else "",
            supplier_org_id=supplier_org_id,
            distributor_id=distributor_id,
            role=role,
            email=person.email,
            display_name=person.display_name,
        )


def make_session(person: Person, *, second_factor: bool = False) -> str:
    """This will open a session as a log-in does and give the value of its cookie."""
    with unit_of_work(ACCOUNTS):
        store = SessionStore()
        store[SESSION_KEY] = str(person.pk)
        store[BACKEND_SESSION_KEY] = BACKEND
        store[HASH_SESSION_KEY] = person.get_session_auth_hash()
        now = timezone.now().timestamp()
        store[METHODS_KEY] = [{"method": "password", "at": now}]
        if second_factor:
            store[METHODS_KEY] += [{"method": "mfa", "type": "totp", "at": now}]
        store.create()
    assert store.session_key is not None
    return store.session_key


def make_api_key(
    creator: Person,
    place: GroupInWorld | UnitInWorld,
    *permissions: str,
    expires_at: datetime | None = None,
) -> tuple[str, ApiKey]:
    """This will make an API key and give its secret and its row."""
    in_unit = isinstance(place, UnitInWorld)
    secret = f"hk_test_{secrets.token_urlsafe(32)}"
    with unit_of_work(ACCOUNTS):
        row = ApiKey(
            group_id=place.group.id if in_unit else place.id,
            unit_id=place.id if in_unit else None,
            unit_role=place.unit_scope.role if in_unit else "",
            name="ERP",
            prefix="hk_test_",
            secret_hash=secret_hash(secret),
            permissions=sorted(permissions),
            created_by=creator.pk,
            created_at=timezone.now(),
            expires_at=expires_at or timezone.now() + timedelta(days=90),
        )
    with (place.group if in_unit else place).scope():
        ApiKey.objects.bulk_create([row])
    return secret, row


def make_custom_role(group: GroupInWorld, code: str, *permissions: str, kind: str = "unit") -> CustomRole:
    """This will make a role of a group's own."""
    with group.scope():
        return CustomRole.objects.create(
            group_id=group.id, code=code, name=code, kind=kind, permissions=sorted(permissions)
        )

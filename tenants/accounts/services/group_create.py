"""Founding a group: a person with a verified address opens one and becomes its HQ administrator."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress

from tenants.accounts.models import Membership, Person
from tenants.accounts.services.members import member_appoint
from tenants.accounts.services.scopes import in_accounts
from tenants.directory.services.group_open import group_open
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Forbidden, Unauthenticated


class EmailNotVerified(DomainError):
    """The person has not yet shown that the address is theirs."""

    code = "EMAIL_NOT_VERIFIED"
    en = "Confirm your e-mail address first: open the link in the mail that was sent to it."
    zh = "请先验证邮箱：打开发送到该邮箱的邮件中的链接。"


class HasGroup(DomainError):
    """The person belongs to a group already."""

    code = "HAS_GROUP"
    en = "You belong to a group already. A further one is opened with another e-mail address."
    zh = "您已属于一个集团。如需新建集团，请使用其他邮箱。"


@dataclass(frozen=True, slots=True)
class Founded:
    """A group that was just opened."""

    group_id: uuid.UUID


def group_create(
    *, actor: Actor, at: datetime, name: str, currency: str = "CNY", locale: str = "zh-CN"
) -> Founded:
    """This will open a group with the person logged in as its HQ administrator.

    Raises Unauthenticated, Forbidden for API keys, EmailNotVerified, HasGroup, Invalid.
    """
    if actor.person_id is None:
        raise Unauthenticated
    if actor.kind != "person":
        raise Forbidden(permission="directory.group.create")
    with in_accounts():
        person = Person.objects.select_for_update(no_key=True).get(id=actor.person_id)
        if not EmailAddress.objects.filter(user=person, email=person.email, verified=True).exists():
            raise EmailNotVerified
        if Membership.objects.filter(person=person, kind="group").exists():
            raise HasGroup
        group_id = group_open(actor=actor, at=at, name=name, currency=currency, locale=locale)
        member_appoint(
            actor=actor, at=at, person_id=person.id, kind="group", role="hq_admin", group_id=group_id
        )
    return Founded(group_id)

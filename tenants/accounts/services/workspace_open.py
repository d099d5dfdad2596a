"""Self-service: a newcomer opens a group with its first unit, all in one step or not at all."""

import uuid
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from tenants.accounts.models import SecurityEvent
from tenants.accounts.permissions import ROLES
from tenants.accounts.services.group_create import group_create
from tenants.accounts.services.scopes import in_accounts, in_scope
from tenants.directory.services.edition_choose import edition_choose
from tenants.directory.services.unit_create import unit_create
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError
from tenants.runtime.scope import group_scope

OPENED = "workspace_opened"
MOST_OF_AN_ADDRESS = 5
WITHIN = timedelta(days=1)


class TooManyWorkspaces(DomainError):
    """From this address enough workspaces were opened for a day."""

    code = "TOO_MANY_WORKSPACES"
    en = "Enough workspaces were opened from your network today. Try again tomorrow, or write to us."
    zh = "今天从您的网络开通的工作区已达上限。请明天再试，或与我们联系。"


@dataclass(frozen=True, slots=True)
class Opened:
    """A group that was just opened, and the job that makes its first unit."""

    group_id: uuid.UUID
    unit_id: uuid.UUID
    provisioning_job_id: uuid.UUID


def workspace_open(
    *,
    actor: Actor,
    at: datetime,
    group_name: str,
    unit_name: str,
    slug: str,
    country: str,
    currency: str,
    time_zone: str,
    edition: str = "base",
    locale: str = "zh-CN",
) -> Opened:
    """This will open a group in an edition, with the person logged in as administrator, and order its first unit.

    Nothing is left when any of it is refused. Raises Unauthenticated, Forbidden for API keys, EmailNotVerified,
    HasGroup, TooManyWorkspaces, Invalid, SlugInvalid, SlugReserved, SlugTaken.
    """
    with in_accounts():
        _count(actor, at)
        founded = group_create(actor=actor, at=at, name=group_name, currency=currency, locale=locale)
    founder = replace(actor, group_id=founded.group_id, permissions=ROLES["hq_admin"].permissions)
    with in_scope(group_scope(founded.group_id)):
        edition_choose(actor=founder, at=at, group_id=founded.group_id, edition=edition)
        job = unit_create(
            actor=founder,
            at=at,
            slug=slug,
            name=unit_name,
            country=country,
            currency=currency,
            time_zone=time_zone,
        )
    return Opened(founded.group_id, job.unit_id, job.id)


def _count(actor: Actor, at: datetime) -> None:
    """Notes the opening with its address; raises TooManyWorkspaces. A refusal later takes the note back too."""
    if actor.ip_address is not None:
        lately = SecurityEvent.objects.filter(kind=OPENED, ip_address=actor.ip_address, at__gt=at - WITHIN)
        if lately.count() >= MOST_OF_AN_ADDRESS:
            raise TooManyWorkspaces
    SecurityEvent.objects.bulk_create(
        [SecurityEvent(person_id=actor.person_id, kind=OPENED, at=at, ip_address=actor.ip_address)]
    )

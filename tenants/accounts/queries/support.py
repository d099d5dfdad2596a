"""The doors to consents and to acting as somebody else."""

import uuid
from datetime import datetime

from django.db.models import QuerySet

from tenants.accounts.models import Operator, SupportGrant, SupportSession
from tenants.kernel.actor import Actor


def support_grants_of(actor: Actor) -> QuerySet[SupportGrant]:
    """This will give the consents of the actor's group, newest first."""
    return SupportGrant.objects.filter(group_id=actor.group_id).order_by("-granted_at", "-id")


def support_sessions_of(actor: Actor) -> QuerySet[SupportSession]:
    """This will give who acted as somebody of the actor's group, newest first."""
    return SupportSession.objects.filter(group_id=actor.group_id).order_by("-started_at", "-id")


def support_running(actor: Actor, *, at: datetime) -> list[SupportSession]:
    """This will give who acts as somebody of the actor's group now; everybody in the group may see it."""
    return list(support_sessions_of(actor).filter(ended_at=None, ends_at__gt=at)[:10])


def open_grants(*, at: datetime, group_id: uuid.UUID | None = None) -> list[SupportGrant]:
    """This will give the consents that hold now, of one group or of all, in the operator's scope."""
    rows = SupportGrant.objects.filter(revoked_at=None, ends_at__gt=at)
    rows = rows if group_id is None else rows.filter(group_id=group_id)
    return list(rows.order_by("ends_at", "id")[:200])


def own_sessions(actor: Actor, *, at: datetime) -> list[SupportSession]:
    """This will give the sessions of the operator's person that run now, in the operator's scope."""
    rows = SupportSession.objects.filter(operator_person_id=actor.person_id, ended_at=None, ends_at__gt=at)
    return list(rows.order_by("-started_at"))


def sessions_lately(*, first: int) -> list[SupportSession]:
    """This will give who acted as a customer's person last, newest first, in the operator's scope."""
    return list(SupportSession.objects.order_by("-started_at", "-id")[:first])


def operator_role_of(person_id: uuid.UUID | None) -> str | None:
    """This will give a person's role at the operator's console, in the accounts scope; None for everybody else."""
    if person_id is None:
        return None
    rows = Operator.objects.filter(person_id=person_id, ended_at=None)
    return rows.values_list("role", flat=True).first()


def operators_of(*roles: str) -> list[Operator]:
    """This will give the people who run the service, by name; of some roles when they are named."""
    rows = Operator.objects.filter(ended_at=None)
    rows = rows.filter(role__in=roles) if roles else rows
    return list(rows.order_by("display_name", "id"))

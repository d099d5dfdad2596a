"""Seats: people who work in a group. Contacts of suppliers and distributors take none."""

import uuid

from django.db.models import QuerySet
from django.db.models.functions import Now

from tenants.accounts.models import Invitation, Membership

STAFF = ("group", "unit")


def seats_used(*, group_id: uuid.UUID) -> int:
    """This will count the people with a role in the group or a unit of it, in the group's scope."""
    rows = Membership.objects.filter(group_id=group_id, kind__in=STAFF)
    return rows.values("person_id").distinct().count()


def seats_promised(*, group_id: uuid.UUID) -> int:
    """This will count the addresses that are invited and belong to nobody of the group yet."""
    known = Membership.objects.filter(group_id=group_id, kind__in=STAFF).values("email")
    return _waiting(group_id).exclude(email__in=known).values("email").distinct().count()


def has_seat(*, group_id: uuid.UUID, email: str) -> bool:
    """This will tell whether an address works in the group already, or is invited to."""
    members = Membership.objects.filter(group_id=group_id, kind__in=STAFF, email=email)
    return members.exists() or _waiting(group_id).filter(email=email).exists()


def _waiting(group_id: uuid.UUID) -> QuerySet[Invitation]:
    rows = Invitation.objects.filter(group_id=group_id, kind__in=STAFF, accepted_at=None, revoked_at=None)
    return rows.filter(expires_at__gt=Now())

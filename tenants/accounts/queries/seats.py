"""Seats: people who work in a group. Contacts of suppliers and distributors take none."""

import uuid

from tenants.accounts.models import Invitation, Membership

STAFF = ("group", "unit")


def seats_used(*, group_id: uuid.UUID) -> int:
    """This will count the people with a role in the group or a unit of it, in the group's scope."""
    rows = Membership.objects.filter(group_id=group_id, kind__in=STAFF)
    return rows.values("person_id").distinct().count()


def seats_promised(*, group_id: uuid.UUID) -> int:
    """This will count the addresses that are invited and belong to nobody of the group yet."""
    known = Membership.objects.filter(group_id=group_id, kind__in=STAFF).values("email")
    waiting = Invitation.objects.filter(group_id=group_id, kind__in=STAFF, accepted_at=None, revoked_at=None)
    return waiting.exclude(email__in=known).values("email").distinct().count()

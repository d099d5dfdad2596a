"""Ends everything a person has in one group: part of an erasure."""

import uuid
from datetime import datetime

from tenants.accounts.models import ApiKey, Invitation, Membership
from tenants.accounts.services.epochs import end_sessions_of
from tenants.accounts.services.grants import lock_with_admins, require_another_admin
from tenants.kernel.actor import Actor


def person_leave(*, actor: Actor, person_id: uuid.UUID, at: datetime) -> None:
    """This will delete the person's memberships in the surrounding scope's group, end keys made by them, and withdraw
    open invitations to them; in the group's scope. Asks for no permission: `person_request_decide` has.

    Raises LastAdmin.
    """
    members = list(Membership.objects.filter(person_id=person_id).order_by("id"))
    for member in members:
        if lock_with_admins(member) is not None:
            require_another_admin(member)
    ApiKey.objects.filter(created_by=person_id, revoked_at=None).update(revoked_at=at)
    addresses = {member.email for member in members}
    Invitation.objects.filter(email__in=addresses, accepted_at=None, revoked_at=None).update(revoked_at=at)
    Membership.objects.filter(person_id=person_id).delete()
    end_sessions_of([person_id], actor=actor, at=at)

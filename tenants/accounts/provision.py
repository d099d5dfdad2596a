"""What the accounts do when a unit is made or ends: its first administrator, its members, its keys."""

from datetime import datetime

from tenants.accounts.models import ApiKey, Invitation, Membership
from tenants.accounts.queries.seats import STAFF
from tenants.accounts.services.members import member_appoint
from tenants.directory.provisioning.hooks import NewUnit, on_first_admin, on_purge
from tenants.kernel.actor import system_actor


@on_first_admin("accounts.first_admin")
def first_admin(*, unit: NewUnit, at: datetime) -> None:
    """This will make the named member of the group, or else whoever ordered the unit, its administrator.

    An address that nobody who works in the group has is not let in, also when it is a partner's: the orderer invites
    its owner.
    """
    staff = Membership.objects.filter(group_id=unit.group_id, kind__in=STAFF)
    member = staff.filter(email=unit.first_admin_email).first()
    person_id = member.person_id if member is not None else unit.requested_by
    if person_id is not None:
        member_appoint(
            actor=system_actor(group_id=unit.group_id, unit_id=unit.id, name="provisioning"), at=at,
            person_id=person_id, kind="unit", role="unit_admin", group_id=unit.group_id, unit_id=unit.id,
        )  # fmt: skip


@on_purge("accounts.people")
def forget_unit(*, unit: NewUnit, at: datetime) -> None:
    """This will delete the unit's memberships and invitations, and revoke its keys."""
    Membership.objects.filter(unit_id=unit.id).delete()
    Invitation.objects.filter(unit_id=unit.id).delete()
    ApiKey.objects.filter(unit_id=unit.id, revoked_at=None).update(revoked_at=at)

"""What the accounts do when a unit is made or ends: its first administrator, its members, its keys."""

from datetime import datetime

from tenants.accounts.models import ApiKey, Invitation, Membership, Person
from tenants.directory.provisioning.hooks import NewUnit, on_first_admin, on_purge
from tenants.runtime.scope import unit_role


@on_first_admin("accounts.first_admin")
def first_admin(*, unit: NewUnit, at: datetime) -> None:
    """This will make the named member of the group, or else whoever ordered the unit, its administrator.

    An address that no member of the group has is not let in: the orderer invites its owner.
    """
    member = Membership.objects.filter(group_id=unit.group_id, email=unit.first_admin_email).first()
    person_id = member.person_id if member is not None else unit.requested_by
    person = Person.objects.filter(id=person_id, is_active=True).first() if person_id else None
    if person is None:
        return
    Membership.objects.get_or_create(
        group_id=unit.group_id,
        person_id=person.id,
        kind="unit",
        unit_id=unit.id,
        role="unit_admin",
        defaults={
            "unit_role": unit_role(group_id=unit.group_id, schema_name=unit.schema_name),
            "email": person.email,
            "display_name": person.display_name,
        },
    )


@on_purge("accounts.people")
def forget_unit(*, unit: NewUnit, at: datetime) -> None:
    """This will delete the unit's memberships and open invitations, and revoke its keys."""
    Membership.objects.filter(unit_id=unit.id).delete()
    Invitation.objects.filter(unit_id=unit.id).delete()
    ApiKey.objects.filter(unit_id=unit.id, revoked_at=None).update(revoked_at=at)

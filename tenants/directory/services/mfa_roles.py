"""Which roles of a group must log in with a second factor: kept with the group, decided in accounts."""

import uuid

from django.db.models import F

from tenants.directory.models import Group
from tenants.kernel.errors import Conflict, NotFound


def demand_second_factor(*, group_id: uuid.UUID, roles: list[str], version: int) -> list[str]:
    """This will write the roles into the group and give those it had; part of `mfa_policy_edit`.

    Raises NotFound, Conflict.
    """
    group = Group.objects.select_for_update(no_key=True).filter(id=group_id).first()
    if group is None:
        raise NotFound
    if group.version != version:
        raise Conflict(field="version", current_version=group.version)
    Group.objects.filter(id=group_id).update(mfa_required_roles=roles, version=F("version") + 1)
    return list(group.mfa_required_roles)

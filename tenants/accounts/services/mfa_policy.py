"""Which roles of a group must log in with a second factor."""

import uuid
from datetime import datetime

from tenants.accounts.models import CustomRole
from tenants.accounts.permissions import ROLES
from tenants.accounts.services.grants import RoleUnknown
from tenants.accounts.services.scopes import in_group_of, recorded
from tenants.directory.services.mfa_roles import demand_second_factor
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.runtime.guard import require, require_recent_proof


def mfa_policy_edit(*, actor: Actor, at: datetime, roles: list[str], version: int) -> uuid.UUID:
    """This will set the roles whose holders need a second factor, from their next request on.

    `version` is the group's. Raises Forbidden, ProofRequired, RoleUnknown, NotFound, Conflict.
    """
    require(actor, "accounts.mfa_policy.edit")
    require_recent_proof(actor, at=at)
    if actor.group_id is None:
        raise NotFound
    wanted = sorted(set(roles))
    with in_group_of(actor):
        own = set(CustomRole.objects.filter(group_id=actor.group_id).values_list("code", flat=True))
        for role in wanted:
            if role not in ROLES and role not in own:
                raise RoleUnknown(field="roles", role=role)
        old = demand_second_factor(group_id=actor.group_id, roles=wanted, version=version)
    recorded(
        actor=actor, action="accounts.mfa_policy.edit", event="accounts.mfa_policy.edited",
        subject_type="group", subject_id=actor.group_id, subject_label="", at=at,
        old={"roles": old}, new={"roles": wanted},
    )  # fmt: skip
    return actor.group_id

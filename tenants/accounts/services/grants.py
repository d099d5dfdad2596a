"""Who may give which role to whom: the rules that every grant meets."""

import uuid

from django.db.models import Q

from tenants.accounts.models import CustomRole, Membership
from tenants.accounts.permissions import ROLES
from tenants.accounts.rights import allowed_in, is_privileged
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError
from tenants.runtime.locks import lock_rows

ADMIN_OF = {"group": "hq_admin", "unit": "unit_admin"}


class RoleUnknown(DomainError):
    """There is no such role for this kind of context."""

    code = "ROLE_UNKNOWN"
    en = "There is no role {role} for this kind of member. Choose one from the list."
    zh = "此类成员没有角色 {role}，请从列表中选择。"


class RoleAboveOwn(DomainError):
    """The role permits what the actor may not do: nobody gives more than they have."""

    code = "ROLE_ABOVE_OWN"
    en = "This role may do more than you: you cannot give, change or take it. Ask an administrator who may."
    zh = "该角色的权限高于您，您不能授予、变更或移除它。请联系有此权限的管理员。"


class OwnRights(DomainError):
    """People do not change their own rights."""

    code = "OWN_RIGHTS"
    en = "You cannot change your own rights. Ask another administrator."
    zh = "您不能更改自己的权限，请联系其他管理员。"


class LastAdmin(DomainError):
    """The last administrator of a group or unit stays."""

    code = "LAST_ADMIN"
    en = "This is the last administrator. Appoint another one first."
    zh = "这是最后一位管理员，请先任命其他管理员。"


def permissions_of_role(*, group_id: uuid.UUID, kind: str, role: str) -> frozenset[str]:
    """This will give what a role permits in a group; raises RoleUnknown."""
    shipped = ROLES.get(role)
    if shipped is not None:
        if shipped.kind == kind:
            return shipped.permissions
        raise RoleUnknown(field="role", role=role)
    own = CustomRole.objects.filter(group_id=group_id, code=role, kind=kind).first()
    if own is None:
        raise RoleUnknown(field="role", role=role)
    return allowed_in(kind, own.permissions)


def require_role_within(actor: Actor, *, kind: str, role: str) -> frozenset[str]:
    """This will pass when the actor may give or take the role; raises RoleUnknown and RoleAboveOwn.

    In the actor's own kind of context the role may hold nothing the actor does not. Head office appoints
    people in its units, and units their partners' contacts, whatever they may do there themselves.
    """
    permissions = permissions_of_role(group_id=_group_of(actor), kind=kind, role=role)
    own_kind = "unit" if actor.unit_id is not None else "group"
    if kind == own_kind and not permissions <= actor.permissions:
        raise RoleAboveOwn(field="role")
    return permissions


def is_privileged_role(permissions: frozenset[str]) -> bool:
    """This will tell whether giving the role takes a person who has just proved who they are."""
    return is_privileged(permissions)


def lock_with_admins(membership: Membership) -> Membership | None:
    """This will lock a membership together with those of its place's administrators, in one order.

    So two who remove each other at once do not both succeed. Gives the membership fresh, None when it went.
    """
    admins = Q(group_id=membership.group_id, kind=membership.kind, unit_id=membership.unit_id,
               role=ADMIN_OF.get(membership.kind, ""))  # fmt: skip
    rows = lock_rows(Membership.objects.filter(admins | Q(id=membership.id)))
    return next((row for row in rows if row.id == membership.id), None)


def require_another_admin(membership: Membership) -> None:
    """This will pass when the membership's group or unit keeps an administrator without it.

    Its place's administrators must be locked. Raises LastAdmin.
    """
    role = ADMIN_OF.get(membership.kind)
    if role is None or membership.role != role:
        return
    others = Membership.objects.filter(
        group_id=membership.group_id, kind=membership.kind, unit_id=membership.unit_id, role=role
    ).exclude(person_id=membership.person_id)
    if not others.exists():
        raise LastAdmin


def _group_of(actor: Actor) -> uuid.UUID:
    if actor.group_id is None:
        raise ValueError("the actor is not at a door of a group")
    return actor.group_id

"""Roles that a group makes for itself out of the catalogue."""

import re
import uuid
from datetime import datetime

from django.db.models import F, QuerySet

from tenants.accounts.models import CustomRole, Invitation, Membership
from tenants.accounts.models.membership import KINDS
from tenants.accounts.permissions import ROLES
from tenants.accounts.queries.visible import custom_roles_visible_to
from tenants.accounts.rights import allowed_in, is_privileged
from tenants.accounts.services.epochs import end_sessions_of
from tenants.accounts.services.grants import OwnRights, RoleAboveOwn
from tenants.accounts.services.scopes import in_group_of, recorded
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, DomainError, Invalid, NotFound
from tenants.runtime.guard import require, require_recent_proof

CODE = re.compile(r"[a-z][a-z0-9_]{1,47}\Z")


class RoleTaken(DomainError):
    """The code belongs to a shipped role or to another of the group's own."""

    code = "ROLE_TAKEN"
    en = "There is a role {role} already. Choose another name."
    zh = "角色 {role} 已存在，请另选名称。"


class RoleInUse(DomainError):
    """Somebody has the role, or is invited to it."""

    code = "ROLE_IN_USE"
    en = "{count} members or invitations have this role. Give them another one first."
    zh = "仍有 {count} 位成员或邀请使用该角色，请先变更其角色。"


def custom_role_create(
    *, actor: Actor, at: datetime, code: str, name: str, kind: str, permissions: list[str]
) -> uuid.UUID:
    """This will make a role for one kind of context and give its id.

    Raises Forbidden, ProofRequired for a privileged one, Invalid, RoleTaken, RoleAboveOwn.
    """
    require(actor, "accounts.role.edit")
    wanted = _checked(actor, kind=kind, permissions=permissions, at=at)
    if not CODE.match(code):
        raise Invalid(
            field="code",
            reason_en="A code has 2 to 48 small letters, digits and underscores.",
            reason_zh="代码由 2 至 48 个小写字母、数字和下划线组成。",
        )
    with in_group_of(actor):
        if code in ROLES or CustomRole.objects.filter(group_id=actor.group_id, code=code).exists():
            raise RoleTaken(field="code", role=code)
        role = CustomRole(
            group_id=actor.group_id, code=code, name=_name(name), kind=kind, permissions=sorted(wanted)
        )
        CustomRole.objects.bulk_create([role])
    recorded(
        actor=actor, action="accounts.role.edit", event="accounts.custom_role.created",
        subject_type="custom_role", subject_id=role.id, subject_label=role.name, at=at,
        new={"code": code, "kind": kind, "permissions": role.permissions},
    )  # fmt: skip
    return role.id


def custom_role_edit(
    *, actor: Actor, at: datetime, custom_role_id: uuid.UUID, version: int, name: str, permissions: list[str]
) -> uuid.UUID:
    """This will change a role's name and permissions; sessions of its holders end when it permits less or more.

    Raises Forbidden, ProofRequired, Invalid, NotFound, Conflict, RoleAboveOwn, OwnRights for a role the
    actor has.
    """
    require(actor, "accounts.role.edit")
    with in_group_of(actor):
        role = _role(actor, custom_role_id, version)
        wanted = _checked(actor, kind=role.kind, permissions=permissions, at=at)
        _require_not_above(actor, role)
        fresh = {"name": _name(name), "permissions": sorted(wanted)}
        CustomRole.objects.filter(id=role.id).update(
            name=fresh["name"], permissions=fresh["permissions"], version=F("version") + 1
        )
        holders = list(_holders(role).values_list("person_id", flat=True))
    if sorted(role.permissions) != fresh["permissions"]:
        end_sessions_of(holders, actor=actor, at=at)
    recorded(
        actor=actor, action="accounts.role.edit", event="accounts.custom_role.edited",
        subject_type="custom_role", subject_id=role.id, subject_label=str(fresh["name"]), at=at,
        old={"name": role.name, "permissions": role.permissions}, new=fresh,
    )  # fmt: skip
    return role.id


def custom_role_delete(*, actor: Actor, at: datetime, custom_role_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will delete a role nobody has. Raises Forbidden, NotFound, Conflict, RoleInUse."""
    require(actor, "accounts.role.edit")
    with in_group_of(actor):
        role = _role(actor, custom_role_id, version)
        invited = Invitation.objects.filter(
            group_id=role.group_id, role=role.code, kind=role.kind,
            accepted_at=None, revoked_at=None, expires_at__gt=at,
        ).count()  # fmt: skip
        used = _holders(role).count() + invited
        if used:
            raise RoleInUse(field="customRoleId", count=used)
        CustomRole.objects.filter(id=role.id).delete()
    recorded(
        actor=actor, action="accounts.role.edit", event="accounts.custom_role.deleted",
        subject_type="custom_role", subject_id=role.id, subject_label=role.name, at=at,
        old={"code": role.code, "kind": role.kind, "permissions": role.permissions}, new={},
    )  # fmt: skip
    return role.id


def _checked(actor: Actor, *, kind: str, permissions: list[str], at: datetime) -> frozenset[str]:
    """The permissions, when all make sense for the kind and none goes above the actor's own kind."""
    allowed = allowed_in(kind, permissions)
    strange = sorted(set(permissions) - allowed)
    if kind not in KINDS or strange:
        raise Invalid(
            field="permissions" if strange else "kind",
            reason_en=f"Not permissions of this kind of context: {', '.join(strange) or kind}.",
            reason_zh=f"以下权限不适用于此类场景：{', '.join(strange) or kind}。",
        )
    if kind == "group" and not allowed <= actor.permissions:
        raise RoleAboveOwn(field="permissions")
    if is_privileged(allowed):
        require_recent_proof(actor, at=at)
    return allowed


def _require_not_above(actor: Actor, role: CustomRole) -> None:
    """Nobody edits a role they have, nor one of head office that permits more than they may."""
    if _holders(role).filter(person_id=actor.person_id).exists():
        raise OwnRights(field="customRoleId")
    if role.kind == "group" and not allowed_in(role.kind, role.permissions) <= actor.permissions:
        raise RoleAboveOwn(field="customRoleId")


def _role(actor: Actor, custom_role_id: uuid.UUID, version: int) -> CustomRole:
    role = custom_roles_visible_to(actor).filter(id=custom_role_id).select_for_update().first()
    if role is None:
        raise NotFound(field="customRoleId")
    if role.version != version:
        raise Conflict(field="version", current_version=role.version)
    return role


def _holders(role: CustomRole) -> QuerySet[Membership]:
    return Membership.objects.filter(group_id=role.group_id, role=role.code, kind=role.kind)


def _name(name: str) -> str:
    words = " ".join(name.split())
    if not 1 <= len(words) <= 80:
        raise Invalid(
            field="name", reason_en="A name has 1 to 80 characters.", reason_zh="名称长度为 1 至 80 个字符。"
        )
    return words

"""Members: their roles change, they leave; and who is put in place by the platform itself."""

import uuid
from datetime import datetime

from django.db.models import F, QuerySet

from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.models import Invitation, Membership, Person
from tenants.accounts.queries.roles import role_name
from tenants.accounts.queries.visible import members_visible_to
from tenants.accounts.services.epochs import end_sessions_of
from tenants.accounts.services.grants import (
    OwnRights,
    RoleUnknown,
    is_privileged_role,
    lock_with_admins,
    permissions_of_role,
    require_another_admin,
    require_role_within,
)
from tenants.accounts.services.scopes import in_accounts, in_group_of, recorded
from tenants.directory.queries import place_of
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, DomainError, NotFound
from tenants.runtime import audit
from tenants.runtime.guard import require, require_recent_proof


class RoleTwice(DomainError):
    """The person has the role here already."""

    code = "ROLE_TWICE"
    en = "This person has that role here already."
    zh = "该成员在此处已拥有该角色。"


def member_change_role(
    *, actor: Actor, at: datetime, membership_id: uuid.UUID, role: str, version: int
) -> uuid.UUID:
    """This will give a membership another role; the person's sessions end and a mail tells them.

    Raises Forbidden, NotFound, OwnRights, Conflict, RoleUnknown, RoleAboveOwn, ProofRequired, RoleTwice,
    LastAdmin.
    """
    require(actor, "accounts.member.change_role")
    with in_group_of(actor):
        member = _member(actor, membership_id, version)
        permissions = require_role_within(actor, kind=member.kind, role=role)
        if is_privileged_role(permissions):
            require_recent_proof(actor, at=at)
        if role == member.role:
            return member.id
        _require_not_above(actor, member)
        require_another_admin(member)
        if _others_of(member).filter(role=role).exists():
            raise RoleTwice(field="role")
        Membership.objects.filter(id=member.id).update(role=role, version=F("version") + 1)
    _end(actor, member, at, role=role)
    recorded(
        actor=actor, action="accounts.member.change_role", event="accounts.member.role_changed",
        subject_type="membership", subject_id=member.id, subject_label=member.email, at=at,
        old={"role": member.role}, new={"role": role},
        payload={"person_id": str(member.person_id), "unit_id": str(member.unit_id or "")},
    )  # fmt: skip
    return member.id


def member_remove(*, actor: Actor, at: datetime, membership_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will end a membership: the person's sessions, keys and open invitations there end with it.

    Raises Forbidden, NotFound, OwnRights, Conflict, RoleAboveOwn, LastAdmin.
    """
    require(actor, "accounts.member.remove")
    with in_group_of(actor):
        member = _member(actor, membership_id, version)
        _require_not_above(actor, member)
        require_another_admin(member)
        Membership.objects.filter(id=member.id).delete()
        Invitation.objects.filter(
            group_id=member.group_id, unit_id=member.unit_id, invited_by=member.person_id,
            accepted_at=None, revoked_at=None,
        ).update(revoked_at=at)  # fmt: skip
    _end(actor, member, at, role=None)
    recorded(
        actor=actor, action="accounts.member.remove", event="accounts.member.removed",
        subject_type="membership", subject_id=member.id, subject_label=member.email, at=at,
        old={"role": member.role, "kind": member.kind}, new={},
        payload={"person_id": str(member.person_id), "unit_id": str(member.unit_id or "")},
    )  # fmt: skip
    return member.id


def member_appoint(
    *,
    actor: Actor,
    at: datetime,
    person_id: uuid.UUID,
    kind: str,
    role: str,
    group_id: uuid.UUID,
    unit_id: uuid.UUID | None = None,
    supplier_org_id: uuid.UUID | None = None,
    distributor_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """This will make a person a member without an invitation, and give the membership's id.

    For the platform's own steps alone: the founder of a group, the first administrator of a unit, demo
    data. It asks for no permission and no door leads to it. Raises NotFound, RoleUnknown.
    """
    with in_accounts():
        person = Person.objects.filter(id=person_id).first()
        place = place_of(group_id=group_id, unit_id=unit_id)
        if person is None or place is None:
            raise NotFound
        permissions_of_role(group_id=group_id, kind=kind, role=role)
        context = {"group_id": group_id, "kind": kind, "unit_id": unit_id,
                   "supplier_org_id": supplier_org_id, "distributor_id": distributor_id}  # fmt: skip
        row = Membership(
            person=person, role=role, unit_role=place.unit_role, email=person.email,
            display_name=person.display_name, created_at=at, **context,
        )  # fmt: skip
        Membership.objects.bulk_create([row], ignore_conflicts=True)
        found = Membership.objects.get(
            person=person, role=role, kind=kind, group_id=group_id, unit_id=unit_id,
            supplier_org_id=supplier_org_id, distributor_id=distributor_id,
        )  # fmt: skip
        if found.id == row.id:
            audit.record(
                actor=actor, action="accounts.member.appoint", subject_type="membership", subject_id=row.id,
                subject_label=person.email, at=at, new={"kind": kind, "role": role, "place": place.name},
                group_id=group_id,
            )  # fmt: skip
    return found.id


def _member(actor: Actor, membership_id: uuid.UUID, version: int) -> Membership:
    """The membership, locked with its place's administrators. Raises NotFound, OwnRights, Conflict."""
    seen = members_visible_to(actor).filter(id=membership_id).first()
    member = lock_with_admins(seen) if seen is not None else None
    if member is None:
        raise NotFound(field="membershipId")
    if member.person_id == actor.person_id:
        raise OwnRights(field="membershipId")
    if member.version != version:
        raise Conflict(field="version", current_version=member.version)
    return member


def _require_not_above(actor: Actor, member: Membership) -> None:
    """Who may not give a role may not take it either. A role that is gone is below everybody."""
    try:
        require_role_within(actor, kind=member.kind, role=member.role)
    except RoleUnknown:
        return


def _others_of(member: Membership) -> QuerySet[Membership]:
    return Membership.objects.filter(
        group_id=member.group_id, person_id=member.person_id, kind=member.kind, unit_id=member.unit_id,
        supplier_org_id=member.supplier_org_id, distributor_id=member.distributor_id,
    ).exclude(id=member.id)  # fmt: skip


def _end(actor: Actor, member: Membership, at: datetime, *, role: str | None) -> None:
    """The person's sessions end with the commit, and a mail in their language tells what happened."""
    end_sessions_of([member.person_id], actor=actor, at=at)
    with in_accounts():
        locale = Person.objects.values_list("locale", flat=True).get(id=member.person_id)
    with in_group_of(actor):
        place = place_of(group_id=member.group_id, unit_id=member.unit_id)
        before = role_name(kind=member.kind, role=member.role, locale=locale)
        after = role_name(kind=member.kind, role=role, locale=locale) if role else "—"
    mail_request(
        name="accounts/access_changed",
        recipient=member.email,
        locale=locale,
        values={
            "place": place.name if place else "",
            "change": f"{before} → {after}",
            "by": actor.display_name or actor.email,
        },
        at=at,
        actor=actor,
    )

"""Invitations by e-mail: made, withdrawn, accepted."""

import hashlib
import secrets
import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q

from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.models import Invitation, Membership, Person
from tenants.accounts.queries.roles import role_name
from tenants.accounts.queries.seats import has_seat, seats_promised, seats_used
from tenants.accounts.queries.visible import invitations_visible_to
from tenants.accounts.services.grants import (
    OwnRights,
    is_privileged_role,
    require_role_within,
)
from tenants.accounts.services.scopes import in_accounts, in_group_of, place_for, recorded
from tenants.directory.limits import lock_limit, require_room
from tenants.directory.queries import Place, place_of
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid, NotFound, Unauthenticated
from tenants.kernel.ids import new_id
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require, require_recent_proof

VALID_FOR = timedelta(days=7)
MOST_PER_HOUR = 200
PARTNER_KINDS = ("supplier", "distributor")


class AlreadyThere(DomainError):
    """The person has this role here, or an open invitation to it."""

    code = "ALREADY_THERE"
    en = "{email} has this role here already, or an open invitation to it."
    zh = "{email} 在此处已拥有该角色，或已有待接受的邀请。"


class TooManyInvitations(DomainError):
    """The group has sent very many invitations within an hour."""

    code = "RATE_LIMITED"
    en = "Too many invitations within an hour. Try again later."
    zh = "一小时内发送的邀请过多，请稍后再试。"


class InvitationClosed(DomainError):
    """The invitation is unknown, used, withdrawn or past its end; which of them is not told."""

    code = "INVITATION_CLOSED"
    en = "This invitation is not valid any more. Ask for a new one."
    zh = "该邀请已失效，请联系邀请人重新发送。"


class InvitationForAnother(DomainError):
    """The invitation is for another e-mail address than the one logged in with."""

    code = "INVITATION_FOR_ANOTHER"
    en = "This invitation is for another e-mail address. Log in with the address it was sent to."
    zh = "该邀请发送给了其他邮箱，请使用收到邀请的邮箱登录。"


def token_hash(token: str) -> str:
    """This will hash an invitation's token: 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()


def invitation_create(
    *,
    actor: Actor,
    at: datetime,
    email: str,
    kind: str,
    role: str,
    unit_id: uuid.UUID | None = None,
    supplier_org_id: uuid.UUID | None = None,
    distributor_id: uuid.UUID | None = None,
    locale: str | None = None,
) -> uuid.UUID:
    """This will invite an e-mail address into the group or a unit, for 7 days, and give the invitation's id.

    `kind` is group, unit, supplier or distributor; the latter two name the partner. Raises Forbidden,
    ProofRequired for a privileged role, Invalid, NotFound, RoleUnknown, RoleAboveOwn, OwnRights,
    AlreadyThere, TooManyInvitations.
    """
    require(actor, "accounts.invitation.create")
    address = _address(email)
    if address == actor.email.lower():
        raise OwnRights(field="email")
    partner_id = _partner_of(kind, supplier_org_id, distributor_id)
    with in_group_of(actor):
        place = place_for(actor, kind=kind, unit_id=unit_id)
        if is_privileged_role(require_role_within(actor, kind=kind, role=role)):
            require_recent_proof(actor, at=at)
        invitation, token, words = _issue(
            actor=actor, at=at, place=place, email=address, kind=kind, role=role,
            partner_id=partner_id, locale=locale or actor.locale,
        )  # fmt: skip
    _mail(invitation, token, place, words, locale or actor.locale, actor, at)
    recorded(
        actor=actor, action="accounts.invitation.create", event="accounts.invitation.created",
        subject_type="invitation", subject_id=invitation.id, subject_label=address, at=at,
        new={"kind": kind, "role": role, "unit_id": place.unit_id, "place": place.name},
    )  # fmt: skip
    return invitation.id


def invitation_revoke(*, actor: Actor, at: datetime, invitation_id: uuid.UUID) -> uuid.UUID:
    """This will withdraw an open invitation. Raises Forbidden, NotFound, InvitationClosed."""
    require(actor, "accounts.invitation.revoke")
    with in_group_of(actor):
        found = invitations_visible_to(actor).filter(id=invitation_id).select_for_update().first()
        if found is None:
            raise NotFound(field="invitationId")
        if found.accepted_at is not None or found.revoked_at is not None:
            raise InvitationClosed(field="invitationId")
        Invitation.objects.filter(id=found.id).update(revoked_at=at)
    recorded(
        actor=actor, action="accounts.invitation.revoke", event="accounts.invitation.revoked",
        subject_type="invitation", subject_id=found.id, subject_label=found.email, at=at,
        old={"revoked_at": None}, new={"revoked_at": at},
    )  # fmt: skip
    return found.id


def invitation_accept(*, actor: Actor, at: datetime, token: str) -> uuid.UUID:
    """This will make the logged-in person a member as the invitation says, and give the membership's id.

    Raises Unauthenticated, InvitationClosed, InvitationForAnother.
    """
    if actor.kind != "person" or actor.person_id is None:
        raise Unauthenticated
    with in_accounts():
        invitation = Invitation.objects.filter(token_hash=token_hash(token)).select_for_update().first()
        place = _open_place(invitation, at)
        if invitation is None or place is None:
            raise InvitationClosed(field="token")
        person = Person.objects.get(id=actor.person_id)
        if invitation.email != person.email.lower():
            raise InvitationForAnother(field="token")
        membership_id = _join(invitation, person, at)
        Invitation.objects.filter(id=invitation.id).update(accepted_at=at)
        _record_joining(actor, invitation, membership_id, place, at)
    return membership_id


def _address(email: str) -> str:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise Invalid(
            field="email", reason_en="This is not an e-mail address.", reason_zh="邮箱地址格式不正确。"
        ) from None
    return address


def _issue(
    *,
    actor: Actor,
    at: datetime,
    place: Place,
    email: str,
    kind: str,
    role: str,
    partner_id: uuid.UUID | None,
    locale: str,
) -> tuple[Invitation, str, str]:
    """The invitation's row, its token, and the role in words. Raises AlreadyThere, TooManyInvitations, PlanLimit."""
    token = secrets.token_urlsafe(32)
    invitation = Invitation(
        group_id=place.group_id,
        kind=kind,
        unit_id=place.unit_id,
        unit_role=place.unit_role,
        supplier_org_id=partner_id if kind == "supplier" else None,
        distributor_id=partner_id if kind == "distributor" else None,
        role=role,
        email=email,
        token_hash=token_hash(token),
        invited_by=actor.person_id,
        created_at=at,
        expires_at=at + VALID_FOR,
    )
    _refuse_what_is_there(invitation, at)
    if kind not in PARTNER_KINDS:
        _require_seat(place.group_id, email)
    Invitation.objects.bulk_create([invitation])
    return invitation, token, role_name(kind=kind, role=role, locale=locale)


def _require_seat(group_id: uuid.UUID, email: str) -> None:
    """A person who works in the group already, or is invited, takes no further seat. Raises PlanLimit."""
    limit = lock_limit(group_id=group_id, name="seats")
    if limit is not None and not has_seat(group_id=group_id, email=email):
        used = seats_used(group_id=group_id) + seats_promised(group_id=group_id)
        require_room(name="seats", used=used, limit=limit, field="email")


def _partner_of(
    kind: str, supplier_org_id: uuid.UUID | None, distributor_id: uuid.UUID | None
) -> uuid.UUID | None:
    """The partner a contact is invited for; people of the house have none."""
    given = {"supplier": supplier_org_id, "distributor": distributor_id}
    named = [of for of, partner in given.items() if partner is not None]
    if named != [of for of in PARTNER_KINDS if of == kind]:
        raise Invalid(
            field="supplierOrgId" if kind == "supplier" else "kind",
            reason_en="A partner's contact is invited for one partner, others for none.",
            reason_zh="合作伙伴联系人须指定一个合作伙伴，其他成员不可指定。",
        )
    return given.get(kind)


def _refuse_what_is_there(invitation: Invitation, at: datetime) -> None:
    same = {
        name: getattr(invitation, name)
        for name in ("group_id", "kind", "unit_id", "supplier_org_id", "distributor_id", "role", "email")
    }
    is_open = Q(accepted_at=None, revoked_at=None, expires_at__gt=at)
    condition = Q.create(list(same.items()))
    if (
        Membership.objects.filter(condition).exists()
        or Invitation.objects.filter(condition & is_open).exists()
    ):
        raise AlreadyThere(field="email", email=invitation.email)
    lately = Invitation.objects.filter(group_id=invitation.group_id, created_at__gt=at - timedelta(hours=1))
    if lately.count() >= MOST_PER_HOUR:
        raise TooManyInvitations(field="email")


def _mail(
    invitation: Invitation, token: str, place: Place, role: str, locale: str, actor: Actor, at: datetime
) -> None:
    mail_request(
        name="accounts/invitation",
        recipient=invitation.email,
        locale=locale,
        values={
            "inviter": actor.display_name or actor.email,
            "place": place.name,
            "role": role,
            "expires": f"{invitation.expires_at:%Y-%m-%d}",
            "invitation_url": settings.INVITATION_URL.format(token=token),
        },
        at=at,
        actor=actor,
    )


def _open_place(invitation: Invitation | None, at: datetime) -> Place | None:
    """Where an invitation leads, while it is open and its place is."""
    if invitation is None or invitation.accepted_at or invitation.revoked_at or invitation.expires_at <= at:
        return None
    place = place_of(group_id=invitation.group_id, unit_id=invitation.unit_id)
    return place if place is not None and place.status == "active" else None


def _join(invitation: Invitation, person: Person, at: datetime) -> uuid.UUID:
    """The membership; one that is there already is given again."""
    membership = Membership(
        id=new_id(),
        group_id=invitation.group_id,
        person=person,
        kind=invitation.kind,
        unit_id=invitation.unit_id,
        unit_role=invitation.unit_role,
        supplier_org_id=invitation.supplier_org_id,
        distributor_id=invitation.distributor_id,
        role=invitation.role,
        email=person.email,
        display_name=person.display_name,
        created_at=at,
    )
    Membership.objects.bulk_create([membership], ignore_conflicts=True)
    return Membership.objects.values_list("id", flat=True).get(
        group_id=invitation.group_id,
        person=person,
        kind=invitation.kind,
        unit_id=invitation.unit_id,
        supplier_org_id=invitation.supplier_org_id,
        distributor_id=invitation.distributor_id,
        role=invitation.role,
    )


def _record_joining(
    actor: Actor, invitation: Invitation, membership_id: uuid.UUID, place: Place, at: datetime
) -> None:
    audit.record(
        actor=actor,
        action="accounts.invitation.accept",
        subject_type="membership",
        subject_id=membership_id,
        subject_label=invitation.email,
        at=at,
        new={"kind": invitation.kind, "role": invitation.role, "place": place.name},
        group_id=invitation.group_id,
    )
    outbox.publish(
        event_type="accounts.invitation.accepted",
        subject_type="membership",
        subject_id=membership_id,
        at=at,
        actor=actor,
        payload={"invitation_id": str(invitation.id), "unit_id": str(invitation.unit_id or "")},
        group_id=invitation.group_id,
    )

"""Ways in for suppliers: links for everybody, and invitations by mail for one address."""

import hashlib
import secrets
import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from commerce.masterdata import mail_texts  # noqa: F401  makes the words known
from commerce.masterdata.models import RegistrationLink
from commerce.masterdata.services.at_group import at_group
from tenants.accounts.mail.outgoing import mail_request
from tenants.accounts.services.scopes import in_accounts
from tenants.directory.queries import place_of
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid, NotFound
from tenants.runtime import audit
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows

VALID_FOR = timedelta(days=30)
MOST_PER_HOUR = 200
MAX_LABEL = 120


class RegistrationClosed(DomainError):
    """The link is unknown, closed or past its end; which of them is not told."""

    code = "REGISTRATION_CLOSED"
    en = "This registration link is not valid any more. Ask for a new one."
    zh = "该注册链接已失效，请联系邀请方重新获取。"


class RegistrationForAnother(DomainError):
    """The invitation is for another e-mail address."""

    code = "REGISTRATION_FOR_ANOTHER"
    en = "This invitation is for another e-mail address. Log in with the address it was sent to."
    zh = "该邀请发送给了其他邮箱，请使用收到邀请的邮箱登录。"


class TooManyRegistrations(DomainError):
    """The group has sent very many invitations within an hour."""

    code = "RATE_LIMITED"
    en = "Too many invitations within an hour. Try again later."
    zh = "一小时内发送的邀请过多，请稍后再试。"


def registration_open(*, actor: Actor, at: datetime, label: str) -> dict[str, object]:
    """This will open a link by which anybody may register for 30 days, and give its address, once.

    Raises Forbidden, Invalid, TooManyRegistrations.
    """
    require(actor, "masterdata.registration.invite")
    if not 1 <= len(label.strip()) <= MAX_LABEL:
        raise Invalid(
            field="label",
            reason_en=f"Give 1 to {MAX_LABEL} characters.",
            reason_zh=f"请输入 1 至 {MAX_LABEL} 个字符。",
        )
    link, token = _link(actor, label=label.strip(), email="", at=at)
    return {"registration_link_id": link.id, "url": address_of(token)}


def registration_invite(
    *, actor: Actor, at: datetime, email: str, locale: str | None = None
) -> dict[str, object]:
    """This will mail an invitation to register, for that address alone and 30 days.

    At a unit's door the supplier is wanted by that unit. Raises Forbidden, Invalid, TooManyRegistrations.
    """
    require(actor, "masterdata.registration.invite")
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise Invalid(
            field="email", reason_en="This is not an e-mail address.", reason_zh="邮箱地址格式不正确。"
        ) from None
    link, token = _link(actor, label="", email=address, at=at)
    with at_group(actor):
        place = place_of(group_id=link.group_id)
    mail_request(
        name="masterdata/registration",
        recipient=address,
        locale=locale or actor.locale,
        values={
            "group": place.name if place else "",
            "inviter": actor.display_name or actor.email,
            "expires": f"{link.expires_at:%Y-%m-%d}",
            "registration_url": address_of(token),
        },
        at=at,
        actor=actor,
    )
    return {"sent_to": address}


def registration_end(*, actor: Actor, at: datetime, link_id: uuid.UUID) -> uuid.UUID:
    """This will close a link for those who have not begun, and give its id. Raises Forbidden, NotFound."""
    require(actor, "masterdata.registration.invite")
    with at_group(actor):
        rows = RegistrationLink.objects.filter(group_id=actor.group_id, id=link_id)
        rows = rows.filter(unit_id=actor.unit_id) if actor.unit_id else rows
        found = lock_rows(rows)
        if not found:
            raise NotFound(field="linkId")
        if found[0].closed_at is None:
            found[0].closed_at = at
            found[0].save(update_fields=["closed_at"])
            _record(actor, found[0], "end", at)
    return link_id


def address_of(token: str) -> str:
    """This will give the page that a registration token opens."""
    return f"{settings.PUBLIC_URL}/register/{token}"


def link_of(token: str, *, at: datetime) -> RegistrationLink:
    """This will find an open link by its token, whatever scope is open; raises RegistrationClosed."""
    link = any_link_of(token)
    if is_closed(link, at=at):
        raise RegistrationClosed(field="token")
    return link


def any_link_of(token: str) -> RegistrationLink:
    """This will find a link by its token, a closed one too: its applicants still see the answer.

    Raises RegistrationClosed for an unknown one.
    """
    digest = hashlib.sha256(token.encode()).hexdigest()
    with in_accounts():
        link = RegistrationLink.objects.filter(token_hash=digest).first()
    if link is None:
        raise RegistrationClosed(field="token")
    return link


def is_closed(link: RegistrationLink, *, at: datetime) -> bool:
    """This will tell whether nobody may begin with a link any more."""
    return link.closed_at is not None or link.expires_at <= at


def _link(actor: Actor, *, label: str, email: str, at: datetime) -> tuple[RegistrationLink, str]:
    token = secrets.token_urlsafe(32)
    with at_group(actor):
        lately = RegistrationLink.objects.filter(
            group_id=actor.group_id, created_at__gt=at - timedelta(hours=1)
        )
        if lately.count() >= MOST_PER_HOUR:
            raise TooManyRegistrations(field="email")
        link = RegistrationLink(
            group_id=actor.group_id,
            unit_id=actor.unit_id,
            label=label,
            email=email,
            token_hash=hashlib.sha256(token.encode()).hexdigest(),
            created_by_name=actor.display_name,
            created_at=at,
            expires_at=at + VALID_FOR,
        )
        RegistrationLink.objects.bulk_create([link])
        _record(actor, link, "invite" if email else "open", at)
    return link, token


def _record(actor: Actor, link: RegistrationLink, action: str, at: datetime) -> None:
    audit.record(
        actor=actor,
        action=f"masterdata.registration.{action}",
        subject_type="registration_link",
        subject_id=link.id,
        subject_label=link.email or link.label,
        at=at,
        new={"unit_id": link.unit_id, "expires_at": link.expires_at},
    )

"""A group lets the operator's people act as one of its people, for a while; it ends when the group says so."""

import uuid
from datetime import datetime, timedelta

from tenants.accounts.models import Membership, SupportGrant, SupportSession
from tenants.accounts.queries.seats import STAFF
from tenants.accounts.services.scopes import recorded
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid, NotFound
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require, require_recent_proof
from tenants.runtime.scope import current_scope

LONGEST_CONSENT = timedelta(days=7)
LONGEST_SESSION = timedelta(hours=4)
LEAST_REASON = 10  # characters


class SupportNotGranted(DomainError):
    """The group has not consented, or no longer does."""

    code = "SUPPORT_NOT_GRANTED"
    en = "The group has not consented to this, or its consent has ended. Ask its administrator."
    zh = "该集团未授权，或授权已结束。请联系其管理员。"


def support_grant(
    *, actor: Actor, at: datetime, member_id: uuid.UUID, hours: int, reason: str, may_write: bool = False
) -> uuid.UUID:
    """This will let the operator's people act as one member of the group until `hours` have passed.

    They see what the member sees; with `may_write` they also do what needs no administrator. Never payments,
    secrets or means of log-in. Raises Forbidden, ProofRequired, NotFound, Invalid.
    """
    require(actor, "accounts.support.grant")
    require_recent_proof(actor, at=at)
    text = _reason(reason)
    if not 1 <= hours <= LONGEST_CONSENT // timedelta(hours=1):
        raise Invalid(
            field="hours",
            reason_en="A consent lasts 1 to 168 hours.",
            reason_zh="授权时长须为 1 至 168 小时。",
        )
    member = Membership.objects.filter(id=member_id, group_id=actor.group_id, kind__in=STAFF).first()
    if member is None or actor.group_id is None:
        raise NotFound(field="memberId")
    grant = SupportGrant(
        group_id=actor.group_id, person_id=member.person_id, person_name=member.display_name or member.email,
        may_write=may_write, reason=text, granted_by=actor.person_id, granted_by_name=actor.display_name,
        granted_at=at, ends_at=at + timedelta(hours=hours),
    )  # fmt: skip
    grant.save(force_insert=True)
    recorded(
        actor=actor, action="accounts.support.grant", event="accounts.support.granted",
        subject_type="support_grant", subject_id=grant.id, subject_label=grant.person_name, at=at,
        new={"person": grant.person_name, "may_write": may_write, "ends_at": grant.ends_at, "reason": text},
    )  # fmt: skip
    return grant.id


def support_revoke(*, actor: Actor, at: datetime, grant_id: uuid.UUID) -> uuid.UUID:
    """This will take a consent back: whoever acts under it is out with the next request.

    Raises Forbidden, NotFound.
    """
    require(actor, "accounts.support.revoke")
    rows = SupportGrant.objects.select_for_update(no_key=True).filter(id=grant_id, group_id=actor.group_id)
    grant = rows.first()
    if grant is None:
        raise NotFound(field="grantId")
    if grant.revoked_at is not None:
        return grant.id
    grant.revoked_at = at
    grant.save(update_fields=["revoked_at"])
    SupportSession.objects.filter(grant=grant, ended_at=None).update(ended_at=at)
    recorded(
        actor=actor, action="accounts.support.revoke", event="accounts.support.revoked",
        subject_type="support_grant", subject_id=grant.id, subject_label=grant.person_name, at=at,
        new={"revoked_at": at},
    )  # fmt: skip
    return grant.id


def support_start(*, actor: Actor, at: datetime, grant_id: uuid.UUID, reason: str) -> SupportSession:
    """This will let one of the operator's people act under a consent, for at most four hours, with a reason.

    In the operator's scope. Raises Forbidden, ProofRequired, Invalid, SupportNotGranted.
    """
    require(actor, "accounts.support.start")
    require_recent_proof(actor, at=at)
    text = _reason(reason)
    grant = SupportGrant.objects.filter(id=grant_id, revoked_at=None, ends_at__gt=at).first()
    if grant is None or actor.person_id is None:
        raise SupportNotGranted(field="grantId")
    session = SupportSession(
        group_id=grant.group_id, grant=grant, operator_person_id=actor.person_id,
        operator_name=actor.display_name, person_id=grant.person_id, person_name=grant.person_name,
        may_write=grant.may_write, reason=text, started_at=at,
        ends_at=min(grant.ends_at, at + LONGEST_SESSION),
    )  # fmt: skip
    session.save(force_insert=True)
    _told(actor, session, at, "start", "started", {"reason": text, "ends_at": session.ends_at})
    return session


def support_end(*, actor: Actor, at: datetime, session_id: uuid.UUID) -> uuid.UUID:
    """This will end one's own acting as somebody else. Raises Forbidden, NotFound."""
    require(actor, "accounts.support.end")
    session = SupportSession.objects.filter(id=session_id, operator_person_id=actor.person_id).first()
    if session is None:
        raise NotFound(field="sessionId")
    if session.ended_at is None:
        session.ended_at = at
        session.save(update_fields=["ended_at"])
        _told(actor, session, at, "end", "ended", {"ended_at": at})
    return session.id


def record_use(*, actor: Actor, at: datetime, what: str, operation: str) -> None:
    """This will leave a row in the group's trail of one request made as somebody else; accounts scope.

    `what` is query or mutation. Each request has its row before it is answered, refused or not.
    """
    assert actor.support is not None
    audit.record(
        actor=actor, action=f"accounts.support.{'write' if what == 'mutation' else 'read'}",
        subject_type="support_session", subject_id=actor.support.session_id, subject_label=operation, at=at,
        new={"operation": operation, "unit_id": actor.unit_id}, group_id=actor.support.group_id,
    )  # fmt: skip


def _told(
    actor: Actor, session: SupportSession, at: datetime, action: str, event: str, new: dict[str, object]
) -> None:
    group_id = None if current_scope().group_id else session.group_id
    audit.record(
        actor=actor, action=f"accounts.support.{action}", subject_type="support_session",
        subject_id=session.id, subject_label=session.person_name, at=at, new=new,
        reason=session.reason, group_id=group_id,
    )  # fmt: skip
    outbox.publish(
        event_type=f"accounts.support.{event}", subject_type="support_session", subject_id=session.id, at=at,
        actor=actor, group_id=group_id,
    )  # fmt: skip


def _reason(text: str) -> str:
    words = " ".join(text.split())
    if not LEAST_REASON <= len(words) <= 500:
        raise Invalid(
            field="reason",
            reason_en=f"Give a reason of {LEAST_REASON} to 500 characters.",
            reason_zh=f"请填写 {LEAST_REASON} 至 500 个字符的原因。",
        )
    return words

"""Lets another person decide in somebody's place for a while."""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from commerce.approvals.models import Delegation, FlowRun
from commerce.approvals.people import DECIDE, unit_in_scope
from commerce.approvals.ports import document_type_or_none
from commerce.approvals.services.run_refresh import run_refresh
from commerce.approvals.services.step_open import set_reminder
from tenants.accounts.queries import Member, members_of_unit
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Forbidden, Invalid, NotFound
from tenants.kernel.period import Period
from tenants.runtime import audit, outbox
from tenants.runtime.clock import set_alarm
from tenants.runtime.guard import require
from tenants.runtime.locks import LockSpace, lock_exclusive, lock_rows

MANAGE = "approvals.delegation.manage"
"""The permission to make and end delegations of others."""
LONGEST = timedelta(days=366)
LONGEST_REASON = 500
TURN = "approvals.delegation.turn"
"""The kind of alarm that tells when a delegation begins or ends."""


class DelegateCannotDecide(DomainError):
    """The delegate has no permission to decide approvals in this unit."""

    code = "APPROVAL_DELEGATE_CANNOT_DECIDE"
    en = "{name} may not decide approvals in this unit."
    zh = "{name} 在本单元没有审批权限。"


class DelegationOverlaps(DomainError):
    """The period is delegated already."""

    code = "APPROVAL_DELEGATION_OVERLAPS"
    en = "Part of this period is delegated to {name} already. End that delegation first."
    zh = "该时段已委托给 {name}，请先结束该委托。"


def delegation_create(
    *,
    actor: Actor,
    to_id: uuid.UUID,
    starts_at: datetime,
    ends_at: datetime,
    document_types: Sequence[str] = (),
    reason: str = "",
    from_id: uuid.UUID | None = None,
    at: datetime,
) -> uuid.UUID:
    """This will send a person's approvals to another person from `starts_at` until `ends_at`.

    The person is the actor; for somebody else, e.g. who is ill, the actor needs the permission to manage
    delegations. Tasks that are open pass over when the period has begun. No document types means all. Raises Forbidden,
    NotFound for somebody who is no member, DelegateCannotDecide, DelegationOverlaps and Invalid.
    """
    giver_id, giver_name = _giver(actor, from_id)
    delegate = _delegate(giver_id, to_id)
    _check_period(starts_at, ends_at, at)
    _check_types(document_types)
    _check_reason(reason)
    scope_key = (str(unit_in_scope()), "delegation", str(giver_id))
    assert actor.group_id is not None
    lock_exclusive(LockSpace.APPROVAL_FLOW, actor.group_id, [scope_key])
    _check_free(giver_id, starts_at, ends_at, document_types)
    delegation = Delegation(
        from_gid=giver_id,
        from_name=giver_name,
        to_gid=to_id,
        to_name=delegate.display_name,
        document_types=sorted(set(document_types)),
        reason=reason.strip(),
        starts_at=starts_at,
        ends_at=ends_at,
    )
    delegation.save(force_insert=True)
    tell(delegation, "created", actor=actor, at=at)
    set_turn(delegation, at=at)
    if starts_at <= at:
        refresh_runs_asking([giver_id], actor=actor, at=at)
    return delegation.id


def set_turn(delegation: Delegation, *, at: datetime) -> None:
    """This will set the alarm for the delegation's next border: its start or, once begun, its end."""
    due_at = delegation.starts_at if at < delegation.starts_at else delegation.ends_at
    set_alarm(kind=TURN, subject_id=delegation.id, due_at=due_at)


def refresh_runs_asking(person_ids: Sequence[uuid.UUID], *, actor: Actor, at: datetime) -> None:
    """This will bring the pending runs in which one of the people has an open task up to date.

    One that nobody can finish any more is from now on looked at every working hour.
    """
    asked = FlowRun.objects.filter(
        status="pending", id__in=FlowRun.objects.filter(
            tasks__status="active", tasks__assignee_gid__in=person_ids
        ).values("id")
    )  # fmt: skip
    for run in lock_rows(asked):
        run_refresh(run, actor=actor, at=at)
        if run.is_blocked:
            set_reminder(run, at=at)


def tell(delegation: Delegation, done: str, *, actor: Actor, at: datetime) -> None:
    """This will write the audit row and the event `approvals.delegation.<done>`."""
    audit.record(
        actor=actor,
        action=f"approvals.delegation.{'create' if done == 'created' else 'end'}",
        subject_type="approvals.delegation",
        subject_id=delegation.id,
        subject_label=f"{delegation.from_name} → {delegation.to_name}",
        new={
            "from": delegation.from_gid,
            "to": delegation.to_gid,
            "starts_at": delegation.starts_at,
            "ends_at": delegation.ends_at,
            "document_types": delegation.document_types,
        },
        reason=delegation.reason,
        at=at,
    )
    outbox.publish(
        event_type=f"approvals.delegation.{done}",
        subject_type="approvals.delegation",
        subject_id=delegation.id,
        version=delegation.version,
        payload={"from": str(delegation.from_gid), "to": str(delegation.to_gid)},
        actor=actor,
        at=at,
    )


def _giver(actor: Actor, from_id: uuid.UUID | None) -> tuple[uuid.UUID, str]:
    """Whose approvals are handed over, and their name."""
    require(actor, "approvals.delegation.edit")
    if from_id is None or from_id == actor.person_id:
        if actor.person_id is None:
            raise Forbidden(permission="approvals.delegation.edit")
        return actor.person_id, actor.display_name
    require(actor, MANAGE)
    giver = members_of_unit(unit_id=unit_in_scope(), roles=(), person_ids=[from_id]).get(from_id)
    if giver is None:
        raise NotFound(field="fromId")
    return from_id, giver.display_name


def _delegate(from_id: uuid.UUID, to_id: uuid.UUID) -> Member:
    if to_id == from_id:
        raise Invalid(field="toId", reason_en="Choose somebody else.", reason_zh="请选择其他人。")
    delegate = members_of_unit(unit_id=unit_in_scope(), roles=(), person_ids=[to_id]).get(to_id)
    if delegate is None:
        raise NotFound(field="toId")
    if DECIDE not in delegate.permissions:
        raise DelegateCannotDecide(field="toId", name=delegate.display_name)
    return delegate


def _check_period(starts_at: datetime, ends_at: datetime, at: datetime) -> None:
    Period(starts_at, ends_at)
    if ends_at <= at:
        raise Invalid(field="endsAt", reason_en="The end lies in the past.", reason_zh="结束时间已过。")
    if ends_at - starts_at > LONGEST:
        raise Invalid(
            field="endsAt",
            reason_en="Delegate for a year at most.",
            reason_zh="委托期限最长一年。",
        )


def _check_types(document_types: Sequence[str]) -> None:
    if any(document_type_or_none(code) is None for code in document_types):
        raise Invalid(
            field="documentTypes",
            reason_en="There is no such type of document.",
            reason_zh="没有此单据类型。",
        )


def _check_reason(reason: str) -> None:
    if len(reason) > LONGEST_REASON:
        raise Invalid(
            field="reason",
            reason_en=f"The reason is longer than {LONGEST_REASON} characters.",
            reason_zh=f"原因超过 {LONGEST_REASON} 个字符。",
        )


def _check_free(
    from_id: uuid.UUID, starts_at: datetime, ends_at: datetime, document_types: Sequence[str]
) -> None:
    others = Delegation.objects.filter(
        from_gid=from_id, ended_at__isnull=True, starts_at__lt=ends_at, ends_at__gt=starts_at
    )
    for other in others:
        if not (other.document_types and document_types) or set(other.document_types) & set(document_types):
            raise DelegationOverlaps(field="startsAt", name=other.to_name)

"""Closing a group's account, and keeping it after all."""

import uuid
from datetime import datetime, timedelta

from tenants.accounts.mail.outgoing import mail_request
from tenants.departure import mail_texts  # noqa: F401 makes its mails known
from tenants.departure.models import Closure
from tenants.departure.states import CLOSURE
from tenants.directory.policies import own_group_id
from tenants.directory.services.group_shut import group_shut
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, NotFound
from tenants.privacy.services.legal_holds import check_no_hold
from tenants.runtime import audit, clock, outbox
from tenants.runtime.guard import require, require_recent_proof

GRACE = timedelta(days=30)
DUE = "departure.group.delete"


class NameNotConfirmed(DomainError):
    """The name given to confirm is not the group's."""

    code = "NAME_NOT_CONFIRMED"
    en = "Type the group's name to confirm that everything of it is deleted after the grace period."
    zh = "请输入集团名称，以确认在宽限期结束后删除其全部数据。"


class AlreadyClosing(DomainError):
    """The group is being closed already."""

    code = "ALREADY_CLOSING"
    en = "The account is being closed already."
    zh = "账户正在关闭中。"


def group_close(*, actor: Actor, at: datetime, confirm_name: str, note: str = "") -> uuid.UUID:
    """This will begin the end of a group: read-only for 30 days, then deleted; the subscription is cancelled.

    Raises Forbidden, ProofRequired, NameNotConfirmed, AlreadyClosing, UnderLegalHold.
    """
    require(actor, "departure.group.close")
    require_recent_proof(actor, at=at)
    if Closure.objects.filter(status__in=("closing", "deleting")).exists():
        raise AlreadyClosing
    check_no_hold(group_id=own_group_id(actor))
    closure = Closure(
        group_id=own_group_id(actor), note=note.strip()[:2000], requested_by=actor.person_id, requested_at=at,
        due_at=at + GRACE, created_at=at,
    )  # fmt: skip
    group_name = group_shut(closes_at=closure.due_at)
    if " ".join(confirm_name.split()) != group_name:
        raise NameNotConfirmed(field="confirmName")
    Closure.objects.bulk_create([closure])
    clock.set_alarm(kind=DUE, subject_id=closure.id, due_at=closure.due_at)
    _tell(actor, closure, "close", "closing", at, group_name)
    mail_request(
        name="departure/closing", recipient=actor.email, locale=actor.locale, at=at, actor=actor,
        values={"group": group_name, "day": f"{closure.due_at:%Y-%m-%d}"},
    )  # fmt: skip
    return closure.id


def group_keep(*, actor: Actor, at: datetime) -> uuid.UUID:
    """This will take a closing back: the group works on at once, and its subscription goes on.

    Raises Forbidden, NotFound when nothing is being closed, IllegalTransition once the deletion has begun.
    """
    require(actor, "departure.group.keep")
    closure = Closure.objects.select_for_update().filter(status__in=("closing", "deleting")).first()
    if closure is None:
        raise NotFound
    CLOSURE.check(closure.status, "kept")
    closure.status, closure.kept_at = "kept", at
    closure.save(update_fields=["status", "kept_at"])
    clock.clear_alarm(kind=DUE, subject_id=closure.id)
    _tell(actor, closure, "keep", "kept", at, group_shut(closes_at=None))
    return closure.id


def _tell(actor: Actor, closure: Closure, action: str, event: str, at: datetime, name: str) -> None:
    audit.record(
        actor=actor, action=f"departure.group.{action}", subject_type="group", subject_id=closure.group_id,
        subject_label=name, at=at, new={"due_at": closure.due_at}, reason=closure.note,
    )  # fmt: skip
    outbox.publish(
        event_type=f"departure.group.{event}",
        subject_type="closure",
        subject_id=closure.id,
        at=at,
        actor=actor,
    )

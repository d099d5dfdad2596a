"""Files at documents: attached, scanned in the background, opened once they are clean, taken away."""

import uuid
from datetime import datetime, timedelta

from commerce.procurement.attaching.kinds import MOST, TooManyAttachments, check_kind, check_picture_kind
from commerce.procurement.attaching.subjects import Subject, attachments_visible_to, subject_of
from commerce.procurement.models import Attachment
from tenants.kernel.actor import Actor, system_actor
from tenants.kernel.errors import DomainError, Invalid, NotFound
from tenants.runtime import audit, files, outbox, scanning
from tenants.runtime.clock import set_alarm
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows
from tenants.runtime.scope import Scope, unit_of_work

PURPOSE = "attachment"
"""The purpose with which a file is uploaded to be attached."""

REQUESTED = "procurement.attachment.scan_requested"
RESCAN = "procurement.attachment.rescan"
WAIT = timedelta(minutes=1)
"""After so long a file is scanned again when the scanner gave no verdict."""


class AttachmentNotScanned(DomainError):
    """The scanner has not looked at the file yet."""

    code = "ATTACHMENT_NOT_SCANNED"
    en = "{name} is being checked for viruses. Try again in a minute."
    zh = "{name} 正在进行病毒扫描，请稍后再试。"


class AttachmentInfected(DomainError):
    """The scanner found malware in the file."""

    code = "ATTACHMENT_INFECTED"
    en = "{name} held malware ({threat}) and was destroyed. Remove it and attach a clean file."
    zh = "{name} 含有恶意程序（{threat}），已被销毁。请移除并重新上传安全文件。"


class AttachmentsClosed(DomainError):
    """The document's files cannot be changed now, or not by this person."""

    code = "ATTACHMENTS_CLOSED"
    en = "The files of {number} cannot be changed by you in its present state."
    zh = "{number} 当前状态下您不能变更其附件。"


def attachment_add(
    *,
    actor: Actor,
    at: datetime,
    file_id: uuid.UUID,
    requisition_id: uuid.UUID | None = None,
    order_id: uuid.UUID | None = None,
    receipt_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """This will attach a file that the actor just uploaded to one document and give the attachment's id.

    It is opened once the scanner has found it clean. Raises Forbidden, NotFound, AttachmentsClosed,
    TooManyAttachments, AttachmentTooLarge, AttachmentTypeNotAllowed, Invalid.
    """
    require(actor, "procurement.attachment.add")
    subject = _chosen(actor, requisition=requisition_id, order=order_id, receipt=receipt_id)
    if not subject.takes_files:
        raise AttachmentsClosed(number=subject.number)
    described = files.describe(file_id=file_id)
    if described.purpose != PURPOSE or described.created_by != actor.key:
        raise NotFound(field="fileId")
    if Attachment.objects.filter(file_gid=file_id).exists():
        raise NotFound(field="fileId")
    media_type = check_kind(name=described.name, size=described.size, head=files.read(file_id=file_id))
    if Attachment.objects.filter(subject_id=subject.id, removed_at__isnull=True).count() >= MOST:
        raise TooManyAttachments
    row = Attachment(
        subject_type=subject.kind, subject_id=subject.id, file_gid=file_id, content_type=media_type
    )
    return _take(row, described, actor=actor, at=at)


def picture_attach(*, actor: Actor, at: datetime, invoice_id: uuid.UUID, file_id: uuid.UUID) -> None:
    """This will keep the picture of an invoice that was just written, and have it scanned like any attached file.

    The caller has checked whose upload it is. Raises NotFound when another document has it, AttachmentTooLarge,
    and Invalid for what is no picture.
    """
    if Attachment.objects.filter(file_gid=file_id).exists():
        raise NotFound(field="fileId")
    described = files.describe(file_id=file_id)
    media_type = check_picture_kind(size=described.size, head=files.read(file_id=file_id))
    row = Attachment(subject_type="invoice", subject_id=invoice_id, file_gid=file_id, content_type=media_type)
    _take(row, described, actor=actor, at=at)


def attachment_open(*, actor: Actor, at: datetime, attachment_id: uuid.UUID) -> dict[str, str]:
    """This will give the address of a clean file, for five minutes and this actor alone.

    Raises Forbidden, NotFound, AttachmentNotScanned, AttachmentInfected.
    """
    require(actor, "procurement.attachment.read")
    row = attachments_visible_to(actor).filter(id=attachment_id).first()
    if row is None:
        raise NotFound(field="attachmentId")
    if row.scan == "infected":
        raise AttachmentInfected(field="attachmentId", name=row.name, threat=row.threat)
    if row.clean_file_id is None:
        raise AttachmentNotScanned(field="attachmentId", name=row.name)
    return {"url": files.link(file_id=row.clean_file_id, actor=actor)}


def attachment_remove(*, actor: Actor, at: datetime, attachment_id: uuid.UUID) -> dict[str, str]:
    """This will take a file away and delete it; what an approver saw stays. Gives the file's name.

    An infected one, which is destroyed already, may be taken off the list at any time. Raises Forbidden,
    NotFound, AttachmentsClosed.
    """
    require(actor, "procurement.attachment.remove")
    seen = attachments_visible_to(actor).filter(id=attachment_id).first()
    if seen is None:
        raise NotFound(field="attachmentId")
    subject = subject_of(
        actor=actor, kind=seen.subject_type, subject_id=seen.subject_id, field="attachmentId"
    )
    (row,) = lock_rows(Attachment.objects.filter(id=seen.id))
    if not (subject.gives_files or (subject.is_own and row.scan == "infected")):
        raise AttachmentsClosed(number=subject.number)
    if row.file_gid is not None:
        files.delete(file_id=row.file_gid)
    row.file_gid, row.removed_at, row.removed_by_name = None, at, actor.display_name
    row.save(update_fields=["file_gid", "removed_at", "removed_by_name"])
    _tell(row, "remove", "removed", actor=actor, at=at, old={"sha256": row.sha256})
    return {"name": row.name}


def scan_attachment(*, scope: Scope, attachment_id: uuid.UUID, at: datetime) -> None:
    """This will have a waiting file scanned outside of any unit of work and write the verdict down.

    Malware is destroyed at once. Without a verdict the file waits and is scanned again. Run again, nothing.
    """
    with unit_of_work(scope):
        waiting = Attachment.objects.filter(id=attachment_id, scan="waiting", removed_at__isnull=True).first()
        if waiting is None or waiting.file_gid is None:
            return
        data = files.read(file_id=waiting.file_gid)
    try:
        threat = scanning.scan(data)
    except scanning.ScannerDown:
        with unit_of_work(scope):
            set_alarm(kind=RESCAN, subject_id=attachment_id, due_at=at + WAIT)
        return
    with unit_of_work(scope):
        _note(scope, attachment_id, threat, at)


def rescan(*, scope: Scope, attachment_id: uuid.UUID, at: datetime) -> None:
    """This will ask for another scan of a file that still waits."""
    if Attachment.objects.filter(id=attachment_id, scan="waiting", removed_at__isnull=True).exists():
        _ask(attachment_id, actor=_scanner(scope), at=at)


def _note(scope: Scope, attachment_id: uuid.UUID, threat: str, at: datetime) -> None:
    rows = lock_rows(Attachment.objects.filter(id=attachment_id, scan="waiting", removed_at__isnull=True))
    if not rows:
        return
    row = rows[0]
    row.scan, row.threat, row.scanned_at = ("infected" if threat else "clean"), threat, at
    if threat and row.file_gid is not None:
        files.delete(file_id=row.file_gid)
        row.file_gid = None
    row.save(update_fields=["scan", "threat", "scanned_at", "file_gid"])
    _tell(row, "scan", "scanned", actor=_scanner(scope), at=at, new={"scan": row.scan, "threat": threat})


def _take(row: Attachment, described: files.Described, *, actor: Actor, at: datetime) -> uuid.UUID:
    """Writes a new attachment down and asks for its scan."""
    row.name, row.byte_size, row.sha256 = described.name, described.size, described.sha256
    row.added_by_key, row.added_by_name = actor.key, actor.display_name
    row.save(force_insert=True)
    _tell(row, "add", "added", actor=actor, at=at, new={"sha256": row.sha256, "size": row.byte_size})
    _ask(row.id, actor=actor, at=at)
    return row.id


def _chosen(actor: Actor, **given: uuid.UUID | None) -> Subject:
    named = [(kind, key) for kind, key in given.items() if key is not None]
    if len(named) != 1:
        raise Invalid(
            field="requisitionId",
            reason_en="Name the one document that the file belongs to.",
            reason_zh="请指定附件所属的一张单据。",
        )
    kind, key = named[0]
    return subject_of(actor=actor, kind=kind, subject_id=key, field=f"{kind}Id")


def _ask(attachment_id: uuid.UUID, *, actor: Actor, at: datetime) -> None:
    outbox.publish(
        event_type=REQUESTED, subject_type="attachment", subject_id=attachment_id, at=at, actor=actor
    )


def _scanner(scope: Scope) -> Actor:
    return system_actor(group_id=scope.group_id, unit_id=scope.unit_id, name="Virus scan")


def _tell(
    row: Attachment,
    action: str,
    event: str,
    *,
    actor: Actor,
    at: datetime,
    old: dict[str, object] | None = None,
    new: dict[str, object] | None = None,
) -> None:
    """The audit row stands with the document's own history; the event is about the document too."""
    audit.record(
        actor=actor,
        action=f"procurement.attachment.{action}",
        subject_type=row.subject_type,
        subject_id=row.subject_id,
        subject_label=row.name,
        at=at,
        old=old,
        new=new,
    )
    outbox.publish(
        event_type=f"procurement.attachment.{event}",
        subject_type=row.subject_type,
        subject_id=row.subject_id,
        at=at,
        actor=actor,
        payload={"attachment_id": str(row.id), "scan": row.scan},
    )

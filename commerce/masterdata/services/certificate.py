"""Certificates: handed in, decided, and watched until they end."""

import uuid
from datetime import UTC, date, datetime, time, timedelta

from commerce.masterdata import events
from commerce.masterdata.fitness import supplier_name
from commerce.masterdata.models import Certificate
from commerce.masterdata.services.at_group import at_group, into_vault
from commerce.masterdata.services.qualification_state import rest_anew
from commerce.masterdata.services.sanction import check_reason
from commerce.masterdata.services.supplier_alert import alerts_end, raise_alert
from commerce.masterdata.states import CERTIFICATE, CERTIFICATE_KINDS
from tenants.kernel.actor import Actor, system_actor
from tenants.kernel.errors import Conflict, DomainError, Invalid, NotFound
from tenants.runtime import audit, files, outbox
from tenants.runtime.clock import clear_alarm, set_alarm
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows

ALARM = "masterdata.certificate.check"
PURPOSE = "supplier_certificate"
WARN_DAYS = (30, 7, 0)
MAX_TEXT = 200


class CertificateOver(DomainError):
    """The certificate has ended already."""

    code = "CERTIFICATE_OVER"
    en = "This certificate ended on {day}. Hand in a valid one."
    zh = "该证书已于 {day} 到期，请提交有效证书。"


def certificate_submit(
    *,
    actor: Actor,
    at: datetime,
    supplier_org_id: uuid.UUID,
    kind: str,
    file_id: uuid.UUID,
    number: str = "",
    issuer: str = "",
    issued_date: date | None = None,
    expires_date: date | None = None,
) -> uuid.UUID:
    """This will hand in a certificate and give its id; a supplier's contact does so for its own supplier alone.

    `expires_date` is the first day on which it does not count. Raises Forbidden, NotFound, Invalid,
    CertificateOver.
    """
    require(actor, "masterdata.certificate.submit")
    if actor.supplier_org_id not in (None, supplier_org_id) or actor.distributor_id is not None:
        raise NotFound(field="supplierOrgId")
    check_certificate(
        kind=kind, number=number, issuer=issuer, issued=issued_date, expires=expires_date, at=at
    )
    vault_id, described = into_vault(file_id=file_id, purpose=PURPOSE, actor=actor)
    with at_group(actor):
        name = supplier_name(group_id=actor.group_id, supplier_org_id=supplier_org_id)
        if name is None:
            raise NotFound(field="supplierOrgId")
        row = Certificate(
            group_id=actor.group_id,
            supplier_org_id=supplier_org_id,
            kind=kind,
            number=number.strip(),
            issuer=issuer.strip(),
            issued_date=issued_date,
            expires_date=expires_date,
            file_gid=vault_id,
            file_name=described.name,
            file_sha256=described.sha256,
            submitted_by_name=actor.display_name,
        )
        Certificate.objects.bulk_create([row])
        _tell(row, name, "submit", events.CERTIFICATE_SUBMITTED, actor=actor, at=at)
    return row.id


def certificate_verify(*, actor: Actor, at: datetime, certificate_id: uuid.UUID, version: int) -> uuid.UUID:
    """This will accept a certificate, have its end watched, and give its id.

    Raises Forbidden, NotFound, Conflict, IllegalTransition, CertificateOver.
    """
    require(actor, "masterdata.certificate.decide")
    row, name = _locked(actor, certificate_id, version)
    if row.expires_date is not None and row.expires_date <= at.date():
        raise CertificateOver(field="certificateId", day=row.expires_date.isoformat())
    _decide(row, name, "verified", "", actor=actor, at=at)
    _watch(row, at)
    return row.id


def certificate_reject(
    *, actor: Actor, at: datetime, certificate_id: uuid.UUID, version: int, reason: str
) -> uuid.UUID:
    """This will refuse a certificate, or take its acceptance back, and give its id.

    What rests on it counts no more. Raises Forbidden, NotFound, Conflict, Invalid, IllegalTransition.
    """
    require(actor, "masterdata.certificate.decide")
    check_reason(reason)
    row, name = _locked(actor, certificate_id, version)
    _decide(row, name, "rejected", reason.strip(), actor=actor, at=at)
    clear_alarm(kind=ALARM, subject_id=row.id)
    _end_warnings(row, at)
    rest_anew(group_id=row.group_id, certificate_id=row.id, at=at)
    return row.id


def certificate_link(*, actor: Actor, at: datetime, certificate_id: uuid.UUID) -> dict[str, object]:
    """This will give the address of a certificate's file, for five minutes and this actor alone.

    At headquarters' door only. Raises Forbidden, NotFound.
    """
    require(actor, "masterdata.certificate.read")
    row = Certificate.objects.filter(group_id=actor.group_id, id=certificate_id).first()
    if row is None or row.file_gid is None or actor.unit_id is not None:
        raise NotFound(field="certificateId")
    return {"url": files.link(file_id=row.file_gid, actor=actor)}


def certificate_advance(*, certificate_id: uuid.UUID, at: datetime) -> None:
    """This will warn 30, 7 and 0 days before a certificate ends and end it on its day; again it changes nothing."""
    rows = lock_rows(Certificate.objects.filter(id=certificate_id, status="verified"))
    end = rows[0].expires_date if rows else None
    if end is None:
        return
    row = rows[0]
    actor = system_actor(group_id=row.group_id, name="clock")
    name = supplier_name(group_id=row.group_id, supplier_org_id=row.supplier_org_id) or ""
    left = (end - at.date()).days
    stage = min((days for days in WARN_DAYS if left <= days), default=None)
    if stage is not None and stage != row.warned_days:
        row.warned_days = stage
        row.save(update_fields=["warned_days"])
        _end_warnings(row, at)
        raise_alert(
            actor=actor,
            supplier_org_id=row.supplier_org_id,
            supplier_name=name,
            kind="certificate_expired" if stage == 0 else "certificate_expiring",
            key=f"certificate:{row.id}:{stage}",
            details={
                "certificate": row.kind,
                "number": row.number,
                "ends": str(end),
                "days": left,
            },
            at=at,
        )
    if left <= 0:
        _decide(row, name, "expired", "", actor=actor, at=at)
        rest_anew(group_id=row.group_id, certificate_id=row.id, at=at)
    else:
        _watch(row, at)


def _end_warnings(row: Certificate, at: datetime) -> None:
    """Earlier warnings give way to the next one, and to a decision."""
    keys = [f"certificate:{row.id}:{days}" for days in WARN_DAYS if days]
    alerts_end(kind="certificate_expiring", keys=keys, at=at)


def check_certificate(
    *, kind: str, number: str, issuer: str, issued: date | None, expires: date | None, at: datetime
) -> None:
    """This will pass what can be a certificate's fields; raises Invalid, CertificateOver."""
    if kind not in CERTIFICATE_KINDS:
        known = ", ".join(CERTIFICATE_KINDS)
        raise Invalid(field="kind", reason_en=f"One of: {known}.", reason_zh=f"可选值：{known}。")
    for field, text in (("number", number), ("issuer", issuer)):
        if len(text.strip()) > MAX_TEXT:
            raise Invalid(
                field=field,
                reason_en=f"At most {MAX_TEXT} characters.",
                reason_zh=f"最多 {MAX_TEXT} 个字符。",
            )
    if issued is not None and (issued > at.date() or (expires is not None and expires <= issued)):
        raise Invalid(
            field="issuedDate",
            reason_en="It was issued in the past, before it ends.",
            reason_zh="签发日期应早于今天且早于到期日。",
        )
    if expires is not None and expires <= at.date():
        raise CertificateOver(field="expiresDate", day=expires.isoformat())


def _watch(row: Certificate, at: datetime) -> None:
    if row.expires_date is None:
        return
    days = [row.expires_date - timedelta(days=stage) for stage in WARN_DAYS]
    due = next((day for day in days if day > at.date()), row.expires_date)
    already = row.warned_days is None and (row.expires_date - at.date()).days <= WARN_DAYS[0]
    moment = at if already else datetime.combine(due, time.min, tzinfo=UTC)
    set_alarm(kind=ALARM, subject_id=row.id, due_at=moment)


def _decide(row: Certificate, name: str, target: str, reason: str, *, actor: Actor, at: datetime) -> None:
    CERTIFICATE.check(row.status, target)
    old, row.status = row.status, target
    row.decided_by_name, row.decided_at, row.decision_reason = actor.display_name, at, reason
    row.version += 1
    row.save()
    action = {"verified": "verify", "rejected": "reject", "expired": "expire"}[target]
    _tell(row, name, action, f"masterdata.certificate.{target}", actor=actor, at=at, old=old)


def _locked(actor: Actor, certificate_id: uuid.UUID, version: int) -> tuple[Certificate, str]:
    rows = lock_rows(Certificate.objects.filter(group_id=actor.group_id, id=certificate_id))
    if not rows:
        raise NotFound(field="certificateId")
    if rows[0].version != version:
        raise Conflict(field="version", current_version=rows[0].version)
    return rows[0], supplier_name(group_id=rows[0].group_id, supplier_org_id=rows[0].supplier_org_id) or ""


def _tell(
    row: Certificate, name: str, action: str, event: str, *, actor: Actor, at: datetime, old: str = ""
) -> None:
    audit.record(
        actor=actor,
        action=f"masterdata.certificate.{action}",
        subject_type="certificate",
        subject_id=row.id,
        subject_label=f"{name}: {row.kind} {row.number}".strip(),
        at=at,
        old={"status": old} if old else {},
        new={"status": row.status, "sha256": row.file_sha256, "expires_date": row.expires_date},
        reason=row.decision_reason,
    )
    outbox.publish(
        event_type=event,
        subject_type="certificate",
        subject_id=row.id,
        version=row.version,
        at=at,
        actor=actor,
        payload={"supplier_org_id": str(row.supplier_org_id)},
    )

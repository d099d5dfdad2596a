"""Decides applications: the supplier enters the register with its certificates, or is told why not."""

import uuid
from datetime import date, datetime

from commerce.masterdata import events
from commerce.masterdata.models import Certificate, RegistrationLink, SupplierApplication
from commerce.masterdata.providers.registry import provider
from commerce.masterdata.services.application import tell
from commerce.masterdata.services.provider_check import request_check_of
from commerce.masterdata.services.qualification_state import begin
from commerce.masterdata.services.register import NewSupplier, insert_suppliers, lock_register
from commerce.masterdata.services.sanction import check_reason
from commerce.masterdata.services.supplier import refuse_duplicates, refuse_same_name
from commerce.masterdata.states import APPLICATION, CHECK_KINDS
from tenants.accounts.services.members import member_appoint
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime import outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows

LONGEST_WORK = 24 * 3600


def application_accept(
    *,
    actor: Actor,
    at: datetime,
    application_id: uuid.UUID,
    version: int,
    reason: str = "",
    same_name_confirmed: bool = False,
    work_seconds: int = 0,
) -> uuid.UUID:
    """This will add the applicant to the register with its certificates, begin to qualify it, and give the id.

    Where a unit asked for it, the applicant becomes its contact there. `work_seconds` is the time the page was
    before the person. Raises Forbidden, NotFound, Conflict, IllegalTransition, SupplierDuplicate,
    SupplierNameExists.
    """
    require(actor, "masterdata.application.decide")
    row = _locked(actor, application_id, version)
    row.work_seconds += _worked(work_seconds)
    row.decision_reason = reason.strip()[:2_000]
    accept(row, actor=actor, at=at, rule="", same_name_confirmed=same_name_confirmed)
    return row.id


def application_reject(
    *, actor: Actor, at: datetime, application_id: uuid.UUID, version: int, reason: str, work_seconds: int = 0
) -> uuid.UUID:
    """This will refuse an application with a reason, and give its id.

    Raises Forbidden, NotFound, Conflict, Invalid, IllegalTransition.
    """
    return _answered(actor, application_id, version, "rejected", reason, work_seconds, at)


def application_return(
    *, actor: Actor, at: datetime, application_id: uuid.UUID, version: int, reason: str, work_seconds: int = 0
) -> uuid.UUID:
    """This will give an application back to be completed, and give its id.

    Raises Forbidden, NotFound, Conflict, Invalid, IllegalTransition.
    """
    return _answered(actor, application_id, version, "returned", reason, work_seconds, at)


def accept(
    row: SupplierApplication, *, actor: Actor, at: datetime, rule: str, same_name_confirmed: bool
) -> None:
    """This will accept a locked application, for a person or in the name of a rule."""
    APPLICATION.check(row.status, "accepted")
    lock_register(row.group_id)
    refuse_duplicates(group_id=row.group_id, values=row.profile, own_id=None)
    if not same_name_confirmed:
        refuse_same_name(group_id=row.group_id, values=row.profile, own_id=None)
    supplier_id = new_id()
    insert_suppliers(
        actor=actor, action="masterdata.supplier.create", rows=[NewSupplier(supplier_id, row.profile)], at=at
    )
    outbox.publish(
        event_type=events.SUPPLIER_CREATED,
        subject_type="supplier_org",
        subject_id=supplier_id,
        version=1,
        at=at,
        actor=actor,
    )
    Certificate.objects.bulk_create([_certificate(row, supplier_id, document) for document in row.documents])
    begin(
        group_id=row.group_id,
        supplier_org_id=supplier_id,
        category_ids=[uuid.UUID(key) for key in row.categories],
        actor=actor,
        at=at,
    )
    row.supplier_org_id, row.decided_by_rule = supplier_id, rule
    _decide(row, "accepted", actor=actor, at=at)
    if provider() is not None:
        for kind in CHECK_KINDS:
            request_check_of(actor=actor, supplier_org_id=supplier_id, kind=kind, at=at)
    if row.unit_id is not None:
        member_appoint(
            actor=actor, at=at, person_id=row.person_gid, kind="supplier", role="supplier_contact",
            group_id=row.group_id, unit_id=row.unit_id, supplier_org_id=supplier_id,
        )  # fmt: skip


def give_back(row: SupplierApplication, *, actor: Actor, at: datetime, rule: str, reason: str) -> None:
    """This will give a locked application back in the name of a rule, with what is missing."""
    row.decided_by_rule, row.decision_reason = rule, reason[:2_000]
    _decide(row, "returned", actor=actor, at=at)


def _certificate(
    row: SupplierApplication, supplier_id: uuid.UUID, document: dict[str, str | None]
) -> Certificate:
    def day(name: str) -> date | None:
        text = document[name]
        return date.fromisoformat(text) if text else None

    return Certificate(
        group_id=row.group_id,
        supplier_org_id=supplier_id,
        kind=document["kind"] or "",
        number=document["number"] or "",
        issuer=document["issuer"] or "",
        issued_date=day("issued_date"),
        expires_date=day("expires_date"),
        file_gid=uuid.UUID(str(document["file_id"])),
        file_name=document["file_name"] or "",
        file_sha256=document["sha256"] or "",
        submitted_by_name=row.email,
    )


def _answered(
    actor: Actor,
    application_id: uuid.UUID,
    version: int,
    target: str,
    reason: str,
    work_seconds: int,
    at: datetime,
) -> uuid.UUID:
    require(actor, "masterdata.application.decide")
    check_reason(reason)
    row = _locked(actor, application_id, version)
    row.work_seconds += _worked(work_seconds)
    row.decision_reason = reason.strip()
    _decide(row, target, actor=actor, at=at)
    return row.id


def _decide(row: SupplierApplication, target: str, *, actor: Actor, at: datetime) -> None:
    APPLICATION.check(row.status, target)
    row.status, row.decided_by_name, row.decided_at = target, actor.display_name, at
    row.version += 1
    row.save()
    if target == "accepted":
        RegistrationLink.objects.filter(id=row.link_id, closed_at=None).exclude(email="").update(closed_at=at)
    action = {"accepted": "accept", "rejected": "reject", "returned": "return"}[target]
    tell(row, action, events.APPLICATION_DECIDED, actor=actor, at=at, reason=row.decision_reason)


def _locked(actor: Actor, application_id: uuid.UUID, version: int) -> SupplierApplication:
    rows = lock_rows(SupplierApplication.objects.filter(group_id=actor.group_id, id=application_id))
    if not rows or rows[0].status == "draft":
        raise NotFound(field="applicationId")
    if rows[0].version != version:
        raise Conflict(field="version", current_version=rows[0].version)
    return rows[0]


def _worked(seconds: int) -> int:
    if not 0 <= seconds <= LONGEST_WORK:
        raise Invalid(field="workSeconds", reason_en="0 to 86,400 seconds.", reason_zh="0 至 86400 秒。")
    return seconds

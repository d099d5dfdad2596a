"""Headquarters decide where a supplier may be asked: per category and region, with a grade and an end."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime

from commerce.masterdata.countries import country_code
from commerce.masterdata.fitness import supplier_policy, unchecked_reasons
from commerce.masterdata.models import Certificate, SupplierOrg, SupplierQualification
from commerce.masterdata.queries import unknown_categories
from commerce.masterdata.services.qualification_state import begin, end_of, move, summarise
from commerce.masterdata.services.sanction import check_reason
from commerce.masterdata.states import GRADES
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, DomainError, Invalid, NotFound
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows


class SupplierUnchecked(DomainError):
    """A check of a third party is missing, over, or says no."""

    code = "SUPPLIER_UNCHECKED"
    en = "The {kind} check forbids this ({why}). Have the supplier checked first."
    zh = "{kind} 核验未通过（{why}），请先完成核验。"


class CertificateMissing(DomainError):
    """A certificate that the group requires is not among those named, or not verified."""

    code = "CERTIFICATE_MISSING"
    en = "A verified certificate of the kind {kind} is required."
    zh = "缺少已核验的证书：{kind}。"


class QualificationThere(DomainError):
    """The supplier is in this category and region already."""

    code = "QUALIFICATION_THERE"
    en = "The supplier is in this category and region already."
    zh = "该供应商在此品类与地区已有资质记录。"


def qualification_open(
    *,
    actor: Actor,
    at: datetime,
    supplier_org_id: uuid.UUID,
    category_ids: Sequence[uuid.UUID],
    region: str = "",
) -> uuid.UUID:
    """This will begin to qualify a supplier in some categories of a region and give the supplier's id.

    `region` is a country, empty for everywhere. A refused one begins anew. Raises Forbidden, NotFound, Invalid,
    QualificationThere.
    """
    require(actor, "masterdata.qualification.decide")
    region = checked_region(region)
    wanted = set(category_ids)
    rows = lock_rows(SupplierOrg.objects.filter(group_id=actor.group_id, id=supplier_org_id))
    if not rows or rows[0].status == "archived":
        raise NotFound(field="supplierOrgId")
    if not wanted or unknown_categories(group_id=rows[0].group_id, category_ids=wanted):
        raise NotFound(field="categoryIds")
    there = SupplierQualification.objects.filter(
        group_id=actor.group_id, supplier_org_id=supplier_org_id, category_id__in=wanted, region=region
    )
    for row in lock_rows(there):
        if row.status != "disqualified":
            raise QualificationThere(field="categoryIds")
        row.start_date = row.decided_end_date = row.end_date = None
        row.certificate_ids, row.grade = [], ""
        move(row, "in_qualification", action="open", actor=actor, at=at)
        wanted.discard(row.category_id)
    begin(
        group_id=rows[0].group_id,
        supplier_org_id=supplier_org_id,
        category_ids=wanted,
        actor=actor,
        at=at,
        region=region,
    )
    return supplier_org_id


def qualification_grant(
    *,
    actor: Actor,
    at: datetime,
    qualification_id: uuid.UUID,
    version: int,
    grade: str = "",
    preferred: bool = False,
    start_date: date | None = None,
    end_date: date | None = None,
    certificate_ids: Sequence[uuid.UUID] = (),
    reason: str = "",
) -> uuid.UUID:
    """This will qualify a supplier in the category and region, or renew that, and give the qualification's id.

    It rests on the named certificates and ends with the first of them. Raises Forbidden, NotFound, Conflict,
    Invalid, IllegalTransition, CertificateMissing, SupplierUnchecked.
    """
    require(actor, "masterdata.qualification.decide")
    row = _locked(actor, qualification_id, version)
    if grade not in ("", *GRADES):
        raise Invalid(field="grade", reason_en="A, B, C, D or none.", reason_zh="等级为 A、B、C、D 或留空。")
    certificates = _certificates(row, certificate_ids, at)
    _refuse_unchecked(row, at)
    start = start_date or at.date()
    end = end_of(decided_end_date=end_date, certificates=certificates)
    if end is not None and end <= max(start, at.date()):
        raise Invalid(
            field="endDate",
            reason_en="It must end after it begins, and later than today.",
            reason_zh="结束日期必须晚于开始日期和今天。",
        )
    row.grade, row.start_date, row.decided_end_date, row.end_date = grade, start, end_date, end
    row.certificate_ids = [c.id for c in certificates]
    _decided(row, actor, at, reason)
    move(row, "preferred" if preferred else "qualified", action="grant", actor=actor, at=at, reason=reason)
    summarise(group_id=row.group_id, supplier_org_id=row.supplier_org_id, actor=actor, at=at)
    return row.id


def qualification_suspend(
    *, actor: Actor, at: datetime, qualification_id: uuid.UUID, version: int, reason: str
) -> uuid.UUID:
    """This will take a supplier out of the category and region for now, and give the qualification's id.

    Raises Forbidden, NotFound, Conflict, Invalid, IllegalTransition.
    """
    return _ended(actor, qualification_id, version, "suspended", "suspend", reason, at)


def qualification_refuse(
    *, actor: Actor, at: datetime, qualification_id: uuid.UUID, version: int, reason: str
) -> uuid.UUID:
    """This will disqualify a supplier in the category and region, and give the qualification's id.

    Raises Forbidden, NotFound, Conflict, Invalid, IllegalTransition.
    """
    return _ended(actor, qualification_id, version, "disqualified", "refuse", reason, at)


def checked_region(region: str) -> str:
    """This will bring a region to its two letters, empty for everywhere; raises Invalid."""
    if not region.strip():
        return ""
    code = country_code(region)
    if code is None:
        raise Invalid(
            field="region",
            reason_en="A region is a country, e.g. CN or DE, or empty for everywhere.",
            reason_zh="地区为国家/地区代码（如 CN、DE），留空表示不限。",
        )
    return code


def _ended(
    actor: Actor,
    qualification_id: uuid.UUID,
    version: int,
    target: str,
    action: str,
    reason: str,
    at: datetime,
) -> uuid.UUID:
    require(actor, "masterdata.qualification.decide")
    check_reason(reason)
    row = _locked(actor, qualification_id, version)
    _decided(row, actor, at, reason)
    move(row, target, action=action, actor=actor, at=at, reason=reason)
    summarise(group_id=row.group_id, supplier_org_id=row.supplier_org_id, actor=actor, at=at)
    return row.id


def _decided(row: SupplierQualification, actor: Actor, at: datetime, reason: str) -> None:
    row.decided_by_name, row.decided_at, row.decision_reason = actor.display_name, at, reason.strip()


def _locked(actor: Actor, qualification_id: uuid.UUID, version: int) -> SupplierQualification:
    rows = lock_rows(SupplierQualification.objects.filter(group_id=actor.group_id, id=qualification_id))
    if not rows:
        raise NotFound(field="qualificationId")
    if rows[0].version != version:
        raise Conflict(field="version", current_version=rows[0].version)
    return rows[0]


def _certificates(
    row: SupplierQualification, certificate_ids: Sequence[uuid.UUID], at: datetime
) -> list[Certificate]:
    """The named certificates, all verified and running, with every kind that the group requires among them."""
    wanted = set(certificate_ids)
    found = list(
        Certificate.objects.filter(
            group_id=row.group_id, supplier_org_id=row.supplier_org_id, id__in=wanted
        ).order_by("id")
    )
    if len(found) != len(wanted):
        raise NotFound(field="certificateIds")
    for certificate in found:
        over = certificate.expires_date is not None and certificate.expires_date <= at.date()
        if certificate.status != "verified" or over:
            raise CertificateMissing(field="certificateIds", kind=certificate.kind)
    kinds = {certificate.kind for certificate in found}
    for kind in supplier_policy(group_id=row.group_id).required_certificates:
        if kind not in kinds:
            raise CertificateMissing(field="certificateIds", kind=kind)
    return found


def _refuse_unchecked(row: SupplierQualification, at: datetime) -> None:
    reasons = unchecked_reasons(group_id=row.group_id, supplier_org_id=row.supplier_org_id, at=at)
    if reasons:
        raise SupplierUnchecked(kind=reasons[0].about, why=reasons[0].code)

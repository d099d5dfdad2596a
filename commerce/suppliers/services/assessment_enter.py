"""Marks that people give: innovation and environment, with a reason and a file as evidence."""

import uuid
from datetime import date, datetime
from decimal import Decimal

from commerce.masterdata.fitness import supplier_name
from commerce.suppliers.models import Assessment
from commerce.suppliers.models.file import ASSESSED
from commerce.suppliers.trail import check_reason, leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid, NotFound
from tenants.runtime import files
from tenants.runtime.guard import require

PURPOSE = "supplier_assessment"


def assessment_enter(
    *,
    actor: Actor,
    at: datetime,
    supplier_org_id: uuid.UUID,
    dimension: str,
    value: Decimal,
    reason: str,
    file_id: uuid.UUID | None = None,
    assessed_date: date | None = None,
) -> uuid.UUID:
    """This will note a mark of 0 to 100 from a day on, and give its id. It replaces none: the newest counts.

    Raises Forbidden, Invalid, NotFound.
    """
    require(actor, "suppliers.assessment.enter")
    reason = check_reason(reason)
    if dimension not in ASSESSED:
        raise Invalid(
            field="dimension",
            reason_en="Marks are given for innovation and environment; the rest is measured.",
            reason_zh="仅“技术创新性”“环保合规”可人工评分，其余由单据计算。",
        )
    if not value.is_finite() or not 0 <= value <= 100 or value * 100 != (value * 100).to_integral():
        raise Invalid(
            field="value",
            reason_en="A mark is a number from 0 to 100 with at most two decimals.",
            reason_zh="评分应为 0 至 100、最多两位小数的数字。",
        )
    day = assessed_date or at.date()
    if day > at.date():
        raise Invalid(field="assessedDate", reason_en="Not in the future.", reason_zh="日期不能晚于今天。")
    name = supplier_name(group_id=actor.group_id, supplier_org_id=supplier_org_id)
    if name is None:
        raise NotFound(field="supplierOrgId")
    row = Assessment(
        supplier_org_gid=supplier_org_id,
        dimension=dimension,
        value=value,
        reason=reason,
        assessed_date=day,
        assessed_by_name=actor.display_name,
    )
    if file_id is not None:
        described = files.describe(file_id=file_id)
        if described.purpose != PURPOSE or described.created_by != actor.key:
            raise NotFound(field="fileId")
        row.evidence_gid, row.evidence_name = file_id, described.name
    row.save(force_insert=True)
    leave_trail(
        actor=actor, at=at, action="assessment.enter", event="assessment.entered", subject_type="assessment",
        subject_id=row.id, label=name, new={"dimension": dimension, "value": value, "day": day}, reason=reason,
        payload={"supplier_org_id": str(supplier_org_id), "dimension": dimension},
    )  # fmt: skip
    return row.id


def assessment_link(*, actor: Actor, at: datetime, assessment_id: uuid.UUID) -> dict[str, object]:
    """This will give the address of a mark's evidence, for five minutes and this actor alone.

    Raises Forbidden, NotFound.
    """
    require(actor, "suppliers.assessment.read")
    row = Assessment.objects.filter(id=assessment_id).first()
    if row is None or row.evidence_gid is None or actor.supplier_org_id or actor.distributor_id:
        raise NotFound(field="assessmentId")
    return {"url": files.link(file_id=row.evidence_gid, actor=actor)}

"""The unit's own decision about a supplier of the group."""

import uuid
from datetime import datetime

from commerce.masterdata.fitness import supplier_name
from commerce.suppliers.models import SupplierRelation
from commerce.suppliers.states import DECISIONS
from commerce.suppliers.trail import check_reason, leave_trail
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, Invalid, NotFound
from tenants.runtime.guard import require


def relation_decide(
    *, actor: Actor, at: datetime, supplier_org_id: uuid.UUID, version: int, decision: str, reason: str
) -> dict[str, bool]:
    """This will note whether the unit uses a supplier: approved, declined or open.

    `version` is 0 before the first decision. Raises Forbidden, Invalid, NotFound, Conflict.
    """
    require(actor, "suppliers.relation.decide")
    reason = check_reason(reason)
    if decision not in DECISIONS:
        raise Invalid(
            field="decision",
            reason_en="One of: approved, declined, open.",
            reason_zh="可选值：approved、declined、open。",
        )
    name = supplier_name(group_id=actor.group_id, supplier_org_id=supplier_org_id)
    if name is None:
        raise NotFound(field="supplierOrgId")
    fresh = SupplierRelation(supplier_org_gid=supplier_org_id, decided_at=at, version=0)
    SupplierRelation.objects.bulk_create([fresh], ignore_conflicts=True)
    row = SupplierRelation.objects.select_for_update().get(supplier_org_gid=supplier_org_id)
    if row.version != version:
        raise Conflict(field="version", current_version=row.version)
    old, row.decision, row.reason = row.decision, decision, reason
    row.decided_by_name, row.decided_at, row.version = actor.display_name, at, row.version + 1
    row.save()
    leave_trail(
        actor=actor, at=at, action="relation.decide", event="relation.decided", subject_type="relation",
        subject_id=supplier_org_id, label=name, version=row.version, old={"decision": old},
        new={"decision": decision}, reason=reason, payload={"decision": decision},
    )  # fmt: skip
    return {"done": True}

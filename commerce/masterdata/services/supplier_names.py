"""Further names of a supplier, and records that are the same supplier."""

import uuid
from datetime import datetime

from commerce.masterdata import events
from commerce.masterdata.models import SupplierAlias, SupplierOrg
from commerce.masterdata.naming import name_key
from commerce.masterdata.services.identity import lock_same_supplier
from commerce.masterdata.services.register import Amendment, amend_suppliers, lock_register
from commerce.masterdata.supplier_fields import LONGEST, cleaned
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows


def supplier_name_add(*, actor: Actor, supplier_org_id: uuid.UUID, name: str, at: datetime) -> uuid.UUID:
    """This will note another name of a supplier and give the supplier's id; a known name changes nothing.

    Raises NotFound, Invalid.
    """
    require(actor, "masterdata.supplier.edit")
    text = cleaned(name)
    if not name_key(text) or len(text) > LONGEST["other_name"]:
        raise Invalid(
            field="name",
            reason_en=f"A name has 1 to {LONGEST['other_name']} characters.",
            reason_zh=f"名称长度为 1 至 {LONGEST['other_name']} 个字符。",
        )
    if actor.group_id is None:
        raise NotFound(field="supplierOrgId")
    lock_register(actor.group_id)
    rows = lock_rows(SupplierOrg.objects.filter(group_id=actor.group_id, id=supplier_org_id))
    if not rows:
        raise NotFound(field="supplierOrgId")
    alias = SupplierAlias(
        id=new_id(),
        group_id=actor.group_id,
        supplier_org=rows[0],
        kind="alias",
        value=text,
        value_key=name_key(text),
    )
    SupplierAlias.objects.bulk_create([alias], ignore_conflicts=True)
    if not SupplierAlias.objects.filter(id=alias.id).exists():
        return rows[0].id
    amend_suppliers(
        actor=actor, action="masterdata.supplier.edit", rows=[Amendment(rows[0], {})], at=at, reason=text
    )
    return rows[0].id


def supplier_join(
    *, actor: Actor, supplier_org_id: uuid.UUID, same_as_id: uuid.UUID, reason: str, at: datetime
) -> uuid.UUID:
    """This will declare a record to be another name of a supplier and give the record's id.

    From the commit on, a sanction on one binds all records of the supplier. Raises NotFound, Invalid.
    """
    require(actor, "masterdata.supplier.join")
    if actor.group_id is None:
        raise NotFound(field="supplierOrgId")
    if supplier_org_id == same_as_id:
        raise Invalid(
            field="sameAsId",
            reason_en="Choose two different records.",
            reason_zh="请选择两条不同的记录。",
        )
    records = lock_same_supplier(group_id=actor.group_id, supplier_org_ids={supplier_org_id, same_as_id})
    by_id = {record.id: record for record in records}
    root = by_id[same_as_id].same_as_id or same_as_id
    moved = {
        record.id
        for record in records
        if (record.same_as_id or record.id) == (by_id[supplier_org_id].same_as_id or supplier_org_id)
    } - {root}
    SupplierOrg.objects.filter(group_id=actor.group_id, id__in=moved).update(same_as=root)
    audit.record(
        actor=actor,
        action="masterdata.supplier.join",
        subject_type="supplier_org",
        subject_id=supplier_org_id,
        subject_label=by_id[supplier_org_id].legal_name,
        at=at,
        old={"same_as_id": by_id[supplier_org_id].same_as_id},
        new={"same_as_id": root},
        reason=reason,
    )
    outbox.publish(
        event_type=events.SUPPLIER_JOINED,
        subject_type="supplier_org",
        subject_id=supplier_org_id,
        at=at,
        actor=actor,
        payload={"same_as_id": str(root)},
    )
    return supplier_org_id

"""Adds, edits, archives and restores suppliers of the group's register."""

import uuid
from collections.abc import Iterable
from datetime import datetime

from commerce.masterdata import events
from commerce.masterdata.models import SupplierOrg
from commerce.masterdata.queries import owners_of_aliases
from commerce.masterdata.services.identity import lock_same_supplier
from commerce.masterdata.services.register import (
    Amendment,
    NewSupplier,
    amend_suppliers,
    identifier_keys,
    insert_suppliers,
    lock_register,
    name_keys,
)
from commerce.masterdata.states import SUPPLIER
from commerce.masterdata.supplier_fields import FIELD_NAMES, LABELS, SupplierFields, checked, input_name
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, DomainError, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows


class SupplierDuplicate(DomainError):
    """An identifier belongs to another supplier of the group already."""

    code = "SUPPLIER_DUPLICATE"
    en = "{label_en} {value} belongs to {supplier} already. Use that supplier, or correct the number."
    zh = "{label_zh} {value} 已属于供应商“{supplier}”。请使用该供应商，或更正号码。"


class SupplierNameExists(DomainError):
    """A supplier of this name is in the register; it may be the same one."""

    code = "SUPPLIER_NAME_EXISTS"
    en = "{supplier} is in the register already. Use it, or confirm that this is another company of the same name."
    zh = "供应商“{supplier}”已在供应商库中。请直接使用，或确认这是另一家同名企业。"


def supplier_create(
    *, actor: Actor, supplier: SupplierFields, at: datetime, same_name_confirmed: bool = False
) -> uuid.UUID:
    """This will add a supplier to the register and give its id.

    Raises Invalid for a field, SupplierDuplicate for an identifier of another supplier, former ones
    included, and SupplierNameExists unless it is confirmed.
    """
    require(actor, "masterdata.supplier.create")
    group_id = _group(actor)
    values = _checked({"legal_name": "", "country": "", **supplier.given()})
    lock_register(group_id)
    refuse_duplicates(group_id=group_id, values=values, own_id=None)
    if not same_name_confirmed:
        refuse_same_name(group_id=group_id, values=values, own_id=None)
    row = NewSupplier(new_id(), values)
    insert_suppliers(actor=actor, action="masterdata.supplier.create", rows=[row], at=at)
    _publish(actor, events.SUPPLIER_CREATED, row.id, 1, at)
    return row.id


def supplier_edit(
    *,
    actor: Actor,
    supplier_org_id: uuid.UUID,
    version: int,
    supplier: SupplierFields,
    at: datetime,
    same_name_confirmed: bool = False,
) -> uuid.UUID:
    """This will change the given fields of a supplier and give its id; sanctions stay with it by its id.

    Raises NotFound, Conflict, Invalid, SupplierDuplicate, SupplierNameExists.
    """
    require(actor, "masterdata.supplier.edit")
    group_id = _group(actor)
    lock_register(group_id)
    row = _locked(actor, supplier_org_id, version)
    present = {name: getattr(row, name) for name in FIELD_NAMES}
    given = supplier.given()
    values = _checked({**present, **given}, only=set(given) | {"uscc"})
    changes = {name: value for name, value in values.items() if value != present[name]}
    if not changes:
        return row.id
    refuse_duplicates(group_id=group_id, values=values, own_id=row.id)
    if {"legal_name", "other_name"} & set(changes) and not same_name_confirmed:
        refuse_same_name(group_id=group_id, values=values, own_id=row.id)
    amend_suppliers(actor=actor, action="masterdata.supplier.edit", rows=[Amendment(row, changes)], at=at)
    _publish(actor, events.SUPPLIER_EDITED, row.id, row.version, at)
    return row.id


def supplier_archive(
    *, actor: Actor, supplier_org_id: uuid.UUID, version: int, reason: str, at: datetime
) -> uuid.UUID:
    """This will take a supplier out of use and give its id; it gets no new documents from the commit on.

    Raises NotFound, Conflict, IllegalTransition.
    """
    require(actor, "masterdata.supplier.archive")
    lock_same_supplier(group_id=_group(actor), supplier_org_ids={supplier_org_id})
    row = _locked(actor, supplier_org_id, version)
    _move(actor, row, "archived", "masterdata.supplier.archive", reason, at)
    _publish(actor, events.SUPPLIER_ARCHIVED, row.id, row.version, at)
    return row.id


def supplier_restore(*, actor: Actor, supplier_org_id: uuid.UUID, version: int, at: datetime) -> uuid.UUID:
    """This will take an archived supplier into use again and give its id.

    Raises NotFound, Conflict, IllegalTransition.
    """
    require(actor, "masterdata.supplier.archive")
    row = _locked(actor, supplier_org_id, version)
    _move(actor, row, "registered", "masterdata.supplier.restore", "", at)
    _publish(actor, events.SUPPLIER_RESTORED, row.id, row.version, at)
    return row.id


def refuse_duplicates(*, group_id: uuid.UUID, values: dict[str, str], own_id: uuid.UUID | None) -> None:
    """This will refuse an identifier that belongs to another supplier; raises SupplierDuplicate."""
    keys = identifier_keys(values)
    owners = owners_of_aliases(group_id=group_id, keys=keys)
    for key, value in keys.items():
        for alias in owners.get(key, ()):
            if alias.supplier_org_id != own_id:
                raise duplicate_of(kind=key[0], value=value, supplier=alias.supplier_org.legal_name)


def duplicate_of(*, kind: str, value: str, supplier: str) -> SupplierDuplicate:
    """This will word the refusal of an identifier that another supplier has."""
    label_en, label_zh = LABELS[kind]
    return SupplierDuplicate(
        field=input_name(kind), label_en=label_en, label_zh=label_zh, value=value, supplier=supplier
    )


def refuse_same_name(*, group_id: uuid.UUID, values: dict[str, str], own_id: uuid.UUID | None) -> None:
    """This will refuse a name that another supplier has or had; raises SupplierNameExists."""
    keys = [(kind, key) for _, key in name_keys(values) for kind in ("name", "alias")]
    for aliases in owners_of_aliases(group_id=group_id, keys=keys).values():
        for alias in aliases:
            if alias.supplier_org_id != own_id:
                raise SupplierNameExists(field="legalName", supplier=alias.supplier_org.legal_name)


def _checked(raw: dict[str, str], only: Iterable[str] | None = None) -> dict[str, str]:
    values, problems = checked(raw)
    for problem in problems:
        if only is None or problem.field in only:
            raise Invalid(field=input_name(problem.field), reason_en=problem.en, reason_zh=problem.zh)
    return {**raw, **values}


def _locked(actor: Actor, supplier_org_id: uuid.UUID, version: int) -> SupplierOrg:
    rows = lock_rows(SupplierOrg.objects.filter(group_id=actor.group_id, id=supplier_org_id))
    if not rows:
        raise NotFound(field="supplierOrgId")
    if rows[0].version != version:
        raise Conflict(field="version", current_version=rows[0].version)
    return rows[0]


def _move(actor: Actor, row: SupplierOrg, target: str, action: str, reason: str, at: datetime) -> None:
    SUPPLIER.check(row.status, target)
    old, row.status = row.status, target
    row.version += 1
    row.changed_at = at
    row.save(update_fields=["status", "version", "changed_at"])
    audit.record(
        actor=actor,
        action=action,
        subject_type="supplier_org",
        subject_id=row.id,
        subject_label=row.legal_name,
        at=at,
        old={"status": old},
        new={"status": target},
        reason=reason,
    )


def _publish(actor: Actor, event_type: str, supplier_id: uuid.UUID, version: int, at: datetime) -> None:
    outbox.publish(
        event_type=event_type,
        subject_type="supplier_org",
        subject_id=supplier_id,
        version=version,
        at=at,
        actor=actor,
    )


def _group(actor: Actor) -> uuid.UUID:
    if actor.group_id is None:
        raise NotFound()
    return actor.group_id

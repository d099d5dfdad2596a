"""Writes suppliers with their names, identifiers and audit rows, set by set. Callers have checked the values."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from commerce.masterdata.models import SupplierAlias, SupplierOrg
from commerce.masterdata.naming import folded, name_key, search_text
from commerce.masterdata.supplier_fields import FIELD_NAMES
from tenants.kernel.actor import Actor
from tenants.kernel.ids import new_id
from tenants.runtime import audit
from tenants.runtime.bulk import insert_rows
from tenants.runtime.locks import LockSpace, lock_exclusive

BATCH = 1000
_INSERTED = ("id", "group_id", "name_key", "search_text", "status", "version", "changed_at", *FIELD_NAMES)
_ALIAS = ("id", "group_id", "supplier_org_id", "kind", "value_key", "value", "current")
_WRITTEN = (*FIELD_NAMES, "name_key", "search_text", "version", "changed_at")

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class NewSupplier:
    """A supplier to be added: its id and its fields in canonical form."""

    id: uuid.UUID
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Amendment:
    """A locked supplier and the fields that change, in canonical form."""

    supplier: SupplierOrg
    changes: Mapping[str, str]


def lock_register(group_id: uuid.UUID) -> None:
    """This will let one writer of the group's register at a time look for duplicates and write."""
    lock_exclusive(LockSpace.IMPORT, group_id, ["supplier register"])


def identifier_keys(values: Mapping[str, str]) -> dict[Key, str]:
    """This will give the identifiers of a supplier: (kind, form that is compared) to what is shown.

    A Chinese tax number that is a unified social credit code is one identifier, not two.
    """
    keys: dict[Key, str] = {}
    for kind in ("uscc", "tax_id", "duns", "lei", "external_code"):
        value = values.get(kind, "")
        if value:
            known_as = "uscc" if kind == "tax_id" and value == values.get("uscc") else kind
            keys[known_as, folded(value) if kind == "external_code" else value] = value
    return keys


def name_keys(values: Mapping[str, str]) -> dict[Key, str]:
    """This will give the names of a supplier: (kind, form that is compared) to what is shown."""
    names = (values.get(field, "") for field in ("legal_name", "other_name"))
    return {("name", name_key(name)): name for name in names if name}


def insert_suppliers(
    *, actor: Actor, action: str, rows: Sequence[NewSupplier], at: datetime, reason: str = ""
) -> None:
    """This will add suppliers with their aliases and one audit row each."""
    suppliers, aliases = [], []
    for row in rows:
        keys = {**name_keys(row.values), **identifier_keys(row.values)}
        named = [row.values.get(name, "") for name in FIELD_NAMES]
        key = name_key(row.values["legal_name"])
        suppliers.append(
            [row.id, actor.group_id, key, search_text(keys.values()), "registered", 1, at, *named]
        )
        aliases += [_alias(actor, row.id, key, value) for key, value in keys.items()]
    insert_rows(SupplierOrg, _INSERTED, suppliers)
    insert_rows(SupplierAlias, _ALIAS, aliases)
    audit.record_many(
        actor=actor,
        action=action,
        subject_type="supplier_org",
        changes=[
            audit.Change(row.id, row.values["legal_name"], {}, {k: v for k, v in row.values.items() if v})
            for row in rows
        ],
        at=at,
        reason=reason,
    )


def amend_suppliers(
    *, actor: Actor, action: str, rows: Sequence[Amendment], at: datetime, reason: str = ""
) -> None:
    """This will change suppliers, keep their former names and identifiers, and write one audit row each."""
    audits = []
    for row in rows:
        old = {name: getattr(row.supplier, name) for name in row.changes}
        audits.append(audit.Change(row.supplier.id, row.supplier.legal_name, old, dict(row.changes)))
        for name, value in row.changes.items():
            setattr(row.supplier, name, value)
    suppliers = [row.supplier for row in rows]
    texts = rewrite_aliases(actor=actor, suppliers=suppliers)
    for supplier in suppliers:
        supplier.name_key = name_key(supplier.legal_name)
        supplier.search_text = search_text(texts[supplier.id])
        supplier.version += 1
        supplier.changed_at = at
    SupplierOrg.objects.bulk_create(
        suppliers, update_conflicts=True, unique_fields=["id"], update_fields=list(_WRITTEN), batch_size=BATCH
    )
    audit.record_many(
        actor=actor, action=action, subject_type="supplier_org", changes=audits, at=at, reason=reason
    )


def rewrite_aliases(*, actor: Actor, suppliers: Sequence[SupplierOrg]) -> dict[uuid.UUID, list[str]]:
    """This will bring the aliases of changed suppliers up to date and give what each is found by.

    What a supplier is no longer called stays with it, marked as former.
    """
    held: dict[uuid.UUID, dict[Key, SupplierAlias]] = {supplier.id: {} for supplier in suppliers}
    for alias in SupplierAlias.objects.filter(group_id=actor.group_id, supplier_org_id__in=list(held)):
        held[alias.supplier_org_id][alias.kind, alias.value_key] = alias
    new, now_current, now_former = [], [], []
    texts: dict[uuid.UUID, list[str]] = {}
    for supplier in suppliers:
        values = {name: getattr(supplier, name) for name in FIELD_NAMES}
        wanted = {**name_keys(values), **identifier_keys(values)}
        known = held[supplier.id]
        new += [_alias(actor, supplier.id, k, v) for k, v in wanted.items() if k not in known]
        now_current += [a.id for k, a in known.items() if k in wanted and not a.current]
        now_former += [a.id for k, a in known.items() if k not in wanted and a.current and a.kind != "alias"]
        texts[supplier.id] = [*wanted.values(), *(alias.value for alias in known.values())]
    insert_rows(SupplierAlias, _ALIAS, new)
    _mark(now_current, current=True)
    _mark(now_former, current=False)
    return texts


def _mark(ids: Iterable[uuid.UUID], *, current: bool) -> None:
    listed = list(ids)
    if listed:
        SupplierAlias.objects.filter(id__in=listed).update(current=current)


def _alias(actor: Actor, supplier_org_id: uuid.UUID, key: Key, value: str) -> list[object]:
    return [new_id(), actor.group_id, supplier_org_id, *key, value, True]

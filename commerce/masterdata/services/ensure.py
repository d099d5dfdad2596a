"""Finds what an import names in the group's master data, and adds what is missing, set by set."""

import hashlib
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from commerce.masterdata import events
from commerce.masterdata.models import Category, Item, SupplierAlias
from commerce.masterdata.naming import name_key, search_text
from commerce.masterdata.services.register import NewSupplier, insert_suppliers, lock_register
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime import audit, outbox
from tenants.runtime.bulk import insert_rows
from tenants.runtime.guard import require

Path = tuple[str, ...]
LONGEST_CODE = 40
_ITEM = ("id", "group_id", "sku", "name", "other_name", "description", "search_text", "category_id",
         "base_uom", "gtin", "hs_code", "status", "version", "changed_at")  # fmt: skip


class SupplierAmbiguous(DomainError):
    """Several suppliers of the register bear this name."""

    code = "SUPPLIER_AMBIGUOUS"
    en = "Several suppliers are named {supplier}. Give the tax number or the D-U-N-S number in the file."
    zh = "有多个名为“{supplier}”的供应商，请在文件中提供税号或邓白氏编码。"


@dataclass(frozen=True, slots=True)
class NamedItem:
    """An item as a file names it: by its code, or by its name alone."""

    code: str
    name: str
    category: Path
    base_uom: str

    @property
    def sku(self) -> str:
        """The code, or one that is always the same for the name."""
        digest = hashlib.sha256(name_key(self.name).encode()).hexdigest()
        return self.code or f"N-{digest[:10].upper()}"


@dataclass(frozen=True, slots=True)
class Ensured:
    """Where everything is in the register now, and how much of it is new."""

    suppliers: Mapping[str, uuid.UUID]
    categories: Mapping[Path, uuid.UUID]
    items: Mapping[str, uuid.UUID]
    added: Mapping[str, int]


def master_data_ensure(
    *,
    actor: Actor,
    at: datetime,
    suppliers: Mapping[str, Mapping[str, str]],
    items: Iterable[NamedItem],
) -> Ensured:
    """This will find or add suppliers by name (with country, tax_id, duns where known), categories and items.

    Works in the group's scope. Raises Forbidden, SupplierAmbiguous.
    """
    for permission in ("masterdata.supplier.import", "masterdata.category.edit", "masterdata.item.edit"):
        require(actor, permission)
    lock_register(_group(actor))
    wanted = list({item.sku: item for item in items}.values())
    supplier_ids, new_suppliers = _suppliers(actor, suppliers, at)
    paths = {item.category[:depth] for item in wanted for depth in range(1, len(item.category) + 1)}
    category_ids, new_categories = _categories(actor, paths, at)
    item_ids, new_items = _items(actor, wanted, category_ids, at)
    added = {"suppliers": new_suppliers, "categories": new_categories, "items": new_items}
    return Ensured(supplier_ids, category_ids, item_ids, added)


def master_data_find(
    *, actor: Actor, suppliers: Mapping[str, Mapping[str, str]], items: Iterable[NamedItem]
) -> Ensured:
    """This will find suppliers by number or name, items by code, and categories, and add nothing.

    What is not there, or is there more than once, is missing in the answer. Works in a unit's scope too.
    """
    known = _known_suppliers(actor, suppliers)
    owners = {name: _owners(known, name, values) for name, values in suppliers.items()}
    wanted = list({item.sku: item for item in items}.values())
    rows = Item.objects.filter(group_id=_group(actor), sku__in=[item.sku for item in wanted])
    codes = {item.category: category_code(item.category) for item in wanted if item.category}
    found = Category.objects.filter(group_id=_group(actor), code__in=codes.values())
    by_code = dict(found.values_list("code", "id"))
    return Ensured(
        {name: next(iter(ids)) for name, ids in owners.items() if len(ids) == 1},
        {path: by_code[code] for path, code in codes.items() if code in by_code},
        dict(rows.values_list("sku", "id")),
        {},
    )


def _suppliers(
    actor: Actor, wanted: Mapping[str, Mapping[str, str]], at: datetime
) -> tuple[dict[str, uuid.UUID], int]:
    known = _known_suppliers(actor, wanted)
    found: dict[str, uuid.UUID] = {}
    new: list[NewSupplier] = []
    fresh: dict[str, uuid.UUID] = {}
    for name, values in wanted.items():
        owners = _owners(known, name, values)
        if len(owners) > 1:
            raise SupplierAmbiguous(field="supplier", supplier=name)
        if not owners and name_key(name) not in fresh:
            fresh[name_key(name)] = new_id()
            new.append(NewSupplier(fresh[name_key(name)], {"country": "", **values, "legal_name": name}))
        found[name] = next(iter(owners)) if owners else fresh[name_key(name)]
    _add_suppliers(actor, new, at)
    return found, len(new)


_Known = Mapping[tuple[str, str], set[uuid.UUID]]


def _known_suppliers(actor: Actor, wanted: Mapping[str, Mapping[str, str]]) -> _Known:
    """The suppliers that bear one of the names or numbers, by kind and value."""
    keys = {("name", name_key(name)) for name in wanted}
    keys |= {
        (kind, values[kind]) for values in wanted.values() for kind in ("tax_id", "duns") if values.get(kind)
    }
    known: dict[tuple[str, str], set[uuid.UUID]] = {}
    rows = SupplierAlias.objects.filter(group_id=_group(actor), value_key__in=[value for _, value in keys])
    for kind, value, owner, same_as in rows.values_list(
        "kind", "value_key", "supplier_org_id", "supplier_org__same_as_id"
    ):
        known.setdefault(("name" if kind == "alias" else kind, value), set()).add(same_as or owner)
    return known


def _owners(known: _Known, name: str, values: Mapping[str, str]) -> set[uuid.UUID]:
    """Who is meant: whoever has the number, otherwise whoever bears the name."""
    return next(
        (known[k, values[k]] for k in ("tax_id", "duns") if values.get(k) and (k, values[k]) in known),
        known.get(("name", name_key(name)), set()),
    )


def _add_suppliers(actor: Actor, new: Sequence[NewSupplier], at: datetime) -> None:
    if not new:
        return
    insert_suppliers(actor=actor, action="masterdata.supplier.import", rows=new, at=at)
    for row in new:
        outbox.publish(
            event_type=events.SUPPLIER_CREATED,
            subject_type="supplier_org",
            subject_id=row.id,
            version=1,
            at=at,
            actor=actor,
        )


def category_code(path: Path) -> str:
    """This will give the code of a category by its place in the tree, e.g. ARV/ADULT; long ones end in a digest."""
    code = "/".join(" ".join(part.upper().split()) for part in path)
    if len(code) <= LONGEST_CODE:
        return code
    digest = hashlib.sha256(code.encode()).hexdigest()[:8].upper()
    return f"{code[: LONGEST_CODE - 9]}~{digest}"


def _categories(actor: Actor, paths: set[Path], at: datetime) -> tuple[dict[Path, uuid.UUID], int]:
    codes = {path: category_code(path) for path in paths}
    found = Category.objects.filter(group_id=_group(actor), code__in=codes.values())
    known = {row.code: row for row in found}
    new: list[Category] = []
    for path in sorted(paths, key=len):
        if codes[path] in known:
            continue
        parent = known.get(category_code(path[:-1])) if len(path) > 1 else None
        row = Category(id=new_id(), group_id=_group(actor), code=codes[path], name_en=path[-1])
        row.parent_id = parent.id if parent else None
        row.path = [*(parent.path if parent else ()), row.id]
        known[row.code] = row
        new.append(row)
    # Paths are arrays, which `unnest` would flatten: these few rows go through the ORM.
    Category.objects.bulk_create(new)
    audit.record_many(
        actor=actor,
        action="masterdata.category.edit",
        subject_type="category",
        changes=[audit.Change(row.id, row.code, {}, {"name_en": row.name_en}) for row in new],
        at=at,
    )
    return {path: known[code].id for path, code in codes.items()}, len(new)


def _items(
    actor: Actor, wanted: Sequence[NamedItem], categories: Mapping[Path, uuid.UUID], at: datetime
) -> tuple[dict[str, uuid.UUID], int]:
    rows = Item.objects.filter(group_id=_group(actor), sku__in=[item.sku for item in wanted])
    known: dict[str, uuid.UUID] = dict(rows.values_list("sku", "id"))
    inserted, audits = [], []
    for item in wanted:
        if item.sku in known:
            continue
        row_id = known[item.sku] = new_id()
        texts = search_text([item.sku, item.name])
        category_id = categories.get(item.category)
        inserted.append(
            (row_id, actor.group_id, item.sku, item.name, "", "", texts, category_id, item.base_uom, "", "",
             "active", 1, at)
        )  # fmt: skip
        audits.append(audit.Change(row_id, item.sku, {}, {"name": item.name, "base_uom": item.base_uom}))
    insert_rows(Item, _ITEM, inserted)
    audit.record_many(actor=actor, action="masterdata.item.edit", subject_type="item", changes=audits, at=at)
    return known, len(inserted)


def _group(actor: Actor) -> uuid.UUID:
    if actor.group_id is None:
        raise NotFound(field="groupId")
    return actor.group_id

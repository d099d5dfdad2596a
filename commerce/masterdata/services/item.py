"""Adds, edits and archives items of the group, one by one or a whole list at once."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from commerce.masterdata.identifiers import BadIdentifier, gtin, hs_code
from commerce.masterdata.models import Item, Uom
from commerce.masterdata.naming import search_text
from commerce.masterdata.queries import unknown_categories
from commerce.masterdata.supplier_fields import cleaned, input_name
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, DomainError, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime import audit
from tenants.runtime.bulk import insert_rows
from tenants.runtime.guard import require
from tenants.runtime.locks import LockSpace, lock_exclusive, lock_rows

_LONGEST = {"sku": 64, "name": 300, "other_name": 300, "description": 4000}
_TEXTS = ("sku", "name", "other_name", "description", "base_uom", "gtin", "hs_code")
_COLUMNS = ("id", "group_id", "search_text", "status", "version", "changed_at", "category_id", *_TEXTS)


class ItemTaken(DomainError):
    """Another item has this SKU or GTIN."""

    code = "ITEM_TAKEN"
    en = "{label} {value} belongs to the item {name} already. Use that item, or correct it."
    zh = "{label} {value} 已被物料“{name}”使用，请使用该物料或更正。"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFields:
    """What is entered of an item. None leaves a field as it is, an empty text clears it."""

    sku: str | None = None
    name: str | None = None
    other_name: str | None = None
    description: str | None = None
    category_id: uuid.UUID | None = None
    base_uom: str | None = None
    gtin: str | None = None
    hs_code: str | None = None

    def given(self) -> dict[str, object]:
        """This will give the fields that are set."""
        return {name: value for name, value in asdict(self).items() if value is not None}


def item_create(*, actor: Actor, item: ItemFields, at: datetime) -> uuid.UUID:
    """This will add an item and give its id; raises Invalid, NotFound for the category, ItemTaken."""
    require(actor, "masterdata.item.edit")
    _lock(actor)
    values = checked_item(actor=actor, values={"sku": "", "name": "", "base_uom": "", **item.given()})
    _refuse_taken(actor, values, None)
    row_id = new_id()
    insert_items(actor=actor, rows=[(row_id, values)], action="masterdata.item.create", at=at)
    return row_id


def item_edit(*, actor: Actor, item_id: uuid.UUID, version: int, item: ItemFields, at: datetime) -> uuid.UUID:
    """This will change the given fields of an item and give its id.

    Raises NotFound, Conflict, Invalid, ItemTaken.
    """
    require(actor, "masterdata.item.edit")
    _lock(actor)
    row = _locked(actor, item_id, version)
    present = {name: getattr(row, name) for name in (*_TEXTS, "category_id")}
    values = checked_item(actor=actor, values={**present, **item.given()})
    old, new = audit.changes(present, values)
    if not new:
        return row.id
    _refuse_taken(actor, values, row.id)
    for name, value in new.items():
        setattr(row, name, value)
    row.search_text = _search_text(values)
    row.version += 1
    row.changed_at = at
    row.save(update_fields=[*new, "search_text", "version", "changed_at"])
    _record(actor, "masterdata.item.edit", row.id, row.sku, old, new, at)
    return row.id


def item_archive(*, actor: Actor, item_id: uuid.UUID, version: int, at: datetime) -> uuid.UUID:
    """This will take an item out of use and give its id; raises NotFound, Conflict."""
    require(actor, "masterdata.item.edit")
    row = _locked(actor, item_id, version)
    row.status, row.version, row.changed_at = "archived", row.version + 1, at
    row.save(update_fields=["status", "version", "changed_at"])
    _record(
        actor, "masterdata.item.archive", row.id, row.sku, {"status": "active"}, {"status": "archived"}, at
    )
    return row.id


def insert_items(
    *, actor: Actor, rows: Sequence[tuple[uuid.UUID, Mapping[str, object]]], action: str, at: datetime
) -> None:
    """This will add checked items with one audit row each, in two statements."""
    insert_rows(
        Item,
        _COLUMNS,
        [
            [
                row_id, actor.group_id, _search_text(values), "active", 1, at, values.get("category_id"),
                *(values.get(name) or "" for name in _TEXTS),
            ]
            for row_id, values in rows
        ],
    )  # fmt: skip
    audit.record_many(
        actor=actor,
        action=action,
        subject_type="item",
        changes=[
            audit.Change(row_id, str(values["sku"]), {}, {k: v for k, v in values.items() if v})
            for row_id, values in rows
        ],
        at=at,
    )


def checked_item(*, actor: Actor, values: Mapping[str, object]) -> dict[str, object]:
    """This will bring an item's fields to canonical form; raises Invalid, and NotFound for a category."""
    found = {name: cleaned(value) if isinstance(value, str) else value for name, value in values.items()}
    for name, limit in _LONGEST.items():
        text = str(found.get(name) or "")
        if len(text) > limit or (name in ("sku", "name") and not text):
            raise Invalid(
                field=f"item.{input_name(name)}",
                reason_en=f"Give at most {limit} characters, and at least one for SKU and name.",
                reason_zh=f"最多 {limit} 个字符；物料编码和名称为必填。",
            )
    for name, check in (("gtin", gtin), ("hs_code", hs_code)):
        if found.get(name):
            try:
                found[name] = check(str(found[name]))
            except BadIdentifier as bad:
                raise Invalid(field=f"item.{input_name(name)}", reason_en=bad.en, reason_zh=bad.zh) from None
    if found.get("base_uom") not in known_uoms([found.get("base_uom")]):
        raise Invalid(
            field="item.baseUom",
            reason_en="Choose a unit of measure of UN/ECE Recommendation 20, e.g. KGM or C62.",
            reason_zh="请选择 UN/ECE 第 20 号建议书中的计量单位，如 KGM、C62。",
        )
    category_id = found.get("category_id")
    if isinstance(category_id, uuid.UUID) and unknown_categories(
        group_id=_group(actor), category_ids=[category_id]
    ):
        raise NotFound(field="item.categoryId")
    return found


def known_uoms(codes: Iterable[object]) -> set[str]:
    """This will narrow codes to those of known units of measure."""
    wanted = [code for code in set(codes) if isinstance(code, str)]
    return set(Uom.objects.filter(code__in=wanted).values_list("code", flat=True))


def _refuse_taken(actor: Actor, values: Mapping[str, object], own_id: uuid.UUID | None) -> None:
    for name, label in (("sku", "SKU"), ("gtin", "GTIN")):
        value = values.get(name)
        rows = Item.objects.filter(group_id=actor.group_id)
        if own_id is not None:
            rows = rows.exclude(id=own_id)
        other = rows.filter(sku=value).first() if name == "sku" else rows.filter(gtin=value).first()
        if value and other is not None:
            raise ItemTaken(field=f"item.{name}", label=label, value=value, name=other.name)


def _search_text(values: Mapping[str, object]) -> str:
    return search_text(str(values.get(n) or "") for n in ("sku", "name", "other_name", "gtin", "hs_code"))


def _lock(actor: Actor) -> None:
    lock_exclusive(LockSpace.IMPORT, _group(actor), ["items"])


def _locked(actor: Actor, item_id: uuid.UUID, version: int) -> Item:
    rows = lock_rows(Item.objects.filter(group_id=actor.group_id, id=item_id))
    if not rows:
        raise NotFound(field="itemId")
    if rows[0].version != version:
        raise Conflict(field="version", current_version=rows[0].version)
    return rows[0]


def _record(
    actor: Actor,
    action: str,
    item_id: uuid.UUID,
    sku: str,
    old: Mapping[str, object],
    new: Mapping[str, object],
    at: datetime,
) -> None:
    audit.record(
        actor=actor, action=action, subject_type="item", subject_id=item_id, subject_label=sku, at=at,
        old=old, new=new,
    )  # fmt: skip


def _group(actor: Actor) -> uuid.UUID:
    if actor.group_id is None:
        raise NotFound()
    return actor.group_id

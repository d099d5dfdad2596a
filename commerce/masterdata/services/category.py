"""Adds, edits, moves and archives categories of goods and services."""

import uuid
from collections.abc import Mapping
from datetime import datetime

from commerce.masterdata.models import Category
from commerce.masterdata.supplier_fields import cleaned
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, DomainError, Invalid, NotFound
from tenants.kernel.ids import new_id
from tenants.runtime import audit
from tenants.runtime.guard import require
from tenants.runtime.locks import LockSpace, lock_exclusive, lock_rows

MAX_DEPTH = 8
MAX_CODE = 40
MAX_NAME = 200


class CategoryCodeTaken(DomainError):
    """Another category has this code."""

    code = "CATEGORY_CODE_TAKEN"
    en = "The code {value} belongs to the category {name} already. Choose another one."
    zh = "编码 {value} 已被品类“{name}”使用，请另选编码。"


def category_create(
    *,
    actor: Actor,
    code: str,
    name_en: str,
    at: datetime,
    name_zh: str = "",
    parent_id: uuid.UUID | None = None,
) -> uuid.UUID:
    """This will add a category below another, or at the top, and give its id.

    Raises Invalid, NotFound for the parent, CategoryCodeTaken.
    """
    require(actor, "masterdata.category.edit")
    _lock_tree(actor)
    values = _checked(code=code, name_en=name_en, name_zh=name_zh)
    _refuse_taken(actor, values["code"], None)
    parent = _parent(actor, parent_id)
    row_id = new_id()
    row = Category(
        id=row_id,
        group_id=actor.group_id,
        parent_id=parent_id,
        path=[*(parent.path if parent else []), row_id],
        code=values["code"],
        name_en=values["name_en"],
        name_zh=values["name_zh"],
    )
    _check_depth(row.path)
    Category.objects.bulk_create([row])
    _record(actor, "masterdata.category.create", row, {}, {**values, "parent_id": parent_id}, at)
    return row_id


def category_edit(
    *,
    actor: Actor,
    category_id: uuid.UUID,
    version: int,
    at: datetime,
    code: str | None = None,
    name_en: str | None = None,
    name_zh: str | None = None,
    parent_id: uuid.UUID | None = None,
    to_top: bool = False,
) -> uuid.UUID:
    """This will change what is given, or move the category with all below it, and give its id.

    `to_top` moves it to the top of the tree. Raises Invalid, NotFound, Conflict, CategoryCodeTaken.
    """
    require(actor, "masterdata.category.edit")
    _lock_tree(actor)
    row = _locked(actor, category_id, version)
    old = {"code": row.code, "name_en": row.name_en, "name_zh": row.name_zh}
    old_parent = row.parent_id
    values = _checked(
        code=row.code if code is None else code,
        name_en=row.name_en if name_en is None else name_en,
        name_zh=row.name_zh if name_zh is None else name_zh,
    )
    _refuse_taken(actor, values["code"], row.id)
    row.code, row.name_en, row.name_zh = values["code"], values["name_en"], values["name_zh"]
    if to_top or parent_id is not None:
        _move(actor, row, None if to_top else _parent(actor, parent_id))
    row.version += 1
    row.save(update_fields=["code", "name_en", "name_zh", "parent", "path", "version"])
    _record(
        actor,
        "masterdata.category.edit",
        row,
        {**old, "parent_id": old_parent},
        {**values, "parent_id": row.parent_id},
        at,
    )
    return row.id


def category_archive(*, actor: Actor, category_id: uuid.UUID, version: int, at: datetime) -> uuid.UUID:
    """This will take a category out of use and give its id; documents that name it keep it.

    Raises NotFound, Conflict.
    """
    require(actor, "masterdata.category.edit")
    row = _locked(actor, category_id, version)
    row.status, row.version = "archived", row.version + 1
    row.save(update_fields=["status", "version"])
    _record(actor, "masterdata.category.archive", row, {"status": "active"}, {"status": "archived"}, at)
    return row.id


def _move(actor: Actor, row: Category, parent: Category | None) -> None:
    """This will hang the category under its new parent, and rewrite the paths of all below it."""
    if parent is not None and row.id in parent.path:
        raise Invalid(
            field="parentId",
            reason_en="A category cannot lie below itself.",
            reason_zh="品类不能移动到其自身之下。",
        )
    before = len(row.path)
    row.parent = parent
    row.path = [*(parent.path if parent else []), row.id]
    below = list(Category.objects.filter(group_id=actor.group_id, path__contains=[row.id]).exclude(id=row.id))
    for category in below:
        category.path = [*row.path, *category.path[before:]]
        _check_depth(category.path)
    _check_depth(row.path)
    Category.objects.bulk_update(below, ["path"])


def _check_depth(path: list[uuid.UUID]) -> None:
    if len(path) > MAX_DEPTH:
        raise Invalid(
            field="parentId",
            reason_en=f"Categories may lie at most {MAX_DEPTH} levels deep.",
            reason_zh=f"品类最多 {MAX_DEPTH} 级。",
        )


def _checked(*, code: str, name_en: str, name_zh: str) -> dict[str, str]:
    values = {"code": cleaned(code), "name_en": cleaned(name_en), "name_zh": cleaned(name_zh)}
    for field, limit, label_en, label_zh in (
        ("code", MAX_CODE, "code", "编码"),
        ("name_en", MAX_NAME, "name", "名称"),
    ):
        if not 1 <= len(values[field]) <= limit:
            raise Invalid(
                field={"name_en": "nameEn"}.get(field, field),
                reason_en=f"Give a {label_en} of at most {limit} characters.",
                reason_zh=f"请填写{label_zh}，最多 {limit} 个字符。",
            )
    if len(values["name_zh"]) > MAX_NAME:
        raise Invalid(
            field="nameZh",
            reason_en=f"At most {MAX_NAME} characters.",
            reason_zh=f"最多 {MAX_NAME} 个字符。",
        )
    return values


def _refuse_taken(actor: Actor, code: str, own_id: uuid.UUID | None) -> None:
    other = Category.objects.filter(group_id=actor.group_id, code=code).first()
    if other is not None and other.id != own_id:
        raise CategoryCodeTaken(field="code", value=code, name=other.name_en)


def _parent(actor: Actor, parent_id: uuid.UUID | None) -> Category | None:
    if parent_id is None:
        return None
    parent = Category.objects.filter(group_id=actor.group_id, id=parent_id, status="active").first()
    if parent is None:
        raise NotFound(field="parentId")
    return parent


def _lock_tree(actor: Actor) -> None:
    if actor.group_id is None:
        raise NotFound()
    lock_exclusive(LockSpace.IMPORT, actor.group_id, ["categories"])


def _locked(actor: Actor, category_id: uuid.UUID, version: int) -> Category:
    rows = lock_rows(Category.objects.filter(group_id=actor.group_id, id=category_id))
    if not rows:
        raise NotFound(field="categoryId")
    if rows[0].version != version:
        raise Conflict(field="version", current_version=rows[0].version)
    return rows[0]


def _record(
    actor: Actor,
    action: str,
    row: Category,
    old: Mapping[str, object],
    new: Mapping[str, object],
    at: datetime,
) -> None:
    before, after = audit.changes(old, new)
    audit.record(
        actor=actor,
        action=action,
        subject_type="category",
        subject_id=row.id,
        subject_label=row.code,
        at=at,
        old=before,
        new=after,
    )

"""Merges one item of the group into another: every unit counts, headquarters confirm, every unit re-points."""

import uuid
from datetime import datetime

from commerce.masterdata import events
from commerce.masterdata.models import Item, ItemMerge, ItemMergeShare
from commerce.masterdata.services.sanction import check_reason
from commerce.masterdata.states import ITEM_MERGE
from tenants.directory.queries import units_visible_to
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict, DomainError, NotFound
from tenants.runtime import audit, outbox
from tenants.runtime.guard import require
from tenants.runtime.locks import lock_rows
from tenants.runtime.scope import current_scope

Merge = ItemMerge
"""A merge as the units' work is handed it."""


class ItemsNotMergeable(DomainError):
    """The two items cannot become one."""

    code = "ITEMS_NOT_MERGEABLE"
    en = "{from_sku} cannot go into {into_sku}: {reason_en}."
    zh = "{from_sku} 不能并入 {into_sku}：{reason_zh}。"


class MergeNotCounted(DomainError):
    """Not every unit has counted yet."""

    code = "MERGE_NOT_COUNTED"
    en = "{counted} of {units} units have counted their references. Confirm when all have."
    zh = "{units} 个业务单元中已有 {counted} 个完成引用统计，请在全部完成后确认。"


def item_merge_preview(
    *, actor: Actor, at: datetime, from_item_id: uuid.UUID, into_item_id: uuid.UUID
) -> uuid.UUID:
    """This will have every unit count what names the first item, and give the merge's id; nothing changes yet.

    Raises Forbidden, NotFound, ItemsNotMergeable.
    """
    require(actor, "masterdata.item.merge")
    old, new = _pair(actor, from_item_id, into_item_id)
    merge = ItemMerge(
        group_id=actor.group_id,
        from_item_id=old.id,
        into_item_id=new.id,
        from_sku=old.sku,
        into_sku=new.sku,
        units=units_visible_to(actor).filter(status="active").count(),
        asked_by_name=actor.display_name,
        asked_at=at,
    )
    ItemMerge.objects.bulk_create([merge])
    _tell(merge, "preview", events.ITEM_MERGE_ASKED, actor=actor, at=at)
    return merge.id


def item_merge_confirm(
    *, actor: Actor, at: datetime, item_merge_id: uuid.UUID, version: int, reason: str
) -> uuid.UUID:
    """This will take the first item out of use and have every unit re-point its references; gives the merge's id.

    From now on the old item answers with where it went. Raises Forbidden, NotFound, Conflict, Invalid,
    IllegalTransition, MergeNotCounted, ItemsNotMergeable.
    """
    require(actor, "masterdata.item.merge")
    check_reason(reason)
    rows = lock_rows(ItemMerge.objects.filter(group_id=actor.group_id, id=item_merge_id))
    if not rows:
        raise NotFound(field="itemMergeId")
    merge = rows[0]
    if merge.version != version:
        raise Conflict(field="version", current_version=merge.version)
    ITEM_MERGE.check(merge.status, "confirmed")
    counted = ItemMergeShare.objects.filter(group_id=actor.group_id, merge_id=merge.id).count()
    if counted < merge.units:
        raise MergeNotCounted(field="itemMergeId", counted=counted, units=merge.units)
    old, new = _pair(actor, merge.from_item_id, merge.into_item_id)
    old.status, old.merged_into_id, old.changed_at = "archived", new.id, at
    old.version += 1
    old.save(update_fields=["status", "merged_into_id", "version", "changed_at"])
    Item.objects.filter(group_id=actor.group_id, merged_into_id=old.id).update(merged_into_id=new.id)
    merge.status, merge.reason = "confirmed", reason.strip()
    merge.confirmed_by_name, merge.confirmed_at = actor.display_name, at
    merge.version += 1
    merge.save()
    _tell(merge, "confirm", events.ITEM_MERGE_CONFIRMED, actor=actor, at=at)
    return merge.id


def merge_of(*, merge_id: uuid.UUID) -> ItemMerge | None:
    """This will give a merge of the scope's group, for the units' work."""
    return ItemMerge.objects.filter(group_id=current_scope().group_id, id=merge_id).first()


def share_counted(*, merge: ItemMerge, before: int, target_before: int, at: datetime) -> None:
    """This will note what the unit of the open scope counted; again it changes nothing."""
    scope = current_scope()
    row = ItemMergeShare(
        group_id=scope.group_id,
        unit_id=scope.unit_id,
        merge_id=merge.id,
        before=before,
        remaining=before,
        target_before=target_before,
        target_after=target_before,
        counted_at=at,
    )
    ItemMergeShare.objects.bulk_create([row], ignore_conflicts=True)


def share_moved(*, merge: ItemMerge, moved: int, folded: int) -> None:
    """This will add to what the unit of the open scope has re-pointed."""
    share = _share(merge)
    share.moved += moved
    share.folded += folded
    share.save(update_fields=["moved", "folded"])


def merge_of_share(*, share_id: uuid.UUID) -> ItemMerge | None:
    """This will give the merge that a unit's share belongs to."""
    rows = ItemMergeShare.objects.filter(group_id=current_scope().group_id, id=share_id)
    key = rows.values_list("merge_id", flat=True).first()
    return merge_of(merge_id=key) if key else None


def share_finished(*, merge: ItemMerge, remaining: int, target_after: int, at: datetime) -> uuid.UUID:
    """This will note that the unit of the open scope is through, with what it counts now; gives the share's id."""
    share = _share(merge)
    share.remaining, share.target_after, share.moved_at = remaining, target_after, at
    share.save(update_fields=["remaining", "target_after", "moved_at"])
    return share.id


def _share(merge: ItemMerge) -> ItemMergeShare:
    scope = current_scope()
    return lock_rows(
        ItemMergeShare.objects.filter(group_id=scope.group_id, merge_id=merge.id, unit_id=scope.unit_id)
    )[0]


def _pair(actor: Actor, from_item_id: uuid.UUID, into_item_id: uuid.UUID) -> tuple[Item, Item]:
    """The two items, locked; raises NotFound, ItemsNotMergeable."""
    wanted = Item.objects.filter(group_id=actor.group_id, id__in=[from_item_id, into_item_id])
    found = {row.id: row for row in lock_rows(wanted)}
    for key, field in ((from_item_id, "fromItemId"), (into_item_id, "intoItemId")):
        if key not in found:
            raise NotFound(field=field)
    old, new = found[from_item_id], found[into_item_id]
    reasons = (
        (old.id == new.id, "they are the same", "两者为同一物料"),
        (old.merged_into_id is not None, "it was merged already", "该物料已被合并"),
        (new.status != "active", "that one is out of use", "目标物料已停用"),
        (old.base_uom != new.base_uom, "they are counted in different units", "计量单位不同"),
    )
    for applies, en, zh in reasons:
        if applies:
            raise ItemsNotMergeable(
                field="intoItemId", from_sku=old.sku, into_sku=new.sku, reason_en=en, reason_zh=zh
            )
    return old, new


def _tell(merge: ItemMerge, action: str, event: str, *, actor: Actor, at: datetime) -> None:
    audit.record(
        actor=actor,
        action=f"masterdata.item_merge.{action}",
        subject_type="item_merge",
        subject_id=merge.id,
        subject_label=f"{merge.from_sku} → {merge.into_sku}",
        at=at,
        new={"from_item_id": merge.from_item_id, "into_item_id": merge.into_item_id, "units": merge.units},
        reason=merge.reason,
    )
    outbox.publish(
        event_type=event,
        subject_type="item_merge",
        subject_id=merge.id,
        version=merge.version,
        at=at,
        actor=actor,
    )

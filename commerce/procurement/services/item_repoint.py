"""A unit's part in a merge of two items: it counts when asked, and re-points when the merge is confirmed."""

import uuid
from datetime import datetime, timedelta

from commerce.masterdata.services.item_merge import (
    Merge,
    merge_of,
    merge_of_share,
    share_counted,
    share_finished,
    share_moved,
)
from commerce.procurement.item_references import own_terms_in_the_way, references_to, repoint_chunk
from tenants.kernel.actor import Actor, system_actor
from tenants.runtime import audit
from tenants.runtime.clock import set_alarm
from tenants.runtime.scope import Scope, current_scope, unit_of_work

SWEEP = "procurement.item.sweep"
SWEEP_AFTER = timedelta(minutes=10)
"""Documents that were being written when the merge was confirmed are looked for once more after this time."""


def item_count(*, merge_id: uuid.UUID, at: datetime) -> None:
    """This will tell headquarters how often the unit names the two items of a merge."""
    merge = merge_of(merge_id=merge_id)
    if merge is not None and merge.status == "counting":
        share_counted(
            merge=merge,
            before=references_to(merge.from_item_id),
            target_before=references_to(merge.into_item_id),
            at=at,
        )


def item_repoint(*, scope: Scope, merge_id: uuid.UUID, at: datetime) -> None:
    """This will re-point everything in the unit that names a merged item, in chunks; run again it goes on.

    Content hashes of approved documents stay: what was approved is the same thing under its new number.
    """
    with unit_of_work(scope):
        merge = merge_of(merge_id=merge_id)
        if merge is None or merge.status != "confirmed":
            return
        share_counted(
            merge=merge,
            before=references_to(merge.from_item_id),
            target_before=references_to(merge.into_item_id),
            at=at,
        )
        _fold(merge, at)
    moved = 1
    while moved:
        with unit_of_work(scope):
            moved = repoint_chunk(from_item_id=merge.from_item_id, into_item_id=merge.into_item_id)
            share_moved(merge=merge, moved=moved, folded=0)
    with unit_of_work(scope):
        share_id = _finish(merge, at)
        set_alarm(kind=SWEEP, subject_id=share_id, due_at=at + SWEEP_AFTER)


def item_sweep(*, share_id: uuid.UUID, at: datetime) -> None:
    """This will re-point what was written with the old item while the merge was confirmed."""
    merge = merge_of_share(share_id=share_id)
    if merge is None:
        return
    _fold(merge, at)
    while moved := repoint_chunk(from_item_id=merge.from_item_id, into_item_id=merge.into_item_id):
        share_moved(merge=merge, moved=moved, folded=0)
    _finish(merge, at)


def _fold(merge: Merge, at: datetime) -> None:
    """Terms the unit has of both items at one supplier: those of the item that stays are kept."""
    rows = own_terms_in_the_way(from_item_id=merge.from_item_id, into_item_id=merge.into_item_id)
    for row in rows:
        audit.record(
            actor=_actor(),
            action="procurement.item_terms.fold",
            subject_type="item_terms",
            subject_id=row.id,
            subject_label=row.supplier_part_no,
            at=at,
            old={
                "item_gid": row.item_gid,
                "supplier_org_gid": row.supplier_org_gid,
                "supplier_part_no": row.supplier_part_no,
                "unit_price": row.unit_price,
                "currency": row.currency,
                "lead_days": row.lead_days,
            },
        )
        row.delete()
    if rows:
        share_moved(merge=merge, moved=0, folded=len(rows))


def _finish(merge: Merge, at: datetime) -> uuid.UUID:
    left, after = references_to(merge.from_item_id), references_to(merge.into_item_id)
    audit.record(
        actor=_actor(),
        action="procurement.item.repoint",
        subject_type="item_merge",
        subject_id=merge.id,
        subject_label=f"{merge.from_sku} → {merge.into_sku}",
        at=at,
        new={"remaining": left, "references": after},
    )
    return share_finished(merge=merge, remaining=left, target_after=after, at=at)


def _actor() -> Actor:
    scope = current_scope()
    return system_actor(group_id=scope.group_id, unit_id=scope.unit_id, name="Merge of items")

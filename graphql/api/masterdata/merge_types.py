"""Merges of items, and what each unit counted and re-pointed, as headquarters read them."""

from graphene import ID, Int, String

from api.reads import ReadType, children, column, reference
from api.scalars import DateTime
from commerce.masterdata.queries import item_merge_shares_visible_to, item_merges_visible_to


class ItemMergeShare(ReadType):
    """One unit's part in a merge of items."""

    class Meta:
        model = "masterdata.ItemMergeShare"
        permission = "masterdata.item.read"
        visible = item_merge_shares_visible_to

    unit_id = column(ID, of="Unit", description="The unit.")
    before = column(Int, description="How many of its rows named the old item.")
    target_before = column(Int, description="How many named the item that stays.")
    moved = column(Int, description="How many were re-pointed.")
    folded = column(Int, description="Own terms of the old item that gave way to those of the other.")
    remaining = column(Int, description="How many still name the old item.")
    target_after = column(Int, description="How many name the item that stays, afterwards.")
    counted_at = column(DateTime, description="When the unit counted.")
    moved_at = column(DateTime, description="When it was through; none before.")
    unit = reference("Unit", by="unit_id", description="The unit.")


class ItemMerge(ReadType):
    """One item that goes into another, in all units."""

    class Meta:
        model = "masterdata.ItemMerge"
        permission = "masterdata.item.read"
        visible = item_merges_visible_to
        filters = {"status": ["eq"], "from_item_id": ["eq"], "into_item_id": ["eq"]}
        order_by = ("asked_at",)
        default_order = "-asked_at"

    from_item_id = column(ID, of="Item", description="The item that goes.")
    into_item_id = column(ID, of="Item", description="The item that stays.")
    from_sku = column(String, description="The SKU that goes.")
    into_sku = column(String, description="The SKU that stays.")
    status = column(String, description="counting until it is confirmed.")
    units = column(Int, description="How many units count.")
    reason = column(String, description="Why, or empty before it is confirmed.")
    asked_by_name = column(String, description="Who asked for it.")
    asked_at = column(DateTime, description="When.")
    confirmed_by_name = column(String, description="Who confirmed it, or empty.")
    confirmed_at = column(DateTime, description="When.")
    version = column(Int, description="The version, to confirm it.")
    from_item = reference("Item", by="from_item_id", description="The item that goes.")
    into_item = reference("Item", by="into_item_id", description="The item that stays.")
    shares = children(
        "ItemMergeShare",
        by="merge_id",
        order_by=("unit_id",),
        expect=50,
        description="What each unit counted and re-pointed so far.",
    )

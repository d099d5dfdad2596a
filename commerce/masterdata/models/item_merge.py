"""Two items of the group made one: what is asked for, and what each unit counted and re-pointed."""

from django.db import models
from django.db.models import Q

from commerce.masterdata.states import ITEM_MERGE
from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess
from tenants.runtime.dbdefaults import CurrentUser


class ItemMerge(models.Model):
    """One item that goes into another. `units` is how many units were to count when it was asked for."""

    access = PublicAccess(group="SIU", unit="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    from_item_id = models.UUIDField()
    into_item_id = models.UUIDField()
    from_sku = models.TextField()
    into_sku = models.TextField()
    status = models.TextField(default="counting", choices=[(s, s) for s in ITEM_MERGE.states])
    units = models.PositiveIntegerField()
    reason = models.TextField(default="")
    asked_by_name = models.TextField(default="")
    asked_at = models.DateTimeField()
    confirmed_by_name = models.TextField(default="")
    confirmed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "masterdata_item_merge"
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=list(ITEM_MERGE.states)), name="item_merge_status_known"
            ),
            models.CheckConstraint(
                condition=~Q(from_item_id=models.F("into_item_id")), name="item_merge_of_two"
            ),
            models.UniqueConstraint(
                fields=["group_id", "from_item_id"],
                condition=Q(status="confirmed"),
                name="item_merge_once",
            ),
        ]
        indexes = [models.Index(fields=["group_id", "-asked_at", "-id"], name="item_merge_newest")]


class ItemMergeShare(models.Model):
    """One unit's part: how many of its references named the item before, were moved, and are left.

    `folded` are the unit's own terms of the item that gave way to those the other item had already.
    """

    access = PublicAccess(group="S", unit="SIU", group_column="group_id", unit_rows="own_unit")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField()
    unit_role = models.TextField(db_default=CurrentUser(), editable=False)
    merge_id = models.UUIDField()
    before = models.PositiveIntegerField(default=0)
    target_before = models.PositiveIntegerField(default=0)
    moved = models.PositiveIntegerField(default=0)
    folded = models.PositiveIntegerField(default=0)
    remaining = models.PositiveIntegerField(default=0)
    target_after = models.PositiveIntegerField(default=0)
    counted_at = models.DateTimeField()
    moved_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "masterdata_item_merge_share"
        constraints = [
            models.UniqueConstraint(fields=["group_id", "merge_id", "unit_id"], name="item_merge_share_once")
        ]

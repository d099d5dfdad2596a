"""What the group buys: items, and the tree of categories they belong to."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from commerce.masterdata.states import LIVE_STATUSES
from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

MASTER_ROWS = PublicAccess(group="SIUD", unit="S", group_column="group_id")


class Category(models.Model):
    """A category of goods or services. `path` holds the ids from the root of the tree to this one."""

    access = MASTER_ROWS

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    path = ArrayField(models.UUIDField())
    code = models.TextField()
    name_en = models.TextField()
    name_zh = models.TextField(default="")
    status = models.TextField(default="active", choices=[(s, s) for s in LIVE_STATUSES])
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "masterdata_category"
        constraints = [
            models.UniqueConstraint(fields=["group_id", "code"], name="category_code_once"),
            models.CheckConstraint(
                condition=models.Q(status__in=list(LIVE_STATUSES)), name="category_status_known"
            ),
        ]
        indexes = [models.Index(fields=["group_id", "parent"], name="category_by_parent")]


class Item(models.Model):
    """A thing the group buys under one SKU in all units. `base_uom` is a code of UN/ECE Recommendation 20.

    `gtin` is stored with 14 digits, `hs_code` with digits alone. `merged_into_id` names the item that took
    this one's place, once it was merged.
    """

    access = MASTER_ROWS

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    sku = models.TextField()
    name = models.TextField()
    other_name = models.TextField(default="")
    description = models.TextField(default="")
    search_text = models.TextField()
    category = models.ForeignKey(
        Category, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    base_uom = models.TextField()
    gtin = models.TextField(default="")
    hs_code = models.TextField(default="")
    status = models.TextField(default="active", choices=[(s, s) for s in LIVE_STATUSES])
    merged_into_id = models.UUIDField(null=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())
    changed_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "masterdata_item"
        constraints = [
            models.UniqueConstraint(fields=["group_id", "sku"], name="item_sku_once"),
            models.UniqueConstraint(
                fields=["group_id", "gtin"], condition=~models.Q(gtin=""), name="item_gtin_once"
            ),
            models.CheckConstraint(
                condition=models.Q(status__in=list(LIVE_STATUSES)), name="item_status_known"
            ),
        ]
        indexes = [
            models.Index(fields=["group_id", "name", "id"], name="item_by_name"),
            models.Index(fields=["group_id", "category", "sku"], name="item_by_category"),
        ]

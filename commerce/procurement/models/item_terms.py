"""What a unit knows of an item of the group by itself; the group's record stays as it is."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import UnitAccess


class ItemTerms(models.Model):
    """An item at one supplier, as this unit buys it: the supplier's part number, price and lead time.

    `unit_price` is for one of the item's own unit of measure, in `currency`; null when no price is agreed.
    """

    access = UnitAccess()

    id = models.UUIDField(primary_key=True, default=new_id)
    item_gid = models.UUIDField()
    supplier_org_gid = models.UUIDField()
    supplier_part_no = models.TextField(default="")
    unit_price = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    currency = models.CharField(max_length=3)
    lead_days = models.PositiveSmallIntegerField(null=True)
    set_by_name = models.TextField(default="")
    set_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "procurement_item_terms"
        constraints = [
            models.UniqueConstraint(fields=["item_gid", "supplier_org_gid"], name="item_terms_once"),
            models.CheckConstraint(
                condition=Q(unit_price__isnull=True) | Q(unit_price__gte=0, unit_price__lt=10**15),
                name="item_terms_price_range",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_gid} {self.supplier_part_no}"

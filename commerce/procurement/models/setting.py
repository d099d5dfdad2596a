"""The unit's choices for purchasing."""

from django.db import models
from django.db.models import Q

from commerce.procurement.receiving_states import MATCH_WAYS
from tenants.runtime.access import UnitAccess


class ProcurementSetting(models.Model):
    """One row a unit; without it the defaults hold.

    `requisition_covers_order`: an order that stays within the approved amounts of its requisition lines
    needs no second approval. `over_approved_percent`: by how much it may exceed them.

    Receiving: a line is never received beyond its quantity and `over_delivery_percent`; it counts as full
    from its quantity less `under_delivery_percent` on. Matching compares an invoice with its order
    (`two_way`) or with what was accepted as well (`three_way`); a price, tax or total may differ by the
    percentage or by the amount in the document's currency, whichever is larger; a quantity by the
    percentage. `payment_days` hold where no other terms were agreed. Books are closed up to and including
    `closed_until_date`: goods neither come nor go on such a day.
    """

    access = UnitAccess(unit="SIU")

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    requisition_covers_order = models.BooleanField(default=True)
    over_approved_percent = models.DecimalField(max_digits=5, decimal_places=2, default=0)
    over_delivery_percent = models.DecimalField(max_digits=5, decimal_places=2, default=0, db_default=0)
    under_delivery_percent = models.DecimalField(max_digits=5, decimal_places=2, default=0, db_default=0)
    match_way = models.TextField(
        default="three_way", db_default="three_way", choices=[(w, w) for w in MATCH_WAYS]
    )
    match_price_percent = models.DecimalField(max_digits=5, decimal_places=2, default=0, db_default=0)
    match_price_amount = models.DecimalField(max_digits=24, decimal_places=6, default=0, db_default=0)
    match_quantity_percent = models.DecimalField(max_digits=5, decimal_places=2, default=0, db_default=0)
    match_tax_amount = models.DecimalField(max_digits=24, decimal_places=4, default=0, db_default=0)
    match_total_percent = models.DecimalField(max_digits=5, decimal_places=2, default=0, db_default=0)
    match_total_amount = models.DecimalField(max_digits=24, decimal_places=4, default=0, db_default=0)
    payment_days = models.PositiveSmallIntegerField(default=30, db_default=30)
    closed_until_date = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "procurement_setting"
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="procurement_setting_once"),
            models.CheckConstraint(
                condition=Q(over_approved_percent__gte=0, over_approved_percent__lte=100),
                name="procurement_setting_percent_range",
            ),
            models.CheckConstraint(
                condition=Q(
                    over_delivery_percent__gte=0,
                    over_delivery_percent__lte=100,
                    under_delivery_percent__gte=0,
                    under_delivery_percent__lte=100,
                    match_price_percent__gte=0,
                    match_price_percent__lte=100,
                    match_quantity_percent__gte=0,
                    match_quantity_percent__lte=100,
                    match_total_percent__gte=0,
                    match_total_percent__lte=100,
                    match_price_amount__gte=0,
                    match_tax_amount__gte=0,
                    match_total_amount__gte=0,
                    payment_days__lte=365,
                ),
                name="procurement_setting_tolerance_range",
            ),
            models.CheckConstraint(
                condition=Q(match_way__in=MATCH_WAYS), name="procurement_setting_match_way_known"
            ),
        ]

    def __str__(self) -> str:
        return f"over approved by {self.over_approved_percent} %"

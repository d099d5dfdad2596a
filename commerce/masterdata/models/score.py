"""The group's score model with its tiers, the sums its units publish, and the group's scores and tiers. No prices."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess
from tenants.runtime.dbdefaults import CurrentUser

FIRST_TIERS = {"strategic": "20", "preferred": "30", "watch": "50", "hysteresis": "1"}
"""What models say of tiers that were published before groups could choose."""


class ScoreModel(models.Model):
    """One version of how the group scores; the newest holds. `weights` are texts of decimals that sum to 100.

    `tiers` are too: percent of the rated suppliers by tier, and beside them the band of `hysteresis`.
    """

    access = PublicAccess(group="SI", unit="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    version = models.PositiveIntegerField()
    weights = models.JSONField()
    quality_bar = models.DecimalField(max_digits=5, decimal_places=2)
    least_coverage = models.DecimalField(max_digits=5, decimal_places=2)
    tiers = models.JSONField(db_default=models.Value(FIRST_TIERS, models.JSONField()))
    reason = models.TextField(default="")
    published_by_name = models.TextField(default="")
    published_at = models.DateTimeField()

    class Meta:
        db_table = "masterdata_score_model"
        constraints = [
            models.UniqueConstraint(fields=["group_id", "version"], name="score_model_version_once"),
            models.CheckConstraint(
                condition=Q(quality_bar__gte=0, quality_bar__lte=100), name="score_model_bar_range"
            ),
        ]


class GroupMeasure(models.Model):
    """What one unit's documents say of a supplier in a period, as two sums and a count: never a price.

    `part` of `whole` are quantities; for cost, `part` is the sum of the lines' marks (0 to 100) and `whole`
    100 times their number, so that a share of them is again a mark.
    """

    access = PublicAccess(group="S", unit="SIUD", group_column="group_id", unit_rows="own_unit")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField()
    unit_role = models.TextField(db_default=CurrentUser(), editable=False)
    supplier_org_id = models.UUIDField()
    start_date = models.DateField()
    end_date = models.DateField()
    dimension = models.TextField()
    part = models.DecimalField(max_digits=30, decimal_places=6)
    whole = models.DecimalField(max_digits=30, decimal_places=6)
    sources = models.PositiveIntegerField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "masterdata_group_measure"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "start_date", "end_date", "supplier_org_id", "dimension", "unit_id"],
                name="group_measure_once",
            ),
            models.CheckConstraint(
                condition=Q(part__gte=0, part__lte=models.F("whole")), name="group_measure_is_a_share"
            ),
        ]


class GroupScore(models.Model):
    """A supplier's score in one period over all units; `total` is null for the unrated, who have no tier."""

    access = PublicAccess(group="SID", unit="S", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    supplier_org_id = models.UUIDField()
    start_date = models.DateField()
    end_date = models.DateField()
    model_version = models.PositiveIntegerField()
    quality = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    on_time = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    cost = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    innovation = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    environment = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    coverage = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    rank = models.PositiveIntegerField(null=True)
    tier = models.TextField(default="")
    sources = models.PositiveIntegerField(default=0)
    closed_at = models.DateTimeField()

    class Meta:
        db_table = "masterdata_group_score"
        constraints = [
            models.UniqueConstraint(
                fields=["group_id", "start_date", "end_date", "supplier_org_id"], name="group_score_once"
            ),
            models.CheckConstraint(
                condition=Q(total__isnull=True, tier="") | (Q(total__isnull=False) & ~Q(tier="")),
                name="group_score_rated_has_tier",
            ),
        ]
        indexes = [
            models.Index(fields=["group_id", "supplier_org_id", "-end_date"], name="group_score_of_supplier"),
            models.Index(fields=["group_id", "end_date", "rank"], name="group_score_by_rank"),
        ]

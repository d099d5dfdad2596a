"""Periods, what documents say in them, and the scores that follow."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from commerce.suppliers.scoring.dimensions import MEASURED
from commerce.suppliers.scoring.tiers import DEFAULT_RULE
from commerce.suppliers.states import PERIOD
from tenants.kernel.ids import new_id
from tenants.runtime.access import APPEND_ONLY, UnitAccess


class UnitScoreModel(models.Model):
    """One version of how the unit scores; the newest holds. `follows_group` gives the word back to the group.

    `weights` are texts of decimals that sum to 100.
    """

    access = APPEND_ONLY

    id = models.UUIDField(primary_key=True, default=new_id)
    version = models.PositiveIntegerField()
    follows_group = models.BooleanField(default=False)
    weights = models.JSONField(default=dict)
    quality_bar = models.DecimalField(max_digits=5, decimal_places=2)
    least_coverage = models.DecimalField(max_digits=5, decimal_places=2)
    reason = models.TextField(default="")
    published_by_name = models.TextField(default="")
    published_at = models.DateTimeField()

    class Meta:
        db_table = "suppliers_score_model"
        constraints = [
            models.UniqueConstraint(fields=["version"], name="unit_score_model_version_once"),
            models.CheckConstraint(
                condition=Q(quality_bar__gte=0, quality_bar__lte=100), name="unit_score_model_bar_range"
            ),
        ]


class ScorePeriod(models.Model):
    """Days from `start_date` up to, not including, `end_date`, with the model and tiers they were scored by.

    `done` of `suppliers` have been measured. `reached` of `rated` meet the model's quality bar.
    """

    access = UnitAccess(unit="SIU")

    id = models.UUIDField(primary_key=True, default=new_id)
    start_date = models.DateField()
    end_date = models.DateField()
    status = models.TextField(default="queued", choices=[(s, s) for s in PERIOD.states])
    model_name = models.TextField()
    weights = models.JSONField()
    quality_bar = models.DecimalField(max_digits=5, decimal_places=2)
    least_coverage = models.DecimalField(max_digits=5, decimal_places=2)
    tiers = models.JSONField(db_default=models.Value(DEFAULT_RULE.stored(), models.JSONField()))
    suppliers = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    rated = models.PositiveIntegerField(default=0)
    reached = models.PositiveIntegerField(default=0)
    closed_by_name = models.TextField(default="")
    requested_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "suppliers_period"
        constraints = [
            models.UniqueConstraint(fields=["start_date", "end_date"], name="score_period_once"),
            models.CheckConstraint(condition=Q(start_date__lt=F("end_date")), name="score_period_runs"),
            models.CheckConstraint(condition=Q(status__in=PERIOD.states), name="score_period_status_known"),
            models.CheckConstraint(
                condition=~Q(status="closed") | Q(closed_at__isnull=False), name="score_period_has_end"
            ),
        ]


class Measure(models.Model):
    """A measured dimension of a supplier in a period: `part` of `whole`, and the documents they are sums of.

    Quantities for quality and on-time; for cost what was paid and what the mean price makes of it. `sources`
    lists [type, id, number, day, part, whole] as they were when the period was closed.
    """

    access = APPEND_ONLY

    id = models.UUIDField(primary_key=True, default=new_id)
    period = models.ForeignKey(
        "suppliers.ScorePeriod", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    supplier_org_gid = models.UUIDField()
    dimension = models.TextField(choices=[(d, d) for d in MEASURED])
    part = models.DecimalField(max_digits=36, decimal_places=12)
    whole = models.DecimalField(max_digits=36, decimal_places=12)
    value = models.DecimalField(max_digits=7, decimal_places=4)
    source_count = models.PositiveIntegerField()
    sources = models.JSONField()

    class Meta:
        db_table = "suppliers_measure"
        constraints = [
            models.UniqueConstraint(
                fields=["period", "supplier_org_gid", "dimension"], name="suppliers_measure_once"
            ),
            models.CheckConstraint(condition=Q(value__gte=0, value__lte=100), name="suppliers_measure_range"),
        ]
        indexes = [models.Index(fields=["supplier_org_gid"], name="suppliers_measure_of_supplier")]


class SupplierScore(models.Model):
    """A supplier's score in a period; `total` is null for the unrated, who have neither rank nor tier."""

    access = APPEND_ONLY

    id = models.UUIDField(primary_key=True, default=new_id)
    period = models.ForeignKey(
        "suppliers.ScorePeriod", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    start_date = models.DateField()
    end_date = models.DateField()
    supplier_org_gid = models.UUIDField()
    supplier_name = models.TextField()
    country = models.CharField(max_length=2, default="")
    quality = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    on_time = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    cost = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    innovation = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    environment = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    coverage = models.DecimalField(max_digits=5, decimal_places=2, default=0)
    rank = models.PositiveIntegerField(null=True)
    tier = models.TextField(default="")
    source_count = models.PositiveIntegerField(default=0)
    closed_at = models.DateTimeField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "suppliers_score"
        constraints = [
            models.UniqueConstraint(fields=["period", "supplier_org_gid"], name="suppliers_score_once"),
            models.CheckConstraint(
                condition=Q(total__isnull=True, rank__isnull=True, tier="")
                | (Q(total__isnull=False, rank__isnull=False) & ~Q(tier="")),
                name="suppliers_score_rated_has_tier",
            ),
        ]
        indexes = [
            models.Index(fields=["supplier_org_gid", "-closed_at"], name="suppliers_score_newest"),
            models.Index(fields=["period", "rank"], name="suppliers_score_by_rank"),
        ]

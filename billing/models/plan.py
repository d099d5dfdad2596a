"""Plans and their prices: the same for every group, changed by the operator."""

from django.db import models
from django.db.models import Q

from billing.states import CURRENCIES, INTERVALS
from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess

SEEN_BY_ALL = PublicAccess(group="S", unit="S", accounts="S", platform="SIU", operator="S")


class Plan(models.Model):
    """An edition. `modules` are codes of the catalogue, or `*` for all; a limit that is null is none.

    `storage_bytes` are of private files, `api_calls` those of API keys in a
    month. `commission_bps` is hundredths of a percent of ordered value.
    """

    access = SEEN_BY_ALL

    id = models.UUIDField(primary_key=True, default=new_id)
    code = models.TextField(unique=True)
    name_en = models.TextField()
    name_zh = models.TextField()
    about_en = models.TextField(default="")
    about_zh = models.TextField(default="")
    position = models.PositiveSmallIntegerField()
    is_sold = models.BooleanField(default=True)
    modules = models.JSONField(default=list)
    units = models.PositiveIntegerField(null=True)
    seats = models.PositiveIntegerField(null=True)
    storage_bytes = models.PositiveBigIntegerField(null=True)
    api_calls = models.PositiveBigIntegerField(null=True)
    trial_days = models.PositiveSmallIntegerField(default=30)
    commission_bps = models.PositiveIntegerField(default=0)
    product_ref = models.TextField(default="")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "billing_plan"
        constraints = [
            models.CheckConstraint(condition=Q(commission_bps__lte=10_000), name="plan_commission_range")
        ]

    def __str__(self) -> str:
        return self.code


class PlanPrice(models.Model):
    """What a plan costs in one currency and interval, in minor units: a base and each seat.

    The references are Stripe's ids of the prices with these very amounts. A row that was replaced by other amounts
    stays for the subscriptions that still pay it.
    """

    access = SEEN_BY_ALL

    id = models.UUIDField(primary_key=True, default=new_id)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    currency = models.CharField(max_length=3, choices=[(c, c) for c in CURRENCIES])
    interval = models.TextField(choices=[(i, i) for i in INTERVALS])
    base_minor = models.PositiveBigIntegerField()
    seat_minor = models.PositiveBigIntegerField()
    base_price_ref = models.TextField(default="")
    seat_price_ref = models.TextField(default="")
    usage_price_ref = models.TextField(default="")
    replaced_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "billing_plan_price"
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "currency", "interval"], condition=Q(replaced_at=None), name="plan_price_once"
            ),
            models.CheckConstraint(condition=Q(currency__in=CURRENCIES), name="plan_price_currency"),
            models.CheckConstraint(condition=Q(interval__in=INTERVALS), name="plan_price_interval"),
        ]


class CommissionRule(models.Model):
    """The most commission a plan takes for one month's orders, in minor units of a currency; null is no cap."""

    access = SEEN_BY_ALL

    id = models.UUIDField(primary_key=True, default=new_id)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    currency = models.CharField(max_length=3, choices=[(c, c) for c in CURRENCIES])
    monthly_cap_minor = models.PositiveBigIntegerField(null=True)

    class Meta:
        db_table = "billing_commission_rule"
        constraints = [models.UniqueConstraint(fields=["plan", "currency"], name="commission_rule_once")]

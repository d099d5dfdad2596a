"""The usage ledger: commission on orders, entry by entry, and what was charged of it."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess
from tenants.runtime.dbdefaults import CurrentUser


class CommissionCharge(models.Model):
    """An amount of commission reported to Stripe once; its usage events name its orders.

    `gross_minor` is their sum, `amount_minor` what is charged of it; the rest was taken off by the monthly cap, or
    is a credit that waits for the next charge. Minor units of `currency`.
    """

    access = PublicAccess(group="SIU", group_column="group_id")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    currency = models.CharField(max_length=3)
    gross_minor = models.BigIntegerField()
    amount_minor = models.BigIntegerField()
    charged_at = models.DateTimeField()
    reported_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "billing_commission_charge"
        indexes = [models.Index(fields=["group_id", "-charged_at"], name="charge_by_date")]


class UsageEvent(models.Model):
    """What one change of one order adds to, or takes from, a month's commission.

    `value_minor` is the order's value in the billing currency after the change, at the rate of its issue;
    `commission_minor` the difference to what was entered for the order before. An order belongs to the month (UTC)
    of its issue for ever. Never changed but for the charge that takes it.
    """

    access = PublicAccess(group="SIU", unit="SI", group_column="group_id", unit_rows="own_unit")

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField()
    unit_id = models.UUIDField()
    unit_role = models.TextField(db_default=CurrentUser(), editable=False)
    order_gid = models.UUIDField()
    order_number = models.TextField()
    month_date = models.DateField()
    version = models.PositiveIntegerField()
    order_amount = models.DecimalField(max_digits=24, decimal_places=4)
    order_currency = models.CharField(max_length=3)
    fx_rate = models.DecimalField(max_digits=38, decimal_places=18)
    currency = models.CharField(max_length=3)
    value_minor = models.BigIntegerField()
    rate_bps = models.PositiveIntegerField()
    cap_minor = models.BigIntegerField(null=True)
    commission_minor = models.BigIntegerField()
    charge = models.ForeignKey(CommissionCharge, null=True, on_delete=models.PROTECT, related_name="+")
    happened_at = models.DateTimeField()
    entered_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "billing_usage_event"
        constraints = [
            models.UniqueConstraint(fields=["group_id", "order_gid", "version"], name="usage_event_once"),
            models.CheckConstraint(condition=Q(value_minor__gte=0), name="usage_event_value"),
        ]
        indexes = [
            models.Index(fields=["group_id", "month_date"], name="usage_event_by_month"),
            models.Index(fields=["group_id", "charge"], name="usage_event_by_charge"),
        ]

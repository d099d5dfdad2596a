"""A group's subscription."""

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Now

from billing.models.plan import Plan
from billing.states import CURRENCIES, INTERVALS, SUBSCRIPTION
from tenants.kernel.ids import new_id
from tenants.runtime.access import PublicAccess


class Subscription(models.Model):
    """One group's contract. What has a `_ref` is Stripe's id; empty before the first checkout.

    `asked_count` and `applied_count` order the readings of Stripe's state: a reading that was begun before the one
    applied last is dropped. `period_start_at` and `period_end_at` are Stripe's present period. Orders placed from
    `paid_since_at` on bear commission. `discount` is the coupon in force: code, percent_off or amount_off (minor
    units), ends_at.
    """

    access = PublicAccess(
        group="SIU", unit="S", accounts="S", platform="S", operator="S", group_column="group_id"
    )

    id = models.UUIDField(primary_key=True, default=new_id)
    group_id = models.UUIDField(unique=True)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    status = models.TextField(default="trialing", choices=[(s, s) for s in SUBSCRIPTION.states])
    currency = models.CharField(max_length=3, choices=[(c, c) for c in CURRENCIES])
    interval = models.TextField(default="month", choices=[(i, i) for i in INTERVALS])
    seats = models.PositiveIntegerField()
    base_minor = models.PositiveBigIntegerField(default=0)
    seat_minor = models.PositiveBigIntegerField(default=0)
    trial_ends_at = models.DateTimeField(null=True)
    paid_since_at = models.DateTimeField(null=True)
    period_start_at = models.DateTimeField(null=True)
    period_end_at = models.DateTimeField(null=True)
    cancel_at_period_end = models.BooleanField(default=False)
    past_due_at = models.DateTimeField(null=True)
    suspended_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    customer_ref = models.TextField(default="")
    subscription_ref = models.TextField(default="")
    items = models.JSONField(default=dict)
    stripe_status = models.TextField(default="")
    asked_count = models.PositiveBigIntegerField(default=0)
    applied_count = models.PositiveBigIntegerField(default=0)
    discount = models.JSONField(default=dict, db_default=Value({}, models.JSONField()))
    tax_id_kind = models.TextField(default="", db_default="")
    tax_id = models.TextField(default="", db_default="")
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "billing_subscription"
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=SUBSCRIPTION.states), name="subscription_status_known"
            ),
            models.CheckConstraint(condition=Q(seats__gte=1), name="subscription_has_a_seat"),
            models.UniqueConstraint(
                fields=["customer_ref"], condition=~Q(customer_ref=""), name="subscription_customer_once"
            ),
            models.UniqueConstraint(
                fields=["subscription_ref"], condition=~Q(subscription_ref=""), name="subscription_ref_once"
            ),
        ]

"""Enters an order's commission into the ledger, whenever something happened to the order."""

import uuid
from datetime import UTC, datetime

from django.db.models import Max, Sum

from billing.api_calls import month_of
from billing.commission import commission_of, value_in_minor
from billing.models import Subscription, UsageEvent
from billing.ports import OrderValue, order_source
from billing.queries import cap_of, subscription_of
from tenants.runtime.locks import LockSpace, lock_exclusive
from tenants.runtime.scope import current_scope

PAYING = ("active", "past_due", "suspended")
"""States in which placed orders bear commission; a trial and a cancelled subscription bear none."""


class RateNotKnown(Exception):
    """The group has no exchange rate for the day yet; the event that asked comes again."""


def usage_enter(*, subject_type: str, subject_id: uuid.UUID, at: datetime) -> int:
    """This will enter what changed of an order's commission, in its unit's scope; gives minor units, often 0.

    The first entry fixes rate, currency, exchange rate and month of the order; later ones follow its value, down to
    nothing. Raises RateNotKnown.
    """
    source, scope = order_source(), current_scope()
    value = source.value_of(subject_type, subject_id) if source is not None else None
    if source is None or value is None or scope.group_id is None or scope.unit_id is None:
        return 0
    lock_exclusive(LockSpace.USAGE, scope.group_id, [value.order_id])
    known = UsageEvent.objects.filter(group_id=scope.group_id, order_gid=value.order_id)
    first = known.order_by("version").first()
    made = _following(value, first) if first is not None else _opening(value, scope.group_id, at)
    if made is None:
        return 0
    sums = known.aggregate(version=Max("version"), entered=Sum("commission_minor"))
    made.commission_minor = commission_of(made.value_minor, made.rate_bps) - int(sums["entered"] or 0)
    last = known.order_by("-version").first()
    if last is not None and (last.value_minor, made.commission_minor) == (made.value_minor, 0):
        return 0
    made.version = int(sums["version"] or 0) + 1
    made.group_id, made.unit_id, made.happened_at = scope.group_id, scope.unit_id, at
    UsageEvent.objects.bulk_create([made])
    return made.commission_minor


def _opening(value: OrderValue, group_id: uuid.UUID, at: datetime) -> UsageEvent | None:
    subscription = subscription_of(group_id)
    if subscription is None or value.amount <= 0 or not _bears(subscription, value):
        return None
    source = order_source()
    assert source is not None
    currency = subscription.currency
    rate = source.rate_of(value.currency, currency, value.placed_at.astimezone(UTC).date())
    if rate is None:
        raise RateNotKnown(f"{value.currency} to {currency}")
    return UsageEvent(
        order_gid=value.order_id, order_number=value.number, month_date=month_of(value.placed_at),
        order_amount=value.amount, order_currency=value.currency, fx_rate=rate, currency=currency,
        value_minor=value_in_minor(value.amount, rate, currency), rate_bps=subscription.plan.commission_bps,
        cap_minor=cap_of(subscription.plan, currency),
    )  # fmt: skip


def _bears(subscription: Subscription, value: OrderValue) -> bool:
    """Orders placed while the group pays: neither those of its trial nor those of before."""
    begun = subscription.paid_since_at
    paying = subscription.status in PAYING and subscription.plan.commission_bps > 0
    return paying and begun is not None and value.placed_at >= begun


def _following(value: OrderValue, first: UsageEvent) -> UsageEvent:
    return UsageEvent(
        order_gid=first.order_gid, order_number=first.order_number, month_date=first.month_date,
        order_amount=value.amount, order_currency=first.order_currency, fx_rate=first.fx_rate,
        currency=first.currency, value_minor=value_in_minor(value.amount, first.fx_rate, first.currency),
        rate_bps=first.rate_bps, cap_minor=first.cap_minor,
    )  # fmt: skip

"""The doors to billing's rows, and what its services ask of them."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import QuerySet, Sum

from billing.api_calls import calls_of, month_of
from billing.models import (
    CommissionCharge,
    CommissionRule,
    InvoiceRef,
    Operation,
    Plan,
    PlanPrice,
    Subscription,
    UsageEvent,
)
from billing.renewals import monthly_minor
from tenants.accounts.queries.seats import seats_used
from tenants.directory.queries import open_unit_count
from tenants.kernel.actor import Actor
from tenants.kernel.errors import NotFound
from tenants.kernel.money import exponent_of
from tenants.runtime.storage import bytes_used


@dataclass(frozen=True, slots=True)
class Use:
    """What a group uses of what its plan limits."""

    units: int
    seats: int
    storage_bytes: int
    api_calls: int


def invoices_visible_to(actor: Actor) -> QuerySet[InvoiceRef]:
    """This will give the door to the group's invoices."""
    return _of_group(InvoiceRef.objects.all(), actor)


def operations_visible_to(actor: Actor) -> QuerySet[Operation]:
    """This will give the door to what the group asked of Stripe."""
    return _of_group(Operation.objects.all(), actor)


def charges_visible_to(actor: Actor) -> QuerySet[CommissionCharge]:
    """This will give the door to the group's commission charges."""
    return _of_group(CommissionCharge.objects.all(), actor)


def usage_events_visible_to(actor: Actor) -> QuerySet[UsageEvent]:
    """This will give the door to the orders behind the charges."""
    return _of_group(UsageEvent.objects.all(), actor)


def _of_group(rows: QuerySet, actor: Actor) -> QuerySet:
    return rows.none() if actor.unit_id is not None else rows.filter(group_id=actor.group_id)


def subscription_of(group_id: uuid.UUID) -> Subscription | None:
    """This will give a group's subscription with its plan; None where it has none."""
    return Subscription.objects.select_related("plan").filter(group_id=group_id).first()


def sold_plan(code: str) -> Plan:
    """This will give a plan that is sold; raises NotFound."""
    plan = Plan.objects.filter(code=code, is_sold=True).first()
    if plan is None:
        raise NotFound(field="plan")
    return plan


def price_of(plan: Plan, *, currency: str, interval: str) -> PlanPrice:
    """This will give what a plan costs; raises NotFound for a currency or interval it is not sold in."""
    prices = PlanPrice.objects.filter(plan=plan, replaced_at=None)
    price = prices.filter(currency=currency, interval=interval).first()
    if price is None:
        raise NotFound(field="currency")
    return price


def price_behind(price_refs: Iterable[str]) -> PlanPrice | None:
    """This will find our price, present or replaced, whose base and seat are both among Stripe's prices."""
    refs = [ref for ref in price_refs if ref]
    rows = PlanPrice.objects.select_related("plan").filter(base_price_ref__in=refs, seat_price_ref__in=refs)
    return rows.order_by("-id").first()


@dataclass(frozen=True, slots=True)
class Contract:
    """What the operator's console lists of a subscription."""

    group_id: uuid.UUID
    plan: str
    status: str
    currency: str
    interval: str
    seats: int
    monthly_minor: Decimal
    trial_ends_at: datetime | None
    period_end_at: datetime | None
    past_due_at: datetime | None
    cancel_at_period_end: bool


def contracts(*, group_id: uuid.UUID | None = None) -> list[Contract]:
    """This will list all subscriptions, or one group's, in the operator's scope."""
    rows = Subscription.objects.select_related("plan").order_by("-created_at", "id")
    rows = rows if group_id is None else rows.filter(group_id=group_id)
    return [
        Contract(
            each.group_id, each.plan.code, each.status, each.currency, each.interval, each.seats,
            monthly_minor(each), each.trial_ends_at, each.period_end_at, each.past_due_at,
            each.cancel_at_period_end,
        )
        for each in rows
    ]  # fmt: skip


def cap_of(plan: Plan, currency: str) -> int | None:
    """This will give the monthly cap of a plan's commission in minor units; None for no cap."""
    rule = CommissionRule.objects.filter(plan=plan, currency=currency).first()
    return rule.monthly_cap_minor if rule is not None else None


def use_of(group_id: uuid.UUID, *, at: datetime) -> Use:
    """This will count what a group uses now, and this month's API calls."""
    return Use(
        units=open_unit_count(group_id=group_id),
        seats=seats_used(group_id=group_id),
        storage_bytes=bytes_used(group_id=group_id),
        api_calls=calls_of(group_id, month_of(at)),
    )


def reported_minor(group_id: uuid.UUID, currency: str, *, since: object = None) -> int:
    """This will sum what was charged of a group's commission, all of it or since an instant."""
    rows = CommissionCharge.objects.filter(group_id=group_id, currency=currency)
    rows = rows if since is None else rows.filter(charged_at__gte=since)
    return int(rows.aggregate(sum=Sum("amount_minor"))["sum"] or 0)


def in_major(minor: int, currency: str) -> Decimal:
    """This will write minor units as an amount: 1234 EUR is 12.34."""
    return Decimal(minor).scaleb(-exponent_of(currency))

"""The subscription as its page shows it: plan, use, limits, what comes next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from billing.api_calls import month_of
from billing.commission import Entry, due_of
from billing.models import Subscription, UsageEvent
from billing.queries import subscription_of, use_of
from billing.services.dunning import GRACE
from billing.services.preview import is_paid
from billing.services.price_list import PlanView, views_of
from billing.states import READ_ONLY
from tenants.kernel.actor import Actor
from tenants.runtime.guard import require


@dataclass(frozen=True, slots=True)
class Overview:
    """A subscription and what belongs to it. `limits` are name, used, limit."""

    subscription: Subscription
    plan: PlanView
    is_paid: bool
    read_only: bool
    grace_ends_at: datetime | None
    limits: tuple[tuple[str, int, int | None], ...]
    commission_minor: int
    coupon: dict[str, Any] | None


def subscription_overview(*, actor: Actor, at: datetime) -> Overview | None:
    """This will describe the subscription of the actor's group; None where it has none. Raises Forbidden."""
    require(actor, "billing.subscription.read")
    row = subscription_of(actor.group_id) if actor.group_id is not None and actor.unit_id is None else None
    if row is None:
        return None
    use, paid = use_of(row.group_id, at=at), is_paid(row)
    entries = UsageEvent.objects.filter(
        group_id=row.group_id, month_date=month_of(at), currency=row.currency
    ).values_list("month_date", "commission_minor", "cap_minor")
    return Overview(
        subscription=row,
        plan=views_of([row.plan])[0],
        is_paid=paid,
        read_only=row.status in READ_ONLY,
        grace_ends_at=row.past_due_at + GRACE if row.past_due_at and row.status == "past_due" else None,
        limits=(
            ("units", use.units, row.plan.units),
            ("seats", use.seats, row.seats if paid else row.plan.seats),
            ("storage_bytes", use.storage_bytes, row.plan.storage_bytes),
            ("api_calls", use.api_calls, row.plan.api_calls),
        ),
        commission_minor=due_of(Entry(*entry) for entry in entries),
        coupon=_coupon(row, at),
    )


def _coupon(row: Subscription, at: datetime) -> dict[str, Any] | None:
    ends = row.discount.get("ends_at")
    over = ends is not None and datetime.fromisoformat(ends) <= at
    return row.discount if row.discount and not over else None

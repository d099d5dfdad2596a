"""What a choice of plan, seats and interval would cost, and what it would take away: computed before it is made."""

from dataclasses import dataclass
from datetime import datetime

from billing.errors import (
    AlreadySubscribed,
    ApiCallsBeyond,
    CurrencyNotSold,
    GroupCloses,
    PlanTooSmall,
    SeatsBelowUse,
    StorageBeyond,
)
from billing.models import Plan, PlanPrice, Subscription
from billing.proration import Position, Terms, prorate
from billing.queries import Use, price_of, sold_plan, subscription_of, use_of
from billing.services.modules import modules_of
from tenants.directory.limits import gigabytes
from tenants.directory.queries import is_closing
from tenants.kernel.actor import Actor
from tenants.kernel.errors import DomainError, Invalid, NotFound
from tenants.runtime.guard import require

MOST_SEATS = 100_000
LIVE = ("active", "past_due", "trialing", "unpaid", "incomplete")
"""States at Stripe in which a subscription is changed and not bought anew."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A plan with seats, and the prices that go with it."""

    plan: Plan
    price: PlanPrice
    seats: int

    @property
    def terms(self) -> Terms:
        """What a period of it costs."""
        return Terms(self.price.base_minor, self.price.seat_minor, self.seats, self.price.interval)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a choice means. `due_minor` is paid now when positive, and credited when negative; before tax.

    `modules_off` exist no more until the plan has them again, their data stays; `obstacles` have to be removed first;
    `warnings` name what the plan allows less of than is used: nothing is taken away, and nothing is added.
    """

    choice: Choice
    currency: str
    at: datetime
    positions: tuple[Position, ...]
    due_minor: int
    period_minor: int
    modules_on: tuple[str, ...]
    modules_off: tuple[str, ...]
    obstacles: tuple[DomainError, ...]
    warnings: tuple[DomainError, ...]


def is_paid(subscription: Subscription) -> bool:
    """This will tell whether the subscription exists at Stripe and is not over."""
    return bool(subscription.subscription_ref) and subscription.stripe_status in LIVE


def check_stays(subscription: Subscription) -> None:
    """This will raise GroupCloses for a group that is being closed."""
    if is_closing(group_id=subscription.group_id):
        raise GroupCloses


def own_subscription(actor: Actor) -> Subscription:
    """This will give the subscription of the actor's group; raises NotFound."""
    found = subscription_of(actor.group_id) if actor.group_id is not None and actor.unit_id is None else None
    if found is None:
        raise NotFound(field="subscription")
    return found


def choose(
    subscription: Subscription,
    *,
    plan: str | None,
    interval: str | None,
    seats: int | None,
    currency: str | None = None,
) -> Choice:
    """This will complete a choice by what the subscription has.

    Raises NotFound, CurrencyNotSold, Invalid. A paid subscription keeps its currency.
    """
    chosen = sold_plan(plan) if plan is not None and plan != subscription.plan.code else subscription.plan
    wanted = seats if seats is not None else subscription.seats
    if not 1 <= wanted <= MOST_SEATS:
        raise Invalid(
            field="seats",
            reason_en=f"Choose 1 to {MOST_SEATS} seats.",
            reason_zh=f"席位数须为 1 至 {MOST_SEATS}。",
        )
    if currency not in (None, subscription.currency) and is_paid(subscription):
        raise AlreadySubscribed(field="currency")
    money, span = currency or subscription.currency, interval or subscription.interval
    try:
        price = price_of(chosen, currency=money, interval=span)
    except NotFound:
        raise CurrencyNotSold(field="currency", currency=money[:8], interval=span[:8]) from None
    return Choice(chosen, price, wanted)


def obstacles_to(choice: Choice, use: Use) -> tuple[DomainError, ...]:
    """This will list what stands in the way of a choice: units and people beyond it."""
    found: list[DomainError] = []
    if choice.plan.units is not None and use.units > choice.plan.units:
        found.append(_too_small("units", use.units, choice.plan.units, "units", "业务单元"))
    if choice.plan.seats is not None and choice.seats > choice.plan.seats:
        found.append(_too_small("seats", choice.seats, choice.plan.seats, "seats", "席位"))
    if use.seats > choice.seats:
        found.append(SeatsBelowUse(field="seats", used=use.seats))
    return tuple(found)


def warnings_of(choice: Choice, use: Use) -> tuple[DomainError, ...]:
    """This will list what stays as it is and cannot grow under a choice: files, and this month's API calls."""
    found: list[DomainError] = []
    storage, calls = choice.plan.storage_bytes, choice.plan.api_calls
    if storage is not None and use.storage_bytes > storage:
        found.append(
            StorageBeyond(field="storage", used=gigabytes(use.storage_bytes), limit=gigabytes(storage))
        )
    if calls is not None and use.api_calls > calls:
        found.append(ApiCallsBeyond(field="apiCalls", used=f"{use.api_calls:,}", limit=f"{calls:,}"))
    return tuple(found)


def _too_small(field: str, used: int, limit: int, what_en: str, what_zh: str) -> PlanTooSmall:
    return PlanTooSmall(
        field=field, used=used, limit=limit, over=used - limit, what_en=what_en, what_zh=what_zh
    )


def preview_of(subscription: Subscription, choice: Choice, *, at: datetime) -> Preview:
    """This will compute a choice at an instant; the period of a paid subscription is prorated by the second."""
    at = at.replace(microsecond=0)
    terms = choice.terms
    if is_paid(subscription) and subscription.period_start_at and subscription.period_end_at:
        old = Terms(
            subscription.base_minor, subscription.seat_minor, subscription.seats, subscription.interval
        )
        at = min(max(at, subscription.period_start_at), subscription.period_end_at)
        positions = prorate(
            old=old, new=terms, start=subscription.period_start_at, end=subscription.period_end_at, at=at
        )
    else:
        positions = tuple(
            Position(part, "period", n, price * n) for part, (price, n) in terms.parts().items()
        )
    before, after = modules_of(subscription.plan), modules_of(choice.plan)
    use = use_of(subscription.group_id, at=at)
    return Preview(
        choice=choice,
        currency=choice.price.currency,
        at=at,
        positions=positions,
        due_minor=sum(position.amount_minor for position in positions),
        period_minor=terms.total(),
        modules_on=tuple(sorted(after - before)),
        modules_off=tuple(sorted(before - after)),
        obstacles=obstacles_to(choice, use),
        warnings=warnings_of(choice, use),
    )


def subscription_preview(
    *,
    actor: Actor,
    at: datetime,
    plan: str | None = None,
    interval: str | None = None,
    seats: int | None = None,
    currency: str | None = None,
) -> Preview:
    """This will show what a choice would cost the actor's group and what it would switch off; nothing changes.

    Raises Forbidden, NotFound, CurrencyNotSold, AlreadySubscribed, Invalid.
    """
    require(actor, "billing.subscription.read")
    subscription = own_subscription(actor)
    choice = choose(subscription, plan=plan, interval=interval, seats=seats, currency=currency)
    return preview_of(subscription, choice, at=at)

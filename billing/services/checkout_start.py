"""Buying a subscription: the person goes on at Stripe's page, where the card is entered."""

import uuid
from datetime import datetime

from billing.errors import AlreadySubscribed
from billing.queries import use_of
from billing.services.asking import ask
from billing.services.preview import check_stays, choose, is_paid, obstacles_to, own_subscription
from tenants.kernel.actor import Actor
from tenants.runtime.guard import require

LONGEST_CODE = 100


def checkout_start(
    *,
    actor: Actor,
    at: datetime,
    plan: str,
    seats: int,
    interval: str = "month",
    currency: str | None = None,
    coupon: str = "",
) -> uuid.UUID:
    """This will ask for a checkout page and give the operation's id; its `url` is there a moment later.

    The paid period begins when the page is finished. A coupon that is not valid refuses the operation.
    Raises Forbidden, NotFound, AlreadySubscribed, GroupCloses, CurrencyNotSold, Invalid, PlanTooSmall, SeatsBelowUse,
    OperationRunning.
    """
    require(actor, "billing.subscription.edit")
    subscription = own_subscription(actor)
    if is_paid(subscription):
        raise AlreadySubscribed
    check_stays(subscription)
    choice = choose(subscription, plan=plan, interval=interval, seats=seats, currency=currency)
    for obstacle in obstacles_to(choice, use_of(subscription.group_id, at=at)):
        raise obstacle
    asked = {"plan": choice.plan.code, "interval": choice.price.interval, "currency": choice.price.currency,
             "seats": choice.seats, "coupon": coupon.strip()[:LONGEST_CODE], "locale": actor.locale}  # fmt: skip
    return ask(subscription, "checkout", actor=actor, at=at, asked=asked, action="billing.checkout.start")

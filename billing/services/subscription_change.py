"""Changing plan, seats or interval of a paid subscription, at the price that was shown."""

import uuid
from datetime import datetime, timedelta

from billing.errors import NothingChanges, NotSubscribed, PreviewStale
from billing.services.asking import ask
from billing.services.preview import choose, is_paid, own_subscription, preview_of
from tenants.kernel.actor import Actor
from tenants.kernel.errors import Conflict
from tenants.runtime.guard import require

PREVIEW_HOLDS = timedelta(minutes=15)
SKEW = timedelta(minutes=5)
"""How far Stripe's clock may be ahead of ours: a period that has just begun there begins later than now here."""


def subscription_change(
    *,
    actor: Actor,
    at: datetime,
    version: int,
    agreed_at: datetime,
    agreed_due_minor: int,
    plan: str | None = None,
    seats: int | None = None,
    interval: str | None = None,
) -> uuid.UUID:
    """This will ask for the change that a preview showed, and give the operation's id.

    `agreed_at` and `agreed_due_minor` are the preview's: the change is priced at that second. What is due is paid
    at once, or nothing changes; a credit stands on the next invoice. Raises Forbidden, NotFound, Conflict,
    NotSubscribed, CurrencyNotSold, Invalid, NothingChanges, PreviewStale, PlanTooSmall, SeatsBelowUse,
    OperationRunning.
    """
    require(actor, "billing.subscription.edit")
    subscription = own_subscription(actor)
    if not is_paid(subscription):
        raise NotSubscribed
    if subscription.version != version:
        raise Conflict(field="version", current_version=subscription.version)
    choice = choose(subscription, plan=plan, interval=interval, seats=seats)
    if not at - PREVIEW_HOLDS <= agreed_at <= at + SKEW:
        raise PreviewStale(field="agreedAt")
    shown = preview_of(subscription, choice, at=agreed_at)
    for obstacle in shown.obstacles:
        raise obstacle
    if not shown.positions and choice.plan == subscription.plan:
        raise NothingChanges
    if shown.due_minor != agreed_due_minor or shown.at != agreed_at:
        raise PreviewStale(field="agreedDueMinor")
    asked = {"plan": choice.plan.code, "interval": choice.price.interval, "seats": choice.seats,
             "at": shown.at.isoformat(), "due_minor": shown.due_minor}  # fmt: skip
    return ask(subscription, "change", actor=actor, at=at, asked=asked, action="billing.subscription.change")

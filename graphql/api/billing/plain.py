"""Plans, the subscription and the preview of a change: answers that are no rows."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import graphene
from graphene import Argument, Boolean, Int, List, NonNull, String

from api.billing.amounts import money
from api.guarded import guarded
from api.permissions import PUBLIC
from api.scalars import DateTime, Decimal, Money
from billing.services.overview import Overview, subscription_overview
from billing.services.preview import Preview, subscription_preview
from billing.services.price_list import PlanView, plans_sold
from tenants.kernel.modules import MODULES


class PlanPrice(graphene.ObjectType):
    """What a plan costs in one currency and interval, without tax."""

    currency = String(required=True, description="ISO 4217.")
    interval = String(required=True, description="month or year.")
    base = graphene.Field(NonNull(Money), description="For the plan itself.")
    seat = graphene.Field(NonNull(Money), description="For each seat.")
    commission_cap = graphene.Field(
        Money, description="The most commission a month; null where nothing caps it."
    )


class Plan(graphene.ObjectType):
    """A plan that is sold."""

    code = String(required=True, description="Its code.")
    name = String(required=True, description="Its name, in the caller's language.")
    about = String(required=True, description="What it is for, in the caller's language.")
    modules = NonNull(List(NonNull(String)), description="Its modules, in the caller's language.")
    units = Int(description="How many units; null for no limit.")
    seats = Int(description="How many seats at most; null for no limit.")
    storage_bytes = Decimal(description="How many bytes of files; null for no limit.")
    api_calls = Decimal(description="How many calls of API keys a month; null for no limit.")
    commission_percent = Decimal(required=True, description="Commission on ordered value, in per cent.")
    trial_days = Int(required=True, description="How long it is tried without a card.")
    prices = NonNull(List(NonNull(PlanPrice)), description="Its prices.")


class Limit(graphene.ObjectType):
    """Something a plan limits, and how much of it is used."""

    name = String(required=True, description="units, seats, storage_bytes or api_calls (of this month).")
    used = Decimal(required=True, description="How much is used now.")
    limit = Decimal(description="How much there may be; null for no limit.")


class Coupon(graphene.ObjectType):
    """What a coupon takes off every invoice until it ends."""

    code = String(required=True, description="Its code.")
    percent_off = Decimal(description="Per cent taken off; null where it is an amount.")
    amount_off = graphene.Field(Money, description="The amount taken off; null where it is a percentage.")
    ends_at = DateTime(description="When it ends; null for never.")


class GroupSubscription(graphene.ObjectType):
    """The group's subscription."""

    status = String(required=True, description="trialing, active, past_due, suspended or cancelled.")
    is_paid = Boolean(required=True, description="Whether it was bought; a trial was not.")
    read_only = Boolean(required=True, description="Whether the group reads only, for want of payment.")
    plan = graphene.Field(NonNull(Plan), description="The plan.")
    currency = String(required=True, description="What it is paid in, ISO 4217.")
    interval = String(required=True, description="month or year.")
    seats = Int(required=True, description="Seats paid for.")
    period_total = graphene.Field(
        NonNull(Money), description="What a period costs, without tax and commission."
    )
    trial_ends_at = DateTime(description="When the trial ends.")
    period_start_at = DateTime(description="When the present period began.")
    period_end_at = DateTime(description="When it ends.")
    cancel_at_period_end = Boolean(required=True, description="Whether it ends with the period.")
    past_due_at = DateTime(description="Since when a payment is missing.")
    grace_ends_at = DateTime(description="When the group becomes read-only unless it pays.")
    version = Int(required=True, description="Grows with each change.")
    coupon = graphene.Field(Coupon, description="The coupon in force; null for none.")
    tax_id_kind = String(required=True, description="The kind of the tax number; empty for none.")
    tax_id = String(required=True, description="The group's tax number; empty for none.")
    limits = NonNull(List(NonNull(Limit)), description="What the plan limits.")
    commission_month = graphene.Field(NonNull(Money), description="Commission of this month's orders so far.")


class PreviewPosition(graphene.ObjectType):
    """One line of what a change costs."""

    part = String(required=True, description="base or seat.")
    kind = String(required=True, description="credit, charge or period.")
    quantity = Int(required=True, description="How many.")
    amount = graphene.Field(NonNull(Money), description="How much; a credit is negative.")


class Obstacle(graphene.ObjectType):
    """What has to be removed before a change."""

    code = String(required=True, description="The stable code of the refusal.")
    message = String(required=True, description="The reason and the way out, in the caller's language.")


class SubscriptionPreview(graphene.ObjectType):
    """What a choice would cost and switch, before anything changes; without tax."""

    at = DateTime(required=True, description="The instant it is priced at; the change names it.")
    due = graphene.Field(
        NonNull(Money), description="Paid now; a negative amount is credited on the next invoice."
    )
    due_minor = Int(required=True, description="The same in minor units; the change names it.")
    period_total = graphene.Field(NonNull(Money), description="What every whole period costs from then on.")
    positions = NonNull(List(NonNull(PreviewPosition)), description="How the amount comes about.")
    modules_on = NonNull(List(NonNull(String)), description="Modules that come, in the caller's language.")
    modules_off = NonNull(
        List(NonNull(String)),
        description="Modules that are switched off; their data stays and cannot be changed.",
    )
    obstacles = NonNull(List(NonNull(Obstacle)), description="What has to be removed first.")
    warnings = NonNull(
        List(NonNull(Obstacle)), description="What stays as it is and cannot grow: the plan allows less."
    )


def _names(codes: Iterable[str], locale: str) -> list[str]:
    chinese = locale.lower().startswith("zh")
    return [MODULES[code].zh if chinese else MODULES[code].en for code in sorted(codes)]


def _plan(view: PlanView, locale: str) -> dict[str, Any]:
    chinese = locale.lower().startswith("zh")
    return {
        "code": view.code,
        "name": view.name_zh if chinese else view.name_en,
        "about": view.about_zh if chinese else view.about_en,
        "modules": _names(view.modules, locale),
        "units": view.units,
        "seats": view.seats,
        "storage_bytes": view.storage_bytes,
        "api_calls": view.api_calls,
        "commission_percent": view.commission_percent,
        "trial_days": view.trial_days,
        "prices": [
            {
                "currency": p.currency,
                "interval": p.interval,
                "base": money(p.base_minor, p.currency),
                "seat": money(p.seat_minor, p.currency),
                "commission_cap": None if p.cap_minor is None else money(p.cap_minor, p.currency),
            }
            for p in view.prices
        ],
    }


@guarded(PUBLIC)
def _plans(root: Any, info: Any) -> list[dict[str, Any]]:
    return [_plan(view, info.context.actor.locale) for view in plans_sold()]


@guarded("billing.subscription.read")
def _subscription(root: Any, info: Any) -> dict[str, Any] | None:
    found = subscription_overview(actor=info.context.actor, at=info.context.at)
    return None if found is None else _overview(found, info.context.actor.locale)


def _overview(found: Overview, locale: str) -> dict[str, Any]:
    row = found.subscription
    return {
        "status": row.status,
        "is_paid": found.is_paid,
        "read_only": found.read_only,
        "plan": _plan(found.plan, locale),
        "currency": row.currency,
        "interval": row.interval,
        "seats": row.seats,
        "period_total": money(row.base_minor + row.seat_minor * row.seats, row.currency),
        "trial_ends_at": row.trial_ends_at,
        "period_start_at": row.period_start_at,
        "period_end_at": row.period_end_at,
        "cancel_at_period_end": row.cancel_at_period_end,
        "past_due_at": row.past_due_at,
        "grace_ends_at": found.grace_ends_at,
        "version": row.version,
        "coupon": _coupon(found),
        "tax_id_kind": row.tax_id_kind,
        "tax_id": row.tax_id,
        "limits": [{"name": n, "used": used, "limit": limit} for n, used, limit in found.limits],
        "commission_month": money(found.commission_minor, row.currency),
    }


def _coupon(found: Overview) -> dict[str, Any] | None:
    given = found.coupon
    if given is None:
        return None
    off = given["amount_off"]
    return {
        "code": given["code"],
        "percent_off": given["percent_off"] or None,
        "amount_off": None if off is None else money(off, found.subscription.currency),
        "ends_at": datetime.fromisoformat(given["ends_at"]) if given["ends_at"] else None,
    }


@guarded("billing.subscription.read")
def _preview(root: Any, info: Any, **given: Any) -> dict[str, Any]:
    actor = info.context.actor
    return _previewed(subscription_preview(actor=actor, at=info.context.at, **given), actor.locale)


def _previewed(shown: Preview, locale: str) -> dict[str, Any]:
    return {
        "at": shown.at,
        "due": money(shown.due_minor, shown.currency),
        "due_minor": shown.due_minor,
        "period_total": money(shown.period_minor, shown.currency),
        "positions": [
            {"part": p.part, "kind": p.kind, "quantity": p.quantity, "amount": money(p.amount_minor, shown.currency)}
            for p in shown.positions
        ],
        "modules_on": _names(shown.modules_on, locale),
        "modules_off": _names(shown.modules_off, locale),
        "obstacles": [{"code": o.code, "message": o.message(locale)} for o in shown.obstacles],
        "warnings": [{"code": w.code, "message": w.message(locale)} for w in shown.warnings],
    }  # fmt: skip


def plans_field() -> graphene.Field:
    """This will make the root field that lists the price list, open to everyone."""
    return graphene.Field(
        NonNull(List(NonNull(Plan))),
        resolver=_plans,
        description="The plans that are sold, with their prices.",
    )


def subscription_field() -> graphene.Field:
    """This will make the root field of the group's subscription."""
    return graphene.Field(
        GroupSubscription,
        resolver=_subscription,
        description="The group's subscription; null where it has none.",
    )


def preview_field() -> graphene.Field:
    """This will make the root field that prices a choice."""
    return graphene.Field(
        SubscriptionPreview,
        resolver=_preview,
        args={
            "plan": Argument(String, description="The plan's code; the present one when left out."),
            "interval": Argument(String, description="month or year; the present one when left out."),
            "seats": Argument(Int, description="How many seats; as many as now when left out."),
            "currency": Argument(String, description="ISO 4217; a paid subscription keeps its own."),
        },
        description="What a choice would cost now, and what it would switch on and off.",
    )

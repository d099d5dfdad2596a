"""The price list as people read it: plans with their prices, modules and caps."""

from dataclasses import dataclass
from decimal import Decimal

from billing.models import CommissionRule, Plan, PlanPrice
from billing.services.modules import modules_of


@dataclass(frozen=True, slots=True)
class PriceView:
    """A price in one currency and interval, in minor units."""

    currency: str
    interval: str
    base_minor: int
    seat_minor: int
    cap_minor: int | None


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan with everything that is said of it."""

    code: str
    name_en: str
    name_zh: str
    about_en: str
    about_zh: str
    modules: frozenset[str]
    units: int | None
    seats: int | None
    storage_bytes: int | None
    api_calls: int | None
    commission_percent: Decimal
    trial_days: int
    prices: tuple[PriceView, ...]


def plans_sold() -> list[PlanView]:
    """This will give the plans that are sold, in the order they are shown."""
    return views_of(list(Plan.objects.filter(is_sold=True).order_by("position")))


def views_of(plans: list[Plan]) -> list[PlanView]:
    """This will describe plans, in three statements however many there are."""
    caps = {
        (rule.plan_id, rule.currency): rule.monthly_cap_minor
        for rule in CommissionRule.objects.filter(plan__in=plans)
    }
    rows = list(PlanPrice.objects.filter(plan__in=plans, replaced_at=None).order_by("currency", "interval"))
    return [_view(plan, [row for row in rows if row.plan_id == plan.id], caps) for plan in plans]


def _view(plan: Plan, prices: list[PlanPrice], caps: dict) -> PlanView:
    return PlanView(
        code=plan.code,
        name_en=plan.name_en,
        name_zh=plan.name_zh,
        about_en=plan.about_en,
        about_zh=plan.about_zh,
        modules=modules_of(plan),
        units=plan.units,
        seats=plan.seats,
        storage_bytes=plan.storage_bytes,
        api_calls=plan.api_calls,
        commission_percent=Decimal(plan.commission_bps) / 100,
        trial_days=plan.trial_days,
        prices=tuple(
            PriceView(p.currency, p.interval, p.base_minor, p.seat_minor, caps.get((plan.id, p.currency)))
            for p in prices
        ),
    )

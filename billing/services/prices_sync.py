"""Brings Stripe's products and prices to what our plans say. Amounts never change at Stripe: a new one is made."""

from billing.gateway import Gateway, gateway
from billing.models import Plan, PlanPrice
from tenants.runtime.scope import PLATFORM, unit_of_work


def prices_sync(*, plan: str | None = None) -> int:
    """This will make what is missing at Stripe for every plan that is sold, or for one; gives how many prices.

    Raises GatewayUnavailable, GatewayRefused. To be called outside any unit of work.
    """
    door = gateway()
    with unit_of_work(PLATFORM):
        sold = Plan.objects.filter(is_sold=True)
        plans = list(sold.filter(code=plan) if plan is not None else sold)
        prices = list(PlanPrice.objects.filter(plan__in=plans, replaced_at=None).select_related("plan"))
    meter = door.ensure_meter()
    for row in plans:
        _products(door, row)
    for price in prices:
        _prices(door, price, meter)
    return len(prices)


def _products(door: Gateway, plan: Plan) -> None:
    names = {"": plan.name_en, "_seat": f"{plan.name_en}: seat", "_usage": f"{plan.name_en}: commission"}
    for ending, name in names.items():
        door.ensure_product(code=f"{plan.code}{ending}", name=name, description=plan.about_en or name)
    with unit_of_work(PLATFORM):
        Plan.objects.filter(id=plan.id).update(product_ref=f"hanse_{plan.code}")


def _prices(door: Gateway, price: PlanPrice, meter: str) -> None:
    start = f"{price.plan.code}:{price.currency}:{price.interval}".lower()
    refs = {}
    for part, ending, unit, by in (
        ("base", "", price.base_minor, None),
        ("seat", "_seat", price.seat_minor, None),
        ("usage", "_usage", 1, meter),
    ):
        refs[f"{part}_price_ref"] = door.ensure_price(
            product=f"hanse_{price.plan.code}{ending}",
            lookup_key=f"{start}:{part}",
            currency=price.currency,
            interval=price.interval,
            unit_minor=unit,
            meter=by,
        )
    with unit_of_work(PLATFORM):
        PlanPrice.objects.filter(
            id=price.id, base_minor=price.base_minor, seat_minor=price.seat_minor
        ).update(
            base_price_ref=refs["base_price_ref"],
            seat_price_ref=refs["seat_price_ref"],
            usage_price_ref=refs["usage_price_ref"],
        )

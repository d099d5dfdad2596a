"""Does what was asked of Stripe: reads the operation, calls outside any transaction, stores the answer.

It may be run again after a crash at any point: Stripe's idempotency keys are made of the operation's id, so the second
run gets the first one's answers.
"""

import uuid
from datetime import datetime

from django.conf import settings
from django.db.models import F

from billing.gateway import AskedItem, Gateway, GatewayRefused, gateway
from billing.models import Operation, PlanPrice, Subscription
from billing.queries import price_of, sold_plan, subscription_of
from billing.services.prices_sync import prices_sync
from billing.services.subscription_refresh import subscription_refresh
from tenants.directory.queries import place_of
from tenants.kernel.actor import system_actor
from tenants.kernel.errors import NotFound
from tenants.runtime import audit, outbox
from tenants.runtime.scope import Scope, unit_of_work

Asked = dict[str, str]


def operation_run(*, scope: Scope, operation_id: uuid.UUID, at: datetime) -> None:
    """This will do a waiting operation of the scope's group and read the subscription anew.

    Raises GatewayUnavailable, whereupon the outbox asks again later.
    """
    found = _load(scope, operation_id)
    if found is None:
        return
    operation, subscription = found
    url = code = message = ""
    try:
        url = _do(gateway(), scope, operation, subscription)
    except GatewayRefused as refusal:
        code, message = refusal.code, str(refusal)
    except NotFound:  # the plan or its price was withdrawn after it was asked for
        code, message = "plan_gone", "This plan is no longer sold in this currency."
    if operation.kind in ("change", "cancel", "resume", "coupon"):
        subscription_refresh(scope=scope, at=at)
    with unit_of_work(scope):
        _finish(operation, url=url, code=code, message=message, at=at)


def _load(scope: Scope, operation_id: uuid.UUID) -> tuple[Operation, Subscription] | None:
    with unit_of_work(scope):
        operation = Operation.objects.filter(id=operation_id, status="waiting").first()
        subscription = subscription_of(operation.group_id) if operation is not None else None
    return (operation, subscription) if operation is not None and subscription is not None else None


def _do(door: Gateway, scope: Scope, operation: Operation, subscription: Subscription) -> str:
    key = f"hanse:{operation.id}"
    if operation.kind == "checkout":
        return _checkout(door, scope, operation, subscription, key)
    if operation.kind == "portal":
        return door.open_portal(customer=subscription.customer_ref, return_url=_page(operation), key=key)
    if operation.kind == "coupon":
        promotion = _promotion(door, operation.asked["code"])
        door.apply_promotion(ref=subscription.subscription_ref, promotion=promotion, key=key)
    elif operation.kind == "tax_id":
        _set_tax_id(door, scope, operation, subscription, key)
    elif operation.kind == "change":
        _change(door, scope, operation, subscription, key)
    else:
        cancel = operation.kind == "cancel"
        door.set_cancel_at_period_end(ref=subscription.subscription_ref, cancel=cancel, key=key)
    return ""


def _checkout(door: Gateway, scope: Scope, operation: Operation, subscription: Subscription, key: str) -> str:
    asked = operation.asked
    customer = subscription.customer_ref or _make_customer(door, scope, operation, subscription)
    price = _priced(scope, asked["plan"], asked["currency"], asked["interval"])
    items = [
        AskedItem(price.base_price_ref, 1),
        AskedItem(price.seat_price_ref, int(asked["seats"])),
        AskedItem(price.usage_price_ref, None),
    ]
    return door.open_checkout(
        customer=customer,
        items=items,
        success_url=f"{_page(operation)}?paid=1",
        cancel_url=f"{_page(operation)}?paid=0",
        locale=asked["locale"],
        key=key,
        promotion=_promotion(door, asked.get("coupon", "")),
    )


def _promotion(door: Gateway, code: str) -> str:
    """What applies a code; raises GatewayRefused for one that nobody gave out, or that is over."""
    if not code:
        return ""
    found = door.promotion(code)
    if found is None:
        raise GatewayRefused("coupon_invalid", "This code is not valid.")
    return found.ref


def _set_tax_id(
    door: Gateway, scope: Scope, operation: Operation, subscription: Subscription, key: str
) -> None:
    kind, value = operation.asked["kind"], operation.asked["value"]
    customer = subscription.customer_ref or _make_customer(door, scope, operation, subscription)
    door.set_tax_id(customer=customer, kind=kind, value=value, key=key)
    with unit_of_work(scope):
        rows = Subscription.objects.filter(id=subscription.id)
        rows.update(tax_id_kind=kind if value else "", tax_id=value, version=F("version") + 1)


def _make_customer(door: Gateway, scope: Scope, operation: Operation, subscription: Subscription) -> str:
    with unit_of_work(scope):
        place = place_of(group_id=operation.group_id)
    ref = door.create_customer(
        name=place.name if place else "",
        group_id=str(operation.group_id),
        key=f"hanse:{operation.id}:customer",
    )
    with unit_of_work(scope):
        rows = Subscription.objects.filter(id=subscription.id)
        rows.filter(customer_ref="").update(customer_ref=ref)
        return str(rows.values_list("customer_ref", flat=True).get())


def _change(door: Gateway, scope: Scope, operation: Operation, subscription: Subscription, key: str) -> None:
    asked = operation.asked
    price = _priced(scope, asked["plan"], subscription.currency, asked["interval"])
    known = subscription.items
    items = [
        AskedItem(price.base_price_ref, 1, known.get("base", "")),
        AskedItem(price.seat_price_ref, int(asked["seats"]), known.get("seat", "")),
        AskedItem(price.usage_price_ref, None, known.get("usage", "")),
    ]
    due = int(asked["due_minor"])
    door.change(
        ref=subscription.subscription_ref,
        items=items,
        at=datetime.fromisoformat(asked["at"]),
        invoice_now=due > 0,
        key=key,
    )


def _priced(scope: Scope, plan: str, currency: str, interval: str) -> PlanPrice:
    """The price with its references at Stripe, made there when they are missing."""
    price = _price(scope, plan, currency, interval)
    if not (price.base_price_ref and price.seat_price_ref and price.usage_price_ref):
        prices_sync(plan=plan)
        price = _price(scope, plan, currency, interval)
    return price


def _price(scope: Scope, plan: str, currency: str, interval: str) -> PlanPrice:
    with unit_of_work(scope):
        return price_of(sold_plan(plan), currency=currency, interval=interval)


def _page(operation: Operation) -> str:
    return f"{settings.PUBLIC_URL}/g/{operation.group_id}/billing"


def _finish(operation: Operation, *, url: str, code: str, message: str, at: datetime) -> None:
    status = "refused" if code else "done"
    changed = Operation.objects.filter(id=operation.id, status="waiting").update(
        status=status, url=url, code=code, message=message, finished_at=at
    )
    if not changed:
        return
    actor = system_actor(group_id=operation.group_id, name="Billing")
    audit.record(
        actor=actor, action=f"billing.{operation.kind}.{status}", subject_type="operation",
        subject_id=operation.id, at=at, new={"status": status, "code": code},
    )  # fmt: skip
    outbox.publish(
        event_type="billing.operation.done", subject_type="operation", subject_id=operation.id, at=at,
        actor=actor, payload={"kind": operation.kind, "status": status},
    )  # fmt: skip

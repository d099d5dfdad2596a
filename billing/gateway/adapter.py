"""Speaks to Stripe by its own library; the address is a setting, so the stand-in server answers as well.

Every call that changes something takes the idempotency key of a stored operation. Nothing here may run inside a
transaction.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeVar

import stripe
from django.conf import settings
from django.db import connection

from billing.gateway.facts import (
    AskedItem,
    DiscountFacts,
    GatewayDeclined,
    GatewayRefused,
    GatewayUnavailable,
    InvoiceFacts,
    SubscriptionFacts,
)
from billing.gateway.reading import invoice_facts, promotion_facts, subscription_facts
from tenants.runtime import outside

TIMEOUT = 20
METER_EVENT = "hanse_commission"
EXPANDED = ["data.discounts.source.coupon", "data.discounts.promotion_code"]
T = TypeVar("T")


class CallInTransaction(RuntimeError):
    """A call to Stripe was tried inside a transaction."""


class Gateway:
    """Stripe, as billing sees it. Raises GatewayUnavailable, GatewayRefused and GatewayDeclined."""

    def __init__(self, *, key: str, base: str) -> None:
        addresses: Any = {"api": base} if base else {}
        self.live = key.startswith(("sk_live_", "rk_live_"))
        self._client = stripe.StripeClient(
            key,
            base_addresses=addresses,
            max_network_retries=2,
            http_client=stripe.RequestsClient(timeout=TIMEOUT),
        ).v1

    def ensure_product(self, *, code: str, name: str, description: str) -> str:
        """This will give the product of a plan, made when it is not there; its name is brought up to date."""
        ref = f"hanse_{code}"
        try:
            _call(self._client.products.update, ref, {"name": name, "description": description})
        except GatewayRefused as refusal:
            if refusal.code != "resource_missing":
                raise
            given = {"id": ref, "name": name, "description": description}
            _call(self._client.products.create, given, {"idempotency_key": f"hanse:product:{code}"})
        return ref

    def ensure_price(
        self,
        *,
        product: str,
        lookup_key: str,
        currency: str,
        interval: str,
        unit_minor: int,
        meter: str | None = None,
    ) -> str:
        """This will give the price with this lookup key and amount; another amount makes a new price of it."""
        found = _call(
            self._client.prices.list, {"lookup_keys": [lookup_key], "active": True, "limit": 1}
        ).data
        if found and found[0].unit_amount == unit_minor:
            return str(found[0].id)
        recurring: dict[str, Any] = {"interval": interval}
        if meter is not None:
            recurring |= {"usage_type": "metered", "meter": meter}
        given = {"product": product, "currency": currency.lower(), "unit_amount": unit_minor,
                 "lookup_key": lookup_key, "transfer_lookup_key": True, "recurring": recurring}  # fmt: skip
        key = f"hanse:price:{lookup_key}:{unit_minor}:{found[0].id if found else ''}"
        return str(_call(self._client.prices.create, given, {"idempotency_key": key}).id)

    def ensure_meter(self) -> str:
        """This will give the meter of commission, made when it is not there."""
        for meter in _call(self._client.billing.meters.list, {"limit": 100}).data:
            if meter.event_name == METER_EVENT and meter.status == "active":
                return str(meter.id)
        given: Any = {"display_name": "Commission, minor units", "event_name": METER_EVENT,
                      "default_aggregation": {"formula": "sum"}}  # fmt: skip
        return str(
            _call(self._client.billing.meters.create, given, {"idempotency_key": "hanse:meter:commission"}).id
        )

    def create_customer(self, *, name: str, group_id: str, key: str) -> str:
        """This will make the customer of a group. Nobody's address goes along: who pays gives it on the page there."""
        given: Any = {"name": name, "metadata": {"group_id": group_id}}
        return str(_call(self._client.customers.create, given, {"idempotency_key": key}).id)

    def open_checkout(
        self,
        *,
        customer: str,
        items: Sequence[AskedItem],
        success_url: str,
        cancel_url: str,
        locale: str,
        key: str,
        promotion: str = "",
    ) -> str:
        """This will give the address of a page on which the subscription is bought; earlier pages end.

        A promotion is applied; without one the page asks for a code.
        """
        sessions = self._client.checkout.sessions
        for earlier in _call(sessions.list, {"customer": customer, "status": "open", "limit": 100}).data:
            if earlier.client_reference_id != key:
                _call(sessions.expire, earlier.id)
        given: Any = {
            "mode": "subscription", "customer": customer, "success_url": success_url, "cancel_url": cancel_url,
            "line_items": [_line_item(item) for item in items], "locale": "zh" if locale.startswith("zh") else "en",
            "client_reference_id": key, "automatic_tax": {"enabled": True}, "tax_id_collection": {"enabled": True},
            "customer_update": {"address": "auto", "name": "auto"},
            **({"discounts": [{"promotion_code": promotion}]} if promotion else {"allow_promotion_codes": True}),
            "subscription_data": {"billing_mode": {"type": "classic"}},
        }  # fmt: skip
        return str(_call(sessions.create, given, {"idempotency_key": key}).url)

    def open_portal(self, *, customer: str, return_url: str, key: str) -> str:
        """This will give the address of a page with invoices and the card."""
        given: Any = {"customer": customer, "return_url": return_url}
        return str(_call(self._client.billing_portal.sessions.create, given, {"idempotency_key": key}).url)

    def change(
        self, *, ref: str, items: Sequence[AskedItem], at: datetime, invoice_now: bool, key: str
    ) -> None:
        """This will change a subscription's items at an instant; with `invoice_now` nothing changes unless it is paid.

        Otherwise what is due or credited stands on the next invoice.
        """
        given: Any = {
            "items": [_change_item(item) for item in items],
            "proration_date": int(at.timestamp()),
            "proration_behavior": "always_invoice" if invoice_now else "create_prorations",
            "payment_behavior": "error_if_incomplete" if invoice_now else "allow_incomplete",
        }
        _call(self._client.subscriptions.update, ref, given, {"idempotency_key": key})

    def promotion(self, code: str) -> DiscountFacts | None:
        """This will find what a code that people type takes off; None when nobody gave it out, or it is over."""
        given: Any = {"code": code, "active": True, "limit": 1, "expand": ["data.promotion.coupon"]}
        found: Any = _call(self._client.promotion_codes.list, given).data
        return promotion_facts(found[0]) if found and found[0].promotion.coupon.valid else None

    def apply_promotion(self, *, ref: str, promotion: str, key: str) -> None:
        """This will apply a promotion to a subscription, from its next invoice on, in place of an earlier one."""
        given: Any = {"discounts": [{"promotion_code": promotion}]}
        _call(self._client.subscriptions.update, ref, given, {"idempotency_key": key})

    def set_tax_id(self, *, customer: str, kind: str, value: str, key: str) -> None:
        """This will make a tax number the customer's only one; an empty value leaves none."""
        numbers = self._client.customers.tax_ids
        known = _call(numbers.list, customer, {"limit": 100}).data
        if value and not any((row.type, row.value) == (kind, value) for row in known):
            given: Any = {"type": kind, "value": value}
            _call(numbers.create, customer, given, {"idempotency_key": key})
        for row in known:
            if (row.type, row.value) != (kind, value):
                _call(numbers.delete, customer, row.id)

    def set_cancel_at_period_end(self, *, ref: str, cancel: bool, key: str) -> None:
        """This will let a subscription end with its period, or go on."""
        _call(
            self._client.subscriptions.update, ref, {"cancel_at_period_end": cancel}, {"idempotency_key": key}
        )

    def cancel_now(self, *, ref: str, key: str) -> None:
        """This will end a subscription at once."""
        _call(self._client.subscriptions.cancel, ref, {}, {"idempotency_key": key})

    def report_usage(self, *, identifier: str, customer: str, value: int, at: datetime) -> None:
        """This will report commission once, in minor units; a repeated identifier counts once."""
        given: Any = {
            "event_name": METER_EVENT, "identifier": identifier, "timestamp": int(at.timestamp()),
            "payload": {"stripe_customer_id": customer, "value": str(value)},
        }  # fmt: skip
        options = {"idempotency_key": f"hanse:charge:{identifier}"}
        try:
            _call(self._client.billing.meter_events.create, given, options)
        except GatewayRefused as refusal:
            if "already exists" not in str(refusal):
                raise

    def usage_of(self, customer: str, *, since: datetime, until: datetime) -> int:
        """This will sum the commission that Stripe has for a customer, in minor units."""
        minute = 60
        given: Any = {
            "customer": customer,
            "start_time": int(since.timestamp()) // minute * minute,
            "end_time": (int(until.timestamp()) // minute + 2) * minute,
            "limit": 100,
        }
        summaries = self._client.billing.meters.event_summaries
        rows = _call(summaries.list, self.ensure_meter(), given).data
        return sum(int(row.aggregated_value) for row in rows)

    def subscriptions_of(self, customer: str) -> list[SubscriptionFacts]:
        """This will read all subscriptions of a customer, the oldest first."""
        found = _pages(
            self._client.subscriptions.list, {"customer": customer, "status": "all", "expand": EXPANDED}
        )
        return sorted((subscription_facts(row) for row in found), key=lambda s: (s.created_at, s.ref))

    def invoices_of(self, customer: str) -> list[InvoiceFacts]:
        """This will read all invoices of a customer but drafts."""
        found = _pages(self._client.invoices.list, {"customer": customer})
        return [invoice_facts(row) for row in found if row.status != "draft"]

    def newest_invoices_of(self, customer: str) -> list[InvoiceFacts]:
        """This will read a customer's newest hundred invoices but drafts, in one call."""
        page = _call(self._client.invoices.list, {"customer": customer, "limit": 100})
        return [invoice_facts(row) for row in page.data if row.status != "draft"]


def gateway() -> Gateway:
    """This will give the door to Stripe; raises GatewayUnavailable where none is set."""
    if not settings.STRIPE_SECRET_KEY:
        raise GatewayUnavailable("STRIPE_SECRET_KEY is not set")
    return _gateway(settings.STRIPE_SECRET_KEY, settings.STRIPE_API_BASE)


@lru_cache(maxsize=8)
def _gateway(key: str, base: str) -> Gateway:
    return Gateway(key=key, base=base)


def _line_item(item: AskedItem) -> dict[str, Any]:
    return {"price": item.price_ref, **({} if item.quantity is None else {"quantity": item.quantity})}


def _change_item(item: AskedItem) -> dict[str, Any]:
    return {**_line_item(item), **({"id": item.item_ref} if item.item_ref else {})}


def _pages(function: Callable[..., Any], given: dict[str, Any]) -> Iterator[Any]:
    after: dict[str, str] = {}
    while True:
        page = _call(function, {**given, "limit": 100, **after})
        yield from page.data
        if not page.has_more:
            return
        after = {"starting_after": page.data[-1].id}


def _call(function: Callable[..., T], *args: Any) -> T:
    if connection.in_atomic_block:
        raise CallInTransaction(getattr(function, "__qualname__", "a call to Stripe"))
    try:
        with outside.calling("stripe", at=settings.STRIPE_API_BASE or "api.stripe.com") as watched:
            return _watched(function, args, watched)
    except outside.OutsideUnavailable as error:
        raise GatewayUnavailable(type(error).__name__) from error
    except stripe.CardError as error:
        raise GatewayDeclined(_why(error), error.user_message or str(error)) from error
    except (stripe.APIConnectionError, stripe.RateLimitError) as error:
        raise GatewayUnavailable(type(error).__name__) from error
    except (stripe.AuthenticationError, stripe.PermissionError) as error:
        raise GatewayUnavailable(type(error).__name__) from error
    except stripe.InvalidRequestError as error:
        raise GatewayRefused(error.code or "invalid_request", error.user_message or str(error)) from error
    except stripe.StripeError as error:
        raise GatewayUnavailable(type(error).__name__) from error


def _watched(function: Callable[..., T], args: tuple[Any, ...], watched: outside.Call) -> T:
    """Calls; what Stripe refuses by its rules is an answer, not a failure of Stripe's."""
    try:
        return function(*args)
    except (stripe.CardError, stripe.InvalidRequestError, stripe.AuthenticationError, stripe.PermissionError):
        watched.answered()
        raise


def _why(error: stripe.CardError) -> str:
    """The code of a decline; what the bank says of the funds is more than that the card was declined."""
    told = getattr(error.error, "decline_code", None)
    return "insufficient_funds" if told == "insufficient_funds" else error.code or "card_declined"

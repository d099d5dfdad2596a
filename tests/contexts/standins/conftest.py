"""A fresh stand-in, and stripe-python pointed at it."""

from collections.abc import Iterator

import pytest
import stripe

from infra.standins.stripe.server import StandIn
from tests.support.stripe import running_stand_in

NOON = 1_793_534_400  # 2026-11-01 12:00 UTC
DAY = 86_400


@pytest.fixture
def server() -> Iterator[StandIn]:
    with running_stand_in() as running:
        yield running


@pytest.fixture
def client(server: StandIn) -> stripe.StripeClient:
    return stripe.StripeClient(
        "sk_test_x", base_addresses={"api": server.state.base_url}, max_network_retries=0
    )


class Shop:
    """A clock, a customer on it with a good card, and prices."""

    def __init__(self, client: stripe.StripeClient, card: str = "pm_card_visa") -> None:
        self.client = client.v1
        self.clock = self.client.test_helpers.test_clocks.create({"frozen_time": NOON})
        self.customer = self.client.customers.create({"email": "a@example.com", "test_clock": self.clock.id})
        self.method = self.client.payment_methods.attach(card, {"customer": self.customer.id})
        self.product = self.client.products.create({"name": "Seat"})
        self.meter = self.client.billing.meters.create(
            {"display_name": "Fee", "event_name": "fee", "default_aggregation": {"formula": "sum"}}
        )

    def price(self, amount: int, interval: str = "month", currency: str = "eur", **more: object) -> str:
        given = {"product": self.product.id, "currency": currency, "unit_amount": amount,
                 "recurring": {"interval": interval}, **more}  # fmt: skip
        return self.client.prices.create(given).id

    def metered(self) -> str:
        recurring = {"interval": "month", "usage_type": "metered", "meter": self.meter.id}
        return self.price(1, recurring=recurring)

    def subscribe(self, *items: dict[str, object], **more: object) -> stripe.Subscription:
        given = {
            "customer": self.customer.id,
            "items": list(items),
            "default_payment_method": self.method.id,
            **more,
        }
        return self.client.subscriptions.create(given)

    def advance(self, seconds: int) -> None:
        now = self.client.test_helpers.test_clocks.retrieve(self.clock.id).frozen_time
        self.client.test_helpers.test_clocks.advance(self.clock.id, {"frozen_time": now + seconds})

    def invoices(self) -> list[stripe.Invoice]:
        return list(self.client.invoices.list({"customer": self.customer.id, "limit": 100}).data)[::-1]


@pytest.fixture
def shop(client: stripe.StripeClient) -> Shop:
    return Shop(client)

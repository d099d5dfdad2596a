"""The door to Stripe: plain values in and out, nothing of Stripe's library leaves it."""

from billing.gateway.adapter import Gateway, gateway
from billing.gateway.facts import (
    AskedItem,
    DiscountFacts,
    GatewayDeclined,
    GatewayRefused,
    GatewayUnavailable,
    InvoiceFacts,
    LineFacts,
    SubscriptionFacts,
)
from billing.gateway.signature import BadSignature, signed_event

__all__ = [
    "AskedItem",
    "BadSignature",
    "DiscountFacts",
    "Gateway",
    "GatewayDeclined",
    "GatewayRefused",
    "GatewayUnavailable",
    "InvoiceFacts",
    "LineFacts",
    "SubscriptionFacts",
    "gateway",
    "signed_event",
]

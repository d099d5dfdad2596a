"""What is known of Stripe's objects, as plain values, and how Stripe says no."""

from dataclasses import dataclass, field
from datetime import datetime

from tenants.runtime.outside import Away


class GatewayUnavailable(Away):
    """Stripe did not answer, or answered with a fault of its own: the same call may be made again."""


class GatewayRefused(Exception):
    """Stripe will not do it, however often it is asked."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class GatewayDeclined(GatewayRefused):
    """The card was declined, or its bank wants to be asked."""


@dataclass(frozen=True, slots=True)
class AskedItem:
    """An item of a subscription as it is asked for; `item_ref` names one that is there. No quantity: by use."""

    price_ref: str
    quantity: int | None
    item_ref: str = ""


@dataclass(frozen=True, slots=True)
class DiscountFacts:
    """A coupon: a percentage, or an amount in minor units, until it ends. `ref` is what applies it."""

    ref: str
    code: str
    percent_off: str
    amount_off: int | None
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class SubscriptionFacts:
    """A subscription at Stripe. `items` are price, item and quantity by price reference."""

    ref: str
    status: str
    currency: str
    period_start_at: datetime
    period_end_at: datetime
    cancel_at_period_end: bool
    created_at: datetime
    ended_at: datetime | None
    items: dict[str, tuple[str, int | None]]
    discount: DiscountFacts | None = None


@dataclass(frozen=True, slots=True)
class LineFacts:
    """One position of an invoice, in minor units."""

    description: str
    quantity: int | None
    amount_minor: int
    is_proration: bool
    price_ref: str


@dataclass(frozen=True, slots=True)
class InvoiceFacts:
    """An invoice at Stripe, in minor units."""

    ref: str
    number: str
    status: str
    reason: str
    currency: str
    subtotal_minor: int
    discount_minor: int
    tax_minor: int
    total_minor: int
    due_minor: int
    paid_minor: int
    page_url: str
    pdf_url: str
    issued_at: datetime
    next_attempt_at: datetime | None
    lines: tuple[LineFacts, ...] = field(default=())

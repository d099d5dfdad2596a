"""Reads Stripe's objects into plain values."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from billing.gateway.facts import DiscountFacts, InvoiceFacts, LineFacts, SubscriptionFacts


def subscription_facts(row: Any) -> SubscriptionFacts:
    """This will read a subscription; all its items share one period."""
    items = row["items"].data
    return SubscriptionFacts(
        ref=row.id,
        status=row.status,
        currency=row.currency.upper(),
        period_start_at=_moment(min(item.current_period_start for item in items)),
        period_end_at=_moment(min(item.current_period_end for item in items)),
        cancel_at_period_end=bool(row.cancel_at_period_end),
        created_at=_moment(row.created),
        ended_at=_moment(row.ended_at) if row.ended_at else None,
        items={item.price.id: (item.id, getattr(item, "quantity", None)) for item in items},
        discount=discount_facts(row.discounts[0]) if row.discounts else None,
    )


def discount_facts(row: Any) -> DiscountFacts:
    """This will read a discount whose coupon and promotion code came with it."""
    coupon, code = row.source.coupon, row.promotion_code
    return DiscountFacts(
        ref=row.id,
        code=str(code.code if code else coupon.name or coupon.id),
        percent_off=_percent(coupon),
        amount_off=coupon.amount_off,
        ends_at=_moment(row.end) if row.end else None,
    )


def promotion_facts(row: Any) -> DiscountFacts:
    """This will read a promotion code that nobody used yet."""
    coupon = row.promotion.coupon
    ends = row.expires_at or coupon.redeem_by
    return DiscountFacts(
        ref=row.id,
        code=str(row.code),
        percent_off=_percent(coupon),
        amount_off=coupon.amount_off,
        ends_at=_moment(ends) if ends else None,
    )


def _percent(coupon: Any) -> str:
    return "" if coupon.percent_off is None else f"{Decimal(str(coupon.percent_off)).normalize():f}"


def invoice_facts(row: Any) -> InvoiceFacts:
    """This will read an invoice with the positions that came with it."""
    return InvoiceFacts(
        ref=row.id,
        number=row.number or "",
        status=row.status,
        reason=row.billing_reason or "",
        currency=row.currency.upper(),
        subtotal_minor=row.subtotal,
        discount_minor=sum(part.amount for part in row.total_discount_amounts or []),
        tax_minor=sum(part.amount for part in row.total_taxes or []),
        total_minor=row.total,
        due_minor=row.amount_due,
        paid_minor=row.amount_paid,
        page_url=row.hosted_invoice_url or "",
        pdf_url=row.invoice_pdf or "",
        issued_at=_moment(row.created),
        next_attempt_at=_moment(row.next_payment_attempt) if row.next_payment_attempt else None,
        lines=tuple(_line(line) for line in row.lines.data),
    )


def _line(row: Any) -> LineFacts:
    parent = row.parent
    details = getattr(parent, parent.type, None) if parent else None
    pricing = row.pricing
    return LineFacts(
        description=row.description or "",
        quantity=row.quantity,
        amount_minor=row.amount,
        is_proration=bool(details and details.proration),
        price_ref=str(pricing.price_details.price) if pricing and pricing.price_details else "",
    )


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)

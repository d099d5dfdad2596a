"""Reads a group's subscription and invoices from Stripe and takes them over.

Webhooks come in any order, twice, or not at all; so none of them is believed. Each reading gets a number before it is
begun, and is dropped when one with a higher number was taken over meanwhile: the last change at Stripe sends an event,
whose reading begins after it and carries the highest number. Invoices older than the newest hundred are looked at by
the nightly comparison.
"""

from datetime import datetime

from django.db.models import F

from billing.gateway import Gateway, InvoiceFacts, SubscriptionFacts, gateway
from billing.models import InvoiceRef, Subscription
from billing.queries import price_behind
from billing.services.subscription_follow import subscription_follow
from tenants.runtime.locks import lock_rows
from tenants.runtime.scope import Scope, unit_of_work

ENDED = ("canceled", "incomplete_expired")


def subscription_refresh(*, scope: Scope, at: datetime) -> bool:
    """This will take over Stripe's state for the scope's group; False when there is none to read.

    Raises GatewayUnavailable. To be called outside any unit of work.
    """
    number, customer = _begin(scope)
    if not customer:
        return False
    door = gateway()
    subscriptions = door.subscriptions_of(customer)
    invoices = door.newest_invoices_of(customer)
    present = chosen(subscriptions)
    _end_surplus(door, subscriptions, present)
    with unit_of_work(scope):
        (row,) = lock_rows(Subscription.objects.filter(group_id=scope.group_id))
        if row.applied_count >= number:
            return True
        row.applied_count = number
        take_invoices(row, invoices)
        if present is not None:
            subscription_follow(subscription=row, facts=present, price=price_behind(present.items), at=at)
        row.save()
    return True


def _begin(scope: Scope) -> tuple[int, str]:
    with unit_of_work(scope):
        rows = Subscription.objects.filter(group_id=scope.group_id)
        if not rows.exclude(customer_ref="").update(asked_count=F("asked_count") + 1):
            return 0, ""
        return rows.values_list("asked_count", "customer_ref").get()


def chosen(subscriptions: list[SubscriptionFacts]) -> SubscriptionFacts | None:
    """This will choose the subscription that counts: the oldest that is not over, else the one over last."""
    tried = [s for s in subscriptions if s.status != "incomplete_expired"]
    living = [s for s in tried if s.status not in ENDED]
    if living:
        return living[0]
    return max(tried, key=lambda s: s.ended_at or s.created_at, default=None)


def _end_surplus(
    door: Gateway, subscriptions: list[SubscriptionFacts], present: SubscriptionFacts | None
) -> None:
    """A group pays once: a second subscription, bought at two pages at once, ends as soon as it is seen."""
    for other in subscriptions:
        if present is not None and other.ref != present.ref and other.status not in ENDED:
            door.cancel_now(ref=other.ref, key=f"hanse:surplus:{other.ref}")


def take_invoices(subscription: Subscription, invoices: list[InvoiceFacts]) -> None:
    """This will store the invoices as they are now."""
    rows = [
        InvoiceRef(
            group_id=subscription.group_id, invoice_ref=facts.ref, number=facts.number, status=facts.status,
            reason=facts.reason, currency=facts.currency, subtotal_minor=facts.subtotal_minor,
            discount_minor=facts.discount_minor, tax_minor=facts.tax_minor, total_minor=facts.total_minor,
            due_minor=facts.due_minor, paid_minor=facts.paid_minor, page_url=facts.page_url,
            pdf_url=facts.pdf_url,
            issued_at=facts.issued_at, next_attempt_at=facts.next_attempt_at,
            lines=[
                {"description": line.description, "quantity": line.quantity, "amount_minor": line.amount_minor,
                 "is_proration": line.is_proration, "price_ref": line.price_ref}
                for line in facts.lines
            ],
        )
        for facts in invoices
    ]  # fmt: skip
    InvoiceRef.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["group_id", "invoice_ref"],
        update_fields=[
            "number", "status", "subtotal_minor", "discount_minor", "tax_minor", "total_minor", "due_minor",
            "paid_minor", "page_url", "pdf_url", "next_attempt_at", "lines",
        ],
    )  # fmt: skip

"""Compares Stripe's state with ours, finds every difference, and takes Stripe's state over."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from billing.gateway import InvoiceFacts, SubscriptionFacts, gateway
from billing.models import Finding, InvoiceRef, PlanPrice, Subscription
from billing.queries import price_behind, reported_minor, subscription_of
from billing.services.subscription_follow import TARGETS
from billing.services.subscription_refresh import ENDED, chosen, subscription_refresh, take_invoices
from tenants.runtime.scope import Scope, group_scope, unit_of_work

Difference = tuple[str, str, str, str]
"""Subject, field, ours, theirs."""


def reconcile(*, group_id: uuid.UUID, at: datetime) -> list[Finding]:
    """This will store and give the differences of one group, after which Stripe's state is ours.

    Not mended, but told, are usage that others reported and what Stripe no longer knows.
    Raises GatewayUnavailable. To be called outside any unit of work.
    """
    scope = group_scope(group_id)
    with unit_of_work(scope):
        subscription = subscription_of(group_id)
    if subscription is None or not subscription.customer_ref:
        return []
    door = gateway()
    theirs = door.subscriptions_of(subscription.customer_ref)
    invoices = door.invoices_of(subscription.customer_ref)
    metered = door.usage_of(subscription.customer_ref, since=subscription.created_at, until=at)
    found = _compare(scope, theirs, invoices, metered)
    if found:
        subscription_refresh(scope=scope, at=at)
        with unit_of_work(scope):
            take_invoices(subscription, invoices)
    rows = [
        Finding(
            group_id=group_id, subject=subject, field=field, ours=ours, theirs=other, found_at=at,
            mended=subject != "usage" and (field, other) != ("ref", ""),
        )
        for subject, field, ours, other in found
    ]  # fmt: skip
    with unit_of_work(scope):
        Finding.objects.bulk_create(rows)
    return rows


def _compare(
    scope: Scope, theirs: list[SubscriptionFacts], invoices: list[InvoiceFacts], metered: int
) -> list[Difference]:
    with unit_of_work(scope):
        ours = Subscription.objects.select_related("plan").get(group_id=scope.group_id)
        known = {row.invoice_ref: row for row in InvoiceRef.objects.filter(group_id=scope.group_id)}
        present = chosen(theirs)
        price = price_behind(present.items) if present is not None else None
        reported = reported_minor(ours.group_id, ours.currency)
    found = _of_subscription(ours, theirs, price) + _of_invoices(known, invoices)
    return found + _differing("usage", [("reported_minor", reported, metered)])


def _of_subscription(
    ours: Subscription, theirs: list[SubscriptionFacts], price: PlanPrice | None
) -> list[Difference]:
    present = chosen(theirs)
    surplus = [s.ref for s in theirs if present and s.ref != present.ref and s.status not in ENDED]
    found = [("subscription", "surplus", "", ref) for ref in surplus]
    if present is None:
        gone = [("ref", ours.subscription_ref, "")] if ours.subscription_ref else []
        return found + _differing("subscription", gone)
    target = TARGETS.get(present.status, ours.status)
    state = "past_due" if ours.status == "suspended" and target == "past_due" else ours.status
    pairs: list[tuple[str, object, object]] = [
        ("ref", ours.subscription_ref, present.ref),
        ("status", state, target),
        ("period_end_at", ours.period_end_at, present.period_end_at),
        ("cancel_at_period_end", ours.cancel_at_period_end, present.cancel_at_period_end),
        ("coupon", ours.discount.get("code", ""), present.discount.code if present.discount else ""),
    ]
    if price is not None:
        quantity = present.items[price.seat_price_ref][1]
        pairs += [("plan", ours.plan.code, price.plan.code), ("seats", ours.seats, quantity),
                  ("interval", ours.interval, price.interval)]  # fmt: skip
    return found + _differing("subscription", pairs)


def _of_invoices(known: dict[str, InvoiceRef], theirs: list[InvoiceFacts]) -> list[Difference]:
    found: list[Difference] = []
    for facts in theirs:
        row = known.pop(facts.ref, None)
        if row is None:
            found.append((f"invoice {facts.ref}", "ref", "", facts.ref))
            continue
        pairs = [("status", row.status, facts.status), ("total_minor", row.total_minor, facts.total_minor),
                 ("paid_minor", row.paid_minor, facts.paid_minor), ("number", row.number, facts.number)]  # fmt: skip
        found += _differing(f"invoice {facts.ref}", pairs)
    return found + [(f"invoice {ref}", "ref", ref, "") for ref in known]


def _differing(subject: str, pairs: Sequence[tuple[str, object, object]]) -> list[Difference]:
    return [(subject, name, str(ours), str(theirs)) for name, ours, theirs in pairs if ours != theirs]

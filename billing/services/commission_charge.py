"""Charges what the ledger holds and was not charged yet, and reports it to Stripe's meter, once."""

import uuid
from datetime import datetime

from django.db.models import Sum

from billing.commission import Entry, chargeable, due_of
from billing.gateway import gateway
from billing.models import CommissionCharge, Subscription, UsageEvent
from billing.queries import reported_minor, subscription_of
from tenants.kernel.actor import system_actor
from tenants.runtime import audit, outbox
from tenants.runtime.locks import lock_rows
from tenants.runtime.scope import Scope, unit_of_work

CREATED = "billing.charge.created"


def commission_charge(*, group_id: uuid.UUID, at: datetime) -> uuid.UUID | None:
    """This will charge a group's new usage events in its scope; None when there is nothing to charge.

    The charge names the events it takes. A credit beyond what the present period bears waits for the next.
    """
    found = lock_rows(Subscription.objects.filter(group_id=group_id))
    if not found or not found[0].subscription_ref:
        return None
    subscription = found[0]
    rows = UsageEvent.objects.filter(group_id=group_id, currency=subscription.currency)
    due = due_of(Entry(*row) for row in rows.values_list("month_date", "commission_minor", "cap_minor"))
    charged = reported_minor(group_id, subscription.currency)
    begun = subscription.period_start_at
    creditable = reported_minor(group_id, subscription.currency, since=begun) if begun else 0
    amount = chargeable(due=due, charged=charged, creditable=creditable)
    fresh = rows.filter(charge=None)
    if amount == 0 and not fresh.exists():
        return None
    made = CommissionCharge(
        group_id=group_id, currency=subscription.currency, amount_minor=amount, charged_at=at,
        gross_minor=int(fresh.aggregate(sum=Sum("commission_minor"))["sum"] or 0),
    )  # fmt: skip
    CommissionCharge.objects.bulk_create([made])
    fresh.update(charge=made)
    _tell(made, at)
    return made.id


def _tell(made: CommissionCharge, at: datetime) -> None:
    actor = system_actor(group_id=made.group_id, name="Billing")
    audit.record(
        actor=actor, action="billing.charge.create", subject_type="commission_charge", subject_id=made.id, at=at,
        new={"amount_minor": made.amount_minor, "gross_minor": made.gross_minor, "currency": made.currency},
    )  # fmt: skip
    outbox.publish(
        event_type=CREATED, subject_type="commission_charge", subject_id=made.id, at=at, actor=actor
    )


def charge_report(*, scope: Scope, charge_id: uuid.UUID, at: datetime) -> None:
    """This will report a charge to Stripe's meter under its own id, which counts once however often it is sent.

    Raises GatewayUnavailable, whereupon it is sent again. To be called outside any unit of work.
    """
    with unit_of_work(scope):
        charge = CommissionCharge.objects.filter(id=charge_id, reported_at=None).first()
        subscription = subscription_of(charge.group_id) if charge is not None else None
    if charge is None or subscription is None:
        return
    if charge.amount_minor:
        gateway().report_usage(
            identifier=str(charge.id),
            customer=subscription.customer_ref,
            value=charge.amount_minor,
            at=charge.charged_at,
        )
    with unit_of_work(scope):
        CommissionCharge.objects.filter(id=charge.id, reported_at=None).update(reported_at=at)

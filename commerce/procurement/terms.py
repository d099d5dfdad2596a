"""What was agreed about paying a supplier, as it stood when the order was issued."""

import uuid
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from commerce.procurement.models import PurchaseOrder, SupplierInvoice
from commerce.procurement.queries import setting
from commerce.suppliers.queries import terms_for as tier_terms_for

LOWEST_PRIORITY = 100
"""The place in a payment run of suppliers without terms of a tier: after all others."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Days from the invoice's date until it is due, and the supplier's place in a payment run: 1 is first."""

    days: int
    priority: int


def terms_for(supplier_org_id: uuid.UUID, order: PurchaseOrder | None, *, on_date: date) -> Terms:
    """This will give the terms in force at the order's issue, or on the day when there is no order.

    The supplier's tier says them; without a tier the unit's own days hold, after everybody with one.
    """
    at = order.issued_at if order is not None and order.issued_at is not None else None
    agreed = tier_terms_for(supplier_org_id=supplier_org_id, at=at or datetime.combine(on_date, time(), UTC))
    if agreed is None:
        return Terms(setting().payment_days, LOWEST_PRIORITY)
    return Terms(agreed.payment_days, agreed.pay_order)


def due_date_of(invoice: SupplierInvoice, order: PurchaseOrder | None) -> date:
    """This will give the day an invoice is due: its date and the days of the terms."""
    terms = terms_for(invoice.supplier_org_gid, order, on_date=invoice.issue_date)
    return invoice.issue_date + timedelta(days=terms.days)

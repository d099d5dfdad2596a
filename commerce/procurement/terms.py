"""What was agreed about paying a supplier, as it stood when the order was issued."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from commerce.procurement.models import PurchaseOrder, SupplierInvoice
from commerce.procurement.ports import payment_terms_of
from commerce.procurement.queries import setting

LOWEST_PRIORITY = 9


@dataclass(frozen=True, slots=True)
class Terms:
    """Days from the invoice's date until it is due, and the supplier's place in a payment run: 1 is first."""

    days: int
    priority: int


def terms_for(supplier_org_id: uuid.UUID, order: PurchaseOrder | None, *, on_date: date) -> Terms:
    """This will give the terms in force at the order's issue, or on the day when there is no order.

    The supplier's tier says them; without a tier the unit's own days hold, after everybody with one.
    """
    at = order.issued_at.date() if order is not None and order.issued_at is not None else on_date
    agreed = payment_terms_of(supplier_org_id=supplier_org_id, on_date=at)
    if agreed is None:
        return Terms(setting().payment_days, LOWEST_PRIORITY)
    return Terms(*agreed)


def due_date_of(invoice: SupplierInvoice, order: PurchaseOrder | None) -> date:
    """This will give the day an invoice is due: its date and the days of the terms."""
    terms = terms_for(invoice.supplier_org_gid, order, on_date=invoice.issue_date)
    return invoice.issue_date + timedelta(days=terms.days)
